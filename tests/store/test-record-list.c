/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "error.h"
#include "fixture.h"
#include "record-list.h"

#include <string.h>

#define TEST(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

/* A list with a log of what it told, and a copy of it kept by nothing but what it told. */
typedef struct
{
  AccordRecordList *list;
  GListModel *model;
  GString *log;
  GArray *mirror;
  GPtrArray *held;
} View;

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

static void
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

static void
view_close (View *view)
{
  g_ptr_array_unref (view->held);
  g_assert_finalize_object (view->list);
  g_string_free (view->log, TRUE);
  g_array_unref (view->mirror);
}

static gboolean
is_settled (View *view)
{
  return accord_record_list_get_complete (view->list)
         && g_list_model_get_n_items (view->model) == accord_record_list_get_total (view->list);
}

static void
view_hold (View *view, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    g_ptr_array_add (view->held, g_list_model_get_item (view->model, i));
}

static gboolean
is_filled (View *view)
{
  for (guint i = 0; i < view->held->len; i++)
    if (accord_record_slot_get_record (g_ptr_array_index (view->held, i)) == NULL)
      return FALSE;
  return TRUE;
}

static void
assert_log (View *view, const char *expected)
{
  g_assert_cmpstr (view->log->str, ==, expected);
  g_string_truncate (view->log, 0);
}

static gpointer
read_count (AccordReader *reader, gpointer query, GError **error)
{
  return GINT_TO_POINTER (accord_reader_count (reader, query, error) + 1);
}

static guint
count_in_store (Fixture *fixture, View *view)
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
static void
assert_true_to_store (Fixture *fixture, View *view)
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
static void
assert_rows_true (Fixture *fixture, View *view)
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

static AccordQuery *
sorted_query (Fixture *fixture, int field, gboolean descending)
{
  AccordQuery *query = accord_query_new (fixture->spending);

  accord_query_set_sort (query, field, descending);
  return query;
}

static void
change_spending (Fixture *fixture, AccordWorkspace *workspace, gint64 id, const char *field, gint64 value)
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

static void
delete_spending (Fixture *fixture, gint64 id)
{
  Deletion deletion = { fixture->spending, id };
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change =
      accord_workspace_write (fixture->workspace, "Delete", delete_one, &deletion, NULL, &error);

  g_assert_no_error (error);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordQuery) query = accord_query_new (fixture->spending);
  View view;

  view_open (&view, fixture, query);
  g_assert_true (accord_record_list_get_loading (view.list));
  g_assert_true (g_list_model_get_item_type (view.model) == ACCORD_TYPE_RECORD_SLOT);
  fixture_wait (accord_record_list_get_complete (view.list));
  g_assert_false (accord_record_list_get_loading (view.list));
  g_assert_null (accord_record_list_get_error (view.list));
  g_assert_cmpuint (g_list_model_get_n_items (view.model), ==, 0);
  g_assert_null (g_list_model_get_item (view.model, 0));
  g_assert_cmpint (accord_record_list_get_id_at (view.list, 0), ==, 0);
  assert_log (&view, "");
  view_close (&view);
}

static void
test_few (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordQuery) query = sorted_query (fixture, SPENDING_AMOUNT, TRUE);
  const gint64 bury = fixture_add_place (fixture, "Bury");
  const gint64 small = fixture_add_spending (fixture, "Persona", 100, 0);
  const gint64 large = fixture_add_spending (fixture, "Persona", 300, bury);
  AccordRecordSlot *slot;
  View view;

  view_open (&view, fixture, query);
  fixture_wait (is_settled (&view));
  assert_log (&view, "0-0+2");
  view_hold (&view, 0, 2);
  slot = g_ptr_array_index (view.held, 0);
  /* The first rows come with their records. */
  g_assert_nonnull (accord_record_slot_get_record (slot));
  g_assert_cmpint (accord_record_slot_get_id (slot), ==, large);
  g_assert_cmpint (accord_record_list_get_id_at (view.list, 1), ==, small);
  g_assert_cmpstr (accord_record_get_reference_title (accord_record_slot_get_record (slot), "place"), ==,
                   "Bury");
  g_assert_cmpuint (accord_record_list_find_id (view.list, small), ==, 1);
  g_assert_cmpuint (accord_record_list_find_id (view.list, 4711), ==, G_MAXUINT);
  assert_true_to_store (fixture, &view);
  view_close (&view);
}

/* A view gets a screenful, then a little between frames, then all the rest in one. */
static void
test_grows_in_steps (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordQuery) query = accord_query_new (fixture->spending);
  View view;

  fixture_import (fixture, 3000, 0);
  view_open (&view, fixture, query);
  fixture_wait (is_settled (&view));
  assert_log (&view, "0-0+32 32-0+16 48-0+16 64-0+16 80-0+16 96-0+16 112-0+16 128-0+16 144-0+16"
                     " 160-0+16 176-0+16 192-0+16 208-0+16 224-0+2776");
  assert_true_to_store (fixture, &view);

  /* Rows far down are read when they are asked for, those asked for last before the others. */
  view_hold (&view, 2000, 2200);
  g_assert_null (accord_record_slot_get_record (g_ptr_array_index (view.held, 0)));
  g_assert_cmpint (accord_record_slot_get_id (g_ptr_array_index (view.held, 0)), ==,
                   accord_record_list_get_id_at (view.list, 2000));
  fixture_wait (is_filled (&view));
  assert_rows_true (fixture, &view);
  assert_log (&view, "");
  view_close (&view);
}

static void
test_same_slot (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordQuery) query = accord_query_new (fixture->spending);
  AccordRecordSlot *first, *again;
  View view;

  fixture_import (fixture, 50, 0);
  view_open (&view, fixture, query);
  fixture_wait (is_settled (&view));
  first = g_list_model_get_item (view.model, 7);
  again = g_list_model_get_item (view.model, 7);
  g_assert_true (first == again);
  g_object_unref (again);
  g_assert_finalize_object (first);
  view_close (&view);
}

static void
test_every_order (Fixture *fixture, gconstpointer data)
{
  gint64 places[3];
  View view;
  g_autoptr (AccordQuery) query = accord_query_new (fixture->spending);

  places[0] = fixture_add_place (fixture, "Ramsbottom");
  places[1] = fixture_add_place (fixture, "bury");
  places[2] = fixture_add_place (fixture, "Bury");
  for (guint i = 0; i < 3; i++)
    fixture_import (fixture, 1500, places[i]);
  fixture_import (fixture, 1200, 0);
  view_open (&view, fixture, query);
  fixture_wait (is_settled (&view));
  view_hold (&view, 0, 100);
  for (int sort = -1; sort < (int) fixture->spending->n_fields; sort++)
    for (int descending = 0; descending < 2; descending++)
      {
        g_autoptr (AccordQuery) other = sorted_query (fixture, sort, descending);

        g_string_truncate (view.log, 0);
        if (accord_query_equal (other, accord_record_list_get_query (view.list)))
          continue;
        accord_record_list_set_query (view.list, other);
        g_assert_false (accord_record_list_get_complete (view.list));
        fixture_wait (is_settled (&view));
        /* Only the rows' content changed. */
        g_assert_null (strchr (view.log->str, '-'));
        assert_true_to_store (fixture, &view);
        fixture_wait (is_filled (&view));
        assert_rows_true (fixture, &view);
      }
  view_close (&view);
}

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
  fixture_wait (is_settled (&view));
  view_hold (&view, 0, 20);
  g_string_truncate (view.log, 0);
  slot = g_ptr_array_index (view.held, 5);
  g_signal_connect (slot, "notify", G_CALLBACK (on_notify), notified);
  g_signal_connect (g_ptr_array_index (view.held, 6), "notify", G_CALLBACK (on_notify), others);

  change_spending (fixture, fixture->workspace, accord_record_slot_get_id (slot), "amount", 424242);
  fixture_wait (accord_record_get_int (accord_record_slot_get_record (slot), "amount") == 424242);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpstr (notified->str, ==, "record");
  g_assert_cmpstr (others->str, ==, "");
  assert_log (&view, "");
  assert_true_to_store (fixture, &view);
  g_signal_handlers_disconnect_by_data (slot, notified);
  g_signal_handlers_disconnect_by_data (g_ptr_array_index (view.held, 6), others);
  view_close (&view);
}

static void
wait_for_order (View *view, guint total, guint position, gint64 id)
{
  fixture_wait (accord_record_list_get_total (view->list) == total
                && accord_record_list_get_id_at (view->list, position) == id);
}

static void
test_small_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordQuery) query = sorted_query (fixture, SPENDING_AMOUNT, FALSE);
  gint64 ids[40];
  gint64 added;
  View view;
  AccordRecordSlot *last;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] = fixture_add_spending (fixture, "Persona", 100 * i, 0);
  view_open (&view, fixture, query);
  fixture_wait (is_settled (&view));
  view_hold (&view, 0, 40);
  last = g_ptr_array_index (view.held, 39);
  g_string_truncate (view.log, 0);

  added = fixture_add_spending (fixture, "Bealey", 950, 0);
  wait_for_order (&view, 41, 10, added);
  assert_log (&view, "10-0+1");

  change_spending (fixture, fixture->workspace, added, "amount", 3850);
  wait_for_order (&view, 41, 39, added);
  assert_log (&view, "10-1+0 39-0+1");

  change_spending (fixture, fixture->workspace, added, "amount", -1);
  wait_for_order (&view, 41, 0, added);
  assert_log (&view, "0-0+1 40-1+0");

  delete_spending (fixture, ids[3]);
  wait_for_order (&view, 40, 4, ids[4]);
  assert_log (&view, "4-1+0");

  /* A row that nobody holds may go and come in one. */
  g_ptr_array_remove_range (view.held, 0, 30);
  change_spending (fixture, fixture->workspace, ids[10], "amount", 2050);
  wait_for_order (&view, 40, 20, ids[10]);
  assert_log (&view, "10-11+11");
  g_assert_cmpint (accord_record_slot_get_id (last), ==, ids[39]);
  g_assert_cmpuint (accord_record_list_find_id (view.list, ids[39]), ==, 39);
  assert_true_to_store (fixture, &view);
  view_close (&view);
}

static void
test_large_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordQuery) query = sorted_query (fixture, SPENDING_AMOUNT, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) undone = NULL;
  g_auto (GStrv) splices = NULL;
  View view;

  fixture_import (fixture, 1200, 0);
  view_open (&view, fixture, query);
  fixture_wait (is_settled (&view));
  view_hold (&view, 400, 600);
  g_string_truncate (view.log, 0);

  fixture_import (fixture, 2000, 0);
  fixture_wait (accord_record_list_get_total (view.list) == 3200 && is_settled (&view));
  assert_true_to_store (fixture, &view);
  assert_rows_true (fixture, &view);
  /* No more splices than there are gaps between the rows held. */
  splices = g_strsplit (view.log->str, " ", -1);
  g_assert_cmpuint (g_strv_length (splices), <=, 201);
  g_string_truncate (view.log, 0);

  undone = accord_workspace_undo (fixture->workspace, NULL, &error);
  g_assert_no_error (error);
  fixture_wait (accord_record_list_get_total (view.list) == 1200 && is_settled (&view));
  assert_true_to_store (fixture, &view);
  assert_rows_true (fixture, &view);
  view_close (&view);
}

/* Somebody else has the same file open. */
static void
test_change_from_elsewhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordQuery) query = sorted_query (fixture, SPENDING_AMOUNT, FALSE);
  g_autoptr (GError) error = NULL;
  const gint64 small = fixture_add_spending (fixture, "Persona", 100, 0);
  const gint64 large = fixture_add_spending (fixture, "Persona", 300, 0);
  AccordWorkspace *other;
  AccordRecordSlot *slot;
  View view;

  view_open (&view, fixture, query);
  fixture_wait (is_settled (&view));
  view_hold (&view, 0, 2);
  slot = g_ptr_array_index (view.held, 1);
  g_string_truncate (view.log, 0);

  other = accord_workspace_open (fixture->path, fixture->schema, ACCORD_OPEN_EXISTING, NULL, &error);
  g_assert_no_error (error);
  change_spending (fixture, other, large, "amount", 50);
  accord_workspace_look_for_changes (fixture->workspace);
  wait_for_order (&view, 2, 0, large);
  assert_log (&view, "0-0+1 2-1+0");
  change_spending (fixture, other, small, "amount", 120);
  accord_workspace_look_for_changes (fixture->workspace);
  slot = g_ptr_array_index (view.held, 0);
  g_assert_cmpint (accord_record_slot_get_id (slot), ==, small);
  fixture_wait (accord_record_get_int (accord_record_slot_get_record (slot), "amount") == 120);
  assert_log (&view, "");
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
  g_autoptr (AccordQuery) query = sorted_query (fixture, SPENDING_AMOUNT, FALSE);
  g_autoptr (GError) error = NULL;
  Gate gate = { .open = FALSE };
  AccordWorkspace *other;
  gint64 moved, placed;
  View view;

  fixture_add_spending (fixture, "Persona", 100, 0);
  moved = fixture_add_spending (fixture, "Persona", 200, 0);
  fixture_add_spending (fixture, "Persona", 300, 0);
  view_open (&view, fixture, query);
  fixture_wait (is_settled (&view));
  other = accord_workspace_open (fixture->path, fixture->schema, ACCORD_OPEN_EXISTING, NULL, &error);
  g_assert_no_error (error);

  g_mutex_init (&gate.mutex);
  g_cond_init (&gate.cond);
  accord_workspace_read_async (fixture->workspace, wait_at_gate, &gate, NULL, NULL, NULL, NULL, NULL);
  placed = fixture_add_spending (fixture, "Bealey", 500, 0);
  change_spending (fixture, other, moved, "amount", 1000);
  open_gate (&gate);
  fixture_wait (accord_record_list_find_id (view.list, placed) != G_MAXUINT);
  accord_workspace_look_for_changes (fixture->workspace);
  wait_for_order (&view, 4, 3, moved);
  assert_true_to_store (fixture, &view);
  g_mutex_clear (&gate.mutex);
  g_cond_clear (&gate.cond);
  g_object_unref (other);
  view_close (&view);
}

/* What a row refers to is called otherwise: the row says so, and moves where the order goes by that. */
static void
test_renamed_reference (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordQuery) query = sorted_query (fixture, SPENDING_PLACE, FALSE);
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
  fixture_wait (is_settled (&view));
  view_hold (&view, 0, 2);
  g_assert_cmpint (accord_record_list_get_id_at (view.list, 0), ==, first);

  place = fixture_get (fixture, fixture->place, bury);
  copy = accord_record_copy (place);
  accord_record_set_text (copy, "name", "Radcliffe");
  change = accord_workspace_save (fixture->workspace, copy, NULL, &error);
  g_assert_no_error (error);
  wait_for_order (&view, 2, 0, second);
  slot = g_list_model_get_item (view.model, 1);
  fixture_wait (accord_record_slot_get_record (slot) != NULL);
  g_assert_cmpstr (accord_record_get_reference_title (accord_record_slot_get_record (slot), "place"), ==,
                   "Radcliffe");
  assert_true_to_store (fixture, &view);
  g_clear_object (&slot);
  view_close (&view);
}

static void
test_search_and_filter (Fixture *fixture, gconstpointer data)
{
  const gint64 bury = fixture_add_place (fixture, "Bury");
  static const char *const typed[] = { "i",         "im",    "imp", "impo", "import 7",
                                       "import 77", "zebra", "77",  "",     NULL };
  g_autoptr (AccordQuery) query = sorted_query (fixture, SPENDING_AMOUNT, TRUE);
  View view;

  fixture_import (fixture, 9000, bury);
  fixture_import (fixture, 3000, 0);
  view_open (&view, fixture, query);
  fixture_wait (is_settled (&view));
  view_hold (&view, 0, 50);
  for (guint filtered = 0; filtered < 2; filtered++)
    for (guint i = 0; typed[i] != NULL; i++)
      {
        g_autoptr (AccordQuery) other = accord_query_copy (query);

        accord_query_set_search (other, typed[i]);
        if (filtered)
          accord_query_add_number (other, SPENDING_PLACE, ACCORD_OPERATOR_EQUAL, bury);
        g_test_message ("“%s”%s", typed[i], filtered ? " in Bury" : "");
        accord_record_list_set_query (view.list, other);
        fixture_wait (is_settled (&view));
        assert_true_to_store (fixture, &view);
        /* What comes while a search is on is placed too. */
        fixture_add_spending (fixture, "Bealey 77 import", 5000 * i, filtered ? bury : 0);
        fixture_wait (accord_record_list_get_total (view.list) == count_in_store (fixture, &view)
                      && is_settled (&view));
        assert_true_to_store (fixture, &view);
      }
  accord_record_list_set_query (view.list, query);
  fixture_wait (is_settled (&view));
  assert_true_to_store (fixture, &view);
  view_close (&view);
}

/* A limit cuts what is found, and what was deleted is a list like another. */
static void
test_limit_and_deleted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordQuery) query = sorted_query (fixture, SPENDING_AMOUNT, FALSE);
  g_autoptr (AccordQuery) deleted = sorted_query (fixture, SPENDING_AMOUNT, FALSE);
  gint64 ids[10];
  View view, bin;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] = fixture_add_spending (fixture, "Persona", 100 * i, 0);
  accord_query_set_limit (query, 4);
  accord_query_set_deleted (deleted, TRUE);
  view_open (&view, fixture, query);
  view_open (&bin, fixture, deleted);
  fixture_wait (is_settled (&view) && is_settled (&bin));
  g_assert_cmpuint (accord_record_list_get_total (view.list), ==, 4);
  delete_spending (fixture, ids[1]);
  wait_for_order (&view, 4, 3, ids[4]);
  wait_for_order (&bin, 1, 0, ids[1]);
  delete_spending (fixture, ids[0]);
  wait_for_order (&bin, 2, 0, ids[0]);
  assert_true_to_store (fixture, &view);
  assert_true_to_store (fixture, &bin);
  view_close (&view);
  view_close (&bin);
}

/* Only the last question counts, however many were asked before their answers came. */
static void
test_asked_again_while_loading (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordQuery) query = accord_query_new (fixture->spending);
  View view;

  fixture_import (fixture, 6000, 0);
  view_open (&view, fixture, query);
  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (AccordQuery) other =
          sorted_query (fixture, g_test_rand_int_range (-1, SPENDING_NOTE), g_test_rand_bit ());
      const guint n_turns = g_test_rand_int_range (0, 12);

      if (round % 3 == 0)
        accord_query_set_search (other, round % 2 == 0 ? "7" : "import");
      if (round % 5 == 0)
        accord_query_add_number (other, SPENDING_AMOUNT, ACCORD_OPERATOR_AT_LEAST,
                                 g_test_rand_int_range (0, 600000));
      accord_record_list_set_query (view.list, other);
      if (view.held->len == 0 && view.mirror->len > 30)
        view_hold (&view, 0, 30);
      for (guint i = 0; i < n_turns; i++)
        g_main_context_iteration (NULL, FALSE);
    }
  fixture_wait (is_settled (&view));
  assert_true_to_store (fixture, &view);
  assert_rows_true (fixture, &view);
  view_close (&view);
}

static void
test_dropped_while_loading (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordQuery) query = accord_query_new (fixture->spending);
  g_autoptr (AccordQuery) other = sorted_query (fixture, SPENDING_DATE, FALSE);
  g_autoptr (AccordRecordSlot) slot = NULL;
  AccordRecordList *list;

  fixture_import (fixture, 3000, 0);
  list = accord_record_list_new (fixture->workspace, query);
  fixture_wait (accord_record_list_get_complete (list));
  fixture_wait (g_list_model_get_n_items (G_LIST_MODEL (list)) == 3000);
  slot = g_list_model_get_item (G_LIST_MODEL (list), 2500);
  g_main_context_iteration (NULL, FALSE);
  accord_record_list_set_query (list, other);
  g_assert_finalize_object (list);
  /* A slot outlives its list. */
  g_assert_cmpint (accord_record_slot_get_id (slot), >, 0);
}

static void
alter (Fixture *fixture, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  test_exec (db, sql);
  sqlite3_close (db);
}

static void
test_error_and_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordQuery) query = accord_query_new (fixture->spending);
  g_autoptr (AccordQuery) other = sorted_query (fixture, SPENDING_DATE, FALSE);
  View view;

  fixture_import (fixture, 300, 0);
  view_open (&view, fixture, query);
  fixture_wait (is_settled (&view));
  view_hold (&view, 0, 10);
  g_string_truncate (view.log, 0);

  alter (fixture, "ALTER TABLE spending RENAME TO mislaid");
  accord_record_list_set_query (view.list, other);
  fixture_wait (accord_record_list_get_error (view.list) != NULL);
  g_assert_false (accord_record_list_get_loading (view.list));
  /* What was shown is still there. */
  g_assert_cmpuint (g_list_model_get_n_items (view.model), ==, 300);
  assert_log (&view, "");

  alter (fixture, "ALTER TABLE mislaid RENAME TO spending");
  accord_record_list_reload (view.list);
  g_assert_null (accord_record_list_get_error (view.list));
  fixture_wait (is_settled (&view));
  assert_true_to_store (fixture, &view);

  accord_record_list_reload (view.list);
  fixture_add_spending (fixture, "Persona", 1, 0);
  fixture_wait (accord_record_list_get_total (view.list) == 301 && is_settled (&view));
  assert_true_to_store (fixture, &view);
  view_close (&view);
}

/* A list may outlive the use of its workspace, by a frame or two. */
static void
test_closed_workspace (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordQuery) query = accord_query_new (fixture->spending);
  g_autoptr (AccordQuery) other = sorted_query (fixture, SPENDING_DATE, FALSE);
  View view;

  fixture_import (fixture, 3000, 0);
  view_open (&view, fixture, query);
  fixture_wait (is_settled (&view));
  accord_workspace_close (fixture->workspace);
  view_hold (&view, 2000, 2010);
  fixture_wait (accord_record_list_get_error (view.list) != NULL);
  g_assert_error (accord_record_list_get_error (view.list), G_IO_ERROR, G_IO_ERROR_CLOSED);
  accord_record_list_set_query (view.list, other);
  fixture_wait (!accord_record_list_get_loading (view.list));
  g_assert_nonnull (accord_record_list_get_error (view.list));
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
  g_autoptr (AccordQuery) query = sorted_query (fixture, SPENDING_AMOUNT, g_test_rand_bit ());
  g_autoptr (AccordQuery) searched = accord_query_copy (query);
  View view, found;
  gint64 last;

  fixture_import (fixture, 400, 0);
  accord_query_set_search (searched, "import");
  view_open (&view, fixture, query);
  view_open (&found, fixture, searched);
  fixture_wait (is_settled (&view) && is_settled (&found));
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
      if (!g_error_matches (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NOTHING))
        g_assert_no_error (error);
      for (int i = g_test_rand_int_range (0, 6); i > 0; i--)
        g_main_context_iteration (NULL, FALSE);
    }
  fixture_add_spending (fixture, "The last import", 0, 0);
  last = fixture_add_spending (fixture, "The last import", 100000, 0);
  fixture_wait (accord_record_list_find_id (view.list, last) != G_MAXUINT
                && accord_record_list_find_id (found.list, last) != G_MAXUINT && is_settled (&view)
                && is_settled (&found));
  assert_true_to_store (fixture, &view);
  assert_rows_true (fixture, &view);
  assert_true_to_store (fixture, &found);
  view_close (&view);
  view_close (&found);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  TEST ("/record-list/empty", test_empty);
  TEST ("/record-list/few", test_few);
  TEST ("/record-list/grows-in-steps", test_grows_in_steps);
  TEST ("/record-list/same-slot", test_same_slot);
  TEST ("/record-list/every-order", test_every_order);
  TEST ("/record-list/edit-in-place", test_edit_in_place);
  TEST ("/record-list/small-changes", test_small_changes);
  TEST ("/record-list/large-change", test_large_change);
  TEST ("/record-list/change-from-elsewhere", test_change_from_elsewhere);
  TEST ("/record-list/change-not-yet-told", test_change_not_yet_told);
  TEST ("/record-list/renamed-reference", test_renamed_reference);
  TEST ("/record-list/search-and-filter", test_search_and_filter);
  TEST ("/record-list/limit-and-deleted", test_limit_and_deleted);
  TEST ("/record-list/asked-again-while-loading", test_asked_again_while_loading);
  TEST ("/record-list/dropped-while-loading", test_dropped_while_loading);
  TEST ("/record-list/error-and-again", test_error_and_again);
  TEST ("/record-list/closed-workspace", test_closed_workspace);
  TEST ("/record-list/any-changes", test_any_changes);

  return g_test_run ();
}
