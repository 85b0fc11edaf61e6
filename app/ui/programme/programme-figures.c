/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "programme/programme-figures.h"

#include "form/form-figures.h"
#include "action.h"
#include "allocation.h"
#include "benefit.h"
#include "date.h"
#include "engagement.h"
#include "finding.h"
#include "milestone.h"
#include "risk.h"
#include "workstream.h"

#include <glib/gi18n-lib.h>

/* Five would leave an empty place. */
#define ODD_NUMBER 5
#define ENOUGH 3

/* The records of a kind that name @record. */
static AccordQuery *
query_naming (GType type, AccordRecord *record)
{
  const AccordKind *kind = accord_kind_for_type (type);
  AccordQuery *query = accord_query_new (kind);

  accord_query_add_number (query, accord_kind_find_field (kind, accord_record_get_kind (record)->name),
                           ACCORD_OPERATOR_EQUAL, accord_record_get_id (record));
  return query;
}

static AccordQuery *
query_of (GType type, const AccordProgrammeProgress *progress)
{
  return query_naming (type, progress->programme);
}

static void
add_word (AccordQuery *query, const char *field, AccordOperator op, const char *word)
{
  accord_query_add_text (query, accord_kind_find_field (accord_query_get_kind (query), field), op, word);
}

static char *
dup_yesterday (const char *today)
{
  char iso[ACCORD_DATE_ISO_SIZE];
  int day;

  if (accord_date_to_day_number (today, &day) && accord_date_from_day_number (day - 1, iso))
    return g_strdup (iso);
  return g_strdup (today);
}

static void
explain (AccordFormFigure *figure, const char *rule, AccordQuery *query)
{
  accord_form_figure_explain (figure, rule, query);
  accord_query_unref (query);
}

static void
add (GPtrArray *figures, AccordFormFigure *figure)
{
  g_ptr_array_add (figures, figure);
}

/* @record is a programme or a workstream. */
static void
add_milestones (GPtrArray *figures, AccordRecord *record, const AccordMilestoneCount *count,
                gboolean with_overdue, guint n_elsewhere)
{
  g_autofree char *text = g_strdup_printf (_ ("%u of %u"), count->done, count->all);
  g_autofree char *late = g_strdup_printf (_ ("%u overdue"), count->overdue);
  g_autofree char *going = g_strdup_printf (_ ("%u under way"), count->under_way);
  g_autofree char *elsewhere = NULL;
  g_autofree char *rule = NULL;
  const char *note = !with_overdue && count->overdue > 0 ? late : count->under_way > 0 ? going : NULL;
  AccordFormFigure *figure = accord_form_figure_new (_ ("Milestones done"), text, note);

  if (n_elsewhere > 0)
    elsewhere = g_strdup_printf (ngettext (" %u more names one of its workstreams only, and is counted too.",
                                           " %u more name one of its workstreams only, and are counted too.",
                                           n_elsewhere),
                                 n_elsewhere);
  rule = g_strconcat (_ ("The milestones whose status is “Done”, of all that name this record."), elsewhere,
                      NULL);
  explain (figure, rule, query_naming (ACCORD_TYPE_MILESTONE, record));
  figure->urgent = !with_overdue && count->overdue > 0;
  add (figures, figure);
}

static void
add_overdue (GPtrArray *figures, AccordRecord *record, const AccordMilestoneCount *count, const char *today)
{
  g_autofree char *text = g_strdup_printf ("%u", count->overdue);
  g_autofree char *undated =
      count->undated > 0 ? g_strdup_printf (_ ("%u without a date"), count->undated) : NULL;
  AccordFormFigure *figure = accord_form_figure_new (_ ("Overdue"), text, undated);
  AccordQuery *query = query_naming (ACCORD_TYPE_MILESTONE, record);
  g_autofree char *yesterday = dup_yesterday (today);

  add_word (query, "status", ACCORD_OPERATOR_NOT_EQUAL, "done");
  /* A list cannot ask for what is told in words; it then shows all that is not done. */
  if (count->overdue_in_words == 0)
    add_word (query, "date", ACCORD_OPERATOR_AT_MOST, yesterday);
  explain (
      figure,
      _ ("The milestones that are not done although their day has gone by. Where the day is only told in "
         "words, such as “Spring 2017”, the last day that they can mean has."),
      query);
  figure->urgent = count->overdue > 0;
  add (figures, figure);
}

static char *
dup_next_day (AccordRecord *next)
{
  const char *date = next != NULL ? accord_record_get_text (next, "date") : NULL;

  if (next == NULL)
    return g_strdup (_ ("none"));
  return date != NULL ? accord_date_format (date) : g_strdup (accord_record_get_text (next, "date-words"));
}

static void
add_next (GPtrArray *figures, AccordRecord *record, const AccordMilestoneCount *count)
{
  g_autofree char *text = dup_next_day (count->next);
  g_autofree char *name = count->next != NULL ? accord_record_dup_title (count->next) : NULL;
  const char *none = count->done == count->all ? _ ("everything is done") : _ ("no date lies ahead");
  AccordFormFigure *figure = accord_form_figure_new (_ ("Next date"), text, name != NULL ? name : none);
  AccordQuery *query = query_naming (ACCORD_TYPE_MILESTONE, record);

  add_word (query, "status", ACCORD_OPERATOR_NOT_EQUAL, "done");
  explain (figure, _ ("The earliest day, from today, of a milestone that is not done."), query);
  add (figures, figure);
}

static void
add_actions (GPtrArray *figures, const AccordProgrammeProgress *progress)
{
  g_autofree char *text = g_strdup_printf ("%u", progress->n_actions_open);
  g_autofree char *note = progress->n_actions_overdue > 0
                              ? g_strdup_printf (_ ("%u overdue"), progress->n_actions_overdue)
                              : g_strdup_printf (_ ("of %u"), progress->actions->len);
  AccordFormFigure *figure = accord_form_figure_new (_ ("Actions open"), text, note);
  AccordQuery *query = query_of (ACCORD_TYPE_ACTION, progress);

  add_word (query, "state", ACCORD_OPERATOR_EQUAL, "open");
  explain (figure, _ ("The actions of this programme whose state is “Open”."), query);
  figure->urgent = progress->n_actions_overdue > 0;
  add (figures, figure);
}

static void
add_risks (GPtrArray *figures, const AccordProgrammeProgress *progress)
{
  guint above = 0, comparable = 0, open = 0;
  g_autofree char *text = NULL;
  g_autofree char *note = NULL;
  AccordFormFigure *figure;
  AccordQuery *query = query_of (ACCORD_TYPE_RISK, progress);

  for (guint i = 0; i < progress->risks->len; i++)
    {
      const AccordRiskStanding *risk = progress->risks->pdata[i];

      open += !risk->closed;
      comparable += !risk->closed && risk->net != ACCORD_UNKNOWN && risk->target != ACCORD_UNKNOWN;
      above += !risk->closed && risk->above_target;
    }
  text = comparable > 0 ? g_strdup_printf (_ ("%u of %u"), above, comparable) : NULL;
  if (open > comparable)
    note = g_strdup_printf (_ ("%u not scored"), open - comparable);
  figure = accord_form_figure_new (_ ("Risks above target"), text, note);
  add_word (query, "status", ACCORD_OPERATOR_EQUAL, "open");
  explain (figure,
           _ ("The open risks whose net score is above their target score, of those for which both are "
              "known."),
           query);
  figure->urgent = above > 0;
  add (figures, figure);
}

static void
add_benefits (GPtrArray *figures, const AccordProgrammeProgress *progress)
{
  guint on_track = 0, unknown = 0;
  g_autofree char *text = NULL;
  g_autofree char *note = NULL;
  AccordFormFigure *figure;
  guint all = progress->benefits->len;

  for (guint i = 0; i < all; i++)
    {
      const AccordBenefitStanding *benefit = progress->benefits->pdata[i];

      on_track += accord_benefit_state_is_on_track (benefit->state);
      unknown += benefit->latest == NULL || benefit->target == NULL;
    }
  text = unknown < all ? g_strdup_printf (_ ("%u of %u"), on_track, all - unknown) : NULL;
  if (unknown > 0)
    note = g_strdup_printf (_ ("%u not measured yet"), unknown);
  figure = accord_form_figure_new (_ ("Benefits on track"), text, note);
  explain (
      figure,
      _ ("The benefits whose latest value has reached the target or, while there is time left, is nearer "
         "to it than the baseline; of those that have a target and an actual value."),
      query_of (ACCORD_TYPE_BENEFIT, progress));
  add (figures, figure);
}

/* What is only counted says little, but more than nothing. */
static void
add_plain (GPtrArray *figures, const AccordProgrammeProgress *progress, const char *label, GType type,
           guint n)
{
  g_autofree char *text = g_strdup_printf ("%u", n);
  AccordFormFigure *figure;

  if (n == 0)
    return;
  figure = accord_form_figure_new (label, text, NULL);
  explain (figure, _ ("Those that name this programme, counted."), query_of (type, progress));
  add (figures, figure);
}

/**
 * accord_programme_figures:
 * @progress: what is known of a programme
 *
 * Returns: (transfer full) (element-type AccordFormFigure): the figures that its page begins with: none about
 *   what nobody has recorded
 */
GPtrArray *
accord_programme_figures (const AccordProgrammeProgress *progress)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_form_figure_free);
  guint others = (progress->actions->len > 0) + (progress->risks->len > 0) + (progress->benefits->len > 0);
  gboolean with_overdue = progress->count.all > 0 && others + 3 != ODD_NUMBER;

  if (progress->count.all > 0)
    {
      add_milestones (figures, progress->programme, &progress->count, with_overdue, progress->n_elsewhere);
      if (with_overdue)
        add_overdue (figures, progress->programme, &progress->count, progress->today);
      add_next (figures, progress->programme, &progress->count);
    }
  else
    add_plain (figures, progress, _ ("Parts"), ACCORD_TYPE_WORKSTREAM, progress->workstreams->len);
  if (progress->actions->len > 0)
    add_actions (figures, progress);
  if (progress->risks->len > 0)
    add_risks (figures, progress);
  if (progress->benefits->len > 0)
    add_benefits (figures, progress);
  if (figures->len < ENOUGH)
    add_plain (figures, progress, _ ("Findings of its evaluation"), ACCORD_TYPE_FINDING,
               progress->findings->len);
  if (figures->len < ENOUGH)
    add_plain (figures, progress, _ ("Engagement events"), ACCORD_TYPE_ENGAGEMENT,
               progress->engagements->len);
  return figures;
}

/**
 * accord_workstream_figures:
 * @progress: how a part of a programme stands
 * @today: today as an ISO date
 *
 * Returns: (transfer full) (element-type AccordFormFigure): the figures that its page begins with
 */
GPtrArray *
accord_workstream_figures (const AccordWorkstreamProgress *progress, const char *today)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_form_figure_free);

  if (progress->count.all > 0)
    {
      add_milestones (figures, progress->record, &progress->count, TRUE, 0);
      add_overdue (figures, progress->record, &progress->count, today);
      add_next (figures, progress->record, &progress->count);
    }
  if (progress->allocated != ACCORD_UNKNOWN)
    {
      AccordFormFigure *figure = accord_form_figure_new_money (_ ("Allocated"), progress->allocated, NULL);

      explain (
          figure,
          _ ("The allocations that name this workstream, added up; those without an amount are left out."),
          query_naming (ACCORD_TYPE_ALLOCATION, progress->record));
      add (figures, figure);
    }
  return figures;
}

static void
add_value (GPtrArray *figures, const char *label, const char *value, const char *note)
{
  g_autofree char *number = value != NULL ? accord_decimal_dup_display (value) : NULL;

  add (figures, accord_form_figure_new (label, number, note));
}

static void
add_way (GPtrArray *figures, const AccordBenefitStanding *benefit)
{
  g_autofree char *text = g_strdup_printf (_ ("%s%d%%"), benefit->progress < 0 ? "−" : "",
                                           (int) ((ABS (benefit->progress) + 50) / 100));
  AccordFormFigure *figure = accord_form_figure_new (_ ("Of the way to the target"), text,
                                                     accord_benefit_state_get_words (benefit->state));
  accord_form_figure_explain (
      figure,
      _ ("How far the latest value has come from the baseline, as a share of the way from the "
         "baseline to the target; below nought when it went the other way."),
      NULL);
  figure->urgent = benefit->state == ACCORD_BENEFIT_MISSED || benefit->state == ACCORD_BENEFIT_NO_NEARER;
  add (figures, figure);
}

/**
 * accord_benefit_figures:
 * @benefit: how a benefit stands
 *
 * Returns: (transfer full) (element-type AccordFormFigure): the figures that its page begins with: none where
 *   nobody has given one
 */
GPtrArray *
accord_benefit_figures (const AccordBenefitStanding *benefit)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_form_figure_free);
  g_autofree char *latest = benefit->latest != NULL ? accord_date_format (benefit->latest->date) : NULL;
  g_autofree char *day = benefit->target_date != NULL ? accord_date_format (benefit->target_date) : NULL;
  g_autofree char *by = day != NULL ? g_strdup_printf (_ ("by %s"), day) : NULL;

  if (!accord_benefit_standing_has_figures (benefit))
    return figures;
  add_value (figures, _ ("Latest"), benefit->latest != NULL ? benefit->latest->text : NULL,
             latest != NULL ? latest : _ ("not measured yet"));
  add_value (figures, _ ("Baseline"), benefit->baseline, benefit->unit);
  add_value (figures, _ ("Target"), benefit->target, by);
  if (benefit->progress != ACCORD_UNKNOWN)
    add_way (figures, benefit);
  return figures;
}
