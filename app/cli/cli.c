/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"

#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "choose-workspace.h"
#include "command.h"
#include "complain.h"
#include "help.h"
#include "interrupt.h"
#include "kinds.h"
#include "store/error.h"
#include "text-table.h"

static void
run_free (AccordRun *run)
{
  if (run->workspace != NULL)
    accord_workspace_close (run->workspace);
  g_clear_object (&run->workspace);
  g_clear_object (&run->schema);
  g_clear_object (&run->cancellable);
  g_strfreev (run->arguments);
  g_free (run);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordRun, run_free)

static gboolean
check_options (const AccordCommand *command, AccordOptions *options, GError **error)
{
  AccordOptionSet strange = options->given & ~command->options;

  if (strange == 0)
    return TRUE;
  g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
               _ ("--%s means nothing to “%s”; see “accordctl help %s”."), accord_options_name (strange),
               command->name, command->name);
  return FALSE;
}

static gboolean
take_arguments (AccordRun *run, GError **error)
{
  const AccordCommand *command = run->command;
  char **words = run->options->words + 1;
  guint n = g_strv_length (words);

  if (n < (guint) command->min || (command->max >= 0 && n > (guint) command->max))
    {
      g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
                   n < (guint) command->min ? _ ("Something is missing; the form is: accordctl %s %s")
                                            : _ ("There is too much here; the form is: accordctl %s %s"),
                   command->name, *command->arguments != '\0' ? _ (command->arguments) : "");
      return FALSE;
    }
  run->arguments = g_new0 (char *, n + 1);
  run->n_arguments = n;
  for (guint i = 0; i < n; i++)
    {
      run->arguments[i] =
          command->flags & ACCORD_COMMAND_PATHS ? g_strdup (words[i]) : accord_options_text (words[i], error);
      if (run->arguments[i] == NULL)
        return FALSE;
    }
  return TRUE;
}

/**
 * accord_cli_open_workspace:
 * @run: the run
 * @error: return location for an error
 *
 * Opens the workspace that is meant. A command that always needs one has it already.
 *
 * Returns: whether it is open
 */
gboolean
accord_cli_open_workspace (AccordRun *run, GError **error)
{
  g_autofree char *path = accord_choose_workspace (run->options, error);
  const char *notice;

  if (path == NULL)
    return FALSE;
  run->workspace = accord_workspace_open (path, run->schema, ACCORD_OPEN_EXISTING, run->cancellable, error);
  if (run->workspace == NULL)
    return FALSE;
  notice = accord_workspace_get_notice (run->workspace);
  if ((run->command->flags & ACCORD_COMMAND_CHANGES) && accord_workspace_get_read_only (run->workspace))
    {
      g_set_error_literal (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_READ_ONLY,
                           notice != NULL ? notice : _ ("The workspace can be read but not changed here."));
      return FALSE;
    }
  if (notice != NULL)
    accord_complain (notice);
  return TRUE;
}

static AccordExit
run_command (AccordRun *run, GError **error)
{
  if (!check_options (run->command, run->options, error) || !take_arguments (run, error))
    return ACCORD_EXIT_USAGE;
  if (run->command->flags & ACCORD_COMMAND_WRITES)
    accord_interrupt_await (run->cancellable);
  run->schema = accord_model_schema_new ();
  if ((run->command->flags & ACCORD_COMMAND_NEEDS_WORKSPACE) && !accord_cli_open_workspace (run, error))
    return ACCORD_EXIT_BROKEN;
  return run->command->run (run, error);
}

/* On a command, or on the part of it that the next word names. */
static AccordExit
help_on (AccordRun *run, GError **error)
{
  const AccordCommand *part = NULL;

  if (run->command->parts != NULL && run->options->words[1] != NULL)
    {
      part = accord_command_find_part (run->command, run->options->words[1], error);
      if (part == NULL)
        return ACCORD_EXIT_USAGE;
    }
  accord_help_command (run->output, part != NULL ? run->command : NULL, part != NULL ? part : run->command);
  return ACCORD_EXIT_DONE;
}

static AccordExit
dispatch (AccordRun *run, GError **error)
{
  AccordOptions *options = run->options;
  const char *name = options->words != NULL ? options->words[0] : NULL;
  g_autofree char *shown = NULL;

  if (options->version)
    {
      accord_output_printf (run->output, "accordctl %s\n", ACCORD_VERSION);
      return ACCORD_EXIT_DONE;
    }
  if (name == NULL && !options->help)
    {
      g_set_error_literal (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
                           _ ("A command is missing; “accordctl --help” lists them."));
      return ACCORD_EXIT_USAGE;
    }
  if (name == NULL)
    {
      accord_help_all (run->output);
      return ACCORD_EXIT_DONE;
    }
  run->command = accord_command_find (name);
  if (run->command == NULL)
    {
      shown = accord_terminal_line (name);
      g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
                   _ ("There is no command “%s”; “accordctl --help” lists them."), shown);
      return ACCORD_EXIT_USAGE;
    }
  if (options->help)
    return help_on (run, error);
  return run_command (run, error);
}

/* Turns how it went into what the shell is told and, unless nobody needs to hear it, a sentence. */
static AccordExit
settle (AccordExit exit, const GError *error)
{
  if (error == NULL)
    return exit;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE))
    return ACCORD_EXIT_DONE;
  accord_complain (error->message);
  return accord_cli_error_exit (error);
}

/**
 * accord_cli_run:
 * @argv: (array zero-terminated=1): the command line, as the shell passed it
 *
 * Does what the command line asks. Answers go to standard output, complaints to standard error.
 *
 * Returns: an #AccordExit
 */
int
accord_cli_run (char **argv)
{
  g_autoptr (AccordOutput) output = accord_output_new (STDOUT_FILENO);
  g_autoptr (AccordOptions) options = NULL;
  g_autoptr (AccordRun) run = NULL;
  g_autoptr (GError) error = NULL;
  AccordExit exit = ACCORD_EXIT_USAGE;

  options = accord_options_parse (argv, &error);
  if (options == NULL)
    return settle (exit, error);
  run = g_new0 (AccordRun, 1);
  run->options = options;
  run->output = output;
  run->cancellable = g_cancellable_new ();
  exit = dispatch (run, &error);
  /* What was said before a failure is still worth reading, as rows of a list or of a report. */
  accord_output_flush (output, error == NULL ? &error : NULL);
  exit = settle (exit, error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_pointer (&run, run_free);
      accord_interrupt_end_if_caught ();
    }
  return exit;
}
