/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "programme/programme-figures.h"

#include "form/form-figures.h"
#include "action.h"
#include "benefit.h"
#include "date.h"
#include "milestone.h"
#include "risk.h"

#include <glib/gi18n-lib.h>

/* Five would leave an empty place. */
#define ODD_NUMBER 5

static AccordQuery *
query_of (GType type, const AccordProgrammeProgress *progress)
{
  const AccordKind *kind = accord_kind_for_type (type);
  AccordQuery *query = accord_query_new (kind);

  accord_query_add_number (query, accord_kind_find_field (kind, "programme"), ACCORD_OPERATOR_EQUAL,
                           accord_record_get_id (progress->programme));
  return query;
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

static void
add_milestones (GPtrArray *figures, const AccordProgrammeProgress *progress, gboolean with_overdue)
{
  const AccordMilestoneCount *count = &progress->count;
  g_autofree char *text = g_strdup_printf (_ ("%u of %u"), count->done, count->all);
  g_autofree char *late = g_strdup_printf (_ ("%u overdue"), count->overdue);
  g_autofree char *going = g_strdup_printf (_ ("%u under way"), count->under_way);
  g_autofree char *elsewhere = NULL;
  const char *note = !with_overdue && count->overdue > 0 ? late : count->under_way > 0 ? going : NULL;
  AccordFormFigure *figure = accord_form_figure_new (_ ("Milestones done"), text, note);

  if (progress->n_elsewhere > 0)
    elsewhere = g_strdup_printf (ngettext (" %u more names one of its workstreams only, and is counted too.",
                                           " %u more name one of its workstreams only, and are counted too.",
                                           progress->n_elsewhere),
                                 progress->n_elsewhere);
  {
    g_autofree char *rule = g_strconcat (
        _ ("The milestones whose status is “Done”, of all that name this programme."), elsewhere, NULL);

    explain (figure, rule, query_of (ACCORD_TYPE_MILESTONE, progress));
  }
  figure->urgent = !with_overdue && count->overdue > 0;
  add (figures, figure);
}

static void
add_overdue (GPtrArray *figures, const AccordProgrammeProgress *progress)
{
  const AccordMilestoneCount *count = &progress->count;
  g_autofree char *text = g_strdup_printf ("%u", count->overdue);
  g_autofree char *undated =
      count->undated > 0 ? g_strdup_printf (_ ("%u without a date"), count->undated) : NULL;
  AccordFormFigure *figure = accord_form_figure_new (_ ("Overdue"), text, undated);
  AccordQuery *query = query_of (ACCORD_TYPE_MILESTONE, progress);
  g_autofree char *yesterday = dup_yesterday (progress->today);

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
add_next (GPtrArray *figures, const AccordProgrammeProgress *progress)
{
  const AccordMilestoneCount *count = &progress->count;
  g_autofree char *text = dup_next_day (count->next);
  g_autofree char *name = count->next != NULL ? accord_record_dup_title (count->next) : NULL;
  const char *none = count->done == count->all ? _ ("everything is done") : _ ("no date lies ahead");
  AccordFormFigure *figure = accord_form_figure_new (_ ("Next date"), text, name != NULL ? name : none);
  AccordQuery *query = query_of (ACCORD_TYPE_MILESTONE, progress);

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
      add_milestones (figures, progress, with_overdue);
      if (with_overdue)
        add_overdue (figures, progress);
      add_next (figures, progress);
    }
  if (progress->actions->len > 0)
    add_actions (figures, progress);
  if (progress->risks->len > 0)
    add_risks (figures, progress);
  if (progress->benefits->len > 0)
    add_benefits (figures, progress);
  return figures;
}
