/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>

#include "tell.h"

/**
 * accord_command_undo:
 * @run: the run
 * @error: return location for an error
 *
 * Undoes the last change that stands.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_undo (AccordRun *run, GError **error)
{
  g_autoptr (AccordChange) change = accord_workspace_undo (run->workspace, run->cancellable, error);

  if (change != NULL)
    accord_cli_tell_change (run, change);
  return ACCORD_EXIT_DONE;
}

/**
 * accord_command_redo:
 * @run: the run
 * @error: return location for an error
 *
 * Makes the change again that was undone last.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_redo (AccordRun *run, GError **error)
{
  g_autoptr (AccordChange) change = accord_workspace_redo (run->workspace, run->cancellable, error);

  if (change != NULL)
    accord_cli_tell_change (run, change);
  return ACCORD_EXIT_DONE;
}
