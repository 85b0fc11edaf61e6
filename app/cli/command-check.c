/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>

#include "history.h"
#include "progress.h"
#include "text-table.h"

static void
tell_report_json (AccordOutput *output, const AccordCheckReport *report)
{
  AccordJson json;

  accord_json_init (&json, output);
  accord_json_begin_array (&json);
  accord_json_begin_object (&json);
  accord_json_member_boolean (&json, "sound", report->problems->len == 0);
  accord_json_member_int (&json, "records", report->n_records);
  accord_json_member_int (&json, "changes", report->n_changes);
  accord_json_member_boolean (&json, "rebuilt", report->rebuilt);
  accord_json_key (&json, "problems");
  accord_json_begin_array (&json);
  for (guint i = 0; i < report->problems->len; i++)
    accord_json_string (&json, g_ptr_array_index (report->problems, i));
  accord_json_end_array (&json);
  accord_json_end_object (&json);
  accord_json_end_array (&json);
}

/* Numbers go into sentences as text, for translators know no G_GINT64_FORMAT. */
static void
tell_sound (AccordOutput *output, const AccordCheckReport *report)
{
  g_autofree char *records = g_strdup_printf ("%" G_GINT64_FORMAT, report->n_records);
  g_autofree char *changes = g_strdup_printf ("%" G_GINT64_FORMAT, report->n_changes);

  accord_output_printf (output, _ ("The workspace is sound (records: %s, changes: %s).\n"), records, changes);
}

static void
tell_report (AccordOutput *output, const AccordCheckReport *report)
{
  for (guint i = 0; i < report->problems->len; i++)
    {
      g_autofree char *line = accord_terminal_line (g_ptr_array_index (report->problems, i));

      accord_output_printf (output, "%s\n", line);
    }
  if (report->rebuilt)
    accord_output_printf (output, "%s\n", _ ("The search index and the totals were made anew."));
  if (report->problems->len == 0)
    tell_sound (output, report);
}

/**
 * accord_command_check:
 * @run: the run
 * @error: return location for an error
 *
 * Checks that the workspace is whole: its file, its references, its derived tables and the chain of its
 * journal.
 *
 * Returns: what the shell is told: that it is corrupt when anything is wrong
 */
AccordExit
accord_command_check (AccordRun *run, GError **error)
{
  g_autoptr (AccordCheckReport) report = NULL;
  AccordProgress progress;

  accord_progress_init (&progress, _ ("Checking"));
  report = accord_workspace_check (run->workspace, run->options->rebuild, accord_progress_show, &progress,
                                   run->cancellable, error);
  accord_progress_end (&progress);
  if (report == NULL)
    return ACCORD_EXIT_BROKEN;
  if (run->options->json)
    tell_report_json (run->output, report);
  else
    tell_report (run->output, report);
  return report->problems->len == 0 ? ACCORD_EXIT_DONE : ACCORD_EXIT_BROKEN;
}

static void
tell_copy (AccordRun *run, const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);
  AccordJson json;

  if (!run->options->json)
    {
      accord_output_printf (run->output, _ ("Copied the workspace to %s\n"), shown);
      return;
    }
  accord_json_init (&json, run->output);
  accord_json_begin_array (&json);
  accord_json_begin_object (&json);
  accord_json_member_string (&json, "path", shown);
  accord_json_end_object (&json);
  accord_json_end_array (&json);
}

/**
 * accord_command_backup:
 * @run: the run
 * @error: return location for an error
 *
 * Writes a copy of the workspace, whoever else is using it.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_backup (AccordRun *run, GError **error)
{
  AccordProgress progress;
  gboolean done;

  accord_progress_init (&progress, _ ("Copying"));
  done = accord_workspace_backup (run->workspace, run->arguments[0], accord_progress_show, &progress,
                                  run->cancellable, error);
  accord_progress_end (&progress);
  if (done)
    tell_copy (run, run->arguments[0]);
  return ACCORD_EXIT_DONE;
}
