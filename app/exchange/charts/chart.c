/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/chart-private.h"

#include <math.h>

/* So near to a mark, in pixels, a pointer means it. */
#define NEAR 24.0

/**
 * accord_chart_new:
 * @kind: of what kind
 * @data: (transfer full): what it shows, @kind's own
 *
 * Returns: (transfer full): a chart without a summary and without headings
 */
AccordChart *
accord_chart_new (const AccordChartKind *kind, gpointer data)
{
  AccordChart *self = g_new0 (AccordChart, 1);

  self->references = 1;
  self->kind = kind;
  self->data = data;
  self->headings = g_ptr_array_new_with_free_func (g_free);
  return self;
}

AccordChart *
accord_chart_ref (AccordChart *self)
{
  g_atomic_int_inc (&self->references);
  return self;
}

void
accord_chart_unref (AccordChart *self)
{
  if (!g_atomic_int_dec_and_test (&self->references))
    return;
  self->kind->free_data (self->data);
  g_ptr_array_unref (self->headings);
  g_free (self->summary);
  g_free (self);
}

void
accord_chart_add_heading (AccordChart *self, const char *heading, gboolean number)
{
  if (number)
    self->numbers |= 1u << self->headings->len;
  g_ptr_array_add (self->headings, g_strdup (heading));
}

/**
 * accord_chart_add_row:
 * @rows: (element-type GStrv): rows
 * @first: (transfer full): its first cell
 * @...: (transfer full): the others, then %NULL
 *
 * Adds a row of cells.
 */
void
accord_chart_add_row (GPtrArray *rows, const char *first, ...)
{
  GPtrArray *cells = g_ptr_array_new ();
  va_list rest;

  va_start (rest, first);
  for (const char *cell = first; cell != NULL; cell = va_arg (rest, const char *))
    g_ptr_array_add (cells, (gpointer) cell);
  va_end (rest);
  g_ptr_array_add (cells, NULL);
  g_ptr_array_add (rows, g_ptr_array_free (cells, FALSE));
}

/**
 * accord_chart_get_summary:
 * @self: a chart
 *
 * Returns: (transfer none): what it shows, in a sentence or two with its figures: its text alternative
 */
const char *
accord_chart_get_summary (const AccordChart *self)
{
  return self->summary;
}

/**
 * accord_chart_get_empty:
 * @self: a chart
 *
 * Returns: (transfer none) (nullable): why there is nothing to draw, in a sentence; %NULL where there is
 * something
 */
const char *
accord_chart_get_empty (const AccordChart *self)
{
  return self->empty;
}

/**
 * accord_chart_get_headings:
 * @self: a chart
 * @n_headings: (out): how many columns its table has
 * @numbers: (out): a bit for each column that holds numbers
 *
 * Returns: (transfer none): what stands over the columns
 */
const char *const *
accord_chart_get_headings (const AccordChart *self, guint *n_headings, guint *numbers)
{
  *n_headings = self->headings->len;
  *numbers = self->numbers;
  return (const char *const *) self->headings->pdata;
}

/**
 * accord_chart_dup_rows:
 * @self: a chart
 *
 * Returns: (transfer full) (element-type GStrv): all that it shows, exact, as a table
 */
GPtrArray *
accord_chart_dup_rows (const AccordChart *self)
{
  if (self->empty != NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  return self->kind->dup_rows (self);
}

/**
 * accord_chart_dup_mark:
 * @self: a chart
 * @mark: a part of it
 *
 * Returns: (transfer full): what it is and its value, for whoever points at it
 */
char *
accord_chart_dup_mark (const AccordChart *self, const AccordChartMark *mark)
{
  return self->kind->dup_mark (self, mark);
}

/**
 * accord_chart_plan:
 * @self: a chart
 * @canvas: what it will be drawn on; its cairo is not used
 * @width: how wide it is to be, in pixels
 *
 * Returns: (transfer full): where everything goes
 */
AccordChartPlan *
accord_chart_plan (const AccordChart *self, const AccordCanvas *canvas, double width)
{
  AccordChartPlan *plan = g_new0 (AccordChartPlan, 1);

  plan->width = MAX (width, 1);
  plan->marks = g_array_new (FALSE, FALSE, sizeof (AccordChartMark));
  if (self->empty != NULL)
    return plan;
  self->kind->plan (self, canvas, plan);
  plan->height = ceil (plan->height);
  return plan;
}

void
accord_chart_plan_add (AccordChartPlan *self, const AccordChartMark *mark)
{
  g_array_append_vals (self->marks, mark, 1);
}

void
accord_chart_plan_free (AccordChartPlan *self)
{
  if (self->free_layout != NULL)
    self->free_layout (self->layout);
  g_array_unref (self->marks);
  g_free (self);
}

/**
 * accord_chart_draw:
 * @self: a chart
 * @plan: a plan of it
 * @canvas: what to draw on
 *
 * Draws it, from the origin.
 */
void
accord_chart_draw (const AccordChart *self, const AccordChartPlan *plan, const AccordCanvas *canvas)
{
  if (self->empty == NULL)
    self->kind->draw (self, plan, canvas);
}

static const AccordChartMark *
mark_at (const AccordChartPlan *self, guint index)
{
  return &g_array_index (self->marks, AccordChartMark, index);
}

/* The mark of the next row, up or down, that is nearest to where a person is. */
static guint
find_in_next_row (const AccordChartPlan *self, guint from, gboolean down)
{
  const AccordChartMark *here = mark_at (self, from);
  guint best = from;
  double nearest = G_MAXDOUBLE;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const AccordChartMark *mark = mark_at (self, i);
      double rows = down ? (double) mark->row - here->row : (double) here->row - mark->row;
      double distance = fabs (mark->point_x - here->point_x) + fabs (mark->point_y - here->point_y) / 1000;

      if (rows <= 0)
        continue;
      /* Rows first, then across: no picture is a million pixels wide. */
      distance += rows * 1e6;
      if (distance < nearest)
        {
          nearest = distance;
          best = i;
        }
    }
  return best;
}

/**
 * accord_chart_plan_move:
 * @self: a plan with marks
 * @from: a mark
 * @move: where to go from it
 *
 * Returns: the mark that is there, or @from where there is none
 */
guint
accord_chart_plan_move (const AccordChartPlan *self, guint from, AccordChartMove move)
{
  guint last = self->marks->len - 1;

  g_return_val_if_fail (self->marks->len > 0, 0);

  from = MIN (from, last);
  switch (move)
    {
    case ACCORD_CHART_LEFT:
      return from > 0 ? from - 1 : 0;
    case ACCORD_CHART_RIGHT:
      return MIN (from + 1, last);
    case ACCORD_CHART_UP:
    case ACCORD_CHART_DOWN:
      return find_in_next_row (self, from, move == ACCORD_CHART_DOWN);
    case ACCORD_CHART_FIRST:
      while (from > 0 && mark_at (self, from - 1)->row == mark_at (self, from)->row)
        from--;
      return from;
    case ACCORD_CHART_LAST:
    default:
      while (from < last && mark_at (self, from + 1)->row == mark_at (self, from)->row)
        from++;
      return from;
    }
}

/**
 * accord_chart_plan_find:
 * @self: a plan
 * @x: where someone points
 * @y: likewise
 *
 * Returns: the mark that is meant, or %G_MAXUINT: of those under the pointer the one whose value is nearest,
 * else the nearest within a little distance
 */
guint
accord_chart_plan_find (const AccordChartPlan *self, double x, double y)
{
  guint best = G_MAXUINT;
  double nearest = G_MAXDOUBLE;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const AccordChartMark *mark = mark_at (self, i);
      double away_x = MAX (MAX (mark->x - x, x - mark->x - mark->width), 0);
      double away_y = MAX (MAX (mark->y - y, y - mark->y - mark->height), 0);
      double outside = hypot (away_x, away_y);
      double distance = outside * 1e4 + hypot (mark->point_x - x, mark->point_y - y);

      if (outside <= NEAR && distance < nearest)
        {
          nearest = distance;
          best = i;
        }
    }
  return best;
}
