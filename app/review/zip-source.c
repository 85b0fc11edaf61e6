/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zip-source.h"

#include "pack-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * accord_zip_source_fail:
 * @error: return location for %ACCORD_PACK_ERROR_DAMAGED
 *
 * Returns: %FALSE: it ends too soon
 */
gboolean
accord_zip_source_fail (GError **error)
{
  g_set_error_literal (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_DAMAGED, _ ("it is cut short."));
  return FALSE;
}

/**
 * accord_zip_source_fill:
 * @self: a source
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Makes sure that there is at least one byte at hand, unless that was the last; see whether @at is before
 * @end.
 *
 * Returns: %FALSE with @error set where it cannot be read
 */
gboolean
accord_zip_source_fill (AccordZipSource *self, GCancellable *cancellable, GError **error)
{
  gssize n;

  if (self->at < self->end)
    return TRUE;
  n = g_input_stream_read (self->base, self->buffer, ACCORD_ZIP_SOURCE_BUFFER, cancellable, error);
  self->at = 0;
  self->end = n > 0 ? (gsize) n : 0;
  return n >= 0;
}

/**
 * accord_zip_source_skip:
 * @self: a source
 * @n_bytes: at most those at hand
 *
 * Takes what was read where it lies.
 */
void
accord_zip_source_skip (AccordZipSource *self, gsize n_bytes)
{
  self->at += n_bytes;
  self->offset += (gint64) n_bytes;
}

/**
 * accord_zip_source_take:
 * @self: a source
 * @into: where they go
 * @n_bytes: how many
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Returns: whether there were so many
 */
gboolean
accord_zip_source_take (AccordZipSource *self, guint8 *into, gsize n_bytes, GCancellable *cancellable,
                        GError **error)
{
  while (n_bytes > 0)
    {
      gsize n;

      if (!accord_zip_source_fill (self, cancellable, error))
        return FALSE;
      n = MIN (n_bytes, self->end - self->at);
      if (n == 0)
        return accord_zip_source_fail (error);
      memcpy (into, self->buffer + self->at, n);
      accord_zip_source_skip (self, n);
      into += n;
      n_bytes -= n;
    }
  return TRUE;
}
