/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>

#include "help.h"
#include "text-table.h"

/**
 * accord_command_help:
 * @run: the run
 * @error: return location for an error
 *
 * Says how the program or a command is used.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_help (AccordRun *run, GError **error)
{
  const AccordCommand *command;
  g_autofree char *shown = NULL;

  if (run->n_arguments == 0)
    {
      accord_help_all (run->output);
      return ACCORD_EXIT_DONE;
    }
  command = accord_command_find (run->arguments[0]);
  if (command != NULL)
    {
      accord_help_command (run->output, command);
      return ACCORD_EXIT_DONE;
    }
  shown = accord_terminal_line (run->arguments[0]);
  g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
               _ ("There is no command “%s”; “accordctl --help” lists them."), shown);
  return ACCORD_EXIT_USAGE;
}
