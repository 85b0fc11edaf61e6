/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *accord_http_unpack (GBytes *packed, const char *packing, gsize limit, GError **error);

G_END_DECLS
