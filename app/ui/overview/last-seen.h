/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gint64 accord_last_seen_get (const char *path);
void accord_last_seen_set (const char *path, gint64 change);

G_END_DECLS
