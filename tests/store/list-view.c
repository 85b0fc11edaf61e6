/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list-view.h"

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, View *view)
{
  g_string_append_printf (view->log, "%s%u-%u+%u", view->log->len > 0 ? " " : "", position, removed, added);
  g_assert_cmpuint (position + removed, <=, view->mirror->len);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, view->mirror->len - removed + added);
  if (removed > 0)
    g_array_remove_range (view->mirror, position, removed);
  for (guint i = 0; i < added; i++)
    {
      const gint64 id = accord_record_list_get_id_at (view->list, position + i);

      g_array_insert_val (view->mirror, position + i, id);
    }
  /* In the middle of several splices too, the list is what it has told so far. */
  for (guint i = 0; i < view->mirror->len && view->mirror->len < 5000; i++)
    g_assert_cmpint (g_array_index (view->mirror, gint64, i), ==,
                     accord_record_list_get_id_at (view->list, i));
}

static void
on_reordered (AccordRecordList *list, View *view)
{
  g_string_append_printf (view->log, "%sreordered", view->log->len > 0 ? " " : "");
  for (guint i = 0; i < view->mirror->len; i++)
    g_array_index (view->mirror, gint64, i) = accord_record_list_get_id_at (list, i);
}

void
view_open (View *view, Fixture *fixture, AccordQuery *query)
{
  view->list = accord_record_list_new (fixture->workspace, query);
  view->model = G_LIST_MODEL (view->list);
  view->log = g_string_new (NULL);
  view->mirror = g_array_new (FALSE, FALSE, sizeof (gint64));
  view->held = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect (view->list, "items-changed", G_CALLBACK (on_items_changed), view);
  g_signal_connect (view->list, "reordered", G_CALLBACK (on_reordered), view);
}

void
view_close (View *view)
{
  g_ptr_array_unref (view->held);
  g_assert_finalize_object (view->list);
  g_string_free (view->log, TRUE);
  g_array_unref (view->mirror);
}

gboolean
view_is_settled (View *view)
{
  return accord_record_list_get_complete (view->list)
         && g_list_model_get_n_items (view->model) == accord_record_list_get_total (view->list);
}

void
view_hold (View *view, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    g_ptr_array_add (view->held, g_list_model_get_item (view->model, i));
}

gboolean
view_is_filled (View *view)
{
  for (guint i = 0; i < view->held->len; i++)
    if (accord_record_slot_get_record (g_ptr_array_index (view->held, i)) == NULL)
      return FALSE;
  return TRUE;
}

void
view_assert_log (View *view, const char *expected)
{
  g_assert_cmpstr (view->log->str, ==, expected);
  g_string_truncate (view->log, 0);
}

static gpointer
read_count (AccordReader *reader, gpointer query, GError **error)
{
  return GINT_TO_POINTER (accord_reader_count (reader, query, error) + 1);
}

guint
view_count_in_store (Fixture *fixture, View *view)
{
  g_autoptr (GError) error = NULL;
  gpointer answer = accord_workspace_read (fixture->workspace, read_count,
                                           accord_record_list_get_query (view->list), NULL, &error);

  g_assert_no_error (error);
  return GPOINTER_TO_INT (answer) - 1;
}

static gpointer
read_list (AccordReader *reader, gpointer query, GError **error)
{
  return accord_reader_list (reader, query, error);
}

/* The list is what the store says, and a copy that only heard of the changes is the same. */
void
view_assert_true (Fixture *fixture, View *view)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = accord_workspace_read (
      fixture->workspace, read_list, accord_record_list_get_query (view->list), NULL, &error);
  const gint64 *ids;
  guint n_ids;

  g_assert_no_error (error);
  ids = accord_record_list_get_order (view->list, &n_ids);
  g_assert_cmpuint (n_ids, ==, records->len);
  g_assert_cmpuint (view->mirror->len, ==, records->len);
  for (guint i = 0; i < n_ids; i++)
    {
      g_assert_cmpint (ids[i], ==, accord_record_get_id (g_ptr_array_index (records, i)));
      g_assert_cmpint (ids[i], ==, g_array_index (view->mirror, gint64, i));
    }
}

/* Every row held shows the record that stands at one place of the list, as it is now. */
void
view_assert_rows_true (Fixture *fixture, View *view)
{
  for (guint i = 0; i < view->held->len; i++)
    {
      AccordRecordSlot *slot = g_ptr_array_index (view->held, i);
      const guint position = accord_record_list_find_id (view->list, accord_record_slot_get_id (slot));
      g_autoptr (AccordRecordSlot) same = NULL;
      g_autoptr (AccordRecord) record = NULL;

      if (position == G_MAXUINT)
        continue;
      same = g_list_model_get_item (view->model, position);
      fixture_wait (accord_record_slot_get_record (same) != NULL);
      record = fixture_get (fixture, fixture->spending, accord_record_slot_get_id (same));
      for (guint j = 0; j < fixture->spending->n_fields; j++)
        g_assert_true (accord_record_field_equal (record, accord_record_slot_get_record (same), j));
    }
}

AccordQuery *
fixture_sorted_query (Fixture *fixture, int field, gboolean descending)
{
  AccordQuery *query = accord_query_new (fixture->spending);

  accord_query_set_sort (query, field, descending);
  return query;
}

void
fixture_change_spending (Fixture *fixture, AccordWorkspace *workspace, gint64 id, const char *field,
                         gint64 value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordRecord) record =
      accord_workspace_get_record (workspace, fixture->spending, id, NULL, &error);
  g_autoptr (AccordRecord) copy = accord_record_copy (record);
  g_autoptr (AccordChange) change = NULL;

  accord_record_set_int (copy, field, value);
  change = accord_workspace_save (workspace, copy, NULL, &error);
  g_assert_no_error (error);
}

typedef struct
{
  const AccordKind *kind;
  gint64 id;
} Deletion;

static gboolean
delete_one (AccordWriter *writer, gpointer data, GError **error)
{
  const Deletion *deletion = data;

  return accord_writer_delete (writer, deletion->kind, deletion->id, error);
}

void
fixture_delete_spending (Fixture *fixture, gint64 id)
{
  Deletion deletion = { fixture->spending, id };
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change =
      accord_workspace_write (fixture->workspace, "Delete", delete_one, &deletion, NULL, &error);

  g_assert_no_error (error);
}

void
view_wait_for (View *view, guint total, guint position, gint64 id)
{
  fixture_wait (accord_record_list_get_total (view->list) == total
                && accord_record_list_get_id_at (view->list, position) == id);
}
