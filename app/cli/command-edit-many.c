/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "assignment.h"
#include "condition.h"
#include "edit-many.h"
#include "lookup.h"
#include "tell.h"

typedef struct
{
  AccordRun *run;
  const AccordKind *kind;
  GArray *assignments;
  guint n_ids;
  AccordEditMany *edit;
} Edit;

static gboolean
take_id (AccordRecord *record, gpointer data, GError **error)
{
  gint64 id = accord_record_get_id (record);

  g_array_append_val (data, id);
  return TRUE;
}

/* Those that are named, else those that the conditions give. */
static GArray *
find_ids (Edit *edit, AccordReader *reader, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (AccordQuery) query = NULL;

  for (guint i = 0; i < edit->n_ids; i++)
    {
      gint64 id = accord_cli_record (reader, edit->kind, edit->run->arguments[i + 1], error);

      if (id == 0)
        return NULL;
      g_array_append_val (ids, id);
    }
  if (edit->n_ids > 0)
    return g_steal_pointer (&ids);
  query = accord_cli_query (edit->kind, edit->run->options, reader, error);
  if (query == NULL || !accord_reader_walk (reader, query, take_id, ids, error))
    return NULL;
  return g_steal_pointer (&ids);
}

static gboolean
edit_records (AccordWriter *writer, gpointer data, GError **error)
{
  Edit *edit = data;
  AccordReader *reader = accord_writer_get_reader (writer);
  g_autoptr (AccordRecord) values = accord_record_new (edit->kind);
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) ids = find_ids (edit, reader, error);

  if (ids == NULL || !accord_assignments_apply (edit->assignments, values, reader, error))
    return FALSE;
  for (guint i = 0; i < edit->assignments->len; i++)
    g_array_append_val (fields, g_array_index (edit->assignments, AccordAssignment, i).field);
  edit->edit = accord_edit_many_new (values, fields, ids);
  return accord_edit_many_write (writer, edit->edit, error);
}

/* A sentence for each record, as one complaint. */
static void
join_refusals (AccordEditMany *edit, GError **error)
{
  g_autofree char *all = NULL;

  if (edit == NULL || edit->refusals->len < 2 || error == NULL || *error == NULL)
    return;
  g_ptr_array_add (edit->refusals, NULL);
  all = g_strjoinv (" ", (char **) edit->refusals->pdata);
  g_free ((*error)->message);
  (*error)->message = g_steal_pointer (&all);
}

/* Words before the first assignment name records. */
static guint
count_ids (AccordRun *run)
{
  guint n = 0;

  while (n + 1 < run->n_arguments && strchr (run->arguments[n + 1], '=') == NULL)
    n++;
  return n;
}

/**
 * accord_command_edit:
 * @run: the run
 * @error: return location for an error
 *
 * Changes the same fields of several records, all of them or none.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_edit (AccordRun *run, GError **error)
{
  Edit edit = { run };
  g_autoptr (GArray) assignments = NULL;
  g_autoptr (AccordChange) change = NULL;

  edit.kind = accord_cli_kind (run->schema, run->arguments[0], error);
  if (edit.kind == NULL)
    return ACCORD_EXIT_USAGE;
  edit.n_ids = count_ids (run);
  if (edit.n_ids == 0 && run->options->where == NULL && run->options->search == NULL)
    {
      g_set_error_literal (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
                           _ ("Say which records: by number, or by --where or --search."));
      return ACCORD_EXIT_USAGE;
    }
  assignments = accord_assignments_parse (edit.kind, run->arguments + 1 + edit.n_ids,
                                          run->n_arguments - 1 - edit.n_ids, error);
  if (assignments == NULL)
    return ACCORD_EXIT_USAGE;
  edit.assignments = assignments;
  change = accord_workspace_write (run->workspace, _ ("Edit"), edit_records, &edit, run->cancellable, error);
  if (change != NULL)
    accord_cli_tell_change (run, change);
  else
    join_refusals (edit.edit, error);
  g_clear_pointer (&edit.edit, accord_edit_many_unref);
  return change != NULL ? ACCORD_EXIT_DONE : ACCORD_EXIT_REJECTED;
}
