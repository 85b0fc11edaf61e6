/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "programme-text.h"

#include <glib/gi18n-lib.h>

#include "date.h"
#include "text-table.h"

static const char *
text_of (AccordRecord *record, const char *field)
{
  return accord_record_get_text (record, field);
}

static void
add_title (AccordTable *table, AccordRecord *record)
{
  g_autofree char *title = accord_record_dup_title (record);

  accord_table_add_cell (table, title);
}

static void
add_count (AccordTable *table, guint count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);

  accord_table_add_cell (table, text);
}

static void
add_choice (AccordTable *table, AccordRecord *record, const char *field, gboolean overdue)
{
  g_autofree char *text =
      accord_record_dup_display (record, accord_kind_find_field (accord_record_get_kind (record), field));

  accord_table_add_cell (table, overdue ? _ ("Overdue") : text);
}

/* A day, or else the words of the source. */
static void
add_day (AccordTable *table, const char *date, const char *words)
{
  g_autofree char *day = date != NULL ? accord_date_format (date) : NULL;

  accord_table_add_cell (table, day != NULL ? day : words);
}

static void
write_heading (AccordOutput *output, const char *heading)
{
  accord_output_printf (output, "\n%s\n", heading);
}

static guint
count_above_target (GPtrArray *risks)
{
  guint above = 0;

  for (guint i = 0; i < risks->len; i++)
    {
      const AccordRiskStanding *risk = risks->pdata[i];

      above += risk->above_target && !risk->closed;
    }
  return above;
}

static guint
count_on_track (GPtrArray *benefits)
{
  guint on_track = 0;

  for (guint i = 0; i < benefits->len; i++)
    on_track +=
        accord_benefit_state_is_on_track (((const AccordBenefitStanding *) benefits->pdata[i])->state);
  return on_track;
}

static void
add_of (AccordTable *table, guint part, guint all)
{
  g_autofree char *text = all > 0 ? g_strdup_printf (_ ("%u of %u"), part, all) : NULL;

  accord_table_add_cell (table, text);
}

static void
add_programme (AccordTable *table, const AccordProgrammeProgress *progress)
{
  const AccordMilestoneCount *count = &progress->count;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, accord_record_get_id (progress->programme));

  accord_table_add_cell (table, id);
  add_title (table, progress->programme);
  add_of (table, count->done, count->all);
  add_count (table, count->overdue);
  add_day (table, count->next != NULL ? text_of (count->next, "date") : NULL,
           count->next != NULL ? text_of (count->next, "date-words") : NULL);
  add_of (table, progress->n_actions_open, progress->actions->len);
  add_of (table, count_above_target (progress->risks), progress->risks->len);
  add_of (table, count_on_track (progress->benefits), progress->benefits->len);
}

/**
 * accord_programme_text_all:
 * @output: where to write
 * @programmes: (element-type AccordProgrammeProgress): all programmes
 *
 * Writes a line for each programme.
 */
void
accord_programme_text_all (AccordOutput *output, GPtrArray *programmes)
{
  g_autoptr (AccordTable) table = accord_table_new (output);

  accord_table_add_column (table, _ ("ID"), TRUE);
  accord_table_add_column (table, _ ("Programme"), FALSE);
  accord_table_add_column (table, _ ("Done"), TRUE);
  accord_table_add_column (table, _ ("Overdue"), TRUE);
  accord_table_add_column (table, _ ("Next"), FALSE);
  accord_table_add_column (table, _ ("Actions open"), TRUE);
  accord_table_add_column (table, _ ("Risks above target"), TRUE);
  accord_table_add_column (table, _ ("Benefits on track"), TRUE);
  for (guint i = 0; i < programmes->len; i++)
    add_programme (table, programmes->pdata[i]);
  if (programmes->len == 0)
    accord_output_printf (output, "%s\n", _ ("There are no programmes yet."));
  accord_table_finish (table);
}

static void
write_milestones (AccordOutput *output, const AccordProgrammeProgress *progress)
{
  g_autoptr (AccordTable) table = NULL;

  if (progress->milestones->len == 0)
    return;
  write_heading (output, _ ("Milestones"));
  table = accord_table_new (output);
  accord_table_add_column (table, _ ("Due"), FALSE);
  accord_table_add_column (table, _ ("What is to happen"), FALSE);
  accord_table_add_column (table, _ ("Status"), FALSE);
  for (guint i = 0; i < progress->milestones->len; i++)
    {
      AccordRecord *milestone = progress->milestones->pdata[i];

      add_day (table, text_of (milestone, "date"), text_of (milestone, "date-words"));
      add_title (table, milestone);
      add_choice (table, milestone, "status",
                  accord_milestone_is_overdue (milestone, progress->today)
                      && g_strcmp0 (text_of (milestone, "status"), "missed") != 0);
    }
  accord_table_finish (table);
}

static void
write_workstreams (AccordOutput *output, const AccordProgrammeProgress *progress)
{
  g_autoptr (AccordTable) table = NULL;

  if (progress->workstreams->len == 0)
    return;
  write_heading (output, _ ("Workstreams and priority areas"));
  table = accord_table_new (output);
  accord_table_add_column (table, _ ("Name"), FALSE);
  accord_table_add_column (table, _ ("Lead"), FALSE);
  accord_table_add_column (table, _ ("Done"), TRUE);
  accord_table_add_column (table, _ ("Overdue"), TRUE);
  for (guint i = 0; i < progress->workstreams->len; i++)
    {
      const AccordWorkstreamProgress *workstream = progress->workstreams->pdata[i];

      add_title (table, workstream->record);
      accord_table_add_cell (table, text_of (workstream->record, "lead"));
      add_of (table, workstream->count.done, workstream->count.all);
      add_count (table, workstream->count.overdue);
    }
  accord_table_finish (table);
}

static void
write_actions (AccordOutput *output, const AccordProgrammeProgress *progress)
{
  g_autoptr (AccordTable) table = NULL;

  if (progress->n_actions_open == 0)
    return;
  write_heading (output, _ ("Open actions"));
  table = accord_table_new (output);
  accord_table_add_column (table, _ ("Due"), FALSE);
  accord_table_add_column (table, _ ("Action"), FALSE);
  accord_table_add_column (table, _ ("Owner"), FALSE);
  accord_table_add_column (table, _ ("State"), FALSE);
  for (guint i = 0; i < progress->n_actions_open; i++)
    {
      AccordRecord *action = progress->actions->pdata[i];

      add_day (table, text_of (action, "due"), text_of (action, "due-words"));
      add_title (table, action);
      accord_table_add_cell (table, text_of (action, "owner"));
      add_choice (table, action, "state", accord_date_is_past (text_of (action, "due"), progress->today));
    }
  accord_table_finish (table);
}

static void
add_score (AccordTable *table, gint64 score)
{
  g_autofree char *text = score != ACCORD_UNKNOWN ? g_strdup_printf ("%d", (int) score) : NULL;

  accord_table_add_cell (table, text);
}

static void
write_risks (AccordOutput *output, const AccordProgrammeProgress *progress)
{
  g_autoptr (AccordTable) table = NULL;

  if (progress->risks->len == 0)
    return;
  write_heading (output, _ ("Risks"));
  table = accord_table_new (output);
  accord_table_add_column (table, _ ("Risk"), FALSE);
  accord_table_add_column (table, _ ("Gross"), TRUE);
  accord_table_add_column (table, _ ("Previous"), TRUE);
  accord_table_add_column (table, _ ("Net"), TRUE);
  accord_table_add_column (table, _ ("Target"), TRUE);
  accord_table_add_column (table, _ ("Direction"), FALSE);
  for (guint i = 0; i < progress->risks->len; i++)
    {
      const AccordRiskStanding *risk = progress->risks->pdata[i];

      accord_table_add_cell (table, risk->name);
      add_score (table, risk->gross);
      add_score (table, risk->previous);
      add_score (table, risk->net);
      add_score (table, risk->target);
      accord_table_add_cell (table,
                             risk->closed ? _ ("closed") : accord_risk_direction_get_words (risk->direction));
    }
  accord_table_finish (table);
}

static void
add_value (AccordTable *table, const AccordBenefitStanding *benefit, const char *value)
{
  g_autofree char *text = value != NULL ? accord_benefit_dup_value (benefit, value) : NULL;

  accord_table_add_cell (table, text);
}

static void
write_benefits (AccordOutput *output, const AccordProgrammeProgress *progress)
{
  g_autoptr (AccordTable) table = NULL;

  if (progress->benefits->len == 0)
    return;
  write_heading (output, _ ("Benefits"));
  table = accord_table_new (output);
  accord_table_add_column (table, _ ("Benefit"), FALSE);
  accord_table_add_column (table, _ ("Baseline"), TRUE);
  accord_table_add_column (table, _ ("Latest"), TRUE);
  accord_table_add_column (table, _ ("Target"), TRUE);
  accord_table_add_column (table, _ ("How it stands"), FALSE);
  for (guint i = 0; i < progress->benefits->len; i++)
    {
      const AccordBenefitStanding *benefit = progress->benefits->pdata[i];

      accord_table_add_cell (table, benefit->measure);
      add_value (table, benefit, benefit->baseline);
      add_value (table, benefit, benefit->latest != NULL ? benefit->latest->text : NULL);
      add_value (table, benefit, benefit->target);
      accord_table_add_cell (table, accord_benefit_state_get_words (benefit->state));
    }
  accord_table_finish (table);
}

/**
 * accord_programme_text_one:
 * @output: where to write
 * @progress: what is known of a programme
 *
 * Writes whether it is on time, and whether it works.
 */
void
accord_programme_text_one (AccordOutput *output, const AccordProgrammeProgress *progress)
{
  g_autofree char *title = accord_record_dup_title (progress->programme);
  g_autofree char *name = accord_terminal_line (title);
  g_autofree char *day = accord_date_format (progress->today);

  accord_output_heading (output, name);
  accord_output_write (output, "\n", 1);
  /* Translators: a day, then how many milestones are done, of how many, and how many are overdue. */
  accord_output_printf (output, _ ("On %s: %u of %u milestones done, %u overdue.\n"), day,
                        progress->count.done, progress->count.all, progress->count.overdue);
  write_milestones (output, progress);
  write_workstreams (output, progress);
  write_actions (output, progress);
  write_risks (output, progress);
  write_benefits (output, progress);
}
