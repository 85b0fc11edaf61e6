/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "kinds.h"
#include "list/list-view.h"
#include "sample.h"
#include "shell/fold.h"
#include "shell/places.h"
#include "shell/shortcuts.h"
#include "shell/window.h"
#include "store/error.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
  AccordSchema *schema;
  AccordWorkspace *workspace;
  AccordWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("accord-window-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "Test.accord", NULL);
  fixture->schema = accord_model_schema_new ();
  fixture->workspace = accord_workspace_open (path, fixture->schema, ACCORD_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
  accord_sample_load (fixture->workspace, NULL, &error);
  g_assert_no_error (error);

  fixture->window = g_object_new (ACCORD_TYPE_WINDOW, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1300, 800);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* Nothing of a window that is closed may hold on to its workspace; what still runs on a thread may end first.
 */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;
  gpointer workspace = fixture->workspace;

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_drain ();
  accord_workspace_close (fixture->workspace);
  g_object_add_weak_pointer (G_OBJECT (fixture->workspace), &workspace);
  g_object_unref (fixture->workspace);
  g_assert_true (ui_wait_until (is_gone, &workspace));
  g_object_unref (fixture->schema);

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

/* The first widget below @top, itself included, that @matches. */
static GtkWidget *
find_widget (GtkWidget *top, gboolean (*matches) (GtkWidget *widget, const char *what), const char *what)
{
  if (matches (top, what))
    return top;

  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, matches, what);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
has_action (GtkWidget *widget, const char *what)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), what) == 0;
}

static gboolean
is_mapped_list (GtkWidget *widget, const char *what)
{
  return ACCORD_IS_LIST_VIEW (widget) && gtk_widget_get_mapped (widget);
}

static gboolean
is_type (GtkWidget *widget, const char *what)
{
  return strcmp (G_OBJECT_TYPE_NAME (widget), what) == 0;
}

static gboolean
says (GtkWidget *widget, const char *what)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && strstr (gtk_label_get_text (GTK_LABEL (widget)), what) != NULL;
}

static GtkWidget *
button_for (Fixture *fixture, const char *action)
{
  GtkWidget *button = find_widget (GTK_WIDGET (fixture->window), has_action, action);

  g_assert_nonnull (button);

  return button;
}

static AccordListView *
list_in_view (Fixture *fixture)
{
  return ACCORD_LIST_VIEW (find_widget (GTK_WIDGET (fixture->window), is_mapped_list, NULL));
}

static gboolean
list_is_filled (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *view = find_widget (GTK_WIDGET (fixture->window), is_mapped_list, NULL);

  return view != NULL
         && accord_record_list_get_complete (accord_list_view_get_list (ACCORD_LIST_VIEW (view)));
}

static void
show_workspace (Fixture *fixture)
{
  accord_window_show_workspace (fixture->window, fixture->workspace);
  accord_window_go (fixture->window, "organisation", 0);
  g_assert_true (ui_wait_until (list_is_filled, fixture));
  ui_wait_frame (GTK_WIDGET (fixture->window));
}

static void
test_first_start (Fixture *fixture, gconstpointer data)
{
  ui_wait_frame (GTK_WIDGET (fixture->window));

  g_assert_true (accord_window_is_free (fixture->window));
  g_assert_nonnull (find_widget (GTK_WIDGET (fixture->window), says, "Open the sample"));
  g_assert_false (gtk_widget_get_sensitive (button_for (fixture, "win.back")));
  g_assert_false (gtk_widget_get_sensitive (button_for (fixture, "win.new-record")));
}

static void
test_goes_and_comes_back (Fixture *fixture, gconstpointer data)
{
  show_workspace (fixture);
  g_assert_false (accord_window_is_free (fixture->window));
  g_assert_true (gtk_widget_get_sensitive (button_for (fixture, "win.new-record")));
  g_assert_cmpstr (accord_list_view_get_kind (list_in_view (fixture))->name, ==, "organisation");

  accord_window_go (fixture->window, "caveat", 0);
  g_assert_true (ui_wait_until (list_is_filled, fixture));
  g_assert_cmpstr (accord_list_view_get_kind (list_in_view (fixture))->name, ==, "caveat");
  g_assert_nonnull (strstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), "Caveats"));
  g_assert_true (gtk_widget_get_sensitive (button_for (fixture, "win.back")));
  g_assert_false (gtk_widget_get_sensitive (button_for (fixture, "win.forward")));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL));
  g_assert_cmpstr (accord_list_view_get_kind (list_in_view (fixture))->name, ==, "organisation");
  g_assert_true (gtk_widget_get_sensitive (button_for (fixture, "win.forward")));
}

static void
test_record_beside_and_over (Fixture *fixture, gconstpointer data)
{
  AccordListView *view;
  gint64 id;
  GtkWidget *detail;

  show_workspace (fixture);
  view = list_in_view (fixture);
  id = accord_record_list_get_id_at (accord_list_view_get_list (view), 3);
  detail = find_widget (GTK_WIDGET (fixture->window), is_type, "AccordDetailPage");
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

static gboolean
is_narrow (gpointer data)
{
  Fixture *fixture = data;

  return gtk_widget_get_width (GTK_WIDGET (fixture->window)) <= 720
         && accord_fold_get_folded (
             ACCORD_FOLD (find_widget (GTK_WIDGET (fixture->window), is_type, "AccordFold")));
}

static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  int minimum;
  GtkWidget *sidebar;

  show_workspace (fixture);
  gtk_widget_measure (GTK_WIDGET (fixture->window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  g_assert_cmpint (minimum, <=, 720);

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 720, 640);
  g_assert_true (ui_wait_until (is_narrow, fixture));
  ui_wait_frame (GTK_WIDGET (fixture->window));
  sidebar = find_widget (GTK_WIDGET (fixture->window), is_type, "AccordSidebar");
  g_assert_false (gtk_widget_get_child_visible (sidebar));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.toggle-sidebar", NULL);
  ui_wait_frame (GTK_WIDGET (fixture->window));
  g_assert_true (gtk_widget_get_child_visible (sidebar));
  accord_window_go (fixture->window, "fund", 0);
  ui_wait_frame (GTK_WIDGET (fixture->window));
  g_assert_false (gtk_widget_get_child_visible (sidebar));
}

static void
test_every_place (Fixture *fixture, gconstpointer data)
{
  guint n_places;
  const AccordPlace *places = accord_places_get (&n_places);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());

  g_assert_cmpuint (n_places, ==, accord_schema_get_n_kinds (fixture->schema) + 1);
  show_workspace (fixture);
  for (guint i = 0; i < n_places; i++)
    {
      accord_window_go (fixture->window, places[i].id, 0);
      g_assert_true (ui_wait_until (list_is_filled, fixture));
      g_assert_cmpstr (accord_list_view_get_kind (list_in_view (fixture))->name, ==, places[i].kind);
      g_assert_true (gtk_icon_theme_has_icon (theme, places[i].icon_name));
    }
}

static void
test_error_says_what_to_do (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = g_error_new_literal (ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NEWER,
                                                  "“x” was written by Accord 9 & later.");

  accord_window_show_error (fixture->window, "/somewhere/x.accord", error);
  ui_wait_frame (GTK_WIDGET (fixture->window));

  g_assert_nonnull (find_widget (GTK_WIDGET (fixture->window), says, "needs a newer Accord"));
  g_assert_nonnull (find_widget (GTK_WIDGET (fixture->window), says, "written by Accord 9 & later"));
  g_assert_nonnull (find_widget (GTK_WIDGET (fixture->window), says, "Update Accord"));
  g_assert_true (accord_window_is_free (fixture->window));
}

static void
test_failure_is_said_in_a_bar (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error =
      g_error_new_literal (ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_FULL, "The disk is full.");
  g_autoptr (GError) cancelled =
      g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled by the person");

  show_workspace (fixture);
  accord_window_say_error (fixture->window, cancelled);
  g_assert_null (find_widget (GTK_WIDGET (fixture->window), says, "Cancelled by the person"));
  accord_window_say_error (fixture->window, error);
  g_assert_nonnull (find_widget (GTK_WIDGET (fixture->window), says, "The disk is full."));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.close-notice", NULL);
  g_assert_null (find_widget (GTK_WIDGET (fixture->window), says, "The disk is full."));
}

static gboolean
task_is_shown (gpointer data)
{
  Fixture *fixture = data;

  return find_widget (GTK_WIDGET (fixture->window), says, "Counting the stars") != NULL;
}

static void
test_long_work (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordTask) task = accord_task_new ("Counting the stars");

  show_workspace (fixture);
  accord_window_add_task (fixture->window, task);
  g_assert_null (find_widget (GTK_WIDGET (fixture->window), says, "Counting the stars"));
  g_assert_true (ui_wait_until (task_is_shown, fixture));

  accord_task_report (1, 4, task);
  accord_task_finish (task);
  ui_drain ();
  g_assert_null (find_widget (GTK_WIDGET (fixture->window), says, "Counting the stars"));
}

static void
assert_named (GtkWidget *widget)
{
  gboolean icon_only =
      (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL)
      || (GTK_IS_MENU_BUTTON (widget) && gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (widget)));

  if (icon_only && !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    g_error ("%s “%s” has no name for a screen reader", G_OBJECT_TYPE_NAME (widget),
             GTK_IS_BUTTON (widget) ? gtk_button_get_icon_name (GTK_BUTTON (widget)) : "menu");

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (strncmp (G_OBJECT_TYPE_NAME (child), "GtkWindowControls", 17) != 0)
      assert_named (child);
}

static void
test_buttons_have_names (Fixture *fixture, gconstpointer data)
{
  show_workspace (fixture);
  assert_named (GTK_WIDGET (fixture->window));
}

static void
test_shortcuts (Fixture *fixture, gconstpointer data)
{
  GtkWindow *shortcuts = accord_shortcuts_new (GTK_WINDOW (fixture->window));

  gtk_window_present (shortcuts);
  ui_wait_frame (GTK_WIDGET (shortcuts));
  g_assert_nonnull (find_widget (GTK_WIDGET (shortcuts), says, "Search everything"));
  g_assert_nonnull (find_widget (GTK_WIDGET (shortcuts), says, "Ctrl+K"));
  gtk_window_destroy (shortcuts);
}

#define ADD(name, function) g_test_add ("/ui/window/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

  ADD ("first-start", test_first_start);
  ADD ("goes-and-comes-back", test_goes_and_comes_back);
  ADD ("record-beside-and-over", test_record_beside_and_over);
  ADD ("narrow", test_narrow);
  ADD ("every-place", test_every_place);
  ADD ("error-says-what-to-do", test_error_says_what_to_do);
  ADD ("failure-is-said-in-a-bar", test_failure_is_said_in_a_bar);
  ADD ("long-work", test_long_work);
  ADD ("buttons-have-names", test_buttons_have_names);
  ADD ("shortcuts", test_shortcuts);

  return g_test_run ();
}
