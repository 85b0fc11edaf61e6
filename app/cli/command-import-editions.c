/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>

#include "complain.h"
#include "edition-import.h"
#include "editions-rows.h"
#include "open-file.h"
#include "store/error.h"
#include "text-table.h"

/* So many differences are told in words; with --json all of them. */
#define MOST_TOLD 20

static void
write_line (AccordOutput *output, const char *indent, const char *text)
{
  g_autofree char *line = accord_terminal_line (text);

  accord_output_printf (output, "%s%s\n", indent, line);
}

static void
write_made (AccordOutput *output, const AccordEditionMade *made)
{
  g_autofree char *sentence = accord_edition_made_dup_sentence (made), *beside = NULL, *words = NULL;
  const guint n = made->differences != NULL ? made->differences->len : 0;

  write_line (output, "  ", sentence);
  if (made->beside == NULL)
    return;
  beside = accord_edition_dup_title (made->beside);
  words = n == 0 ? g_strdup_printf (_ ("Its figures are those of “%s”."), beside)
                 : g_strdup_printf (ngettext ("%u figure is otherwise than in “%s”:",
                                              "%u figures are otherwise than in “%s”:", n),
                                    n, beside);
  write_line (output, "  ", words);
  for (guint i = 0; i < MIN (n, MOST_TOLD); i++)
    write_line (output, "    ", made->differences->pdata[i]);
  if (n > MOST_TOLD)
    accord_output_printf (output, "    … %u\n", n - MOST_TOLD);
}

static void
write_words (AccordRun *run, const AccordEditionFile *file, const AccordEditionResult *result)
{
  write_line (run->output, "", file->probe->name);
  write_line (run->output, "  ", file->form);
  for (guint i = 0; i < file->remarks->len; i++)
    write_line (run->output, "  ", file->remarks->pdata[i]);
  for (guint i = 0; i < result->made->len; i++)
    write_made (run->output, result->made->pdata[i]);
  if (run->options->dry_run)
    write_line (run->output, "  ", _ ("Nothing was kept."));
}

static void
write_texts (AccordJson *json, const char *name, GPtrArray *texts)
{
  accord_json_key (json, name);
  accord_json_begin_array (json);
  for (guint i = 0; texts != NULL && i < texts->len; i++)
    accord_json_string (json, texts->pdata[i]);
  accord_json_end_array (json);
}

static void
write_json_made (AccordJson *json, const AccordEditionMade *made, gboolean kept)
{
  static const char *const fates[] = { "new", "another", "same" };
  static const char *const fields[] = { "name", "sort", "code", "edition", "published", "publisher" };

  accord_json_begin_object (json);
  accord_json_member_string (json, "fate", fates[made->fate]);
  accord_json_key (json, "edition_id");
  if (kept || made->fate == ACCORD_EDITION_SAME)
    accord_json_int (json, accord_record_get_id (made->edition));
  else
    accord_json_null (json);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    accord_json_member_string (json, fields[i], accord_record_get_text (made->edition, fields[i]));
  accord_json_member_int (json, "figures", made->n_figures);
  accord_json_key (json, "beside");
  if (made->beside != NULL)
    accord_json_int (json, accord_record_get_id (made->beside));
  else
    accord_json_null (json);
  write_texts (json, "differences", made->differences);
  accord_json_end_object (json);
}

static void
write_json (AccordJson *json, const AccordEditionFile *file, const AccordEditionResult *result)
{
  accord_json_begin_object (json);
  accord_json_member_string (json, "file", file->probe->name);
  accord_json_member_string (json, "form", file->form);
  write_texts (json, "remarks", file->remarks);
  accord_json_member_int (json, "new", result->n_new);
  accord_json_key (json, "editions");
  accord_json_begin_array (json);
  for (guint i = 0; i < result->made->len; i++)
    write_json_made (json, result->made->pdata[i], result->change != 0);
  accord_json_end_array (json);
  accord_json_key (json, "change");
  if (result->change != 0)
    accord_json_int (json, result->change);
  else
    accord_json_null (json);
  accord_json_end_object (json);
}

static gboolean
import_file (AccordRun *run, const char *path, AccordEditionWanted wanted, AccordJson *json, GError **error)
{
  g_autoptr (GFile) place = g_file_new_for_path (path);
  g_autoptr (AccordEditionFile) file = NULL;
  g_autoptr (AccordEditionResult) result = NULL;

  if (!accord_cli_can_open (path, error))
    return FALSE;
  file = accord_edition_file_open (place, wanted, run->cancellable, error);
  if (file == NULL)
    return FALSE;
  result = accord_edition_import (run->workspace, file, run->options->dry_run, run->cancellable, error);
  if (result == NULL)
    return FALSE;
  if (run->options->json)
    write_json (json, file, result);
  else
    write_words (run, file, result);
  return TRUE;
}

/* One file that is refused does not keep the others out. */
static AccordExit
import_files (AccordRun *run, AccordEditionWanted wanted, AccordJson *json, GError **error)
{
  AccordExit worst = ACCORD_EXIT_DONE;
  guint n_taken = 0;

  for (guint i = 1; i < run->n_arguments; i++)
    {
      g_autofree char *name = g_filename_display_name (run->arguments[i]);
      g_autoptr (GError) problem = NULL;

      if (import_file (run, run->arguments[i], wanted, json, &problem))
        {
          n_taken++;
          continue;
        }
      if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED)
          || problem->domain == ACCORD_STORE_ERROR)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return ACCORD_EXIT_BROKEN;
        }
      accord_complain_of (name, problem->message);
      worst = MAX (worst, accord_cli_error_exit (problem));
    }
  return n_taken > 0 && worst != ACCORD_EXIT_DONE ? ACCORD_EXIT_REJECTED : worst;
}

static AccordExit
import (AccordRun *run, AccordEditionWanted wanted, GError **error)
{
  AccordExit exit;
  AccordJson json;

  if (run->n_arguments < 2)
    {
      g_set_error_literal (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
                           wanted == ACCORD_EDITION_UNIT_COSTS ? _ ("Name a file of unit costs.")
                                                               : _ ("Name a file of published figures."));
      return ACCORD_EXIT_USAGE;
    }
  accord_json_init (&json, run->output);
  if (run->options->json)
    accord_json_begin_array (&json);
  exit = import_files (run, wanted, &json, error);
  if (run->options->json)
    accord_json_end_array (&json);
  return exit;
}

/**
 * accord_command_import_editions:
 * @run: the run
 * @error: return location for an error
 *
 * Takes in published tables that appraisals stand on.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_import_editions (AccordRun *run, GError **error)
{
  return import (run, ACCORD_EDITION_ANY, error);
}

/**
 * accord_command_import_unit_costs:
 * @run: the run
 * @error: return location for an error
 *
 * Takes in unit costs.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_import_unit_costs (AccordRun *run, GError **error)
{
  return import (run, ACCORD_EDITION_UNIT_COSTS, error);
}
