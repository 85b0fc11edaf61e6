/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/form-fixture.h"

#include "committee/refresh-dialog.h"

#include <string.h>

static void
test_words (FormFixture *fixture, gconstpointer data)
{
  AccordRefreshResult result = { .committees = 1, .added = 1204, .updated = 2, .unchanged = 3, .skipped = 4 };
  g_autofree char *words = accord_refresh_dup_words (&result);
  g_autofree char *stopped = NULL;

  g_assert_nonnull (strstr (words, "of 1 committee were"));
  g_assert_nonnull (strstr (words, "New: 1,204. Changed: 2. As they were: 7."));
  g_assert_null (strstr (words, "early"));
  result.stopped = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Stopped by hand.");
  stopped = accord_refresh_dup_words (&result);
  g_assert_nonnull (strstr (stopped, "Stopped by hand."));
  g_clear_error (&result.stopped);
}

typedef struct
{
  GtkWidget *window;
  const char *words;
} Wanted;

static gboolean
says (gpointer data)
{
  Wanted *wanted = data;

  return form_fixture_has_text (wanted->window, wanted->words);
}

/* A council without a site is told so, in the dialog, and nothing is asked of any server. */
static void
test_no_site (FormFixture *fixture, gconstpointer data)
{
  gint64 id = form_fixture_add (fixture, "organisation", "A council without a site");
  GtkWidget *dialog = accord_refresh_dialog_new (fixture->workspace, id);
  Wanted wanted = { dialog, "is not known; it is a field of" };
  GtkWidget *refresh;

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  ui_wait_frame (dialog);
  refresh = form_fixture_find_button (dialog, "Refresh");
  g_assert_true (gtk_widget_get_sensitive (refresh));
  gtk_widget_activate_action (dialog, "refresh.start", NULL);
  g_assert_true (ui_wait_until (says, &wanted));
  gtk_window_close (GTK_WINDOW (dialog));
  g_assert_true (ui_wait_until (ui_is_gone, &dialog));
}

/* Nothing is asked before it is said of which council. */
static void
test_no_council (FormFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = accord_refresh_dialog_new (fixture->workspace, ACCORD_UNKNOWN);

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  ui_wait_frame (dialog);
  g_assert_false (gtk_widget_get_sensitive (form_fixture_find_button (dialog, "Refresh")));
  gtk_window_close (GTK_WINDOW (dialog));
  g_assert_true (ui_wait_until (ui_is_gone, &dialog));
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  form_fixture_add_test ("/refresh-dialog/words", test_words);
  form_fixture_add_test ("/refresh-dialog/no-site", test_no_site);
  form_fixture_add_test ("/refresh-dialog/no-council", test_no_council);
  return g_test_run ();
}
