/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query.h"
#include "schema.h"

G_BEGIN_DECLS

char *accord_query_dup_json (AccordQuery *self);
AccordQuery *accord_query_new_from_json (AccordSchema *schema, const char *json, GError **error);

G_END_DECLS
