/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "writer.h"

G_BEGIN_DECLS

/**
 * ACCORD_CONTENT_LIMIT:
 *
 * The largest file that a workspace takes in, in bytes: 256 MiB.
 */
#define ACCORD_CONTENT_LIMIT (G_GINT64_CONSTANT (256) * 1024 * 1024)

gboolean accord_writer_add_content (AccordWriter *self, GInputStream *stream, gint64 expected,
                                    const char *name, AccordProgressFunc progress, gpointer progress_data,
                                    char **digest, gint64 *size, GError **error);
gint64 accord_reader_content_size (AccordReader *self, const char *digest);
gboolean accord_reader_copy_content (AccordReader *self, const char *digest, GOutputStream *stream,
                                     AccordProgressFunc progress, gpointer progress_data, GError **error);
gboolean accord_writer_collect_contents (AccordWriter *self, GError **error);

G_END_DECLS
