/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * ACCORD_JSON_STRICT_DEPTH:
 *
 * The deepest that brackets may stand within brackets.
 */
#define ACCORD_JSON_STRICT_DEPTH 64

JsonNode *accord_json_strict_read (const char *text, gsize length, guint most_values, GError **error);

char *accord_json_canonical_number (double number);
void accord_json_canonical_append (GString *text, JsonNode *node);
char *accord_json_canonical_object (JsonObject *object);

G_END_DECLS
