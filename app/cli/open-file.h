/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean accord_cli_can_open (const char *path, GError **error);
GBytes *accord_cli_load (const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
