/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list-view.h"

#define TEST(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

static void
on_notify (GObject *object, GParamSpec *pspec, GString *log)
{
  g_string_append_printf (log, "%s%s", log->len > 0 ? " " : "", pspec->name);
}

/* A record that changed where it stands makes its row notify, once, and nothing else happens. */
static void
test_edit_in_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordQuery) query = accord_query_new (fixture->spending);
  g_autoptr (GString) notified = g_string_new (NULL);
  g_autoptr (GString) others = g_string_new (NULL);
  AccordRecordSlot *slot;
  View view;

  fixture_import (fixture, 300, 0);
  view_open (&view, fixture, query);
  fixture_wait (view_is_settled (&view));
  view_hold (&view, 0, 20);
  g_string_truncate (view.log, 0);
  slot = g_ptr_array_index (view.held, 5);
  g_signal_connect (slot, "notify", G_CALLBACK (on_notify), notified);
  g_signal_connect (g_ptr_array_index (view.held, 6), "notify", G_CALLBACK (on_notify), others);

  fixture_change_spending (fixture, fixture->workspace, accord_record_slot_get_id (slot), "amount", 424242);
  fixture_wait (accord_record_get_int (accord_record_slot_get_record (slot), "amount") == 424242);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpstr (notified->str, ==, "record");
  g_assert_cmpstr (others->str, ==, "");
  view_assert_log (&view, "");
  view_assert_true (fixture, &view);
  g_signal_handlers_disconnect_by_data (slot, notified);
  g_signal_handlers_disconnect_by_data (g_ptr_array_index (view.held, 6), others);
  view_close (&view);
}

static void
test_small_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordQuery) query = fixture_sorted_query (fixture, SPENDING_AMOUNT, FALSE);
  gint64 ids[40];
  gint64 added;
  View view;
  AccordRecordSlot *last;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] = fixture_add_spending (fixture, "Persona", 100 * i, 0);
  view_open (&view, fixture, query);
  fixture_wait (view_is_settled (&view));
  view_hold (&view, 0, 40);
  last = g_ptr_array_index (view.held, 39);
  g_string_truncate (view.log, 0);

  added = fixture_add_spending (fixture, "Bealey", 950, 0);
  view_wait_for (&view, 41, 10, added);
  view_assert_log (&view, "10-0+1");

  fixture_change_spending (fixture, fixture->workspace, added, "amount", 3850);
  view_wait_for (&view, 41, 39, added);
  view_assert_log (&view, "10-1+0 39-0+1");

  fixture_change_spending (fixture, fixture->workspace, added, "amount", -1);
  view_wait_for (&view, 41, 0, added);
  view_assert_log (&view, "0-0+1 40-1+0");

  fixture_delete_spending (fixture, ids[3]);
  view_wait_for (&view, 40, 4, ids[4]);
  view_assert_log (&view, "4-1+0");

  /* A row that nobody holds may go and come in one. */
  g_ptr_array_remove_range (view.held, 0, 30);
  fixture_change_spending (fixture, fixture->workspace, ids[10], "amount", 2050);
  view_wait_for (&view, 40, 20, ids[10]);
  view_assert_log (&view, "10-11+11");
  g_assert_cmpint (accord_record_slot_get_id (last), ==, ids[39]);
  g_assert_cmpuint (accord_record_list_find_id (view.list, ids[39]), ==, 39);
  view_assert_true (fixture, &view);
  view_close (&view);
}

static void
test_large_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordQuery) query = fixture_sorted_query (fixture, SPENDING_AMOUNT, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) undone = NULL;
  g_auto (GStrv) splices = NULL;
  View view;

  fixture_import (fixture, 1200, 0);
  view_open (&view, fixture, query);
  fixture_wait (view_is_settled (&view));
  view_hold (&view, 400, 600);
  g_string_truncate (view.log, 0);

  fixture_import (fixture, 2000, 0);
  fixture_wait (accord_record_list_get_total (view.list) == 3200 && view_is_settled (&view));
  view_assert_true (fixture, &view);
  view_assert_rows_true (fixture, &view);
  /* No more splices than there are gaps between the rows held. */
  splices = g_strsplit (view.log->str, " ", -1);
  g_assert_cmpuint (g_strv_length (splices), <=, 201);
  g_string_truncate (view.log, 0);

  undone = accord_workspace_undo (fixture->workspace, NULL, &error);
  g_assert_no_error (error);
  fixture_wait (accord_record_list_get_total (view.list) == 1200 && view_is_settled (&view));
  view_assert_true (fixture, &view);
  view_assert_rows_true (fixture, &view);
  view_close (&view);
}

/* Somebody else has the same file open. */
static void
test_change_from_elsewhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordQuery) query = fixture_sorted_query (fixture, SPENDING_AMOUNT, FALSE);
  g_autoptr (GError) error = NULL;
  const gint64 small = fixture_add_spending (fixture, "Persona", 100, 0);
  const gint64 large = fixture_add_spending (fixture, "Persona", 300, 0);
  AccordWorkspace *other;
  AccordRecordSlot *slot;
  View view;

  view_open (&view, fixture, query);
  fixture_wait (view_is_settled (&view));
  view_hold (&view, 0, 2);
  slot = g_ptr_array_index (view.held, 1);
  g_string_truncate (view.log, 0);

  other = accord_workspace_open (fixture->path, fixture->schema, ACCORD_OPEN_EXISTING, NULL, &error);
  g_assert_no_error (error);
  fixture_change_spending (fixture, other, large, "amount", 50);
  accord_workspace_look_for_changes (fixture->workspace);
  view_wait_for (&view, 2, 0, large);
  view_assert_log (&view, "0-0+1 2-1+0");
  fixture_change_spending (fixture, other, small, "amount", 120);
  accord_workspace_look_for_changes (fixture->workspace);
  slot = g_ptr_array_index (view.held, 0);
  g_assert_cmpint (accord_record_slot_get_id (slot), ==, small);
  fixture_wait (accord_record_get_int (accord_record_slot_get_record (slot), "amount") == 120);
  view_assert_log (&view, "");
  g_object_unref (other);
  view_close (&view);
}

typedef struct
{
  GMutex mutex;
  GCond cond;
  gboolean open;
} Gate;

static gpointer
wait_at_gate (AccordReader *reader, gpointer data, GError **error)
{
  Gate *gate = data;

  g_mutex_lock (&gate->mutex);
  while (!gate->open)
    g_cond_wait (&gate->cond, &gate->mutex);
  g_mutex_unlock (&gate->mutex);
  return gate;
}

static void
open_gate (Gate *gate)
{
  g_mutex_lock (&gate->mutex);
  gate->open = TRUE;
  g_cond_signal (&gate->cond);
  g_mutex_unlock (&gate->mutex);
}

/* While a new record finds its place, a row that it is held against has moved, and nobody was told yet. */
static void
test_change_not_yet_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordQuery) query = fixture_sorted_query (fixture, SPENDING_AMOUNT, FALSE);
  g_autoptr (GError) error = NULL;
  Gate gate = { .open = FALSE };
  AccordWorkspace *other;
  gint64 moved, placed;
  View view;

  fixture_add_spending (fixture, "Persona", 100, 0);
  moved = fixture_add_spending (fixture, "Persona", 200, 0);
  fixture_add_spending (fixture, "Persona", 300, 0);
  view_open (&view, fixture, query);
  fixture_wait (view_is_settled (&view));
  other = accord_workspace_open (fixture->path, fixture->schema, ACCORD_OPEN_EXISTING, NULL, &error);
  g_assert_no_error (error);

  g_mutex_init (&gate.mutex);
  g_cond_init (&gate.cond);
  accord_workspace_read_async (fixture->workspace, wait_at_gate, &gate, NULL, NULL, NULL, NULL, NULL);
  placed = fixture_add_spending (fixture, "Bealey", 500, 0);
  fixture_change_spending (fixture, other, moved, "amount", 1000);
  open_gate (&gate);
  fixture_wait (accord_record_list_find_id (view.list, placed) != G_MAXUINT);
  accord_workspace_look_for_changes (fixture->workspace);
  view_wait_for (&view, 4, 3, moved);
  view_assert_true (fixture, &view);
  g_mutex_clear (&gate.mutex);
  g_cond_clear (&gate.cond);
  g_object_unref (other);
  view_close (&view);
}

/* What a row refers to is called otherwise: the row says so, and moves where the order goes by that. */
static void
test_renamed_reference (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordQuery) query = fixture_sorted_query (fixture, SPENDING_PLACE, FALSE);
  const gint64 bury = fixture_add_place (fixture, "Bury");
  const gint64 oldham = fixture_add_place (fixture, "Oldham");
  const gint64 first = fixture_add_spending (fixture, "Persona", 100, bury);
  const gint64 second = fixture_add_spending (fixture, "Persona", 100, oldham);
  g_autoptr (AccordRecord) place = NULL;
  g_autoptr (AccordRecord) copy = NULL;
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordRecordSlot) slot = NULL;
  View view;

  view_open (&view, fixture, query);
  fixture_wait (view_is_settled (&view));
  view_hold (&view, 0, 2);
  g_assert_cmpint (accord_record_list_get_id_at (view.list, 0), ==, first);

  place = fixture_get (fixture, fixture->place, bury);
  copy = accord_record_copy (place);
  accord_record_set_text (copy, "name", "Radcliffe");
  change = accord_workspace_save (fixture->workspace, copy, NULL, &error);
  g_assert_no_error (error);
  view_wait_for (&view, 2, 0, second);
  slot = g_list_model_get_item (view.model, 1);
  fixture_wait (accord_record_slot_get_record (slot) != NULL);
  g_assert_cmpstr (accord_record_get_reference_title (accord_record_slot_get_record (slot), "place"), ==,
                   "Radcliffe");
  view_assert_true (fixture, &view);
  g_clear_object (&slot);
  view_close (&view);
}

static gboolean
change_several (AccordWriter *writer, gpointer data, GError **error)
{
  Fixture *fixture = data;
  const guint n = g_test_rand_int_range (1, 60);

  for (guint i = 0; i < n; i++)
    {
      const gint64 id = g_test_rand_int_range (1, 400);
      g_autoptr (AccordRecord) record =
          accord_reader_get (accord_writer_get_reader (writer), fixture->spending, id, NULL);

      if (record == NULL || accord_record_get_deleted (record) != NULL || g_test_rand_int_range (0, 8) == 0)
        {
          g_autoptr (AccordRecord) fresh = accord_record_new (fixture->spending);

          accord_record_set_text (fresh, "payee", g_test_rand_bit () ? "Acme import" : "Zenith");
          accord_record_set_int (fresh, "amount", g_test_rand_int_range (-50000, 50000));
          if (!accord_writer_insert (writer, fresh, error))
            return FALSE;
        }
      else if (g_test_rand_int_range (0, 4) == 0)
        {
          if (!accord_writer_delete (writer, fixture->spending, id, error))
            return FALSE;
        }
      else
        {
          accord_record_set_int (record, "amount", g_test_rand_int_range (-50000, 50000));
          if (!accord_writer_update (writer, record, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* Whatever is done to the workspace, and in whatever haste, the list ends up as the store has it. */
static void
test_any_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordQuery) query = fixture_sorted_query (fixture, SPENDING_AMOUNT, g_test_rand_bit ());
  g_autoptr (AccordQuery) searched = accord_query_copy (query);
  View view, found;
  gint64 last;

  fixture_import (fixture, 400, 0);
  accord_query_set_search (searched, "import");
  view_open (&view, fixture, query);
  view_open (&found, fixture, searched);
  fixture_wait (view_is_settled (&view) && view_is_settled (&found));
  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AccordChange) change = NULL;

      g_ptr_array_set_size (view.held, 0);
      view_hold (&view, view.mirror->len / 3, view.mirror->len / 2);
      if (g_test_rand_int_range (0, 5) == 0 && accord_workspace_get_undo_label (fixture->workspace) != NULL)
        change = accord_workspace_undo (fixture->workspace, NULL, &error);
      else
        change = accord_workspace_write (fixture->workspace, "Change", change_several, fixture, NULL, &error);
      g_assert_no_error (error);
      for (int i = g_test_rand_int_range (0, 6); i > 0; i--)
        g_main_context_iteration (NULL, FALSE);
    }
  fixture_add_spending (fixture, "The last import", 0, 0);
  last = fixture_add_spending (fixture, "The last import", 100000, 0);
  fixture_wait (accord_record_list_find_id (view.list, last) != G_MAXUINT
                && accord_record_list_find_id (found.list, last) != G_MAXUINT && view_is_settled (&view)
                && view_is_settled (&found));
  view_assert_true (fixture, &view);
  view_assert_rows_true (fixture, &view);
  view_assert_true (fixture, &found);
  view_close (&view);
  view_close (&found);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  TEST ("/record-list-changes/edit-in-place", test_edit_in_place);
  TEST ("/record-list-changes/small-changes", test_small_changes);
  TEST ("/record-list-changes/large-change", test_large_change);
  TEST ("/record-list-changes/change-from-elsewhere", test_change_from_elsewhere);
  TEST ("/record-list-changes/change-not-yet-told", test_change_not_yet_told);
  TEST ("/record-list-changes/renamed-reference", test_renamed_reference);
  TEST ("/record-list-changes/any-changes", test_any_changes);

  return g_test_run ();
}
