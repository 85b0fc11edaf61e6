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
  const AccordCommand *command, *part = NULL;
  g_autofree char *shown = NULL;

  if (run->n_arguments == 0)
    {
      accord_help_all (run->output);
      return ACCORD_EXIT_DONE;
    }
  command = accord_command_find (run->arguments[0]);
  if (command != NULL && run->n_arguments > 1)
    {
      if (command->parts == NULL)
        {
          g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
                       _ ("There is too much here; the form is: accordctl %s %s"), "help", command->name);
          return ACCORD_EXIT_USAGE;
        }
      part = accord_command_find_part (command, run->arguments[1], error);
      if (part == NULL)
        return ACCORD_EXIT_USAGE;
    }
  if (command != NULL)
    {
      accord_help_command (run->output, part != NULL ? command : NULL, part != NULL ? part : command);
      return ACCORD_EXIT_DONE;
    }
  shown = accord_terminal_line (run->arguments[0]);
  g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
               _ ("There is no command “%s”; “accordctl --help” lists them."), shown);
  return ACCORD_EXIT_USAGE;
}
