/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "search.h"

#include <string.h>

#define TEST(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

typedef struct
{
  const char *text;
  guint per_kind;
} Search;

static gpointer
run (AccordReader *reader, gpointer data, GError **error)
{
  const Search *search = data;

  return accord_reader_search (reader, search->text, search->per_kind, error);
}

static GPtrArray *
look_for (Fixture *fixture, const char *text, guint per_kind)
{
  Search search = { text, per_kind };
  g_autoptr (GError) error = NULL;
  GPtrArray *groups = accord_workspace_read (fixture->workspace, run, &search, NULL, &error);

  g_assert_no_error (error);
  return groups;
}

static AccordSearchGroup *
group_at (GPtrArray *groups, guint index)
{
  g_assert_cmpuint (index, <, groups->len);
  return g_ptr_array_index (groups, index);
}

static AccordSearchHit *
hit_at (GPtrArray *groups, guint group, guint index)
{
  g_assert_cmpuint (index, <, group_at (groups, group)->hits->len);
  return g_ptr_array_index (group_at (groups, group)->hits, index);
}

static gint64
add_with_note (Fixture *fixture, const char *payee, const char *note)
{
  g_autoptr (AccordRecord) record = accord_record_new (fixture->spending);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = NULL;

  accord_record_set_text (record, "payee", payee);
  accord_record_set_text (record, "note", note);
  change = accord_workspace_save (fixture->workspace, record, NULL, &error);
  g_assert_no_error (error);
  return accord_record_get_id (record);
}

static void
test_groups (Fixture *fixture, gconstpointer data)
{
  const gint64 place = fixture_add_place (fixture, "Café Quarter");
  const gint64 spending = add_with_note (fixture, "Persona Care", "Paid to the CAFE by\n\tthe river");
  g_autoptr (GPtrArray) groups = look_for (fixture, "caf", 10);

  g_assert_cmpuint (groups->len, ==, 2);
  g_assert_true (group_at (groups, 0)->kind == fixture->place);
  g_assert_cmpint (group_at (groups, 0)->total, ==, 1);
  g_assert_cmpint (hit_at (groups, 0, 0)->id, ==, place);
  g_assert_cmpstr (hit_at (groups, 0, 0)->title, ==, "Café Quarter");
  /* The title says it all already. */
  g_assert_null (hit_at (groups, 0, 0)->excerpt);
  g_assert_true (group_at (groups, 1)->kind == fixture->spending);
  g_assert_cmpint (hit_at (groups, 1, 0)->id, ==, spending);
  g_assert_true (hit_at (groups, 1, 0)->kind == fixture->spending);
  g_assert_cmpstr (hit_at (groups, 1, 0)->title, ==, "Persona Care");
  g_assert_cmpstr (hit_at (groups, 1, 0)->excerpt, ==,
                   "Paid to the \xe2\x81\xa8"
                   "CAFE\xe2\x81\xa9 by the river");
}

static gint64
add_on (Fixture *fixture, const char *payee, const char *date)
{
  g_autoptr (AccordRecord) record = accord_record_new (fixture->spending);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = NULL;

  accord_record_set_text (record, "payee", payee);
  accord_record_set_text (record, "date", date);
  change = accord_workspace_save (fixture->workspace, record, NULL, &error);
  g_assert_no_error (error);
  return accord_record_get_id (record);
}

/* A year among the words is that of the date; a single one says nothing but itself. */
static void
test_year (Fixture *fixture, gconstpointer data)
{
  const gint64 winter = add_on (fixture, "Persona Care", "2020-02-01");
  const gint64 summer = add_on (fixture, "Persona Care", "2019-06-30");
  const gint64 spring = add_on (fixture, "Persona Care", "2019-03-31");
  const struct
  {
    const char *text;
    gint64 ids[3];
  } cases[] = {
    { "persona 2019", { summer, spring } },
    { "2020 pers", { winter } },
    { "Persona 2019/20", { winter, summer } },
    { "care persona 2018/19", { spring } },
    { "persona 2017", { 0 } },
    { "BARDOC 2019", { 0 } },
    { "2019", { 0 } },
    { "persona 2019/21", { 0 } },
    { "persona 20190", { 0 } },
  };

  add_on (fixture, "Pennine", "2019-06-30");
  add_on (fixture, "Persona Care", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) groups = look_for (fixture, cases[i].text, 10);
      guint n = 0;

      for (; n < G_N_ELEMENTS (cases[i].ids) && cases[i].ids[n] != 0; n++)
        g_assert_cmpint (hit_at (groups, 0, n)->id, ==, cases[i].ids[n]);
      g_assert_cmpuint (groups->len, ==, n > 0 ? 1 : 0);
      if (n > 0)
        g_assert_cmpint (group_at (groups, 0)->total, ==, n);
    }
}

/* A word of the title weighs more than one of the text. */
static void
test_best_first (Fixture *fixture, gconstpointer data)
{
  const gint64 in_note = add_with_note (fixture, "Persona", "river");
  const gint64 in_title = add_with_note (fixture, "River Trust", "nothing");
  g_autoptr (GPtrArray) groups = look_for (fixture, "river", 10);
  g_autoptr (GPtrArray) one = look_for (fixture, "river", 1);

  g_assert_cmpint (hit_at (groups, 0, 0)->id, ==, in_title);
  g_assert_cmpint (hit_at (groups, 0, 1)->id, ==, in_note);
  g_assert_cmpint (group_at (one, 0)->total, ==, 2);
  g_assert_cmpuint (group_at (one, 0)->hits->len, ==, 1);
}

static gboolean
delete_one (AccordWriter *writer, gpointer data, GError **error)
{
  Fixture *fixture = data;

  return accord_writer_delete (writer, fixture->place, 1, error);
}

static void
test_follows_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) deleted = NULL;
  g_autoptr (AccordChange) undone = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) without = NULL;
  g_autoptr (GPtrArray) again = NULL;

  g_assert_cmpint (fixture_add_place (fixture, "Whitefield"), ==, 1);
  before = look_for (fixture, "white", 10);
  g_assert_cmpuint (before->len, ==, 1);
  deleted = accord_workspace_write (fixture->workspace, "Delete", delete_one, fixture, NULL, &error);
  g_assert_no_error (error);
  without = look_for (fixture, "white", 10);
  g_assert_cmpuint (without->len, ==, 0);
  undone = accord_workspace_undo (fixture->workspace, NULL, &error);
  g_assert_no_error (error);
  again = look_for (fixture, "white", 10);
  g_assert_cmpuint (again->len, ==, 1);
}

/* With very many hits the newest are given, without weighing each. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) groups = NULL;

  fixture_import (fixture, 16000, 0);
  groups = look_for (fixture, "IMPORT payee", 5);
  g_assert_cmpint (group_at (groups, 0)->total, ==, 16000);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpint (hit_at (groups, 0, i)->id, ==, 16000 - i);
}

static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  static const char *const typed[] = { NULL,
                                       "",
                                       "*",
                                       "\"",
                                       "a\"b",
                                       "NOT",
                                       "x AND",
                                       "OR",
                                       "name:x",
                                       "^bury",
                                       "-bury",
                                       "(bury",
                                       "bury)",
                                       "{bury}",
                                       "bury*",
                                       "'",
                                       "\xff\xfe",
                                       "\xc3",
                                       "NEAR(bury a, 2)",
                                       "; DROP TABLE place",
                                       "%" };

  fixture_add_place (fixture, "Bury");
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (GPtrArray) groups = look_for (fixture, typed[i], 10);

      g_assert_cmpuint (groups->len, <=, 1);
      g_assert_true (groups->len == 1 || typed[i] == NULL || strstr (typed[i], "bury") == NULL
                     || strstr (typed[i], "NEAR") != NULL);
    }
  g_assert_cmpint (fixture_count (fixture, fixture->place), ==, 1);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  Search search = { "import", 5 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (accord_workspace_read (fixture->workspace, run, &search, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  TEST ("/search/groups", test_groups);
  TEST ("/search/best-first", test_best_first);
  TEST ("/search/year", test_year);
  TEST ("/search/follows-changes", test_follows_changes);
  TEST ("/search/many", test_many);
  TEST ("/search/hostile", test_hostile);
  TEST ("/search/cancelled", test_cancelled);

  return g_test_run ();
}
