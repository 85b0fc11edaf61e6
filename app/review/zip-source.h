/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* In bytes. */
#define ACCORD_ZIP_SOURCE_BUFFER (256 * 1024)

/**
 * AccordZipSource:
 * @base: where bytes come from
 * @buffer: those at hand
 * @at: the first of them that is not taken
 * @end: after the last
 * @offset: how many were taken
 *
 * Bytes one after another.
 */
typedef struct
{
  GInputStream *base;
  guint8 *buffer;
  gsize at;
  gsize end;
  gint64 offset;
} AccordZipSource;

gboolean accord_zip_source_fill (AccordZipSource *self, GCancellable *cancellable, GError **error);
gboolean accord_zip_source_take (AccordZipSource *self, guint8 *into, gsize n_bytes,
                                 GCancellable *cancellable, GError **error);
void accord_zip_source_skip (AccordZipSource *self, gsize n_bytes);
gboolean accord_zip_source_fail (GError **error);

static inline guint16
accord_zip_get_16 (const guint8 *at)
{
  return (guint16) (at[0] | at[1] << 8);
}

static inline guint32
accord_zip_get_32 (const guint8 *at)
{
  return accord_zip_get_16 (at) | (guint32) accord_zip_get_16 (at + 2) << 16;
}

G_END_DECLS
