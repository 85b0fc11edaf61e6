/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-version.h"

#include <glib/gi18n-lib.h>

#include "case-file.h"
#include "case-track.h"
#include "caveat-steps.h"
#include "caveat-versions.h"
#include "date.h"
#include "text-table.h"
#include "today.h"

static const char *
choice_label (AccordRecord *record, const char *field)
{
  const AccordField *described = accord_kind_get_field (accord_record_get_kind (record), field);
  const char *label = accord_field_choice_label (described, accord_record_get_text (record, field));

  return label != NULL ? _ (label) : "–";
}

static void
write_line (AccordOutput *output, const char *text)
{
  g_autofree char *line = accord_terminal_line (text);

  accord_output_printf (output, "%s\n", line);
}

static void
write_steps (AccordOutput *output, const AccordCaseFile *file, const char *today)
{
  g_autoptr (GPtrArray) steps = accord_case_track (file, today);
  g_autoptr (AccordTable) table = accord_table_new (output);

  accord_table_add_column (table, _ ("Stage"), FALSE);
  accord_table_add_column (table, _ ("State"), FALSE);
  accord_table_add_column (table, _ ("What is known"), FALSE);
  for (guint i = 0; i < steps->len; i++)
    {
      const AccordCaseStep *step = steps->pdata[i];

      accord_table_add_cell (table, step->name);
      accord_table_add_cell (table, accord_step_state_get_label (step->state));
      accord_table_add_cell (table, step->detail);
    }
  accord_table_finish (table);
}

/* Partners who were asked and have not answered. */
static void
add_awaited (AccordTable *table, const AccordCaseFile *file, const char *today)
{
  for (guint i = 0; i < file->awaited->len; i++)
    {
      AccordRecord *review = file->awaited->pdata[i];
      const char *due = accord_record_get_text (review, "due");
      g_autofree char *who = accord_case_file_dup_who (file, review);
      g_autofree char *day = due != NULL ? accord_date_format (due) : NULL;

      accord_table_add_cell (table, who);
      accord_table_add_cell (table, due != NULL && accord_date_is_past (due, today)
                                        ? _ ("Asked, and overdue")
                                        : _ ("Asked, still to answer"));
      accord_table_add_cell (table, day != NULL ? day : "–");
    }
}

static void
write_endorsements (AccordOutput *output, const AccordCaseFile *file, const char *today)
{
  g_autoptr (AccordTable) table = NULL;

  if (file->endorsements->len == 0 && file->awaited->len == 0)
    {
      accord_output_printf (output, "%s\n", _ ("Nobody’s view is recorded yet."));
      return;
    }
  table = accord_table_new (output);
  accord_table_add_column (table, _ ("Who"), FALSE);
  accord_table_add_column (table, _ ("Outcome"), FALSE);
  accord_table_add_column (table, _ ("Date"), FALSE);
  for (guint i = 0; i < file->endorsements->len; i++)
    {
      AccordRecord *endorsement = file->endorsements->pdata[i];
      g_autofree char *who = accord_endorsement_dup_who (endorsement, file->organisations->pdata[i]);
      g_autofree char *date = accord_endorsement_dup_date (endorsement);
      g_autofree char *earlier = g_strdup_printf (
          /* Translators: an outcome that a partner gave once, and has answered anew since. */
          _ ("%s (earlier answer)"), choice_label (endorsement, "outcome"));

      accord_table_add_cell (table, who);
      accord_table_add_cell (table, accord_case_file_is_earlier (file, endorsement)
                                        ? earlier
                                        : choice_label (endorsement, "outcome"));
      accord_table_add_cell (table, date != NULL ? date : "–");
    }
  add_awaited (table, file, today);
  accord_table_finish (table);
}

/* The answer, and who raised, answered and accepted it. */
static void
write_steps_of_caveat (AccordOutput *output, AccordRecord *caveat, const char *version)
{
  const char *response = accord_record_get_text (caveat, "response");
  g_autofree char *steps = accord_caveat_dup_steps (caveat);

  if (response != NULL)
    {
      accord_output_write (output, "        ", 8);
      write_line (output, response);
    }
  accord_output_write (output, "        ", 8);
  write_line (output, steps);
  if (version != NULL)
    {
      /* Translators: a version of a business case. */
      g_autofree char *first = g_strdup_printf (_ ("First answered in “%s”"), version);

      accord_output_write (output, "        ", 8);
      write_line (output, first);
    }
}

static void
write_caveats (AccordOutput *output, const AccordCaseFile *file, GHashTable *versions, const char *today)
{
  AccordCaveatTally tally = accord_caveat_tally (file->caveats, today);
  g_autofree char *warning = accord_case_file_dup_caveats_warning (file, today);
  g_autofree char *last = NULL;

  if (warning != NULL)
    write_line (output, warning);
  accord_output_printf (output, _ ("%u open, %u answered, %u accepted, %u overdue"), tally.n_open,
                        tally.n_answered, tally.n_accepted, tally.n_overdue);
  accord_output_write (output, "\n", 1);
  for (guint i = 0; i < file->caveats->len; i++)
    {
      AccordRecord *caveat = file->caveats->pdata[i];
      g_autofree char *group = accord_caveat_dup_group (caveat);
      g_autofree char *title = accord_record_dup_title (caveat);
      g_autofree char *number = accord_record_dup_plain (
          caveat, accord_kind_find_field (accord_record_get_kind (caveat), "number"));
      g_autofree char *line = NULL;

      if (group != NULL && g_strcmp0 (group, last) != 0)
        write_line (output, group);
      g_free (last);
      last = g_steal_pointer (&group);
      line = g_strdup_printf ("%2s  %s (%s)", number != NULL ? number : "", title,
                              accord_caveat_is_overdue (caveat, today) ? _ ("Overdue")
                                                                       : choice_label (caveat, "state"));
      accord_output_write (output, "  ", 2);
      write_line (output, line);
      write_steps_of_caveat (output, caveat, accord_caveat_versions_find (versions, caveat));
    }
}

static void
write_text (AccordOutput *output, const AccordCaseFile *file, GHashTable *versions, const char *today)
{
  g_autofree char *name = accord_record_dup_title (file->record);
  g_autofree char *line = g_strdup_printf ("%s – %s, %s", name, choice_label (file->record, "stage"),
                                           choice_label (file->record, "status"));

  write_line (output, line);
  accord_output_write (output, "\n", 1);
  write_steps (output, file, today);
  accord_output_write (output, "\n", 1);
  accord_output_heading (output, _ ("Endorsements"));
  accord_output_write (output, "\n", 1);
  write_endorsements (output, file, today);
  accord_output_write (output, "\n", 1);
  accord_output_heading (output, _ ("Caveats"));
  accord_output_write (output, "\n", 1);
  write_caveats (output, file, versions, today);
}

static void
json_steps (AccordJson *json, const AccordCaseFile *file, const char *today)
{
  g_autoptr (GPtrArray) steps = accord_case_track (file, today);

  accord_json_key (json, "steps");
  accord_json_begin_array (json);
  for (guint i = 0; i < steps->len; i++)
    {
      const AccordCaseStep *step = steps->pdata[i];

      accord_json_begin_object (json);
      accord_json_member_string (json, "name", step->name);
      accord_json_member_string (json, "state", accord_step_state_get_word (step->state));
      accord_json_member_string (json, "detail", step->detail);
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
}

static void
json_endorsements (AccordJson *json, const AccordCaseFile *file)
{
  accord_json_key (json, "endorsements");
  accord_json_begin_array (json);
  for (guint i = 0; i < file->endorsements->len; i++)
    {
      AccordRecord *endorsement = file->endorsements->pdata[i];

      accord_json_begin_object (json);
      accord_json_member_int (json, "id", accord_record_get_id (endorsement));
      accord_json_member_string (json, "who", accord_record_get_text (endorsement, "who"));
      accord_json_member_string (json, "organisation", file->organisations->pdata[i]);
      accord_json_member_string (json, "outcome", accord_record_get_text (endorsement, "outcome"));
      accord_json_member_string (json, "date", accord_record_get_text (endorsement, "date"));
      accord_json_member_string (json, "date_words", accord_record_get_text (endorsement, "date-words"));
      accord_json_member_string (json, "resolution", file->sentences->pdata[i]);
      accord_json_member_boolean (json, "counts", !accord_case_file_is_earlier (file, endorsement));
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
}

static void
json_awaited (AccordJson *json, const AccordCaseFile *file, const char *today)
{
  accord_json_key (json, "awaited");
  accord_json_begin_array (json);
  for (guint i = 0; i < file->awaited->len; i++)
    {
      AccordRecord *review = file->awaited->pdata[i];
      const char *due = accord_record_get_text (review, "due");

      accord_json_begin_object (json);
      accord_json_member_int (json, "id", accord_record_get_id (review));
      accord_json_member_string (json, "who", accord_record_get_text (review, "who"));
      accord_json_member_string (json, "asked", accord_record_get_text (review, "asked"));
      accord_json_member_string (json, "due", due);
      accord_json_member_boolean (json, "overdue", due != NULL && accord_date_is_past (due, today));
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
}

static void
json_steps_of_caveat (AccordJson *json, AccordRecord *caveat)
{
  static const struct
  {
    const char *member;
    const char *field;
  } members[] = {
    { "raised_on", "raised-on" },     { "response", "response" },       { "answered_by", "answered-by" },
    { "answered_on", "answered-on" }, { "accepted_by", "accepted-by" }, { "accepted_on", "accepted-on" },
  };
  g_autofree char *raiser = accord_caveat_dup_raiser (caveat);

  accord_json_member_string (json, "raised_by", raiser);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    accord_json_member_string (json, members[i].member, accord_record_get_text (caveat, members[i].field));
}

static void
json_caveats (AccordJson *json, const AccordCaseFile *file, GHashTable *versions, const char *today)
{
  accord_json_key (json, "caveats");
  accord_json_begin_array (json);
  for (guint i = 0; i < file->caveats->len; i++)
    {
      AccordRecord *caveat = file->caveats->pdata[i];
      gint64 number = accord_record_get_int (caveat, "number");

      accord_json_begin_object (json);
      accord_json_member_int (json, "id", accord_record_get_id (caveat));
      accord_json_key (json, "number");
      if (number == ACCORD_UNKNOWN)
        accord_json_null (json);
      else
        accord_json_int (json, number);
      accord_json_member_string (json, "text", accord_record_get_text (caveat, "text"));
      accord_json_member_string (json, "group", accord_record_get_text (caveat, "group"));
      accord_json_member_string (json, "state", accord_record_get_text (caveat, "state"));
      accord_json_member_boolean (json, "overdue", accord_caveat_is_overdue (caveat, today));
      json_steps_of_caveat (json, caveat);
      accord_json_member_string (json, "answered_in", accord_caveat_versions_find (versions, caveat));
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
}

static void
write_json (AccordOutput *output, const AccordCaseFile *file, GHashTable *versions, const char *today)
{
  AccordCaveatTally caveats = accord_caveat_tally (file->caveats, today);
  AccordEndorsementTally endorsements = accord_endorsement_tally (file->standing);
  g_autofree char *warning = NULL;
  AccordJson json;

  accord_json_init (&json, output);
  accord_json_begin_array (&json);
  accord_json_begin_object (&json);
  accord_json_member_int (&json, "id", accord_record_get_id (file->record));
  accord_json_member_string (&json, "name", accord_record_get_text (file->record, "name"));
  accord_json_member_string (&json, "stage", accord_record_get_text (file->record, "stage"));
  accord_json_member_string (&json, "status", accord_record_get_text (file->record, "status"));
  json_steps (&json, file, today);
  accord_json_member_int (&json, "endorsed", endorsements.n_endorsed);
  accord_json_member_int (&json, "still_to_come", endorsements.n_to_come);
  accord_json_member_int (&json, "not_endorsed", endorsements.n_refused);
  json_endorsements (&json, file);
  json_awaited (&json, file, today);
  accord_json_member_int (&json, "caveats_open", caveats.n_open);
  accord_json_member_int (&json, "caveats_answered", caveats.n_answered);
  accord_json_member_int (&json, "caveats_accepted", caveats.n_accepted);
  accord_json_member_int (&json, "caveats_overdue", caveats.n_overdue);
  json_caveats (&json, file, versions, today);
  warning = accord_case_file_dup_caveats_warning (file, today);
  accord_json_member_string (&json, "caveats_warning", warning);
  accord_json_end_object (&json);
  accord_json_end_array (&json);
}

static gpointer
read_case (AccordReader *reader, gpointer data, GError **error)
{
  AccordRun *run = data;
  g_autofree char *today = NULL;
  g_autoptr (AccordCaseFile) file = NULL;
  g_autoptr (GHashTable) versions = NULL;
  gint64 id;

  if (run->options->today == NULL)
    today = accord_today_dup ();
  else if (!accord_date_parse (run->options->today, &today, error))
    return NULL;
  id =
      accord_reader_resolve (reader, accord_schema_find_kind (run->schema, "case"), run->arguments[0], error);
  if (id <= 0)
    return NULL;
  file = accord_case_file_read (reader, id, error);
  versions = file != NULL ? accord_caveat_versions_read (reader, file, error) : NULL;
  if (versions == NULL)
    return NULL;
  if (run->options->json)
    write_json (run->output, file, versions, today);
  else
    write_text (run->output, file, versions, today);
  return run;
}

/**
 * accord_command_case:
 * @run: the run
 * @error: return location for an error
 *
 * Answers where a business case stands: its stage, who has endorsed it and who has still to, its caveats.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_case (AccordRun *run, GError **error)
{
  if (run->n_arguments > 1)
    return accord_command_case_versions (run, error);
  accord_workspace_read (run->workspace, read_case, run, run->cancellable, error);
  return ACCORD_EXIT_DONE;
}
