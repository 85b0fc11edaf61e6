/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "error.h"
#include "pins.h"

#include <string.h>

#define TEST(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
#define OTHER_PROGRAM "/store/pins/subprocess/other-program"

/* One step: what is done to the pins, to which of them, and with what. */
typedef struct
{
  enum
  {
    PIN_RECORD,
    PIN_SEARCH,
    RENAME,
    MOVE,
    REMOVE,
  } what;
  const AccordKind *kind;
  gint64 id;
  const char *words;
  AccordQuery *query;
  int position;
} Step;

static gboolean
take_step (AccordWriter *writer, gpointer data, GError **error)
{
  const Step *step = data;
  g_autoptr (AccordPin) pin = NULL;

  if (step->what == PIN_RECORD)
    return accord_writer_pin_record (writer, step->kind, step->id, step->position, error);
  if (step->what == PIN_SEARCH)
    return accord_writer_pin_search (writer, step->words, step->query, step->position, error);

  pin = accord_reader_find_pin (accord_writer_get_reader (writer), step->words, error);
  if (pin == NULL)
    return FALSE;
  if (step->what == RENAME)
    return accord_writer_rename_pin (writer, pin->key, "Renamed", error);
  if (step->what == MOVE)
    return accord_writer_move_pin (writer, pin->key, step->position, error);
  return accord_writer_remove_pin (writer, pin->key, error);
}

static gboolean
try (Fixture *self, Step step, GError **error)
{
  g_autoptr (AccordChange) change =
      accord_workspace_write (self->workspace, "Pins", take_step, &step, NULL, error);

  return change != NULL;
}

static void
take (Fixture *self, Step step)
{
  g_autoptr (GError) error = NULL;

  try (self, step, &error);
  g_assert_no_error (error);
}

static gpointer
read_pins (AccordReader *reader, gpointer data, GError **error)
{
  return accord_reader_list_pins (reader, error);
}

static GPtrArray *
pins_of (Fixture *self)
{
  return accord_workspace_read (self->workspace, read_pins, NULL, NULL, NULL);
}

/* The pins as one line, a deleted record in brackets. */
static void
assert_pins (Fixture *self, const char *expected)
{
  g_autoptr (GPtrArray) pins = pins_of (self);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < pins->len; i++)
    {
      const AccordPin *pin = g_ptr_array_index (pins, i);

      g_string_append_printf (line, pin->deleted ? "%s[%s]" : "%s%s", i > 0 ? ", " : "", pin->title);
    }
  g_assert_cmpstr (line->str, ==, expected);
}

static AccordQuery *
new_search (Fixture *self, const char *words)
{
  AccordQuery *query = accord_query_new (self->spending);

  accord_query_set_search (query, words);
  accord_query_add_number (query, SPENDING_AMOUNT, ACCORD_OPERATOR_AT_LEAST, 500000);

  return query;
}

static void
test_order (Fixture *self, gconstpointer data)
{
  g_autoptr (AccordQuery) query = new_search (self, "persona");
  gint64 bury = fixture_add_place (self, "Bury");
  gint64 oldham = fixture_add_place (self, "Oldham");

  assert_pins (self, "");
  take (self, (Step){ PIN_RECORD, self->place, bury, .position = -1 });
  take (self, (Step){ PIN_RECORD, self->place, oldham, .position = -1 });
  take (self, (Step){ PIN_SEARCH, .words = " Large ", .query = query, .position = 0 });
  assert_pins (self, "Large, Bury, Oldham");

  /* What is there already stays where it is. */
  take (self, (Step){ PIN_RECORD, self->place, bury, .position = -1 });
  assert_pins (self, "Large, Bury, Oldham");

  take (self, (Step){ MOVE, .words = "large", .position = 2 });
  assert_pins (self, "Bury, Oldham, Large");
  take (self, (Step){ MOVE, .words = "Oldham", .position = -5 });
  assert_pins (self, "Oldham, Bury, Large");
  take (self, (Step){ MOVE, .words = "1", .position = 99 });
  assert_pins (self, "Bury, Large, Oldham");

  take (self, (Step){ REMOVE, .words = "BURY" });
  take (self, (Step){ REMOVE, .words = "2" });
  fixture_reopen (self);
  assert_pins (self, "Large");
  fixture_assert_sound (self);
}

static void
test_search_is_kept_whole (Fixture *self, gconstpointer data)
{
  g_autoptr (AccordQuery) query = new_search (self, "persona “2019”");
  g_autoptr (AccordQuery) other = new_search (self, "other");
  g_autoptr (GPtrArray) pins = NULL;

  accord_query_set_sort (query, SPENDING_DATE, TRUE);
  take (self, (Step){ PIN_SEARCH, .words = "Größte", .query = other, .position = -1 });
  take (self, (Step){ PIN_SEARCH, .words = "GRÖSSTE", .query = query, .position = -1 });
  assert_pins (self, "GRÖSSTE");
  pins = pins_of (self);
  g_assert_true (accord_query_equal (((AccordPin *) g_ptr_array_index (pins, 0))->query, query));
}

static void
test_names (Fixture *self, gconstpointer data)
{
  g_autoptr (AccordQuery) query = new_search (self, "a");
  g_autoptr (GError) empty = NULL, taken = NULL, gone = NULL;

  g_assert_false (try (self, (Step){ PIN_SEARCH, .words = " \t", .query = query }, &empty));
  g_assert_error (empty, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_INVALID);
  take (self, (Step){ PIN_SEARCH, .words = "One", .query = query, .position = -1 });
  take (self, (Step){ PIN_SEARCH, .words = "Two", .query = query, .position = -1 });
  take (self, (Step){ RENAME, .words = "one" });
  assert_pins (self, "Renamed, Two");
  take (self, (Step){ RENAME, .words = "renamed" });
  g_assert_false (try (self, (Step){ RENAME, .words = "two" }, &taken));
  g_assert_error (taken, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_INVALID);
  g_assert_false (try (self, (Step){ REMOVE, .words = "one" }, &gone));
  g_assert_error (gone, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NOT_FOUND);
  assert_pins (self, "Renamed, Two");
}

static gboolean
delete_or_restore (AccordWriter *writer, gpointer data, GError **error)
{
  Step *step = data;

  return step->what == REMOVE ? accord_writer_delete (writer, step->kind, step->id, error)
                              : accord_writer_restore (writer, step->kind, step->id, error);
}

/* A record's title is read when it is asked for; one that is deleted is still pinned when it comes back. */
static void
test_records_change (Fixture *self, gconstpointer data)
{
  gint64 id = fixture_add_place (self, "Bury");
  Step step = { REMOVE, self->place, id };
  g_autoptr (AccordRecord) record = fixture_get (self, self->place, id);
  g_autoptr (AccordRecord) copy = accord_record_copy (record);

  take (self, (Step){ PIN_RECORD, self->place, id, .position = -1 });
  accord_record_set_text (copy, "name", "Bury & Radcliffe");
  accord_change_unref (accord_workspace_save (self->workspace, copy, NULL, NULL));
  assert_pins (self, "Bury & Radcliffe");

  accord_change_unref (
      accord_workspace_write (self->workspace, "Delete", delete_or_restore, &step, NULL, NULL));
  assert_pins (self, "[Bury & Radcliffe]");
  step.what = MOVE;
  accord_change_unref (
      accord_workspace_write (self->workspace, "Restore", delete_or_restore, &step, NULL, NULL));
  assert_pins (self, "Bury & Radcliffe");
}

static void
test_awkward_file (Fixture *self, gconstpointer data)
{
  static const char *const awkward[] = {
    "",
    "nonsense",
    "{}",
    "[1, null, \"x\", [], {}, {\"kind\": 3}, {\"kind\": \"place\", \"uid\": \"gone\"}]",
    "[{\"name\": \"x\"}, {\"name\": \"x\", \"search\": {\"kind\": \"unheard-of\"}}, {\"kind\": \"no\", "
    "\"uid\": \"a\"}]",
  };
  gint64 id = fixture_add_place (self, "Bury");

  for (guint i = 0; i < G_N_ELEMENTS (awkward); i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "INSERT INTO setting VALUES ('pins', '%s') ON CONFLICT (key) DO UPDATE SET value = excluded.value",
          awkward[i]);

      fixture_sql (self, sql);
      fixture_reopen (self);
      assert_pins (self, "");
      take (self, (Step){ PIN_RECORD, self->place, id, .position = -1 });
      assert_pins (self, "Bury");
    }
}

static void
other_program (void)
{
  Fixture other = { .path = (char *) g_getenv ("ACCORD_TEST_PATH"), .schema = test_schema_new () };

  other.place = accord_schema_find_kind (other.schema, "place");
  fixture_reopen (&other);
  take (&other, (Step){ PIN_RECORD, other.place, 1, .position = -1 });
  g_assert_finalize_object (g_steal_pointer (&other.workspace));
  g_object_unref (other.schema);
}

static void
count (gpointer workspace, gpointer data)
{
  *(guint *) data += 1;
}

static void
test_others_see_it (Fixture *self, gconstpointer data)
{
  gint64 id = fixture_add_place (self, "Bury");
  guint told = 0;

  g_signal_connect (self->workspace, "settings-changed", G_CALLBACK (count), &told);
  fixture_add_place (self, "Oldham");
  g_assert_cmpuint (told, ==, 0);
  take (self, (Step){ PIN_RECORD, self->place, id, .position = -1 });
  g_assert_cmpuint (told, ==, 1);
  take (self, (Step){ REMOVE, .words = "Bury" });
  g_assert_cmpuint (told, ==, 2);

  g_setenv ("ACCORD_TEST_PATH", self->path, TRUE);
  g_test_trap_subprocess (OTHER_PROGRAM, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
  fixture_wait (told == 3);
  assert_pins (self, "Bury");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func (OTHER_PROGRAM, other_program);
  TEST ("/store/pins/order", test_order);
  TEST ("/store/pins/search-is-kept-whole", test_search_is_kept_whole);
  TEST ("/store/pins/names", test_names);
  TEST ("/store/pins/records-change", test_records_change);
  TEST ("/store/pins/awkward-file", test_awkward_file);
  TEST ("/store/pins/others-see-it", test_others_see_it);

  return g_test_run ();
}
