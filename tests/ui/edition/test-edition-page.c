/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../form/form-fixture.h"

#include "edition/edition-dialog.h"
#include "form/detail-page.h"

#include <glib/gstdio.h>
#include <string.h>

#define BANDS(rate) "{\"bands\":[{\"from\":1,\"rate\":0.035},{\"from\":31,\"rate\":" rate "}]}"

static GtkWidget *
open_page (FormFixture *self, const char *kind, gint64 id)
{
  GtkWidget *page = accord_detail_page_new (self->workspace);

  form_fixture_present (self, page);
  accord_detail_page_show (ACCORD_DETAIL_PAGE (page), form_fixture_kind (self, kind), id);
  return page;
}

static AccordRecord *
new_record (FormFixture *self, const char *kind)
{
  AccordRecord *record = accord_record_new (form_fixture_kind (self, kind));

  accord_record_fill_in (record);
  return record;
}

static gint64
add_edition (FormFixture *self, const char *sort, const char *code, const char *which, const char *content)
{
  g_autoptr (AccordRecord) edition = form_fixture_new (self, "edition", "Table of rates");

  accord_record_set_text (edition, "sort", sort);
  accord_record_set_text (edition, "code", code);
  accord_record_set_text (edition, "edition", which);
  accord_record_set_text (edition, "publisher", "A Treasury");
  accord_record_set_text (edition, "content", content);
  return form_fixture_save (self, edition);
}

/* Beside the figures stands where they are from; another edition is told with what it says otherwise. */
static void
test_schedule (FormFixture *self, gconstpointer data)
{
  gint64 old = add_edition (self, "schedule", "standard", "2022", BANDS ("0.03"));
  GtkWidget *page = open_page (self, "edition", old);

  form_fixture_await (page, "31 and later");
  form_fixture_await (page, "3.00\xc2\xa0%");
  form_fixture_await (page, "Source: A Treasury, 2022");
  form_fixture_await (page, "No licence is stated.");
  form_fixture_await (page, "No appraisal goes by it.");
  g_assert_false (form_fixture_has_text (page, "Table of rates (2026)"));

  add_edition (self, "schedule", "standard", "2026", BANDS ("0.028"));
  form_fixture_await (page, "Table of rates (2026)");
  form_fixture_await (page, "It is newer, and 1 figure is otherwise:");
  form_fixture_await (page, "Rate from year 31: 3.00\xc2\xa0% to 2.80\xc2\xa0%");
}

static void
test_used_by (FormFixture *self, gconstpointer data)
{
  gint64 schedule = add_edition (self, "schedule", "standard", "2022", BANDS ("0.03"));
  g_autoptr (AccordRecord) appraisal = new_record (self, "appraisal");
  GtkWidget *page = open_page (self, "edition", schedule);

  form_fixture_await (page, "No appraisal goes by it.");
  accord_record_set_int (appraisal, "case", form_fixture_add (self, "case", "Intermediate tier"));
  accord_record_set_int (appraisal, "base-year", 2017);
  accord_record_set_int (appraisal, "horizon", 5);
  accord_record_set_int (appraisal, "schedule", schedule);
  form_fixture_save (self, appraisal);
  form_fixture_await (page, "Intermediate tier (Appraisal, Discount schedule)");
}

/* One that cannot be read says why, and the page stands. */
static void
test_unreadable (FormFixture *self, gconstpointer data)
{
  GtkWidget *page =
      open_page (self, "edition", add_edition (self, "schedule", NULL, NULL, "{\n\"bands\":[}"));

  form_fixture_await (page,
                      "The edition “Table of rates” cannot be used: Line 2 of the JSON cannot be read.");
}

static void
test_unit_cost (FormFixture *self, gconstpointer data)
{
  g_autoptr (AccordRecord) line = new_record (self, "unit-cost");
  gint64 database = add_edition (self, "unit-costs", "database", "v1.4", NULL);
  GtkWidget *page;
  gint64 id;

  accord_record_set_text (line, "description", "Attendance");
  accord_record_set_text (line, "code", "HE1");
  accord_record_set_int (line, "edition", database);
  accord_record_set_int (line, "amount", 10000);
  accord_record_set_text (line, "price-year", "2009/10");
  id = form_fixture_save (self, line);
  page = open_page (self, "unit-cost", id);
  form_fixture_await (
      page, "No price series here knows 2009/10. The Treasury’s current deflators can be imported.");
  form_fixture_await (page, "Source: Table of rates v1.4, HE1, 2009/10 prices");

  add_edition (
      self, "deflator", "gdp-financial", "2018",
      "{\"years\":\"financial\",\"indices\":[{\"year\":2009,\"index\":80},{\"year\":2017,\"index\":100}]}");
  form_fixture_await (page, "In 2017/18 prices");
  form_fixture_await (page, "£125.00");
}

typedef struct
{
  FormFixture *self;
  guint n;
} Count;

static gpointer
count_editions (AccordReader *reader, gpointer data, GError **error)
{
  Count *count = data;
  g_autoptr (AccordQuery) query = accord_query_new (form_fixture_kind (count->self, "edition"));

  count->n = (guint) accord_reader_count (reader, query, error);
  return count;
}

static guint
count (FormFixture *self)
{
  Count counted = { self, 0 };

  g_assert_nonnull (accord_workspace_read (self->workspace, count_editions, &counted, NULL, NULL));
  return counted.n;
}

static GtkWidget *
open_dialog (FormFixture *self, const char *text)
{
  g_autofree char *path = g_build_filename (self->folder, "rates.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *dialog;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  dialog = accord_edition_dialog_new (NULL, self->workspace, file);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

static gboolean
is_kept (gpointer data)
{
  return count (data) == 1;
}

/* Nothing is kept before a person has seen what would be. */
static void
test_import (FormFixture *self, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (self, "years,standard\n1-30,3.5%\n31+,3%\n");

  form_fixture_await (dialog, "This is a schedule of discount rates.");
  form_fixture_await (dialog, "It has 2 bands, and is new.");
  g_assert_cmpuint (count (self), ==, 0);
  g_signal_emit_by_name (form_fixture_find_button (dialog, "Import 1 edition"), "clicked");
  g_assert_true (ui_wait_until (is_kept, self));

  dialog = open_dialog (self, "years,standard\n1-30,3.5%\n31+,3%\n");
  form_fixture_await (dialog, "It is there already: nothing new.");
  gtk_window_destroy (GTK_WINDOW (dialog));
  dialog = open_dialog (self, "years,standard\n1-30,3.5%\n40+,3%\n");
  form_fixture_await (dialog, "Line 3: Year 40 does not follow on the span before.");
  g_assert_cmpuint (count (self), ==, 1);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  form_fixture_add_test ("/edition-page/schedule", test_schedule);
  form_fixture_add_test ("/edition-page/used-by", test_used_by);
  form_fixture_add_test ("/edition-page/unreadable", test_unreadable);
  form_fixture_add_test ("/edition-page/unit-cost", test_unit_cost);
  form_fixture_add_test ("/edition-page/import", test_import);
  return g_test_run ();
}
