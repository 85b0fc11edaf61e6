/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fixture.h"
#include "record-list.h"

G_BEGIN_DECLS

/* A list with a log of what it told, and a copy of it kept by nothing but what it told. */
typedef struct
{
  AccordRecordList *list;
  GListModel *model;
  GString *log;
  GArray *mirror;
  GPtrArray *held;
} View;

void view_open (View *view, Fixture *fixture, AccordQuery *query);
void view_close (View *view);
gboolean view_is_settled (View *view);
void view_hold (View *view, guint from, guint to);
gboolean view_is_filled (View *view);
void view_assert_log (View *view, const char *expected);
guint view_count_in_store (Fixture *fixture, View *view);
void view_assert_true (Fixture *fixture, View *view);
void view_assert_rows_true (Fixture *fixture, View *view);
AccordQuery *fixture_sorted_query (Fixture *fixture, int field, gboolean descending);
void fixture_change_spending (Fixture *fixture, AccordWorkspace *workspace, gint64 id, const char *field,
                              gint64 value);
void fixture_delete_spending (Fixture *fixture, gint64 id);
void view_wait_for (View *view, guint total, guint position, gint64 id);

G_END_DECLS
