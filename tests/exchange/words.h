/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GHashTable *words_numbers (const char *text, gboolean spelled_one);
gboolean words_have_date (const char *text, const char *iso);
gboolean words_have (const char *text, const char *part);
GHashTable *words_tokens (const char *text, gboolean lower);
char *words_unknown_name (const char *text, GHashTable *known, GHashTable *known_lower);

G_END_DECLS
