/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pack.h"
#include "writer.h"

G_BEGIN_DECLS

/* The manifest of the request that a reading file is of, and the uid of the review; %NULL without @error for
 * any other workspace. */
AccordPackManifest *accord_reading_get_manifest (AccordReader *reader, char **review, GError **error);
/* Takes in the files of documents. @wanted: (nullable): uids of those that are wanted, %NULL for all. */
gboolean accord_reading_take_documents (AccordWriter *writer, AccordPack *pack, GHashTable *wanted,
                                        AccordProgressFunc progress, gpointer progress_data, GError **error);

G_END_DECLS
