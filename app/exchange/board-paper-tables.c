/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "board-paper-private.h"

#include "cba-words.h"
#include "charts/cumulative.h"
#include "charts/positions.h"

#include <glib/gi18n-lib.h>

/* Tables by year, by partner and by kind, with their charts. */

/* More partners than these stand in another table below. */
#define PARTNERS_A_BAND 4

static double
add_up (const double *values, guint first, guint n)
{
  double sum = 0;

  for (guint i = first; i < first + n; i++)
    sum += values[i];
  return sum;
}

/* --- By year. */

static void
add_year (BoardPaper *self, guint first, guint n, GPtrArray *cells)
{
  const AccordCbaYears *years = &self->sums->years;
  const guint last = first + n - 1;
  const double cost = add_up (years->cost, first, n), benefit = add_up (years->benefit, first, n);

  g_ptr_array_add (cells, board_paper_dup_span (self, first, last));
  g_ptr_array_add (cells, board_paper_dup_pounds (cost));
  g_ptr_array_add (cells, board_paper_dup_pounds (benefit));
  g_ptr_array_add (cells, board_paper_dup_pounds (add_up (years->cashable, first, n)));
  g_ptr_array_add (cells, board_paper_dup_pounds (benefit - cost));
  g_ptr_array_add (cells, board_paper_dup_pounds (years->cumulative[last]));
  g_ptr_array_add (cells, board_paper_dup_pounds (years->present_cumulative[last]));
  board_paper_add_row (self, FALSE, cells);
}

/**
 * board_paper_add_years:
 * @self: a paper in the making
 *
 * Adds when it costs and when it pays back.
 */
void
board_paper_add_years (BoardPaper *self)
{
  const char *const headings[] = { _ ("Year"),
                                   _ ("Costs"),
                                   _ ("Benefits"),
                                   _ ("Cashable"),
                                   _ ("Net"),
                                   _ ("Cumulative"),
                                   _ ("Cumulative, discounted"),
                                   NULL };
  g_autoptr (AccordChart) chart = accord_cumulative_chart_new (self->result, self->cba->base_year);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  accord_report_add_heading (self->report, 1, _ ("When it pays back"));
  accord_report_add_chart (self->report, chart);
  accord_report_begin_figures_table (self->report, headings, 0x7e);
  for (guint year = 0; year < self->cba->horizon; year += board_paper_step (self, year))
    add_year (self, year, board_paper_step (self, year), cells);
  accord_report_add_note (
      self->report,
      _ ("In the prices of the appraisal; only the last column is discounted. Where years stand "
         "together their sums are given, and the cumulative at the end of them; the workbook has "
         "every year."));
}

/* --- By partner. */

static void
add_position (BoardPaper *self, const AccordCbaPosition *position, GPtrArray *cells)
{
  const gboolean under = accord_cba_pence (position->deepest_net) < 0;

  g_ptr_array_add (cells, g_strdup (board_paper_get_organisation (self, position->organisation)));
  g_ptr_array_add (cells, board_paper_dup_pounds (position->present_cost));
  g_ptr_array_add (cells, board_paper_dup_pounds (position->present_benefit));
  g_ptr_array_add (cells, board_paper_dup_pounds (position->present_cashable));
  g_ptr_array_add (cells, board_paper_dup_pounds (position->present_net));
  g_ptr_array_add (cells, board_paper_dup_pounds (position->present_cash_net));
  g_ptr_array_add (cells, under ? board_paper_dup_pounds (position->deepest_net) : g_strdup ("–"));
  g_ptr_array_add (cells, under ? accord_cba_year_dup_label (self->cba, position->deepest) : g_strdup ("–"));
  board_paper_add_row (self, FALSE, cells);
}

static void
add_position_table (BoardPaper *self, const GPtrArray *positions, GPtrArray *cells)
{
  const char *const headings[] = { _ ("Partner"),    _ ("Pays"), _ ("Gains"),
                                   _ ("Of it cash"), _ ("Net"),  _ ("Net in cash"),
                                   _ ("Deepest"),    _ ("In"),   NULL };
  const AccordCbaSums *sums = self->sums;

  accord_report_begin_figures_table (self->report, headings, 0xfe);
  for (guint i = 0; i < positions->len; i++)
    add_position (self, positions->pdata[i], cells);
  g_ptr_array_add (cells, g_strdup (_ ("All")));
  g_ptr_array_add (cells, board_paper_dup_pounds (sums->pvc));
  g_ptr_array_add (cells, board_paper_dup_pounds (sums->pvb));
  g_ptr_array_add (cells, board_paper_dup_pounds (sums->present_cashable));
  g_ptr_array_add (cells, board_paper_dup_pounds (sums->npsv));
  g_ptr_array_add (cells, board_paper_dup_pounds (sums->budget_impact));
  g_ptr_array_add (cells, g_strdup (""));
  g_ptr_array_add (cells, g_strdup (""));
  board_paper_add_row (self, TRUE, cells);
  accord_report_add_note (
      self->report,
      _ ("Present values, rounded once, so that a total may differ in its last place. “Deepest” is "
         "the lowest cumulative net on the way, not discounted, and the year it falls in."));
}

static void
add_position_years (BoardPaper *self, const GPtrArray *positions, guint first, guint n, GPtrArray *cells)
{
  g_autoptr (GPtrArray) headings = g_ptr_array_new ();

  g_ptr_array_add (headings, (gpointer) _ ("Net by year"));
  for (guint i = first; i < first + n; i++)
    g_ptr_array_add (headings,
                     (gpointer) board_paper_get_organisation (
                         self, g_array_index (self->sums->positions, AccordCbaPosition, i).organisation));
  g_ptr_array_add (headings, NULL);
  accord_report_begin_figures_table (self->report, (const char *const *) headings->pdata, G_MAXUINT & ~1u);
  for (guint year = 0; year < self->cba->horizon; year += board_paper_step (self, year))
    {
      const guint step = board_paper_step (self, year);

      g_ptr_array_add (cells, board_paper_dup_span (self, year, year + step - 1));
      for (guint i = first; i < first + n; i++)
        {
          const AccordCbaYears *years = &((const AccordCbaPosition *) positions->pdata[i])->years;

          g_ptr_array_add (cells, board_paper_dup_pounds (add_up (years->benefit, year, step)
                                                          - add_up (years->cost, year, step)));
        }
      board_paper_add_row (self, FALSE, cells);
    }
}

/**
 * board_paper_add_positions:
 * @self: a paper in the making
 *
 * Adds who pays and who gains.
 */
void
board_paper_add_positions (BoardPaper *self)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) positions = board_paper_list_positions (self);
  g_autoptr (AccordChart) chart = NULL;
  const guint n = positions->len, n_left_out = self->sums->positions->len - n;

  if (n == 0)
    return;
  chart = accord_positions_chart_new (self->result, self->cba);
  accord_report_add_heading (self->report, 1, _ ("Who pays, who gains"));
  add_position_table (self, positions, cells);
  if (n_left_out > 0)
    {
      g_autofree char *words = g_strdup_printf (
          ngettext ("%u partner neither pays nor gains, and is left out of the tables.",
                    "%u partners neither pay nor gain, and are left out of the tables.", n_left_out),
          n_left_out);

      accord_report_add_note (self->report, words);
    }
  accord_report_add_chart (self->report, chart);
  for (guint i = 0; i < n; i += PARTNERS_A_BAND)
    add_position_years (self, positions, i, MIN (PARTNERS_A_BAND, n - i), cells);
}

/* --- By kind. */

static const char *
class_word (guint which)
{
  const char *const words[] = { _ ("Fiscal benefits"), _ ("Economic benefits"), _ ("Social benefits") };

  return words[which];
}

static void
add_benefit (BoardPaper *self, const char *name, double benefit, double cash, gboolean total,
             GPtrArray *cells)
{
  g_ptr_array_add (cells, g_strdup (name));
  g_ptr_array_add (cells, board_paper_dup_pounds (benefit));
  g_ptr_array_add (cells, board_paper_dup_pounds (cash));
  g_ptr_array_add (cells, board_paper_dup_pounds (benefit - cash));
  board_paper_add_row (self, total, cells);
}

static void
add_cost (BoardPaper *self, const char *name, double cost, gboolean total, GPtrArray *cells)
{
  g_ptr_array_add (cells, g_strdup (name));
  g_ptr_array_add (cells, board_paper_dup_pounds (cost));
  board_paper_add_row (self, total, cells);
}

/**
 * board_paper_add_parts:
 * @self: a paper in the making
 *
 * Adds what the benefits and the costs are made of: recurrent and one-off kept apart.
 */
void
board_paper_add_parts (BoardPaper *self)
{
  const AccordCbaSums *sums = self->sums;
  const char *const benefits[] = { _ ("Benefits"), _ ("Present value"), _ ("Cashable"), _ ("Not cashable"),
                                   NULL };
  const char *const costs[] = { _ ("Costs"), _ ("Present value"), NULL };
  const char *const kinds[] = { _ ("Capital"), _ ("Revenue"), _ ("In kind") };
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  accord_report_add_heading (self->report, 1, _ ("What it is made of"));
  accord_report_begin_figures_table (self->report, benefits, 0xe);
  for (guint i = 0; i < 3; i++)
    add_benefit (self, class_word (i), sums->by_class[i], sums->cashable_by_class[i], FALSE, cells);
  add_benefit (self, _ ("All benefits"), sums->pvb, sums->present_cashable, TRUE, cells);
  add_benefit (self, _ ("Of them recurrent"), sums->benefits_by_timing[ACCORD_TIMING_RECURRENT],
               sums->cashable_by_timing[ACCORD_TIMING_RECURRENT], FALSE, cells);
  add_benefit (self, _ ("Of them one-off"), sums->benefits_by_timing[ACCORD_TIMING_ONE_OFF],
               sums->cashable_by_timing[ACCORD_TIMING_ONE_OFF], FALSE, cells);
  accord_report_begin_figures_table (self->report, costs, 0x2);
  for (guint i = 0; i < 3; i++)
    add_cost (self, kinds[i], sums->by_kind[i], FALSE, cells);
  add_cost (self, _ ("All costs"), sums->pvc, TRUE, cells);
  add_cost (self, _ ("Of them recurrent"), sums->costs_by_timing[ACCORD_TIMING_RECURRENT], FALSE, cells);
  add_cost (self, _ ("Of them one-off"), sums->costs_by_timing[ACCORD_TIMING_ONE_OFF], FALSE, cells);
}
