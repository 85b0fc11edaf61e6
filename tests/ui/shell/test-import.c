/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "kinds.h"
#include "shell/import-dialog.h"
#include "record-list.h"

#include <glib/gstdio.h>
#include <string.h>

#define GOOD                                                                                                 \
  "Supplier Name,Date of Payment,Net Amount,Description\r\n"                                                 \
  "Persona Care & Support,01/04/2019,\"1,204.50\",Day centres\r\n"                                           \
  "Bury GP Federation,15/04/2019,98.00,Extended hours\r\n"                                                   \
  "BARDOC,31/04/2019,12.00,No such day\r\n"
#define TOTALS "Supplier Name,Total\r\nPersona,10.00\r\nBARDOC,12.00\r\n"

typedef struct
{
  char *folder;
  AccordSchema *schema;
  AccordWorkspace *workspace;
  GtkWidget *dialog;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *csv = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("accord-import-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "Test.accord", NULL);
  csv = g_build_filename (fixture->folder, "spend <April>.csv", NULL);
  g_file_set_contents (csv, data, -1, &error);
  g_assert_no_error (error);
  fixture->schema = accord_model_schema_new ();
  fixture->workspace = accord_workspace_open (path, fixture->schema, ACCORD_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);

  file = g_file_new_for_path (csv);
  fixture->dialog = GTK_WIDGET (accord_import_dialog_new (NULL, fixture->workspace, file));
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  if (fixture->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  g_assert_true (ui_wait_until (ui_is_gone, &fixture->dialog));
  accord_workspace_close (fixture->workspace);
  g_object_unref (fixture->workspace);
  g_object_unref (fixture->schema);

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static GtkWidget *
find_words (GtkWidget *top, const char *words)
{
  if (GTK_IS_LABEL (top) && gtk_widget_get_mapped (top)
      && strstr (gtk_label_get_text (GTK_LABEL (top)), words))
    return top;

  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_words (child, words);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_button (GtkWidget *top, const char *words)
{
  if (GTK_IS_BUTTON (top) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (top)), words) == 0)
    return top;

  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, words);

      if (found != NULL)
        return found;
    }

  return NULL;
}

typedef struct
{
  Fixture *fixture;
  const char *words;
} Expected;

static gboolean
is_said (gpointer data)
{
  Expected *expected = data;

  return expected->fixture->dialog != NULL && find_words (expected->fixture->dialog, expected->words) != NULL;
}

static GtkWidget *
wait_for (Fixture *fixture, const char *words)
{
  Expected expected = { fixture, words };

  if (!ui_wait_until (is_said, &expected))
    g_error ("the dialog never said “%s”", words);

  return find_words (fixture->dialog, words);
}

static GtkWidget *
button_of (GtkWidget *label)
{
  GtkWidget *button = gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON);

  g_assert_nonnull (button);

  return button;
}

static gint64
count_payments (Fixture *fixture)
{
  g_autoptr (AccordQuery) query = accord_query_new (accord_schema_find_kind (fixture->schema, "payment"));
  g_autoptr (AccordRecordList) list = accord_record_list_new (fixture->workspace, query);

  while (!accord_record_list_get_complete (list))
    g_main_context_iteration (NULL, TRUE);

  return accord_record_list_get_total (list);
}

static void
test_looks_before_it_keeps (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button = button_of (wait_for (fixture, "Import 2 payments"));

  g_assert_nonnull (find_words (fixture->dialog, "spend <April>.csv"));
  g_assert_nonnull (find_words (fixture->dialog, "£1.3k"));
  g_assert_nonnull (find_words (fixture->dialog, "Persona Care & Support"));
  g_assert_nonnull (find_words (fixture->dialog, "Line 4"));
  g_assert_cmpint (count_payments (fixture), ==, 0);

  g_signal_emit_by_name (button, "clicked");
  wait_for (fixture, "2 payments were added");
  g_assert_nonnull (find_words (fixture->dialog, "1 left out"));
  g_assert_cmpint (count_payments (fixture), ==, 2);
}

static void
test_same_file_again (Fixture *fixture, gconstpointer data)
{
  g_autofree char *csv = g_build_filename (fixture->folder, "spend <April>.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (csv);

  g_signal_emit_by_name (button_of (wait_for (fixture, "Import 2 payments")), "clicked");
  wait_for (fixture, "2 payments were added");
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  g_assert_true (ui_wait_until (ui_is_gone, &fixture->dialog));

  fixture->dialog = GTK_WIDGET (accord_import_dialog_new (NULL, fixture->workspace, file));
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  g_signal_emit_by_name (button_of (wait_for (fixture, "Import 2 payments")), "clicked");
  wait_for (fixture, "This file cannot be imported");
  g_signal_emit_by_name (button_of (wait_for (fixture, "Bring it up to date")), "clicked");
  wait_for (fixture, "0 payments were added");
  g_assert_cmpint (count_payments (fixture), ==, 2);
}

static void
test_no_dates (Fixture *fixture, gconstpointer data)
{
  wait_for (fixture, "no column of dates");
  g_assert_nonnull (find_words (fixture->dialog, "How the columns are read"));
  g_assert_false (gtk_widget_get_sensitive (find_button (fixture->dialog, "Import")));
}

static void
test_not_a_table (Fixture *fixture, gconstpointer data)
{
  wait_for (fixture, "This file cannot be imported");
  g_assert_cmpint (count_payments (fixture), ==, 0);
}

static void
test_closed_while_reading (Fixture *fixture, gconstpointer data)
{
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  g_assert_true (ui_wait_until (ui_is_gone, &fixture->dialog));
  g_assert_cmpint (count_payments (fixture), ==, 0);
}

#define ADD(name, contents, function)                                                                        \
  g_test_add ("/ui/import/" name, Fixture, contents, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

  ADD ("looks-before-it-keeps", GOOD, test_looks_before_it_keeps);
  ADD ("same-file-again", GOOD, test_same_file_again);
  ADD ("no-dates", TOTALS, test_no_dates);
  ADD ("not-a-table", "\x01\x02\x03\xff\xfe", test_not_a_table);
  ADD ("closed-while-reading", GOOD, test_closed_while_reading);

  return g_test_run ();
}
