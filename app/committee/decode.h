/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gunichar accord_decode_windows_1252 (guchar byte);
char *accord_decode (GBytes *raw, const char *content_type, gsize *length, const char **note);

G_END_DECLS
