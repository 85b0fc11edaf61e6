/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "sample.h"
#include "text-table.h"

static char *
choose_path (AccordRun *run, GError **error)
{
  const char *path = run->n_arguments > 0 ? run->arguments[0] : run->options->workspace;

  if (path == NULL)
    path = g_getenv ("ACCORD_WORKSPACE");
  if (run->n_arguments > 0 && run->options->workspace != NULL)
    {
      g_set_error_literal (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
                           _ ("The new workspace is named twice; leave out one of the names."));
      return NULL;
    }
  if (path != NULL && *path != '\0')
    return g_strdup (path);
  g_set_error_literal (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
                       _ ("The new workspace needs a name, as in “accordctl init bury.accord”."));
  return NULL;
}

/* A workspace that was not there before and could not be filled is no use to anybody. */
static void
remove_workspace (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);

      g_unlink (name);
    }
}

static gboolean
fill (AccordRun *run, const char *path, GError **error)
{
  if (!run->options->sample || accord_sample_load (run->workspace, run->cancellable, error))
    return TRUE;
  accord_workspace_close (run->workspace);
  g_clear_object (&run->workspace);
  remove_workspace (path);
  return FALSE;
}

static void
tell (AccordRun *run, const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);
  AccordJson json;

  if (!run->options->json)
    {
      accord_output_printf (run->output, _ ("Made the workspace %s\n"), shown);
      return;
    }
  accord_json_init (&json, run->output);
  accord_json_begin_array (&json);
  accord_json_begin_object (&json);
  accord_json_member_string (&json, "path", shown);
  accord_json_member_boolean (&json, "sample", run->options->sample);
  accord_json_end_object (&json);
  accord_json_end_array (&json);
}

/**
 * accord_command_init:
 * @run: the run
 * @error: return location for an error
 *
 * Makes a workspace, empty or with the sample in it.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_init (AccordRun *run, GError **error)
{
  g_autofree char *path = choose_path (run, error);

  if (path == NULL)
    return ACCORD_EXIT_USAGE;
  run->workspace = accord_workspace_open (path, run->schema, ACCORD_OPEN_CREATE, run->cancellable, error);
  if (run->workspace != NULL && fill (run, path, error))
    tell (run, path);
  return ACCORD_EXIT_DONE;
}
