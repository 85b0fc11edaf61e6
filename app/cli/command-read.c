/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>

#include "page-file.h"
#include "page-text.h"
#include "read.h"
#include "text-table.h"

/**
 * accord_command_read:
 * @run: the run
 * @error: return location for an error
 *
 * Tells what a committee page says, and keeps nothing.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_read (AccordRun *run, GError **error)
{
  g_autoptr (AccordCommitteePage) page = NULL;
  g_autofree char *json = NULL;

  if (!g_str_equal (run->arguments[0], "committee"))
    {
      g_autofree char *shown = accord_terminal_line (run->arguments[0]);

      g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
                   _ ("“%s” cannot be read; committee pages can: accordctl read committee FILE"), shown);
      return ACCORD_EXIT_USAGE;
    }
  page = accord_cli_read_page (run, run->arguments[1], run->options->body, error);
  if (page == NULL)
    return ACCORD_EXIT_BROKEN;
  if (!run->options->json)
    {
      accord_cli_write_page (run->output, page);
      return ACCORD_EXIT_DONE;
    }
  json = accord_committee_page_to_json (page);
  accord_output_printf (run->output, "%s\n", json);
  return ACCORD_EXIT_DONE;
}
