/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book/book.h"

#include <glib/gi18n-lib.h>

/* What the figures of an option are called, how they look, and what they come to. */

static const char *const labels[ACCORD_BOOK_CLASS] = {
  [ACCORD_BOOK_PVC] = N_ ("Present value of costs"),
  [ACCORD_BOOK_PVB] = N_ ("Present value of benefits"),
  [ACCORD_BOOK_NPSV] = N_ ("Net present public value"),
  [ACCORD_BOOK_BCR] = N_ ("Benefit–cost ratio"),
  [ACCORD_BOOK_BAND] = N_ ("Value for money"),
  [ACCORD_BOOK_EAC] = N_ ("Equivalent annual cost"),
  [ACCORD_BOOK_PAYBACK] = N_ ("Pays back in year"),
  [ACCORD_BOOK_DISCOUNTED_PAYBACK] = N_ ("Pays back in year, discounted"),
  [ACCORD_BOOK_CASHABLE] = N_ ("Cashable benefits"),
  [ACCORD_BOOK_ROI] = N_ ("Financial return on investment (cashable)"),
  [ACCORD_BOOK_BUDGET] = N_ ("Net budget impact (above nought a saving)"),
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
  if (figure < ACCORD_BOOK_CLASS)
    return g_strdup (_ (labels[figure]));
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
