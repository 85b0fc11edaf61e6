/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zip-out.h"

#include "pack-error.h"
#include "zip-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zlib.h>

/* What is gathered before it is handed on. */
#define BUFFER (256 * 1024)

/* What packs to less than this part of itself looks like a bomb to whoever unpacks it; up to so many bytes
 * nobody minds. */
#define MOST_RATIO 50
#define FREE_OF_RATIO (8 * 1024 * 1024)

struct _AccordZipOut
{
  GOutputStream *base;
  guint8 *buffer;
  gsize used;
  gint64 offset;
  gint64 unpacked;
  GArray *entries;
  z_stream deflate;
  gboolean deflating;
  gboolean storing;
  gint64 begun;
};

static void
entry_clear (gpointer data)
{
  g_free (((AccordZipEntry *) data)->name);
}

static AccordZipEntry *
last_entry (AccordZipOut *self)
{
  return &g_array_index (self->entries, AccordZipEntry, self->entries->len - 1);
}

static gboolean
flush (AccordZipOut *self, GCancellable *cancellable, GError **error)
{
  const gsize used = self->used;

  self->used = 0;
  self->offset += (gint64) used;
  if (self->offset <= G_MAXUINT32)
    return g_output_stream_write_all (self->base, self->buffer, used, NULL, cancellable, error);
  g_set_error_literal (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_TOO_LARGE,
                       _ ("its parts are larger than a pack may be."));
  return FALSE;
}

static gboolean
put (AccordZipOut *self, const void *bytes, gsize n_bytes, GCancellable *cancellable, GError **error)
{
  const guint8 *at = bytes;

  while (n_bytes > 0)
    {
      const gsize n = MIN (n_bytes, BUFFER - self->used);

      memcpy (self->buffer + self->used, at, n);
      self->used += n;
      at += n;
      n_bytes -= n;
      if (self->used == BUFFER && !flush (self, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

static void
add_16 (GByteArray *record, guint value)
{
  const guint8 bytes[] = { value & 0xff, value >> 8 & 0xff };

  g_byte_array_append (record, bytes, sizeof bytes);
}

static void
add_32 (GByteArray *record, guint32 value)
{
  add_16 (record, value & 0xffff);
  add_16 (record, value >> 16);
}

/* What a local header and the central directory say alike. */
static void
add_facts (GByteArray *record, const AccordZipEntry *entry, gboolean later)
{
  add_16 (record, ACCORD_ZIP_VERSION);
  add_16 (record, entry->flags);
  add_16 (record, entry->method);
  add_16 (record, 0);
  add_16 (record, ACCORD_ZIP_DATE);
  add_32 (record, later ? 0 : entry->crc);
  add_32 (record, later ? 0 : entry->packed);
  add_32 (record, later ? 0 : entry->size);
  add_16 (record, strlen (entry->name));
  add_16 (record, 0);
}

static gboolean
put_record (AccordZipOut *self, GByteArray *record, const char *name, GCancellable *cancellable,
            GError **error)
{
  if (name != NULL)
    g_byte_array_append (record, (const guint8 *) name, strlen (name));
  return put (self, record->data, record->len, cancellable, error);
}

static gboolean
put_local (AccordZipOut *self, AccordZipEntry *entry, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) record = g_byte_array_new ();

  entry->offset = (guint32) (self->offset + (gint64) self->used);
  add_32 (record, ACCORD_ZIP_LOCAL);
  add_facts (record, entry, (entry->flags & ACCORD_ZIP_LATER) != 0);
  g_array_append_val (self->entries, *entry);
  return put_record (self, record, entry->name, cancellable, error);
}

/**
 * accord_zip_out_new:
 * @base: where it goes; not closed by it
 *
 * Returns: (transfer full): a zip in the making
 */
AccordZipOut *
accord_zip_out_new (GOutputStream *base)
{
  AccordZipOut *self = g_new0 (AccordZipOut, 1);

  self->base = g_object_ref (base);
  self->buffer = g_malloc (BUFFER);
  self->entries = g_array_new (FALSE, FALSE, sizeof (AccordZipEntry));
  g_array_set_clear_func (self->entries, entry_clear);
  return self;
}

/**
 * accord_zip_out_free:
 * @self: (transfer full): a zip
 */
void
accord_zip_out_free (AccordZipOut *self)
{
  if (self->deflating)
    deflateEnd (&self->deflate);
  g_object_unref (self->base);
  g_array_unref (self->entries);
  g_free (self->buffer);
  g_free (self);
}

/**
 * accord_zip_out_add:
 * @self: a zip
 * @name: the file's name
 * @bytes: what is in it
 * @n_bytes: how many
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Adds a small file as it is: without anything between its header and its bytes, and with its size before
 * it.
 *
 * Returns: whether it is written
 */
gboolean
accord_zip_out_add (AccordZipOut *self, const char *name, const void *bytes, gsize n_bytes,
                    GCancellable *cancellable, GError **error)
{
  AccordZipEntry entry = { .name = g_strdup (name), .method = ACCORD_ZIP_STORED };

  entry.crc = (guint32) crc32_z (0, bytes, n_bytes);
  entry.packed = entry.size = (guint32) n_bytes;
  return put_local (self, &entry, cancellable, error) && put (self, bytes, n_bytes, cancellable, error);
}

/**
 * accord_zip_out_begin:
 * @self: a zip
 * @name: the file's name
 * @deflate: whether it is made smaller; else its bytes stand as they are, in stored blocks
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Begins a file whose bytes come by accord_zip_out_write(). Nothing goes back to its header later, so its
 * size and sum follow it; and a file of which the size follows must say itself where it ends, as a stream of
 * deflate does and bytes by themselves do not.
 *
 * Returns: whether its header is written
 */
gboolean
accord_zip_out_begin (AccordZipOut *self, const char *name, gboolean deflate, GCancellable *cancellable,
                      GError **error)
{
  AccordZipEntry entry = { .name = g_strdup (name),
                           .flags = ACCORD_ZIP_LATER,
                           .method = ACCORD_ZIP_DEFLATED };

  g_assert (!self->deflating);
  if (!put_local (self, &entry, cancellable, error))
    return FALSE;
  self->deflate = (z_stream){ 0 };
  if (deflateInit2 (&self->deflate, deflate ? Z_DEFAULT_COMPRESSION : Z_NO_COMPRESSION, Z_DEFLATED,
                    -MAX_WBITS, 8, Z_DEFAULT_STRATEGY)
      != Z_OK)
    g_error ("zlib cannot begin");
  self->deflating = TRUE;
  self->storing = !deflate;
  self->begun = self->offset + (gint64) self->used;
  return TRUE;
}

static gboolean
run (AccordZipOut *self, int how, GCancellable *cancellable, GError **error)
{
  int said = Z_OK;

  do
    {
      if (self->used == BUFFER && !flush (self, cancellable, error))
        return FALSE;
      self->deflate.next_out = self->buffer + self->used;
      self->deflate.avail_out = (uInt) (BUFFER - self->used);
      said = deflate (&self->deflate, how);
      self->used = BUFFER - self->deflate.avail_out;
    }
  while (self->deflate.avail_in > 0 || (how == Z_FINISH && said != Z_STREAM_END));
  return TRUE;
}

/* A blank scan of many megabytes is no bomb, and must not look like one: from where it would, bytes stand as
 * they are. */
static gboolean
store_what_packs_too_well (AccordZipOut *self, GCancellable *cancellable, GError **error)
{
  if (self->storing || self->unpacked < FREE_OF_RATIO
      || self->unpacked / MOST_RATIO < self->offset + (gint64) self->used)
    return TRUE;
  self->storing = TRUE;
  self->deflate.avail_in = 0;
  do
    {
      if (!flush (self, cancellable, error))
        return FALSE;
      self->deflate.next_out = self->buffer;
      self->deflate.avail_out = BUFFER;
      self->storing = deflateParams (&self->deflate, Z_NO_COMPRESSION, Z_DEFAULT_STRATEGY) != Z_BUF_ERROR;
      self->used = BUFFER - self->deflate.avail_out;
    }
  while (!self->storing);
  return TRUE;
}

/**
 * accord_zip_out_write:
 * @self: a zip with a file begun
 * @bytes: more of it
 * @n_bytes: how many
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Returns: whether they are written
 */
gboolean
accord_zip_out_write (AccordZipOut *self, const void *bytes, gsize n_bytes, GCancellable *cancellable,
                      GError **error)
{
  AccordZipEntry *entry = last_entry (self);

  g_assert (self->deflating);
  if (n_bytes > G_MAXUINT32 - entry->size)
    {
      g_set_error_literal (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_TOO_LARGE,
                           _ ("its parts are larger than a pack may be."));
      return FALSE;
    }
  self->unpacked += (gint64) n_bytes;
  if (!store_what_packs_too_well (self, cancellable, error))
    return FALSE;
  entry->crc = (guint32) crc32_z (entry->crc, bytes, n_bytes);
  entry->size += (guint32) n_bytes;
  self->deflate.next_in = (Bytef *) bytes;
  self->deflate.avail_in = (uInt) n_bytes;
  return run (self, Z_NO_FLUSH, cancellable, error);
}

/**
 * accord_zip_out_end:
 * @self: a zip with a file begun
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Ends the file.
 *
 * Returns: whether it is written
 */
gboolean
accord_zip_out_end (AccordZipOut *self, GCancellable *cancellable, GError **error)
{
  AccordZipEntry *entry = last_entry (self);
  g_autoptr (GByteArray) record = g_byte_array_new ();

  self->deflate.avail_in = 0;
  if (!run (self, Z_FINISH, cancellable, error))
    return FALSE;
  deflateEnd (&self->deflate);
  self->deflating = FALSE;
  entry->packed = (guint32) (self->offset + (gint64) self->used - self->begun);
  add_32 (record, ACCORD_ZIP_DESCRIPTOR);
  add_32 (record, entry->crc);
  add_32 (record, entry->packed);
  add_32 (record, entry->size);
  return put_record (self, record, NULL, cancellable, error);
}

static gboolean
put_central (AccordZipOut *self, const AccordZipEntry *entry, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) record = g_byte_array_new ();

  add_32 (record, ACCORD_ZIP_CENTRAL);
  add_16 (record, ACCORD_ZIP_VERSION);
  add_facts (record, entry, FALSE);
  /* No comment, the first disk, no attributes. */
  add_16 (record, 0);
  add_16 (record, 0);
  add_16 (record, 0);
  add_32 (record, 0);
  add_32 (record, entry->offset);
  return put_record (self, record, entry->name, cancellable, error);
}

/**
 * accord_zip_out_finish:
 * @self: a zip
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Writes the directory and hands on all that is left.
 *
 * Returns: whether the zip is whole
 */
gboolean
accord_zip_out_finish (AccordZipOut *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) record = g_byte_array_new ();
  const gint64 start = self->offset + (gint64) self->used;

  for (guint i = 0; i < self->entries->len; i++)
    if (!put_central (self, &g_array_index (self->entries, AccordZipEntry, i), cancellable, error))
      return FALSE;
  add_32 (record, ACCORD_ZIP_END);
  add_16 (record, 0);
  add_16 (record, 0);
  add_16 (record, self->entries->len);
  add_16 (record, self->entries->len);
  add_32 (record, (guint32) (self->offset + (gint64) self->used - start));
  add_32 (record, (guint32) start);
  add_16 (record, 0);
  return put_record (self, record, NULL, cancellable, error) && flush (self, cancellable, error);
}
