/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AccordPackFile:
 *
 * A file that is there whole or not at all: it is written beside its place and moved there at the end.
 */
typedef struct _AccordPackFile AccordPackFile;

AccordPackFile *accord_pack_file_new (GFile *file, gboolean replace, GError **error);
void accord_pack_file_free (AccordPackFile *self);
GOutputStream *accord_pack_file_get_stream (AccordPackFile *self);
gboolean accord_pack_file_finish (AccordPackFile *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPackFile, accord_pack_file_free)

G_END_DECLS
