/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "portfolio-choice.h"

/**
 * accord_portfolio_question_new:
 *
 * Returns: (transfer full): a question without a fund, a limit or conditions
 */
AccordPortfolioQuestion *
accord_portfolio_question_new (void)
{
  AccordPortfolioQuestion *self = g_new0 (AccordPortfolioQuestion, 1);

  self->fund = ACCORD_UNKNOWN;
  self->limit = ACCORD_UNKNOWN;
  self->year_limits = g_array_new (FALSE, FALSE, sizeof (AccordYearAmount));
  self->required = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->excluded = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

AccordPortfolioQuestion *
accord_portfolio_question_copy (const AccordPortfolioQuestion *self)
{
  AccordPortfolioQuestion *copy = accord_portfolio_question_new ();

  copy->fund = self->fund;
  copy->limit = self->limit;
  g_array_append_vals (copy->year_limits, self->year_limits->data, self->year_limits->len);
  g_array_append_vals (copy->required, self->required->data, self->required->len);
  g_array_append_vals (copy->excluded, self->excluded->data, self->excluded->len);
  return copy;
}

void
accord_portfolio_question_free (AccordPortfolioQuestion *self)
{
  g_array_unref (self->year_limits);
  g_array_unref (self->required);
  g_array_unref (self->excluded);
  g_free (self);
}

static void
take_ids (GArray *ids, AccordRecord *portfolio, const char *field)
{
  gsize n_ids;
  const gint64 *kept = accord_record_get_ids (portfolio, field, &n_ids);

  if (n_ids > 0)
    g_array_append_vals (ids, kept, n_ids);
}

/**
 * accord_portfolio_question_from_record:
 * @portfolio: a saved portfolio
 * @error: return location for an error
 *
 * Returns: (transfer full): what it asks; %NULL where its limits by year cannot be read
 */
AccordPortfolioQuestion *
accord_portfolio_question_from_record (AccordRecord *portfolio, GError **error)
{
  g_autoptr (AccordPortfolioQuestion) self = accord_portfolio_question_new ();
  const char *years = accord_record_get_text (portfolio, "year-limits");
  g_autoptr (GArray) limits = years != NULL ? accord_year_amounts_parse (years, error) : NULL;

  if (years != NULL && limits == NULL)
    return NULL;
  self->fund = accord_record_get_int (portfolio, "fund");
  self->limit = accord_record_get_int (portfolio, "limit");
  if (limits != NULL)
    g_array_append_vals (self->year_limits, limits->data, limits->len);
  take_ids (self->required, portfolio, "required");
  take_ids (self->excluded, portfolio, "excluded");
  return g_steal_pointer (&self);
}

/**
 * accord_portfolio_question_fill_record:
 * @self: a question
 * @portfolio: a portfolio to save it as
 */
void
accord_portfolio_question_fill_record (const AccordPortfolioQuestion *self, AccordRecord *portfolio)
{
  g_autofree char *years =
      self->year_limits->len > 0 ? accord_year_amounts_format (
          (AccordYearAmount *) (gpointer) self->year_limits->data, self->year_limits->len)
                                 : NULL;

  accord_record_set_int (portfolio, "fund", self->fund);
  accord_record_set_int (portfolio, "limit", self->limit);
  accord_record_set_text (portfolio, "year-limits", years);
  accord_record_set_ids (portfolio, "required", (gint64 *) (gpointer) self->required->data,
                         self->required->len);
  accord_record_set_ids (portfolio, "excluded", (gint64 *) (gpointer) self->excluded->data,
                         self->excluded->len);
}

static int
find (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return (int) i;
  return -1;
}

static void
set_in (GArray *ids, gint64 id, gboolean in)
{
  int index = find (ids, id);

  if (in && index < 0)
    g_array_append_val (ids, id);
  else if (!in && index >= 0)
    g_array_remove_index (ids, (guint) index);
}

gboolean
accord_portfolio_question_requires (const AccordPortfolioQuestion *self, gint64 business_case)
{
  return find (self->required, business_case) >= 0;
}

gboolean
accord_portfolio_question_excludes (const AccordPortfolioQuestion *self, gint64 business_case)
{
  return find (self->excluded, business_case) >= 0;
}

/**
 * accord_portfolio_question_set:
 * @self: a question
 * @business_case: a business case
 * @required: whether it must be in
 * @excluded: whether it is left out
 *
 * Says what is asked of a case.
 */
void
accord_portfolio_question_set (AccordPortfolioQuestion *self, gint64 business_case, gboolean required,
                               gboolean excluded)
{
  set_in (self->required, business_case, required);
  set_in (self->excluded, business_case, excluded);
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return ((const AccordYearAmount *) a)->year - ((const AccordYearAmount *) b)->year;
}

/**
 * accord_portfolio_question_set_year:
 * @self: a question
 * @year: a financial year, by the year it begins in
 * @pence: how much there is in it, or %ACCORD_UNKNOWN for no limit
 *
 * Limits a year, in place of the limit it had.
 */
void
accord_portfolio_question_set_year (AccordPortfolioQuestion *self, int year, gint64 pence)
{
  AccordYearAmount limit = { year, pence };

  for (guint i = self->year_limits->len; i > 0; i--)
    if (g_array_index (self->year_limits, AccordYearAmount, i - 1).year == year)
      g_array_remove_index (self->year_limits, i - 1);
  if (pence != ACCORD_UNKNOWN)
    g_array_append_val (self->year_limits, limit);
  g_array_sort (self->year_limits, compare_years);
}
