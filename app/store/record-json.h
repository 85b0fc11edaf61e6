/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

void accord_record_append_json (AccordRecord *self, guint index, GString *json);
char *accord_record_dup_json (AccordRecord *self, guint64 fields);
gboolean accord_record_apply_json (AccordRecord *self, const char *json, guint64 *fields, GError **error);
gboolean accord_record_matches_json (AccordRecord *self, const char *json, char **difference);
void accord_record_append_digest (AccordRecord *self, GString *bytes);

G_END_DECLS
