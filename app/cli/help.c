/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "help.h"

#include <glib/gi18n-lib.h>

#include "text-table.h"

static void
write_form (AccordOutput *output, const AccordCommand *command)
{
  accord_output_printf (output, "accordctl %s", command->name);
  if (command->options != 0)
    accord_output_printf (output, " [%s]", _ ("OPTION…"));
  if (*command->arguments != '\0')
    accord_output_printf (output, " %s", _ (command->arguments));
  accord_output_write (output, "\n", 1);
}

static void
write_options (AccordOutput *output, const char *heading, AccordOptionSet options, gboolean global)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  accord_options_describe (options, global, lines);
  accord_output_write (output, "\n", 1);
  accord_output_heading (output, heading);
  accord_output_printf (output, "\n%s", lines->str);
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
  accord_output_printf (
      output, "%s\n\n",
      _ ("Works with an Accord workspace: organisations, funds, business cases and the rest."));
  accord_output_heading (output, _ ("Commands"));
  accord_output_write (output, "\n", 1);
  for (guint i = 0; (command = accord_command_at (i)) != NULL; i++)
    {
      g_autofree char *form =
          g_strdup_printf ("%s %s", command->name, *command->arguments != '\0' ? _ (command->arguments) : "");

      accord_output_printf (output, "  %s%*s  %s\n", form, MAX (0, 26 - (int) accord_cell_width (form)), "",
                            _ (command->summary));
    }
  write_options (output, _ ("Options of every command"), 0, TRUE);
  accord_output_write (output, "\n", 1);
  accord_output_heading (output, _ ("Exit codes"));
  accord_output_printf (output, "\n  0  %s\n  1  %s\n  2  %s\n  3  %s\n", _ ("done"),
                        _ ("some of the input was rejected and the rest kept, or a change was refused"),
                        _ ("the command line makes no sense"),
                        _ ("a file or the workspace cannot be opened, is corrupt or cannot be written"));
}

/**
 * accord_help_command:
 * @output: where to write
 * @command: a command
 *
 * Says how one command is used.
 */
void
accord_help_command (AccordOutput *output, const AccordCommand *command)
{
  write_form (output, command);
  accord_output_printf (output, "\n%s.\n", _ (command->summary));
  if (command->detail != NULL)
    accord_output_printf (output, "%s\n", _ (command->detail));
  if (command->options != 0)
    write_options (output, _ ("Options"), command->options, FALSE);
  write_options (output, _ ("Options of every command"), 0, TRUE);
}
