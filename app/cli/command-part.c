/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>

#include "text-table.h"

static char *
dup_names (const AccordCommand *command)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (const AccordCommand *part = command->parts; part->name != NULL; part++)
    g_strv_builder_add (builder, part->name);
  names = g_strv_builder_end (builder);
  return g_strjoinv (", ", names);
}

/**
 * accord_command_find_part:
 * @command: a command with parts
 * @name: the word after its own
 * @error: return location for a usage error
 *
 * Returns: (nullable): the part of this name; %NULL with @error set where there is none
 */
const AccordCommand *
accord_command_find_part (const AccordCommand *command, const char *name, GError **error)
{
  g_autofree char *shown = NULL, *names = NULL;

  for (const AccordCommand *part = command->parts; part->name != NULL; part++)
    if (g_str_equal (part->name, name))
      return part;
  shown = accord_terminal_line (name);
  names = dup_names (command);
  /* Translators: a command, what was typed after it, and the words that can be typed there. */
  g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
               _ ("There is no command “%s %s”; there are: %s."), command->name, shown, names);
  return NULL;
}

static gboolean
check (const AccordCommand *command, const AccordCommand *part, AccordRun *run, GError **error)
{
  const int n = (int) run->n_arguments - 1;
  const AccordOptionSet strange = run->options->given & ~part->options;

  if (strange != 0)
    {
      g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
                   _ ("--%s means nothing to “%s %s”; see “accordctl help %s %s”."),
                   accord_options_name (strange), command->name, part->name, command->name, part->name);
      return FALSE;
    }
  if (n >= part->min && (part->max < 0 || n <= part->max))
    return TRUE;
  g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
               n < part->min ? _ ("Something is missing; the form is: accordctl %s %s %s")
                             : _ ("There is too much here; the form is: accordctl %s %s %s"),
               command->name, part->name, *part->arguments != '\0' ? _ (part->arguments) : "");
  return FALSE;
}

/**
 * accord_command_run_part:
 * @run: the run of a command with parts
 * @error: return location for an error
 *
 * Does what the first argument says, which stays the first argument.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_run_part (AccordRun *run, GError **error)
{
  const AccordCommand *part = accord_command_find_part (run->command, run->arguments[0], error);

  if (part == NULL || !check (run->command, part, run, error))
    return ACCORD_EXIT_USAGE;
  return part->run (run, error);
}
