/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list-fixture.h"

#include "list/paste-dialog.h"

static guint
count_selected_rows (ListFixture *self)
{
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (list_fixture_rows (self)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n += (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0;
  return n;
}

/* The very same record stays selected, and no other row looks it. */
static void
test_selection_stays (void)
{
  ListFixture self = { NULL };

  list_fixture_set_up (&self, "payment", 300);
  accord_list_view_select_id (self.view, 21);
  list_fixture_settle (&self);
  list_fixture_assert_selected (&self, 21);
  g_assert_nonnull (list_fixture_row_of (&self, 21));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self.view), "order.by", "s", "amount"));
  list_fixture_settle (&self);
  list_fixture_assert_selected (&self, 21);

  list_fixture_search (&self, "payee 002");
  list_fixture_assert_selected (&self, 21);
  g_assert_cmpuint (count_selected_rows (&self), ==, 1);
  list_fixture_search (&self, "payee 003");
  g_assert_cmpint (accord_list_view_get_selected_id (self.view), ==, 0);
  g_assert_cmpuint (accord_list_view_get_n_selected (self.view), ==, 0);
  g_assert_cmpuint (count_selected_rows (&self), ==, 0);
  list_fixture_search (&self, "");
  list_fixture_assert_selected (&self, 21);
  list_fixture_tear_down (&self);
}

static gboolean
has_none_selected (gpointer data)
{
  return accord_list_view_get_n_selected (data) == 0;
}

static gboolean
has_three_selected (gpointer data)
{
  return accord_list_view_get_n_selected (data) == 3;
}

static void
delete_cb (AccordListView *view, guint *n_asked)
{
  g_autoptr (GArray) ids = accord_list_view_get_selected_ids (view);

  (*n_asked)++;
  accord_workspace_delete_async (accord_list_view_get_workspace (view), accord_list_view_get_kind (view),
                                 (const gint64 *) (gconstpointer) ids->data, ids->len, NULL, NULL, NULL);
}

/* What was deleted is not selected any more, and is again once it is back. */
static void
test_delete_and_undo (void)
{
  ListFixture self = { NULL };
  GtkSelectionModel *model;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (GArray) ids = NULL;
  guint n_asked = 0;

  list_fixture_set_up (&self, "payment", 60);
  g_signal_connect (self.view, "delete-requested", G_CALLBACK (delete_cb), &n_asked);
  model = gtk_column_view_get_model (GTK_COLUMN_VIEW (list_fixture_child (&self, "table")));
  gtk_selection_model_select_range (model, 10, 3, TRUE);
  g_assert_cmpstr (list_fixture_count (&self), ==, "3 selected");
  g_assert_cmpint (accord_list_view_get_selected_id (self.view), ==, 0);

  list_fixture_act (&self, "rows.delete");
  g_assert_true (ui_wait_until (has_none_selected, self.view));
  list_fixture_settle (&self);
  g_assert_cmpuint (n_asked, ==, 1);
  g_assert_cmpstr (list_fixture_count (&self), ==, "57 payments");

  change = accord_workspace_undo (self.workspace, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (ui_wait_until (has_three_selected, self.view));
  ids = accord_list_view_get_selected_ids (self.view);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (g_array_index (ids, gint64, i), ==, 11 + i);
  list_fixture_tear_down (&self);
}

static void
text_read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static gboolean
is_set (gpointer data)
{
  return *(char **) data != NULL;
}

static gboolean
has_content (gpointer data)
{
  return gdk_clipboard_get_content (data) != NULL;
}

static gboolean
has_paste_dialog (gpointer data)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ACCORD_IS_PASTE_DIALOG (l->data))
      *(GtkWidget **) data = l->data;
  return *(GtkWidget **) data != NULL;
}

static GtkWidget *
find_button (GtkWidget *within, const char *label)
{
  if (GTK_IS_BUTTON (within) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (within)), label) == 0)
    return within;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
can_save (gpointer data)
{
  GtkWidget *save = find_button (data, "Add 1 payment");

  return save != NULL && gtk_widget_get_sensitive (save);
}

static gboolean
has_61 (gpointer data)
{
  return accord_record_list_get_total (accord_list_view_get_list (data)) == 61;
}

static void
test_copy (void)
{
  ListFixture self = { NULL };
  GtkWidget *dialog = NULL;
  GdkClipboard *clipboard;
  g_autofree char *text = NULL;

  list_fixture_set_up (&self, "payment", 60);
  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self.view));
  accord_list_view_select_id (self.view, 3);
  list_fixture_act (&self, "rows.copy");
  g_assert_true (ui_wait_until (has_content, clipboard));
  gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, &text);
  g_assert_true (ui_wait_until (is_set, &text));
  g_assert_cmpstr (text, ==,
                   "Paid to\tDate\tAmount\tFund\tAllocation\tReference\tDescription\tPaid by\n"
                   "Payee 0003\t2018-04-04\t58.00\tTransformation fund\t\t\t\t");

  /* And pasted, it is shown what it would become, and added. */
  list_fixture_act (&self, "rows.paste");
  g_assert_true (ui_wait_until (has_paste_dialog, &dialog));
  g_assert_true (ui_wait_until (can_save, dialog));
  gtk_widget_activate_action (dialog, "dialog.save", NULL);
  g_assert_true (ui_wait_until (has_61, self.view));
  ui_drain ();
  list_fixture_settle (&self);
  list_fixture_assert_order (&self);
  list_fixture_tear_down (&self);
}

/* A record that is gone to before its list has been seen: the rows above and below it are there as well. */
static void
test_select_first (void)
{
  ListFixture self = { NULL };
  GtkWidget *rows;
  graphene_rect_t bounds;
  guint n_shown = 0;

  list_fixture_set_up (&self, "payment", 900);
  list_fixture_hide (&self);
  list_fixture_show (&self, "payment");
  accord_list_view_select_id (self.view, 450);
  accord_list_view_set_compact (self.view, TRUE);
  list_fixture_settle (&self);
  ui_wait_frame (self.window);
  rows = list_fixture_rows (&self);
  g_assert_nonnull (list_fixture_row_of (&self, 450));
  g_assert_true (gtk_widget_compute_bounds (list_fixture_row_of (&self, 450), rows, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (rows) + 1);
  for (GtkWidget *row = gtk_widget_get_first_child (rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_compute_bounds (row, rows, &bounds) && bounds.size.height > 0 && bounds.origin.y >= 0
        && bounds.origin.y < gtk_widget_get_height (rows))
      n_shown++;
  g_assert_cmpuint (n_shown, >=, 5);
  list_fixture_tear_down (&self);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/list-view/selection-stays", test_selection_stays);
  g_test_add_func ("/list-view/delete-and-undo", test_delete_and_undo);
  g_test_add_func ("/list-view/copy", test_copy);
  g_test_add_func ("/list-view/select-first", test_select_first);
  return g_test_run ();
}
