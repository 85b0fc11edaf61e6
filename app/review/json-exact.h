/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *accord_json_exact_read (const char *text, gsize length, guint most_values, GError **error);

G_END_DECLS
