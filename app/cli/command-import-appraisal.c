/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>

#include "appraisal-import.h"
#include "complain.h"
#include "open-file.h"
#include "text-table.h"

static gpointer
find_case (AccordReader *reader, gpointer data, GError **error)
{
  AccordRun *run = data;
  gint64 id = accord_reader_resolve (reader, accord_schema_find_kind (run->schema, "case"),
                                     run->options->cases[0], error);

  return id > 0 ? g_memdup2 (&id, sizeof id) : NULL;
}

static void
warn (const AccordAppraisalJson *file, const char *name)
{
  for (guint i = 0; i < file->warnings->len; i++)
    accord_complain_of (name, file->warnings->pdata[i]);
}

static void
write_json (AccordRun *run, const AccordAppraisalImport *result)
{
  AccordJson json;

  accord_json_init (&json, run->output);
  accord_json_begin_array (&json);
  accord_json_begin_object (&json);
  accord_json_member_int (&json, "appraisal_id", result->kept.appraisal);
  accord_json_member_int (&json, "options", result->kept.n_options);
  accord_json_member_int (&json, "lines", result->kept.n_lines);
  accord_json_member_int (&json, "organisations", result->kept.n_organisations);
  accord_json_member_int (&json, "editions", result->kept.n_editions);
  accord_json_member_int (&json, "scenarios", result->n_scenarios);
  accord_json_member_int (&json, "change", result->change);
  accord_json_end_object (&json);
  accord_json_end_array (&json);
}

static void
write_words (AccordRun *run, const AccordAppraisalImport *result)
{
  const guint n_organisations = result->kept.n_organisations, n_editions = result->kept.n_editions;

  accord_output_printf (run->output,
                        ngettext ("%u line was kept.\n", "%u lines were kept.\n", result->kept.n_lines),
                        result->kept.n_lines);
  if (n_organisations > 0)
    accord_output_printf (run->output,
                          ngettext ("%u organisation was not known by its name and was added.\n",
                                    "%u organisations were not known by their names and were added.\n",
                                    n_organisations),
                          n_organisations);
  if (n_editions > 0)
    accord_output_printf (run->output,
                          ngettext ("%u edition was added, for its figures are those of none here.\n",
                                    "%u editions were added, for their figures are those of none here.\n",
                                    n_editions),
                          n_editions);
}

/**
 * accord_command_import_appraisal:
 * @run: the run
 * @error: return location for an error
 *
 * Makes a file's appraisal that of a case.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_import_appraisal (AccordRun *run, GError **error)
{
  g_autoptr (AccordAppraisalJson) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree gint64 *business_case = NULL;
  g_autofree char *name = NULL;
  AccordAppraisalImport result;

  if (run->n_arguments != 2 || run->options->cases == NULL || g_strv_length (run->options->cases) != 1)
    {
      g_set_error_literal (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
                           _ ("Name the file of one appraisal, and with --case the business case it is of."));
      return ACCORD_EXIT_USAGE;
    }
  bytes = accord_cli_load (run->arguments[1], run->cancellable, error);
  if (bytes == NULL)
    return ACCORD_EXIT_BROKEN;
  name = g_filename_display_name (run->arguments[1]);
  file = accord_appraisal_json_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
  if (file == NULL)
    {
      g_prefix_error (error, "%s: ", name);
      return ACCORD_EXIT_REJECTED;
    }
  warn (file, name);
  business_case = accord_workspace_read (run->workspace, find_case, run, run->cancellable, error);
  if (business_case == NULL
      || !accord_appraisal_import (run->workspace, file, *business_case, run->options->update, &result,
                                   run->cancellable, error))
    return ACCORD_EXIT_REJECTED;
  if (run->options->json)
    write_json (run, &result);
  else
    write_words (run, &result);
  return ACCORD_EXIT_DONE;
}
