/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "part-stream.h"

#include "pack-error.h"

#include <glib/gi18n-lib.h>

struct _AccordPartStream
{
  GOutputStream parent_instance;

  AccordZipOut *zip;
  const AccordPackPart *part;
  GChecksum *digest;
  gint64 size;
  AccordPartWritten written;
  gpointer data;
};

G_DEFINE_FINAL_TYPE (AccordPartStream, accord_part_stream, G_TYPE_OUTPUT_STREAM)

static gboolean
fail (AccordPartStream *self, GError **error)
{
  const char *name = self->part->name != NULL ? self->part->name : self->part->path;

  g_set_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_DAMAGED,
               _ ("“%s” is no longer what it was when the pack was begun."), name);
  return FALSE;
}

static gssize
accord_part_stream_write (GOutputStream *stream, const void *buffer, gsize count, GCancellable *cancellable,
                          GError **error)
{
  AccordPartStream *self = ACCORD_PART_STREAM (stream);

  if ((gint64) count > self->part->size - self->size)
    return fail (self, error), -1;
  if (!accord_zip_out_write (self->zip, buffer, count, cancellable, error))
    return -1;
  g_checksum_update (self->digest, buffer, (gssize) count);
  self->size += (gint64) count;
  self->written (count, self->data);
  return (gssize) count;
}

static void
accord_part_stream_finalize (GObject *object)
{
  AccordPartStream *self = ACCORD_PART_STREAM (object);

  g_checksum_free (self->digest);
  G_OBJECT_CLASS (accord_part_stream_parent_class)->finalize (object);
}

static void
accord_part_stream_class_init (AccordPartStreamClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = accord_part_stream_finalize;
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = accord_part_stream_write;
}

static void
accord_part_stream_init (AccordPartStream *self)
{
  self->digest = g_checksum_new (G_CHECKSUM_SHA256);
}

/**
 * accord_part_stream_new:
 * @zip: a zip with a file begun, which outlives the stream
 * @part: what the manifest says of it, which outlives the stream
 * @written: told of each piece
 * @data: for @written
 *
 * Returns: (transfer full): where the bytes of the part go
 */
GOutputStream *
accord_part_stream_new (AccordZipOut *zip, const AccordPackPart *part, AccordPartWritten written,
                        gpointer data)
{
  AccordPartStream *self = g_object_new (ACCORD_TYPE_PART_STREAM, NULL);

  self->zip = zip;
  self->part = part;
  self->written = written;
  self->data = data;
  return G_OUTPUT_STREAM (self);
}

/**
 * accord_part_stream_check:
 * @self: a stream to which all was written
 * @error: return location for %ACCORD_PACK_ERROR_DAMAGED
 *
 * Returns: whether it was what the manifest says
 */
gboolean
accord_part_stream_check (AccordPartStream *self, GError **error)
{
  return (self->size == self->part->size
          && g_str_equal (g_checksum_get_string (self->digest), self->part->digest))
         || fail (self, error);
}
