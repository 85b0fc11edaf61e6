/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "history.h"

#include <glib/gstdio.h>

void
fixture_set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("accord-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "test.accord", NULL);
  self->schema = test_schema_new ();
  self->place = accord_schema_find_kind (self->schema, "place");
  self->spending = accord_schema_find_kind (self->schema, "spending");
  self->workspace = accord_workspace_open (self->path, self->schema, ACCORD_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
  accord_workspace_set_author (self->workspace, "Tester");
}

static void
remove_folder (const char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_rmdir (folder);
}

void
fixture_tear_down (Fixture *self, gconstpointer data)
{
  /* What is still read for somebody who does not want it any more holds the workspace until it is back. */
  if (self->workspace != NULL)
    {
      fixture_wait (G_OBJECT (self->workspace)->ref_count == 1);
      g_assert_finalize_object (self->workspace);
    }
  g_object_unref (self->schema);
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

void
fixture_reopen (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->workspace);
  self->workspace = accord_workspace_open (self->path, self->schema, ACCORD_OPEN_EXISTING, NULL, &error);
  g_assert_no_error (error);
}

static gint64
save (Fixture *self, AccordRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_workspace_save (self->workspace, record, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (accord_record_get_id (record), >, 0);
  return accord_record_get_id (record);
}

gint64
fixture_add_place (Fixture *self, const char *name)
{
  g_autoptr (AccordRecord) record = accord_record_new (self->place);

  accord_record_set_text (record, "name", name);
  return save (self, record);
}

gint64
fixture_add_spending (Fixture *self, const char *payee, gint64 pence, gint64 place)
{
  g_autoptr (AccordRecord) record = accord_record_new (self->spending);

  accord_record_set_text (record, "payee", payee);
  accord_record_set_int (record, "amount", pence);
  if (place != 0)
    accord_record_set_int (record, "place", place);
  return save (self, record);
}

AccordRecord *
fixture_get (Fixture *self, const AccordKind *kind, gint64 id)
{
  g_autoptr (GError) error = NULL;
  AccordRecord *record = accord_workspace_get_record (self->workspace, kind, id, NULL, &error);

  g_assert_no_error (error);
  return record;
}

static gpointer
count (AccordReader *reader, gpointer data, GError **error)
{
  return GINT_TO_POINTER (accord_reader_count (reader, data, error) + 1);
}

gint64
fixture_count (Fixture *self, const AccordKind *kind)
{
  g_autoptr (AccordQuery) query = accord_query_new (kind);
  g_autoptr (GError) error = NULL;
  gpointer answer = accord_workspace_read (self->workspace, count, query, NULL, &error);

  g_assert_no_error (error);
  return GPOINTER_TO_INT (answer) - 1;
}

typedef struct
{
  const AccordKind *kind;
  gint64 n;
  gint64 place;
} Import;

static gboolean
import (AccordWriter *writer, gpointer data, GError **error)
{
  Import *self = data;
  g_autoptr (AccordRecord) record = accord_record_new (self->kind);

  if (!accord_writer_begin_bulk (writer, self->kind, self->n, error))
    return FALSE;
  for (gint64 i = 0; i < self->n; i++)
    {
      g_autofree char *payee =
          g_strdup_printf ("Payee %" G_GINT64_FORMAT " of the import", i * 7919 % self->n);

      accord_record_clear (record);
      accord_record_set_text (record, "payee", payee);
      accord_record_set_int (record, "amount", i * 101 - 50000);
      if (self->place != 0)
        accord_record_set_int (record, "place", self->place);
      if (!accord_writer_insert (writer, record, error))
        return FALSE;
    }
  return TRUE;
}

void
fixture_import (Fixture *self, gint64 n_spendings, gint64 place)
{
  Import data = { self->spending, n_spendings, place };
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change =
      accord_workspace_write (self->workspace, "Import", import, &data, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (accord_change_count (change, self->spending), ==, n_spendings);
}

static gpointer
dump (AccordReader *reader, gpointer data, GError **error)
{
  AccordSchema *schema = accord_reader_get_schema (reader);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < accord_schema_get_n_kinds (schema); i++)
    {
      const AccordKind *kind = accord_schema_get_kind (schema, i);
      g_autoptr (AccordQuery) query = accord_query_new (kind);
      g_autoptr (GPtrArray) records = NULL;

      accord_query_set_sort (query, -1, FALSE);
      records = accord_reader_list (reader, query, error);
      if (records == NULL)
        break;
      for (guint j = 0; j < records->len; j++)
        {
          AccordRecord *record = g_ptr_array_index (records, j);

          g_string_append_printf (text, "%s %s", kind->name, accord_record_get_uid (record));
          for (guint k = 0; k < kind->n_fields; k++)
            {
              g_autofree char *value = accord_record_dup_plain (record, k);

              g_string_append_printf (text, "|%s", value);
            }
          g_string_append_c (text, '\n');
        }
    }
  return g_string_free (text, FALSE);
}

/* Everything that lives, as text. */
char *
fixture_dump (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  char *text = accord_workspace_read (self->workspace, dump, NULL, NULL, &error);

  g_assert_no_error (error);
  return text;
}

void
fixture_assert_sound (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordCheckReport) report =
      accord_workspace_check (self->workspace, FALSE, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < report->problems->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (report->problems, i));
  g_assert_cmpuint (report->problems->len, ==, 0);
}

/* Does something to the file that Accord would not. The workspace is opened anew afterwards. */
void
fixture_sql (Fixture *self, const char *sql)
{
  sqlite3 *db = NULL;

  g_clear_object (&self->workspace);
  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  test_exec (db, sql);
  sqlite3_close (db);
  fixture_reopen (self);
}

gboolean
fixture_timed_out (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}
