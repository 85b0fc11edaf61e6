/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>

#include "lookup.h"
#include "rows-paste.h"
#include "tell.h"
#include "text-table.h"

static gpointer
check (AccordReader *reader, gpointer data, GError **error)
{
  return accord_rows_paste_check (data, reader, error) ? data : NULL;
}

static void
tell_text (AccordRun *run, AccordRowsPaste *paste)
{
  g_autofree char *label = accord_rows_paste_dup_label (paste);

  for (guint i = 0; i < accord_rows_paste_get_n_rows (paste); i++)
    if (accord_rows_paste_get_reason (paste, i) != NULL)
      {
        g_autofree char *reason = accord_terminal_line (accord_rows_paste_get_reason (paste, i));

        /* Translators: which row of the block, and why it is not added. */
        accord_output_printf (run->output, _ ("Row %u: %s\n"), i + 1, reason);
      }
  accord_output_printf (run->output, "%s\n", label);
}

static void
tell_json (AccordRun *run, AccordRowsPaste *paste)
{
  AccordJson json;

  accord_json_init (&json, run->output);
  accord_json_begin_object (&json);
  accord_json_member_int (&json, "added", accord_rows_paste_get_n_good (paste));
  accord_json_key (&json, "refused");
  accord_json_begin_array (&json);
  for (guint i = 0; i < accord_rows_paste_get_n_rows (paste); i++)
    if (accord_rows_paste_get_reason (paste, i) != NULL)
      {
        accord_json_begin_object (&json);
        accord_json_member_int (&json, "row", i + 1);
        accord_json_member_string (&json, "reason", accord_rows_paste_get_reason (paste, i));
        accord_json_end_object (&json);
      }
  accord_json_end_array (&json);
  accord_json_end_object (&json);
}

/**
 * accord_command_paste:
 * @run: the run
 * @error: return location for an error
 *
 * Adds records from a block of a spreadsheet.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_paste (AccordRun *run, GError **error)
{
  const AccordKind *kind = accord_cli_kind (run->schema, run->arguments[0], error);
  g_autofree char *text = NULL;
  g_autoptr (AccordRowsPaste) paste = NULL;
  g_autoptr (AccordChange) change = NULL;

  if (kind == NULL)
    return ACCORD_EXIT_USAGE;
  if (!g_file_get_contents (run->arguments[1], &text, NULL, error))
    return ACCORD_EXIT_BROKEN;
  paste = accord_rows_paste_new (kind, text, NULL, 0, error);
  if (paste == NULL)
    return ACCORD_EXIT_REJECTED;
  if (run->options->dry_run)
    accord_workspace_read (run->workspace, check, paste, run->cancellable, error);
  else
    change = accord_workspace_write (run->workspace, _ ("Paste rows"), accord_rows_paste_write, paste,
                                     run->cancellable, error);
  if (change == NULL && !run->options->dry_run)
    return ACCORD_EXIT_REJECTED;
  if (run->options->json)
    tell_json (run, paste);
  else
    tell_text (run, paste);
  return accord_rows_paste_get_n_good (paste) < accord_rows_paste_get_n_rows (paste) ? ACCORD_EXIT_REJECTED
                                                                                     : ACCORD_EXIT_DONE;
}
