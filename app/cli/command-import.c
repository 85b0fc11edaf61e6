/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "complain.h"
#include "import-report.h"
#include "open-file.h"
#include "payments-summary.h"
#include "progress.h"
#include "spend-mapping.h"
#include "store/error.h"
#include "text-table.h"

/**
 * Importing:
 * @run: the run
 * @fund: the fund that the payments are from, or %ACCORD_UNKNOWN
 * @report: what has become of the files so far
 * @progress: how far the file at hand is
 */
typedef struct
{
  AccordRun *run;
  gint64 fund;
  AccordImportReport *report;
  AccordProgress progress;
} Importing;

static gpointer
read_fund (AccordReader *reader, gpointer data, GError **error)
{
  Importing *importing = data;
  const AccordKind *kind = accord_schema_find_kind (importing->run->schema, "fund");
  gint64 id = accord_reader_resolve (reader, kind, importing->run->options->fund, error);

  importing->fund = id;
  return id > 0 ? importing : NULL;
}

static gboolean
find_fund (Importing *importing, GError **error)
{
  importing->fund = ACCORD_UNKNOWN;
  return importing->run->options->fund == NULL
         || accord_workspace_read (importing->run->workspace, read_fund, importing, NULL, error) != NULL;
}

/* A mapping that does not fit the file is a mistake on the command line. */
static AccordSpendLayout *
map_columns (Importing *importing, AccordPaymentsFile *file, GError **error)
{
  g_autoptr (AccordSpendLayout) layout = accord_spend_layout_copy (accord_payments_file_get_layout (file));
  g_autoptr (GError) problem = NULL;

  for (char **words = importing->run->options->map; *words != NULL; words++)
    if (!accord_spend_mapping_apply_words (layout, *words, &problem))
      {
        g_set_error_literal (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE, problem->message);
        return NULL;
      }
  return g_steal_pointer (&layout);
}

static gboolean
is_same_file (const char *one, const char *other)
{
  GStatBuf a, b;

  return g_stat (one, &a) == 0 && g_stat (other, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

static AccordPaymentsFile *
open_file (Importing *importing, const char *path, GError **error)
{
  AccordRun *run = importing->run;
  g_autoptr (GFile) place = g_file_new_for_path (path);
  g_autoptr (AccordPaymentsFile) file = NULL;
  g_autoptr (AccordSpendLayout) layout = NULL;

  if (!accord_cli_can_open (path, error))
    return NULL;
  file = accord_payments_file_open (place, run->workspace, run->options->paying_body, accord_progress_show,
                                    &importing->progress, run->cancellable, error);
  if (file == NULL || run->options->map == NULL)
    return g_steal_pointer (&file);
  layout = map_columns (importing, file, error);
  if (layout == NULL)
    return NULL;
  return accord_payments_file_remap (file, layout, accord_progress_show, &importing->progress,
                                     run->cancellable, error);
}

static void
write_summary (Importing *importing, AccordPaymentsFile *file)
{
  g_autofree char *summary = accord_payments_dup_summary (file);
  g_auto (GStrv) lines = g_strsplit (summary, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    accord_output_printf (importing->run->output, "  %s\n", *line);
}

static gboolean
import_file (Importing *importing, const char *path, const char *name, GError **error)
{
  AccordRun *run = importing->run;
  AccordPaymentsOptions options = { run->options->paying_body, importing->fund, run->options->update,
                                    run->options->dry_run };
  g_autoptr (AccordPaymentsFile) file = open_file (importing, path, error);
  g_autoptr (AccordPaymentsResult) result = NULL;

  if (file == NULL)
    return FALSE;
  if (accord_payments_file_get_problem (file) != NULL)
    {
      g_propagate_error (error, g_error_copy (accord_payments_file_get_problem (file)));
      return FALSE;
    }
  result = accord_payments_import (run->workspace, file, &options, accord_progress_show, &importing->progress,
                                   run->cancellable, error);
  accord_progress_end (&importing->progress);
  if (result == NULL)
    return FALSE;
  accord_import_report_add (importing->report, name, result);
  if (!run->options->json && run->options->dry_run)
    write_summary (importing, file);
  return TRUE;
}

/* One file that is refused does not keep the others out; but a person who interrupts means all of them, and a
 * workspace that is full or gone will not be better for the next. */
static gboolean
is_about_file (const GError *error)
{
  return !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && error->domain != ACCORD_STORE_ERROR;
}

static AccordExit
import_files (Importing *importing, GError **error)
{
  AccordRun *run = importing->run;
  AccordExit worst = ACCORD_EXIT_DONE;

  for (guint i = 1; i < run->n_arguments; i++)
    {
      g_autofree char *name = g_filename_display_name (run->arguments[i]);
      g_autoptr (GError) problem = NULL;

      if (import_file (importing, run->arguments[i], name, &problem))
        continue;
      accord_progress_end (&importing->progress);
      if (!is_about_file (problem))
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return ACCORD_EXIT_BROKEN;
        }
      accord_complain_of (name, problem->message);
      accord_import_report_refuse (importing->report, name, problem->message);
      worst = MAX (worst, accord_cli_error_exit (problem));
    }
  if (accord_import_report_is_clean (importing->report))
    return ACCORD_EXIT_DONE;
  return accord_import_report_get_n_taken (importing->report) > 0 ? ACCORD_EXIT_REJECTED : worst;
}

static void
write_report (Importing *importing, GError **error)
{
  AccordRun *run = importing->run;

  if (run->options->json)
    accord_import_report_write_json (importing->report, run->output);
  else
    accord_import_report_write_text (importing->report, run->output);
  if (run->options->report != NULL)
    accord_import_report_save (importing->report, run->options->report, error);
}

/* The report is written when all is done, and then nothing may be lost to it. */
static gboolean
report_is_elsewhere (AccordRun *run, GError **error)
{
  const char *report = run->options->report;
  const char *taken = NULL;
  g_autofree char *shown = NULL;

  if (report == NULL)
    return TRUE;
  if (is_same_file (report, accord_workspace_get_path (run->workspace)))
    taken = accord_workspace_get_path (run->workspace);
  for (guint i = 1; i < run->n_arguments; i++)
    if (is_same_file (report, run->arguments[i]))
      taken = run->arguments[i];
  if (taken == NULL)
    return TRUE;
  shown = g_filename_display_name (taken);
  g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
               _ ("The report would take the place of “%s”."), shown);
  return FALSE;
}

static AccordExit
import_payments (AccordRun *run, GError **error)
{
  g_autoptr (AccordImportReport) report = NULL;
  Importing importing = { run };
  AccordExit exit;

  if (run->n_arguments < 2)
    {
      g_set_error_literal (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE, _ ("Name a file of payments."));
      return ACCORD_EXIT_USAGE;
    }
  if (!report_is_elsewhere (run, error) || !find_fund (&importing, error))
    return ACCORD_EXIT_REJECTED;
  importing.report = report = accord_import_report_new ();
  accord_progress_init (&importing.progress, _ ("Importing"));
  exit = import_files (&importing, error);
  write_report (&importing, error != NULL && *error != NULL ? NULL : error);
  return exit;
}

/* What can be imported, and the options that mean something to it. */
static const struct
{
  const char *what;
  AccordExit (*run) (AccordRun *run, GError **error);
  AccordOptionSet options;
} imports[] = {
  { "payments", import_payments,
    ACCORD_OPTION_FUND | ACCORD_OPTION_PAYING_BODY | ACCORD_OPTION_MAP | ACCORD_OPTION_UPDATE
        | ACCORD_OPTION_DRY_RUN | ACCORD_OPTION_REPORT },
  { "editions", accord_command_import_editions, ACCORD_OPTION_DRY_RUN },
  { "unit-costs", accord_command_import_unit_costs, ACCORD_OPTION_DRY_RUN },
  { "appraisal", accord_command_import_appraisal, ACCORD_OPTION_CASE | ACCORD_OPTION_UPDATE },
  { "organisations", accord_command_import_organisations,
    ACCORD_OPTION_DRY_RUN | ACCORD_OPTION_KNOWN | ACCORD_OPTION_COMMISSIONER },
  { "committee", accord_command_import_committee,
    ACCORD_OPTION_DRY_RUN | ACCORD_OPTIONS_PAGE | ACCORD_OPTION_OTHERS | ACCORD_OPTION_CASE
        | ACCORD_OPTION_PROGRAMME },
};

static AccordExit
fail_option (AccordRun *run, guint import, GError **error)
{
  for (guint bit = 0; bit < 8 * sizeof (AccordOptionSet); bit++)
    {
      AccordOptionSet option = run->options->given & ACCORD_OPTION (bit) & ~imports[import].options;

      if (option == 0)
        continue;
      g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
                   _ ("--%s means nothing to an import of %s."), accord_options_name (option),
                   imports[import].what);
      break;
    }
  return ACCORD_EXIT_USAGE;
}

/**
 * accord_command_import:
 * @run: the run
 * @error: return location for an error
 *
 * Takes in files, each as one change.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_import (AccordRun *run, GError **error)
{
  g_autofree char *shown = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (imports); i++)
    if (g_str_equal (run->arguments[0], imports[i].what))
      return (run->options->given & ~imports[i].options) != 0 ? fail_option (run, i, error)
                                                              : imports[i].run (run, error);
  shown = accord_terminal_line (run->arguments[0]);
  g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
               _ ("“%s” cannot be imported; payments, organisations, committee pages, appraisals, editions "
                  "and unit costs can: "
                  "accordctl import payments|organisations|committee|appraisal|editions|unit-costs FILE…"),
               shown);
  return ACCORD_EXIT_USAGE;
}
