/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command-pack.h"

#include <glib/gi18n-lib.h>

#include "date.h"
#include "lookup.h"
#include "open-pack.h"
#include "pack-way.h"
#include "reading.h"
#include "text-table.h"

static gpointer
read_reading (AccordReader *reader, gpointer data, GError **error)
{
  (void) data;
  return accord_reading_read (reader, error);
}

static void
write_json (AccordRun *run, const AccordReading *reading, const char *path)
{
  AccordJson json;

  accord_json_init (&json, run->output);
  accord_json_begin_object (&json);
  accord_json_member_string (&json, "workspace", path);
  accord_json_member_string (&json, "case", reading->case_name);
  accord_json_member_string (&json, "version", reading->version_name);
  accord_json_member_string (&json, "asked_by", reading->asked_by);
  accord_json_member_string (&json, "person", reading->person);
  accord_json_member_string (&json, "as", reading->organisation);
  accord_json_member_string (&json, "due", reading->due);
  accord_json_member_string (&json, "signed_by", reading->signed_by);
  accord_json_member_string (&json, "words", reading->words);
  accord_json_member_int (&json, "review", reading->review);
  accord_json_member_int (&json, "answered", reading->n_answered);
  accord_json_member_int (&json, "questions", reading->n_questions);
  accord_json_member_int (&json, "comments", reading->n_comments);
  accord_json_member_string (&json, "outcome", reading->outcome);
  accord_json_member_string (&json, "returned", reading->returned);
  accord_json_end_object (&json);
}

static void
write_line (AccordRun *run, const char *label, const char *text)
{
  g_autofree char *line = text != NULL ? accord_terminal_line (text) : NULL;

  if (line != NULL)
    accord_output_printf (run->output, "%s: %s\n", label, line);
}

static char *
dup_outcome (AccordRun *run, const AccordReading *reading)
{
  const AccordKind *kind = accord_schema_find_kind (run->schema, "review");

  return g_strdup (reading->outcome != NULL
                       ? accord_field_choice_label (accord_kind_get_field (kind, "outcome"), reading->outcome)
                       : NULL);
}

static void
write_words (AccordRun *run, const AccordReading *reading, const char *path, const char *today)
{
  g_autofree char *due = reading->due != NULL ? accord_date_format (reading->due) : NULL;
  g_autofree char *outcome = dup_outcome (run, reading);
  g_autofree char *returned = reading->returned != NULL ? accord_date_format (reading->returned) : NULL;
  g_autofree char *name = accord_terminal_line (reading->case_name);
  g_autofree char *progress =
      g_strdup_printf (_ ("%u of %u questions answered, %u comments"), reading->n_answered,
                       reading->n_questions, reading->n_comments);

  accord_output_heading (run->output, name);
  accord_output_printf (run->output, "\n");
  write_line (run, _ ("Version"), reading->version_name);
  write_line (run, _ ("Asked by"), reading->asked_by);
  write_line (run, _ ("Read as"), reading->organisation);
  write_line (run, _ ("Signed by"), reading->signed_by);
  write_line (run, _ ("Words of the key"), reading->words);
  write_line (run, _ ("Answer wanted by"), due);
  write_line (run, _ ("So far"), progress);
  write_line (run, _ ("Decision"), outcome);
  write_line (run, _ ("Returned on"), returned);
  write_line (run, _ ("Workspace"), path);
  if (reading->due != NULL && reading->returned == NULL && accord_date_is_past (reading->due, today))
    accord_output_printf (run->output, "\n%s\n", _ ("The day by which an answer was wanted is past."));
}

/**
 * accord_command_pack_open:
 * @run: the run
 * @error: return location for an error
 *
 * Opens a request to be read: makes its reading file, or finds the one under way, and tells how it stands.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_pack_open (AccordRun *run, GError **error)
{
  g_autoptr (AccordPack) pack = accord_cli_open_pack (run, run->arguments[1], error);
  g_autofree char *today = pack != NULL ? accord_cli_dup_today (run->options->today, error) : NULL;
  g_autoptr (AccordReading) reading = NULL;
  g_autofree char *path = NULL;

  if (today == NULL)
    return ACCORD_EXIT_BROKEN;
  run->workspace = accord_cli_open_reading (run, pack, error);
  if (run->workspace == NULL)
    return ACCORD_EXIT_BROKEN;
  reading = accord_workspace_read (run->workspace, read_reading, NULL, run->cancellable, error);
  if (reading == NULL)
    return ACCORD_EXIT_BROKEN;
  path = g_filename_display_name (accord_workspace_get_path (run->workspace));
  if (run->options->json)
    write_json (run, reading, path);
  else
    write_words (run, reading, path, today);
  return ACCORD_EXIT_DONE;
}
