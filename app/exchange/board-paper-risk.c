/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "board-paper-private.h"

#include "cba-numbers.h"
#include "charts/chance.h"
#include "charts/swings.h"
#include "charts/words.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

/* What the result hangs on, and how sure it is. */

/* The narrowest swings change nothing that a board would decide by. */
#define MOST_BARS 12

static char *
dup_name (const BoardPaper *self, const AccordCbaInput *input)
{
  g_autofree char *name = accord_input_dup_name (self->cba, input);

  return accord_chart_dup_brief (name);
}

static char *
dup_switching (const AccordSwing *swing)
{
  if (swing->switching.defined != ACCORD_DEFINED)
    return g_strdup ("–");
  return accord_input_dup_value (&swing->input, swing->switching.value);
}

static void
add_swing (BoardPaper *self, const AccordSwing *swing, GPtrArray *cells)
{
  g_ptr_array_add (cells, dup_name (self, &swing->input));
  g_ptr_array_add (cells, accord_input_dup_value (&swing->input, swing->base));
  g_ptr_array_add (cells, accord_input_dup_value (&swing->input, swing->low));
  g_ptr_array_add (cells, board_paper_dup_pounds (swing->npsv_low));
  g_ptr_array_add (cells, accord_input_dup_value (&swing->input, swing->high));
  g_ptr_array_add (cells, board_paper_dup_pounds (swing->npsv_high));
  g_ptr_array_add (cells, dup_switching (swing));
  board_paper_add_row (self, FALSE, cells);
}

/**
 * board_paper_add_sensitivity:
 * @self: a paper in the making
 *
 * Adds what the net value hangs on, one number at a time, and where each would switch it.
 */
void
board_paper_add_sensitivity (BoardPaper *self)
{
  const char *const headings[] = { _ ("Number changed alone"),
                                   _ ("Typed"),
                                   _ ("Lower"),
                                   _ ("Net value"),
                                   _ ("Higher"),
                                   _ ("Net value"),
                                   _ ("Nought at"),
                                   NULL };
  const GArray *swings = self->appraisal->swings;
  const guint n = swings != NULL ? MIN (swings->len, MOST_BARS) : 0;
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (AccordChart) chart = NULL;

  if (n == 0)
    return;
  chart = accord_swings_chart_new (self->cba, self->sums->npsv, swings);
  accord_report_add_heading (self->report, 1, _ ("What it hangs on"));
  accord_report_add_chart (self->report, chart);
  accord_report_begin_figures_table (self->report, headings, 0x7e);
  for (guint i = 0; i < n; i++)
    add_swing (self, &g_array_index (swings, AccordSwing, i), cells);
  accord_report_add_note (
      self->report,
      _ ("Each number is moved by a tenth either way and the others left as they are. Amounts are "
         "per cent of what was typed. “Nought at” is where costs and benefits would be equal; a "
         "dash: nowhere."));
}

/* --- Chance. */

static void
add_draws (BoardPaper *self, const char *name, double p10, double p50, double p90, double positive,
           gboolean total, GPtrArray *cells)
{
  g_ptr_array_add (cells, g_strdup (name));
  g_ptr_array_add (cells, board_paper_dup_pounds (p10));
  g_ptr_array_add (cells, board_paper_dup_pounds (p50));
  g_ptr_array_add (cells, board_paper_dup_pounds (p90));
  g_ptr_array_add (cells, accord_chart_dup_percent (positive));
  board_paper_add_row (self, total, cells);
}

static void
add_draw_table (BoardPaper *self, const AccordChance *chance)
{
  const char *const headings[] = { _ ("Net value"), "P10", "P50", "P90", _ ("Chance above nought"), NULL };
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  const guint n = MIN (chance->n_partners, self->sums->positions->len);

  accord_report_begin_figures_table (self->report, headings, 0x1e);
  for (guint i = 0; i < n; i++)
    {
      const AccordCbaPosition *position = &g_array_index (self->sums->positions, AccordCbaPosition, i);

      /* Whoever neither pays nor gains has nothing that is uncertain. */
      if (position->present_cost != 0 || position->present_benefit != 0)
        add_draws (self, board_paper_get_organisation (self, position->organisation), chance->partner_p10[i],
                   chance->partner_p50[i], chance->partner_p90[i], chance->partner_positive[i], FALSE, cells);
    }
  add_draws (self, _ ("All"), chance->p10, chance->p50, chance->p90, chance->positive, TRUE, cells);
}

/**
 * board_paper_add_chance:
 * @self: a paper in the making
 *
 * Adds how sure it is, where lines say how uncertain they are.
 */
void
board_paper_add_chance (BoardPaper *self)
{
  const AccordChance *chance = self->appraisal->chance;
  g_autoptr (AccordChart) chart = NULL;
  g_autofree char *draws = NULL;
  g_autofree char *note = NULL;

  if (chance == NULL)
    return;
  draws = accord_number_format (chance->n_draws, 0);
  chart = accord_chance_chart_new (chance, ACCORD_CHANCE_DISTRIBUTION);
  /* Translators: how many draws, and the number that they were begun with. */
  note = g_strdup_printf (_ ("Draws: %s, seed %" PRIu64 ". A tenth of the draws lie at or below P10, half "
                             "at or below P50, nine tenths at or below P90."),
                          draws, chance->seed);
  accord_report_add_heading (self->report, 1, _ ("How sure it is"));
  accord_report_add_chart (self->report, chart);
  add_draw_table (self, chance);
  accord_report_add_note (self->report, note);
}
