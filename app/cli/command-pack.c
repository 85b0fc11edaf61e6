/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command-pack.h"

#include <glib/gi18n-lib.h>

#include "open-pack.h"
#include "text-table.h"

static const AccordPackCommand commands[] = {
  { "inspect", N_ ("FILE"), 1, 1, ACCORD_OPTIONS_OPEN_PACK, accord_command_pack_inspect },
  { "verify", N_ ("FILE"), 1, 1, ACCORD_OPTIONS_OPEN_PACK, accord_command_pack_verify },
  { "create", N_ ("CASE --to ORGANISATION… -o FILE"), 1, -1,
    ACCORD_OPTION_TO | ACCORD_OPTION_RECIPIENT | ACCORD_OPTION_SEAL | ACCORD_OPTION_PASSPHRASE_FILE
        | ACCORD_OPTION_KEY_FILE | ACCORD_OPTION_DUE | ACCORD_OPTION_NOTE | ACCORD_OPTION_ORGANISATION
        | ACCORD_OPTION_NAME | ACCORD_OPTION_OUTPUT | ACCORD_OPTION_REPLACE | ACCORD_OPTION_TODAY,
    accord_command_pack_create },
  { "open", N_ ("FILE"), 1, 1, ACCORD_OPTION_AS | ACCORD_OPTIONS_OPEN_PACK | ACCORD_OPTION_TODAY,
    accord_command_pack_open },
  { "respond", N_ ("FILE --decision DECISION -o FILE"), 1, 1,
    ACCORD_OPTION_AS | ACCORD_OPTION_DECISION | ACCORD_OPTION_BODY | ACCORD_OPTION_DATE | ACCORD_OPTION_NOTE
        | ACCORD_OPTION_COMMENTS | ACCORD_OPTION_REVIEWER | ACCORD_OPTION_SEAL | ACCORD_OPTION_RECIPIENT
        | ACCORD_OPTIONS_OPEN_PACK | ACCORD_OPTION_OUTPUT | ACCORD_OPTION_REPLACE | ACCORD_OPTION_TODAY,
    accord_command_pack_respond },
  { "merge", N_ ("FILE"), 1, 1,
    ACCORD_OPTION_PREFER | ACCORD_OPTION_TRUST | ACCORD_OPTION_NAME | ACCORD_OPTION_DRY_RUN
        | ACCORD_OPTIONS_OPEN_PACK | ACCORD_OPTION_TODAY,
    accord_command_pack_merge },
};

static const AccordPackCommand *
find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];
  return NULL;
}

static char *
dup_names (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_strv_builder_add (builder, commands[i].name);
  names = g_strv_builder_end (builder);
  return g_strjoinv (", ", names);
}

static gboolean
check (const AccordPackCommand *command, AccordRun *run, GError **error)
{
  const guint n = run->n_arguments - 1;
  const AccordOptionSet strange = run->options->given & ~command->options;

  if (strange != 0)
    {
      g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
                   _ ("--%s means nothing to “pack %s”; see “accordctl help pack”."),
                   accord_options_name (strange), command->name);
      return FALSE;
    }
  if (n >= command->min && (command->max < 0 || n <= (guint) command->max))
    return TRUE;
  g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
               n < command->min ? _ ("Something is missing; the form is: accordctl pack %s %s")
                                : _ ("There is too much here; the form is: accordctl pack %s %s"),
               command->name, _ (command->arguments));
  return FALSE;
}

/**
 * accord_command_pack:
 * @run: the run
 * @error: return location for an error
 *
 * Does what is asked with a pack; which of it the first argument says.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_pack (AccordRun *run, GError **error)
{
  const AccordPackCommand *command = find (run->arguments[0]);

  if (command == NULL)
    {
      g_autofree char *shown = accord_terminal_line (run->arguments[0]);
      g_autofree char *names = dup_names ();

      /* Translators: what was typed, and the words that can be typed. */
      g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
                   _ ("There is no command “pack %s”; there are: %s."), shown, names);
      return ACCORD_EXIT_USAGE;
    }
  return check (command, run, error) ? command->run (run, error) : ACCORD_EXIT_USAGE;
}
