/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zip-maker.h"

#include "minisign.h"

#include <string.h>
#include <zlib.h>

static void
add_16 (GByteArray *zip, guint value)
{
  const guint8 bytes[] = { value & 0xff, value >> 8 & 0xff };

  g_byte_array_append (zip, bytes, 2);
}

static void
add_32 (GByteArray *zip, guint32 value)
{
  add_16 (zip, value & 0xffff);
  add_16 (zip, value >> 16);
}

static void
add_bytes (GByteArray *zip, GBytes *bytes)
{
  if (bytes != NULL && g_bytes_get_size (bytes) > 0)
    g_byte_array_append (zip, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
}

static gsize
size_of (GBytes *bytes)
{
  return bytes != NULL ? g_bytes_get_size (bytes) : 0;
}

static gsize
name_length (const MadeFile *file)
{
  return file->name_length > 0 ? file->name_length : strlen (file->name);
}

static guint32
crc_of (const MadeFile *file)
{
  return size_of (file->bytes) > 0
             ? (guint32) crc32_z (0, g_bytes_get_data (file->bytes, NULL), size_of (file->bytes))
             : 0;
}

static guint32
packed_of (const MadeFile *file)
{
  return (guint32) size_of (file->packed != NULL ? file->packed : file->bytes);
}

static void
add_local (GByteArray *zip, const MadeFile *file)
{
  add_32 (zip, 0x04034b50);
  add_16 (zip, file->version != 0 ? file->version : 20);
  add_16 (zip, file->flags | (file->later ? 8 : 0));
  add_16 (zip, file->method);
  add_16 (zip, 0x6000);
  add_16 (zip, 0x4e21);
  add_32 (zip, (file->later ? 0 : crc_of (file)) + file->add_crc);
  add_32 (zip, (file->later ? 0 : packed_of (file)) + file->add_packed);
  add_32 (zip, (file->later ? 0 : (guint32) size_of (file->bytes)) + file->add_size);
  add_16 (zip, name_length (file));
  add_16 (zip, size_of (file->extra));
  g_byte_array_append (zip, (const guint8 *) file->name, (guint) name_length (file));
  add_bytes (zip, file->extra);
  add_bytes (zip, file->packed != NULL ? file->packed : file->bytes);
  if (!file->later)
    return;
  if (!file->unmarked)
    add_32 (zip, 0x08074b50);
  add_32 (zip, crc_of (file) + file->add_crc);
  add_32 (zip, packed_of (file) + file->add_packed);
  add_32 (zip, (guint32) size_of (file->bytes) + file->add_size);
}

static void
add_central (GByteArray *zip, const MadeFile *file, guint32 offset)
{
  const gsize length = file->central_name != NULL ? strlen (file->central_name) : name_length (file);

  add_32 (zip, 0x02014b50);
  add_16 (zip, file->made_by);
  add_16 (zip, file->version != 0 ? file->version : 20);
  add_16 (zip, (file->flags | (file->later ? 8 : 0)) + file->central_flags);
  add_16 (zip, file->method);
  add_16 (zip, 0x6000);
  add_16 (zip, 0x4e21);
  add_32 (zip, crc_of (file) + file->add_central_crc);
  add_32 (zip, packed_of (file) + file->add_central_packed);
  add_32 (zip, (guint32) size_of (file->bytes) + file->add_central_size);
  add_16 (zip, length);
  add_16 (zip, size_of (file->central_extra));
  add_16 (zip, file->comment != NULL ? strlen (file->comment) : 0);
  add_16 (zip, 0);
  add_16 (zip, 0);
  add_32 (zip, file->attributes);
  add_32 (zip, offset + file->add_offset);
  g_byte_array_append (zip, (const guint8 *) (file->central_name != NULL ? file->central_name : file->name),
                       (guint) length);
  add_bytes (zip, file->central_extra);
  if (file->comment != NULL)
    g_byte_array_append (zip, (const guint8 *) file->comment, strlen (file->comment));
}

GBytes *
zip_make (const MadeFile *files, guint n_files, const MadeEnd *end)
{
  static const MadeEnd honest = { NULL };
  GByteArray *zip = g_byte_array_new ();
  g_autofree guint32 *offsets = g_new0 (guint32, n_files + 1);
  guint32 start;
  guint n = 0;

  if (end == NULL)
    end = &honest;
  add_bytes (zip, end->before);
  for (guint i = 0; i < n_files; i++)
    {
      offsets[i] = zip->len;
      if (!files[i].only_central)
        add_local (zip, &files[i]);
    }
  add_bytes (zip, end->between);
  start = zip->len;
  for (guint i = 0; i < n_files; i++)
    if (!files[i].only_local)
      {
        add_central (zip, &files[i], offsets[i]);
        n++;
      }
  n += end->add_count;
  offsets[0] = zip->len - start + end->add_size;
  add_bytes (zip, end->before_end);
  add_32 (zip, 0x06054b50);
  add_16 (zip, end->add_disk);
  add_16 (zip, end->add_disk);
  add_16 (zip, n);
  add_16 (zip, n);
  add_32 (zip, offsets[0]);
  add_32 (zip, start + end->add_offset);
  add_16 (zip, end->comment != NULL ? strlen (end->comment) : 0);
  if (end->comment != NULL)
    g_byte_array_append (zip, (const guint8 *) end->comment, strlen (end->comment));
  add_bytes (zip, end->after);
  return g_byte_array_free_to_bytes (zip);
}

GBytes *
zip_deflate (GBytes *bytes)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, 9);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, G_CONVERTER (compressor));
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  g_assert_true (g_output_stream_write_all (stream, data, size, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static GBytes *
text_bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

guint
made_from (Packing *self, const char *manifest, AccordKeyPair *signer, MadeFile *files)
{
  g_autofree char *json =
      manifest != NULL ? g_strdup (manifest) : accord_pack_manifest_dup_json (self->manifest);
  g_autofree char *signature = accord_minisign_sign (signer != NULL ? signer : self->pair,
                                                     (const guint8 *) json, strlen (json), "", NULL);
  guint n = 3;

  files[0] = (MadeFile){ .name = "mimetype", .bytes = text_bytes (ACCORD_PACK_MIME_TYPE) };
  files[1] = (MadeFile){ .name = "manifest.json", .bytes = text_bytes (json) };
  files[2] = (MadeFile){ .name = "manifest.json.minisig", .bytes = text_bytes (signature) };
  for (guint i = 0; i < self->parts->len; i++)
    {
      const AccordPackPart *part = self->manifest->parts->pdata[i];

      files[n++] = (MadeFile){ .name = part->path, .bytes = g_bytes_ref (self->parts->pdata[i]) };
    }
  return n;
}

void
made_clear (MadeFile *files, guint n_files)
{
  for (guint i = 0; i < n_files; i++)
    {
      g_bytes_unref (files[i].bytes);
      g_clear_pointer (&files[i].packed, g_bytes_unref);
      g_clear_pointer (&files[i].extra, g_bytes_unref);
      g_clear_pointer (&files[i].central_extra, g_bytes_unref);
    }
}
