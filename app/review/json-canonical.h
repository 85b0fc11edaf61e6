/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

char *accord_json_canonical_number (double number);
void accord_json_canonical_append (GString *text, JsonNode *node);
char *accord_json_canonical_object (JsonObject *object);

G_END_DECLS
