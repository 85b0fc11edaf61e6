/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>

#include "appraisal.h"
#include "assignment.h"
#include "editions.h"
#include "lookup.h"
#include "tell.h"

typedef struct
{
  AccordRun *run;
  const AccordKind *kind;
  GArray *assignments;
  GArray *ids;
} Edit;

static gboolean
insert_record (AccordWriter *writer, gpointer data, GError **error)
{
  Edit *edit = data;
  g_autoptr (AccordRecord) record = accord_record_new (edit->kind);
  gint64 id;

  if (!accord_assignments_apply (edit->assignments, record, accord_writer_get_reader (writer), error))
    return FALSE;
  accord_record_fill_in (record);
  /* An appraisal stands on published tables from the start: those that nobody chose are the newest. */
  if (edit->kind == accord_kind_for_type (ACCORD_TYPE_APPRAISAL)
      && !accord_editions_settle (writer, record, error))
    return FALSE;
  if (!accord_writer_insert (writer, record, error))
    return FALSE;
  id = accord_record_get_id (record);
  g_array_append_val (edit->ids, id);
  return TRUE;
}

static gboolean
update_record (AccordWriter *writer, gpointer data, GError **error)
{
  Edit *edit = data;
  AccordReader *reader = accord_writer_get_reader (writer);
  gint64 id = accord_cli_record (reader, edit->kind, edit->run->arguments[1], error);
  g_autoptr (AccordRecord) record = NULL;
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;

  if (id == 0)
    return FALSE;
  record = accord_reader_get (reader, edit->kind, id, error);
  if (record == NULL)
    return FALSE;
  title = accord_record_dup_title (record);
  if (!accord_assignments_apply (edit->assignments, record, reader, error)
      || !accord_writer_update (writer, record, error))
    return FALSE;
  label = g_strdup_printf (_ ("Edit “%s”"), title);
  accord_writer_set_label (writer, label);
  g_array_append_val (edit->ids, id);
  return TRUE;
}

static AccordExit
run_edit (AccordRun *run, guint n_words, const char *label, AccordWriteFunc func, const char *verb,
          GError **error)
{
  Edit edit = { run };
  g_autoptr (GArray) assignments = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (AccordChange) change = NULL;

  edit.kind = accord_cli_kind (run->schema, run->arguments[0], error);
  if (edit.kind == NULL)
    return ACCORD_EXIT_USAGE;
  assignments =
      accord_assignments_parse (edit.kind, run->arguments + n_words, run->n_arguments - n_words, error);
  if (assignments == NULL)
    return ACCORD_EXIT_USAGE;
  edit.assignments = assignments;
  edit.ids = ids;
  change = accord_workspace_write (run->workspace, label != NULL ? label : _ (edit.kind->add_label), func,
                                   &edit, run->cancellable, error);
  if (change != NULL)
    accord_cli_tell_records (run, edit.kind, ids, verb, error);
  return ACCORD_EXIT_DONE;
}

/**
 * accord_command_add:
 * @run: the run
 * @error: return location for an error
 *
 * Adds a record.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_add (AccordRun *run, GError **error)
{
  return run_edit (run, 1, NULL, insert_record, _ ("Added"), error);
}

/**
 * accord_command_set:
 * @run: the run
 * @error: return location for an error
 *
 * Changes fields of a record.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_set (AccordRun *run, GError **error)
{
  return run_edit (run, 2, _ ("Edit"), update_record, _ ("Changed"), error);
}
