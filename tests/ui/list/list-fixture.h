/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fixture.h"
#include "kinds.h"
#include "list/list-view.h"

G_BEGIN_DECLS

/* A list view in a window, over a workspace of its own. Payments have the identifiers 1 to n: payee "Payee
 * 0001" and so on, amounts falling from n pounds to one, each third one of the fund. */
typedef struct
{
  char *folder;
  char *path;
  AccordSchema *schema;
  AccordWorkspace *workspace;
  AccordListView *view;
  GtkWidget *window;
  gint64 activated;
} ListFixture;

void list_fixture_set_up (ListFixture *self, const char *kind, guint n_payments);
void list_fixture_show (ListFixture *self, const char *kind);
void list_fixture_hide (ListFixture *self);
void list_fixture_reopen (ListFixture *self);
void list_fixture_tear_down (ListFixture *self);

GtkWidget *list_fixture_child (ListFixture *self, const char *name);
GtkWidget *list_fixture_rows (ListFixture *self);
GtkWidget *list_fixture_row_of (ListFixture *self, gint64 id);
gint64 list_fixture_id_of (ListFixture *self, GtkWidget *row);
gint64 list_fixture_id_in_view (ListFixture *self);
const char *list_fixture_count (ListFixture *self);
void list_fixture_settle (ListFixture *self);
void list_fixture_search (ListFixture *self, const char *words);
void list_fixture_scroll_to (ListFixture *self, guint position);
void list_fixture_assert_order (ListFixture *self);
void list_fixture_add_payment (AccordWorkspace *workspace, const char *payee);
void list_fixture_act (ListFixture *self, const char *action);
void list_fixture_assert_selected (ListFixture *self, gint64 id);

G_END_DECLS
