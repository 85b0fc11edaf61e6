/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zip-format.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AccordZipIn:
 *
 * Reads a zip from its first byte to its last, once, in constant memory: what comes in may be being opened as
 * it comes. There is one way only to read what it takes: files stand one after another, each with its header
 * at its place, and the directory at the end must say the same of each. What other readers might read in
 * another way is refused.
 */
typedef struct _AccordZipIn AccordZipIn;

/* Where the bytes of a file go. */
typedef gboolean (*AccordZipSink) (const guint8 *bytes, gsize n_bytes, gpointer data, GError **error);

AccordZipIn *accord_zip_in_new (GInputStream *base);
void accord_zip_in_free (AccordZipIn *self);
/* The next file; %NULL without @error after the last. */
const AccordZipEntry *accord_zip_in_next (AccordZipIn *self, GCancellable *cancellable, GError **error);
/* The bytes of that file, which must be @size of them. */
gboolean accord_zip_in_read (AccordZipIn *self, guint32 size, AccordZipSink sink, gpointer data,
                             GCancellable *cancellable, GError **error);
/* The directory, held against the files that were read, and the end. */
gboolean accord_zip_in_finish (AccordZipIn *self, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordZipIn, accord_zip_in_free)

G_END_DECLS
