/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book/book.h"

#include <glib/gi18n-lib.h>

/* What the figures of an option are called, how they look, and what they come to. */

static const AccordFigure figures[ACCORD_BOOK_CLASS] = {
  [ACCORD_BOOK_PVC] = ACCORD_FIGURE_PVC,
  [ACCORD_BOOK_PVB] = ACCORD_FIGURE_PVB,
  [ACCORD_BOOK_NPSV] = ACCORD_FIGURE_NPSV,
  [ACCORD_BOOK_BCR] = ACCORD_FIGURE_BCR,
  [ACCORD_BOOK_EAC] = ACCORD_FIGURE_EAC,
  [ACCORD_BOOK_PAYBACK] = ACCORD_FIGURE_PAYBACK,
  [ACCORD_BOOK_DISCOUNTED_PAYBACK] = ACCORD_FIGURE_DISCOUNTED_PAYBACK,
  [ACCORD_BOOK_CASHABLE] = ACCORD_FIGURE_CASHABLE,
  [ACCORD_BOOK_ROI] = ACCORD_FIGURE_ROI,
  [ACCORD_BOOK_BUDGET] = ACCORD_FIGURE_BUDGET_IMPACT,
};

/**
 * accord_book_figure_dup_label:
 * @figure: which figure
 *
 * Returns: (transfer full): what it is called
 */
char *
accord_book_figure_dup_label (guint figure)
{
  if (figure == ACCORD_BOOK_BAND)
    return g_strdup (_ ("Value for money"));
  if (figure == ACCORD_BOOK_PAYBACK || figure == ACCORD_BOOK_DISCOUNTED_PAYBACK)
    /* Translators: payback or discounted payback, as the number of a year. */
    return g_strdup_printf (_ ("%s: in year"), accord_figure_get_label (figures[figure]));
  if (figure < ACCORD_BOOK_CLASS)
    return g_strdup (accord_figure_get_label (figures[figure]));
  if (figure < ACCORD_BOOK_CASHABLE_CLASS)
    /* Translators: fiscal, economic or social benefits. */
    return g_strdup_printf (_ ("Benefits: %s"), accord_book_class_word (figure - ACCORD_BOOK_CLASS));
  if (figure < ACCORD_BOOK_KIND)
    /* Translators: fiscal, economic or social benefits. */
    return g_strdup_printf (_ ("Cashable benefits: %s"),
                            accord_book_class_word (figure - ACCORD_BOOK_CASHABLE_CLASS));
  if (figure < ACCORD_BOOK_COST_TIMING)
    /* Translators: capital costs, revenue costs or costs in kind. */
    return g_strdup_printf (_ ("Costs: %s"), accord_book_kind_word (figure - ACCORD_BOOK_KIND));
  if (figure < ACCORD_BOOK_BENEFIT_TIMING)
    /* Translators: recurrent or one-off costs. */
    return g_strdup_printf (_ ("Costs: %s"), accord_book_timing_word (figure - ACCORD_BOOK_COST_TIMING));
  if (figure < ACCORD_BOOK_CASHABLE_TIMING)
    /* Translators: recurrent or one-off benefits. */
    return g_strdup_printf (_ ("Benefits: %s"),
                            accord_book_timing_word (figure - ACCORD_BOOK_BENEFIT_TIMING));
  /* Translators: recurrent or one-off benefits. */
  return g_strdup_printf (_ ("Cashable benefits: %s"),
                          accord_book_timing_word (figure - ACCORD_BOOK_CASHABLE_TIMING));
}

AccordBookStyle
accord_book_figure_style (guint figure)
{
  switch (figure)
    {
    case ACCORD_BOOK_BCR:
    case ACCORD_BOOK_ROI:
      return ACCORD_BOOK_RATIO;
    case ACCORD_BOOK_BAND:
      return ACCORD_BOOK_RIGHT;
    case ACCORD_BOOK_PAYBACK:
    case ACCORD_BOOK_DISCOUNTED_PAYBACK:
      return ACCORD_BOOK_NUMBER;
    case ACCORD_BOOK_NPSV:
      return ACCORD_BOOK_MONEY_STRONG;
    default:
      return ACCORD_BOOK_MONEY;
    }
}

static double
part_of (const AccordCbaSums *sums, guint figure)
{
  if (figure < ACCORD_BOOK_CASHABLE_CLASS)
    return sums->by_class[figure - ACCORD_BOOK_CLASS];
  if (figure < ACCORD_BOOK_KIND)
    return sums->cashable_by_class[figure - ACCORD_BOOK_CASHABLE_CLASS];
  if (figure < ACCORD_BOOK_COST_TIMING)
    return sums->by_kind[figure - ACCORD_BOOK_KIND];
  if (figure < ACCORD_BOOK_BENEFIT_TIMING)
    return sums->costs_by_timing[figure - ACCORD_BOOK_COST_TIMING];
  if (figure < ACCORD_BOOK_CASHABLE_TIMING)
    return sums->benefits_by_timing[figure - ACCORD_BOOK_BENEFIT_TIMING];
  return sums->cashable_by_timing[figure - ACCORD_BOOK_CASHABLE_TIMING];
}

/**
 * accord_book_figure_value:
 * @sums: what an option comes to
 * @figure: which figure but the band
 *
 * Returns: it, in pounds where it is money
 */
AccordCbaValue
accord_book_figure_value (const AccordCbaSums *sums, guint figure)
{
  switch (figure)
    {
    case ACCORD_BOOK_BCR:
      return sums->bcr;
    case ACCORD_BOOK_ROI:
      return sums->roi;
    case ACCORD_BOOK_PAYBACK:
      return sums->payback;
    case ACCORD_BOOK_DISCOUNTED_PAYBACK:
      return sums->discounted_payback;
    case ACCORD_BOOK_PVC:
      return (AccordCbaValue){ ACCORD_DEFINED, sums->pvc / 100 };
    case ACCORD_BOOK_PVB:
      return (AccordCbaValue){ ACCORD_DEFINED, sums->pvb / 100 };
    case ACCORD_BOOK_NPSV:
      return (AccordCbaValue){ ACCORD_DEFINED, sums->npsv / 100 };
    case ACCORD_BOOK_EAC:
      return (AccordCbaValue){ ACCORD_DEFINED, sums->eac / 100 };
    case ACCORD_BOOK_CASHABLE:
      return (AccordCbaValue){ ACCORD_DEFINED, sums->present_cashable / 100 };
    case ACCORD_BOOK_BUDGET:
      return (AccordCbaValue){ ACCORD_DEFINED, sums->budget_impact / 100 };
    default:
      return (AccordCbaValue){ ACCORD_DEFINED, part_of (sums, figure) / 100 };
    }
}
