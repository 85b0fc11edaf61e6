/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zip-in.h"

#include "pack-error.h"
#include "pack.h"
#include "zip-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zlib.h>

/* What stands in a header besides its name: times and the like. */
#define LONGEST_EXTRA 1024

/* Of bytes unpacked at a time. */
#define WINDOW (256 * 1024)

/* The extra fields that say another size, another name, or another way of packing than the header does. */
static const guint16 forbidden[] = { 0x0001, 0x7075, 0x0017, 0x9901 };

struct _AccordZipIn
{
  AccordZipSource source;
  GArray *entries;
  z_stream inflate;
  gboolean inflating;
  guint8 *window;
  guint32 mark;
  gboolean marked;
};

/* Where a file's bytes go, and what became of them. */
typedef struct
{
  AccordZipSink sink;
  gpointer data;
  guint32 size;
  guint32 got;
  guint32 crc;
} Pour;

static gboolean
fail (GError **error, AccordPackError code, const char *why)
{
  g_set_error_literal (error, ACCORD_PACK_ERROR, code, why);
  return FALSE;
}

static gboolean
damaged (GError **error)
{
  return fail (error, ACCORD_PACK_ERROR_DAMAGED, _ ("it is damaged: its headers do not agree."));
}

static void
entry_clear (gpointer data)
{
  g_free (((AccordZipEntry *) data)->name);
}

static AccordZipEntry *
last_entry (AccordZipIn *self)
{
  return &g_array_index (self->entries, AccordZipEntry, self->entries->len - 1);
}

/**
 * accord_zip_in_new:
 * @base: where it comes from; not closed by it
 *
 * Returns: (transfer full): a zip of which nothing is read yet
 */
AccordZipIn *
accord_zip_in_new (GInputStream *base)
{
  AccordZipIn *self = g_new0 (AccordZipIn, 1);

  self->source.base = g_object_ref (base);
  self->source.buffer = g_malloc (ACCORD_ZIP_SOURCE_BUFFER);
  self->window = g_malloc (WINDOW);
  self->entries = g_array_new (FALSE, TRUE, sizeof (AccordZipEntry));
  g_array_set_clear_func (self->entries, entry_clear);
  return self;
}

/**
 * accord_zip_in_free:
 * @self: (transfer full): a zip
 */
void
accord_zip_in_free (AccordZipIn *self)
{
  if (self->inflating)
    inflateEnd (&self->inflate);
  g_object_unref (self->source.base);
  g_array_unref (self->entries);
  g_free (self->source.buffer);
  g_free (self->window);
  g_free (self);
}

static gboolean
take (AccordZipIn *self, guint8 *into, gsize n_bytes, GCancellable *cancellable, GError **error)
{
  return accord_zip_source_take (&self->source, into, n_bytes, cancellable, error);
}

/* What comes next: the signature of a record. It is looked at once and taken by whoever it is for. */
static gboolean
look_mark (AccordZipIn *self, GCancellable *cancellable, GError **error)
{
  guint8 bytes[4];

  if (self->marked)
    return TRUE;
  if (!take (self, bytes, sizeof bytes, cancellable, error))
    return FALSE;
  self->mark = accord_zip_get_32 (bytes);
  self->marked = TRUE;
  return TRUE;
}

/* A name may hold anything; what it holds is shown to people only when it is sound. */
static char *
take_name (AccordZipIn *self, gsize length, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = NULL;

  if (length == 0 || length > ACCORD_ZIP_LONGEST_NAME)
    return damaged (error), NULL;
  name = g_malloc0 (length + 1);
  if (!take (self, (guint8 *) name, length, cancellable, error))
    return NULL;
  if (strlen (name) != length || *name == '/' || strchr (name, '\\') != NULL || strchr (name, ':') != NULL
      || g_str_has_prefix (name, "../") || strstr (name, "/../") != NULL || g_str_has_suffix (name, "/..")
      || g_str_equal (name, ".."))
    return fail (error, ACCORD_PACK_ERROR_UNSAFE, _ ("the name of a part leaves its folder.")), NULL;
  if (g_str_has_suffix (name, "/"))
    return fail (error, ACCORD_PACK_ERROR_UNSAFE, _ ("something in it is not a file.")), NULL;
  return g_steal_pointer (&name);
}

static gboolean
check_extra (AccordZipIn *self, gsize length, GCancellable *cancellable, GError **error)
{
  guint8 extra[LONGEST_EXTRA];
  gsize at = 0;

  if (length > sizeof extra)
    return damaged (error);
  if (!take (self, extra, length, cancellable, error))
    return FALSE;
  while (length - at >= 4)
    {
      const guint16 id = accord_zip_get_16 (extra + at);

      for (guint i = 0; i < G_N_ELEMENTS (forbidden); i++)
        if (id == forbidden[i])
          return fail (error, ACCORD_PACK_ERROR_UNSAFE,
                       _ ("a part has a second size or name beside its own."));
      at += 4 + (gsize) accord_zip_get_16 (extra + at + 2);
      if (at > length)
        return damaged (error);
    }
  return at == length || damaged (error);
}

/* Version needed, flags, method, time, sum and sizes, as a local header and the directory have them. */
static gboolean
read_facts (const guint8 *at, AccordZipEntry *entry, GError **error)
{
  const guint16 known = ACCORD_ZIP_LATER | ACCORD_ZIP_UTF8 | 0x0006;

  entry->flags = accord_zip_get_16 (at + 2);
  entry->method = accord_zip_get_16 (at + 4);
  entry->crc = accord_zip_get_32 (at + 10);
  entry->packed = accord_zip_get_32 (at + 14);
  entry->size = accord_zip_get_32 (at + 18);
  if (entry->flags & ACCORD_ZIP_ENCRYPTED)
    return fail (error, ACCORD_PACK_ERROR_UNSAFE, _ ("a part is encrypted by itself, as no pack's is."));
  if (accord_zip_get_16 (at) > ACCORD_ZIP_VERSION || (entry->flags & ~known) != 0
      || (entry->method != ACCORD_ZIP_STORED && entry->method != ACCORD_ZIP_DEFLATED))
    return fail (error, ACCORD_PACK_ERROR_FORMAT, _ ("a part is packed in a way that no pack's is."));
  if (entry->packed == G_MAXUINT32 || entry->size == G_MAXUINT32)
    return fail (error, ACCORD_PACK_ERROR_TOO_LARGE, _ ("its parts are larger than a pack may be."));
  return TRUE;
}

/**
 * accord_zip_in_next:
 * @self: a zip
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Reads the header of the next file; the bytes of the one before must have been read.
 *
 * Returns: (nullable) (transfer none): what it says; %NULL without @error where the directory begins
 */
const AccordZipEntry *
accord_zip_in_next (AccordZipIn *self, GCancellable *cancellable, GError **error)
{
  guint8 header[ACCORD_ZIP_LOCAL_SIZE];
  AccordZipEntry entry = { .offset = (guint32) self->source.offset };

  if (!look_mark (self, cancellable, error))
    return NULL;
  if (self->mark == ACCORD_ZIP_CENTRAL)
    return NULL;
  if (self->mark != ACCORD_ZIP_LOCAL)
    return damaged (error), NULL;
  self->marked = FALSE;
  /* Files, and the manifest, its signature and the mark before them. */
  if (self->entries->len >= ACCORD_PACK_MAX_PARTS + 3)
    return fail (error, ACCORD_PACK_ERROR_TOO_LARGE, _ ("it has more parts than a pack may have.")), NULL;
  if (!take (self, header, sizeof header, cancellable, error) || !read_facts (header, &entry, error))
    return NULL;
  entry.name = take_name (self, accord_zip_get_16 (header + 22), cancellable, error);
  if (entry.name == NULL)
    return NULL;
  entry.extra = accord_zip_get_16 (header + 24);
  g_array_append_val (self->entries, entry);
  if (!check_extra (self, entry.extra, cancellable, error))
    return NULL;
  return last_entry (self);
}

static gboolean
pour (Pour *into, const guint8 *bytes, gsize n_bytes, GError **error)
{
  if (n_bytes > into->size - into->got)
    return fail (error, ACCORD_PACK_ERROR_DAMAGED, _ ("a part is longer than the manifest says."));
  into->got += (guint32) n_bytes;
  into->crc = (guint32) crc32_z (into->crc, bytes, n_bytes);
  return n_bytes == 0 || into->sink (bytes, n_bytes, into->data, error);
}

static gboolean
read_stored (AccordZipIn *self, guint32 left, Pour *into, GCancellable *cancellable, GError **error)
{
  while (left > 0)
    {
      gsize n;

      if (!accord_zip_source_fill (&self->source, cancellable, error))
        return FALSE;
      n = MIN (left, self->source.end - self->source.at);
      if (n == 0)
        return accord_zip_source_fail (error);
      if (!pour (into, self->source.buffer + self->source.at, n, error))
        return FALSE;
      accord_zip_source_skip (&self->source, n);
      left -= (guint32) n;
    }
  return TRUE;
}

/* One step of it: what is at hand, into what there is room for. */
static gboolean
inflate_some (AccordZipIn *self, Pour *into, int *said, GError **error)
{
  gsize at_hand = self->source.end - self->source.at;
  uInt before = (uInt) at_hand;

  self->inflate.next_in = self->source.buffer + self->source.at;
  self->inflate.avail_in = before;
  self->inflate.next_out = self->window;
  self->inflate.avail_out = WINDOW;
  *said = inflate (&self->inflate, Z_NO_FLUSH);
  accord_zip_source_skip (&self->source, before - self->inflate.avail_in);
  if (*said != Z_OK && *said != Z_STREAM_END)
    return fail (error, ACCORD_PACK_ERROR_DAMAGED, _ ("it is damaged: a part cannot be unpacked."));
  return pour (into, self->window, WINDOW - self->inflate.avail_out, error);
}

/* The stream says itself where it ends, which may be in the middle of what is at hand. */
static gboolean
read_deflated (AccordZipIn *self, Pour *into, GCancellable *cancellable, GError **error)
{
  int said = Z_OK;

  if (self->inflating)
    inflateEnd (&self->inflate);
  self->inflate = (z_stream){ 0 };
  if (inflateInit2 (&self->inflate, -MAX_WBITS) != Z_OK)
    g_error ("zlib cannot begin");
  self->inflating = TRUE;
  while (said != Z_STREAM_END)
    {
      if (!accord_zip_source_fill (&self->source, cancellable, error))
        return FALSE;
      if (self->source.at == self->source.end)
        return accord_zip_source_fail (error);
      if (!inflate_some (self, into, &said, error))
        return FALSE;
    }
  return TRUE;
}

/* Sum and sizes behind the bytes, with a mark before them or without. */
static gboolean
read_descriptor (AccordZipIn *self, const AccordZipEntry *seen, AccordZipEntry *entry,
                 GCancellable *cancellable, GError **error)
{
  guint8 bytes[16];
  const guint8 *at = bytes;

  if (!take (self, bytes, 12, cancellable, error))
    return FALSE;
  if (accord_zip_get_32 (bytes) == ACCORD_ZIP_DESCRIPTOR)
    {
      if (!take (self, bytes + 12, 4, cancellable, error))
        return FALSE;
      at += 4;
    }
  /* A header that says so may still say them, but then the same. */
  if ((entry->crc != 0 && entry->crc != seen->crc) || (entry->packed != 0 && entry->packed != seen->packed)
      || (entry->size != 0 && entry->size != seen->size))
    return damaged (error);
  entry->crc = accord_zip_get_32 (at);
  entry->packed = accord_zip_get_32 (at + 4);
  entry->size = accord_zip_get_32 (at + 8);
  return TRUE;
}

/**
 * accord_zip_in_read:
 * @self: a zip
 * @size: how many bytes the file must have
 * @sink: where they go; never more than @size of them
 * @data: for @sink
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Reads the bytes of the file whose header was read last.
 *
 * Returns: whether there were @size of them, and its header and its sum say so too
 */
gboolean
accord_zip_in_read (AccordZipIn *self, guint32 size, AccordZipSink sink, gpointer data,
                    GCancellable *cancellable, GError **error)
{
  AccordZipEntry *entry = last_entry (self), seen = { 0 };
  const gboolean later = (entry->flags & ACCORD_ZIP_LATER) != 0;
  const gint64 start = self->source.offset;
  Pour into = { sink, data, size, 0, 0 };

  if (!later && entry->size != size)
    return fail (error, ACCORD_PACK_ERROR_DAMAGED, _ ("a part is of another size than the manifest says."));
  if (entry->method == ACCORD_ZIP_DEFLATED
          ? !read_deflated (self, &into, cancellable, error)
          : !read_stored (self, later ? size : entry->packed, &into, cancellable, error))
    return FALSE;
  seen.crc = into.crc;
  seen.size = into.got;
  seen.packed = (guint32) (self->source.offset - start);
  if (later && !read_descriptor (self, &seen, entry, cancellable, error))
    return FALSE;
  if (entry->crc != seen.crc || entry->size != seen.size || entry->packed != seen.packed)
    return fail (error, ACCORD_PACK_ERROR_DAMAGED, _ ("it is damaged: a part is not what its sum says."));
  return into.got == size
         || fail (error, ACCORD_PACK_ERROR_DAMAGED, _ ("a part is shorter than the manifest says."));
}

/* Whoever made it: an ordinary file has no other sort, no folder's mark. */
static gboolean
is_ordinary (guint16 made_by, guint32 attributes)
{
  const guint32 sort = attributes >> 16 & 0170000;

  if (attributes & 0x18)
    return FALSE;
  return (made_by >> 8 != 3 && made_by >> 8 != 19) || sort == 0 || sort == 0100000;
}

static gboolean
read_central (AccordZipIn *self, const AccordZipEntry *entry, GCancellable *cancellable, GError **error)
{
  guint8 header[ACCORD_ZIP_CENTRAL_SIZE];
  AccordZipEntry said = { 0 };
  g_autofree char *name = NULL;

  if (!look_mark (self, cancellable, error))
    return FALSE;
  if (self->mark != ACCORD_ZIP_CENTRAL)
    return damaged (error);
  self->marked = FALSE;
  if (!take (self, header, sizeof header, cancellable, error) || !read_facts (header + 2, &said, error))
    return FALSE;
  name = take_name (self, accord_zip_get_16 (header + 24), cancellable, error);
  if (name == NULL || !check_extra (self, accord_zip_get_16 (header + 26), cancellable, error))
    return FALSE;
  if (!is_ordinary (accord_zip_get_16 (header), accord_zip_get_32 (header + 34)))
    return fail (error, ACCORD_PACK_ERROR_UNSAFE, _ ("something in it is not a file."));
  return (g_str_equal (name, entry->name) && said.flags == entry->flags && said.method == entry->method
          && said.crc == entry->crc && said.packed == entry->packed && said.size == entry->size
          && accord_zip_get_32 (header + 38) == entry->offset && accord_zip_get_16 (header + 28) == 0
          && accord_zip_get_16 (header + 30) == 0)
         || damaged (error);
}

static gboolean
read_end (AccordZipIn *self, gint64 start, GCancellable *cancellable, GError **error)
{
  guint8 end[ACCORD_ZIP_END_SIZE];
  const guint n = self->entries->len;
  gint64 size;

  if (!look_mark (self, cancellable, error))
    return FALSE;
  size = self->source.offset - 4 - start;
  if (self->mark == ACCORD_ZIP_END_64 || self->mark == ACCORD_ZIP_LOCATOR_64)
    return fail (error, ACCORD_PACK_ERROR_UNSAFE, _ ("a part has a second size or name beside its own."));
  if (self->mark != ACCORD_ZIP_END)
    return damaged (error);
  if (!take (self, end, sizeof end, cancellable, error))
    return FALSE;
  if (accord_zip_get_32 (end) != 0 || accord_zip_get_16 (end + 4) != n || accord_zip_get_16 (end + 6) != n
      || accord_zip_get_32 (end + 8) != size || accord_zip_get_32 (end + 12) != start
      || accord_zip_get_16 (end + 16) != 0)
    return damaged (error);
  if (!accord_zip_source_fill (&self->source, cancellable, error))
    return FALSE;
  return self->source.at == self->source.end
         || fail (error, ACCORD_PACK_ERROR_DAMAGED, _ ("there is more after its end."));
}

/**
 * accord_zip_in_finish:
 * @self: a zip of which every file was read
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Reads the directory, which must say of each file what its header said, and nothing more; and the end, after
 * which there is nothing.
 *
 * Returns: whether the zip is whole
 */
gboolean
accord_zip_in_finish (AccordZipIn *self, GCancellable *cancellable, GError **error)
{
  /* The mark of the first was looked at. */
  const gint64 start = self->source.offset - 4;

  for (guint i = 0; i < self->entries->len; i++)
    if (!read_central (self, &g_array_index (self->entries, AccordZipEntry, i), cancellable, error))
      return FALSE;
  return read_end (self, start, cancellable, error);
}
