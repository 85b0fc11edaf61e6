/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *accord_ics_dup (GPtrArray *entries, const char *name, guint *n_left_out);
gboolean accord_ics_write (GPtrArray *entries, const char *name, GFile *file, guint *n_left_out,
                           GError **error);

G_END_DECLS
