/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "portfolio-choice-case.h"

#include "cba-words.h"

#include <glib/gi18n-lib.h>

void
accord_portfolio_case_free (AccordPortfolioCase *self)
{
  g_clear_object (&self->record);
  g_clear_pointer (&self->years, g_array_unref);
  g_free (self->problem);
  g_free (self->option);
  g_free (self);
}

/* What nobody pays for in money asks nothing of a fund. */
static double
cash_in_year (const AccordCbaOption *option, const AccordCbaResult *result, guint year)
{
  double sum = 0;

  for (guint i = 0; i < result->lines->len; i++)
    {
      const AccordCbaLineSum *line = &g_array_index (result->lines, AccordCbaLineSum, i);

      if (!line->is_outcome
          && ((AccordCbaCost *) option->costs->pdata[line->index])->kind != ACCORD_COST_IN_KIND)
        sum += line->years[year];
    }
  return sum;
}

/* Each year is rounded once, and the whole is their sum, so that limits of years and of all of them agree. */
static void
fill_cost (AccordPortfolioCase *self, const AccordCba *cba, const AccordCbaResult *result)
{
  self->years = g_array_new (FALSE, FALSE, sizeof (AccordYearAmount));
  for (guint year = 0; year < result->horizon; year++)
    {
      AccordYearAmount amount = {
        cba->base_year + (int) year,
        MAX (accord_cba_pence (cash_in_year (cba->options->pdata[result->option], result, year)), 0)
      };

      if (amount.amount == 0)
        continue;
      self->cost += amount.amount;
      g_array_append_val (self->years, amount);
    }
}

static AccordCbaValue
divide (gint64 npsv, gint64 cost)
{
  if (cost == 0)
    return (AccordCbaValue){ ACCORD_UNDEFINED_NO_COSTS, 0 };
  return (AccordCbaValue){ ACCORD_DEFINED, (double) npsv / (double) cost };
}

static void
fill_figures (AccordPortfolioCase *self, const AccordAppraisalFile *file, guint option)
{
  g_autoptr (GArray) faults = NULL;
  g_autoptr (AccordCbaResult) result = accord_cba_evaluate (file->cba, option, &faults);

  if (result == NULL)
    {
      self->standing = ACCORD_PORTFOLIO_FAULTY;
      if (faults != NULL && faults->len > 0)
        self->problem = accord_cba_fault_dup_words (file->cba, &g_array_index (faults, AccordCbaFault, 0));
      return;
    }
  self->standing = ACCORD_PORTFOLIO_READY;
  self->npsv = accord_cba_pence (result->net.npsv);
  self->bcr = result->net.bcr;
  self->band = result->net.band;
  fill_cost (self, file->cba, result);
  self->per_pound = divide (self->npsv, self->cost);
}

/**
 * accord_portfolio_case_new:
 * @file: the appraisal of a case
 *
 * Works out what a case asks for and what it adds.
 *
 * Returns: (transfer full): the case
 */
AccordPortfolioCase *
accord_portfolio_case_new (const AccordAppraisalFile *file)
{
  AccordPortfolioCase *self = g_new0 (AccordPortfolioCase, 1);
  guint option = accord_appraisal_file_get_shown_option (file);

  self->record = g_object_ref (file->business_case);
  self->band = ACCORD_VFM_NOT_DEFINED;
  if (file->appraisal == NULL)
    {
      self->standing = ACCORD_PORTFOLIO_NO_APPRAISAL;
      return self;
    }
  if (file->problems->len > 0 || file->cba == NULL)
    {
      self->standing = ACCORD_PORTFOLIO_FAULTY;
      self->problem = file->problems->len > 0 ? g_strdup (file->problems->pdata[0]) : NULL;
      return self;
    }
  /* The comparator against itself says nothing of the case. */
  if (option == ACCORD_CBA_NONE || option == accord_cba_find_comparator (file->cba))
    {
      self->standing = ACCORD_PORTFOLIO_NO_OPTION;
      return self;
    }
  self->option = accord_record_dup_title (file->options->pdata[option]);
  self->preferred = accord_record_get_boolean (file->options->pdata[option], "preferred");
  fill_figures (self, file, option);
  return self;
}

/**
 * accord_portfolio_cases_read:
 * @reader: a reader
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AccordPortfolioCase): every business case, those without figures
 * too; %NULL on failure
 */
GPtrArray *
accord_portfolio_cases_read (AccordReader *reader, GError **error)
{
  g_autoptr (GPtrArray) files = accord_appraisal_files_read (reader, error);
  g_autoptr (GPtrArray) cases = NULL;

  if (files == NULL)
    return NULL;
  cases = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_portfolio_case_free);
  for (guint i = 0; i < files->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (accord_reader_get_cancellable (reader), error))
        return NULL;
      g_ptr_array_add (cases, accord_portfolio_case_new (files->pdata[i]));
    }
  return g_steal_pointer (&cases);
}

static int
compare_values (AccordCbaValue one, AccordCbaValue other)
{
  /* What is no number stands after all that is one. */
  if (one.defined != ACCORD_DEFINED || other.defined != ACCORD_DEFINED)
    return (one.defined != ACCORD_DEFINED) - (other.defined != ACCORD_DEFINED);
  return (one.value < other.value) - (one.value > other.value);
}

static int
compare_cases (gconstpointer a, gconstpointer b, gpointer data)
{
  const AccordPortfolioCase *one = *(AccordPortfolioCase *const *) a;
  const AccordPortfolioCase *other = *(AccordPortfolioCase *const *) b;
  AccordPortfolioOrder order = GPOINTER_TO_UINT (data);
  int result = (int) one->standing - (int) other->standing;

  if (result == 0 && order == ACCORD_PORTFOLIO_BY_BCR)
    result = compare_values (one->bcr, other->bcr);
  if (result == 0 && order == ACCORD_PORTFOLIO_BY_POUND)
    result = compare_values (one->per_pound, other->per_pound);
  if (result == 0)
    result = (one->npsv < other->npsv) - (one->npsv > other->npsv);
  if (result == 0)
    result = (accord_record_get_id (one->record) > accord_record_get_id (other->record))
             - (accord_record_get_id (one->record) < accord_record_get_id (other->record));
  return result;
}

/**
 * accord_portfolio_cases_rank:
 * @cases: (element-type AccordPortfolioCase): cases
 * @order: by what
 *
 * Sorts cases, the best first: what has no such figure after what has one, what cannot be worked out last.
 */
void
accord_portfolio_cases_rank (GPtrArray *cases, AccordPortfolioOrder order)
{
  g_ptr_array_sort_with_data (cases, compare_cases, GUINT_TO_POINTER (order));
}

/**
 * accord_portfolio_case_get_year:
 * @self: a case
 * @year: a financial year, by the year it begins in
 *
 * Returns: what it asks of the fund in that year, in pence
 */
gint64
accord_portfolio_case_get_year (const AccordPortfolioCase *self, int year)
{
  for (guint i = 0; self->years != NULL && i < self->years->len; i++)
    if (g_array_index (self->years, AccordYearAmount, i).year == year)
      return g_array_index (self->years, AccordYearAmount, i).amount;
  return 0;
}
