/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack-writer.h"

#include "age.h"
#include "minisign.h"
#include "pack-error.h"
#include "pack-file.h"
#include "part-stream.h"
#include "zip-out.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How often progress is told, in microseconds. */
#define PAUSE (G_USEC_PER_SEC / 20)

typedef struct
{
  const AccordPackManifest *manifest;
  AccordPackPartFunc func;
  gpointer data;
  AccordZipOut *zip;
  AccordProgressFunc progress;
  gpointer progress_data;
  gint64 done;
  gint64 total;
  gint64 told;
  GCancellable *cancellable;
} Writing;

static void
tell (gsize n_bytes, gpointer data)
{
  Writing *self = data;
  const gint64 now = g_get_monotonic_time ();

  self->done += (gint64) n_bytes;
  if (self->progress == NULL || (now - self->told < PAUSE && self->done < self->total))
    return;
  self->told = now;
  self->progress (self->done, self->total, self->progress_data);
}

/* What is packed already only grows by being packed again. */
static gboolean
is_packed (const AccordPackPart *part)
{
  static const char *const beginnings[] = { "image/", "video/", "audio/", "application/vnd.openxmlformats",
                                            "application/vnd.oasis.opendocument" };
  static const char *const types[] = { "application/pdf",
                                       "application/zip",
                                       "application/gzip",
                                       "application/x-xz",
                                       "application/x-bzip2",
                                       "application/zstd",
                                       "application/x-7z-compressed",
                                       NULL };
  const char *type = part->media_type;

  if (type == NULL || g_str_equal (type, "image/svg+xml") || g_str_equal (type, "image/bmp"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_str_has_prefix (type, beginnings[i]))
      return TRUE;
  return g_strv_contains (types, type);
}

static gboolean
write_part (Writing *self, const AccordPackPart *part, GError **error)
{
  g_autoptr (GOutputStream) stream = accord_part_stream_new (self->zip, part, tell, self);

  return accord_zip_out_begin (self->zip, part->path, !is_packed (part), self->cancellable, error)
         && self->func (part, stream, self->data, self->cancellable, error)
         && accord_part_stream_check (ACCORD_PART_STREAM (stream), error)
         && accord_zip_out_end (self->zip, self->cancellable, error);
}

static gboolean
write_zip (Writing *self, const char *json, const char *signature, GError **error)
{
  const char *mime = ACCORD_PACK_MIME_TYPE;

  if (!accord_zip_out_add (self->zip, "mimetype", mime, strlen (mime), self->cancellable, error)
      || !accord_zip_out_add (self->zip, "manifest.json", json, strlen (json), self->cancellable, error)
      || !accord_zip_out_add (self->zip, "manifest.json.minisig", signature, strlen (signature),
                              self->cancellable, error))
    return FALSE;
  for (guint i = 0; i < self->manifest->parts->len; i++)
    if (!write_part (self, self->manifest->parts->pdata[i], error))
      return FALSE;
  return accord_zip_out_finish (self->zip, self->cancellable, error);
}

static gboolean
is_sealed (const AccordPackSeal *seal)
{
  return seal != NULL
         && (seal->passphrase != NULL || (seal->recipients != NULL && seal->recipients[0] != NULL));
}

static GOutputStream *
open_stream (GOutputStream *base, const AccordPackSeal *seal, GCancellable *cancellable, GError **error)
{
  if (!is_sealed (seal))
    return g_object_ref (base);
  return accord_age_seal (base, seal->passphrase == NULL ? seal->recipients : NULL, seal->passphrase,
                          cancellable, error);
}

/* What cannot be read here is not sent to anybody else. */
static gboolean
check_manifest (const char *json, AccordKeyPair *signer, GError **error)
{
  g_autoptr (AccordPackManifest) read = accord_pack_manifest_parse (json, -1, error);
  g_autoptr (AccordPublicKey) named = NULL;

  if (read == NULL)
    return FALSE;
  if (read->from->key != NULL)
    named = accord_public_key_parse (read->from->key, -1, NULL);
  if (named != NULL && accord_public_key_equal (named, accord_key_pair_get_public (signer)))
    return TRUE;
  g_set_error_literal (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_SIGNATURE,
                       _ ("the manifest does not name the key that signs it."));
  return FALSE;
}

static char *
sign (const AccordPackManifest *manifest, const char *json, AccordKeyPair *signer, GError **error)
{
  g_autofree char *comment = g_strdup_printf ("accord pack %s of %s", manifest->uid, manifest->made);

  return accord_minisign_sign (signer, (const guint8 *) json, strlen (json), comment, error);
}

/* What goes wrong on the way is told with the file's name. */
static void
name_file (GFile *file, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || strstr ((*error)->message, name) != NULL)
    return;
  if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    {
      g_clear_error (error);
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                   _ ("“%s” was not written, for there is no room for it."), name);
      return;
    }
  /* Translators: the name of a file; what went wrong follows. */
  g_prefix_error (error, _ ("“%s” was not written: "), name);
}

static gboolean
write_file (Writing *self, GFile *file, AccordKeyPair *signer, const AccordPackSeal *seal, gboolean replace,
            GError **error)
{
  g_autofree char *json = accord_pack_manifest_dup_json (self->manifest);
  g_autofree char *signature = NULL;
  g_autoptr (AccordPackFile) beside = NULL;
  g_autoptr (GOutputStream) stream = NULL;
  g_autoptr (AccordZipOut) zip = NULL;

  if (!check_manifest (json, signer, error))
    return FALSE;
  signature = sign (self->manifest, json, signer, error);
  if (signature == NULL)
    return FALSE;
  beside = accord_pack_file_new (file, replace, error);
  if (beside == NULL)
    return FALSE;
  stream = open_stream (accord_pack_file_get_stream (beside), seal, self->cancellable, error);
  if (stream == NULL)
    return FALSE;
  zip = self->zip = accord_zip_out_new (stream);
  return write_zip (self, json, signature, error) && g_output_stream_close (stream, self->cancellable, error)
         && !g_cancellable_set_error_if_cancelled (self->cancellable, error)
         && accord_pack_file_finish (beside, error);
}

/**
 * accord_pack_write:
 * @file: where the pack goes
 * @manifest: what it says of itself; its @from names the key of @signer
 * @func: writes the bytes of a part
 * @data: for @func
 * @signer: whose key signs
 * @seal: (nullable): for whom it is sealed
 * @replace: whether a file that is there is replaced
 * @progress: (nullable): told how many bytes of parts are written
 * @progress_data: for @progress
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Writes a pack. The parts come in the order of the manifest, each is read once, and one that is no longer
 * what the manifest says ends it. Nothing of it is to be seen until it is whole. The same input gives the
 * same bytes, unless they are sealed.
 *
 * Returns: whether the pack is in its place; if not, what was there is as it was
 */
gboolean
accord_pack_write (GFile *file, const AccordPackManifest *manifest, AccordPackPartFunc func, gpointer data,
                   AccordKeyPair *signer, const AccordPackSeal *seal, gboolean replace,
                   AccordProgressFunc progress, gpointer progress_data, GCancellable *cancellable,
                   GError **error)
{
  Writing self = { .manifest = manifest,
                   .func = func,
                   .data = data,
                   .progress = progress,
                   .progress_data = progress_data,
                   .cancellable = cancellable };
  g_autoptr (GError) problem = NULL;

  g_return_val_if_fail (G_IS_FILE (file) && manifest != NULL && func != NULL && signer != NULL, FALSE);

  for (guint i = 0; i < manifest->parts->len; i++)
    self.total += ((const AccordPackPart *) manifest->parts->pdata[i])->size;
  if (write_file (&self, file, signer, seal, replace, &problem))
    return TRUE;
  name_file (file, &problem);
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}
