/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview/overview-model.h"

#include "date.h"
#include "form/form-figures.h"
#include "fund-rows.h"
#include "list/list-words.h"
#include "money.h"
#include "overview-passed.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
add_caveats (GPtrArray *figures, const AccordOverview *overview, AccordSchema *schema)
{
  g_autofree char *open = accord_list_dup_number ((guint64) overview->n_caveats_open);
  g_autofree char *all = accord_list_dup_number ((guint64) overview->n_caveats);
  g_autofree char *text = NULL, *note = NULL;
  g_autoptr (AccordQuery) rows = NULL;
  AccordFormFigure *figure;

  if (overview->n_caveats == 0)
    return;
  /* Translators: so many of so many caveats. */
  text = g_strdup_printf (_ ("%s of %s"), open, all);
  if (overview->n_caveats_overdue > 0)
    note = g_strdup_printf (_ ("%d overdue"), (int) overview->n_caveats_overdue);
  else if (overview->n_caveats_open > 0)
    {
      const AccordOverviewCaveats *first = overview->caveats->pdata[0];
      g_autofree char *due = accord_overview_dup_when (first->due, first->due_words);

      note = due != NULL ? g_strdup_printf (_ ("answers due: %s"), due) : NULL;
    }
  else
    note = g_strdup (_ ("all are answered"));
  figure = accord_form_figure_new (_ ("Caveats open"), text, note);
  figure->urgent = overview->n_caveats_open > 0;
  rows = accord_overview_new_query (schema, "caveat", "state", "open");
  accord_form_figure_explain (figure, _ ("Caveats that nobody has answered or accepted, of all caveats."),
                              rows);
  g_ptr_array_add (figures, figure);
}

static void
add_actions (GPtrArray *figures, const AccordOverview *overview, AccordSchema *schema, const char *today)
{
  g_autofree char *number = accord_list_dup_number ((guint64) overview->n_actions_overdue);
  g_autofree char *note = NULL;
  g_autoptr (AccordQuery) rows = NULL;
  AccordFormFigure *figure;

  if (overview->n_actions_open == 0)
    return;
  note = g_strdup_printf (_ ("of %d open"), (int) overview->n_actions_open);
  figure = accord_form_figure_new (_ ("Actions overdue"), number, note);
  figure->urgent = overview->n_actions_overdue > 0;
  rows = accord_overview_new_query (schema, "action", "state", "open");
  if (overview->n_actions_overdue > 0)
    accord_overview_add_due (rows, "due", today);
  accord_form_figure_explain (figure, _ ("Open actions whose day has passed, of all open actions."), rows);
  g_ptr_array_add (figures, figure);
}

static int
count_stage (const AccordOverview *overview, const char *stage)
{
  int n = 0;

  for (guint i = 0; i < overview->cases->len; i++)
    {
      const AccordOverviewCases *group = overview->cases->pdata[i];

      if (g_strcmp0 (group->stage, stage) == 0)
        n += (int) group->cases->len;
    }
  return n;
}

/* "4 in outline, 2 full". */
static char *
dup_stages (const AccordOverview *overview)
{
  int first = count_stage (overview, "strategic-outline");
  int second = count_stage (overview, "outline");
  int third = count_stage (overview, "full");
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  if (first > 0)
    g_ptr_array_add (words, g_strdup_printf (_ ("%d in strategic outline"), first));
  if (second > 0)
    g_ptr_array_add (words, g_strdup_printf (_ ("%d in outline"), second));
  if (third > 0)
    g_ptr_array_add (words, g_strdup_printf (_ ("%d in full"), third));
  g_ptr_array_add (words, NULL);
  return g_strjoinv (", ", (char **) words->pdata);
}

static void
add_cases (GPtrArray *figures, const AccordOverview *overview, AccordSchema *schema)
{
  g_autofree char *number = NULL, *stages = NULL;
  g_autoptr (AccordQuery) rows = NULL;
  AccordFormFigure *figure;
  guint n = 0;

  for (guint i = 0; i < overview->cases->len; i++)
    n += ((AccordOverviewCases *) overview->cases->pdata[i])->cases->len;
  if (n == 0)
    return;
  number = accord_list_dup_number (n);
  stages = dup_stages (overview);
  figure = accord_form_figure_new (_ ("Business cases"), number, stages);
  rows = accord_overview_new_query (schema, "case", NULL, NULL);
  accord_form_figure_explain (figure, _ ("All business cases, by the stage that they have reached."), rows);
  g_ptr_array_add (figures, figure);
}

/* The fund that says most: one with payments before one without, then the largest transformation fund. */
static const AccordFundSummary *
find_fund (GPtrArray *funds)
{
  const AccordFundSummary *best = NULL;

  for (guint i = 0; i < funds->len; i++)
    {
      const AccordFundSummary *fund = funds->pdata[i];
      gboolean own = g_strcmp0 (fund->type, "transformation-fund") == 0;
      gboolean best_own = best != NULL && g_strcmp0 (best->type, "transformation-fund") == 0;

      if (fund->award == ACCORD_UNKNOWN || g_strcmp0 (fund->type, "financial-gap") == 0)
        continue;
      if (best == NULL || (fund->n_payments > 0) > (best->n_payments > 0)
          || ((fund->n_payments > 0) == (best->n_payments > 0)
              && (own > best_own || (own == best_own && fund->award > best->award))))
        best = fund;
    }
  return best;
}

static void
add_money (GPtrArray *figures, const AccordOverview *overview, AccordSchema *schema)
{
  const AccordFundSummary *fund = overview->funds != NULL ? find_fund (overview->funds) : NULL;
  g_autoptr (AccordQuery) rows = NULL;
  AccordFormFigure *figure;

  /* The place is kept while the sum is made. */
  if (overview->funds == NULL)
    g_ptr_array_add (figures, accord_form_figure_new (_ ("Money left"), "…", _ ("being added up")));
  if (fund == NULL)
    return;
  if (fund->n_payments > 0)
    {
      figure = accord_form_figure_new_money (_ ("Money left"), fund->left, fund->name);
      figure->urgent = fund->left < 0;
      rows = accord_fund_payments (fund->fund);
      accord_form_figure_explain (figure, _ ("The amount of the fund less all payments from it."), rows);
    }
  else
    {
      figure = accord_form_figure_new_money (_ ("Awarded"), fund->award, fund->name);
      rows = accord_overview_new_query (schema, "fund", "name", fund->name);
      accord_form_figure_explain (figure, _ ("The amount of the fund as it was announced."), rows);
    }
  g_ptr_array_add (figures, figure);
}

/* The records of that kind that have their day then. */
static AccordQuery *
new_day_query (const AccordOverviewThing *thing, AccordSchema *schema)
{
  gboolean answer = strcmp (thing->kind, "review") == 0;
  const char *field = answer ? "due" : strcmp (thing->kind, "case") == 0 ? "decision-due" : "date";
  AccordQuery *query = accord_overview_new_query (schema, thing->kind, field, thing->date);
  guint state;

  if (!answer)
    return query;
  state = (guint) accord_kind_find_field (accord_query_get_kind (query), "state");
  accord_query_add_text (query, state, ACCORD_OPERATOR_NOT_EQUAL, "returned");
  accord_query_add_text (query, state, ACCORD_OPERATOR_NOT_EQUAL, "withdrawn");
  return query;
}

static void
add_next (GPtrArray *figures, const AccordOverview *overview, AccordSchema *schema, const char *today)
{
  const AccordOverviewThing *next = overview->next;
  g_autofree char *date = accord_date_format (next->date);
  g_autofree char *far = accord_form_dup_relative (next->date, today);
  g_autofree char *label = accord_overview_dup_label (next, schema);
  g_autofree char *note = g_strdup_printf ("%s: %s", far, label);
  AccordFormFigure *figure = accord_form_figure_new (_ ("Next date"), date, note);
  g_autoptr (AccordQuery) rows = new_day_query (next, schema);

  accord_form_figure_explain (figure,
                              _ ("The first day from today on of a milestone, decision, partner’s answer, "
                                 "service transfer or meeting."),
                              rows);
  g_ptr_array_add (figures, figure);
}

static void
add_passed (GPtrArray *figures, const AccordOverview *overview, AccordSchema *schema, const char *today)
{
  gint64 n = accord_overview_count_passed (overview, "milestone");
  g_autofree char *number = accord_list_dup_number ((guint64) n);
  g_autoptr (AccordQuery) rows = NULL;
  AccordFormFigure *figure;

  if (n == 0)
    return;
  figure = accord_form_figure_new (_ ("Milestones passed"), number,
                                   n == 1 ? _ ("not recorded whether it happened")
                                          : _ ("not recorded whether they happened"));
  figure->urgent = TRUE;
  rows = accord_overview_passed_rows (overview, schema, "milestone", today);
  accord_form_figure_explain (
      figure,
      _ ("Milestones whose day has passed and that are not said to have happened. Days stated in words count "
         "from their last day on."),
      rows);
  g_ptr_array_add (figures, figure);
}

/*
 * accord_overview_figures:
 * @overview: what was found
 * @schema: the kinds
 * @today: today as an ISO date
 *
 * Returns: (transfer full) (element-type AccordFormFigure): the key figures, what is urgent first
 */
GPtrArray *
accord_overview_figures (const AccordOverview *overview, AccordSchema *schema, const char *today)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_form_figure_free);

  add_caveats (figures, overview, schema);
  if (overview->n_actions_overdue > 0)
    add_actions (figures, overview, schema, today);
  add_cases (figures, overview, schema);
  add_money (figures, overview, schema);
  if (figures->len < ACCORD_FORM_MAX_FIGURES && overview->next != NULL)
    add_next (figures, overview, schema, today);
  else if (figures->len < ACCORD_FORM_MAX_FIGURES)
    add_passed (figures, overview, schema, today);
  if (figures->len < ACCORD_FORM_MAX_FIGURES && overview->n_actions_overdue == 0)
    add_actions (figures, overview, schema, today);
  return figures;
}
