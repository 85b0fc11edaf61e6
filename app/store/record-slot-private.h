/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record-slot.h"

G_BEGIN_DECLS

typedef struct _AccordListRows AccordListRows;

struct _AccordRecordSlot
{
  GObject parent_instance;

  AccordListRows *rows;
  guint position;
  gint64 id;
  AccordRecord *record;
  /* Wanted: what it shows is missing or out of date. Sought: not to be asked for again before something
   * changes. */
  gboolean wanted;
  gboolean sought;
  guint64 serial;
};

AccordRecordSlot *accord_record_slot_new (AccordListRows *rows, guint position);
void accord_record_slot_show (AccordRecordSlot *self, gint64 id, AccordRecord *record);

/* Of list-rows.c: the slot goes, or leaves its list. */
void accord_list_rows_forget (AccordListRows *self, AccordRecordSlot *slot);

G_END_DECLS
