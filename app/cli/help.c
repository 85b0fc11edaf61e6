/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "help.h"

#include <glib/gi18n-lib.h>

#include "text-table.h"

/* Where descriptions begin, and where lines end at the latest. */
#define SECOND_COLUMN 30
#define LINE_END 80

/* Writes words from column @at on; further lines begin at column @indent. */
static void
write_wrapped (AccordOutput *output, const char *text, guint at, guint indent)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  gboolean first = TRUE;

  for (char **word = words; *word != NULL; word++)
    {
      guint width = accord_terminal_width (*word);

      if (!first && at + 1 + width > LINE_END)
        {
          accord_output_write (output, "\n", 1);
          accord_output_repeat (output, ' ', indent);
          at = indent;
          first = TRUE;
        }
      accord_output_printf (output, "%s%s", first ? "" : " ", *word);
      at += width + (first ? 0 : 1);
      first = FALSE;
    }
  accord_output_write (output, "\n", 1);
}

static void
write_entry (AccordOutput *output, const char *form, const char *description)
{
  guint at = 2 + accord_terminal_width (form);

  accord_output_printf (output, "  %s", form);
  if (at + 2 > SECOND_COLUMN)
    {
      accord_output_write (output, "\n", 1);
      at = 0;
    }
  accord_output_repeat (output, ' ', SECOND_COLUMN - at);
  write_wrapped (output, description, SECOND_COLUMN, SECOND_COLUMN);
}

static void
write_form (AccordOutput *output, const AccordCommand *whole, const AccordCommand *command)
{
  accord_output_printf (output, "accordctl %s", whole != NULL ? whole->name : command->name);
  if (whole != NULL)
    accord_output_printf (output, " %s", command->name);
  if (command->options != 0)
    accord_output_printf (output, " [%s]", _ ("OPTION…"));
  if (*command->arguments != '\0')
    accord_output_printf (output, " %s", _ (command->arguments));
  accord_output_write (output, "\n", 1);
}

static void
write_options (AccordOutput *output, const char *heading, AccordOptionSet options, gboolean global)
{
  AccordOptionSet option;
  const char *description;
  char *form;

  accord_output_write (output, "\n", 1);
  accord_output_heading (output, heading);
  accord_output_write (output, "\n", 1);
  for (guint i = 0; accord_options_describe (i, &option, &form, &description); i++)
    {
      if (global ? option == 0 : (option & options) != 0)
        write_entry (output, form, description);
      g_free (form);
    }
}

static void
write_exit_codes (AccordOutput *output)
{
  const char *meanings[] = {
    _ ("done"),
    _ ("some of the input was rejected and the rest kept, or a change was refused"),
    _ ("the command line makes no sense"),
    _ ("a file or the workspace cannot be opened, is corrupt or cannot be written"),
  };

  accord_output_write (output, "\n", 1);
  accord_output_heading (output, _ ("Exit codes"));
  accord_output_write (output, "\n", 1);
  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    {
      accord_output_printf (output, "  %u  ", i);
      write_wrapped (output, meanings[i], 5, 5);
    }
}

/**
 * accord_help_all:
 * @output: where to write
 *
 * Says how the program is used.
 */
void
accord_help_all (AccordOutput *output)
{
  const AccordCommand *command;

  accord_output_printf (output, "accordctl [--workspace=%s] [--json] %s\n\n", _ ("FILE"), _ ("COMMAND"));
  write_wrapped (
      output, _ ("Works with an Accord workspace: organisations, funds, business cases and the rest."), 0, 0);
  accord_output_write (output, "\n", 1);
  accord_output_heading (output, _ ("Commands"));
  accord_output_write (output, "\n", 1);
  for (guint i = 0; (command = accord_command_at (i)) != NULL; i++)
    {
      const char *arguments = *command->arguments != '\0' ? _ (command->arguments) : "";
      g_autofree char *form = g_strchomp (g_strdup_printf ("%s %s", command->name, arguments));

      write_entry (output, form, _ (command->summary));
    }
  write_options (output, _ ("Options of every command"), 0, TRUE);
  write_exit_codes (output);
}

/* What a second word chooses among. */
static void
write_parts (AccordOutput *output, const AccordCommand *command)
{
  accord_output_write (output, "\n", 1);
  accord_output_heading (output, _ ("Commands"));
  accord_output_write (output, "\n", 1);
  for (const AccordCommand *part = command->parts; part->name != NULL; part++)
    {
      const char *arguments = *part->arguments != '\0' ? _ (part->arguments) : "";
      g_autofree char *form = g_strchomp (g_strdup_printf ("%s %s", part->name, arguments));

      write_entry (output, form, _ (part->summary));
    }
  /* Translators: how to ask for more; %s is a command. */
  accord_output_printf (output, _ ("\n“accordctl help %s COMMAND” says more of each.\n"), command->name);
}

/**
 * accord_help_command:
 * @output: where to write
 * @whole: (nullable): the command that @command is a part of
 * @command: a command, or a part of one
 *
 * Says how one command is used.
 */
void
accord_help_command (AccordOutput *output, const AccordCommand *whole, const AccordCommand *command)
{
  write_form (output, whole, command);
  accord_output_printf (output, "\n%s.\n", _ (command->summary));
  if (command->detail != NULL)
    write_wrapped (output, _ (command->detail), 0, 0);
  if (command->parts != NULL)
    write_parts (output, command);
  else if (command->options != 0)
    write_options (output, _ ("Options"), command->options, FALSE);
  write_options (output, _ ("Options of every command"), 0, TRUE);
}
