/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "error.h"

#define TEST(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

#define N_STEPS 120

typedef struct
{
  Fixture *fixture;
  GRand *rand;
} Dice;

static GArray *
living (AccordReader *reader, const AccordKind *kind)
{
  g_autoptr (AccordQuery) query = accord_query_new (kind);
  g_autoptr (GPtrArray) records = accord_reader_list (reader, query, NULL);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < records->len; i++)
    {
      gint64 id = accord_record_get_id (g_ptr_array_index (records, i));

      g_array_append_val (ids, id);
    }
  return ids;
}

static gint64
pick (Dice *dice, GArray *ids)
{
  return ids->len > 0 ? g_array_index (ids, gint64, g_rand_int_range (dice->rand, 0, ids->len)) : 0;
}

static void
scribble (Dice *dice, AccordRecord *record, GArray *places)
{
  g_autofree char *payee =
      g_strdup_printf ("Payee %u é “%u”", g_rand_int_range (dice->rand, 0, 50), g_rand_int (dice->rand));
  gint64 near[] = { pick (dice, places), pick (dice, places) };

  accord_record_set_text (record, "payee", payee);
  accord_record_set_int (record, "amount", (gint64) g_rand_int (dice->rand) - 1000000);
  if (near[0] != 0)
    {
      accord_record_set_int (record, "place", near[1]);
      accord_record_set_ids (record, "near-places", near, 2);
    }
  accord_record_set_boolean (record, "checked", g_rand_boolean (dice->rand));
  if (g_rand_boolean (dice->rand))
    accord_record_set_text (record, "note", "two\nlines");
}

/* One to five things done in one change; some of them cannot be kept, and that is part of the game. */
static gboolean
do_something (AccordWriter *writer, gpointer data, GError **error)
{
  Dice *dice = data;
  AccordReader *reader = accord_writer_get_reader (writer);
  gint n = g_rand_int_range (dice->rand, 1, 6);

  for (gint i = 0; i < n; i++)
    {
      g_autoptr (GArray) places = living (reader, dice->fixture->place);
      g_autoptr (GArray) spendings = living (reader, dice->fixture->spending);
      g_autoptr (AccordRecord) record = NULL;
      gint64 id = pick (dice, spendings);

      switch (g_rand_int_range (dice->rand, 0, 5))
        {
        case 0:
          record = accord_record_new (dice->fixture->place);
          accord_record_set_text (record, "name", "Bury");
          if (!accord_writer_insert (writer, record, error))
            return FALSE;
          break;
        case 1:
          record = accord_record_new (dice->fixture->spending);
          scribble (dice, record, places);
          if (!accord_writer_insert (writer, record, error))
            return FALSE;
          break;
        case 2:
          if (id == 0)
            break;
          record = accord_reader_get (reader, dice->fixture->spending, id, NULL);
          scribble (dice, record, places);
          if (!accord_writer_update (writer, record, error))
            return FALSE;
          break;
        case 3:
          if (id != 0 && !accord_writer_delete (writer, dice->fixture->spending, id, error))
            return FALSE;
          break;
        default:
          if (places->len > 3
              && !accord_writer_delete (writer, dice->fixture->place, pick (dice, places), error))
            return FALSE;
          break;
        }
    }
  return TRUE;
}

/* Whatever was done, undoing it step by step shows every earlier state again, and redoing every later one. */
static void
test_back_and_forth (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  Dice dice = { self, g_rand_new_with_seed (g_test_rand_int ()) };

  g_ptr_array_add (states, fixture_dump (self));
  for (guint i = 0; i < N_STEPS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AccordChange) change =
          accord_workspace_write (self->workspace, "Something", do_something, &dice, NULL, &error);

      if (i % 40 == 20)
        fixture_import (self, 1500, 0);
      if (change == NULL)
        {
          g_autofree char *same = fixture_dump (self);

          g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_REFERENCED);
          if (i % 40 != 20)
            g_assert_cmpstr (same, ==, g_ptr_array_index (states, states->len - 1));
        }
      if (i % 40 == 20)
        {
          /* The import is one step, and so is what went before it, if it was kept. */
          if (change != NULL && accord_change_get_id (change) != 0)
            g_ptr_array_add (states, NULL);
          g_ptr_array_add (states, fixture_dump (self));
        }
      else if (change != NULL && accord_change_get_id (change) != 0)
        g_ptr_array_add (states, fixture_dump (self));
    }
  fixture_assert_sound (self);

  for (guint round = 0; round < 2; round++)
    {
      for (guint i = states->len - 1; i > 0; i--)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (AccordChange) change = accord_workspace_undo (self->workspace, NULL, &error);
          g_autofree char *now = fixture_dump (self);

          g_assert_no_error (error);
          if (g_ptr_array_index (states, i - 1) != NULL)
            g_assert_cmpstr (now, ==, g_ptr_array_index (states, i - 1));
          if (i == states->len / 2)
            fixture_reopen (self);
        }
      g_assert_null (accord_workspace_get_undo_label (self->workspace));
      for (guint i = 1; i < states->len; i++)
        {
          g_autoptr (AccordChange) change = accord_workspace_redo (self->workspace, NULL, NULL);
          g_autofree char *now = fixture_dump (self);

          g_assert_nonnull (change);
          if (g_ptr_array_index (states, i) != NULL)
            g_assert_cmpstr (now, ==, g_ptr_array_index (states, i));
        }
      g_assert_null (accord_workspace_get_redo_label (self->workspace));
    }
  fixture_assert_sound (self);
  g_rand_free (dice.rand);
}

static void
test_ends (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) undone = NULL;

  g_assert_null (accord_workspace_undo (self->workspace, NULL, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NOTHING);
  g_clear_error (&error);
  g_assert_null (accord_workspace_redo (self->workspace, NULL, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NOTHING);

  /* A new change after an undo leaves nothing to redo. */
  fixture_add_place (self, "Bury");
  undone = accord_workspace_undo (self->workspace, NULL, NULL);
  g_assert_cmpstr (accord_workspace_get_redo_label (self->workspace), ==, "Add “Bury”");
  fixture_add_place (self, "Oldham");
  g_assert_null (accord_workspace_get_redo_label (self->workspace));
  g_assert_cmpstr (accord_workspace_get_undo_label (self->workspace), ==, "Add “Oldham”");
}

static gboolean
change_all (AccordWriter *writer, gpointer data, GError **error)
{
  const AccordKind *kind = data;
  g_autoptr (AccordQuery) query = accord_query_new (kind);
  g_autoptr (GPtrArray) records = accord_reader_list (accord_writer_get_reader (writer), query, error);

  for (guint i = 0; i < records->len; i++)
    {
      accord_record_set_text (g_ptr_array_index (records, i), "payee", "The same");
      if (!accord_writer_update (writer, g_ptr_array_index (records, i), error))
        return FALSE;
    }
  return TRUE;
}

static void
test_ten_thousand (Fixture *self, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (AccordChange) change = NULL, undone = NULL;
  g_autoptr (GError) error = NULL;

  fixture_import (self, 10000, 0);
  before = fixture_dump (self);
  change =
      accord_workspace_write (self->workspace, "All", change_all, (gpointer) self->spending, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (accord_change_count (change, self->spending), ==, 10000);
  undone = accord_workspace_undo (self->workspace, NULL, &error);
  g_assert_no_error (error);
  after = fixture_dump (self);
  g_assert_cmpstr (before, ==, after);
  fixture_assert_sound (self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  TEST ("/store/undo/back-and-forth", test_back_and_forth);
  TEST ("/store/undo/ends", test_ends);
  TEST ("/store/undo/ten-thousand", test_ten_thousand);
  return g_test_run ();
}
