/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

#include "ods-import.h"
#include "ods-live.h"
#include "open-file.h"
#include "progress.h"
#include "text-table.h"

static gboolean
is_address (const char *path)
{
  return g_ascii_strncasecmp (path, "https://", 8) == 0 || g_ascii_strncasecmp (path, "http://", 7) == 0;
}

/* The service is asked for each organisation that is here; any other address is one answer, or one file. */
static AccordOdsFile *
fetch (AccordRun *run, const char *address, GError **error)
{
  g_autoptr (AccordFetcher) fetcher = accord_fetcher_new ();
  AccordOdsFile *file;
  AccordProgress progress;

  if (!run->options->known || !g_str_has_suffix (address, "/organisations"))
    return accord_ods_fetch (fetcher, address, run->cancellable, error);
  accord_progress_init (&progress, _ ("Asking the register"));
  file = accord_ods_fetch_known (run->workspace, fetcher, address, accord_progress_show, &progress,
                                 run->cancellable, error);
  accord_progress_end (&progress);
  return file;
}

static AccordOdsFile *
open_file (AccordRun *run, const char *path, const char *name, GError **error)
{
  g_autoptr (GBytes) raw = NULL;

  if (is_address (path))
    return fetch (run, name, error);
  raw = accord_cli_load (path, run->cancellable, error);
  return raw != NULL ? accord_ods_read (raw, name, run->cancellable, error) : NULL;
}

static void
write_sentences (AccordRun *run, GPtrArray *sentences)
{
  for (guint i = 0; i < sentences->len; i++)
    {
      g_autofree char *line = accord_terminal_line (sentences->pdata[i]);

      accord_output_printf (run->output, "  %s\n", line);
    }
}

static void
write_text (AccordRun *run, const char *name, const AccordOdsFile *file, const AccordOdsResult *result)
{
  g_autofree char *shown = accord_terminal_line (name);

  accord_output_printf (run->output,
                        _ ("%s: %u added, %u updated, %u as they were, %u left out, %u rejected.\n"), shown,
                        result->added, result->updated, result->same, result->left_out, file->rejected->len);
  for (guint i = 0; i < file->rejected->len; i++)
    {
      const AccordRejection *rejection = file->rejected->pdata[i];

      accord_output_printf (run->output, _ ("  Line %" PRIu64 ": %s\n"), rejection->line, rejection->reason);
    }
  write_sentences (run, result->kept);
  write_sentences (run, result->unlinked);
  for (guint i = 0; i < result->alike->len; i++)
    {
      const AccordOdsAlike *alike = result->alike->pdata[i];

      accord_output_printf (
          run->output,
          _ ("  %s (%s) may be organisation %" PRId64 ", which has no code: see “duplicates”.\n"),
          alike->name, alike->code, alike->id);
    }
}

static void
write_array (AccordJson *json, const char *name, GPtrArray *sentences)
{
  accord_json_key (json, name);
  accord_json_begin_array (json);
  for (guint i = 0; i < sentences->len; i++)
    accord_json_string (json, sentences->pdata[i]);
  accord_json_end_array (json);
}

static void
write_rejected (AccordJson *json, GPtrArray *rejected)
{
  accord_json_key (json, "rejected");
  accord_json_begin_array (json);
  for (guint i = 0; i < rejected->len; i++)
    {
      const AccordRejection *rejection = rejected->pdata[i];

      accord_json_begin_object (json);
      accord_json_member_int (json, "line", (gint64) rejection->line);
      accord_json_member_string (json, "reason", rejection->reason);
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
}

static void
write_alike (AccordJson *json, GPtrArray *alike)
{
  accord_json_key (json, "alike");
  accord_json_begin_array (json);
  for (guint i = 0; i < alike->len; i++)
    {
      const AccordOdsAlike *one = alike->pdata[i];

      accord_json_begin_object (json);
      accord_json_member_string (json, "code", one->code);
      accord_json_member_string (json, "name", one->name);
      accord_json_member_int (json, "organisation", one->id);
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
}

static void
write_json (AccordJson *json, const char *name, const AccordOdsFile *file, const AccordOdsResult *result)
{
  accord_json_begin_object (json);
  accord_json_member_string (json, "file", name);
  accord_json_member_int (json, "added", result->added);
  accord_json_member_int (json, "updated", result->updated);
  accord_json_member_int (json, "same", result->same);
  accord_json_member_int (json, "left_out", result->left_out);
  accord_json_member_int (json, "closed", result->closed);
  accord_json_member_int (json, "linked", result->linked);
  write_rejected (json, file->rejected);
  write_array (json, "kept", result->kept);
  write_array (json, "unlinked", result->unlinked);
  write_alike (json, result->alike);
  accord_json_end_object (json);
}

static AccordExit
import_file (AccordRun *run, const char *path, AccordJson *json, GError **error)
{
  g_autofree char *shown =
      is_address (path) ? g_filename_display_name (path) : g_filename_display_basename (path);
  const AccordOdsOptions options = { .name = shown,
                                     .address = is_address (path) ? shown : NULL,
                                     .known_only = run->options->known,
                                     .commissioner = run->options->commissioner,
                                     .dry_run = run->options->dry_run };
  g_autoptr (AccordOdsFile) file = open_file (run, path, shown, error);
  g_autoptr (AccordOdsResult) result = NULL;
  AccordProgress progress;

  if (file == NULL)
    return ACCORD_EXIT_BROKEN;
  accord_progress_init (&progress, _ ("Importing"));
  result = accord_ods_import (run->workspace, file, &options, accord_progress_show, &progress,
                              run->cancellable, error);
  accord_progress_end (&progress);
  if (result == NULL)
    return ACCORD_EXIT_BROKEN;
  if (run->options->json)
    write_json (json, shown, file, result);
  else
    write_text (run, shown, file, result);
  return file->rejected->len > 0 ? ACCORD_EXIT_REJECTED : ACCORD_EXIT_DONE;
}

/**
 * accord_command_import_organisations:
 * @run: the run
 * @error: return location for an error
 *
 * Takes in files and answers of the ODS register, each as one change; without any, asks the register about
 * the organisations that are here.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_import_organisations (AccordRun *run, GError **error)
{
  AccordExit worst = ACCORD_EXIT_DONE;
  AccordJson json;

  if (run->n_arguments < 2 && !run->options->known)
    {
      g_set_error_literal (
          error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
          _ ("Name a file or an address of the ODS register, or say --known to ask the register about the "
             "organisations that are here."));
      return ACCORD_EXIT_USAGE;
    }
  accord_json_init (&json, run->output);
  if (run->options->json)
    accord_json_begin_array (&json);
  for (guint i = 1; i < MAX (run->n_arguments, 2); i++)
    {
      const char *path = i < run->n_arguments ? run->arguments[i] : ACCORD_ODS_SERVICE;
      AccordExit exit = import_file (run, path, &json, error);

      worst = MAX (worst, exit);
      if (exit == ACCORD_EXIT_BROKEN)
        break;
    }
  if (run->options->json)
    accord_json_end_array (&json);
  return worst;
}
