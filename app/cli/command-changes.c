/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

#include "condition.h"
#include "lookup.h"
#include "past.h"
#include "tell.h"
#include "text-table.h"

/* What a screen holds; --limit asks for more. */
#define USUAL_LIMIT 50

typedef struct
{
  const char *search;
  guint limit;
} Wanted;

static gpointer
read_changes (AccordReader *reader, gpointer data, GError **error)
{
  Wanted *wanted = data;

  return accord_reader_changes (reader, wanted->search, 0, wanted->limit, error);
}

static void
write_table (AccordOutput *output, GPtrArray *changes)
{
  g_autoptr (AccordTable) table = accord_table_new (output);

  accord_table_add_column (table, _ ("Change"), TRUE);
  accord_table_add_column (table, _ ("When"), FALSE);
  accord_table_add_column (table, _ ("Who"), FALSE);
  accord_table_add_column (table, _ ("What"), FALSE);
  accord_table_add_column (table, _ ("Records"), TRUE);
  accord_table_add_column (table, "", FALSE);
  for (guint i = 0; i < changes->len; i++)
    {
      const AccordPastChange *change = changes->pdata[i];
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, change->id);
      g_autofree char *records = g_strdup_printf ("%" G_GINT64_FORMAT, change->n_records);

      accord_table_add_cell (table, number);
      accord_table_add_cell (table, change->at);
      accord_table_add_cell (table, change->who);
      accord_table_add_cell (table, change->label);
      accord_table_add_cell (table, records);
      accord_table_add_cell (table, change->undone ? _ ("undone") : "");
    }
  accord_table_finish (table);
}

static void
write_json (AccordOutput *output, GPtrArray *changes)
{
  AccordJson json;

  accord_json_init (&json, output);
  accord_json_begin_array (&json);
  for (guint i = 0; i < changes->len; i++)
    {
      const AccordPastChange *change = changes->pdata[i];

      accord_json_begin_object (&json);
      accord_json_member_int (&json, "change", change->id);
      accord_json_member_string (&json, "at", change->at);
      accord_json_member_string (&json, "who", change->who);
      accord_json_member_string (&json, "label", change->label);
      accord_json_member_int (&json, "records", change->n_records);
      accord_json_member_boolean (&json, "undone", change->undone);
      accord_json_end_object (&json);
    }
  accord_json_end_array (&json);
}

/**
 * accord_command_changes:
 * @run: the run
 * @error: return location for an error
 *
 * Lists the journal, the newest change first.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_changes (AccordRun *run, GError **error)
{
  Wanted wanted = { run->options->search };
  g_autoptr (GPtrArray) changes = NULL;
  gint64 limit = USUAL_LIMIT;

  if (!accord_cli_limit (run->options, &limit, error))
    return ACCORD_EXIT_USAGE;
  wanted.limit = (guint) limit;
  changes = accord_workspace_read (run->workspace, read_changes, &wanted, run->cancellable, error);
  if (changes == NULL)
    return ACCORD_EXIT_BROKEN;
  if (run->options->json)
    write_json (run->output, changes);
  else
    write_table (run->output, changes);
  return ACCORD_EXIT_DONE;
}

typedef struct
{
  AccordRun *run;
  const AccordKind *kind;
  gint64 change;
} Point;

static gboolean
go_back (AccordWriter *writer, gpointer data, GError **error)
{
  Point *point = data;
  AccordReader *reader = accord_writer_get_reader (writer);
  const char *word = point->run->arguments[1];
  g_autoptr (GError) problem = NULL;
  gint64 id = accord_cli_record (reader, point->kind, word, &problem);
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;

  if (id == 0)
    id = accord_cli_deleted_record (reader, point->kind, word, NULL);
  if (id == 0)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (!accord_writer_go_back (writer, point->kind, id, point->change, error))
    return FALSE;
  title = accord_reader_dup_title (reader, point->kind, id, error);
  if (title == NULL)
    return FALSE;
  label = g_strdup_printf (_ ("Go back to change %" PRId64 ": “%s”"), point->change, title);
  accord_writer_set_label (writer, label);
  return TRUE;
}

/**
 * accord_command_go_back:
 * @run: the run
 * @error: return location for an error
 *
 * Makes a record what it was just after a change.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_go_back (AccordRun *run, GError **error)
{
  Point point = { run };
  g_autoptr (AccordChange) change = NULL;

  point.kind = accord_cli_kind (run->schema, run->arguments[0], error);
  if (point.kind == NULL)
    return ACCORD_EXIT_USAGE;
  if (!g_ascii_string_to_signed (run->arguments[2], 10, 1, G_MAXINT64, &point.change, NULL))
    {
      g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
                   _ ("“%s” is not the number of a change; see “accordctl history”."), run->arguments[2]);
      return ACCORD_EXIT_USAGE;
    }
  change = accord_workspace_write (run->workspace, _ ("Go back"), go_back, &point, run->cancellable, error);
  if (change != NULL)
    accord_cli_tell_change (run, change);
  return ACCORD_EXIT_DONE;
}
