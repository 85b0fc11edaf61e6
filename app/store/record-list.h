/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record-slot.h"
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_RECORD_LIST (accord_record_list_get_type ())
G_DECLARE_FINAL_TYPE (AccordRecordList, accord_record_list, ACCORD, RECORD_LIST, GObject)

AccordRecordList *accord_record_list_new (AccordWorkspace *workspace, AccordQuery *query);

AccordQuery *accord_record_list_get_query (AccordRecordList *self);
void accord_record_list_set_query (AccordRecordList *self, AccordQuery *query);
void accord_record_list_reload (AccordRecordList *self);

gboolean accord_record_list_get_loading (AccordRecordList *self);
gboolean accord_record_list_get_complete (AccordRecordList *self);
const GError *accord_record_list_get_error (AccordRecordList *self);
guint accord_record_list_get_total (AccordRecordList *self);
gint64 accord_record_list_get_id_at (AccordRecordList *self, guint position);
guint accord_record_list_find_id (AccordRecordList *self, gint64 id);
const gint64 *accord_record_list_get_order (AccordRecordList *self, guint *n_ids);

G_END_DECLS
