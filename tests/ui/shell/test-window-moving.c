/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "pins.h"
#include "query-form.h"
#include "shell/browser-private.h"
#include "shell/search-rows.h"
#include "shell/sidebar-row.h"
#include "shell/window-fixture.h"
#include "shell/window-private.h"

#include <string.h>

static AccordQuery *
open_caveats (WindowFixture *fixture, const char *words)
{
  AccordQuery *query = accord_query_new (accord_schema_find_kind (fixture->schema, "caveat"));

  accord_query_set_search (query, words);

  return query;
}

static void
show_list (WindowFixture *fixture, const char *words)
{
  g_autoptr (AccordQuery) query = open_caveats (fixture, words);
  g_autofree char *json = accord_query_dup_json (query);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-list", "s", json));
  g_assert_true (ui_wait_until (window_list_is_filled, fixture));
}

static void
activate (WindowFixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
  ui_drain ();
}

static const char *
search_in_view (WindowFixture *fixture)
{
  return accord_query_get_search (accord_list_view_get_query (window_list (fixture)));
}

static void
test_searches_come_back (WindowFixture *fixture, gconstpointer data)
{
  window_show_workspace (fixture);
  show_list (fixture, "workforce");
  g_assert_cmpstr (search_in_view (fixture), ==, "workforce");
  show_list (fixture, "quality");
  g_assert_cmpstr (search_in_view (fixture), ==, "quality");

  accord_window_go (fixture->window, "caveat", 0);
  g_assert_null (search_in_view (fixture));
  accord_window_go (fixture->window, "fund", 0);
  activate (fixture, "win.back");
  g_assert_null (search_in_view (fixture));
  activate (fixture, "win.back");
  g_assert_cmpstr (search_in_view (fixture), ==, "quality");
  activate (fixture, "win.back");
  g_assert_cmpstr (search_in_view (fixture), ==, "workforce");
  activate (fixture, "win.forward");
  g_assert_cmpstr (search_in_view (fixture), ==, "quality");
}

static gboolean
is_scrolled (gpointer data)
{
  WindowFixture *fixture = data;

  return gtk_adjustment_get_value (accord_list_view_get_vadjustment (window_list (fixture))) > 0;
}

static void
test_scroll_comes_back (WindowFixture *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment;
  double left;

  window_show_workspace (fixture);
  accord_window_go (fixture->window, "milestone", 0);
  g_assert_true (ui_wait_until (window_list_is_filled, fixture));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1300, 420);
  ui_wait_frame (GTK_WIDGET (fixture->window));
  adjustment = accord_list_view_get_vadjustment (window_list (fixture));
  gtk_adjustment_set_value (adjustment, 96);
  left = gtk_adjustment_get_value (adjustment);
  g_assert_cmpfloat (left, >, 0);

  {
    g_autoptr (AccordQuery) query = accord_query_new (accord_schema_find_kind (fixture->schema, "milestone"));
    g_autofree char *json = NULL;

    accord_query_set_search (query, "bury");
    json = accord_query_dup_json (query);
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-list", "s", json);
  }
  g_assert_true (ui_wait_until (window_list_is_filled, fixture));
  activate (fixture, "win.back");
  g_assert_true (ui_wait_until (is_scrolled, fixture));
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment), left, 1);
}

static gboolean
is_row (GtkWidget *widget, const char *what)
{
  AccordSidebarRow *row;

  if (!GTK_IS_LIST_BOX_ROW (widget)
      || !gtk_widget_is_ancestor (widget, gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX)))
    return FALSE;
  row = accord_sidebar_row_get (GTK_LIST_BOX_ROW (widget));

  return row != NULL && row->key != NULL && g_str_has_prefix (row->key, what);
}

static gboolean
has_record_pin (gpointer data)
{
  WindowFixture *fixture = data;

  return window_find (GTK_WIDGET (fixture->window), is_row, "record:") != NULL;
}

static gboolean
has_no_pin (gpointer data)
{
  return !has_record_pin (data);
}

static gboolean
pin_goes (AccordWriter *writer, gpointer data, GError **error)
{
  g_autoptr (AccordPin) pin = accord_reader_find_pin (accord_writer_get_reader (writer), "1", error);

  return pin != NULL && accord_writer_remove_pin (writer, pin->key, error);
}

static void
test_pins (WindowFixture *fixture, gconstpointer data)
{
  gint64 id;

  window_show_workspace (fixture);
  id = accord_record_list_get_id_at (accord_list_view_get_list (window_list (fixture)), 2);
  accord_window_go (fixture->window, "organisation", id);
  activate (fixture, "win.pin");
  g_assert_true (ui_wait_until (has_record_pin, fixture));

  /* The same key lets go of it, and what it said can be answered. */
  activate (fixture, "win.pin");
  g_assert_true (ui_wait_until (has_no_pin, fixture));
  activate (fixture, "win.put-pin-back");
  g_assert_true (ui_wait_until (has_record_pin, fixture));

  accord_change_unref (accord_workspace_write (fixture->workspace, "Elsewhere", pin_goes, NULL, NULL, NULL));
  g_assert_true (ui_wait_until (has_no_pin, fixture));
}

static AccordWindow *
other_window (WindowFixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ACCORD_IS_WINDOW (window) && window != GTK_WIDGET (fixture->window))
        return ACCORD_WINDOW (window);
    }

  return NULL;
}

static void
test_second_window (WindowFixture *fixture, gconstpointer data)
{
  AccordWindow *other;

  window_show_workspace (fixture);
  show_list (fixture, "quality");
  activate (fixture, "win.open-in-window");
  other = other_window (fixture);
  g_assert_nonnull (other);
  g_assert_true (accord_window_get_workspace (other) == fixture->workspace);
  g_assert_nonnull (strstr (gtk_window_get_title (GTK_WINDOW (other)), "Caveats"));

  /* The one knows nothing of where the other goes, and each goes on when the other is closed. */
  accord_window_go (other, "fund", 0);
  g_assert_cmpstr (search_in_view (fixture), ==, "quality");
  gtk_window_destroy (GTK_WINDOW (other));
  ui_drain ();
  activate (fixture, "win.back");
  g_assert_cmpstr (accord_list_view_get_kind (window_list (fixture))->name, ==, "organisation");
}

typedef struct
{
  GPtrArray *found;
  gboolean done;
} Answer;

static gboolean
everything (const char *action, gpointer data)
{
  return g_strcmp0 (action, "win.undo") != 0;
}

static char *
no_words (const char *action, gpointer data)
{
  return NULL;
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->found = accord_goto_find_finish (result, NULL);
  answer->done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Answer *) data)->done;
}

/* What is found for @words, one title a line. */
static char *
find (WindowFixture *fixture, AccordRecent *recent, const char *words)
{
  g_autoptr (AccordPinList) pins = accord_pin_list_new (fixture->workspace);
  AccordGotoContext context = { fixture->workspace, pins, recent, everything, no_words, NULL };
  Answer answer = { NULL, FALSE };
  GString *lines = g_string_new ("\n");

  accord_goto_find_async (&context, words, NULL, on_found, &answer);
  g_assert_true (ui_wait_until (is_done, &answer));
  for (guint i = 0; i < answer.found->len; i++)
    {
      g_autofree char *line = accord_goto_choice_dup_spoken (g_ptr_array_index (answer.found, i));

      g_string_append_printf (lines, "%s\n", line);
    }
  g_ptr_array_unref (answer.found);

  return g_string_free (lines, FALSE);
}

/* Whoever knows a place by another name gets there, and not to an action that has the word as well. */
static void
test_places_by_other_names (WindowFixture *fixture, gconstpointer data)
{
  static const char *const cases[][2] = { { "journal", "\nChanges, Place\n" },
                                          { "history", "\nChanges, Place\n" },
                                          { "ledger", "\nPayments, Place\n" },
                                          { "spend", "\nPayments, Place\n" } };
  g_autoptr (AccordRecent) recent = accord_recent_new ();

  window_show_workspace (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = find (fixture, recent, cases[i][0]);
      const char *place = strstr (found, cases[i][1]);
      const char *action = strstr (found, ", Action\n");

      g_assert_nonnull (place);
      g_assert_true (action == NULL || place < action);
    }
}

static gboolean
focus_is_on_import (gpointer data)
{
  WindowFixture *fixture = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return GTK_IS_ACTIONABLE (focus)
         && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (focus)), "win.import") == 0;
}

/* A place without rows takes the keyboard all the same: to what can be done about it. */
static void
test_empty_place_takes_the_keyboard (WindowFixture *fixture, gconstpointer data)
{
  AccordGotoChoice choice = { .place = accord_place_find ("payment") };

  window_show_workspace (fixture);
  accord_window_choose (fixture->window, &choice, ACCORD_WAY_HERE);
  g_assert_true (ui_wait_until (focus_is_on_import, fixture));
}

static void
test_finds_anything (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (AccordRecent) recent = accord_recent_new ();
  g_autofree char *caveats = find (fixture, recent, "caveats");
  g_autofree char *go = find (fixture, recent, "go to pay");
  g_autofree char *import = find (fixture, recent, "import");
  g_autofree char *add = find (fixture, recent, "Add a caveat");
  g_autofree char *undo = find (fixture, recent, "undo");
  g_autofree char *short_name = find (fixture, recent, "bury lco");
  g_autofree char *again = find (fixture, recent, "bury lco");
  g_autofree char *nothing = find (fixture, recent, "xyzzy");

  g_assert_true (g_str_has_prefix (caveats, "\nCaveats, Place\n"));
  g_assert_true (g_str_has_prefix (go, "\nPayments, Place\n"));
  g_assert_true (g_str_has_prefix (import, "\nImport payments…, Action\n"));
  g_assert_true (g_str_has_prefix (add, "\nAdd a caveat, Action\n"));
  g_assert_null (strstr (undo, "Undo"));
  g_assert_true (g_str_has_prefix (short_name, "\nBury Local Care Organisation, Organisation\n"));
  g_assert_cmpstr (short_name, ==, again);
  g_assert_cmpstr (nothing, ==, "\n");
}

static void
test_recent_first (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (AccordRecent) recent = accord_recent_new ();
  g_autofree char *lines = NULL;
  g_autofree char *council = NULL;

  accord_recent_add (recent, "organisation", 99999, FALSE);
  accord_recent_add (recent, "fund", 1, FALSE);
  accord_recent_add (recent, "caveat", 0, FALSE);
  accord_recent_add (recent, "overview", 0, FALSE);
  lines = find (fixture, recent, "");
  g_assert_true (g_str_has_prefix (lines, "\nCaveats, Place\n"));
  g_assert_nonnull (strstr (lines, ", Fund\n"));
  g_assert_nonnull (strstr (lines, "Overview, Place\n"));
  g_assert_nonnull (strstr (lines, "Check this workspace, Action\n"));
  g_assert_null (strstr (strstr (lines, "Caveats, Place") + 1, "Caveats, Place"));
}

static gboolean
first_steps_are_shown (gpointer data)
{
  return window_find (GTK_WIDGET (data), window_says, "Nothing is on record yet") != NULL;
}

static gboolean
first_steps_are_gone (gpointer data)
{
  return !first_steps_are_shown (data);
}

static void
test_first_steps (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "Empty.accord", NULL);
  g_autoptr (AccordWorkspace) empty =
      accord_workspace_open (path, fixture->schema, ACCORD_OPEN_CREATE, NULL, NULL);
  g_autoptr (AccordRecord) record = NULL;
  GtkWidget *window = g_object_new (ACCORD_TYPE_WINDOW, NULL);

  gtk_window_present (GTK_WINDOW (window));
  accord_window_show_workspace (ACCORD_WINDOW (window), empty);
  accord_window_go (ACCORD_WINDOW (window), "overview", 0);
  g_assert_true (ui_wait_until (first_steps_are_shown, window));

  record = accord_record_new (accord_schema_find_kind (fixture->schema, "organisation"));
  accord_record_set_text (record, "name", "Bury Council");
  accord_record_set_text (record, "type", "council");
  accord_change_unref (accord_workspace_save (empty, record, NULL, NULL));
  g_assert_true (ui_wait_until (first_steps_are_gone, window));
  gtk_window_destroy (GTK_WINDOW (window));
  ui_drain ();
  accord_workspace_close (empty);
}

static void
test_opens_as_it_was_left (WindowFixture *fixture, gconstpointer data)
{
  AccordWindow *again;

  window_show_workspace (fixture);
  show_list (fixture, "quality");
  gtk_window_close (GTK_WINDOW (fixture->window));
  ui_drain ();

  again = g_object_new (ACCORD_TYPE_WINDOW, NULL);
  gtk_window_present (GTK_WINDOW (again));
  accord_window_show_workspace (again, fixture->workspace);
  fixture->window = again;
  g_assert_true (ui_wait_until (window_list_is_filled, fixture));
  g_assert_cmpstr (accord_list_view_get_kind (window_list (fixture))->name, ==, "caveat");
  g_assert_cmpstr (search_in_view (fixture), ==, "quality");
}

/* In letters twice as large the narrowest window still has room for its header. */
static void
test_large_letters (WindowFixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int least;

  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, "gtk-decoration-layout",
                "icon:minimize,maximize,close", NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 720, 700);
  window_show_workspace (fixture);
  accord_window_go (fixture->window, "portfolio", 0);
  ui_wait_frame (GTK_WIDGET (fixture->window));
  ui_drain ();
  ui_wait_frame (GTK_WIDGET (fixture->window));
  gtk_widget_measure (GTK_WIDGET (fixture->window), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_settings_reset_property (settings, "gtk-decoration-layout");
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  g_assert_cmpint (least, <=, 720);
}

/* A record that covers its list stays where it was gone to by searching, although it is not read yet. */
static void
test_record_over_list (WindowFixture *fixture, gconstpointer data)
{
  AccordGotoChoice choice = { .place = accord_place_for_kind ("caveat"), .record = 1 };

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1050, 700);
  window_show_workspace (fixture);
  g_assert_false (accord_browser_is_beside (fixture->window->browser));
  accord_window_choose (fixture->window, &choice, ACCORD_WAY_HERE);
  for (guint i = 0; i < 5; i++)
    {
      ui_wait_frame (GTK_WIDGET (fixture->window));
      ui_drain ();
    }
  g_assert_cmpint (accord_browser_get_record (fixture->window->browser), ==, 1);
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/ui/window-moving/" name, WindowFixture, NULL, window_set_up, function, window_tear_down)

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

  ADD ("searches-come-back", test_searches_come_back);
  ADD ("scroll-comes-back", test_scroll_comes_back);
  ADD ("pins", test_pins);
  ADD ("second-window", test_second_window);
  ADD ("finds-anything", test_finds_anything);
  ADD ("places-by-other-names", test_places_by_other_names);
  ADD ("empty-place-takes-the-keyboard", test_empty_place_takes_the_keyboard);
  ADD ("recent-first", test_recent_first);
  ADD ("first-steps", test_first_steps);
  ADD ("record-over-list", test_record_over_list);
  ADD ("large-letters", test_large_letters);
  ADD ("opens-as-it-was-left", test_opens_as_it_was_left);

  return g_test_run ();
}
