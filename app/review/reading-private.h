/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pack.h"
#include "writer.h"

G_BEGIN_DECLS

/* Settings of a reading file: the manifest of the request, the review that is written, the words of the key.
 */
#define ACCORD_READING_MANIFEST "reading.manifest"
#define ACCORD_READING_REVIEW "reading.review"
#define ACCORD_READING_WORDS "reading.words"

/* Whether an identifier may be part of a file's name. */
gboolean accord_reading_is_plain (const char *uid);
/* The manifest of the request that a reading file is of, and the uid of the review; %NULL without @error for
 * any other workspace. */
AccordPackManifest *accord_reading_get_manifest (AccordReader *reader, char **review, GError **error);
/* Takes in the files of documents. @wanted: (nullable): uids of those that are wanted, %NULL for all. */
gboolean accord_reading_take_documents (AccordWriter *writer, AccordPack *pack, GHashTable *wanted,
                                        AccordProgressFunc progress, gpointer progress_data, GError **error);

G_END_DECLS
