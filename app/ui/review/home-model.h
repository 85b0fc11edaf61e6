/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include "homecoming.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_HOME_ENTRY (accord_home_entry_get_type ())
G_DECLARE_FINAL_TYPE (AccordHomeEntry, accord_home_entry, ACCORD, HOME_ENTRY, GObject)

const AccordHomeItem *accord_home_entry_get_item (AccordHomeEntry *self);
const char *accord_home_entry_get_words (AccordHomeEntry *self);

#define ACCORD_TYPE_HOME_MODEL (accord_home_model_get_type ())
G_DECLARE_FINAL_TYPE (AccordHomeModel, accord_home_model, ACCORD, HOME_MODEL, GObject)

AccordHomeModel *accord_home_model_new (AccordHomecoming *home);
AccordHomecoming *accord_home_model_get_home (AccordHomeModel *self);
GListModel *accord_home_model_get_entries (AccordHomeModel *self);
void accord_home_model_note (AccordHomeModel *self);
void accord_home_model_set_taken (AccordHomeModel *self, const AccordHomeItem *item, gboolean taken);
void accord_home_model_decide_rest (AccordHomeModel *self, AccordMergeChoice choice);
void accord_home_model_count (AccordHomeModel *self, guint *n_taken, guint *n_left, guint *n_undecided);

G_END_DECLS
