/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AccordSafeFile:
 *
 * A file that is there whole or not at all: it is written beside its place and moved there at the end.
 */
typedef struct _AccordSafeFile AccordSafeFile;

AccordSafeFile *accord_safe_file_new (GFile *file, GError **error);
void accord_safe_file_free (AccordSafeFile *self);
const char *accord_safe_file_get_path (AccordSafeFile *self);
GOutputStream *accord_safe_file_open (AccordSafeFile *self, GError **error);
gboolean accord_safe_file_finish (AccordSafeFile *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordSafeFile, accord_safe_file_free)

G_END_DECLS
