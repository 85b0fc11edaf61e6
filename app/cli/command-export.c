/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>

#include "condition.h"
#include "export-table.h"
#include "lookup.h"
#include "progress.h"

typedef struct
{
  AccordRun *run;
  const AccordKind *kind;
} Request;

static gpointer
read_query (AccordReader *reader, gpointer data, GError **error)
{
  Request *request = data;

  return accord_cli_query (request->kind, request->run->options, reader, error);
}

static gint64
export_list (AccordRun *run, AccordQuery *query, AccordExportFormat format, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (run->arguments[1]);
  AccordProgress progress;
  gint64 n_rows;

  accord_progress_init (&progress, _ ("Exporting"));
  n_rows = accord_export_list (run->workspace, query, NULL, 0, file, format, NULL, accord_progress_show,
                               &progress, run->cancellable, error);
  accord_progress_end (&progress);
  return n_rows;
}

static void
tell (AccordRun *run, gint64 n_rows)
{
  g_autofree char *path = g_filename_display_name (run->arguments[1]);
  g_autofree char *rows = g_strdup_printf ("%" G_GINT64_FORMAT, n_rows);
  AccordJson json;

  if (!run->options->json)
    {
      /* Translators: the first %s is a file, the second a count of records. */
      accord_output_printf (run->output, _ ("Wrote %s (records: %s)\n"), path, rows);
      return;
    }
  accord_json_init (&json, run->output);
  accord_json_begin_array (&json);
  accord_json_begin_object (&json);
  accord_json_member_string (&json, "path", path);
  accord_json_member_int (&json, "records", n_rows);
  accord_json_end_object (&json);
  accord_json_end_array (&json);
}

/**
 * accord_command_export:
 * @run: the run
 * @error: return location for an error
 *
 * Writes a list to a file, all fields of its records.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_export (AccordRun *run, GError **error)
{
  Request request = { run };
  g_autoptr (AccordQuery) query = NULL;
  AccordExportFormat format;
  GError *problem = NULL;
  gint64 n_rows;

  request.kind = accord_cli_kind (run->schema, run->arguments[0], error);
  if (request.kind == NULL)
    return ACCORD_EXIT_USAGE;
  if (!accord_export_format_for_name (run->arguments[1], &format, &problem))
    {
      g_set_error_literal (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE, problem->message);
      g_error_free (problem);
      return ACCORD_EXIT_USAGE;
    }
  query = accord_workspace_read (run->workspace, read_query, &request, run->cancellable, error);
  if (query == NULL)
    return ACCORD_EXIT_REJECTED;
  n_rows = export_list (run, query, format, error);
  if (n_rows >= 0)
    tell (run, n_rows);
  return ACCORD_EXIT_DONE;
}
