/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>

#include "evaluation-report.h"
#include "financial-year.h"
#include "lookup.h"
#include "report-file.h"
#include "text-table.h"

typedef struct
{
  AccordRun *run;
  const char *today;
} Wanted;

static gpointer
read_evaluation (AccordReader *reader, gpointer data, GError **error)
{
  const Wanted *wanted = data;
  const AccordKind *kind = accord_schema_find_kind (wanted->run->schema, "programme");
  gint64 id = accord_reader_resolve (reader, kind, wanted->run->arguments[0], error);

  return id > 0 ? accord_evaluation_read (reader, id, wanted->today, error) : NULL;
}

/* --- Words. */

static void
write_heading (AccordOutput *output, const char *words)
{
  g_autofree char *line = accord_terminal_line (words);

  accord_output_heading (output, line);
  accord_output_write (output, "\n", 1);
}

static void
write_point (AccordOutput *output, const char *words, const char *indent)
{
  g_autofree char *line = accord_terminal_line (words);

  accord_output_printf (output, "%s%s\n", indent, line);
}

static void
write_group (AccordOutput *output, const AccordEvaluation *evaluation, const AccordFindingGroup *group)
{
  g_autofree char *year =
      group->year != ACCORD_UNKNOWN ? accord_financial_year_format ((int) group->year) : NULL;
  g_autofree char *title =
      year != NULL ? g_strdup_printf ("%s · %s", group->title, year) : g_strdup (group->title);

  accord_output_write (output, "\n", 1);
  write_heading (output, title);
  for (guint i = 0; i < group->findings->len; i++)
    {
      AccordRecord *record = group->findings->pdata[i];
      const AccordEvaluationFinding *finding = accord_evaluation_find (evaluation, record);
      g_autofree char *text = accord_record_dup_title (record);
      g_autofree char *sentence = accord_evaluation_finding_dup_sentence (finding);
      g_autofree char *place = accord_evaluation_finding_dup_place (finding);

      write_point (output, text, "  ");
      if (sentence != NULL)
        write_point (output, sentence, "    > ");
      if (place != NULL)
        write_point (output, place, "    ");
    }
}

static void
write_words (AccordOutput *output, const AccordEvaluation *evaluation)
{
  g_autofree char *title = accord_evaluation_dup_title (evaluation);

  write_heading (output, title);
  if (evaluation->findings->len == 0)
    accord_output_printf (output, "%s\n", _ ("No finding is on record yet."));
  if (evaluation->workstreams->len > 0)
    {
      accord_output_write (output, "\n", 1);
      write_heading (output, _ ("Workstreams"));
    }
  for (guint i = 0; i < evaluation->workstreams->len; i++)
    {
      g_autofree char *name = accord_record_dup_title (evaluation->workstreams->pdata[i]);

      write_point (output, name, "  ");
    }
  for (guint i = 0; i < evaluation->groups->len; i++)
    write_group (output, evaluation, evaluation->groups->pdata[i]);
}

/* --- JSON. */

static void
write_head (AccordJson *json, AccordRecord *record, const char *key)
{
  g_autofree char *title = accord_record_dup_title (record);

  accord_json_member_int (json, "id", accord_record_get_id (record));
  accord_json_member_string (json, "uid", accord_record_get_uid (record));
  accord_json_member_string (json, key, title);
}

static void
write_year (AccordJson *json, AccordRecord *finding)
{
  gint64 year = accord_record_get_int (finding, "year");
  g_autofree char *words = year != ACCORD_UNKNOWN ? accord_financial_year_format ((int) year) : NULL;

  accord_json_member_string (json, "year", words);
}

static void
write_place (AccordJson *json, const AccordPassageContext *context)
{
  gboolean found = context->match != ACCORD_PASSAGE_NOT_FOUND;

  accord_json_member_string (json, "sentence", context->words);
  accord_json_member_boolean (json, "in_text", found);
  accord_json_key (json, "from");
  if (found)
    accord_json_int (json, context->start);
  else
    accord_json_null (json);
  accord_json_key (json, "until");
  if (found)
    accord_json_int (json, context->end);
  else
    accord_json_null (json);
  accord_json_member_string (json, "place", context->title);
  accord_json_member_string (json, "source", context->source_title);
}

static void
write_finding (AccordJson *json, const AccordEvaluationFinding *finding)
{
  accord_json_begin_object (json);
  write_head (json, finding->record, "text");
  accord_json_member_string (json, "type", accord_record_get_text (finding->record, "type"));
  write_year (json, finding->record);
  accord_json_member_string (json, "workstream",
                             accord_record_get_reference_title (finding->record, "workstream"));
  accord_json_member_string (json, "note", accord_record_get_text (finding->record, "note"));
  write_place (json, finding->context);
  accord_json_end_object (json);
}

static void
write_json (AccordOutput *output, const AccordEvaluation *evaluation)
{
  AccordJson json;

  accord_json_init (&json, output);
  accord_json_begin_array (&json);
  accord_json_begin_object (&json);
  write_head (&json, evaluation->programme, "programme");
  accord_json_key (&json, "workstreams");
  accord_json_begin_array (&json);
  for (guint i = 0; i < evaluation->workstreams->len; i++)
    {
      accord_json_begin_object (&json);
      write_head (&json, evaluation->workstreams->pdata[i], "name");
      accord_json_end_object (&json);
    }
  accord_json_end_array (&json);
  accord_json_key (&json, "findings");
  accord_json_begin_array (&json);
  for (guint i = 0; i < evaluation->groups->len; i++)
    {
      const AccordFindingGroup *group = evaluation->groups->pdata[i];

      for (guint j = 0; j < group->findings->len; j++)
        write_finding (&json, accord_evaluation_find (evaluation, group->findings->pdata[j]));
    }
  accord_json_end_array (&json);
  accord_json_end_object (&json);
  accord_json_end_array (&json);
}

/**
 * accord_command_evaluation:
 * @run: the run
 * @error: return location for an error
 *
 * Tells what the evaluation of a programme found, or writes it as a report.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_evaluation (AccordRun *run, GError **error)
{
  g_autofree char *today = accord_cli_dup_today (run->options->today, error);
  g_autoptr (AccordEvaluation) evaluation = NULL;
  Wanted wanted = { run, today };

  if (today == NULL)
    return ACCORD_EXIT_USAGE;
  evaluation = accord_workspace_read (run->workspace, read_evaluation, &wanted, run->cancellable, error);
  if (evaluation == NULL)
    return ACCORD_EXIT_BROKEN;
  if (run->options->output != NULL)
    {
      g_autoptr (AccordReport) report = accord_evaluation_report_new (evaluation);

      accord_cli_write_report (run, report, NULL, NULL, error);
    }
  else if (run->options->json)
    write_json (run->output, evaluation);
  else
    write_words (run->output, evaluation);
  return ACCORD_EXIT_DONE;
}
