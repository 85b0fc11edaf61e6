/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "action-join.h"
#include "action-updates.h"

#include <string.h>

static gint64
add_meeting (Fixture *fixture, const char *name, const char *date)
{
  g_autoptr (AccordRecord) record = fixture_new (fixture, "meeting");

  accord_record_set_text (record, "name", name);
  accord_record_set_text (record, "date", date);
  return fixture_save (fixture, record);
}

static gint64
add_action (Fixture *fixture, const char *text, const char *owner, gint64 meeting, const char *state,
            const char *updates)
{
  g_autoptr (AccordRecord) record = fixture_new (fixture, "action");

  accord_record_set_text (record, "text", text);
  accord_record_set_text (record, "owner", owner);
  accord_record_set_int (record, "meeting", meeting);
  accord_record_set_text (record, "state", state);
  accord_record_set_text (record, "updates", updates);
  return fixture_save (fixture, record);
}

static gpointer
read_same (AccordReader *reader, gpointer data, GError **error)
{
  return accord_action_find_same (reader, *(gint64 *) data, error);
}

static void
test_same (Fixture *fixture, gconstpointer data)
{
  gint64 one = add_action (fixture, "Clerk to report back", "Clerk", ACCORD_UNKNOWN, "open", NULL);
  gint64 two = add_action (fixture, "clerk to  report back", NULL, ACCORD_UNKNOWN, "open", NULL);
  g_autoptr (GPtrArray) same = NULL;

  add_action (fixture, "Clerk to report back", "Chair", ACCORD_UNKNOWN, "open", NULL);
  add_action (fixture, "Clerk to report", "Clerk", ACCORD_UNKNOWN, "open", NULL);
  same = accord_workspace_read (fixture->workspace, read_same, &one, NULL, NULL);
  g_assert_cmpuint (same->len, ==, 1);
  g_assert_cmpint (accord_record_get_id (same->pdata[0]), ==, two);
}

/* Nothing that either told is lost, nothing is told twice, the later minutes say how it stands, and one undo
 * brings both back. */
static void
test_join (Fixture *fixture, gconstpointer data)
{
  gint64 july = add_meeting (fixture, "July meeting", "2016-07-19");
  gint64 september = add_meeting (fixture, "September meeting", "2016-09-27");
  AccordActionJoin join;
  g_autoptr (AccordRecord) kept = NULL;
  g_autoptr (AccordChange) change = NULL, undone = NULL;
  g_autoptr (GError) error = NULL;

  join.keep = add_action (fixture, "Clerk to report back", "Clerk", july, "open",
                          "2016-08-01 begun\n2016-09-01 half done");
  join.drop = add_action (fixture, "Clerk to report back", NULL, september, "done",
                          "2016-09-01 half done\n2016-08-15 asked for");
  change = accord_workspace_write (fixture->workspace, "Join", accord_action_join_write, &join, NULL, &error);
  g_assert_no_error (error);
  kept = fixture_get (fixture, "action", join.keep);
  g_assert_cmpstr (accord_record_get_text (kept, "updates"), ==,
                   "2016-08-01 begun\n2016-08-15 asked for\n2016-09-01 half done\n"
                   "2016-09-27 carried in the minutes of “September meeting”");
  g_assert_cmpstr (accord_record_get_text (kept, "state"), ==, "done");
  g_assert_cmpstr (accord_record_get_text (kept, "owner"), ==, "Clerk");
  g_assert_cmpint (accord_record_get_int (kept, "meeting"), ==, july);

  undone = accord_workspace_undo (fixture->workspace, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&kept);
  kept = fixture_get (fixture, "action", join.drop);
  g_assert_cmpstr (accord_record_get_text (kept, "state"), ==, "done");
}

static void
test_latest (void)
{
  g_autofree char *dated = accord_action_updates_dup_latest ("2016-09-27 second\n2016-08-01 first\n? no day");
  g_autofree char *words = accord_action_updates_dup_latest ("? first\nlast");

  g_assert_cmpstr (dated, ==, "27 Sep 2016: second");
  g_assert_cmpstr (words, ==, "last");
  g_assert_null (accord_action_updates_dup_latest (NULL));
}

static gpointer
read_by_state (AccordReader *reader, gpointer data, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "action");
  g_autoptr (AccordQuery) query = accord_query_new (kind);

  accord_query_set_sort (query, accord_kind_find_field (kind, "state"), FALSE);
  return accord_reader_list (reader, query, error);
}

/* Open ones first, of these the one that is due first, and what has no day last. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  static const char *const rows[][3] = { { "no day", "open", NULL },
                                         { "done early", "done", "2001-01-01" },
                                         { "late", "open", "2016-09-01" },
                                         { "later", "open", "2016-10-01" } };
  static const char *const order[] = { "late", "later", "no day", "done early" };
  g_autoptr (GPtrArray) all = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AccordRecord) record = fixture_new (fixture, "action");

      accord_record_set_text (record, "text", rows[i][0]);
      accord_record_set_text (record, "state", rows[i][1]);
      accord_record_set_text (record, "due", rows[i][2]);
      fixture_save (fixture, record);
    }
  all = accord_workspace_read (fixture->workspace, read_by_state, NULL, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpstr (accord_record_get_text (all->pdata[i], "text"), ==, order[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/action-join/same", test_same);
  fixture_add_test ("/action-join/join", test_join);
  g_test_add_func ("/action-join/latest", test_latest);
  fixture_add_test ("/action-join/order", test_order);
  return g_test_run ();
}
