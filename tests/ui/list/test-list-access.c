/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list-fixture.h"

#include "list/list-view-private.h"

#include <string.h>

#define assert_label(widget, text)                                                                           \
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text)

/* Everything that can have the focus, or that a screen reader goes through, has words for a name. */
static void
test_names (void)
{
  ListFixture self = { NULL };
  GtkWidget *table;

  list_fixture_set_up (&self, "payment", 60);
  table = list_fixture_child (&self, "table");
  assert_label (table, "Payments");
  assert_label (gtk_widget_get_last_child (table), "Payments");
  assert_label (gtk_widget_get_first_child (table), "Column headings");
  assert_label (list_fixture_child (&self, "search"), "Search this list");
  assert_label (gtk_widget_get_first_child (list_fixture_child (&self, "filter_button")), "Filter");
  assert_label (gtk_widget_get_first_child (list_fixture_child (&self, "sort_button")), "Sort by");
  assert_label (gtk_widget_get_first_child (list_fixture_child (&self, "columns_button")), "Columns");
  assert_label (list_fixture_row_of (&self, 3), "Payee 0003, 4 Apr 2018, £58.00, Transformation fund");

  accord_list_view_set_words (self.view, "Invoices", "Add an invoice", NULL);
  assert_label (gtk_widget_get_last_child (table), "Invoices");
  list_fixture_tear_down (&self);
}

static gboolean
is_renamed (gpointer data)
{
  ListFixture *self = data;
  GObject *slot = g_list_model_get_item (G_LIST_MODEL (accord_list_view_get_list (self->view)), 2);
  AccordRecord *record = accord_record_slot_get_record (ACCORD_RECORD_SLOT (slot));
  gboolean renamed =
      record != NULL && g_strcmp0 (accord_record_get_text (record, "payee"), "Payee 0003 Ltd") == 0;

  g_object_unref (slot);
  return renamed;
}

/* The name of a row follows the record, as its cells do, in one line or in two. */
static void
test_row_names_follow (void)
{
  ListFixture self = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordRecord) record = NULL;
  g_autoptr (AccordChange) change = NULL;

  list_fixture_set_up (&self, "payment", 60);
  record =
      accord_workspace_get_record (self.workspace, accord_list_view_get_kind (self.view), 3, NULL, &error);
  g_assert_no_error (error);
  accord_record_set_text (record, "payee", "Payee 0003 Ltd");
  change = accord_workspace_save (self.workspace, record, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (ui_wait_until (is_renamed, &self));
  assert_label (list_fixture_row_of (&self, 3), "Payee 0003 Ltd, 4 Apr 2018, £58.00, Transformation fund");

  accord_list_view_set_compact (self.view, TRUE);
  list_fixture_settle (&self);
  assert_label (list_fixture_row_of (&self, 3), "Payee 0003 Ltd, 4 Apr 2018, £58.00, Transformation fund");
  list_fixture_tear_down (&self);
}

static gboolean
has_ten (gpointer data)
{
  const char *words = accord_list_view_get_total_words (data);

  return words != NULL && g_str_has_prefix (words, "10 of 60 · ");
}

/* What a search found is said where the focus is. */
static void
test_count_is_heard (void)
{
  ListFixture self = { NULL };

  list_fixture_set_up (&self, "payment", 60);
  list_fixture_search (&self, "payee 002");
  g_assert_true (ui_wait_until (has_ten, self.view));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (list_fixture_child (&self, "search")),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "10 of 60 · £365.00");
  list_fixture_tear_down (&self);
}

/* Runs what a key does on a widget, as GTK 4.8 has no way to press one. */
static gboolean
press (GtkWidget *widget, const char *key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (controller)); k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);
          g_autofree char *trigger = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));
          g_auto (GStrv) triggers = g_strsplit (trigger, "|", -1);

          if (g_strv_contains ((const char *const *) triggers, key))
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget, NULL);
        }
    }
  return FALSE;
}

static GtkWidget *
focus_of (ListFixture *self)
{
  return gtk_root_get_focus (GTK_ROOT (self->window));
}

/* Tab goes through the tools, stops once at the rows, and goes on; Shift+Tab comes back to the same row. */
static void
test_tab_leaves_rows (void)
{
  ListFixture self = { NULL };
  GtkWidget *box, *after, *scroller, *row;
  guint n_stops = 0;

  list_fixture_set_up (&self, "payment", 60);
  scroller = list_fixture_child (&self, "scroller");
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  after = gtk_button_new_with_label ("After");
  g_object_ref (self.view);
  gtk_window_set_child (GTK_WINDOW (self.window), NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self.view));
  gtk_box_append (GTK_BOX (box), after);
  gtk_window_set_child (GTK_WINDOW (self.window), box);
  g_object_unref (self.view);
  list_fixture_settle (&self);

  accord_list_view_focus_search (self.view);
  while (!gtk_widget_is_ancestor (focus_of (&self), scroller) && n_stops < 10)
    {
      g_assert_true (gtk_widget_child_focus (self.window, GTK_DIR_TAB_FORWARD));
      n_stops++;
    }
  g_assert_cmpuint (n_stops, ==, 4);

  row = list_fixture_row_of (&self, 7);
  g_assert_true (gtk_widget_grab_focus (row));
  g_assert_true (press (scroller, "Tab"));
  g_assert_true (focus_of (&self) == after);
  g_assert_true (gtk_widget_child_focus (self.window, GTK_DIR_TAB_BACKWARD));
  g_assert_true (focus_of (&self) == row);
  g_assert_true (press (scroller, "<Shift>Tab"));
  g_assert_false (gtk_widget_is_ancestor (focus_of (&self), scroller));
  list_fixture_tear_down (&self);
}

static void
edit_cb (AccordListView *view, gint64 id, gint64 *asked)
{
  *asked = id;
}

static void
delete_cb (AccordListView *view, guint *n_asked)
{
  (*n_asked)++;
}

static gboolean
is_not_editing (gpointer data)
{
  return ((AccordListView *) data)->edited == 0;
}

static void
test_keys (void)
{
  ListFixture self = { NULL };
  GtkWidget *scroller;
  gint64 asked = 0;
  guint n_asked = 0;

  list_fixture_set_up (&self, "payment", 60);
  scroller = list_fixture_child (&self, "scroller");
  g_signal_connect (self.view, "edit-requested", G_CALLBACK (edit_cb), &asked);
  g_signal_connect (self.view, "delete-requested", G_CALLBACK (delete_cb), &n_asked);
  g_assert_false (press (scroller, "Delete"));
  /* Without a row to edit, nothing happens. */
  press (scroller, "F2");
  g_assert_cmpint (asked, ==, 0);
  g_assert_cmpint (self.view->edited, ==, 0);
  /* A cell of the row that has the focus is edited where it stands; elsewhere, the record that is selected.
   */
  accord_list_view_select_id (self.view, 7);
  g_assert_true (gtk_widget_grab_focus (list_fixture_row_of (&self, 7)));
  g_assert_true (press (scroller, "F2"));
  g_assert_cmpint (self.view->edited, ==, 7);
  g_assert_cmpint (asked, ==, 0);
  gtk_popover_popdown (GTK_POPOVER (self.view->editor));
  g_assert_true (ui_wait_until (is_not_editing, self.view));
  accord_list_view_set_compact (self.view, TRUE);
  g_assert_true (press (scroller, "F2"));
  g_assert_cmpint (asked, ==, 7);
  g_assert_true (press (scroller, "Delete"));
  g_assert_cmpuint (n_asked, ==, 1);
  list_fixture_tear_down (&self);
}

/* Rows keep their size at any length of text, and no cell is cut off at twice the size of text. */
static void
test_large_text (void)
{
  ListFixture self = { NULL };
  graphene_rect_t row, text;
  GtkWidget *cell;

  list_fixture_set_up (&self, "payment", 60);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  list_fixture_settle (&self);
  cell = list_fixture_row_of (&self, 1);
  g_assert_true (gtk_widget_compute_bounds (cell, self.window, &row));
  while (!GTK_IS_INSCRIPTION (cell))
    cell = gtk_widget_get_first_child (cell);
  g_assert_true (gtk_widget_compute_bounds (cell, self.window, &text));
  g_assert_true (graphene_rect_contains_rect (&row, &text));
  g_assert_cmpfloat (text.size.height, >, 30);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
  list_fixture_tear_down (&self);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/list-access/names", test_names);
  g_test_add_func ("/list-access/row-names-follow", test_row_names_follow);
  g_test_add_func ("/list-access/count-is-heard", test_count_is_heard);
  g_test_add_func ("/list-access/tab-leaves-rows", test_tab_leaves_rows);
  g_test_add_func ("/list-access/keys", test_keys);
  g_test_add_func ("/list-access/large-text", test_large_text);
  return g_test_run ();
}
