/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "programme/programme-rows.h"

#include "form/form-figures.h"
#include "form/form-model.h"
#include "list/list-words.h"
#include "date.h"
#include "milestone.h"
#include "money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
text_of (AccordRecord *record, const char *field)
{
  return accord_record_get_text (record, field);
}

static void
add_part (GString *line, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", part);
}

/* Nothing said is no line. */
static char *
end_line (GString *line)
{
  gboolean empty = line->len == 0;
  char *text = g_string_free (line, empty);

  return empty ? NULL : text;
}

static char *
dup_choice (AccordRecord *record, const char *field)
{
  return accord_record_dup_display (record, accord_kind_find_field (accord_record_get_kind (record), field));
}

/* The exact day and how far off it is; else the words of the source. */
static char *
dup_day (const char *date, const char *words, const char *today)
{
  g_autofree char *day = NULL;
  g_autofree char *relative = NULL;

  if (date == NULL)
    return g_strdup (words);
  day = accord_date_format (date);
  relative = today != NULL ? accord_form_dup_relative (date, today) : NULL;
  return relative != NULL ? g_strdup_printf ("%s, %s", day, relative) : g_steal_pointer (&day);
}

static const AccordStatus *
find_status (AccordRecord *record, const char *field)
{
  return accord_status_find (accord_kind_get_field (accord_record_get_kind (record), field),
                             text_of (record, field));
}

static const AccordStatus overdue_status = { "accord-status-overdue-symbolic", "overdue" };

static AccordRow *
new_row (AccordRecord *record)
{
  g_autofree char *title = accord_record_dup_title (record);

  return accord_row_new (accord_record_get_kind (record)->name, accord_record_get_id (record), title);
}

static AccordRow *
milestone_row (AccordRecord *milestone, const char *today)
{
  AccordRow *row = new_row (milestone);
  GString *second = g_string_new (NULL);
  g_autofree char *day = dup_day (text_of (milestone, "date"), text_of (milestone, "date-words"), today);

  add_part (second, day != NULL ? day : _ ("no date given"));
  add_part (second, accord_record_get_reference_title (milestone, "workstream"));
  add_part (second, accord_record_get_reference_title (milestone, "body"));
  row->second = end_line (second);
  row->choice = "status";
  row->status = find_status (milestone, "status");
  row->words = dup_choice (milestone, "status");
  if (accord_milestone_is_overdue (milestone, today)
      && g_strcmp0 (text_of (milestone, "status"), "missed") != 0)
    {
      row->status = &overdue_status;
      g_free (row->words);
      row->words = g_strdup (_ ("Overdue"));
    }
  return row;
}

/**
 * accord_programme_milestone_rows:
 * @milestones: (element-type AccordRecord): milestones, by day
 * @today: today as an ISO date
 *
 * Returns: (transfer full) (element-type AccordRow): those that are not done, the earliest first
 */
GPtrArray *
accord_programme_milestone_rows (GPtrArray *milestones, const char *today)
{
  GPtrArray *rows = accord_rows_array_new ();

  for (guint i = 0; i < milestones->len; i++)
    if (g_strcmp0 (text_of (milestones->pdata[i], "status"), "done") != 0)
      g_ptr_array_add (rows, milestone_row (milestones->pdata[i], today));
  return rows;
}

/**
 * accord_milestone_count_dup_state:
 * @count: milestones counted
 * @words: (out) (transfer full) (nullable): how they stand together, in words
 *
 * Returns: (transfer none) (nullable): the word of a status that looks the same, or %NULL where there are
 * none
 */
const char *
accord_milestone_count_dup_state (const AccordMilestoneCount *count, char **words)
{
  *words = NULL;
  if (count->all == 0)
    return NULL;
  if (count->overdue > 0)
    {
      *words = g_strdup_printf (_ ("%u overdue"), count->overdue);
      return "missed";
    }
  if (count->done == count->all)
    {
      *words = g_strdup (_ ("Done"));
      return "done";
    }
  *words = g_strdup (count->done + count->under_way > 0 ? _ ("Under way") : _ ("Planned"));
  return count->done + count->under_way > 0 ? "under-way" : "planned";
}

/**
 * accord_programme_dup_count:
 * @count: milestones counted
 *
 * Returns: (transfer full) (nullable): “3 of 6”, or %NULL where there are none
 */
char *
accord_programme_dup_count (const AccordMilestoneCount *count)
{
  return count->all > 0 ? g_strdup_printf (_ ("%u of %u"), count->done, count->all) : NULL;
}

static AccordRow *
workstream_row (const AccordWorkstreamProgress *workstream)
{
  const AccordKind *milestones = accord_kind_for_type (ACCORD_TYPE_MILESTONE);
  AccordRow *row = new_row (workstream->record);
  GString *second = g_string_new (NULL);
  g_autofree char *type = dup_choice (workstream->record, "type");
  gint64 position = accord_record_get_int (workstream->record, "position");
  const char *lead = text_of (workstream->record, "lead");
  g_autofree char *led = lead != NULL ? g_strdup_printf (_ ("led by %s"), lead) : NULL;
  g_autofree char *sum = workstream->allocated != ACCORD_UNKNOWN
                             ? accord_money_format (workstream->allocated, ACCORD_MONEY_SHORT)
                             : NULL;
  g_autofree char *allocated = sum != NULL ? g_strdup_printf (_ ("%s allocated"), sum) : NULL;
  const char *state;

  add_part (second, type);
  add_part (second, led);
  add_part (second, allocated);
  add_part (second, text_of (workstream->record, "description"));
  row->second = end_line (second);
  row->lead = position != ACCORD_UNKNOWN ? g_strdup_printf ("%d", (int) position) : NULL;
  row->figure = accord_programme_dup_count (&workstream->count);
  row->figure_note = row->figure != NULL ? g_strdup (_ ("done")) : NULL;
  state = accord_milestone_count_dup_state (&workstream->count, &row->words);
  row->status =
      state != NULL ? accord_status_find (accord_kind_get_field (milestones, "status"), state) : NULL;
  return row;
}

/**
 * accord_programme_workstream_rows:
 * @progress: what is known of a programme
 *
 * Returns: (transfer full) (element-type AccordRow): its parts, in its own order
 */
GPtrArray *
accord_programme_workstream_rows (const AccordProgrammeProgress *progress)
{
  GPtrArray *rows = accord_rows_array_new ();
  gboolean numbered = FALSE;

  for (guint i = 0; i < progress->workstreams->len; i++)
    {
      AccordRow *row = workstream_row (progress->workstreams->pdata[i]);

      numbered |= row->lead != NULL;
      g_ptr_array_add (rows, row);
    }
  /* Names stand below each other, also where one has no number. */
  for (guint i = 0; numbered && i < rows->len; i++)
    {
      AccordRow *row = rows->pdata[i];

      if (row->lead == NULL)
        row->lead = g_strdup ("–");
    }
  return rows;
}

static AccordRow *
transfer_row (AccordRecord *transfer, const char *today)
{
  AccordRow *row = new_row (transfer);
  const char *from = accord_record_get_reference_title (transfer, "from-organisation");
  const char *to = accord_record_get_reference_title (transfer, "to-organisation");
  const char *overseer = accord_record_get_reference_title (transfer, "overseen-by");
  g_autofree char *way = NULL;
  g_autofree char *seen = overseer != NULL ? g_strdup_printf (_ ("overseen by %s"), overseer) : NULL;
  g_autofree char *day = dup_day (text_of (transfer, "date"), text_of (transfer, "date-words"), today);
  GString *second = g_string_new (NULL);

  way = g_strdup_printf ("%s → %s", from != NULL ? from : _ ("not known"),
                         to != NULL ? to : _ ("nobody named yet"));
  add_part (second, way);
  add_part (second, seen);
  add_part (second, day != NULL ? day : _ ("no date given"));
  row->second = end_line (second);
  row->choice = "status";
  row->status = find_status (transfer, "status");
  row->words = dup_choice (transfer, "status");
  return row;
}

GPtrArray *
accord_programme_transfer_rows (const AccordProgrammeProgress *progress)
{
  GPtrArray *rows = accord_rows_array_new ();

  for (guint i = 0; i < progress->transfers->len; i++)
    g_ptr_array_add (rows, transfer_row (progress->transfers->pdata[i], progress->today));
  return rows;
}

/* The last thing that was noted about an action. */
static char *
dup_last_update (AccordRecord *action)
{
  g_autofree char *updates =
      g_strstrip (g_strdup (text_of (action, "updates") != NULL ? text_of (action, "updates") : ""));
  const char *last = strrchr (updates, '\n');
  const char *line = last != NULL ? last + 1 : updates;
  const char *words = strpbrk (line, " \t");
  g_autofree char *iso = words != NULL ? g_strndup (line, words - line) : NULL;
  g_autofree char *day = NULL;

  if (words == NULL)
    return NULL;
  while (g_ascii_isspace (*words))
    words++;
  if (!accord_date_is_iso (iso))
    return g_strdup (words);
  day = accord_date_format (iso);
  return g_strdup_printf ("%s: %s", day, words);
}

static AccordRow *
action_row (AccordRecord *action, const char *today)
{
  AccordRow *row = new_row (action);
  GString *second = g_string_new (NULL);
  gboolean open = g_strcmp0 (text_of (action, "state"), "open") == 0;
  g_autofree char *day =
      dup_day (text_of (action, "due"), text_of (action, "due-words"), open ? today : NULL);
  g_autofree char *due = day != NULL ? g_strdup_printf (_ ("due %s"), day) : NULL;
  g_autofree char *update = dup_last_update (action);

  add_part (second, text_of (action, "owner") != NULL ? text_of (action, "owner") : _ ("no owner yet"));
  add_part (second, due);
  add_part (second, update);
  row->second = end_line (second);
  row->choice = "state";
  row->status = accord_form_status (action, today, &row->words);
  return row;
}

GPtrArray *
accord_programme_action_rows (const AccordProgrammeProgress *progress)
{
  GPtrArray *rows = accord_rows_array_new ();

  for (guint i = 0; i < progress->actions->len; i++)
    g_ptr_array_add (rows, action_row (progress->actions->pdata[i], progress->today));
  return rows;
}

static char *
dup_period (AccordRecord *event)
{
  g_autofree char *from = dup_day (text_of (event, "from"), text_of (event, "from-words"), NULL);
  g_autofree char *until = dup_day (text_of (event, "until"), text_of (event, "until-words"), NULL);

  if (from != NULL && until != NULL && g_strcmp0 (from, until) != 0)
    return g_strdup_printf (_ ("%s to %s"), from, until);
  if (from != NULL)
    return g_steal_pointer (&from);
  return until != NULL ? g_strdup_printf (_ ("until %s"), until) : NULL;
}

/* What an event was heard by: answers where it was asked for some, else the people who came. */
static gint64
count_of (AccordRecord *event, gboolean *responses)
{
  gint64 answers = accord_record_get_int (event, "responses");

  *responses = answers != ACCORD_UNKNOWN;
  return *responses ? answers : accord_record_get_int (event, "attendance");
}

static AccordRow *
engagement_row (AccordRecord *event, const gint64 most[2])
{
  AccordRow *row = new_row (event);
  GString *second = g_string_new (NULL);
  g_autofree char *type = dup_choice (event, "type");
  g_autofree char *period = dup_period (event);
  gint64 attendance = accord_record_get_int (event, "attendance");
  g_autofree char *came = NULL;
  gboolean responses;
  gint64 count = count_of (event, &responses);

  if (responses && attendance != ACCORD_UNKNOWN)
    {
      g_autofree char *number = accord_list_dup_number (attendance);

      came = g_strdup_printf (_ ("%s people came"), number);
    }
  add_part (second, type);
  add_part (second, period);
  add_part (second, came);
  add_part (second, text_of (event, "outcome"));
  row->second = end_line (second);
  if (count == ACCORD_UNKNOWN)
    return row;
  row->figure = accord_list_dup_number (count);
  row->figure_note = g_strdup (responses ? _ ("responses") : _ ("people came"));
  row->share = most[responses] > 0 ? (double) count / most[responses] : 0;
  return row;
}

/**
 * accord_programme_engagement_rows:
 * @progress: what is known of a programme
 *
 * Returns: (transfer full) (element-type AccordRow): its events, each with a bar for its count as a part of
 *   the highest count of the same sort
 */
GPtrArray *
accord_programme_engagement_rows (const AccordProgrammeProgress *progress)
{
  GPtrArray *rows = accord_rows_array_new ();
  gint64 most[2] = { 0, 0 };

  for (guint i = 0; i < progress->engagements->len; i++)
    {
      gboolean responses;
      gint64 count = count_of (progress->engagements->pdata[i], &responses);

      if (count != ACCORD_UNKNOWN)
        most[responses] = MAX (most[responses], count);
    }
  for (guint i = 0; i < progress->engagements->len; i++)
    g_ptr_array_add (rows, engagement_row (progress->engagements->pdata[i], most));
  return rows;
}

static const AccordStatus unknown_status = { "accord-status-unknown-symbolic", "unknown" };

static AccordRow *
unscored_row (const AccordRiskStanding *risk)
{
  AccordRow *row = accord_row_new ("risk", risk->risk, risk->name);

  row->second = risk->owner != NULL ? g_strdup_printf (_ ("owned by %s"), risk->owner) : NULL;
  row->status = &unknown_status;
  row->words = g_strdup (_ ("Not scored"));
  return row;
}

/**
 * accord_programme_unscored_rows:
 * @progress: what is known of a programme
 *
 * Returns: (transfer full) (element-type AccordRow): its open risks that nobody has scored
 */
GPtrArray *
accord_programme_unscored_rows (const AccordProgrammeProgress *progress)
{
  GPtrArray *rows = accord_rows_array_new ();

  for (guint i = 0; i < progress->risks->len; i++)
    {
      const AccordRiskStanding *risk = progress->risks->pdata[i];

      if (!risk->scored && !risk->closed)
        g_ptr_array_add (rows, unscored_row (risk));
    }
  return rows;
}

/**
 * accord_programme_unmeasured_rows:
 * @progress: what is known of a programme
 *
 * Returns: (transfer full) (element-type AccordRow): its benefits without any number
 */
GPtrArray *
accord_programme_unmeasured_rows (const AccordProgrammeProgress *progress)
{
  GPtrArray *rows = accord_rows_array_new ();

  for (guint i = 0; i < progress->benefits->len; i++)
    {
      const AccordBenefitStanding *benefit = progress->benefits->pdata[i];
      AccordRow *row;

      if (accord_benefit_standing_has_figures (benefit))
        continue;
      row = accord_row_new ("benefit", benefit->benefit, benefit->measure);
      row->second = g_strdup (benefit->note != NULL ? benefit->note : benefit->organisation);
      row->status = &unknown_status;
      row->words = g_strdup (_ ("No figures yet"));
      g_ptr_array_add (rows, row);
    }
  return rows;
}
