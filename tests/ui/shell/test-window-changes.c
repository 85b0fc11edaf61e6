/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "shell/window-fixture.h"

#include <string.h>

typedef struct
{
  WindowFixture *fixture;
  const char *words;
  guint total;
} Expected;

static gboolean
is_said (gpointer data)
{
  Expected *expected = data;

  return window_find (GTK_WIDGET (expected->fixture->window), window_says, expected->words) != NULL;
}

static void
wait_for_words (WindowFixture *fixture, const char *words)
{
  Expected expected = { fixture, words, 0 };

  if (!ui_wait_until (is_said, &expected))
    g_error ("the window never said “%s”", words);
}

static gboolean
has_total (gpointer data)
{
  Expected *expected = data;
  AccordRecordList *list = accord_list_view_get_list (window_list (expected->fixture));

  return accord_record_list_get_complete (list) && accord_record_list_get_total (list) == expected->total;
}

static void
wait_for_total (WindowFixture *fixture, guint total)
{
  Expected expected = { fixture, NULL, total };

  g_assert_true (ui_wait_until (has_total, &expected));
}

static guint
show_findings (WindowFixture *fixture)
{
  window_show_workspace (fixture);
  accord_window_go (fixture->window, "finding", 0);
  g_assert_true (ui_wait_until (window_list_is_filled, fixture));

  return accord_record_list_get_total (accord_list_view_get_list (window_list (fixture)));
}

static void
act (WindowFixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
}

static void
test_delete_and_take_back (WindowFixture *fixture, gconstpointer data)
{
  guint before = show_findings (fixture);
  AccordListView *view = window_list (fixture);
  gint64 id = accord_record_list_get_id_at (accord_list_view_get_list (view), 2);

  accord_list_view_select_id (view, id);
  act (fixture, "win.delete");
  wait_for_total (fixture, before - 1);
  wait_for_words (fixture, accord_workspace_get_undo_label (fixture->workspace));
  wait_for_words (fixture, "Undo");

  act (fixture, "win.undo");
  wait_for_total (fixture, before);
  wait_for_words (fixture, "Redo");
  g_assert_cmpuint (accord_record_list_find_id (accord_list_view_get_list (view), id), <, before);

  act (fixture, "win.redo");
  wait_for_total (fixture, before - 1);
}

static void
test_what_is_gone_leaves_the_history (WindowFixture *fixture, gconstpointer data)
{
  guint before = show_findings (fixture);
  AccordListView *view = window_list (fixture);
  GtkWidget *detail;

  accord_list_view_select_id (view, accord_record_list_get_id_at (accord_list_view_get_list (view), 0));
  ui_wait_frame (GTK_WIDGET (fixture->window));
  detail = window_find (GTK_WIDGET (fixture->window), window_is_type, "AccordDetailPage");
  g_assert_true (gtk_widget_get_mapped (detail));

  act (fixture, "win.delete");
  wait_for_total (fixture, before - 1);
  ui_wait_frame (GTK_WIDGET (fixture->window));
  g_assert_false (gtk_widget_get_mapped (detail));
  g_assert_false (gtk_widget_get_sensitive (window_button (fixture, "win.forward")));
}

static void
test_show_deleted_and_restore (WindowFixture *fixture, gconstpointer data)
{
  guint before = show_findings (fixture);
  AccordListView *view = window_list (fixture);

  accord_list_view_select_id (view, accord_record_list_get_id_at (accord_list_view_get_list (view), 1));
  act (fixture, "win.delete");
  wait_for_total (fixture, before - 1);

  act (fixture, "win.show-deleted");
  wait_for_total (fixture, 1);
  g_assert_true (gtk_widget_get_visible (window_button (fixture, "win.restore")));
  g_assert_false (gtk_widget_get_visible (window_button (fixture, "win.new-record")));

  view = window_list (fixture);
  accord_list_view_select_id (view, accord_record_list_get_id_at (accord_list_view_get_list (view), 0));
  act (fixture, "win.restore");
  wait_for_total (fixture, 0);
  act (fixture, "win.show-deleted");
  wait_for_total (fixture, before);
}

static void
test_change_from_elsewhere_is_not_ours_to_undo (WindowFixture *fixture, gconstpointer data)
{
  guint before = show_findings (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordWorkspace) other = accord_workspace_open (
      accord_workspace_get_path (fixture->workspace), fixture->schema, ACCORD_OPEN_EXISTING, NULL, &error);
  g_autoptr (AccordRecord) record = accord_record_new (accord_schema_find_kind (fixture->schema, "finding"));
  g_autoptr (AccordChange) change = NULL;

  g_assert_no_error (error);
  accord_record_set_text (record, "text", "Another program wrote this");
  accord_record_set_text (record, "type", "learning");
  change = accord_workspace_save (other, record, NULL, &error);
  g_assert_no_error (error);
  accord_workspace_look_for_changes (fixture->workspace);

  wait_for_total (fixture, before + 1);
  g_assert_null (window_find (GTK_WIDGET (fixture->window), window_is_type, "AdwToastWidget"));
  accord_workspace_close (other);
}

static void
test_two_windows_on_one_workspace (WindowFixture *fixture, gconstpointer data)
{
  guint before = show_findings (fixture);
  AccordWindow *other = g_object_new (ACCORD_TYPE_WINDOW, NULL);
  WindowFixture second = *fixture;

  second.window = other;
  gtk_window_present (GTK_WINDOW (other));
  window_show_workspace (&second);
  accord_window_go (other, "finding", 0);
  g_assert_true (ui_wait_until (window_list_is_filled, &second));

  accord_list_view_select_id (
      window_list (fixture),
      accord_record_list_get_id_at (accord_list_view_get_list (window_list (fixture)), 0));
  act (fixture, "win.delete");
  wait_for_total (fixture, before - 1);
  wait_for_total (&second, before - 1);
  gtk_window_destroy (GTK_WINDOW (other));
}

static gboolean
is_entry (GtkWidget *widget, const char *what)
{
  return GTK_IS_SEARCH_ENTRY (widget)
         && gtk_widget_get_ancestor (widget, g_type_from_name ("AccordSearchField")) != NULL;
}

static void
test_search_everything (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *entry;

  window_show_workspace (fixture);
  act (fixture, "win.search-all");
  entry = window_find (GTK_WIDGET (fixture->window), is_entry, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "health inequalities");
  wait_for_words (fixture, "reducing health inequalities");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (ui_wait_until (window_list_is_filled, fixture));
  g_assert_nonnull (strstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), "Caveats"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");

  gtk_editable_set_text (GTK_EDITABLE (entry), "xyzzy");
  wait_for_words (fixture, "Nothing is called or speaks of “xyzzy”.");
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/ui/window/" name, WindowFixture, NULL, window_set_up, function, window_tear_down)

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

  ADD ("delete-and-take-back", test_delete_and_take_back);
  ADD ("what-is-gone-leaves-the-history", test_what_is_gone_leaves_the_history);
  ADD ("show-deleted-and-restore", test_show_deleted_and_restore);
  ADD ("change-from-elsewhere-is-not-ours-to-undo", test_change_from_elsewhere_is_not_ours_to_undo);
  ADD ("two-windows-on-one-workspace", test_two_windows_on_one_workspace);
  ADD ("search-everything", test_search_everything);

  return g_test_run ();
}
