/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record-slot-private.h"
#include "workspace.h"

G_BEGIN_DECLS

/*
 * AccordListRows: the slots of a list that somebody holds, and the records they show, which are read in pages
 * when they are asked for. Knows nothing of orders: it asks which identifier stands at a position.
 */

typedef gint64 (*AccordIdAtFunc) (gpointer user_data, guint position);
typedef void (*AccordFailedFunc) (gpointer user_data, const GError *error);

AccordListRows *accord_list_rows_new (AccordWorkspace *workspace, const AccordKind *kind,
                                      AccordIdAtFunc id_at, AccordFailedFunc failed, gpointer user_data);
void accord_list_rows_free (AccordListRows *self);

AccordRecordSlot *accord_list_rows_get (AccordListRows *self, guint position);
GArray *accord_list_rows_get_live (AccordListRows *self);
void accord_list_rows_repoint (AccordListRows *self);
void accord_list_rows_shift (AccordListRows *self, guint position, guint removed, guint added);
void accord_list_rows_take (AccordListRows *self, GPtrArray *records, gint64 moment);
void accord_list_rows_spoil_all (AccordListRows *self);
void accord_list_rows_spoil (AccordListRows *self, AccordChange *change, gboolean all);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordListRows, accord_list_rows_free)

G_END_DECLS
