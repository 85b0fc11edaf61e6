/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>

#include "appraisal-export.h"
#include "appraisal-source.h"
#include "comments-export.h"
#include "lookup.h"
#include "progress.h"

/* A name with another ending is a slip of whoever typed it. */
static gboolean
check_name (const char *name, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (accord_appraisal_export_check_name (name, &problem))
    return TRUE;
  g_set_error_literal (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE, problem->message);
  return FALSE;
}

static gpointer
read_case_file (AccordReader *reader, gpointer data, GError **error)
{
  return accord_case_file_read (reader, accord_record_get_id (data), error);
}

/* What was asked about, on its way out: with the schedule, the option and the scenario that were asked for.
 */
static AccordAppraisalExport *
make_export (AccordRun *run, AccordAppraisalSource *source, const char *today, GError **error)
{
  g_autoptr (AccordAppraisalExport) self = accord_appraisal_export_new_for_cba (source->cba, today);

  self->option = source->option;
  self->scenario = g_strdup (source->scenario);
  self->method = source->method;
  self->n_draws = source->n_draws;
  self->seed = source->seed;
  if (source->file == NULL)
    return g_steal_pointer (&self);
  self->file = g_steal_pointer (&source->file);
  self->case_file = accord_workspace_read (run->workspace, read_case_file, self->file->business_case,
                                           run->cancellable, error);
  return self->case_file != NULL ? g_steal_pointer (&self) : NULL;
}

static gboolean
write_export (AccordRun *run, AccordAppraisalExport *appraisal, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (run->arguments[1]);
  AccordProgress progress;
  gboolean written;

  accord_progress_init (&progress, _ ("Writing the report"));
  written = accord_appraisal_export_write (appraisal, file, accord_progress_show, &progress, run->cancellable,
                                           error);
  accord_progress_end (&progress);
  return written;
}

static void
tell (AccordRun *run, const char *file)
{
  g_autofree char *path = g_filename_display_name (file);
  AccordJson json;

  if (!run->options->json)
    {
      accord_output_printf (run->output, _ ("Wrote %s\n"), path);
      return;
    }
  accord_json_init (&json, run->output);
  accord_json_begin_array (&json);
  accord_json_begin_object (&json);
  accord_json_member_string (&json, "path", path);
  accord_json_end_object (&json);
  accord_json_end_array (&json);
}

/* --- What partners said. */

typedef struct
{
  AccordRun *run;
  gboolean letter;
  const char *today;
} Wanted;

static gpointer
read_comments (AccordReader *reader, gpointer data, GError **error)
{
  const Wanted *wanted = data;
  const AccordKind *kind = accord_schema_find_kind (wanted->run->schema, wanted->letter ? "review" : "case");
  gint64 id = accord_reader_resolve (reader, kind, wanted->run->arguments[1], error);

  if (id <= 0)
    return NULL;
  return wanted->letter ? accord_comments_export_read_review (reader, id, wanted->today, error)
                        : accord_comments_export_read (reader, id, wanted->today, error);
}

static AccordExit
report_comments (AccordRun *run, const char *today, gboolean letter, GError **error)
{
  Wanted wanted = { run, letter, today };
  g_autoptr (GFile) file = g_file_new_for_path (run->arguments[2]);
  g_autoptr (GError) problem = NULL;
  g_autoptr (AccordCommentsExport) comments = NULL;

  if (!accord_comments_export_check_name (run->arguments[2], letter, &problem))
    {
      g_set_error_literal (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE, problem->message);
      return ACCORD_EXIT_USAGE;
    }
  if (!accord_cli_open_workspace (run, error))
    return ACCORD_EXIT_BROKEN;
  comments = accord_workspace_read (run->workspace, read_comments, &wanted, run->cancellable, error);
  if (comments == NULL)
    return ACCORD_EXIT_REJECTED;
  if (!accord_comments_export_write (comments, file, error))
    return ACCORD_EXIT_BROKEN;
  tell (run, run->arguments[2]);
  return ACCORD_EXIT_DONE;
}

/**
 * accord_command_report:
 * @run: the run
 * @error: return location for an error
 *
 * Writes an appraisal as a paper for a board, or as a workbook; what partners said of a case, likewise; or
 * the letter that answers one of them.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_report (AccordRun *run, GError **error)
{
  g_autofree char *today = accord_cli_dup_today (run->options->today, error);
  g_autoptr (AccordAppraisalSource) source = NULL;
  g_autoptr (AccordAppraisalExport) appraisal = NULL;

  if (today == NULL)
    return ACCORD_EXIT_USAGE;
  if (run->arguments[2] != NULL)
    {
      gboolean letter = g_str_equal (run->arguments[0], "letter");

      if (letter || g_str_equal (run->arguments[0], "comments"))
        return report_comments (run, today, letter, error);
      g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
                   _ ("Say “comments CASE FILE” or “letter REVIEW FILE”, not “%s”."), run->arguments[0]);
      return ACCORD_EXIT_USAGE;
    }
  if (!check_name (run->arguments[1], error))
    return ACCORD_EXIT_USAGE;
  source = accord_appraisal_source_open (run, error);
  if (source == NULL)
    return ACCORD_EXIT_REJECTED;
  if (source->cba == NULL)
    {
      g_set_error_literal (
          error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_REFUSED,
          _ ("A bare series has neither lines nor options, so that there is nothing to report."));
      return ACCORD_EXIT_REJECTED;
    }
  if (accord_appraisal_source_complain (source))
    return ACCORD_EXIT_REJECTED;
  appraisal = make_export (run, source, today, error);
  if (appraisal == NULL || !write_export (run, appraisal, error))
    return ACCORD_EXIT_BROKEN;
  tell (run, run->arguments[1]);
  return ACCORD_EXIT_DONE;
}
