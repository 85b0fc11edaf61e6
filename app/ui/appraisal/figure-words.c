/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/figure-words.h"

#include "cba-words.h"
#include "money.h"

#include <glib/gi18n-lib.h>

/* The figures of an appraisal in words: pure functions of what was worked out. */

/**
 * accord_key_figure_get_figure:
 * @index: which of the figures that stand for an appraisal
 *
 * Returns: the figure
 */
AccordFigure
accord_key_figure_get_figure (guint index)
{
  static const AccordFigure figures[ACCORD_KEY_FIGURES] = { ACCORD_FIGURE_NPSV, ACCORD_FIGURE_BCR,
                                                            ACCORD_FIGURE_DISCOUNTED_PAYBACK,
                                                            ACCORD_FIGURE_BUDGET_IMPACT };

  return figures[index];
}

/**
 * accord_figure_words_dup_year:
 * @cba: (nullable): whose years
 * @year: a year, counted from 0
 *
 * Returns: (transfer full): it as people name it, or why there is none
 */
char *
accord_figure_words_dup_year (const AccordCba *cba, AccordCbaValue year)
{
  if (year.defined != ACCORD_DEFINED || cba == NULL)
    return g_strdup (accord_undefined_get_words (year.defined));
  return accord_cba_year_dup_label (cba, (guint) year.value);
}

/**
 * accord_figure_words_dup_ratio:
 * @value: a ratio
 *
 * Returns: (transfer full): it with two decimals, or why there is none
 */
char *
accord_figure_words_dup_ratio (AccordCbaValue value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (value.defined != ACCORD_DEFINED)
    return g_strdup (accord_undefined_get_words (value.defined));
  g_ascii_formatd (digits, sizeof digits, "%.2f", value.value < 0 ? -value.value : value.value);
  return g_strconcat (value.value < 0 && g_strcmp0 (digits, "0.00") != 0 ? "−" : "", digits, NULL);
}

/* Why there is no figure, in as few words as a table has room for. */
static const char *
few_words (AccordDefined defined)
{
  switch (defined)
    {
    case ACCORD_UNDEFINED_NO_COSTS:
      return _ ("no costs");
    case ACCORD_UNDEFINED_NET_SAVER:
      return _ ("costs less");
    case ACCORD_UNDEFINED_NEVER:
      return _ ("never");
    case ACCORD_UNDEFINED_NOTHING_PAID:
      return _ ("nothing to pay back");
    case ACCORD_UNDEFINED_NO_EFFECT:
    case ACCORD_DEFINED:
    default:
      return _ ("none");
    }
}

/**
 * accord_figure_words_dup_short:
 * @cba: (nullable): whose years, or %NULL for a ratio
 * @value: a year or a ratio
 *
 * Returns: (transfer full): it for a table, or in few words why there is none
 */
char *
accord_figure_words_dup_short (const AccordCba *cba, AccordCbaValue value)
{
  if (value.defined != ACCORD_DEFINED)
    return g_strdup (few_words (value.defined));
  return cba != NULL ? accord_figure_words_dup_year (cba, value) : accord_figure_words_dup_ratio (value);
}

/**
 * accord_figure_words_dup_pounds:
 * @pence: a sum
 *
 * Returns: (transfer full): it in whole pounds, a dash for none
 */
char *
accord_figure_words_dup_pounds (double pence)
{
  gint64 whole = accord_cba_pence (pence);

  return whole == 0 ? g_strdup ("–") : accord_money_format (whole, ACCORD_MONEY_POUNDS);
}

static AccordFormFigure *
new_money (const char *label, double pence, const char *note)
{
  return accord_form_figure_new_money (label, accord_cba_pence (pence), note);
}

static AccordFormFigure *
new_payback (const AccordCba *cba, const AccordCbaSums *sums)
{
  g_autofree char *year = accord_figure_words_dup_year (cba, sums->discounted_payback);
  g_autofree char *plain = accord_figure_words_dup_year (cba, sums->payback);
  /* Translators: a year, or why there is none. */
  g_autofree char *note = g_strdup_printf (_ ("undiscounted: %s"), plain);
  gboolean known = sums->discounted_payback.defined == ACCORD_DEFINED;
  AccordFormFigure *figure = accord_form_figure_new (_ ("Payback"), year, note);

  figure->known = known;
  return figure;
}

static AccordFormFigure *
new_ratio (const AccordCbaSums *sums)
{
  g_autofree char *ratio = accord_figure_words_dup_ratio (sums->bcr);
  AccordFormFigure *figure = accord_form_figure_new (
      _ ("Benefit–cost ratio"), ratio,
      sums->band != ACCORD_VFM_NOT_DEFINED ? accord_money_band_get_label (sums->band) : NULL);

  figure->known = sums->bcr.defined == ACCORD_DEFINED;
  return figure;
}

static AccordFormFigure *
new_unknown (guint index, const char *note)
{
  static const char *const labels[ACCORD_KEY_FIGURES] = { N_ ("Net present value"), N_ ("Benefit–cost ratio"),
                                                          N_ ("Payback"), N_ ("Net budget impact") };

  return accord_form_figure_new (_ (labels[index]), NULL, note);
}

/**
 * accord_result_is_empty:
 * @cba: an analysis
 * @result: what an option of it comes to
 *
 * Returns: whether nothing was put into it, so that its figures would be noughts that nobody stated
 */
gboolean
accord_result_is_empty (const AccordCba *cba, const AccordCbaResult *result)
{
  const AccordCbaOption *other =
      result->comparator != ACCORD_CBA_NONE ? cba->options->pdata[result->comparator] : NULL;

  return result->lines->len == 0 && (other == NULL || other->costs->len + other->outcomes->len == 0);
}

/**
 * accord_key_figure_new:
 * @index: which of the figures that stand for an appraisal
 * @cba: (nullable): the analysis
 * @result: (nullable): what it comes to
 *
 * Returns: (transfer full): the figure for people
 */
AccordFormFigure *
accord_key_figure_new (guint index, const AccordCba *cba, const AccordCbaResult *result)
{
  const AccordCbaSums *sums;

  g_return_val_if_fail (index < ACCORD_KEY_FIGURES, NULL);

  if (cba == NULL || result == NULL)
    return new_unknown (index, NULL);
  if (accord_result_is_empty (cba, result))
    return new_unknown (index, _ ("no costs or outcomes yet"));
  sums = &result->net;
  switch (accord_key_figure_get_figure (index))
    {
    case ACCORD_FIGURE_NPSV:
      return new_money (_ ("Net present value"), sums->npsv,
                        result->comparator != ACCORD_CBA_NONE && result->comparator != result->option
                            ? _ ("against the comparator")
                            : _ ("benefits less costs"));
    case ACCORD_FIGURE_BCR:
      return new_ratio (sums);
    case ACCORD_FIGURE_DISCOUNTED_PAYBACK:
      return new_payback (cba, sums);
    default:
      return new_money (_ ("Net budget impact"), sums->budget_impact,
                        accord_cba_pence (sums->budget_impact) < 0   ? _ ("net cost")
                        : accord_cba_pence (sums->budget_impact) > 0 ? _ ("net saving")
                                                                     : NULL);
    }
}
