/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "json.h"
#include "names.h"

G_BEGIN_DECLS

gboolean accord_json_record (AccordJson *json, AccordRecord *record, AccordNames *names, GError **error);
gboolean accord_json_fields (AccordJson *json, AccordRecord *record, guint64 fields, AccordNames *names,
                             GError **error);
void accord_json_decimal (AccordJson *json, const char *text);

G_END_DECLS
