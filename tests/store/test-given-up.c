/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "error.h"
#include "fixture.h"
#include "history.h"
#include "record-private.h"

#include <string.h>

#define TEST(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

/* Adds the record and then gives up, as a full disk or a cancellation makes it. */
static gboolean
add_and_give_up (AccordWriter *writer, gpointer data, GError **error)
{
  if (!accord_writer_insert (writer, data, error))
    return FALSE;
  g_set_error_literal (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_FULL, "Given up");
  return FALSE;
}

static void
give_up (Fixture *self, AccordRecord *record)
{
  g_autoptr (GError) error = NULL;
  AccordChange *change =
      accord_workspace_write (self->workspace, "Add", add_and_give_up, record, NULL, &error);

  g_assert_null (change);
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_FULL);
}

/* A record whose adding failed is new again. With the number it had got for a moment it would be taken for
 * the one that somebody else added since. */
static void
test_tried_again (Fixture *self, gconstpointer data)
{
  g_autoptr (AccordRecord) record = accord_record_new (self->place);
  g_autoptr (AccordRecord) other = NULL;
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  accord_record_set_text (record, "name", "Bury");
  give_up (self, record);
  g_assert_cmpint (accord_record_get_id (record), ==, 0);
  g_assert_null (accord_record_get_uid (record));

  id = fixture_add_place (self, "Oldham");
  change = accord_workspace_save (self->workspace, record, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (accord_record_get_id (record), !=, id);
  g_assert_cmpint (fixture_count (self, self->place), ==, 2);
  other = fixture_get (self, self->place, id);
  g_assert_cmpstr (accord_record_get_text (other, "name"), ==, "Oldham");
  fixture_assert_sound (self);
}

/* Nobody can add a record that is there already, and the refusal says so. */
static void
test_there_already (Fixture *self, gconstpointer data)
{
  g_autoptr (AccordRecord) record = fixture_get (self, self->place, fixture_add_place (self, "Bury"));
  g_autoptr (AccordRecord) twin = accord_record_copy (record);
  g_autofree char *uid = g_strdup (accord_record_get_uid (record));
  g_autofree char *before = fixture_dump (self), *after = NULL;
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (GError) error = NULL;

  accord_record_set_identity (twin, 0, uid, NULL, NULL, NULL);
  change = accord_workspace_save (self->workspace, twin, NULL, &error);
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, uid));
  g_assert_cmpint (accord_record_get_id (twin), ==, 0);
  after = fixture_dump (self);
  g_assert_cmpstr (before, ==, after);

  /* One that brings an identifier of its own keeps it, also after a first try that failed. */
  accord_record_set_identity (twin, 0, "01ARZ3NDEKTSV4RRFFQ69G5FAV", NULL, NULL, NULL);
  give_up (self, twin);
  g_assert_cmpstr (accord_record_get_uid (twin), ==, "01ARZ3NDEKTSV4RRFFQ69G5FAV");
  g_clear_error (&error);
  change = accord_workspace_save (self->workspace, twin, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (accord_record_get_uid (twin), ==, "01ARZ3NDEKTSV4RRFFQ69G5FAV");
  fixture_assert_sound (self);
}

typedef struct
{
  const AccordKind *kind;
  gint64 id;
} Target;

static gboolean
delete_and_restore (AccordWriter *writer, gpointer data, GError **error)
{
  Target *target = data;

  return accord_writer_delete (writer, target->kind, target->id, error)
         && accord_writer_restore (writer, target->kind, target->id, error);
}

/* What is deleted and brought back in one change may be spoken of. */
static void
test_brought_back (Fixture *self, gconstpointer data)
{
  Target target = { self->place, fixture_add_place (self, "Bury") };
  g_autoptr (AccordChange) change = NULL, undone = NULL;
  g_autoptr (GError) error = NULL;

  fixture_add_spending (self, "Persona", 100, target.id);
  change = accord_workspace_write (self->workspace, "Both", delete_and_restore, &target, NULL, &error);
  g_assert_no_error (error);
  undone = accord_workspace_undo (self->workspace, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (self, self->place), ==, 1);
  fixture_assert_sound (self);
}

typedef struct
{
  GPtrArray *told;
  guint n_answers;
} Answers;

static gpointer
count_places (AccordReader *reader, gpointer data, GError **error)
{
  g_autoptr (AccordQuery) query = accord_query_new (data);

  return g_strdup_printf ("%" G_GINT64_FORMAT, accord_reader_count (reader, query, error));
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer data)
{
  Answers *answers = data;
  g_autoptr (GError) error = NULL;
  char *answer = accord_workspace_read_finish (ACCORD_WORKSPACE (source), result, &error);

  answers->n_answers++;
  if (answer != NULL)
    g_ptr_array_add (answers->told, answer);
  else
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A page asks anew after each change and gives up what it asked before. That may have been read already, and
 * only waits to be told: it must not come after what was asked in its place. */
static void
test_read_before (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) first = g_cancellable_new (), second = g_cancellable_new ();
  Answers answers = { g_ptr_array_new_with_free_func (g_free), 0 };

  fixture_add_place (self, "Bury");
  accord_workspace_read_async (self->workspace, count_places, (gpointer) self->place, NULL, g_free, first,
                               on_counted, &answers);
  /* Waits until that is read, on the same thread. */
  g_assert_cmpint (fixture_count (self, self->place), ==, 1);
  fixture_add_place (self, "Oldham");
  g_cancellable_cancel (first);
  accord_workspace_read_async (self->workspace, count_places, (gpointer) self->place, NULL, g_free, second,
                               on_counted, &answers);
  g_assert_cmpint (fixture_count (self, self->place), ==, 2);
  while (answers.n_answers < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (answers.told->len, ==, 1);
  g_assert_cmpstr (answers.told->pdata[0], ==, "2");
  g_ptr_array_unref (answers.told);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  TEST ("/store/given-up/tried-again", test_tried_again);
  TEST ("/store/given-up/there-already", test_there_already);
  TEST ("/store/given-up/brought-back", test_brought_back);
  TEST ("/store/given-up/read-before", test_read_before);
  return g_test_run ();
}
