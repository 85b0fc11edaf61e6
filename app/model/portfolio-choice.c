/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "portfolio-choice.h"

void
accord_portfolio_choice_free (AccordPortfolioChoice *self)
{
  g_clear_pointer (&self->question, accord_portfolio_question_free);
  g_clear_pointer (&self->fund, accord_fund_summary_free);
  g_clear_pointer (&self->cases, g_ptr_array_unref);
  g_clear_pointer (&self->best, accord_portfolio_free);
  g_free (self->chosen);
  g_free (self->more);
  g_free (self);
}

/**
 * accord_portfolio_choice_read:
 * @reader: a reader
 * @question: what is asked
 * @error: return location for an error
 *
 * Reads every business case with its figures, and how much money there is. The best set is not found yet; see
 * accord_portfolio_choice_work_out().
 *
 * Returns: (transfer full): the cases, ranked by BCR; %NULL on failure
 */
AccordPortfolioChoice *
accord_portfolio_choice_read (AccordReader *reader, const AccordPortfolioQuestion *question, GError **error)
{
  g_autoptr (AccordPortfolioChoice) self = g_new0 (AccordPortfolioChoice, 1);

  self->question = accord_portfolio_question_copy (question);
  self->limit = question->limit;
  if (question->fund != ACCORD_UNKNOWN)
    {
      self->fund = accord_fund_summary (reader, question->fund, error);
      if (self->fund == NULL)
        return NULL;
      if (self->limit == ACCORD_UNKNOWN)
        self->limit = self->fund->left;
    }
  self->cases = accord_portfolio_cases_read (reader, error);
  if (self->cases == NULL)
    return NULL;
  accord_portfolio_cases_rank (self->cases, ACCORD_PORTFOLIO_BY_BCR);
  for (guint i = 0; i < self->cases->len; i++)
    self->n_ready += ((AccordPortfolioCase *) self->cases->pdata[i])->standing == ACCORD_PORTFOLIO_READY;
  return g_steal_pointer (&self);
}

static AccordFundSummary *
copy_fund (const AccordFundSummary *fund)
{
  AccordFundSummary *copy = g_memdup2 (fund, sizeof *fund);

  copy->name = g_strdup (fund->name);
  copy->type = g_strdup (fund->type);
  return copy;
}

/**
 * accord_portfolio_choice_ask_again:
 * @self: a choice
 * @question: what is asked now, of the same fund
 *
 * Asks something else of the same cases, which need not be read again for it.
 *
 * Returns: (transfer full): the cases; the best set is not found yet
 */
AccordPortfolioChoice *
accord_portfolio_choice_ask_again (const AccordPortfolioChoice *self, const AccordPortfolioQuestion *question)
{
  AccordPortfolioChoice *again = g_new0 (AccordPortfolioChoice, 1);

  again->question = accord_portfolio_question_copy (question);
  again->fund = self->fund != NULL ? copy_fund (self->fund) : NULL;
  again->limit = question->limit;
  if (again->limit == ACCORD_UNKNOWN && again->fund != NULL)
    again->limit = again->fund->left;
  again->cases = g_ptr_array_ref (self->cases);
  again->n_ready = self->n_ready;
  return again;
}

/* The cases that can be chosen stand before the others. */
static AccordCandidate *
make_candidates (const AccordPortfolioChoice *self, gint64 *years)
{
  GArray *limits = self->question->year_limits;
  AccordCandidate *candidates = g_new0 (AccordCandidate, self->n_ready + 1);

  for (guint i = 0; i < self->n_ready; i++)
    {
      const AccordPortfolioCase *one = self->cases->pdata[i];
      gint64 id = accord_record_get_id (one->record);
      gint64 *own = years + (gsize) i * limits->len;

      for (guint j = 0; j < limits->len; j++)
        own[j] = accord_portfolio_case_get_year (one, g_array_index (limits, AccordYearAmount, j).year);
      candidates[i] = (AccordCandidate){ one->cost, own, one->npsv,
                                         accord_portfolio_question_requires (self->question, id),
                                         accord_portfolio_question_excludes (self->question, id) };
    }
  return candidates;
}

static gboolean *
spread (const AccordPortfolioChoice *self, const AccordPortfolio *set)
{
  gboolean *chosen = g_new0 (gboolean, self->cases->len + 1);

  for (guint i = 0; i < self->n_ready; i++)
    chosen[i] = set->chosen[i];
  return chosen;
}

/* Which cases the money would buy that is the least to buy anything. */
static void
find_more (AccordPortfolioChoice *self, const AccordCandidate *candidates, const gint64 *limits,
           gboolean (*stop) (gpointer data), gpointer stop_data)
{
  g_autoptr (AccordPortfolio) more = NULL;

  if (self->best->status != ACCORD_PORTFOLIO_EXACT || !self->best->next_known || self->best->next_cost == 0)
    return;
  more = accord_portfolio_choose (candidates, self->n_ready, self->limit + self->best->next_cost, limits,
                                  self->question->year_limits->len, stop, stop_data);
  if (more->status == ACCORD_PORTFOLIO_EXACT)
    self->more = spread (self, more);
}

/**
 * accord_portfolio_choice_work_out:
 * @self: cases as they were read
 * @stop: (nullable): asked now and then whether to give up
 * @stop_data: for @stop
 *
 * Finds the best set, and what a little more money would buy. It may take long; it touches nothing but @self.
 */
void
accord_portfolio_choice_work_out (AccordPortfolioChoice *self, gboolean (*stop) (gpointer data),
                                  gpointer stop_data)
{
  GArray *by_year = self->question->year_limits;
  g_autofree gint64 *years = g_new0 (gint64, (gsize) self->n_ready * by_year->len + 1);
  g_autofree gint64 *limits = g_new0 (gint64, by_year->len + 1);
  g_autofree AccordCandidate *candidates = NULL;

  if (self->limit == ACCORD_UNKNOWN)
    return;
  candidates = make_candidates (self, years);
  for (guint i = 0; i < by_year->len; i++)
    limits[i] = g_array_index (by_year, AccordYearAmount, i).amount;
  self->best =
      accord_portfolio_choose (candidates, self->n_ready, self->limit, limits, by_year->len, stop, stop_data);
  self->chosen = spread (self, self->best);
  self->n_chosen = 0;
  for (guint i = 0; i < self->n_ready; i++)
    self->n_chosen += self->chosen[i];
  find_more (self, candidates, limits, stop, stop_data);
}
