/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "error.h"
#include "history.h"

#include <libglib-testing/signal-logger.h>
#include <string.h>

#define TEST(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

static void
test_keeps (Fixture *self, gconstpointer data)
{
  gint64 bury = fixture_add_place (self, "Bury");
  gint64 id = fixture_add_spending (self, "Persona", 1234567, bury);
  g_autoptr (AccordRecord) record = NULL;

  fixture_reopen (self);
  record = fixture_get (self, self->spending, id);
  g_assert_cmpstr (accord_record_get_text (record, "payee"), ==, "Persona");
  g_assert_cmpint (accord_record_get_int (record, "amount"), ==, 1234567);
  g_assert_null (accord_record_get_text (record, "share"));
  g_assert_cmpstr (accord_record_get_reference_title (record, "place"), ==, "Bury");
  g_assert_cmpuint (strlen (accord_record_get_uid (record)), ==, 26);
  fixture_assert_sound (self);
}

static void
assert_refused (Fixture *self, AccordRecord *record, AccordStoreError code, const char *word)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = fixture_dump (self), *after = NULL;
  AccordChange *change = accord_workspace_save (self->workspace, record, NULL, &error);

  g_assert_null (change);
  g_assert_error (error, ACCORD_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, word));
  after = fixture_dump (self);
  g_assert_cmpstr (before, ==, after);
}

static void
test_refuses (Fixture *self, gconstpointer data)
{
  g_autoptr (AccordRecord) place = accord_record_new (self->place);
  g_autoptr (AccordRecord) spending = accord_record_new (self->spending);

  assert_refused (self, place, ACCORD_STORE_ERROR_INVALID, "Name");
  accord_record_set_int (spending, "place", 77);
  assert_refused (self, spending, ACCORD_STORE_ERROR_INVALID, "Place");
  accord_record_set_int (spending, "place", ACCORD_UNKNOWN);
  accord_record_set_text (spending, "date", "31/02/2019");
  assert_refused (self, spending, ACCORD_STORE_ERROR_INVALID, "Date");
  accord_record_set_text (spending, "date", NULL);
  accord_record_set_text (spending, "stage", "no such stage");
  assert_refused (self, spending, ACCORD_STORE_ERROR_INVALID, "Stage");
}

/* Two people change different fields of the same record: both are kept. */
static void
test_merges_fields (Fixture *self, gconstpointer data)
{
  gint64 id = fixture_add_spending (self, "Persona", 100, 0);
  g_autoptr (AccordRecord) open = fixture_get (self, self->spending, id);
  g_autoptr (AccordRecord) one = accord_record_copy (open), two = accord_record_copy (open);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) first = NULL, second = NULL;

  accord_record_set_int (one, "amount", 200);
  accord_record_set_text (two, "note", "paid late");
  first = accord_workspace_save (self->workspace, one, NULL, &error);
  g_assert_no_error (error);
  second = accord_workspace_save (self->workspace, two, NULL, &error);
  g_assert_no_error (error);
  fixture_wait (accord_record_get_int (open, "amount") == 200
                && accord_record_get_text (open, "note") != NULL);
  fixture_assert_sound (self);
}

/* One emission for a change, however many records it touched. */
static void
test_one_signal (Fixture *self, gconstpointer data)
{
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();
  gint64 place = fixture_add_place (self, "Bury");
  g_autoptr (AccordChange) import = NULL, one = NULL;

  gt_signal_logger_connect (logger, self->workspace, "changed");
  fixture_import (self, 5000, place);
  gt_signal_logger_assert_emission_pop (logger, self->workspace, "changed", &import);
  gt_signal_logger_assert_no_emissions (logger);
  g_assert_cmpuint (accord_change_count (import, self->spending), ==, 5000);
  g_assert_true (accord_change_is_wide (import, self->spending));
  g_assert_false (accord_change_touches_kind (import, self->place));

  fixture_add_spending (self, "One more", 1, place);
  gt_signal_logger_assert_emission_pop (logger, self->workspace, "changed", &one);
  gt_signal_logger_assert_no_emissions (logger);
  g_assert_cmpuint (accord_change_count (one, self->spending), ==, 1);
}

/* An open record notifies what differs, and nothing else. */
static void
test_open_record_follows (Fixture *self, gconstpointer data)
{
  gint64 id = fixture_add_spending (self, "Persona", 100, 0);
  g_autoptr (AccordRecord) open = fixture_get (self, self->spending, id);
  g_autoptr (AccordRecord) again = fixture_get (self, self->spending, id);
  g_autoptr (AccordRecord) copy = accord_record_copy (open);
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();

  g_assert_true (open == again);
  for (guint i = 0; i < self->spending->n_fields; i++)
    {
      g_autofree char *detailed = g_strconcat ("notify::", self->spending->fields[i].name, NULL);

      gt_signal_logger_connect (logger, open, detailed);
    }
  accord_record_set_int (copy, "amount", 300);
  change = accord_workspace_save (self->workspace, copy, NULL, NULL);
  fixture_wait (accord_record_get_int (open, "amount") == 300);
  gt_signal_logger_assert_notify_emission_pop (logger, open, "amount");
  gt_signal_logger_assert_no_emissions (logger);
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer data)
{
  g_set_object ((GAsyncResult **) data, result);
}

static AccordChange *
delete_now (Fixture *self, const AccordKind *kind, gint64 id, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  accord_workspace_delete_async (self->workspace, kind, &id, 1, NULL, keep_result, &result);
  fixture_wait (result != NULL);
  return accord_workspace_delete_finish (self->workspace, result, error);
}

static void
test_delete (Fixture *self, gconstpointer data)
{
  gint64 place = fixture_add_place (self, "Bury");
  gint64 spending = fixture_add_spending (self, "Persona", 100, place);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) refused = NULL, gone = NULL, then = NULL, undone = NULL;
  g_autoptr (AccordRecord) open = fixture_get (self, self->spending, spending);

  refused = delete_now (self, self->place, place, &error);
  g_assert_null (refused);
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_REFERENCED);
  g_assert_nonnull (strstr (error->message, "1 spending"));
  g_assert_cmpint (fixture_count (self, self->place), ==, 1);
  g_clear_error (&error);

  gone = delete_now (self, self->spending, spending, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (accord_workspace_get_undo_label (self->workspace), ==, "Delete “Persona”");
  fixture_wait (accord_record_get_deleted (open) != NULL);
  then = delete_now (self, self->place, place, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (self, self->place) + fixture_count (self, self->spending), ==, 0);
  fixture_assert_sound (self);

  undone = accord_workspace_undo (self->workspace, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (self, self->place), ==, 1);
  fixture_assert_sound (self);
}

/* What another process writes is told here, once, and as not ours. */
static void
note_change (AccordWorkspace *workspace, AccordChange *change, AccordChange **last)
{
  g_clear_pointer (last, accord_change_unref);
  *last = accord_change_ref (change);
}

static void
test_sees_others (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordWorkspace) other =
      accord_workspace_open (self->path, self->schema, ACCORD_OPEN_EXISTING, NULL, &error);
  g_autoptr (AccordRecord) record = accord_record_new (self->place);
  g_autoptr (AccordChange) made = NULL, told = NULL;

  g_assert_no_error (error);
  g_signal_connect (self->workspace, "changed", G_CALLBACK (note_change), &told);
  accord_record_set_text (record, "name", "Elsewhere");
  made = accord_workspace_save (other, record, NULL, &error);
  g_assert_no_error (error);
  fixture_wait (told != NULL);
  g_assert_false (accord_change_is_local (told));
  g_assert_true (accord_change_is_local (made));
  g_assert_true (accord_change_touches (told, self->place, accord_record_get_id (record)));
  g_assert_cmpstr (accord_workspace_get_undo_label (self->workspace), ==, "Add “Elsewhere”");
}

static gboolean
never_ends (AccordWriter *writer, gpointer data, GError **error)
{
  g_autoptr (AccordRows) rows = NULL;
  g_autoptr (AccordRecord) record = accord_record_new (data);

  accord_record_set_text (record, "name", "Half done");
  if (!accord_writer_insert (writer, record, error))
    return FALSE;
  rows = accord_reader_query (accord_writer_get_reader (writer),
                              "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                              " SELECT max (i) FROM n",
                              error);
  return rows != NULL && accord_rows_next (rows, error);
}

static gboolean
cancel (gpointer data)
{
  g_cancellable_cancel (data);
  return G_SOURCE_REMOVE;
}

static void
test_cancel (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  AccordChange *change;

  accord_workspace_write_async (self->workspace, "Endless", never_ends, (gpointer) self->place, NULL,
                                cancellable, keep_result, &result);
  g_timeout_add (20, cancel, cancellable);
  fixture_wait (result != NULL);
  change = accord_workspace_write_finish (self->workspace, result, &error);
  g_assert_null (change);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (fixture_count (self, self->place), ==, 0);
  fixture_add_place (self, "Still works");
}

static gpointer
history (AccordReader *reader, gpointer data, GError **error)
{
  AccordRecord *record = data;

  return accord_reader_history (reader, accord_record_get_kind (record), accord_record_get_id (record),
                                error);
}

static void
test_history (Fixture *self, gconstpointer data)
{
  g_autoptr (AccordRecord) open = NULL, copy = NULL;
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  AccordHistoryEntry *entry;

  fixture_import (self, 2000, 0);
  open = fixture_get (self, self->spending, 17);
  copy = accord_record_copy (open);
  accord_record_set_int (copy, "amount", 4711);
  change = accord_workspace_save (self->workspace, copy, NULL, NULL);
  entries = accord_workspace_read (self->workspace, history, copy, NULL, NULL);
  g_assert_cmpuint (entries->len, ==, 2);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpstr (entry->who, ==, "Tester");
  g_assert_cmpstr (entry->before, ==, "{\"amount\":-48384}");
  g_assert_cmpstr (entry->after, ==, "{\"amount\":4711}");
  entry = g_ptr_array_index (entries, 1);
  g_assert_cmpstr (entry->operation, ==, "insert");
  g_assert_nonnull (strstr (entry->after, "-48384"));
}

static void
test_backup (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "copy.accord", NULL);
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  fixture_import (self, 3000, 0);
  before = fixture_dump (self);
  g_assert_true (accord_workspace_backup (self->workspace, path, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (accord_workspace_backup (self->workspace, path, NULL, NULL, NULL, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_OPEN);

  g_clear_object (&self->workspace);
  g_free (self->path);
  self->path = g_steal_pointer (&path);
  fixture_reopen (self);
  after = fixture_dump (self);
  g_assert_cmpstr (before, ==, after);
  fixture_assert_sound (self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  TEST ("/store/workspace/keeps", test_keeps);
  TEST ("/store/workspace/refuses", test_refuses);
  TEST ("/store/workspace/merges-fields", test_merges_fields);
  TEST ("/store/workspace/one-signal", test_one_signal);
  TEST ("/store/workspace/open-record-follows", test_open_record_follows);
  TEST ("/store/workspace/delete", test_delete);
  TEST ("/store/workspace/sees-others", test_sees_others);
  TEST ("/store/workspace/cancel", test_cancel);
  TEST ("/store/workspace/history", test_history);
  TEST ("/store/workspace/backup", test_backup);
  return g_test_run ();
}
