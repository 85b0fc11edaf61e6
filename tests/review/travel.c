/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "travel.h"

#include "dossier-read.h"
#include "history.h"

char *
travel_path (Travel *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

GFile *
travel_file (Travel *self, const char *name)
{
  g_autofree char *path = travel_path (self, name);

  return g_file_new_for_path (path);
}

AccordWorkspace *
travel_make_workspace (Travel *self, const char *name)
{
  g_autofree char *path = travel_path (self, name);
  g_autoptr (GError) error = NULL;
  AccordWorkspace *workspace = accord_workspace_open (path, self->schema, ACCORD_OPEN_CREATE, NULL, &error);

  g_assert_no_error (error);
  return workspace;
}

void
travel_close (AccordWorkspace *workspace)
{
  if (workspace == NULL)
    return;
  travel_check (workspace);
  accord_workspace_close (workspace);
  g_object_unref (workspace);
}

static const AccordKind *
find_kind (AccordWorkspace *workspace, const char *name)
{
  const AccordKind *kind = accord_schema_find_kind (accord_workspace_get_schema (workspace), name);

  g_assert_nonnull (kind);
  return kind;
}

AccordRecord *
travel_new (AccordWorkspace *workspace, const char *kind)
{
  AccordRecord *record = accord_record_new (find_kind (workspace, kind));

  accord_record_fill_in (record);
  return record;
}

gint64
travel_save (AccordWorkspace *workspace, AccordRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_workspace_save (workspace, record, NULL, &error);

  g_assert_no_error (error);
  return accord_record_get_id (record);
}

AccordRecord *
travel_get (AccordWorkspace *workspace, const char *kind, gint64 id)
{
  g_autoptr (GError) error = NULL;
  AccordRecord *record =
      accord_workspace_get_record (workspace, find_kind (workspace, kind), id, NULL, &error);

  g_assert_no_error (error);
  return record;
}

typedef struct
{
  const AccordKind *kind;
  const char *uid;
  gint64 number;
  char *text;
} Asking;

static gpointer
ask_find (AccordReader *reader, gpointer data, GError **error)
{
  Asking *asking = data;
  gint64 id = accord_reader_find (reader, asking->kind, asking->uid, error);

  return id != 0 ? accord_reader_get (reader, asking->kind, id, error) : NULL;
}

AccordRecord *
travel_find (AccordWorkspace *workspace, const char *kind, const char *uid)
{
  Asking asking = { find_kind (workspace, kind), uid, 0, NULL };
  g_autoptr (GError) error = NULL;
  AccordRecord *record = accord_workspace_read (workspace, ask_find, &asking, NULL, &error);

  g_assert_no_error (error);
  return record;
}

char *
travel_dup_uid (AccordWorkspace *workspace, const char *kind, gint64 id)
{
  g_autoptr (AccordRecord) record = travel_get (workspace, kind, id);

  return g_strdup (accord_record_get_uid (record));
}

void
travel_set_text (AccordWorkspace *workspace, const char *kind, gint64 id, const char *field,
                 const char *value)
{
  g_autoptr (AccordRecord) record = travel_get (workspace, kind, id);

  accord_record_set_text (record, field, value);
  travel_save (workspace, record);
}

static gboolean
delete_one (AccordWriter *writer, gpointer data, GError **error)
{
  Asking *asking = data;

  return accord_writer_delete (writer, asking->kind, asking->number, error);
}

void
travel_delete (AccordWorkspace *workspace, const char *kind, gint64 id)
{
  Asking asking = { find_kind (workspace, kind), NULL, id, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change =
      accord_workspace_write (workspace, "Delete", delete_one, &asking, NULL, &error);

  g_assert_no_error (error);
}

static gpointer
ask_sql (AccordReader *reader, gpointer data, GError **error)
{
  Asking *asking = data;
  g_autoptr (AccordRows) rows = accord_reader_query (reader, asking->text, error);

  if (rows == NULL || !accord_rows_next (rows, error))
    return NULL;
  return g_strdup (accord_rows_text (rows, 0));
}

static char *
dup_answer (AccordWorkspace *workspace, const char *sql)
{
  Asking asking = { NULL, NULL, 0, (char *) sql };
  g_autoptr (GError) error = NULL;
  char *answer = accord_workspace_read (workspace, ask_sql, &asking, NULL, &error);

  g_assert_no_error (error);
  return answer;
}

gint64
travel_count (AccordWorkspace *workspace, const char *kind)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM \"%s\" WHERE deleted IS NULL", kind);
  g_autofree char *answer = dup_answer (workspace, sql);

  return g_ascii_strtoll (answer, NULL, 10);
}

gint64
travel_case (AccordWorkspace *workspace)
{
  g_autofree char *answer =
      dup_answer (workspace, "SELECT coalesce (min (id), 0) FROM \"case\" WHERE deleted IS NULL");

  return g_ascii_strtoll (answer, NULL, 10);
}

char *
travel_dup_state (AccordWorkspace *workspace)
{
  return dup_answer (workspace,
                     "SELECT coalesce ((SELECT hash FROM change ORDER BY id DESC LIMIT 1), '') || ' ' ||"
                     " (SELECT count (*) FROM journal) || ' ' || (SELECT count (*) FROM content)");
}

void
travel_undo (AccordWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_workspace_undo (workspace, NULL, &error);

  g_assert_no_error (error);
}

void
travel_check (AccordWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordCheckReport) report = accord_workspace_check (workspace, FALSE, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < report->problems->len; i++)
    g_test_message ("%s", (char *) report->problems->pdata[i]);
  g_assert_cmpuint (report->problems->len, ==, 0);
}

static gpointer
ask_dossier (AccordReader *reader, gpointer data, GError **error)
{
  Asking *asking = data;

  return accord_dossier_read (reader, asking->number, error);
}

AccordDossier *
travel_read (AccordWorkspace *workspace, gint64 business_case)
{
  Asking asking = { NULL, NULL, business_case, NULL };
  g_autoptr (GError) error = NULL;
  AccordDossier *dossier = accord_workspace_read (workspace, ask_dossier, &asking, NULL, &error);

  g_assert_no_error (error);
  return dossier;
}
