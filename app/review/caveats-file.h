/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "comments-file.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What the reviewers say of the answers to caveats that they raised: objects with "caveat", by uid or words,
 * and "state": accepted, or open for one that is open again. */
gboolean accord_caveats_file_write (AccordWriter *writer, const AccordCommentsFile *file, JsonArray *rows,
                                    GError **error);

G_END_DECLS
