/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "portfolio-choice-words.h"

#include "cba-numbers.h"
#include "cba-words.h"
#include "financial-year.h"
#include "money.h"

#include <glib/gi18n-lib.h>

/* So many are named; of the others it is said how many they are. */
#define MOST_NAMED 3

/**
 * accord_portfolio_standing_get_code:
 * @standing: whether a case can be chosen by its figures
 *
 * Returns: (transfer none): the same for programs
 */
const char *
accord_portfolio_standing_get_code (AccordPortfolioStanding standing)
{
  static const char *const codes[] = { "ready", "no-appraisal", "no-option", "faulty" };

  g_return_val_if_fail (standing < G_N_ELEMENTS (codes), NULL);

  return codes[standing];
}

/**
 * accord_portfolio_case_dup_standing:
 * @self: a case
 *
 * Returns: (transfer full): why it cannot be chosen by its figures; "" where it can
 */
char *
accord_portfolio_case_dup_standing (const AccordPortfolioCase *self)
{
  switch (self->standing)
    {
    case ACCORD_PORTFOLIO_NO_APPRAISAL:
      return g_strdup (_ ("It has no appraisal yet."));
    case ACCORD_PORTFOLIO_NO_OPTION:
      return g_strdup (_ ("Its appraisal has no option to choose."));
    case ACCORD_PORTFOLIO_FAULTY:
      return g_strdup (self->problem != NULL ? self->problem : _ ("Its appraisal cannot be worked out."));
    case ACCORD_PORTFOLIO_READY:
    default:
      return g_strdup ("");
    }
}

/**
 * accord_portfolio_case_dup_per_pound:
 * @self: a case that can be chosen
 *
 * Returns: (transfer full): what each pound of the fund brings; in words where it asks for none
 */
char *
accord_portfolio_case_dup_per_pound (const AccordPortfolioCase *self)
{
  if (self->per_pound.defined != ACCORD_DEFINED)
    return g_strdup (_ ("asks for nothing"));
  return accord_number_format_places (self->per_pound.value, 2);
}

/**
 * accord_portfolio_get_rule:
 *
 * Returns: (transfer none): how cost and worth of a case are counted
 */
const char *
accord_portfolio_get_rule (void)
{
  return _ (
      "What a case asks for: the capital and revenue costs of its preferred option over all years, in the "
      "prices of its appraisal and with its corrections, not discounted; what is given in kind is left "
      "out. What it is worth: the net present social value of that option against its comparator.");
}

/**
 * accord_portfolio_choice_dup_limit:
 * @self: a choice
 *
 * Returns: (transfer full): how much money there is, and where that is from
 */
char *
accord_portfolio_choice_dup_limit (const AccordPortfolioChoice *self)
{
  g_autofree char *limit =
      self->limit != ACCORD_UNKNOWN ? accord_money_format (self->limit, ACCORD_MONEY_POUNDS) : NULL;
  g_autofree char *taken = NULL;

  if (limit == NULL && self->fund != NULL)
    return g_strdup_printf (_ ("How much is left of “%s” is not known: its amount is not on record."),
                            self->fund->name);
  if (limit == NULL)
    return g_strdup (_ ("Choose a fund, or type how much money there is."));
  if (self->question->limit != ACCORD_UNKNOWN)
    return g_strdup_printf (_ ("The limit is %s, as it was typed."), limit);
  if (self->fund->unspent <= 0)
    return g_strdup_printf (_ ("%s is left of “%s”."), limit, self->fund->name);
  taken = accord_money_format (self->fund->unspent, ACCORD_MONEY_POUNDS);
  return g_strdup_printf (_ ("%s is left of “%s”; %s of that is allocated and not yet paid."), limit,
                          self->fund->name, taken);
}

static char *
dup_impossible (const AccordPortfolioChoice *self)
{
  gint64 row = self->best->year;
  g_autofree char *year = NULL;

  if (self->best->year == ACCORD_NO_YEAR)
    return g_strdup (_ ("What must be in asks for more money than there is."));
  year =
      accord_financial_year_format (g_array_index (self->question->year_limits, AccordYearAmount, row).year);
  return g_strdup_printf (_ ("What must be in asks for more money in %s than there is that year."), year);
}

/**
 * accord_portfolio_choice_dup_result:
 * @self: a choice
 *
 * Returns: (transfer full): what the best set is
 */
char *
accord_portfolio_choice_dup_result (const AccordPortfolioChoice *self)
{
  g_autofree char *cost = NULL, *worth = NULL, *left = NULL, *could = NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  if (self->n_ready == 0)
    return g_strdup (_ ("No business case has an appraisal that can be worked out."));
  if (self->best == NULL)
    return accord_portfolio_choice_dup_limit (self);
  if (self->best->status == ACCORD_PORTFOLIO_IMPOSSIBLE)
    return dup_impossible (self);
  if (self->n_chosen == 0)
    return g_strdup (_ ("No case that is worth anything fits within the money."));
  cost = accord_money_format (self->best->cost, ACCORD_MONEY_POUNDS);
  worth = accord_money_format (self->best->worth, ACCORD_MONEY_POUNDS);
  left = accord_money_format (self->best->left, ACCORD_MONEY_POUNDS);
  g_string_append_printf (words,
                          ngettext ("The best set has %u case: it costs %s and is worth %s; %s is left.",
                                    "The best set has %u cases: they cost %s and are worth %s; %s is left.",
                                    self->n_chosen),
                          self->n_chosen, cost, worth, left);
  if (self->best->status == ACCORD_PORTFOLIO_STOPPED)
    {
      could = accord_money_format (self->best->bound, ACCORD_MONEY_POUNDS);
      g_string_append_c (words, ' ');
      g_string_append_printf (
          words, _ ("The search was stopped: a better set may exist, worth %s at the most."), could);
    }
  return g_strdup (words->str);
}

/* "A, B, C and 2 more" of those that are in one set and not in the other. */
static char *
dup_names (const AccordPortfolioChoice *self, const gboolean *in, const gboolean *not_in)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n_names = 0;

  for (guint i = 0; i < self->n_ready; i++)
    {
      const AccordPortfolioCase *one = self->cases->pdata[i];
      g_autofree char *title = NULL;

      if (!in[i] || not_in[i] || ++n_names > MOST_NAMED)
        continue;
      title = accord_record_dup_title (one->record);
      g_string_append_printf (names, n_names == 1 ? _ ("“%s”") : _ (", “%s”"), title);
    }
  if (n_names == 0)
    return NULL;
  if (n_names > MOST_NAMED)
    g_string_append_printf (names, ngettext (" and %u more", " and %u more", n_names - MOST_NAMED),
                            n_names - MOST_NAMED);
  return g_strdup (names->str);
}

/**
 * accord_portfolio_choice_dup_more:
 * @self: a choice
 *
 * Returns: (transfer full) (nullable): what the least more money that buys anything would buy; %NULL where
 *   that was not found out
 */
char *
accord_portfolio_choice_dup_more (const AccordPortfolioChoice *self)
{
  g_autofree char *cost = NULL, *worth = NULL, *in = NULL, *out = NULL;

  if (self->n_ready == 0 || self->best == NULL || self->best->status != ACCORD_PORTFOLIO_EXACT
      || !self->best->next_known)
    return NULL;
  if (self->best->next_cost == 0)
    return g_strdup (_ ("More money would buy nothing more."));
  cost = accord_money_format (self->best->next_cost, ACCORD_MONEY_POUNDS);
  worth = accord_money_format (self->best->next_worth, ACCORD_MONEY_POUNDS);
  in = self->more != NULL ? dup_names (self, self->more, self->chosen) : NULL;
  out = self->more != NULL ? dup_names (self, self->chosen, self->more) : NULL;
  if (in == NULL)
    return g_strdup_printf (_ ("%s more would make the best set worth %s more."), cost, worth);
  if (out == NULL)
    return g_strdup_printf (_ ("%s more would let %s in: worth %s more."), cost, in, worth);
  return g_strdup_printf (_ ("%s more would let %s in instead of %s: worth %s more."), cost, in, out, worth);
}

/**
 * accord_portfolio_choice_list_remarks:
 * @self: a choice
 *
 * Returns: (transfer full) (element-type utf8): sentences on what is asked and cannot be done
 */
GPtrArray *
accord_portfolio_choice_list_remarks (const AccordPortfolioChoice *self)
{
  GPtrArray *remarks = g_ptr_array_new_with_free_func (g_free);

  for (guint i = self->n_ready; i < self->cases->len; i++)
    {
      const AccordPortfolioCase *one = self->cases->pdata[i];
      g_autofree char *title = NULL, *why = NULL;

      if (!accord_portfolio_question_requires (self->question, accord_record_get_id (one->record)))
        continue;
      title = accord_record_dup_title (one->record);
      why = accord_portfolio_case_dup_standing (one);
      g_ptr_array_add (remarks, g_strdup_printf (_ ("“%s” must be in, and is not counted: %s"), title, why));
    }
  return remarks;
}
