/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "choose-workspace.h"

#include <glib/gi18n-lib.h>

#include "exit.h"

static char *
only_file_here (guint *n_files)
{
  g_autoptr (GDir) here = g_dir_open (".", 0, NULL);
  g_autofree char *found = NULL;
  const char *name;

  *n_files = 0;
  while (here != NULL && (name = g_dir_read_name (here)) != NULL)
    if (g_str_has_suffix (name, ".accord") && *name != '.' && ++*n_files == 1)
      found = g_strdup (name);
  return *n_files == 1 ? g_steal_pointer (&found) : NULL;
}

/**
 * accord_choose_workspace:
 * @options: a command line
 * @error: return location for a usage error
 *
 * Finds out which workspace is meant: the one named on the command line, else the one that `ACCORD_WORKSPACE`
 * names, else the only one in the current folder.
 *
 * Returns: (transfer full) (type filename): its path, or %NULL when nobody can say
 */
char *
accord_choose_workspace (const AccordOptions *options, GError **error)
{
  const char *named = options->workspace != NULL ? options->workspace : g_getenv ("ACCORD_WORKSPACE");
  guint n_files;
  char *found;

  if (named != NULL && *named != '\0')
    return g_strdup (named);
  if (options->workspace != NULL)
    {
      g_set_error_literal (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
                           _ ("--workspace takes the name of a file."));
      return NULL;
    }
  found = only_file_here (&n_files);
  if (found != NULL)
    return found;
  g_set_error_literal (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
                       n_files == 0
                           ? _ ("No workspace is named and there is none in this folder; name one with "
                                "--workspace=FILE or make one with “accordctl init FILE”.")
                           : _ ("There are several workspaces in this folder; name the one that is meant "
                                "with --workspace=FILE."));
  return NULL;
}
