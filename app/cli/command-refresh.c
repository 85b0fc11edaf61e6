/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "complain.h"
#include "date.h"
#include "lookup.h"
#include "progress.h"
#include "site-refresh.h"
#include "text-table.h"

static gpointer
find_organisation (AccordReader *reader, gpointer data, GError **error)
{
  AccordRun *run = data;
  const AccordKind *kind = accord_schema_find_kind (run->schema, "organisation");
  gint64 id = accord_reader_resolve (reader, kind, run->arguments[0], error);

  return id > 0 ? g_memdup2 (&id, sizeof id) : NULL;
}

static void
write_text (AccordOutput *output, const AccordRefreshResult *result)
{
  g_autofree char *name = accord_terminal_line (result->organisation);
  g_autofree char *from = accord_date_format (result->from);
  g_autofree char *until = accord_date_format (result->until);

  accord_output_printf (output,
                        ngettext ("%s: %u meeting of the days from %s to %s\n",
                                  "%s: %u meetings of the days from %s to %s\n", result->listed),
                        name, result->listed, from, until);
  accord_output_printf (
      output, _ ("  %u new, %u updated, %u unchanged, %u that needed no fetching, %u failed\n"),
      result->added, result->updated, result->unchanged, result->skipped, result->failures->len);
}

static void
complain (const AccordRefreshResult *result)
{
  for (guint i = 0; i < result->failures->len; i++)
    {
      const AccordRefreshFailure *failure = result->failures->pdata[i];
      g_autofree char *line = g_strdup_printf ("%s: %s", failure->what, failure->reason);

      accord_complain (line);
    }
}

static void
write_failures (AccordJson *json, GPtrArray *failures)
{
  accord_json_key (json, "failed");
  accord_json_begin_array (json);
  for (guint i = 0; i < failures->len; i++)
    {
      const AccordRefreshFailure *failure = failures->pdata[i];

      accord_json_begin_object (json);
      accord_json_member_string (json, "what", failure->what);
      accord_json_member_string (json, "address", failure->address);
      accord_json_member_string (json, "reason", failure->reason);
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
}

static void
write_json (AccordOutput *output, const AccordRefreshResult *result)
{
  AccordJson json;

  accord_json_init (&json, output);
  accord_json_begin_object (&json);
  accord_json_member_string (&json, "organisation", result->organisation);
  accord_json_member_string (&json, "from", result->from);
  accord_json_member_string (&json, "until", result->until);
  accord_json_member_int (&json, "committees", result->committees);
  accord_json_member_int (&json, "listed", result->listed);
  accord_json_member_int (&json, "added", result->added);
  accord_json_member_int (&json, "updated", result->updated);
  accord_json_member_int (&json, "unchanged", result->unchanged);
  accord_json_member_int (&json, "skipped", result->skipped);
  write_failures (&json, result->failures);
  accord_json_member_boolean (&json, "complete", result->complete);
  accord_json_member_string (&json, "stopped", result->stopped != NULL ? result->stopped->message : NULL);
  accord_json_end_object (&json);
}

static gboolean
read_days (AccordRun *run, char **from, char **until, GError **error)
{
  const char *first = run->options->from, *last = run->options->until;

  if ((first != NULL && (*from = accord_cli_dup_today (first, error)) == NULL)
      || (last != NULL && (*until = accord_cli_dup_today (last, error)) == NULL))
    return FALSE;
  if (*from == NULL || *until == NULL || strcmp (*from, *until) <= 0)
    return TRUE;
  g_set_error_literal (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
                       _ ("The last day (--until) is before the first (--from)."));
  return FALSE;
}

static AccordRefreshResult *
refresh (AccordRun *run, gint64 organisation, const AccordRefreshOptions *options, GError **error)
{
  g_autoptr (AccordFetcher) fetcher = accord_fetcher_new ();
  AccordProgress progress;
  AccordRefreshResult *result;

  accord_progress_init (&progress, _ ("Fetching"));
  result = accord_committee_refresh (run->workspace, fetcher, organisation, options, accord_progress_show,
                                     &progress, run->cancellable, error);
  accord_progress_end (&progress);
  return result;
}

/**
 * accord_command_refresh:
 * @run: the run
 * @error: return location for an error
 *
 * Fetches what is new on a council's committee website. What was kept before it ended early is told all the
 * same.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_refresh (AccordRun *run, GError **error)
{
  g_autofree char *from = NULL, *until = NULL;
  g_autofree gint64 *organisation = NULL;
  g_autoptr (AccordRefreshResult) result = NULL;
  AccordRefreshOptions options = { .all = run->options->all };

  if (!read_days (run, &from, &until, error))
    return ACCORD_EXIT_USAGE;
  options.from = from;
  options.until = until;
  organisation = accord_workspace_read (run->workspace, find_organisation, run, run->cancellable, error);
  if (organisation == NULL)
    return ACCORD_EXIT_REJECTED;
  result = refresh (run, *organisation, &options, error);
  if (result == NULL)
    return ACCORD_EXIT_BROKEN;
  if (run->options->json)
    write_json (run->output, result);
  else
    write_text (run->output, result);
  complain (result);
  if (result->stopped != NULL)
    g_propagate_error (error, g_error_copy (result->stopped));
  return result->failures->len > 0 ? ACCORD_EXIT_REJECTED : ACCORD_EXIT_DONE;
}
