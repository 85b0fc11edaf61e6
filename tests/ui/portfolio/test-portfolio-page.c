/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../form/form-fixture.h"

#include "editions.h"
#include "portfolio/portfolio-list.h"
#include "portfolio/portfolio-page.h"
#include "portfolio/portfolio-row.h"

#include <string.h>

static gint64
add (FormFixture *self, const char *kind, const char *fields, const char *reference, gint64 target)
{
  g_autoptr (AccordRecord) record = accord_record_new (form_fixture_kind (self, kind));
  g_auto (GStrv) pairs = g_strsplit (fields, "|", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);

      g_assert_true (accord_record_parse_field (
          record, accord_kind_find_field (form_fixture_kind (self, kind), pair[0]), pair[1], NULL));
    }
  accord_record_fill_in (record);
  accord_record_set_int (record, reference, target);
  return form_fixture_save (self, record);
}

static gboolean
settle (AccordWriter *writer, gpointer data, GError **error)
{
  return accord_editions_settle (writer, data, error) && accord_writer_insert (writer, data, error);
}

static gint64
add_case (FormFixture *self, const char *name, int cost, int worth)
{
  g_autoptr (AccordRecord) appraisal = accord_record_new (form_fixture_kind (self, "appraisal"));
  g_autoptr (AccordChange) change = NULL;
  g_autofree char *costs = g_strdup_printf ("name=Team|amounts=2019/20 %d.00", cost);
  g_autofree char *worths =
      g_strdup_printf ("name=Better days|need=1|engagement=1|impact=1|deadweight=0|unit-value=%d.00", worth);
  gint64 id = form_fixture_add (self, "case", name);
  gint64 option;

  accord_record_set_int (appraisal, "case", id);
  accord_record_set_int (appraisal, "base-year", 2019);
  accord_record_set_int (appraisal, "horizon", 1);
  change = accord_workspace_write (self->workspace, "Appraisal", settle, appraisal, NULL, NULL);
  g_assert_nonnull (change);
  option = add (self, "option", "name=Teams|preferred=yes", "case", id);
  add (self, "cost", costs, "option", option);
  add (self, "outcome", worths, "option", option);
  return id;
}

static GtkWidget *
find_limit (GtkWidget *within)
{
  return ui_find_type (within, GTK_TYPE_ENTRY);
}

/* A limit that is typed gives the best set; what is said of a case and what others do changes it. */
static void
test_choose (FormFixture *self, gconstpointer data)
{
  gint64 small = add_case (self, "Small", 60, 180);
  GtkWidget *page, *list;

  add_case (self, "One", 50, 140);
  add_case (self, "Other", 50, 140);
  form_fixture_add (self, "case", "Bare");
  page = accord_portfolio_page_new (self->workspace);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1200, 1400);
  form_fixture_present (self, page);
  form_fixture_await (page, "Choose a fund, or type how much money there is.");
  form_fixture_await (page, "It has no appraisal yet.");
  list = ui_find_type (page, ACCORD_TYPE_PORTFOLIO_LIST);

  gtk_editable_set_text (GTK_EDITABLE (find_limit (page)), "100");
  form_fixture_await (page, "The best set has 2 cases: they cost £100 and are worth £180; £0 is left.");
  form_fixture_await (page, "2 of 3");
  g_signal_emit_by_name (list, "placed", small, ACCORD_PORTFOLIO_MUST);
  form_fixture_await (page, "The best set has 1 case: it costs £60 and is worth £120; £40 is left.");
  form_fixture_await (page, "Must be in");

  gtk_editable_set_text (GTK_EDITABLE (find_limit (page)), "-1");
  form_fixture_await (page, "A limit below nought leaves no money for anything.");
  g_assert_true (gtk_widget_has_css_class (find_limit (page), "error"));
  form_fixture_await (page, "1 of 3");
  gtk_editable_set_text (GTK_EDITABLE (find_limit (page)), "160");
  form_fixture_await (page, "The best set has 3 cases: they cost £160 and are worth £300; £0 is left.");
  form_fixture_await (page, "More money would buy nothing more.");

  form_fixture_set (self, "case", small, "name", "Smaller");
  form_fixture_await (page, "Smaller");
  form_fixture_await (page, "The best set has 3 cases: they cost £160 and are worth £300; £0 is left.");
}

static void
test_empty (FormFixture *self, gconstpointer data)
{
  GtkWidget *page = accord_portfolio_page_new (self->workspace);

  form_fixture_present (self, page);
  form_fixture_await (page, "No business case is on record yet");
  add_case (self, "One", 50, 140);
  form_fixture_await (page, "Business cases, ranked");
}

static gboolean
shows_whole_row (gpointer page)
{
  GtkWidget *rows = ui_find_type (ui_find_type (page, ACCORD_TYPE_PORTFOLIO_LIST), GTK_TYPE_LIST_VIEW);
  GtkWidget *row = ui_find_type (rows, ACCORD_TYPE_PORTFOLIO_ROW);

  return row != NULL && gtk_widget_get_height (row) > 0
         && gtk_widget_get_height (rows) >= gtk_widget_get_height (row);
}

/* In letters twice as large, in the narrowest window, nothing is wider than the window, and the list shows
 * more than half a row. */
static void
test_large_letters (FormFixture *self, gconstpointer data)
{
  GtkWidget *page;
  int least;

  add_case (self, "One", 50, 140);
  add_case (self, "Other", 50, 140);
  page = accord_portfolio_page_new (self->workspace);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 720, 700);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  form_fixture_present (self, page);
  form_fixture_await (page, "Other");
  g_assert_true (ui_wait_until (shows_whole_row, page));
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
  g_assert_cmpint (least, <=, 720);
}

/* A page that goes while the best set is looked for leaves nothing behind. */
static void
test_gone (FormFixture *self, gconstpointer data)
{
  GtkWidget *page;

  add_case (self, "One", 50, 140);
  page = g_object_ref_sink (accord_portfolio_page_new (self->workspace));
  g_object_run_dispose (G_OBJECT (page));
  g_object_unref (page);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);

  form_fixture_add_test ("/portfolio-page/choose", test_choose);
  form_fixture_add_test ("/portfolio-page/empty", test_empty);
  form_fixture_add_test ("/portfolio-page/large-letters", test_large_letters);
  form_fixture_add_test ("/portfolio-page/gone", test_gone);

  return g_test_run ();
}
