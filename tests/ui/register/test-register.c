/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../form/form-fixture.h"

#include <glib/gstdio.h>

#include "register/duplicates-dialog.h"
#include "register/organisations-dialog.h"
#include "register/pair-view.h"

#define ROW(code, name, closed)                                                                              \
  "\"" code "\",\"" name                                                                                     \
  "\",\"Y62\",\"Q84\",\"1 HIGH STREET\",\"\",\"\",\"BURY\",\"\",\"BL9 0SW\",\"19740401\",\"" closed          \
  "\",\"A\",\"B\",\"00V\",\"20130401\",\"\",\"\",\"\",\"\",\"\",\"0\",\"\",\"00X\",\"\",\"4\",\"\"\r\n"

static gint64
add (FormFixture *fixture, const char *name, const char *code)
{
  g_autoptr (AccordRecord) record = form_fixture_new (fixture, "organisation", name);

  accord_record_fill_in (record);
  accord_record_set_text (record, "ods-code", code);
  return form_fixture_save (fixture, record);
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *) data;
}

static void
set_true (gboolean *flag)
{
  *flag = TRUE;
}

static gboolean
has_pair (gpointer view)
{
  return accord_pair_view_get_keep (view) != NULL;
}

/* A pair is chosen, looked at and merged; then nothing is there twice. */
static void
test_duplicates (FormFixture *fixture, gconstpointer data)
{
  gint64 old = add (fixture, "North Surgery", NULL), coded = add (fixture, "NORTH SURGERY", "P1001");
  GtkWidget *dialog =
      accord_duplicates_dialog_new (fixture->workspace, form_fixture_kind (fixture, "organisation"));
  g_autoptr (AccordRecord) kept = NULL, gone = NULL;
  GtkWidget *rows, *pair;

  gtk_window_present (GTK_WINDOW (dialog));
  form_fixture_await (dialog, "or North Surgery: the same name");
  rows = ui_find_type (dialog, GTK_TYPE_LIST_BOX);
  g_signal_emit_by_name (rows, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (rows), 0));
  pair = ui_find_type (dialog, ACCORD_TYPE_PAIR_VIEW);
  g_assert_true (ui_wait_until (has_pair, pair));
  g_assert_cmpint (accord_record_get_id (accord_pair_view_get_keep (ACCORD_PAIR_VIEW (pair))), ==, coded);
  g_assert_true (gtk_widget_activate_action (dialog, "dialog.merge", NULL));
  form_fixture_await (dialog, "Nothing seems to be kept twice");
  kept = form_fixture_get (fixture, "organisation", coded);
  g_assert_null (accord_record_get_deleted (kept));
  gone = form_fixture_get (fixture, "organisation", old);
  g_assert_nonnull (accord_record_get_deleted (gone));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* What a file would change is said before, what cannot be read as well; then it is taken in. */
static void
test_organisations (FormFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "accord-register-test.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  gboolean closed = FALSE;
  GtkWidget *dialog;

  add (fixture, "North Surgery", "P1001");
  g_file_set_contents (path,
                       ROW ("P1001", "NORTH SURGERY", "20240331") ROW ("P1002", "SOUTH SURGERY", "") "x\r\n",
                       -1, &error);
  g_assert_no_error (error);
  dialog = accord_organisations_dialog_new (fixture->workspace, file);
  g_signal_connect_swapped (dialog, "destroy", G_CALLBACK (set_true), &closed);
  gtk_window_present (GTK_WINDOW (dialog));
  form_fixture_await (dialog, "1 new, 1 say otherwise, 0 are as they were.");
  form_fixture_await (dialog, "Line 3: The row has 1 column");
  g_assert_true (gtk_widget_activate_action (dialog, "dialog.save", NULL));
  g_assert_true (ui_wait_until (is_set, &closed));
  g_unlink (path);
}

/* What is no file of the register is said in a sentence, and there is nothing to import. */
static void
test_refused (FormFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/proc/self/status");
  GtkWidget *dialog = accord_organisations_dialog_new (fixture->workspace, file);

  gtk_window_present (GTK_WINDOW (dialog));
  form_fixture_await (dialog, "is no file of the ODS register");
  g_assert_false (gtk_widget_get_sensitive (form_fixture_find_button (dialog, "Import")));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  form_fixture_add_test ("/register/duplicates", test_duplicates);
  form_fixture_add_test ("/register/organisations", test_organisations);
  form_fixture_add_test ("/register/refused", test_refused);
  return g_test_run ();
}
