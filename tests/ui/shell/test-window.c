/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "shell/fold.h"
#include "shell/import-dialog.h"
#include "shell/places.h"
#include "shell/shortcuts.h"
#include "shell/window-fixture.h"
#include "store/error.h"

#include <string.h>

static void
test_first_start (WindowFixture *fixture, gconstpointer data)
{
  ui_wait_frame (GTK_WIDGET (fixture->window));

  g_assert_true (accord_window_is_free (fixture->window));
  g_assert_nonnull (window_find (GTK_WIDGET (fixture->window), window_says, "Open the sample"));
  g_assert_false (gtk_widget_get_sensitive (window_button (fixture, "win.back")));
  g_assert_false (gtk_widget_get_sensitive (window_button (fixture, "win.new-record")));
}

static void
test_goes_and_comes_back (WindowFixture *fixture, gconstpointer data)
{
  window_show_workspace (fixture);
  g_assert_false (accord_window_is_free (fixture->window));
  g_assert_true (gtk_widget_get_sensitive (window_button (fixture, "win.new-record")));
  g_assert_cmpstr (accord_list_view_get_kind (window_list (fixture))->name, ==, "organisation");

  accord_window_go (fixture->window, "caveat", 0);
  g_assert_true (ui_wait_until (window_list_is_filled, fixture));
  g_assert_cmpstr (accord_list_view_get_kind (window_list (fixture))->name, ==, "caveat");
  g_assert_nonnull (strstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), "Caveats"));
  g_assert_true (gtk_widget_get_sensitive (window_button (fixture, "win.back")));
  g_assert_false (gtk_widget_get_sensitive (window_button (fixture, "win.forward")));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL));
  g_assert_cmpstr (accord_list_view_get_kind (window_list (fixture))->name, ==, "organisation");
  g_assert_true (gtk_widget_get_sensitive (window_button (fixture, "win.forward")));
}

static void
test_record_beside_and_over (WindowFixture *fixture, gconstpointer data)
{
  AccordListView *view;
  gint64 id;
  GtkWidget *detail;

  window_show_workspace (fixture);
  view = window_list (fixture);
  id = accord_record_list_get_id_at (accord_list_view_get_list (view), 3);
  detail = window_find (GTK_WIDGET (fixture->window), window_is_type, "AccordDetailPage");
  g_assert_false (gtk_widget_get_mapped (detail));

  accord_list_view_select_id (view, id);
  ui_wait_frame (GTK_WIDGET (fixture->window));
  g_assert_true (gtk_widget_get_mapped (detail));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (view)));
  g_assert_true (accord_list_view_get_compact (view));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL));
  ui_wait_frame (GTK_WIDGET (fixture->window));
  g_assert_false (gtk_widget_get_mapped (detail));
  g_assert_false (accord_list_view_get_compact (view));
  g_assert_cmpint (accord_list_view_get_selected_id (view), ==, id);
}

/* A page that goes across has all the room, also where there is some for a list; the next has its list again.
 */
static void
test_alone (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (AccordRecord) appraisal =
      accord_record_new (accord_schema_find_kind (fixture->schema, "appraisal"));
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (GError) error = NULL;

  accord_record_set_int (appraisal, "case", 1);
  accord_record_set_int (appraisal, "base-year", 2017);
  accord_record_set_int (appraisal, "horizon", 5);
  change = accord_workspace_save (fixture->workspace, appraisal, NULL, &error);
  g_assert_no_error (error);
  window_show_workspace (fixture);
  accord_window_go (fixture->window, "appraisal", accord_record_get_id (appraisal));
  ui_wait_frame (GTK_WIDGET (fixture->window));
  g_assert_null (window_list (fixture));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL));
  ui_wait_frame (GTK_WIDGET (fixture->window));
  g_assert_nonnull (window_list (fixture));
  accord_window_go (fixture->window, "case", 1);
  ui_wait_frame (GTK_WIDGET (fixture->window));
  g_assert_nonnull (window_list (fixture));
}

static gboolean
is_narrow (gpointer data)
{
  WindowFixture *fixture = data;

  return gtk_widget_get_width (GTK_WIDGET (fixture->window)) <= 720
         && accord_fold_get_folded (
             ACCORD_FOLD (window_find (GTK_WIDGET (fixture->window), window_is_type, "AccordFold")));
}

static void
test_narrow (WindowFixture *fixture, gconstpointer data)
{
  int minimum;
  GtkWidget *sidebar;

  window_show_workspace (fixture);
  gtk_widget_measure (GTK_WIDGET (fixture->window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  g_assert_cmpint (minimum, <=, 720);

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 720, 640);
  g_assert_true (ui_wait_until (is_narrow, fixture));
  ui_wait_frame (GTK_WIDGET (fixture->window));
  sidebar = window_find (GTK_WIDGET (fixture->window), window_is_type, "AccordSidebar");
  g_assert_false (gtk_widget_get_child_visible (sidebar));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.toggle-sidebar", NULL);
  ui_wait_frame (GTK_WIDGET (fixture->window));
  g_assert_true (gtk_widget_get_child_visible (sidebar));
  accord_window_go (fixture->window, "fund", 0);
  ui_wait_frame (GTK_WIDGET (fixture->window));
  g_assert_false (gtk_widget_get_child_visible (sidebar));
}

static void
test_every_place (WindowFixture *fixture, gconstpointer data)
{
  guint n_places;
  const AccordPlace *places = accord_places_get (&n_places);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());

  window_show_workspace (fixture);
  for (guint i = 0; i < n_places; i++)
    {
      accord_window_go (fixture->window, places[i].id, 0);
      if (places[i].kind != NULL)
        {
          g_assert_true (ui_wait_until (window_list_is_filled, fixture));
          g_assert_cmpstr (accord_list_view_get_kind (window_list (fixture))->name, ==, places[i].kind);
        }
      ui_wait_frame (GTK_WIDGET (fixture->window));
      g_assert_true (gtk_icon_theme_has_icon (theme, places[i].icon_name));
    }
}

static void
test_error_says_what_to_do (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = g_error_new_literal (ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NEWER,
                                                  "“x” was written by Accord 9 & later.");

  accord_window_show_error (fixture->window, "/somewhere/x.accord", error);
  ui_wait_frame (GTK_WIDGET (fixture->window));

  g_assert_nonnull (window_find (GTK_WIDGET (fixture->window), window_says, "needs a newer Accord"));
  g_assert_nonnull (window_find (GTK_WIDGET (fixture->window), window_says, "written by Accord 9 & later"));
  g_assert_nonnull (window_find (GTK_WIDGET (fixture->window), window_says, "Update Accord"));
  g_assert_true (accord_window_is_free (fixture->window));
}

static void
test_failure_is_said_in_a_bar (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error =
      g_error_new_literal (ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_FULL, "The disk is full.");
  g_autoptr (GError) cancelled =
      g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled by the person");

  window_show_workspace (fixture);
  accord_window_say_error (fixture->window, cancelled);
  g_assert_null (window_find (GTK_WIDGET (fixture->window), window_says, "Cancelled by the person"));
  accord_window_say_error (fixture->window, error);
  g_assert_nonnull (window_find (GTK_WIDGET (fixture->window), window_says, "The disk is full."));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.close-notice", NULL);
  g_assert_null (window_find (GTK_WIDGET (fixture->window), window_says, "The disk is full."));
}

static gboolean
task_is_shown (gpointer data)
{
  WindowFixture *fixture = data;

  return window_find (GTK_WIDGET (fixture->window), window_says, "Counting the stars") != NULL;
}

static void
test_long_work (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (AccordTask) task = accord_task_new ("Counting the stars");

  window_show_workspace (fixture);
  accord_window_add_task (fixture->window, task);
  g_assert_null (window_find (GTK_WIDGET (fixture->window), window_says, "Counting the stars"));
  g_assert_true (ui_wait_until (task_is_shown, fixture));

  accord_task_report (1, 4, task);
  accord_task_finish (task);
  ui_drain ();
  g_assert_null (window_find (GTK_WIDGET (fixture->window), window_says, "Counting the stars"));
}

static gboolean
is_named (GtkWidget *widget)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

/* A menu button is told by its own name or by that of the toggle inside it, which takes the focus. */
static void
assert_named (GtkWidget *widget)
{
  if (GTK_IS_MENU_BUTTON (widget) && gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (widget)) != NULL)
    {
      if (!is_named (widget) && !is_named (gtk_widget_get_first_child (widget)))
        g_error ("the menu button “%s” has no name for a screen reader",
                 gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (widget)));
      return;
    }
  if (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL && !is_named (widget))
    g_error ("the button “%s” has no name for a screen reader",
             gtk_button_get_icon_name (GTK_BUTTON (widget)));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (strncmp (G_OBJECT_TYPE_NAME (child), "GtkWindowControls", 17) != 0)
      assert_named (child);
}

static void
test_buttons_have_names (WindowFixture *fixture, gconstpointer data)
{
  window_show_workspace (fixture);
  assert_named (GTK_WIDGET (fixture->window));
}

static void
test_shortcuts (WindowFixture *fixture, gconstpointer data)
{
  GtkWindow *shortcuts = accord_shortcuts_new (GTK_WINDOW (fixture->window));

  gtk_window_present (shortcuts);
  ui_wait_frame (GTK_WIDGET (shortcuts));
  g_assert_nonnull (window_find (GTK_WIDGET (shortcuts), window_says, "Go to anything"));
  g_assert_nonnull (window_find (GTK_WIDGET (shortcuts), window_says, "Ctrl+K"));
  gtk_window_destroy (shortcuts);
}

static GtkDropTarget *
find_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }

  g_assert_not_reached ();
}

static gboolean
import_is_asked (gpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ACCORD_IS_IMPORT_DIALOG (window) && window_find (window, window_says, "Import 1 payment") != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
test_payments_are_dropped (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "spend.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GSList files = { file, NULL };
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_assert_true (g_file_set_contents (path, "Payee,Date,Amount\nPersona,01/04/2019,5.00\n", -1, NULL));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, &files);
  window_show_workspace (fixture);
  g_signal_emit_by_name (find_drop_target (GTK_WIDGET (fixture->window)), "drop", &value, 10.0, 10.0, &taken);

  g_assert_true (taken);
  g_assert_true (ui_wait_until (import_is_asked, NULL));
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/ui/window/" name, WindowFixture, NULL, window_set_up, function, window_tear_down)

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

  ADD ("first-start", test_first_start);
  ADD ("goes-and-comes-back", test_goes_and_comes_back);
  ADD ("record-beside-and-over", test_record_beside_and_over);
  ADD ("alone", test_alone);
  ADD ("narrow", test_narrow);
  ADD ("every-place", test_every_place);
  ADD ("error-says-what-to-do", test_error_says_what_to_do);
  ADD ("failure-is-said-in-a-bar", test_failure_is_said_in_a_bar);
  ADD ("long-work", test_long_work);
  ADD ("buttons-have-names", test_buttons_have_names);
  ADD ("shortcuts", test_shortcuts);
  ADD ("payments-are-dropped", test_payments_are_dropped);

  return g_test_run ();
}
