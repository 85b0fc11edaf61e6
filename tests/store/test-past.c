/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "error.h"
#include "past.h"
#include "record-json.h"

#define TEST(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

#define N_STEPS 60

typedef struct
{
  const AccordKind *kind;
  gint64 id;
  gint64 change;
} Point;

static gpointer
read_point (AccordReader *reader, gpointer data, GError **error)
{
  Point *point = data;

  return accord_reader_get_at (reader, point->kind, point->id, point->change, error);
}

static gboolean
go_back (AccordWriter *writer, gpointer data, GError **error)
{
  Point *point = data;

  return accord_writer_go_back (writer, point->kind, point->id, point->change, error);
}

static gboolean
set_deleted (AccordWriter *writer, gpointer data, GError **error)
{
  Point *point = data;

  return point->change != 0 ? accord_writer_delete (writer, point->kind, point->id, error)
                            : accord_writer_restore (writer, point->kind, point->id, error);
}

static char *
dup_values (AccordRecord *record)
{
  guint64 fields = (G_GUINT64_CONSTANT (1) << accord_record_get_kind (record)->n_fields) - 1;

  return accord_record_dup_json (record, fields);
}

static char *
dup_now (Fixture *fixture, gint64 id)
{
  g_autoptr (AccordRecord) record = fixture_get (fixture, fixture->spending, id);

  return accord_record_get_deleted (record) != NULL ? NULL : dup_values (record);
}

static gint64
scribble (Fixture *fixture, gint64 id, GRand *rand, const gint64 *places)
{
  g_autoptr (AccordRecord) record = fixture_get (fixture, fixture->spending, id);
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *note = g_strdup_printf ("“%u”\n%c", g_rand_int (rand), g_rand_int_range (rand, 'a', 'f'));

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      accord_record_set_int (record, "amount", (gint64) g_rand_int (rand) - 99999);
      break;
    case 1:
      accord_record_set_text (record, "note", g_rand_boolean (rand) ? note : NULL);
      break;
    case 2:
      accord_record_set_ids (record, "near-places", places, g_rand_int_range (rand, 0, 3));
      break;
    default:
      accord_record_set_int (record, "place", places[g_rand_int_range (rand, 0, 2)]);
    }
  change = accord_workspace_save (fixture->workspace, record, NULL, &error);
  g_assert_no_error (error);
  return change != NULL ? accord_change_get_id (change) : 0;
}

static gint64
turn (Fixture *fixture, gint64 id, gboolean deleted)
{
  Point point = { fixture->spending, id, deleted };
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change =
      accord_workspace_write (fixture->workspace, "Turn", set_deleted, &point, NULL, &error);

  g_assert_no_error (error);
  return accord_change_get_id (change);
}

/* Whatever became of a record, each point of its past is read as it was, and can be gone back to. */
static void
test_every_point (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  gint64 places[] = { fixture_add_place (fixture, "Here"), fixture_add_place (fixture, "There") };
  gint64 id = fixture_add_spending (fixture, "First", 100, places[0]);
  g_autoptr (GPtrArray) then = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean deleted = FALSE;

  for (guint i = 0; i < N_STEPS; i++)
    {
      gint64 number;

      if (g_rand_int_range (rand, 0, 8) == 0 || deleted)
        number = turn (fixture, id, deleted = !deleted);
      else
        number = scribble (fixture, id, rand, places);
      if (number == 0)
        continue;
      g_array_append_val (numbers, number);
      g_ptr_array_add (then, dup_now (fixture, id));
    }
  for (guint i = 0; i < numbers->len; i++)
    {
      guint which = g_rand_int_range (rand, 0, numbers->len);
      Point point = { fixture->spending, id, g_array_index (numbers, gint64, which) };
      g_autoptr (GError) error = NULL;
      g_autoptr (AccordRecord) record =
          accord_workspace_read (fixture->workspace, read_point, &point, NULL, &error);
      g_autofree char *values = record != NULL ? dup_values (record) : NULL;
      g_autofree char *now = NULL;
      g_autoptr (AccordChange) change = NULL;

      g_assert_cmpstr (values, ==, then->pdata[which]);
      if (record == NULL)
        {
          g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NOT_FOUND);
          continue;
        }
      g_assert_no_error (error);
      change = accord_workspace_write (fixture->workspace, "Back", go_back, &point, NULL, &error);
      g_assert_no_error (error);
      now = dup_now (fixture, id);
      g_assert_cmpstr (now, ==, then->pdata[which]);
    }
  fixture_assert_sound (fixture);
}

static void
test_before_it_was (Fixture *fixture, gconstpointer data)
{
  gint64 place = fixture_add_place (fixture, "Here");
  Point point = { fixture->spending, fixture_add_spending (fixture, "First", 100, place), 1 };
  g_autoptr (GError) error = NULL;

  g_assert_null (accord_workspace_read (fixture->workspace, read_point, &point, NULL, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (accord_workspace_write (fixture->workspace, "Back", go_back, &point, NULL, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NOT_FOUND);
}

/* A point in which the record spoke of something that is deleted now cannot be gone back to. */
static void
test_what_it_spoke_of_is_gone (Fixture *fixture, gconstpointer data)
{
  gint64 places[] = { fixture_add_place (fixture, "Here"), fixture_add_place (fixture, "There") };
  gint64 id = fixture_add_spending (fixture, "First", 100, places[0]);
  g_autoptr (AccordRecord) record = fixture_get (fixture, fixture->spending, id);
  Point gone = { fixture->place, places[0], 1 }, point = { fixture->spending, id, 3 };
  g_autoptr (AccordChange) moved = NULL;
  g_autoptr (AccordChange) deleted = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;

  accord_record_set_int (record, "place", places[1]);
  moved = accord_workspace_save (fixture->workspace, record, NULL, &error);
  deleted = accord_workspace_write (fixture->workspace, "Delete", set_deleted, &gone, NULL, &error);
  g_assert_no_error (error);
  before = dup_now (fixture, id);
  g_assert_null (accord_workspace_write (fixture->workspace, "Back", go_back, &point, NULL, &error));
  g_assert_nonnull (error);
  after = dup_now (fixture, id);
  g_assert_cmpstr (before, ==, after);
}

typedef struct
{
  const char *search;
  gint64 before;
  guint limit;
} Search;

static gpointer
read_changes (AccordReader *reader, gpointer data, GError **error)
{
  Search *search = data;

  return accord_reader_changes (reader, search->search, search->before, search->limit, error);
}

static GPtrArray *
changes (Fixture *fixture, const char *words, gint64 before, guint limit)
{
  Search search = { words, before, limit };
  g_autoptr (GError) error = NULL;
  GPtrArray *found = accord_workspace_read (fixture->workspace, read_changes, &search, NULL, &error);

  g_assert_no_error (error);
  return found;
}

static gpointer
read_entries (AccordReader *reader, gpointer data, GError **error)
{
  return accord_reader_change_entries (reader, *(gint64 *) data, 10, error);
}

static void
test_changes_are_found (Fixture *fixture, gconstpointer data)
{
  gint64 place = fixture_add_place (fixture, "Heywood");
  gint64 id = fixture_add_spending (fixture, "Persona", 100, place);
  g_autoptr (AccordChange) undone = NULL;
  g_autoptr (GPtrArray) all = NULL, named = NULL, none = NULL, page = NULL, entries = NULL;
  g_autoptr (GError) error = NULL;
  const AccordHistoryEntry *entry;
  gint64 newest;

  fixture_import (fixture, 500, place);
  undone = accord_workspace_undo (fixture->workspace, NULL, &error);
  g_assert_no_error (error);
  all = changes (fixture, NULL, 0, 100);
  g_assert_cmpuint (all->len, ==, 4);
  for (guint i = 1; i < all->len; i++)
    g_assert_cmpint (((AccordPastChange *) all->pdata[i])->id, <,
                     ((AccordPastChange *) all->pdata[i - 1])->id);
  g_assert_cmpint (((AccordPastChange *) all->pdata[1])->n_records, ==, 500);
  g_assert_true (((AccordPastChange *) all->pdata[1])->undone);
  g_assert_false (((AccordPastChange *) all->pdata[2])->undone);

  named = changes (fixture, "PERSONA", 0, 100);
  g_assert_cmpuint (named->len, ==, 1);
  none = changes (fixture, "nobody' OR 1=1 --%_", 0, 100);
  g_assert_cmpuint (none->len, ==, 0);
  newest = ((AccordPastChange *) all->pdata[0])->id;
  page = changes (fixture, NULL, newest, 2);
  g_assert_cmpuint (page->len, ==, 2);
  g_assert_cmpint (((AccordPastChange *) page->pdata[0])->id, ==, ((AccordPastChange *) all->pdata[1])->id);

  entries = accord_workspace_read (fixture->workspace, read_entries,
                                   &((AccordPastChange *) named->pdata[0])->id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 1);
  entry = entries->pdata[0];
  g_assert_true (entry->kind == fixture->spending);
  g_assert_cmpint (entry->record, ==, id);
  g_assert_cmpstr (entry->operation, ==, "insert");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  TEST ("/store/past/every-point", test_every_point);
  TEST ("/store/past/before-it-was", test_before_it_was);
  TEST ("/store/past/what-it-spoke-of-is-gone", test_what_it_spoke_of_is_gone);
  TEST ("/store/past/changes-are-found", test_changes_are_found);

  return g_test_run ();
}
