/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ods.h"

G_BEGIN_DECLS

gboolean accord_ods_read_json (AccordOdsFile *self, const char *name, GError **error);
gboolean accord_ods_read_csv (AccordOdsFile *self, const char *name, GCancellable *cancellable,
                              GError **error);
void accord_ods_entry_set_role (AccordOdsEntry *entry, const char *code, const char *words);
gboolean accord_ods_is_code (const char *text);

G_END_DECLS
