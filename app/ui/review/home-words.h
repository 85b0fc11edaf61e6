/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "homecoming.h"
#include "status.h"

G_BEGIN_DECLS

const char *accord_home_field_label (const AccordKind *kind, const char *field);
char *accord_home_dup_value (const AccordHomecoming *home, const AccordKind *kind, const char *field,
                             const char *value);
char *accord_home_dup_line (const AccordHomeItem *item);
char *accord_home_dup_counts (guint n_taken, guint n_left, guint n_undecided);
const AccordStatus *accord_home_status (const AccordHomeItem *item, const char **words);
gboolean accord_home_item_is_undecided (const AccordHomeItem *item);
gboolean accord_home_item_is_taken (const AccordHomeItem *item);
void accord_home_item_take (const AccordHomeItem *item, gboolean taken);
char *accord_home_dup_why_not (const AccordHomeItem *item);
gboolean accord_home_field_is_undecided (const AccordHomeItem *item, const AccordMergeField *field);

G_END_DECLS
