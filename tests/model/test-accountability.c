/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "accountability.h"

#include <string.h>

static gpointer
read_all (AccordReader *reader, gpointer data, GError **error)
{
  return accord_accountability_read (reader, 2, error);
}

static GPtrArray *
accountability_of (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *all = accord_workspace_read (fixture->workspace, read_all, NULL, NULL, &error);

  g_assert_no_error (error);
  return all;
}

static gint64
add_body (Fixture *fixture, const char *name, gint64 accountable_to, gint64 scrutinised_by)
{
  g_autoptr (AccordRecord) record = fixture_new (fixture, "body");

  accord_record_set_text (record, "name", name);
  accord_record_set_int (record, "accountable-to", accountable_to);
  if (scrutinised_by != ACCORD_UNKNOWN)
    accord_record_set_ids (record, "scrutinised-by", &scrutinised_by, 1);
  return fixture_save (fixture, record);
}

static gint64
add_meeting (Fixture *fixture, gint64 body, const char *date)
{
  g_autoptr (AccordRecord) record = fixture_new (fixture, "meeting");

  accord_record_set_text (record, "name", "A meeting");
  accord_record_set_int (record, "body", body);
  accord_record_set_text (record, "date", date);
  return fixture_save (fixture, record);
}

static gint64
add_resolution (Fixture *fixture, gint64 meeting, gint64 item, const char *type, const char *text)
{
  g_autoptr (AccordRecord) record = fixture_new (fixture, "resolution");

  accord_record_set_text (record, "text", text);
  accord_record_set_text (record, "type", type);
  accord_record_set_int (record, "meeting", meeting);
  accord_record_set_int (record, "item", item);
  return fixture_save (fixture, record);
}

static const AccordAnswerable *
find (GPtrArray *all, gint64 id)
{
  for (guint i = 0; i < all->len; i++)
    if (accord_record_get_id (((AccordAnswerable *) all->pdata[i])->body) == id)
      return all->pdata[i];
  g_error ("No board %" G_GINT64_FORMAT, id);
}

/* A board comes after the one it is accountable to, one step further in. */
static void
test_lines (Fixture *fixture, gconstpointer data)
{
  gint64 scrutiny = add_body (fixture, "A scrutiny committee", ACCORD_UNKNOWN, ACCORD_UNKNOWN);
  gint64 cabinet = add_body (fixture, "The Cabinet", ACCORD_UNKNOWN, scrutiny);
  gint64 board = add_body (fixture, "A board", cabinet, scrutiny);
  gint64 group = add_body (fixture, "A group", board, ACCORD_UNKNOWN);
  gint64 bare = add_body (fixture, "A bare one", ACCORD_UNKNOWN, ACCORD_UNKNOWN);
  g_autoptr (GPtrArray) all = accountability_of (fixture);

  g_assert_cmpuint (all->len, ==, 5);
  g_assert_true (all->pdata[4] == find (all, bare));
  g_assert_cmpuint (find (all, cabinet)->depth, ==, 0);
  g_assert_cmpuint (find (all, board)->depth, ==, 1);
  g_assert_cmpuint (find (all, group)->depth, ==, 2);
  g_assert_cmpint (accord_record_get_id (find (all, board)->accountable_to), ==, cabinet);
  g_assert_cmpuint (find (all, cabinet)->below->len, ==, 1);
  g_assert_cmpuint (find (all, scrutiny)->scrutinises->len, ==, 2);
  for (guint i = 1; i < all->len; i++)
    {
      const AccordAnswerable *one = all->pdata[i], *before = all->pdata[i - 1];

      g_assert_cmpuint (one->depth, <=, before->depth + 1);
    }
}

/* What a meeting was asked to do is not what it did; an item tells the meeting where the resolution does not.
 */
static void
test_decided (Fixture *fixture, gconstpointer data)
{
  gint64 cabinet = add_body (fixture, "The Cabinet", ACCORD_UNKNOWN, ACCORD_UNKNOWN);
  gint64 early = add_meeting (fixture, cabinet, "2017-06-13");
  gint64 late = add_meeting (fixture, cabinet, "2017-07-12");
  gint64 unknown = add_meeting (fixture, cabinet, NULL);
  g_autoptr (AccordRecord) item = fixture_new (fixture, "item");
  g_autoptr (GPtrArray) all = NULL;
  const AccordAnswerable *one;
  gint64 first, last;

  accord_record_set_text (item, "title", "An item");
  accord_record_set_int (item, "meeting", late);
  add_resolution (fixture, unknown, ACCORD_UNKNOWN, "resolution", "without a day");
  first = add_resolution (fixture, early, ACCORD_UNKNOWN, "agreement", "agreed");
  last = add_resolution (fixture, ACCORD_UNKNOWN, fixture_save (fixture, item), "resolution", "resolved");
  add_resolution (fixture, late, ACCORD_UNKNOWN, "recommendation", "recommended");
  add_resolution (fixture, ACCORD_UNKNOWN, ACCORD_UNKNOWN, "resolution", "of nobody");
  all = accountability_of (fixture);
  one = find (all, cabinet);
  g_assert_cmpuint (one->n_resolved, ==, 3);
  g_assert_cmpuint (one->n_decisions, ==, 0);
  g_assert_cmpuint (one->latest->len, ==, 2);
  g_assert_cmpint (((AccordAnswerableDecision *) one->latest->pdata[0])->id, ==, last);
  g_assert_cmpint (((AccordAnswerableDecision *) one->latest->pdata[1])->id, ==, first);
}

/* A decision that was published by itself is told once, not again by its resolutions. */
static void
test_published (Fixture *fixture, gconstpointer data)
{
  gint64 cabinet = add_body (fixture, "The Cabinet", ACCORD_UNKNOWN, ACCORD_UNKNOWN);
  g_autoptr (AccordRecord) decision = fixture_new (fixture, "decision");
  g_autoptr (AccordRecord) resolution = fixture_new (fixture, "resolution");
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *count = NULL;
  const AccordAnswerable *one;

  accord_record_set_text (decision, "title", "Footprints");
  accord_record_set_int (decision, "body", cabinet);
  accord_record_set_text (decision, "date", "2019-09-27");
  accord_record_set_text (resolution, "text", "five footprints be agreed");
  accord_record_set_text (resolution, "type", "resolution");
  accord_record_set_int (resolution, "decision", fixture_save (fixture, decision));
  fixture_save (fixture, resolution);
  all = accountability_of (fixture);
  one = find (all, cabinet);
  g_assert_cmpuint (one->latest->len, ==, 1);
  g_assert_cmpstr (((AccordAnswerableDecision *) one->latest->pdata[0])->kind, ==, "decision");
  count = accord_answerable_dup_count (one);
  g_assert_cmpstr (count, ==, "1 decision, 1 resolution");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/accountability/lines", test_lines);
  fixture_add_test ("/accountability/decided", test_decided);
  fixture_add_test ("/accountability/published", test_published);
  return g_test_run ();
}
