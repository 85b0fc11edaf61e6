/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack-private.h"

#include "pack-error.h"
#include "zip-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Enough of a file to know it by. */
#define HEAD 4096

/* Sealing adds a little to each chunk, and text form a third; more than that is no pack. */
#define LARGEST_FILE (ACCORD_PACK_MAX_SIZE / 2 * 3)

G_DEFINE_BOXED_TYPE (AccordPack, accord_pack, accord_pack_ref, accord_pack_unref)

/**
 * accord_pack_new:
 * @file: where it comes from
 * @error: return location for an error
 *
 * Makes the folder that its parts will lie in, for nobody else to look into.
 *
 * Returns: (transfer full): an empty pack
 */
AccordPack *
accord_pack_new (GFile *file, GError **error)
{
  g_autoptr (AccordPack) self = g_new0 (AccordPack, 1);

  self->ref_count = 1;
  self->name = accord_pack_dup_file_name (file);
  self->folder = accord_pack_folder_new (error);
  return self->folder != NULL ? g_steal_pointer (&self) : NULL;
}

AccordPack *
accord_pack_ref (AccordPack *self)
{
  g_atomic_int_inc (&self->ref_count);
  return self;
}

/**
 * accord_pack_unref:
 * @self: (transfer full): a pack
 *
 * Lets go of it; with the last that hold it goes the folder of its parts.
 */
void
accord_pack_unref (AccordPack *self)
{
  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;
  g_clear_pointer (&self->content, g_bytes_unref);
  g_clear_pointer (&self->folder, accord_pack_folder_free);
  g_clear_pointer (&self->manifest, accord_pack_manifest_free);
  g_clear_pointer (&self->signer, accord_public_key_unref);
  g_free (self->name);
  g_free (self);
}

/**
 * accord_pack_get_manifest:
 * @self: a pack
 *
 * Returns: (transfer none): what it says of itself
 */
const AccordPackManifest *
accord_pack_get_manifest (AccordPack *self)
{
  return self->manifest;
}

/**
 * accord_pack_get_signer:
 * @self: a pack
 *
 * Returns: (transfer none): the key that signed it, with the name that the pack gives its holder
 */
AccordPublicKey *
accord_pack_get_signer (AccordPack *self)
{
  return self->signer;
}

/**
 * accord_pack_get_lock:
 * @self: a pack
 *
 * Returns: how the file was sealed
 */
AccordAgeLock
accord_pack_get_lock (AccordPack *self)
{
  return self->lock;
}

/**
 * accord_pack_get_file_name:
 * @self: a pack
 *
 * Returns: what the file is called, for people
 */
const char *
accord_pack_get_file_name (AccordPack *self)
{
  return self->name;
}

/**
 * accord_pack_get_case:
 * @self: a pack
 *
 * Returns: (transfer none): the bytes of case.json, which are JSON within bounds
 */
GBytes *
accord_pack_get_case (AccordPack *self)
{
  return self->content;
}

char *
accord_pack_dup_part_path (AccordPack *self, guint index)
{
  char name[16];

  g_snprintf (name, sizeof name, "%u", index);
  return g_build_filename (self->folder->path, name, NULL);
}

/**
 * accord_pack_get_part:
 * @self: a pack
 * @index: of a part of the manifest
 *
 * Returns: (transfer full): where it lies for as long as the pack is held
 */
GFile *
accord_pack_get_part (AccordPack *self, guint index)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (index < self->manifest->parts->len, NULL);

  path = accord_pack_dup_part_path (self, index);
  return g_file_new_for_path (path);
}

static gboolean
is_ours (const guint8 *bytes, gsize n_bytes)
{
  static const char mark[] = "mimetype" ACCORD_PACK_MIME_TYPE;
  const gsize at = 4 + ACCORD_ZIP_LOCAL_SIZE;

  return n_bytes >= at + sizeof mark - 1 && memcmp (bytes + at, mark, sizeof mark - 1) == 0;
}

/**
 * accord_pack_look_at:
 * @bytes: the first bytes of a file
 * @n_bytes: how many
 * @lock: (out): how it is sealed
 * @error: return location for %ACCORD_PACK_ERROR_FORMAT
 *
 * Returns: whether it may be a pack
 */
gboolean
accord_pack_look_at (const guint8 *bytes, gsize n_bytes, AccordAgeLock *lock, GError **error)
{
  static const guint8 zip[] = { 'P', 'K', 3, 4 };
  const gboolean zipped = n_bytes >= sizeof zip && memcmp (bytes, zip, sizeof zip) == 0;

  *lock = accord_age_look (bytes, n_bytes);
  if (*lock != ACCORD_AGE_OPEN || (zipped && is_ours (bytes, n_bytes)))
    return TRUE;
  g_set_error_literal (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_FORMAT,
                       n_bytes == 0 ? _ ("it is empty.")
                       : zipped     ? _ ("it is a zip file, but no pack.")
                                    : _ ("it is no pack."));
  return FALSE;
}

/* A folder is no pack, and a pipe might never say anything. */
static GFileInputStream *
open_file (GFile *file, goffset *size, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                         G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info == NULL)
    return NULL;
  *size = g_file_info_get_size (info);
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    g_set_error_literal (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_FORMAT, _ ("it is not a file."));
  else if (*size > LARGEST_FILE)
    g_set_error_literal (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_TOO_LARGE,
                         _ ("it is larger than a pack may be."));
  else
    return g_file_read (file, cancellable, error);
  return NULL;
}

static GInputStream *
look (GFile *file, goffset *size, AccordAgeLock *lock, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = open_file (file, size, cancellable, error);
  guint8 head[HEAD];
  gsize n = 0;

  if (stream == NULL
      || !g_input_stream_read_all (G_INPUT_STREAM (stream), head, sizeof head, &n, cancellable, error)
      || !accord_pack_look_at (head, n, lock, error)
      || !g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_SET, cancellable, error))
    return NULL;
  return G_INPUT_STREAM (g_steal_pointer (&stream));
}

/**
 * accord_pack_look:
 * @file: a file
 * @lock: (out): how it is sealed
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Looks at the first bytes of a file, to know what must be asked for before it can be opened.
 *
 * Returns: whether it may be a pack
 */
gboolean
accord_pack_look (GFile *file, AccordAgeLock *lock, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GInputStream) stream = NULL;
  goffset size;

  g_return_val_if_fail (G_IS_FILE (file) && lock != NULL, FALSE);

  stream = look (file, &size, lock, cancellable, &problem);
  if (stream != NULL)
    return TRUE;
  accord_pack_settle_error (file, &problem);
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static GInputStream *
open_stream (GInputStream *base, AccordAgeLock lock, const AccordPackKeys *keys, GCancellable *cancellable,
             GError **error)
{
  if (lock == ACCORD_AGE_OPEN)
    return g_object_ref (base);
  return accord_age_open (base, keys != NULL ? keys->identities : NULL,
                          keys != NULL ? keys->passphrase : NULL, cancellable, error);
}

static gboolean
read_file (GFile *file, const AccordPackKeys *keys, AccordPackReading *reading, GError **error)
{
  AccordPack *pack = reading->pack;
  g_autoptr (GInputStream) base = NULL;
  g_autoptr (GInputStream) stream = NULL;
  goffset size;

  base = look (file, &size, &pack->lock, reading->cancellable, error);
  if (base == NULL)
    return FALSE;
  stream = open_stream (base, pack->lock, keys, reading->cancellable, error);
  reading->packed = size;
  return stream != NULL && accord_pack_read_stream (reading, stream, error);
}

/**
 * accord_pack_read:
 * @file: a file
 * @keys: (nullable): what it may be opened with, where it is sealed
 * @progress: (nullable): told how many bytes of parts are read
 * @progress_data: for @progress
 * @cancellable: (nullable): to stop
 * @error: return location for an #AccordPackError, or a #GIOErrorEnum where a disk or a person ends it
 *
 * Reads a pack, of which nothing is believed that was not checked. It is read once from its beginning to its
 * end, so that what was checked is what was read; each part goes into a private folder as it comes. Whatever
 * is wrong with it, nothing stays. For a thread other than the main one.
 *
 * Returns: (transfer full): the pack, or %NULL
 */
AccordPack *
accord_pack_read (GFile *file, const AccordPackKeys *keys, AccordProgressFunc progress,
                  gpointer progress_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (AccordPack) pack = NULL;
  AccordPackReading reading = { .progress = progress,
                                .progress_data = progress_data,
                                .cancellable = cancellable };

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  pack = reading.pack = accord_pack_new (file, &problem);
  if (pack != NULL && read_file (file, keys, &reading, &problem))
    return g_steal_pointer (&pack);
  accord_pack_settle_error (file, &problem);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}
