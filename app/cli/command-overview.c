/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>

#include "lookup.h"
#include "overview-text.h"

typedef struct
{
  AccordRun *run;
  char *today;
  gint64 since;
} Wanted;

static gpointer
read_overview (AccordReader *reader, gpointer data, GError **error)
{
  Wanted *wanted = data;
  g_autoptr (AccordOverview) overview = accord_overview_read (reader, wanted->today, wanted->since, error);

  if (overview == NULL)
    return NULL;
  if (wanted->run->options->json)
    accord_overview_write_json (wanted->run->output, overview, wanted->today);
  else
    accord_overview_write_text (wanted->run->output, overview, wanted->run->schema);
  return wanted;
}

static gboolean
read_since (const char *text, gint64 *since, GError **error)
{
  if (text == NULL || g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, since, NULL))
    return TRUE;
  g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
               _ ("“%s” is not the number of a change, as “accordctl changes” has them."), text);
  return FALSE;
}

/**
 * accord_command_overview:
 * @run: the run
 * @error: return location for an error
 *
 * Says what needs a person today.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_overview (AccordRun *run, GError **error)
{
  Wanted wanted = { .run = run };
  g_autofree char *today = accord_cli_dup_today (run->options->today, error);

  if (today == NULL || !read_since (run->options->since, &wanted.since, error))
    return ACCORD_EXIT_USAGE;
  wanted.today = today;
  accord_workspace_read (run->workspace, read_overview, &wanted, run->cancellable, error);
  return ACCORD_EXIT_DONE;
}
