/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "decimal.h"

G_BEGIN_DECLS

JsonParser *accord_json_read (const char *text, gssize length, GError **error);

JsonObject *accord_json_get_object (JsonObject *object, const char *member);
JsonArray *accord_json_get_array (JsonObject *object, const char *member);
JsonObject *accord_json_get_row (JsonArray *array, guint index);
const char *accord_json_get_text (JsonObject *object, const char *member);
gboolean accord_json_get_whole (JsonObject *object, const char *member, gint64 *value);
gboolean accord_json_get_decimal (JsonObject *object, const char *member, AccordDecimal *value);
gboolean accord_json_is_true (JsonObject *object, const char *member);

G_END_DECLS
