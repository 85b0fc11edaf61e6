/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "key-pair.h"
#include "manifest.h"
#include "writer.h"

G_BEGIN_DECLS

/**
 * AccordPackPartFunc:
 * @part: the part that is wanted
 * @stream: where its bytes go; exactly its @size of them, with its @digest
 * @data: the data given to accord_pack_write()
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error
 *
 * Writes the bytes of one part.
 *
 * Returns: %FALSE with @error set when it cannot
 */
typedef gboolean (*AccordPackPartFunc) (const AccordPackPart *part, GOutputStream *stream, gpointer data,
                                        GCancellable *cancellable, GError **error);

/**
 * AccordPackSeal:
 * @recipients: (nullable): "age1…" keys, %NULL-terminated, that may open it
 * @passphrase: (nullable): or the passphrase that opens it
 *
 * For whom a pack is sealed. With neither it is signed only.
 */
typedef struct
{
  const char *const *recipients;
  const char *passphrase;
} AccordPackSeal;

/* Writes a whole pack beside @file and then puts it in its place, so that there is a pack or nothing. An
 * existing file is refused unless @replace. Documents that are packed already (PDF, images, archives) are
 * stored as they are, the rest is deflated. Progress counts bytes of parts. */
gboolean accord_pack_write (GFile *file, const AccordPackManifest *manifest, AccordPackPartFunc func,
                            gpointer data, AccordKeyPair *signer, const AccordPackSeal *seal,
                            gboolean replace, AccordProgressFunc progress, gpointer progress_data,
                            GCancellable *cancellable, GError **error);

G_END_DECLS
