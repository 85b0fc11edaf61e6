/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list-fixture.h"

#include <string.h>

static int
field_of (ListFixture *self, const char *name)
{
  int field = accord_kind_find_field (accord_list_view_get_kind (self->view), name);

  g_assert_cmpint (field, >=, 0);
  return field;
}

static void
test_sort (void)
{
  ListFixture self = { NULL };
  AccordRecordList *list;

  list_fixture_set_up (&self, "payment", 300);
  list = accord_list_view_get_list (self.view);
  g_assert_cmpstr (list_fixture_count (&self), ==, "300 payments");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self.view), "order.by", "s", "amount"));
  list_fixture_settle (&self);
  g_assert_cmpint (accord_record_list_get_id_at (list, 0), ==, 300);
  list_fixture_assert_order (&self);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self.view), "order.descending", "b", TRUE));
  list_fixture_settle (&self);
  g_assert_cmpint (accord_record_list_get_id_at (list, 0), ==, 1);
  g_assert_true (accord_query_get_descending (accord_list_view_get_query (self.view)));
  list_fixture_assert_order (&self);
  list_fixture_tear_down (&self);
}

/* What a click on a heading does: the view's sorter changes, and the query follows. */
static void
test_sort_by_heading (void)
{
  ListFixture self = { NULL };
  GtkColumnView *table;
  g_autoptr (GtkColumnViewColumn) amount = NULL;
  AccordQuery *query;

  list_fixture_set_up (&self, "payment", 50);
  table = GTK_COLUMN_VIEW (list_fixture_child (&self, "table"));
  amount = g_list_model_get_item (gtk_column_view_get_columns (table), 2);
  g_assert_cmpstr (gtk_column_view_column_get_title (amount), ==, "Amount (£)");

  gtk_column_view_sort_by_column (table, amount, GTK_SORT_DESCENDING);
  query = accord_list_view_get_query (self.view);
  g_assert_cmpint (accord_query_get_sort (query), ==, field_of (&self, "amount"));
  g_assert_true (accord_query_get_descending (query));
  list_fixture_settle (&self);
  list_fixture_assert_order (&self);

  gtk_column_view_sort_by_column (table, amount, GTK_SORT_ASCENDING);
  g_assert_false (accord_query_get_descending (accord_list_view_get_query (self.view)));
  list_fixture_tear_down (&self);
}

static void
test_search (void)
{
  ListFixture self = { NULL };
  GtkWidget *stack;

  list_fixture_set_up (&self, "payment", 300);
  stack = list_fixture_child (&self, "stack");
  list_fixture_search (&self, "payee 0021");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (accord_list_view_get_list (self.view))), ==, 1);
  list_fixture_search (&self, "payee 002");
  ui_drain ();
  g_assert_cmpstr (list_fixture_count (&self), ==, "10 of 300");
  list_fixture_assert_order (&self);

  list_fixture_search (&self, "zebra");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "no-match");
  list_fixture_act (&self, "rows.show-all");
  list_fixture_settle (&self);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "rows");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (list_fixture_child (&self, "search"))), ==, "");
  g_assert_cmpstr (list_fixture_count (&self), ==, "300 payments");
  list_fixture_tear_down (&self);
}

static void
test_filter (void)
{
  ListFixture self = { NULL };
  GtkWidget *bar, *chip;
  g_autoptr (AccordQuery) query = NULL;

  list_fixture_set_up (&self, "payment", 300);
  bar = list_fixture_child (&self, "filters");
  g_assert_false (gtk_widget_get_visible (bar));

  query = accord_query_copy (accord_list_view_get_query (self.view));
  accord_query_add_number (query, field_of (&self, "fund"), ACCORD_OPERATOR_EQUAL, 1);
  accord_query_add_number (query, field_of (&self, "amount"), ACCORD_OPERATOR_AT_LEAST, 100 * 150);
  accord_list_view_set_query (self.view, query);
  list_fixture_settle (&self);
  g_assert_true (gtk_widget_get_visible (bar));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (accord_list_view_get_list (self.view))), ==, 50);
  list_fixture_assert_order (&self);

  /* The chips stand in the order of the fields: amount, then fund. Its last button takes the filter away. */
  chip = gtk_widget_get_next_sibling (gtk_widget_get_first_child (bar));
  g_signal_emit_by_name (gtk_widget_get_last_child (chip), "clicked");
  list_fixture_settle (&self);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (accord_list_view_get_list (self.view))), ==, 100);
  g_signal_emit_by_name (gtk_widget_get_last_child (gtk_widget_get_last_child (bar)), "clicked");
  list_fixture_settle (&self);
  g_assert_false (gtk_widget_get_visible (bar));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (accord_list_view_get_list (self.view))), ==, 300);
  list_fixture_tear_down (&self);
}

static gboolean
has_301 (gpointer data)
{
  return g_list_model_get_n_items (G_LIST_MODEL (accord_list_view_get_list (data))) == 301;
}

/* Another process adds a payment above all others: the row in view, the selected one and the one with the
 * focus stay what and where they are. */
static void
test_change_from_elsewhere (void)
{
  ListFixture self = { NULL };
  gint64 in_view, focused;
  GtkWidget *focus;
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_file_read_link ("/proc/self/exe", &error);

  g_assert_no_error (error);
  list_fixture_set_up (&self, "payment", 300);
  list_fixture_scroll_to (&self, 150);
  in_view = list_fixture_id_in_view (&self);
  g_assert_cmpint (in_view, >, 0);
  accord_list_view_select_id (self.view, in_view + 1);
  g_assert_true (gtk_widget_grab_focus (list_fixture_row_of (&self, in_view + 2)));
  list_fixture_settle (&self);
  in_view = list_fixture_id_in_view (&self);
  focused = list_fixture_id_of (&self, gtk_root_get_focus (GTK_ROOT (self.window)));
  g_assert_cmpint (focused, >, 0);

  {
    const char *arguments[] = { program, "--add-payment", self.path, NULL };
    int status = -1;

    g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
    g_assert_no_error (error);
    g_assert_cmpint (status, ==, 0);
  }
  g_assert_true (ui_wait_until (has_301, self.view));
  list_fixture_settle (&self);

  g_assert_cmpint (accord_record_list_get_id_at (accord_list_view_get_list (self.view), 0), ==, 301);
  g_assert_cmpint (list_fixture_id_in_view (&self), ==, in_view);
  g_assert_cmpuint (accord_list_view_get_n_selected (self.view), ==, 1);
  list_fixture_assert_selected (&self, in_view + 1);
  focus = gtk_root_get_focus (GTK_ROOT (self.window));
  g_assert_nonnull (focus);
  g_assert_cmpint (list_fixture_id_of (&self, focus), ==, focused);
  list_fixture_tear_down (&self);
}

/* Opening a record folds the table beside it: the row stays selected and in view, and the same again when
 * unfolded. */
static void
test_compact (void)
{
  ListFixture self = { NULL };

  list_fixture_set_up (&self, "payment", 300);
  accord_list_view_select_id (self.view, 150);
  list_fixture_settle (&self);
  for (guint i = 0; i < 2; i++)
    {
      graphene_rect_t bounds;
      GtkWidget *row;

      accord_list_view_set_compact (self.view, i == 0);
      list_fixture_settle (&self);
      list_fixture_assert_selected (&self, 150);
      row = list_fixture_row_of (&self, 150);
      g_assert_nonnull (row);
      g_assert_true (gtk_widget_compute_bounds (row, list_fixture_rows (&self), &bounds));
      g_assert_cmpfloat (bounds.origin.y + bounds.size.height, >, 0);
      g_assert_cmpfloat (bounds.origin.y, <, gtk_widget_get_height (list_fixture_rows (&self)));
    }
  list_fixture_tear_down (&self);
}

static void
count_cb (AccordListView *view, guint *n)
{
  (*n)++;
}

static void
assert_tools (ListFixture *self, gboolean offered)
{
  static const char *const tools[] = { "filter_button", "sort_button", "columns_button" };

  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    g_assert_true (gtk_widget_get_sensitive (list_fixture_child (self, tools[i])) == offered);
}

static void
test_empty (void)
{
  ListFixture self = { NULL };
  guint n_asked = 0;

  list_fixture_set_up (&self, "payment", 0);
  g_signal_connect (self.view, "add-requested", G_CALLBACK (count_cb), &n_asked);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (list_fixture_child (&self, "stack"))), ==,
                   "empty");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (list_fixture_child (&self, "add_button"))), ==,
                   "Add a payment");
  assert_tools (&self, FALSE);
  /* Payments come by the file: that is the way that is suggested, and the one the keyboard is taken to. */
  g_assert_true (gtk_widget_get_visible (list_fixture_child (&self, "import_button")));
  g_assert_true (gtk_widget_has_css_class (list_fixture_child (&self, "import_button"), "suggested-action"));
  g_assert_false (gtk_widget_has_css_class (list_fixture_child (&self, "add_button"), "suggested-action"));
  list_fixture_act (&self, "rows.add");
  g_assert_cmpuint (n_asked, ==, 1);

  list_fixture_add_payment (self.workspace, "The first");
  list_fixture_settle (&self);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (list_fixture_child (&self, "stack"))), ==,
                   "rows");
  g_assert_cmpstr (list_fixture_count (&self), ==, "1 payment");
  assert_tools (&self, TRUE);
  list_fixture_tear_down (&self);
}

static gboolean
shows_error (gpointer data)
{
  return gtk_widget_get_visible (data);
}

static gboolean
has_2001 (gpointer data)
{
  return g_list_model_get_n_items (G_LIST_MODEL (accord_list_view_get_list (data))) == 2001;
}

static void
overwrite (ListFixture *self, const char *content, gsize from, gsize length)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileIOStream) stream = g_file_open_readwrite (file, NULL, &error);

  g_assert_no_error (error);
  g_seekable_seek (G_SEEKABLE (stream), from, G_SEEK_SET, NULL, &error);
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (stream)), content + from,
                             length - from, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* A file that cannot be read says so above the list; once it can, the rows come. */
static void
test_error (void)
{
  ListFixture self = { NULL };
  const gsize from = 65536;
  g_autofree char *content = NULL, *noise = NULL;
  gsize length;

  list_fixture_set_up (&self, "fund", 2000);
  g_assert_false (gtk_widget_get_visible (list_fixture_child (&self, "error_bar")));
  list_fixture_hide (&self);
  list_fixture_reopen (&self);
  g_assert_true (g_file_get_contents (self.path, &content, &length, NULL));
  g_assert_cmpuint (length, >, 2 * from);
  noise = g_malloc (length);
  memset (noise, 0xA5, length);
  overwrite (&self, noise, from, length);

  list_fixture_show (&self, "payment");
  g_assert_true (ui_wait_until (shows_error, list_fixture_child (&self, "error_bar")));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (list_fixture_child (&self, "error_label"))), !=, "");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (list_fixture_child (&self, "stack"))), ==,
                   "rows");

  overwrite (&self, content, from, length);
  list_fixture_add_payment (self.workspace, "One more");
  list_fixture_act (&self, "rows.retry");
  g_assert_true (ui_wait_until (has_2001, self.view));
  list_fixture_settle (&self);
  g_assert_false (gtk_widget_get_visible (list_fixture_child (&self, "error_bar")));
  list_fixture_tear_down (&self);
}

static guint
n_columns (ListFixture *self)
{
  return g_list_model_get_n_items (
      gtk_column_view_get_columns (GTK_COLUMN_VIEW (list_fixture_child (self, "table"))));
}

static gboolean
is_remembered (gpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (ACCORD_APPLICATION_ID);
  g_autoptr (GVariant) all = g_settings_get_value (settings, "list-columns");
  g_autoptr (GVariant) layout = g_variant_lookup_value (all, "payment", G_VARIANT_TYPE ("a(sd)"));

  /* What is as usual need not be kept. */
  return (layout != NULL ? g_variant_n_children (layout) : 0) == GPOINTER_TO_UINT (data);
}

static char *
column_title (ListFixture *self, guint position)
{
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (list_fixture_child (self, "table")));
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, position);

  return g_strdup (gtk_column_view_column_get_title (column));
}

/* Columns that a person chose, moved and widened are there again the next time. */
static void
test_columns (void)
{
  ListFixture self = { NULL };
  GtkColumnView *table;
  g_autoptr (GtkColumnViewColumn) amount = NULL, again = NULL;
  g_autofree char *title = NULL;
  int width;

  list_fixture_set_up (&self, "payment", 60);
  g_assert_cmpuint (n_columns (&self), ==, 8);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self.view), "columns.category", NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self.view), "columns.fund", NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self.view), "columns.allocation", NULL));
  table = GTK_COLUMN_VIEW (list_fixture_child (&self, "table"));
  amount = g_list_model_get_item (gtk_column_view_get_columns (table), 2);
  gtk_column_view_insert_column (table, 0, amount);
  gtk_column_view_column_set_fixed_width (amount, 222);
  g_assert_true (ui_wait_until (is_remembered, GUINT_TO_POINTER (7)));
  width = gtk_column_view_column_get_fixed_width (amount);

  list_fixture_hide (&self);
  list_fixture_show (&self, "payment");
  list_fixture_settle (&self);
  g_assert_cmpuint (n_columns (&self), ==, 7);
  title = column_title (&self, 0);
  g_assert_cmpstr (title, ==, "Amount (£)");
  table = GTK_COLUMN_VIEW (list_fixture_child (&self, "table"));
  again = g_list_model_get_item (gtk_column_view_get_columns (table), 0);
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (again), ==, width);

  list_fixture_act (&self, "rows.usual-columns");
  g_assert_cmpuint (n_columns (&self), ==, 8);
  g_assert_true (ui_wait_until (is_remembered, GUINT_TO_POINTER (0)));
  list_fixture_tear_down (&self);
}

typedef struct
{
  AccordRecordList *list;
  gint64 first;
} First;

static gboolean
is_first (gpointer data)
{
  First *first = data;

  return accord_record_list_get_id_at (first->list, 0) == first->first;
}

/* GTK's own positions go wrong above 65,536 rows. */
static void
test_far_down (void)
{
  const guint n = g_test_slow () ? 1000000 : 140000;
  const guint far = n / 2;
  ListFixture self = { NULL };
  GtkSelectionModel *model;

  list_fixture_set_up (&self, "payment", n);
  model = gtk_column_view_get_model (GTK_COLUMN_VIEW (list_fixture_child (&self, "table")));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self.view), "order.by", "s", "amount"));
  list_fixture_settle (&self);

  list_fixture_scroll_to (&self, far);
  g_assert_true (
      gtk_widget_activate_action (list_fixture_rows (&self), "list.select-item", "(ubb)", far, FALSE, FALSE));
  g_assert_cmpint (accord_list_view_get_selected_id (self.view), ==, n - far);
  g_assert_true (gtk_widget_activate_action (list_fixture_rows (&self), "list.activate-item", "u", far));
  g_assert_cmpint (self.activated, ==, n - far);
  list_fixture_assert_selected (&self, n - far);
  g_assert_nonnull (list_fixture_row_of (&self, n - far));

  /* One more above it: the same record is selected, a row further down, and still in view. */
  list_fixture_add_payment (self.workspace, "One more");
  g_assert_true (ui_wait_until (is_first, &(First){ accord_list_view_get_list (self.view), n + 1 }));
  list_fixture_settle (&self);
  g_assert_cmpint (accord_record_list_get_id_at (accord_list_view_get_list (self.view), far + 1), ==,
                   n - far);
  list_fixture_assert_selected (&self, n - far);
  g_assert_nonnull (list_fixture_row_of (&self, n - far));

  gtk_selection_model_select_all (model);
  g_assert_cmpuint (accord_list_view_get_n_selected (self.view), ==, n + 1);
  list_fixture_tear_down (&self);
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--add-payment"))
    {
      g_autoptr (AccordSchema) schema = accord_model_schema_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (AccordWorkspace) workspace =
          accord_workspace_open (argv[2], schema, ACCORD_OPEN_EXISTING, NULL, &error);

      g_assert_no_error (error);
      list_fixture_add_payment (workspace, "Another");
      accord_workspace_close (workspace);
      return 0;
    }

  ui_test_init (&argc, &argv);
  g_test_add_func ("/list-view/sort", test_sort);
  g_test_add_func ("/list-view/sort-by-heading", test_sort_by_heading);
  g_test_add_func ("/list-view/search", test_search);
  g_test_add_func ("/list-view/filter", test_filter);
  g_test_add_func ("/list-view/change-from-elsewhere", test_change_from_elsewhere);
  g_test_add_func ("/list-view/compact", test_compact);
  g_test_add_func ("/list-view/empty", test_empty);
  g_test_add_func ("/list-view/error", test_error);
  g_test_add_func ("/list-view/columns", test_columns);
  g_test_add_func ("/list-view/far-down", test_far_down);
  return g_test_run ();
}
