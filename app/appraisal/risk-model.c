/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "risk-model.h"

#include "cba-line.h"
#include "run.h"

#include <math.h>

static void
add_term (AccordRiskModel *self, AccordRiskLine *line, guint figure, double worth)
{
  const AccordRiskTerm term = { figure, worth };

  g_array_append_val (self->terms, term);
  line->n_terms++;
}

/* The last of those who share a line has what is left of it, as in all sums. */
static void
add_terms (AccordRiskModel *self, AccordRiskLine *line, const AccordRunLine *run_line)
{
  double left = line->worth;

  line->first_term = self->terms->len;
  add_term (self, line, 0, line->worth);
  for (guint i = 0; i < run_line->n_shares; i++)
    {
      const AccordRunShare *share = &run_line->shares[i];
      const double part = i + 1 < run_line->n_shares ? line->worth * share->share : left;

      add_term (self, line, 1 + share->slot, part);
      left -= part;
    }
}

/* What of a cost line is of its amounts: a mitigation's cost was typed by itself, and is not multiplied. */
static double
present_of_amounts (const AccordCbaCost *cost, const AccordRunLine *line)
{
  const guint first = accord_cba_cost_find_first (cost);
  double present = line->present;

  for (guint i = 0; cost->sheet != NULL && first != ACCORD_CBA_NONE && i < cost->sheet->mitigations->len; i++)
    present -= (double) ((const AccordMitigation *) g_ptr_array_index (cost->sheet->mitigations, i))->cost
               * line->factors[first];
  return present;
}

static void
add_line (AccordRiskModel *self, const AccordRunLine *run_line, const AccordRiskLine *template)
{
  AccordRiskLine line = *template;

  if (line.spread->shape == ACCORD_SPREAD_NONE || line.worth == 0.0)
    return;
  accord_curve_init (&line.curve, line.spread);
  if (line.curve.variance == 0.0 && line.curve.mean == 1.0)
    {
      accord_curve_clear (&line.curve);
      return;
    }
  add_terms (self, &line, run_line);
  g_array_append_val (self->lines, line);
}

static void
add_option (AccordRiskModel *self, const AccordCbaRun *run, guint index, double sign)
{
  const AccordCbaOption *option = g_ptr_array_index (run->cba->options, index);
  const AccordRunOption *lines = &run->options[index];

  for (guint i = 0; i < lines->n_lines; i++)
    {
      const guint place = lines->order[i];
      const AccordRunLine *run_line = &lines->lines[place];
      AccordRiskLine line = { .option = index, .group = ACCORD_CBA_NONE, .rank = self->lines->len };

      line.is_outcome = place >= lines->n_costs;
      line.line = line.is_outcome ? place - lines->n_costs : place;
      if (line.is_outcome)
        {
          line.spread = &((const AccordCbaOutcome *) g_ptr_array_index (option->outcomes, line.line))->spread;
          line.worth = sign * run_line->present;
        }
      else
        {
          const AccordCbaCost *cost = g_ptr_array_index (option->costs, line.line);

          line.spread = &cost->spread;
          line.worth = -sign * present_of_amounts (cost, run_line);
        }
      add_line (self, run_line, &line);
    }
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const AccordRiskLine *one = a, *other = b;
  const double variance = one->worth * one->worth * one->curve.variance;
  const double other_variance = other->worth * other->worth * other->curve.variance;

  if (variance != other_variance)
    return variance > other_variance ? -1 : 1;
  return one->rank < other->rank ? -1 : one->rank > other->rank;
}

static guint
join_group (AccordRiskModel *self, const AccordCba *cba, guint *groups, guint index)
{
  AccordRiskGroup group = { ACCORD_RISK_NO_DIMENSION };

  if (groups[index] != ACCORD_CBA_NONE)
    return groups[index];
  group.correlation = accord_decimal_to_double (
      ((const AccordCbaGroup *) g_ptr_array_index (cba->groups, index))->correlation);
  group.dimension = self->n_dimensions++;
  groups[index] = self->groups->len;
  g_array_append_val (self->groups, group);
  return groups[index];
}

static guint *
count_members (const AccordRiskModel *self, const AccordCba *cba)
{
  guint *counts = g_new0 (guint, cba->groups->len + 1);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const guint group = g_array_index (self->lines, AccordRiskLine, i).spread->group;

      if (group != ACCORD_CBA_NONE)
        counts[group]++;
    }
  return counts;
}

/* A line alone in its group, or in one whose lines are not correlated, moves alone. */
static gboolean
is_together (const AccordCba *cba, const guint *counts, guint group)
{
  return group != ACCORD_CBA_NONE && counts[group] > 1
         && ((const AccordCbaGroup *) g_ptr_array_index (cba->groups, group))->correlation != 0;
}

/* The most uncertain lines have the first dimensions, which are spread best. */
static void
give_dimensions (AccordRiskModel *self, const AccordCba *cba)
{
  g_autofree guint *groups = g_new (guint, cba->groups->len + 1);
  g_autofree guint *counts = count_members (self, cba);

  for (guint i = 0; i < cba->groups->len; i++)
    groups[i] = ACCORD_CBA_NONE;
  for (guint i = 0; i < self->lines->len; i++)
    {
      AccordRiskLine *line = &g_array_index (self->lines, AccordRiskLine, i);

      if (is_together (cba, counts, line->spread->group))
        {
          double correlation;

          line->group = join_group (self, cba, groups, line->spread->group);
          correlation = g_array_index (self->groups, AccordRiskGroup, line->group).correlation;
          line->with = line->spread->against ? -sqrt (correlation) : sqrt (correlation);
          line->alone = sqrt (1.0 - correlation);
        }
      line->dimension = line->group == ACCORD_CBA_NONE || line->alone > 0.0 ? self->n_dimensions++
                                                                            : ACCORD_RISK_NO_DIMENSION;
    }
}

static void
clear_line (gpointer line)
{
  accord_curve_clear (&((AccordRiskLine *) line)->curve);
}

/**
 * accord_risk_model_new:
 * @cba: a CBA
 * @option: index of an option of it
 *
 * Returns: (transfer full) (nullable): NPSV (against the comparator) and the net of each position by
 * uncertain line, which borrows from @cba; %NULL where the CBA is not sound or has no such option
 */
AccordRiskModel *
accord_risk_model_new (const AccordCba *cba, guint option)
{
  g_autoptr (AccordCbaRun) run = accord_cba_run_new (cba, NULL);
  g_autoptr (AccordCbaResult) result = run != NULL ? accord_cba_run_evaluate (run, option) : NULL;
  AccordRiskModel *self;

  if (result == NULL)
    return NULL;
  self = g_new0 (AccordRiskModel, 1);
  self->n_figures = 1 + result->net.positions->len;
  self->base = g_new (double, self->n_figures);
  self->base[0] = result->net.npsv;
  for (guint i = 1; i < self->n_figures; i++)
    self->base[i] = g_array_index (result->net.positions, AccordCbaPosition, i - 1).present_net;
  self->lines = g_array_new (FALSE, FALSE, sizeof (AccordRiskLine));
  g_array_set_clear_func (self->lines, clear_line);
  self->terms = g_array_new (FALSE, FALSE, sizeof (AccordRiskTerm));
  self->groups = g_array_new (FALSE, FALSE, sizeof (AccordRiskGroup));
  add_option (self, run, option, 1.0);
  if (result->comparator != ACCORD_CBA_NONE)
    add_option (self, run, result->comparator, -1.0);
  g_array_sort (self->lines, compare_lines);
  give_dimensions (self, cba);
  return self;
}

/**
 * accord_risk_model_prepare:
 * @self: a model
 *
 * Makes the curves of all its lines ready to be drawn.
 */
void
accord_risk_model_prepare (AccordRiskModel *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    accord_curve_prepare (&g_array_index (self->lines, AccordRiskLine, i).curve);
}

void
accord_risk_model_free (AccordRiskModel *self)
{
  g_free (self->base);
  g_array_unref (self->lines);
  g_array_unref (self->terms);
  g_array_unref (self->groups);
  g_free (self);
}
