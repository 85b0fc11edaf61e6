/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>

#include "date.h"
#include "json-record.h"
#include "programme-text.h"
#include "today.h"

static void
write_number (AccordJson *json, const char *key, gint64 number)
{
  accord_json_key (json, key);
  if (number == ACCORD_UNKNOWN)
    accord_json_null (json);
  else
    accord_json_int (json, number);
}

static void
write_decimal (AccordJson *json, const char *key, const char *text)
{
  accord_json_key (json, key);
  if (text == NULL)
    accord_json_null (json);
  else
    accord_json_decimal (json, text);
}

static void
write_head (AccordJson *json, AccordRecord *record, const char *title_key)
{
  g_autofree char *title = accord_record_dup_title (record);

  accord_json_member_int (json, "id", accord_record_get_id (record));
  accord_json_member_string (json, "uid", accord_record_get_uid (record));
  accord_json_member_string (json, title_key, title);
}

static void
write_count (AccordJson *json, const AccordMilestoneCount *count)
{
  accord_json_member_int (json, "milestones", count->all);
  accord_json_member_int (json, "milestones_done", count->done);
  accord_json_member_int (json, "milestones_under_way", count->under_way);
  accord_json_member_int (json, "milestones_overdue", count->overdue);
  accord_json_member_int (json, "milestones_without_a_date", count->undated);
  accord_json_key (json, "next_milestone");
  if (count->next == NULL)
    {
      accord_json_null (json);
      return;
    }
  accord_json_begin_object (json);
  write_head (json, count->next, "name");
  accord_json_member_string (json, "date", accord_record_get_text (count->next, "date"));
  accord_json_member_string (json, "date_words", accord_record_get_text (count->next, "date-words"));
  accord_json_end_object (json);
}

static void
write_milestones (AccordJson *json, const AccordProgrammeProgress *progress)
{
  accord_json_key (json, "by_milestone");
  accord_json_begin_array (json);
  for (guint i = 0; i < progress->milestones->len; i++)
    {
      AccordRecord *milestone = progress->milestones->pdata[i];

      accord_json_begin_object (json);
      write_head (json, milestone, "name");
      accord_json_member_string (json, "date", accord_record_get_text (milestone, "date"));
      accord_json_member_string (json, "date_words", accord_record_get_text (milestone, "date-words"));
      accord_json_member_string (json, "status", accord_record_get_text (milestone, "status"));
      accord_json_member_boolean (json, "overdue", accord_milestone_is_overdue (milestone, progress->today));
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
}

static void
write_workstreams (AccordJson *json, const AccordProgrammeProgress *progress)
{
  accord_json_key (json, "by_workstream");
  accord_json_begin_array (json);
  for (guint i = 0; i < progress->workstreams->len; i++)
    {
      const AccordWorkstreamProgress *workstream = progress->workstreams->pdata[i];

      accord_json_begin_object (json);
      write_head (json, workstream->record, "name");
      accord_json_member_string (json, "lead", accord_record_get_text (workstream->record, "lead"));
      write_number (json, "allocated_pence", workstream->allocated);
      write_count (json, &workstream->count);
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
}

static void
write_risks (AccordJson *json, const AccordProgrammeProgress *progress)
{
  static const char *const directions[] = { NULL, "falling", "unchanged", "rising" };

  accord_json_key (json, "by_risk");
  accord_json_begin_array (json);
  for (guint i = 0; i < progress->risks->len; i++)
    {
      const AccordRiskStanding *risk = progress->risks->pdata[i];

      accord_json_begin_object (json);
      accord_json_member_int (json, "id", risk->risk);
      accord_json_member_string (json, "name", risk->name);
      accord_json_member_string (json, "owner", risk->owner);
      write_number (json, "gross", risk->gross);
      write_number (json, "net", risk->net);
      write_number (json, "target", risk->target);
      write_number (json, "previous", risk->previous);
      accord_json_member_string (json, "direction", directions[risk->direction]);
      accord_json_member_boolean (json, "above_target", risk->above_target);
      accord_json_member_boolean (json, "closed", risk->closed);
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
}

static void
write_progress (AccordJson *json, gint64 progress)
{
  g_autofree char *text = NULL;

  accord_json_key (json, "progress_percent");
  if (progress == ACCORD_UNKNOWN)
    {
      accord_json_null (json);
      return;
    }
  text = g_strdup_printf ("%s%" G_GINT64_FORMAT ".%02" G_GINT64_FORMAT, progress < 0 ? "-" : "",
                          ABS (progress) / 100, ABS (progress) % 100);
  accord_json_raw (json, text);
}

static void
write_actuals (AccordJson *json, const AccordBenefitStanding *benefit)
{
  accord_json_key (json, "actuals");
  accord_json_begin_array (json);
  for (guint i = 0; i < benefit->actuals->len; i++)
    {
      const AccordDatedValue *value = benefit->actuals->pdata[i];

      accord_json_begin_object (json);
      accord_json_member_string (json, "date", value->date);
      write_decimal (json, "value", value->text);
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
}

static void
write_benefits (AccordJson *json, const AccordProgrammeProgress *progress)
{
  accord_json_key (json, "by_benefit");
  accord_json_begin_array (json);
  for (guint i = 0; i < progress->benefits->len; i++)
    {
      const AccordBenefitStanding *benefit = progress->benefits->pdata[i];

      accord_json_begin_object (json);
      accord_json_member_int (json, "id", benefit->benefit);
      accord_json_member_string (json, "measure", benefit->measure);
      accord_json_member_string (json, "unit", benefit->unit);
      write_decimal (json, "baseline", benefit->baseline);
      write_decimal (json, "target", benefit->target);
      accord_json_member_string (json, "target_date", benefit->target_date);
      write_actuals (json, benefit);
      accord_json_member_string (json, "state", accord_benefit_state_get_code (benefit->state));
      accord_json_member_boolean (json, "on_track", accord_benefit_state_is_on_track (benefit->state));
      write_progress (json, benefit->progress);
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
}

static void
write_programmes (AccordOutput *output, GPtrArray *programmes)
{
  AccordJson json;

  accord_json_init (&json, output);
  accord_json_begin_array (&json);
  for (guint i = 0; i < programmes->len; i++)
    {
      const AccordProgrammeProgress *progress = programmes->pdata[i];

      accord_json_begin_object (&json);
      write_head (&json, progress->programme, "name");
      accord_json_member_string (&json, "today", progress->today);
      write_count (&json, &progress->count);
      accord_json_member_int (&json, "actions", progress->actions->len);
      accord_json_member_int (&json, "actions_open", progress->n_actions_open);
      accord_json_member_int (&json, "actions_overdue", progress->n_actions_overdue);
      write_milestones (&json, progress);
      write_workstreams (&json, progress);
      write_risks (&json, progress);
      write_benefits (&json, progress);
      accord_json_end_object (&json);
    }
  accord_json_end_array (&json);
}

static gboolean
add_programme (AccordReader *reader, GPtrArray *programmes, gint64 id, const char *today, GError **error)
{
  AccordProgrammeProgress *progress = accord_programme_progress_read (reader, id, today, error);

  if (progress != NULL)
    g_ptr_array_add (programmes, progress);
  return progress != NULL;
}

static gboolean
take_id (AccordRecord *record, gpointer data, GError **error)
{
  gint64 id = accord_record_get_id (record);

  g_array_append_val ((GArray *) data, id);
  return TRUE;
}

static gboolean
find_programmes (AccordRun *run, AccordReader *reader, GPtrArray *programmes, const char *today,
                 GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (run->schema, "programme");
  g_autoptr (AccordQuery) query = accord_query_new (kind);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (run->n_arguments > 0)
    {
      gint64 id = accord_reader_resolve (reader, kind, run->arguments[0], error);

      return id > 0 && add_programme (reader, programmes, id, today, error);
    }
  accord_query_set_sort (query, (int) kind->title_field, FALSE);
  if (!accord_reader_walk (reader, query, take_id, ids, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!add_programme (reader, programmes, g_array_index (ids, gint64, i), today, error))
      return FALSE;
  return TRUE;
}

static gpointer
read_programmes (AccordReader *reader, gpointer data, GError **error)
{
  AccordRun *run = data;
  g_autoptr (GPtrArray) programmes =
      g_ptr_array_new_with_free_func ((GDestroyNotify) accord_programme_progress_free);
  g_autofree char *today = NULL;

  if (run->options->today == NULL)
    today = accord_today_dup ();
  else if (!accord_date_parse (run->options->today, &today, error))
    return NULL;
  if (!find_programmes (run, reader, programmes, today, error))
    return NULL;
  if (run->options->json)
    write_programmes (run->output, programmes);
  else if (run->n_arguments > 0)
    accord_programme_text_one (run->output, programmes->pdata[0]);
  else
    accord_programme_text_all (run->output, programmes);
  return run;
}

/**
 * accord_command_programme:
 * @run: the run
 * @error: return location for an error
 *
 * Tells whether programmes are on time, and whether they work.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_programme (AccordRun *run, GError **error)
{
  accord_workspace_read (run->workspace, read_programmes, run, run->cancellable, error);
  return ACCORD_EXIT_DONE;
}
