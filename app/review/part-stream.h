/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "manifest.h"
#include "zip-out.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_PART_STREAM (accord_part_stream_get_type ())

/**
 * AccordPartStream:
 *
 * Where the bytes of one part go: into a zip, held against the size and the digest that the manifest says.
 */
G_DECLARE_FINAL_TYPE (AccordPartStream, accord_part_stream, ACCORD, PART_STREAM, GOutputStream)

/* Told of each piece that is written. */
typedef void (*AccordPartWritten) (gsize n_bytes, gpointer data);

GOutputStream *accord_part_stream_new (AccordZipOut *zip, const AccordPackPart *part,
                                       AccordPartWritten written, gpointer data);
gboolean accord_part_stream_check (AccordPartStream *self, GError **error);

G_END_DECLS
