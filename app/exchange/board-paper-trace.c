/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "board-paper-private.h"

#include "cba-words.h"

#include <glib/gi18n-lib.h>

/* How the figures were made, from the top down, as far as a reader on paper follows: so many steps, and no
 * sums of more than so many values. */
#define MOST_DEPTH 3
#define MOST_CHILDREN 12
#define MOST_LINES 40

static AccordTrace *
trace_of (const BoardPaper *self, AccordFigure figure, gboolean is_outcome, guint line, guint year)
{
  const AccordFigureRef ref = { .figure = figure,
                                .option = self->appraisal->option,
                                .organisation = ACCORD_CBA_NONE,
                                .is_outcome = is_outcome,
                                .line = line,
                                .year = year };

  return accord_trace_new (self->cba, &ref);
}

/* A sum of very many values has no sentence: only what it comes to, and of how many. */
static void
add_sum (BoardPaper *self, AccordTrace *trace, guint n)
{
  g_autofree char *label = accord_trace_dup_label (trace, self->cba);
  g_autofree char *value = accord_trace_dup_value (trace, self->cba);
  g_autofree char *words =
      /* Translators: what a value is, the value, and of how many it is made; always more than ten. */
      g_strdup_printf (ngettext ("%s, %s: made of %u value, which the workbook has",
                                 "%s, %s: made of %u values, which the workbook has", n),
                       label, value, n);

  accord_report_add_point (self->report, words, NULL);
}

/* What somebody typed is told by the value above it, and needs no line of its own. */
static void
add_step (BoardPaper *self, AccordTrace *trace, guint depth)
{
  const GPtrArray *children = accord_trace_get_children (trace);
  const guint n = children != NULL ? children->len : 0;
  g_autofree char *sentence = NULL;

  if (n == 0)
    return;
  if (n > MOST_CHILDREN)
    {
      add_sum (self, trace, n);
      return;
    }
  sentence = accord_trace_dup_sentence (trace, self->cba);
  accord_report_add_point (self->report, sentence, NULL);
  for (guint i = 0; i < n && depth > 0; i++)
    add_step (self, children->pdata[i], depth - 1);
}

static void
add_figure (BoardPaper *self, AccordFigure figure, guint depth)
{
  g_autoptr (AccordTrace) trace = trace_of (self, figure, FALSE, ACCORD_CBA_NONE, 0);

  if (trace != NULL)
    add_step (self, trace, depth);
}

/* The first year in which a line comes to something, down to what was typed. */
static void
add_line (BoardPaper *self, gboolean is_outcome, guint line, const AccordCbaLineSum *sum)
{
  const char *name = is_outcome ? ((const AccordCbaOutcome *) self->option->outcomes->pdata[line])->name
                                : ((const AccordCbaCost *) self->option->costs->pdata[line])->name;
  g_autoptr (AccordTrace) trace = NULL;
  g_autofree char *sentence = NULL;
  guint year = 0;

  while (year < self->cba->horizon && sum->years[year] == 0)
    year++;
  if (year == self->cba->horizon)
    return;
  trace = trace_of (self, ACCORD_FIGURE_LINE_YEAR, is_outcome, line, year);
  sentence = trace != NULL ? accord_trace_dup_sentence (trace, self->cba) : NULL;
  accord_report_add_point (self->report, name, sentence);
}

static void
add_lines (BoardPaper *self)
{
  const guint n_costs = self->option->costs->len, n = n_costs + self->option->outcomes->len;

  for (guint i = 0; i < MIN (n, MOST_LINES); i++)
    add_line (self, i >= n_costs, i < n_costs ? i : i - n_costs,
              &g_array_index (self->result->lines, AccordCbaLineSum, i));
  if (n > MOST_LINES)
    {
      g_autofree char *words = g_strdup_printf (
          ngettext ("%u line more is in the workbook.", "%u lines more are in the workbook.", n - MOST_LINES),
          n - MOST_LINES);

      accord_report_add_note (self->report, words);
    }
}

/**
 * board_paper_add_trace:
 * @self: a paper in the making
 *
 * Adds why the figures are what they are.
 */
void
board_paper_add_trace (BoardPaper *self)
{
  accord_report_begin_page (self->report);
  accord_report_add_heading (self->report, 1, _ ("Appendix: how the figures were made"));
  add_figure (self, ACCORD_FIGURE_NPSV, MOST_DEPTH);
  add_figure (self, ACCORD_FIGURE_BCR, 0);
  add_figure (self, ACCORD_FIGURE_BUDGET_IMPACT, 0);
  if (self->option->costs->len + self->option->outcomes->len == 0)
    return;
  accord_report_add_heading (self->report, 2, _ ("Each line in its first year"));
  add_lines (self);
}
