/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list-fixture.h"

#include "list/row-cell.h"

#include <glib/gstdio.h>

static void
put (AccordWriter *writer, AccordRecord *record)
{
  g_autoptr (GError) error = NULL;

  accord_writer_insert (writer, record, &error);
  g_assert_no_error (error);
}

static gboolean
fill (AccordWriter *writer, gpointer data, GError **error)
{
  const guint n = GPOINTER_TO_UINT (data);
  AccordSchema *schema = accord_reader_get_schema (accord_writer_get_reader (writer));
  const AccordKind *payment = accord_schema_find_kind (schema, "payment");
  g_autoptr (AccordRecord) fund = accord_record_new (accord_schema_find_kind (schema, "fund"));

  accord_record_set_text (fund, "name", "Transformation fund");
  accord_record_set_text (fund, "type", "transformation-fund");
  put (writer, fund);
  if (!accord_writer_begin_bulk (writer, payment, n, error))
    return FALSE;
  for (guint i = 1; i <= n; i++)
    {
      g_autoptr (AccordRecord) record = accord_record_new (payment);
      g_autofree char *payee = g_strdup_printf ("Payee %04u", i);
      g_autofree char *date = g_strdup_printf ("%u-%02u-%02u", 2015 + i % 9, 1 + i % 12, 1 + i % 28);

      accord_record_set_text (record, "payee", payee);
      accord_record_set_text (record, "date", date);
      accord_record_set_int (record, "amount", 100 * (gint64) (n - i + 1));
      if (i % 3 == 0)
        accord_record_set_int (record, "fund", 1);
      put (writer, record);
    }
  return TRUE;
}

static gboolean
add_one (AccordWriter *writer, gpointer data, GError **error)
{
  AccordSchema *schema = accord_reader_get_schema (accord_writer_get_reader (writer));
  g_autoptr (AccordRecord) record = accord_record_new (accord_schema_find_kind (schema, "payment"));

  accord_record_set_text (record, "payee", data);
  accord_record_set_text (record, "date", "2020-01-01");
  accord_record_set_int (record, "amount", 1);
  return accord_writer_insert (writer, record, error);
}

static void
activated_cb (AccordListView *view, const char *kind, gint64 id, ListFixture *self)
{
  g_assert_cmpstr (kind, ==, accord_list_view_get_kind (view)->name);
  self->activated = id;
}

static gboolean
is_settled (gpointer data)
{
  AccordRecordList *list = accord_list_view_get_list (data);

  return !accord_record_list_get_loading (list) && accord_record_list_get_complete (list)
         && g_list_model_get_n_items (G_LIST_MODEL (list)) == accord_record_list_get_total (list);
}

/* Makes a workspace with a fund and @n_payments, and a window with its records of @kind. */
void
list_fixture_set_up (ListFixture *self, const char *kind, guint n_payments)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("accord-list-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "list.accord", NULL);
  self->schema = accord_model_schema_new ();
  self->workspace = accord_workspace_open (self->path, self->schema, ACCORD_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
  if (n_payments > 0)
    {
      g_autoptr (AccordChange) change =
          accord_workspace_write (self->workspace, "Fill", fill, GUINT_TO_POINTER (n_payments), NULL, &error);
      g_assert_no_error (error);
    }
  list_fixture_show (self, kind);
  list_fixture_settle (self);
}

/* Opens a window with the records of @kind. */
void
list_fixture_show (ListFixture *self, const char *kind)
{
  g_autoptr (AccordQuery) query = accord_query_new (accord_schema_find_kind (self->schema, kind));

  self->view = accord_list_view_new (self->workspace, query);
  g_signal_connect (self->view, "record-activated", G_CALLBACK (activated_cb), self);
  self->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (self->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1000, 500);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->view));
  gtk_window_present (GTK_WINDOW (self->window));
}

/* Closes the window, and sees that nothing of the view stays behind: an answer on its way may come first. */
void
list_fixture_hide (ListFixture *self)
{
  g_object_add_weak_pointer (G_OBJECT (self->view), (gpointer *) &self->view);
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_assert_true (ui_wait_until (ui_is_gone, &self->view));
}

/* Closes the file and opens it again. */
void
list_fixture_reopen (ListFixture *self)
{
  g_autoptr (GError) error = NULL;

  accord_workspace_close (self->workspace);
  g_object_unref (self->workspace);
  self->workspace = accord_workspace_open (self->path, self->schema, ACCORD_OPEN_EXISTING, NULL, &error);
  g_assert_no_error (error);
}

/* Closes and removes it all, what lists remember too. */
void
list_fixture_tear_down (ListFixture *self)
{
  g_autoptr (GSettings) settings = g_settings_new (ACCORD_APPLICATION_ID);
  g_autoptr (GDir) folder = NULL;
  const char *name;

  list_fixture_hide (self);
  g_settings_reset (settings, "list-queries");
  accord_workspace_close (self->workspace);
  g_object_unref (self->workspace);
  g_object_unref (self->schema);

  folder = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

/* A child of the view's template. */
GtkWidget *
list_fixture_child (ListFixture *self, const char *name)
{
  GObject *child = gtk_widget_get_template_child (GTK_WIDGET (self->view), ACCORD_TYPE_LIST_VIEW, name);

  g_assert_true (GTK_IS_WIDGET (child));
  return GTK_WIDGET (child);
}

/* The widget whose children are the rows. */
GtkWidget *
list_fixture_rows (ListFixture *self)
{
  return gtk_widget_get_last_child (list_fixture_child (self, "table"));
}

/* The record that a row shows. */
gint64
list_fixture_id_of (ListFixture *self, GtkWidget *row)
{
  GtkWidget *cell = row;

  while (cell != NULL && !ACCORD_IS_ROW_CELL (cell))
    cell = gtk_widget_get_first_child (cell);
  if (cell == NULL)
    return 0;
  return accord_record_list_get_id_at (accord_list_view_get_list (self->view),
                                       accord_row_cell_get_position (ACCORD_ROW_CELL (cell)));
}

/* The row that shows a record, or NULL. */
GtkWidget *
list_fixture_row_of (ListFixture *self, gint64 id)
{
  for (GtkWidget *row = gtk_widget_get_first_child (list_fixture_rows (self)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (list_fixture_id_of (self, row) == id)
      return row;
  return NULL;
}

/* The record in the middle of what is to be seen. */
gint64
list_fixture_id_in_view (ListFixture *self)
{
  GtkWidget *rows = list_fixture_rows (self);
  GtkWidget *picked = gtk_widget_pick (rows, 100, gtk_widget_get_height (rows) / 2.0, GTK_PICK_DEFAULT);

  while (picked != NULL && gtk_widget_get_parent (picked) != rows)
    picked = gtk_widget_get_parent (picked);
  return picked != NULL ? list_fixture_id_of (self, picked) : 0;
}

const char *
list_fixture_count (ListFixture *self)
{
  return gtk_label_get_label (GTK_LABEL (list_fixture_child (self, "count_beside")));
}

/* Waits until the list is whole and what it shows is painted. */
void
list_fixture_settle (ListFixture *self)
{
  g_assert_true (ui_wait_until (is_settled, self->view));
  ui_wait_frame (GTK_WIDGET (self->view));
  ui_drain ();
  ui_wait_frame (GTK_WIDGET (self->view));
}

static gboolean
is_searched (gpointer data)
{
  AccordListView *view = data;
  GtkWidget *search =
      GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (view), ACCORD_TYPE_LIST_VIEW, "search"));
  const char *words = accord_query_get_search (accord_list_view_get_query (view));

  return g_strcmp0 (words != NULL ? words : "", gtk_editable_get_text (GTK_EDITABLE (search))) == 0;
}

/* Types into the search entry. */
void
list_fixture_search (ListFixture *self, const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (list_fixture_child (self, "search")), words);
  g_assert_true (ui_wait_until (is_searched, self->view));
  list_fixture_settle (self);
}

void
list_fixture_scroll_to (ListFixture *self, guint position)
{
  g_assert_true (gtk_widget_activate_action (list_fixture_rows (self), "list.scroll-to-item", "u", position));
  list_fixture_settle (self);
}

static gpointer
list_all (AccordReader *reader, gpointer data, GError **error)
{
  return accord_reader_list (reader, data, error);
}

/* The rows are those, in that order, that the query gives when it is asked afresh. */
void
list_fixture_assert_order (ListFixture *self)
{
  AccordRecordList *list = accord_list_view_get_list (self->view);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = accord_workspace_read (
      self->workspace, list_all, accord_list_view_get_query (self->view), NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, records->len);
  for (guint i = 0; i < records->len; i++)
    g_assert_cmpint (accord_record_list_get_id_at (list, i), ==, accord_record_get_id (records->pdata[i]));
}

void
list_fixture_add_payment (AccordWorkspace *workspace, const char *payee)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change =
      accord_workspace_write (workspace, "Add a payment", add_one, (gpointer) payee, NULL, &error);

  g_assert_no_error (error);
}

void
list_fixture_act (ListFixture *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->view), action, NULL));
}

void
list_fixture_assert_selected (ListFixture *self, gint64 id)
{
  GtkWidget *row = list_fixture_row_of (self, id);

  g_assert_cmpint (accord_list_view_get_selected_id (self->view), ==, id);
  if (row != NULL)
    g_assert_true (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED);
}
