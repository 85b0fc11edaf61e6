/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/page-breaks.h"

/* A page may end this much early to keep something whole. */
#define LEAST_FILLED 0.35

/* The lowest place at or above @limit where nothing is cut; at or above @least it is no use. */
static double
find_gap (const AccordSpan *spans, guint n_spans, double least, double limit)
{
  double at = limit;
  gboolean moved = TRUE;

  while (moved && at > least)
    {
      moved = FALSE;
      for (guint i = 0; i < n_spans; i++)
        if (spans[i].top < at && spans[i].bottom > at)
          {
            at = spans[i].top;
            moved = TRUE;
          }
    }
  return at > least ? at : limit;
}

/**
 * accord_page_breaks:
 * @spans: (array length=n_spans): what is not to be cut
 * @n_spans: how many
 * @height: height of all
 * @page: height of a page, above 0
 *
 * Cuts something long into pages. What does not fit on a page, or would leave most of it empty, is cut all
 * the same.
 *
 * Returns: (transfer full) (element-type double): where each page ends; the last is @height
 */
GArray *
accord_page_breaks (const AccordSpan *spans, guint n_spans, double height, double page)
{
  GArray *breaks = g_array_new (FALSE, FALSE, sizeof (double));
  double top = 0;

  g_return_val_if_fail (page > 0, breaks);

  while (top + page < height)
    {
      double end = find_gap (spans, n_spans, top + page * LEAST_FILLED, top + page);

      g_array_append_val (breaks, end);
      top = end;
    }
  g_array_append_val (breaks, height);
  return breaks;
}
