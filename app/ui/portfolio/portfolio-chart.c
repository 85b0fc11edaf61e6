/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "portfolio/portfolio-chart.h"

#include "charts/bcr.h"
#include "portfolio-choice-words.h"

/**
 * accord_portfolio_chart_new:
 * @choice: the cases that ask for money, and the best set of them where one was found
 *
 * Returns: (transfer full): each case's benefit-cost ratio; a case that has none says why
 */
AccordChart *
accord_portfolio_chart_new (const AccordPortfolioChoice *choice)
{
  g_autofree AccordBcrBar *bars = g_new0 (AccordBcrBar, MAX (choice->cases->len, 1));
  g_autoptr (GPtrArray) standings = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < choice->cases->len; i++)
    {
      const AccordPortfolioCase *one = g_ptr_array_index (choice->cases, i);
      char *standing = accord_portfolio_case_dup_standing (one);

      g_ptr_array_add (standings, standing);
      bars[i] = (AccordBcrBar){
        .name = accord_record_get_text (one->record, "name"),
        .bcr = one->bcr,
        .words = one->standing != ACCORD_PORTFOLIO_READY ? standing : NULL,
        .chosen = choice->chosen != NULL && choice->chosen[i],
        .kind = "case",
        .id = accord_record_get_id (one->record),
      };
    }
  return accord_bcr_chart_new (bars, choice->cases->len);
}
