/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "board-paper-private.h"

#include "cba-numbers.h"
#include "cba-words.h"
#include "charts/chance.h"
#include "charts/tornado.h"
#include "charts/words.h"
#include "money.h"

#include <glib/gi18n-lib.h>

/* What the result hangs on, and how sure it is. */

/* The narrowest swings change nothing that a board would decide by. */
#define MOST_BARS 12

static const char *
line_name (const BoardPaper *self, const AccordCbaInput *input)
{
  const AccordCbaOption *option =
      input->option < self->cba->options->len ? self->cba->options->pdata[input->option] : NULL;
  const GPtrArray *lines = option == NULL ? NULL : input->is_outcome ? option->outcomes : option->costs;

  if (lines == NULL || input->line >= lines->len)
    return NULL;
  return input->is_outcome ? ((const AccordCbaOutcome *) lines->pdata[input->line])->name
                           : ((const AccordCbaCost *) lines->pdata[input->line])->name;
}

static char *
dup_name (const BoardPaper *self, const AccordCbaInput *input)
{
  const char *line = line_name (self, input);
  const char *field = accord_cba_field_get_label (input->field);
  g_autofree char *brief = line != NULL ? accord_chart_dup_brief (line) : NULL;

  /* Translators: which number of a line, then the name of the line. */
  return brief != NULL ? g_strdup_printf (_ ("%s: %s"), field, brief) : g_strdup (field);
}

/* A typed number as people read it. */
static char *
dup_input (const AccordCbaInput *input, double value)
{
  g_autofree char *rate = NULL;

  switch (input->field)
    {
    case ACCORD_CBA_FIELD_UNIT_VALUE:
      return accord_money_format (accord_cba_pence (value), ACCORD_MONEY_FULL);
    case ACCORD_CBA_FIELD_NEED:
    case ACCORD_CBA_FIELD_LAG:
    case ACCORD_CBA_FIELD_LASTS:
    case ACCORD_CBA_FIELD_GRADE:
    case ACCORD_CBA_FIELD_HORIZON:
      return accord_number_format (value, 2);
    case ACCORD_CBA_FIELD_RATE:
      rate = accord_number_format (value * 100, 2);
      /* Translators: so many points are added to a rate of per cent. */
      return g_strdup_printf (_ ("%s points"), rate);
    default:
      rate = accord_number_format (value * 100, 2);
      return g_strdup_printf ("%s%%", rate);
    }
}

static char *
dup_switching (const AccordSwing *swing)
{
  if (swing->switching.defined != ACCORD_DEFINED)
    return g_strdup ("–");
  return dup_input (&swing->input, swing->switching.value);
}

static void
bar_clear (gpointer data)
{
  AccordTornadoBar *bar = data;

  g_free ((char *) bar->name);
  g_free ((char *) bar->low);
  g_free ((char *) bar->high);
  g_free ((char *) bar->switching);
}

static AccordChart *
make_tornado (const BoardPaper *self, const GArray *swings, guint n)
{
  g_autoptr (GArray) bars = g_array_new (FALSE, TRUE, sizeof (AccordTornadoBar));

  g_array_set_clear_func (bars, bar_clear);
  for (guint i = 0; i < n; i++)
    {
      const AccordSwing *swing = &g_array_index (swings, AccordSwing, i);
      const AccordTornadoBar bar = {
        .name = dup_name (self, &swing->input),
        .low = dup_input (&swing->input, swing->low),
        .high = dup_input (&swing->input, swing->high),
        .switching = swing->switching.defined == ACCORD_DEFINED ? dup_switching (swing) : NULL,
        .npsv_low = swing->npsv_low,
        .npsv_high = swing->npsv_high,
      };

      g_array_append_val (bars, bar);
    }
  return accord_tornado_chart_new (self->sums->npsv, (const AccordTornadoBar *) (gpointer) bars->data, n);
}

static void
add_swing (BoardPaper *self, const AccordSwing *swing, GPtrArray *cells)
{
  g_ptr_array_add (cells, dup_name (self, &swing->input));
  g_ptr_array_add (cells, dup_input (&swing->input, swing->base));
  g_ptr_array_add (cells, dup_input (&swing->input, swing->low));
  g_ptr_array_add (cells, board_paper_dup_pounds (swing->npsv_low));
  g_ptr_array_add (cells, dup_input (&swing->input, swing->high));
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
  chart = make_tornado (self, swings, n);
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
  note = g_strdup_printf (_ ("Draws: %s, seed %" G_GUINT64_FORMAT
                             ". A tenth of the draws lie at or below P10, half "
                             "at or below P50, nine tenths at or below P90."),
                          draws, chance->seed);
  accord_report_add_heading (self->report, 1, _ ("How sure it is"));
  accord_report_add_chart (self->report, chart);
  add_draw_table (self, chance);
  accord_report_add_note (self->report, note);
}
