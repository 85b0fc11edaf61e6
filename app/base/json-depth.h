/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint accord_json_find_too_deep (const char *text, gsize length, guint deepest);

G_END_DECLS
