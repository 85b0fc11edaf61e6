/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list-view.h"

#include <string.h>

#define TEST(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

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
  view_assert_log (&view, "");
  view_close (&view);
}

static void
test_few (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordQuery) query = fixture_sorted_query (fixture, SPENDING_AMOUNT, TRUE);
  const gint64 bury = fixture_add_place (fixture, "Bury");
  const gint64 small = fixture_add_spending (fixture, "Persona", 100, 0);
  const gint64 large = fixture_add_spending (fixture, "Persona", 300, bury);
  AccordRecordSlot *slot;
  View view;

  view_open (&view, fixture, query);
  fixture_wait (view_is_settled (&view));
  view_assert_log (&view, "0-0+2");
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
  view_assert_true (fixture, &view);
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
  fixture_wait (view_is_settled (&view));
  view_assert_log (&view, "0-0+32 32-0+16 48-0+16 64-0+16 80-0+16 96-0+16 112-0+16 128-0+16 144-0+16"
                          " 160-0+16 176-0+16 192-0+16 208-0+2792");
  view_assert_true (fixture, &view);

  /* Rows far down are read when they are asked for, those asked for last before the others. */
  view_hold (&view, 2000, 2200);
  g_assert_null (accord_record_slot_get_record (g_ptr_array_index (view.held, 0)));
  g_assert_cmpint (accord_record_slot_get_id (g_ptr_array_index (view.held, 0)), ==,
                   accord_record_list_get_id_at (view.list, 2000));
  fixture_wait (view_is_filled (&view));
  view_assert_rows_true (fixture, &view);
  view_assert_log (&view, "");
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
  fixture_wait (view_is_settled (&view));
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
  fixture_wait (view_is_settled (&view));
  view_hold (&view, 0, 100);
  for (int sort = -1; sort < (int) fixture->spending->n_fields; sort++)
    for (int descending = 0; descending < 2; descending++)
      {
        g_autoptr (AccordQuery) other = fixture_sorted_query (fixture, sort, descending);

        g_string_truncate (view.log, 0);
        if (accord_query_equal (other, accord_record_list_get_query (view.list)))
          continue;
        accord_record_list_set_query (view.list, other);
        g_assert_false (accord_record_list_get_complete (view.list));
        fixture_wait (view_is_settled (&view));
        /* Only the rows' content changed. */
        g_assert_null (strchr (view.log->str, '-'));
        view_assert_true (fixture, &view);
        fixture_wait (view_is_filled (&view));
        view_assert_rows_true (fixture, &view);
      }
  view_close (&view);
}

static void
test_search_and_filter (Fixture *fixture, gconstpointer data)
{
  const gint64 bury = fixture_add_place (fixture, "Bury");
  static const char *const typed[] = { "i",         "im",    "imp", "impo", "import 7",
                                       "import 77", "zebra", "77",  "",     NULL };
  g_autoptr (AccordQuery) query = fixture_sorted_query (fixture, SPENDING_AMOUNT, TRUE);
  View view;

  fixture_import (fixture, 9000, bury);
  fixture_import (fixture, 3000, 0);
  view_open (&view, fixture, query);
  fixture_wait (view_is_settled (&view));
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
        fixture_wait (view_is_settled (&view));
        view_assert_true (fixture, &view);
        /* What comes while a search is on is placed too. */
        fixture_add_spending (fixture, "Bealey 77 import", 5000 * i, filtered ? bury : 0);
        fixture_wait (accord_record_list_get_total (view.list) == view_count_in_store (fixture, &view)
                      && view_is_settled (&view));
        view_assert_true (fixture, &view);
      }
  accord_record_list_set_query (view.list, query);
  fixture_wait (view_is_settled (&view));
  view_assert_true (fixture, &view);
  view_close (&view);
}

/* A limit cuts what is found, and what was deleted is a list like another. */
static void
test_limit_and_deleted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordQuery) query = fixture_sorted_query (fixture, SPENDING_AMOUNT, FALSE);
  g_autoptr (AccordQuery) deleted = fixture_sorted_query (fixture, SPENDING_AMOUNT, FALSE);
  gint64 ids[10];
  View view, bin;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] = fixture_add_spending (fixture, "Persona", 100 * i, 0);
  accord_query_set_limit (query, 4);
  accord_query_set_deleted (deleted, TRUE);
  view_open (&view, fixture, query);
  view_open (&bin, fixture, deleted);
  fixture_wait (view_is_settled (&view) && view_is_settled (&bin));
  g_assert_cmpuint (accord_record_list_get_total (view.list), ==, 4);
  fixture_delete_spending (fixture, ids[1]);
  view_wait_for (&view, 4, 3, ids[4]);
  view_wait_for (&bin, 1, 0, ids[1]);
  fixture_delete_spending (fixture, ids[0]);
  view_wait_for (&bin, 2, 0, ids[0]);
  view_assert_true (fixture, &view);
  view_assert_true (fixture, &bin);
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
          fixture_sorted_query (fixture, g_test_rand_int_range (-1, SPENDING_NOTE), g_test_rand_bit ());
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
  fixture_wait (view_is_settled (&view));
  view_assert_true (fixture, &view);
  view_assert_rows_true (fixture, &view);
  view_close (&view);
}

static void
test_dropped_while_loading (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordQuery) query = accord_query_new (fixture->spending);
  g_autoptr (AccordQuery) other = fixture_sorted_query (fixture, SPENDING_DATE, FALSE);
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
  g_autoptr (AccordQuery) other = fixture_sorted_query (fixture, SPENDING_DATE, FALSE);
  View view;

  fixture_import (fixture, 300, 0);
  view_open (&view, fixture, query);
  fixture_wait (view_is_settled (&view));
  view_hold (&view, 0, 10);
  g_string_truncate (view.log, 0);

  alter (fixture, "ALTER TABLE spending RENAME TO mislaid");
  accord_record_list_set_query (view.list, other);
  fixture_wait (accord_record_list_get_error (view.list) != NULL);
  g_assert_false (accord_record_list_get_loading (view.list));
  /* What was shown is still there. */
  g_assert_cmpuint (g_list_model_get_n_items (view.model), ==, 300);
  view_assert_log (&view, "");

  alter (fixture, "ALTER TABLE mislaid RENAME TO spending");
  accord_record_list_reload (view.list);
  g_assert_null (accord_record_list_get_error (view.list));
  fixture_wait (view_is_settled (&view));
  view_assert_true (fixture, &view);

  accord_record_list_reload (view.list);
  fixture_add_spending (fixture, "Persona", 1, 0);
  fixture_wait (accord_record_list_get_total (view.list) == 301 && view_is_settled (&view));
  view_assert_true (fixture, &view);
  view_close (&view);
}

/* A list may outlive the use of its workspace, by a frame or two. */
static void
test_closed_workspace (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordQuery) query = accord_query_new (fixture->spending);
  g_autoptr (AccordQuery) other = fixture_sorted_query (fixture, SPENDING_DATE, FALSE);
  View view;

  fixture_import (fixture, 3000, 0);
  view_open (&view, fixture, query);
  fixture_wait (view_is_settled (&view));
  accord_workspace_close (fixture->workspace);
  view_hold (&view, 2000, 2010);
  fixture_wait (accord_record_list_get_error (view.list) != NULL);
  g_assert_error (accord_record_list_get_error (view.list), G_IO_ERROR, G_IO_ERROR_CLOSED);
  accord_record_list_set_query (view.list, other);
  fixture_wait (!accord_record_list_get_loading (view.list));
  g_assert_nonnull (accord_record_list_get_error (view.list));
  view_close (&view);
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
  TEST ("/record-list/search-and-filter", test_search_and_filter);
  TEST ("/record-list/limit-and-deleted", test_limit_and_deleted);
  TEST ("/record-list/asked-again-while-loading", test_asked_again_while_loading);
  TEST ("/record-list/dropped-while-loading", test_dropped_while_loading);
  TEST ("/record-list/error-and-again", test_error_and_again);
  TEST ("/record-list/closed-workspace", test_closed_workspace);

  return g_test_run ();
}
