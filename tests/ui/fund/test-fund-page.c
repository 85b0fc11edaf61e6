/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../form/form-fixture.h"

#include "chart/drawing.h"
#include "form/detail-page.h"
#include "form/form.h"
#include "fund/choice-bar.h"
#include "fund/claim-row.h"
#include "fund/claim-tie.h"
#include "fund/flow-view.h"

#include <string.h>

#define POUNDS(n) (G_GINT64_CONSTANT (n) * 100)

static gint64
add_fund (FormFixture *self)
{
  gint64 fund = form_fixture_add (self, "fund", "The fund");

  form_fixture_set (self, "fund", fund, "amount", "£1,000");
  return fund;
}

static gint64
add_allocation (FormFixture *self, gint64 fund, const char *purpose, const char *category, gint64 pence)
{
  g_autoptr (AccordRecord) record = form_fixture_new (self, "allocation", purpose);

  accord_record_set_int (record, "fund", fund);
  accord_record_set_text (record, "category", category);
  accord_record_set_int (record, "amount", pence);
  return form_fixture_save (self, record);
}

static void
add_payment (FormFixture *self, gint64 fund, gint64 allocation, gint64 pence)
{
  g_autoptr (AccordRecord) record = form_fixture_new (self, "payment", "Persona");

  accord_record_set_int (record, "fund", fund);
  accord_record_set_int (record, "allocation", allocation);
  accord_record_set_text (record, "date", "2019-05-01");
  accord_record_set_int (record, "amount", pence);
  form_fixture_save (self, record);
}

static gint64
add_claim (FormFixture *self, gint64 fund, const char *text)
{
  g_autoptr (AccordRecord) record = form_fixture_new (self, "claim", text);

  accord_record_fill_in (record);
  accord_record_set_int (record, "fund", fund);
  return form_fixture_save (self, record);
}

static AccordDetailPage *
open_fund (FormFixture *self, gint64 fund)
{
  GtkWidget *page = accord_detail_page_new (self->workspace);

  form_fixture_present (self, page);
  accord_detail_page_show (ACCORD_DETAIL_PAGE (page), form_fixture_kind (self, "fund"), fund);
  return ACCORD_DETAIL_PAGE (page);
}

/* One sentence with what ends it, in place of three unknowns. */
static void
test_nothing (FormFixture *self, gconstpointer data)
{
  AccordDetailPage *page = open_fund (self, add_fund (self));
  GtkWidget *view;

  form_fixture_await (GTK_WIDGET (page), "No allocations or payments are recorded yet.");
  g_assert_false (form_fixture_has_text (GTK_WIDGET (page), "none recorded"));
  g_assert_nonnull (form_fixture_find_button (GTK_WIDGET (page), "Add an allocation"));
  view = ui_find_type (GTK_WIDGET (page), ACCORD_TYPE_FLOW_VIEW);
  g_assert_false (gtk_widget_get_mapped (view));
}

static void
test_flow (FormFixture *self, gconstpointer data)
{
  gint64 fund = add_fund (self);
  gint64 teams = add_allocation (self, fund, "Teams", "service", POUNDS (700));
  AccordDetailPage *page;
  AccordDrawing *view;
  const AccordMark *mark;

  add_allocation (self, fund, "Office", "organisational-structure", POUNDS (100));
  add_payment (self, fund, teams, POUNDS (300));
  page = open_fund (self, fund);
  form_fixture_await (GTK_WIDGET (page), "Where the £1k went");
  form_fixture_await (GTK_WIDGET (page), "£1k");
  form_fixture_await (GTK_WIDGET (page), "1 payment");
  view = ACCORD_DRAWING (ui_find_type (GTK_WIDGET (page), ACCORD_TYPE_FLOW_VIEW));
  ui_wait_frame (GTK_WIDGET (view));
  /* The fund, two parts, and what is left. */
  g_assert_cmpuint (accord_drawing_get_n_marks (view), ==, 4);
  mark = accord_drawing_get_mark (view, 0);
  g_assert_cmpstr (mark->kind, ==, "fund");
  mark = accord_drawing_get_mark (view, 1);
  g_assert_nonnull (strstr (mark->label, "£700 allocated; £300 paid"));
  g_assert_nonnull (mark->rows);
  mark = accord_drawing_get_mark (view, 3);
  g_assert_nonnull (strstr (mark->label, "Not yet allocated: £200"));

  /* As a table, to the penny. */
  for (GtkWidget *bar = ui_find_type (GTK_WIDGET (page), ACCORD_TYPE_CHOICE_BAR); bar != NULL; bar = NULL)
    accord_choice_bar_choose (ACCORD_CHOICE_BAR (bar), 1);
  form_fixture_await (GTK_WIDGET (page), "£700.00");
  form_fixture_await (GTK_WIDGET (page), "Allocated and paid together");
}

static gboolean
is_free (gpointer data)
{
  return ui_find_type (data, ACCORD_TYPE_CLAIM_TIE) == NULL;
}

/* A claim without a figure is tied to one in place; the pill then says what the ledger says. */
static void
test_tie (FormFixture *self, gconstpointer data)
{
  gint64 fund = add_fund (self);
  gint64 claim = add_claim (self, fund, "It was a thousand pounds");
  AccordDetailPage *page = open_fund (self, fund);
  g_autoptr (AccordRecord) kept = NULL;
  AccordForm *form;
  GtkWidget *tie;

  form_fixture_await (GTK_WIDGET (page), "Cannot check yet");
  form_fixture_await (GTK_WIDGET (page), "The claim rests on no figure that can be worked out.");
  gtk_widget_activate (form_fixture_find_button (GTK_WIDGET (page), "Tie it to a figure"));
  form_fixture_await (GTK_WIDGET (page), "Figure it rests on");
  tie = ui_find_type (GTK_WIDGET (page), ACCORD_TYPE_CLAIM_TIE);
  form = ACCORD_FORM (ui_find_type (tie, ACCORD_TYPE_FORM));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (accord_form_get_editor (form, "amount"))));
  gtk_drop_down_set_selected (
      GTK_DROP_DOWN (accord_field_editor_get_control (accord_form_get_editor (form, "measure"))), 4);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (accord_form_get_editor (form, "amount"))));
  gtk_editable_set_text (
      GTK_EDITABLE (accord_field_editor_get_control (accord_form_get_editor (form, "amount"))), "£1,000");
  /* What comes in from elsewhere leaves the edit alone. */
  form_fixture_set (self, "fund", fund, "description", "Changed elsewhere");
  form_fixture_await (GTK_WIDGET (page), "Changed elsewhere");
  g_assert_true (ui_find_type (GTK_WIDGET (page), ACCORD_TYPE_CLAIM_TIE) == tie);

  gtk_widget_activate (form_fixture_find_button (tie, "Save"));
  g_assert_true (ui_wait_until (is_free, page));
  form_fixture_await (GTK_WIDGET (page), "Confirmed");
  kept = form_fixture_get (self, "claim", claim);
  g_assert_cmpstr (accord_record_get_text (kept, "state"), ==, "confirmed");
}

static void
test_keyboard (FormFixture *self, gconstpointer data)
{
  gint64 fund = add_fund (self);
  AccordDetailPage *page;

  add_claim (self, fund, "It was a thousand pounds");
  page = open_fund (self, fund);
  form_fixture_await (GTK_WIDGET (page), "Cannot check yet");
  g_assert_true (form_fixture_tab_reaches (self, ui_find_type (GTK_WIDGET (page), ACCORD_TYPE_CLAIM_ROW)));
  g_assert_true (
      form_fixture_tab_reaches (self, form_fixture_find_button (GTK_WIDGET (page), "Tie it to a figure")));
  g_assert_true (
      form_fixture_tab_reaches (self, form_fixture_find_button (GTK_WIDGET (page), "Add an allocation")));
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  form_fixture_add_test ("/ui/fund-page/nothing", test_nothing);
  form_fixture_add_test ("/ui/fund-page/flow", test_flow);
  form_fixture_add_test ("/ui/fund-page/tie", test_tie);
  form_fixture_add_test ("/ui/fund-page/keyboard", test_keyboard);
  return g_test_run ();
}
