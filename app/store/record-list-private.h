/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "list-items.h"
#include "list-rows.h"
#include "record-list.h"

G_BEGIN_DECLS

struct _AccordRecordList
{
  GObject parent_instance;

  AccordWorkspace *workspace;
  AccordQuery *query;
  AccordListItems *items;
  AccordListRows *rows;

  gboolean loading;
  gboolean complete;
  GError *error;

  /* The order of everything, from which searches and filters pick; for the sort of @base_query. */
  AccordOrder *base;
  AccordQuery *base_query;

  /* What runs on the order thread counts only while the generation is its own. */
  guint64 generation;
  GCancellable *cancellable;
  gboolean ordering;

  /* The order is that of the moment after change number @moment; of what was told since, it must still follow
   * these records, or anything when @disorder. */
  gint64 moment;
  gint64 told;
  GArray *touched;
  gboolean disorder;
};

void accord_record_list_load (AccordRecordList *self);
void accord_record_list_follow (AccordRecordList *self, AccordChange *change);
void accord_record_list_update (AccordRecordList *self);

/* Of record-list.c: tell what changed. */
void accord_record_list_set_state (AccordRecordList *self, gboolean loading, gboolean complete);
void accord_record_list_set_error (AccordRecordList *self, const GError *error);
void accord_record_list_tell_total (AccordRecordList *self);

G_END_DECLS
