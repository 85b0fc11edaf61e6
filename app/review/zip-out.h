/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AccordZipOut:
 *
 * Writes a zip from its beginning to its end, without going back, in constant memory: what goes out may be
 * sealed as it goes.
 */
typedef struct _AccordZipOut AccordZipOut;

AccordZipOut *accord_zip_out_new (GOutputStream *base);
void accord_zip_out_free (AccordZipOut *self);
gboolean accord_zip_out_add (AccordZipOut *self, const char *name, const void *bytes, gsize n_bytes,
                             GCancellable *cancellable, GError **error);
gboolean accord_zip_out_begin (AccordZipOut *self, const char *name, gboolean deflate,
                               GCancellable *cancellable, GError **error);
gboolean accord_zip_out_write (AccordZipOut *self, const void *bytes, gsize n_bytes,
                               GCancellable *cancellable, GError **error);
gboolean accord_zip_out_end (AccordZipOut *self, GCancellable *cancellable, GError **error);
gboolean accord_zip_out_finish (AccordZipOut *self, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordZipOut, accord_zip_out_free)

G_END_DECLS
