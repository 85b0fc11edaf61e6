/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack-private.h"

#include "dossier-private.h"
#include "json-exact.h"
#include "minisign.h"
#include "pack-error.h"
#include "seal-error.h"
#include "zip-in.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* In bytes: a signature in the format of minisign, with its two comments. */
#define LONGEST_SIGNATURE 4096

/* What may be unpacked of each byte of the file, beside what any pack may have: text packs well, but no
 * business case packs like this. */
#define LARGEST_RATIO 100
#define FREE_OF_RATIO (16 * 1024 * 1024)

/* How often progress is told, in microseconds. */
#define PAUSE (G_USEC_PER_SEC / 20)

typedef struct
{
  const AccordPackReading *reading;
  AccordZipIn *zip;
  const char *path;
  int fd;
  GChecksum *digest;
  gint64 done;
  gint64 total;
  gint64 told;
} Reading;

static gboolean
fail (GError **error, AccordPackError code, const char *why)
{
  g_set_error_literal (error, ACCORD_PACK_ERROR, code, why);
  return FALSE;
}

static gboolean
gather (const guint8 *bytes, gsize n_bytes, gpointer data, GError **error)
{
  g_byte_array_append (data, bytes, (guint) n_bytes);
  return TRUE;
}

/* One of the small files that stand first, each at its place. */
static GByteArray *
read_first (Reading *self, const char *name, gsize largest, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  GError *problem = NULL;
  const AccordZipEntry *entry = accord_zip_in_next (self->zip, self->reading->cancellable, &problem);

  if (problem != NULL)
    {
      g_propagate_error (error, problem);
      return NULL;
    }
  if (entry == NULL || !g_str_equal (entry->name, name))
    {
      g_set_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_FORMAT,
                   _ ("it is no pack: “%s” is not where it must be."), name);
      return NULL;
    }
  if ((entry->flags & ACCORD_ZIP_LATER) != 0 || entry->size == 0)
    {
      g_set_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_FORMAT,
                   _ ("its “%s” is empty, or does not say beforehand how large it is."), name);
      return NULL;
    }
  if (entry->size > largest)
    {
      g_set_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_TOO_LARGE,
                   _ ("its “%s” is larger than one may be."), name);
      return NULL;
    }
  return accord_zip_in_read (self->zip, entry->size, gather, bytes, self->reading->cancellable, error)
             ? g_steal_pointer (&bytes)
             : NULL;
}

/* So that other programs know the file by its first bytes, nothing may stand between them. */
static gboolean
read_mark (Reading *self, GError **error)
{
  const char *mime = ACCORD_PACK_MIME_TYPE;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  GError *problem = NULL;
  const AccordZipEntry *entry = accord_zip_in_next (self->zip, self->reading->cancellable, &problem);

  if (problem != NULL)
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  if (entry == NULL || !g_str_equal (entry->name, "mimetype") || entry->method != ACCORD_ZIP_STORED
      || entry->flags != 0 || entry->extra != 0 || entry->size != strlen (mime))
    return fail (error, ACCORD_PACK_ERROR_FORMAT, _ ("it is a zip file, but no pack."));
  if (!accord_zip_in_read (self->zip, entry->size, gather, bytes, self->reading->cancellable, error))
    return FALSE;
  return memcmp (bytes->data, mime, bytes->len) == 0
         || fail (error, ACCORD_PACK_ERROR_FORMAT, _ ("it is a zip file, but no pack."));
}

/* The key is that which the manifest names; the signature says that whoever has it wrote every byte. */
static gboolean
check_signature (AccordPack *pack, GByteArray *json, GByteArray *signature, GError **error)
{
  const char *key = pack->manifest->from->key;
  g_autoptr (GError) problem = NULL;

  if (key == NULL)
    return fail (error, ACCORD_PACK_ERROR_SIGNATURE, _ ("it does not say whose key signed it."));
  pack->signer = accord_public_key_parse (key, -1, NULL);
  if (pack->signer == NULL)
    return fail (error, ACCORD_PACK_ERROR_SIGNATURE, _ ("what it gives for the key that signed it is none."));
  if (accord_minisign_verify ((const char *) signature->data, signature->len, json->data, json->len,
                              accord_public_key_get_signing (pack->signer), NULL, &problem))
    return TRUE;
  return fail (error, ACCORD_PACK_ERROR_SIGNATURE,
               g_error_matches (problem, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_SIGNATURE)
                   ? _ ("it was changed after it was signed, or signed by another key than it names.")
                   : _ ("it is not signed."));
}

/* Refused before a byte of it is unpacked. */
static gboolean
check_sizes (Reading *self, GError **error)
{
  const GPtrArray *parts = self->reading->pack->manifest->parts;

  for (guint i = 0; i < parts->len; i++)
    self->total += ((const AccordPackPart *) parts->pdata[i])->size;
  return self->total <= FREE_OF_RATIO + self->reading->packed * LARGEST_RATIO
         || fail (error, ACCORD_PACK_ERROR_TOO_LARGE, _ ("it would unpack to far more than it can hold."));
}

static gboolean
read_head (Reading *self, GError **error)
{
  AccordPack *pack = self->reading->pack;
  g_autoptr (GByteArray) json = NULL;
  g_autoptr (GByteArray) signature = NULL;

  if (!read_mark (self, error))
    return FALSE;
  json = read_first (self, "manifest.json", ACCORD_PACK_MAX_MANIFEST, error);
  if (json == NULL)
    return FALSE;
  signature = read_first (self, "manifest.json.minisig", LONGEST_SIGNATURE, error);
  if (signature == NULL)
    return FALSE;
  pack->manifest = accord_pack_manifest_parse ((const char *) json->data, json->len, error);
  return pack->manifest != NULL && check_signature (pack, json, signature, error)
         && check_sizes (self, error);
}

static void
tell (Reading *self, gsize n_bytes)
{
  const gint64 now = g_get_monotonic_time ();

  self->done += (gint64) n_bytes;
  if (self->reading->progress == NULL || (now - self->told < PAUSE && self->done < self->total))
    return;
  self->told = now;
  self->reading->progress (self->done, self->total, self->reading->progress_data);
}

static gboolean
fail_write (Reading *self, GError **error)
{
  const int code = errno;

  if (code == ENOSPC || code == EDQUOT)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, _ ("there is no room in “%s” to unpack it."),
                 g_get_tmp_dir ());
  else
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _ ("it cannot be unpacked into “%s”: %s."),
                 g_get_tmp_dir (), g_strerror (code));
  return FALSE;
}

static gboolean
keep (const guint8 *bytes, gsize n_bytes, gpointer data, GError **error)
{
  Reading *self = data;

  if (g_cancellable_set_error_if_cancelled (self->reading->cancellable, error))
    return FALSE;
  g_checksum_update (self->digest, bytes, (gssize) n_bytes);
  tell (self, n_bytes);
  while (n_bytes > 0)
    {
      const ssize_t n = write (self->fd, bytes, n_bytes);

      if (n < 0 && errno != EINTR)
        return fail_write (self, error);
      bytes += MAX (n, 0);
      n_bytes -= (gsize) MAX (n, 0);
    }
  return TRUE;
}

/* For people, a document is called as they know it. */
static gboolean
not_signed (const AccordPackPart *part, GError **error)
{
  g_set_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_DAMAGED,
               _ ("its “%s” is not the one that was signed."), part->name != NULL ? part->name : part->path);
  return FALSE;
}

static gboolean
read_part (Reading *self, const AccordPackPart *part, guint index, GError **error)
{
  g_autofree char *path = accord_pack_dup_part_path (self->reading->pack, index);
  g_autoptr (GChecksum) digest = g_checksum_new (G_CHECKSUM_SHA256);
  gboolean done;

  self->digest = digest;
  self->fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (self->fd < 0)
    return fail_write (self, error);
  done = accord_zip_in_read (self->zip, (guint32) part->size, keep, self, self->reading->cancellable, error);
  if (close (self->fd) != 0 && done)
    return fail_write (self, error);
  if (!done)
    return FALSE;
  return g_str_equal (g_checksum_get_string (digest), part->digest) || not_signed (part, error);
}

static guint
find_part (const GPtrArray *parts, const char *path)
{
  guint i;

  for (i = 0; i < parts->len; i++)
    if (g_str_equal (((const AccordPackPart *) parts->pdata[i])->path, path))
      break;
  return i;
}

/* In whatever order they come, each of the manifest's once and no other. */
static gboolean
read_parts (Reading *self, GError **error)
{
  const GPtrArray *parts = self->reading->pack->manifest->parts;
  g_autofree gboolean *read = g_new0 (gboolean, parts->len);
  const AccordZipEntry *entry;
  GError *problem = NULL;

  while ((entry = accord_zip_in_next (self->zip, self->reading->cancellable, &problem)) != NULL)
    {
      const guint i = find_part (parts, entry->name);

      if (i == parts->len)
        return fail (error, ACCORD_PACK_ERROR_DAMAGED, _ ("it has a part that the manifest does not list."));
      if (read[i])
        return fail (error, ACCORD_PACK_ERROR_UNSAFE, _ ("it has two parts of one name."));
      if (!(entry->flags & ACCORD_ZIP_LATER) && entry->size != ((AccordPackPart *) parts->pdata[i])->size)
        return not_signed (parts->pdata[i], error);
      if (!read_part (self, parts->pdata[i], i, error))
        return FALSE;
      read[i] = TRUE;
    }
  if (problem != NULL)
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  for (guint i = 0; i < parts->len; i++)
    if (!read[i])
      return fail (error, ACCORD_PACK_ERROR_DAMAGED, _ ("a part that the manifest lists is missing."));
  return TRUE;
}

/* Mapped, so that it takes memory only where it is looked at. */
static gboolean
load_case (AccordPack *pack, GError **error)
{
  const guint index = find_part (pack->manifest->parts, ACCORD_PACK_CASE);
  g_autofree char *path = accord_pack_dup_part_path (pack, index);
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  g_autoptr (JsonNode) root = NULL;
  const char *text;
  gsize length;

  if (file == NULL)
    return FALSE;
  pack->content = g_mapped_file_get_bytes (file);
  text = g_bytes_get_data (pack->content, &length);
  root = accord_json_exact_read (length > 0 ? text : "", length, ACCORD_DOSSIER_MOST_VALUES, error);
  if (root == NULL)
    /* Translators: a line of the case, and what is wrong there, follow. */
    g_prefix_error (error, "%s, ", _ ("its case cannot be read"));
  return root != NULL;
}

/**
 * accord_pack_read_stream:
 * @reading: a pack that is empty, and how large its file is
 * @stream: the bytes of the zip
 * @error: return location for an error
 *
 * Reads all of it: what stands first, the signature, the parts, and the directory that must say the same.
 *
 * Returns: whether it is a pack
 */
gboolean
accord_pack_read_stream (const AccordPackReading *reading, GInputStream *stream, GError **error)
{
  g_autoptr (AccordZipIn) zip = accord_zip_in_new (stream);
  Reading self = { .reading = reading, .zip = zip };

  return read_head (&self, error) && read_parts (&self, error)
         && accord_zip_in_finish (zip, reading->cancellable, error) && load_case (reading->pack, error);
}
