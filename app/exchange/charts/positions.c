/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/positions-private.h"

#include "charts/positions-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* More panels than this no one compares. */
#define MOST_PANELS 6
#define MOST_TICKS 5
#define MARKER 4.5
#define N_HEAD_LINES 3

static void
party_free (gpointer data)
{
  AccordParty *party = data;

  g_free (party->name);
  g_free (party->net);
  g_free (party->cumulative);
  g_free (party);
}

static void
positions_free (gpointer data)
{
  AccordPositions *self = data;

  if (self->drawn->len > 0)
    {
      AccordParty *last = self->drawn->pdata[self->drawn->len - 1];

      /* Those that are drawn together are nobody else's. */
      if (last->n_others > 0)
        party_free (last);
    }
  g_ptr_array_unref (self->drawn);
  g_ptr_array_unref (self->all);
  g_free (self);
}

static void
find_range (const AccordPositions *self, double *low, double *high)
{
  *low = *high = 0;
  for (guint i = 0; i < self->drawn->len; i++)
    {
      const AccordParty *party = self->drawn->pdata[i];

      for (guint year = 0; year < self->n_years; year++)
        {
          *low = MIN (*low, MIN (party->net[year], party->cumulative[year]));
          *high = MAX (*high, MAX (party->net[year], party->cumulative[year]));
        }
    }
}

static double
measure_ticks (const AccordCanvas *canvas, const AccordAxis *axis)
{
  double widest = 0;

  for (guint i = 0; i < axis->n_ticks; i++)
    {
      g_autofree char *text = accord_axis_dup_money (axis->ticks[i]);

      widest = MAX (widest, accord_canvas_measure (canvas, ACCORD_INK_CAPTION, text, NULL));
    }
  return widest;
}

static void
add_marks (const AccordPositions *self, const AccordPositionsLayout *layout, AccordChartPlan *plan)
{
  const AccordPlot *plot = &layout->plot;
  double room = accord_plot_spacing (plot, self->n_years), x, y;

  for (guint i = 0; i < self->drawn->len; i++)
    {
      const AccordParty *party = self->drawn->pdata[i];

      accord_positions_layout_place (layout, i, &x, &y);
      for (guint year = 0; year < self->n_years; year++)
        accord_chart_plan_add (
            plan, &(AccordChartMark){ .x = x + plot->left + year * room,
                                      .y = y + plot->top,
                                      .width = room,
                                      .height = plot->bottom - plot->top,
                                      .point_x = x + accord_plot_x (plot, year, self->n_years),
                                      .point_y = y + accord_plot_y (plot, party->cumulative[year]),
                                      .spot = TRUE,
                                      .row = i,
                                      .column = year });
    }
}

static void
positions_plan (const AccordChart *chart, const AccordCanvas *canvas, AccordChartPlan *plan)
{
  const AccordPositions *self = chart->data;
  AccordPositionsLayout *layout = g_new0 (AccordPositionsLayout, 1);
  AccordPositionsInput input = {
    .n_panels = self->drawn->len, .n_years = self->n_years, .width = plan->width, .scale = canvas->scale
  };
  g_autofree char *last = accord_axis_dup_year (self->base_year, self->n_years - 1);
  AccordAxis axis;
  double low, high, strong;

  find_range (self, &low, &high);
  accord_axis_init_money (&axis, low, high, MOST_TICKS);
  input.tick = measure_ticks (canvas, &axis);
  input.year = accord_canvas_measure (canvas, ACCORD_INK_CAPTION, last, &input.line_height);
  accord_canvas_measure (canvas, ACCORD_INK_STRONG, last, &strong);
  input.head_height = strong + (N_HEAD_LINES - 1) * input.line_height;
  accord_positions_layout_init (layout, &input, &axis);
  plan->layout = layout;
  plan->free_layout = g_free;
  plan->height = layout->height;
  add_marks (self, layout, plan);
}

/* A triangle that points down, by the words and at the place that they are of. */
static void
draw_marker (const AccordCanvas *canvas, double x, double y)
{
  double size = MARKER * canvas->scale;

  cairo_move_to (canvas->cairo, x - size, y - size);
  cairo_line_to (canvas->cairo, x + size, y - size);
  cairo_line_to (canvas->cairo, x, y + size);
  cairo_close_path (canvas->cairo);
  accord_canvas_fill (canvas, ACCORD_COLOUR_OVERDUE, 1);
}

static void
draw_head (const AccordPositions *self, const AccordParty *party, const AccordCanvas *canvas, double x,
           double y, double width)
{
  g_autofree char *outcome = accord_party_dup_outcome (party);
  g_autofree char *deepest = accord_party_dup_deepest (party, self->base_year);
  double strong, line, indent = 0;

  accord_canvas_measure (canvas, ACCORD_INK_STRONG, "0", &strong);
  accord_canvas_measure (canvas, ACCORD_INK_CAPTION, "0", &line);
  accord_canvas_words (canvas, ACCORD_INK_STRONG, party->name, x, y, width, 0, ACCORD_COLOUR_TEXT);
  accord_canvas_words (canvas, ACCORD_INK_CAPTION, outcome, x, y + strong, width, 0, ACCORD_COLOUR_TEXT);
  if (party->deepest_net < 0)
    {
      indent = 4 * MARKER * canvas->scale;
      draw_marker (canvas, x + 1.5 * MARKER * canvas->scale, y + strong + 1.5 * line);
    }
  accord_canvas_words (canvas, ACCORD_INK_CAPTION, deepest, x + indent, y + strong + line, width - indent, 0,
                       ACCORD_COLOUR_DIM);
}

static void
draw_axes (const AccordPositions *self, const AccordPositionsLayout *layout, const AccordCanvas *canvas,
           double left, double top)
{
  const AccordPlot *plot = &layout->plot;
  double tall;

  accord_canvas_measure (canvas, ACCORD_INK_CAPTION, "0", &tall);
  cairo_set_line_width (canvas->cairo, 1);
  for (guint i = 0; i < plot->axis.n_ticks; i++)
    {
      double y = top + accord_plot_y (plot, plot->axis.ticks[i]);
      g_autofree char *text = accord_axis_dup_money (plot->axis.ticks[i]);

      accord_canvas_set_source (canvas, ACCORD_COLOUR_LINE, 1);
      accord_canvas_line (canvas, left + plot->left, y, left + plot->right, y);
      accord_canvas_words (canvas, ACCORD_INK_CAPTION, text, left, y - tall / 2,
                           plot->left - 6 * canvas->scale, 1, ACCORD_COLOUR_DIM);
    }
  for (guint i = 0; i < self->n_years; i += layout->year_step)
    {
      g_autofree char *text = accord_axis_dup_year (self->base_year, i);
      double wide = accord_canvas_measure (canvas, ACCORD_INK_CAPTION, text, NULL);
      double middle = accord_plot_x (plot, i, self->n_years);

      accord_canvas_words (canvas, ACCORD_INK_CAPTION, text,
                           left + CLAMP (middle - wide / 2, 0, MAX (plot->right - wide, 0)),
                           top + plot->bottom + 8 * canvas->scale, wide, 0, ACCORD_COLOUR_DIM);
    }
}

/* What is paid hangs below nought and is hatched where colours do not tell; what is gained stands above it.
 */
static void
draw_bars (const AccordPositions *self, const AccordParty *party, const AccordPositionsLayout *layout,
           const AccordCanvas *canvas, double left, double top)
{
  const AccordPlot *plot = &layout->plot;
  double zero = top + accord_plot_y (plot, 0);

  for (guint i = 0; i < self->n_years; i++)
    {
      double y = top + accord_plot_y (plot, party->net[i]);
      double x = left + accord_plot_x (plot, i, self->n_years) - layout->bar / 2;
      gboolean pays = party->net[i] < 0;

      if (party->net[i] == 0)
        continue;
      cairo_rectangle (canvas->cairo, x, MIN (y, zero), layout->bar, MAX (fabs (y - zero), 1));
      if (pays && canvas->patterns && layout->bar > 4)
        accord_canvas_hatch (canvas, ACCORD_COLOUR_OVERDUE, 1);
      else
        accord_canvas_fill (canvas, pays ? ACCORD_COLOUR_OVERDUE : ACCORD_COLOUR_SERIES, 0.45);
    }
  accord_canvas_set_source (canvas, ACCORD_COLOUR_DIM, 1);
  cairo_set_line_width (canvas->cairo, 1);
  accord_canvas_line (canvas, left + plot->left, zero, left + plot->right, zero);
}

static void
draw_line (const AccordPositions *self, const AccordParty *party, const AccordPlot *plot,
           const AccordCanvas *canvas, double left, double top)
{
  double last_x = left + accord_plot_x (plot, self->n_years - 1, self->n_years);
  double last_y = top + accord_plot_y (plot, party->cumulative[self->n_years - 1]);

  accord_canvas_set_source (canvas, ACCORD_COLOUR_TEXT, 1);
  cairo_set_line_width (canvas->cairo, 1.6);
  cairo_set_line_join (canvas->cairo, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < self->n_years; i++)
    cairo_line_to (canvas->cairo, left + accord_plot_x (plot, i, self->n_years),
                   top + accord_plot_y (plot, party->cumulative[i]));
  cairo_stroke (canvas->cairo);
  cairo_arc (canvas->cairo, last_x, last_y, 2.6 * canvas->scale, 0, 2 * G_PI);
  accord_canvas_fill (canvas, ACCORD_COLOUR_TEXT, 1);
  if (party->deepest_net < 0)
    draw_marker (canvas, left + accord_plot_x (plot, party->deepest, self->n_years),
                 top + MAX (accord_plot_y (plot, party->deepest_net) - MARKER * canvas->scale, MARKER));
}

static void
positions_draw (const AccordChart *chart, const AccordChartPlan *plan, const AccordCanvas *canvas)
{
  const AccordPositions *self = chart->data;
  const AccordPositionsLayout *layout = plan->layout;

  for (guint i = 0; i < self->drawn->len; i++)
    {
      const AccordParty *party = self->drawn->pdata[i];
      double x, y;

      accord_positions_layout_place (layout, i, &x, &y);
      draw_head (self, party, canvas, x, y, layout->panel_width);
      draw_axes (self, layout, canvas, x, y);
      draw_bars (self, party, layout, canvas, x, y);
      draw_line (self, party, &layout->plot, canvas, x, y);
    }
}

static char *
positions_dup_mark (const AccordChart *chart, const AccordChartMark *mark)
{
  return accord_positions_dup_mark (chart->data, mark->row, mark->column);
}

static GPtrArray *
positions_dup_rows (const AccordChart *chart)
{
  return accord_positions_dup_rows (chart->data);
}

static const AccordChartKind positions_kind = {
  .plan = positions_plan,
  .draw = positions_draw,
  .dup_mark = positions_dup_mark,
  .dup_rows = positions_dup_rows,
  .free_data = positions_free,
};

static AccordParty *
make_party (const AccordCbaPosition *position, const AccordCba *cba, guint n_years)
{
  AccordParty *party = g_new0 (AccordParty, 1);
  const AccordCbaOrganisation *organisation = position->organisation < cba->organisations->len
                                                  ? cba->organisations->pdata[position->organisation]
                                                  : NULL;

  party->name = g_strdup (organisation != NULL ? organisation->name : _ ("No organisation named"));
  party->net = g_new (double, n_years);
  for (guint i = 0; i < n_years; i++)
    party->net[i] = position->years.benefit[i] - position->years.cost[i];
  party->cumulative = g_memdup2 (position->years.cumulative, n_years * sizeof (double));
  party->deepest = position->deepest;
  party->deepest_net = MIN (position->deepest_net, 0);
  party->cost = position->present_cost;
  party->benefit = position->present_benefit;
  party->payback = position->payback;
  return party;
}

static double
weight (const AccordParty *party)
{
  return MAX (fabs (party->benefit - party->cost), fabs (party->deepest_net));
}

static int
compare_weight (gconstpointer a, gconstpointer b)
{
  double first = weight (*(AccordParty *const *) a), second = weight (*(AccordParty *const *) b);

  return first > second ? -1 : first < second;
}

static void
add_to_others (AccordParty *others, const AccordParty *party, guint n_years)
{
  others->cost += party->cost;
  others->benefit += party->benefit;
  others->n_others++;
  for (guint i = 0; i < n_years; i++)
    {
      others->net[i] += party->net[i];
      others->cumulative[i] += party->cumulative[i];
    }
}

static AccordParty *
make_others (GPtrArray *ranked, guint from, guint n_years)
{
  AccordParty *others = g_new0 (AccordParty, 1);

  others->net = g_new0 (double, n_years);
  others->cumulative = g_new0 (double, n_years);
  for (guint i = from; i < ranked->len; i++)
    add_to_others (others, ranked->pdata[i], n_years);
  for (guint i = 0; i < n_years; i++)
    if (others->cumulative[i] < others->deepest_net)
      {
        others->deepest = i;
        others->deepest_net = others->cumulative[i];
      }
  others->name = g_strdup_printf (ngettext ("%u other", "%u others", others->n_others), others->n_others);
  return others;
}

/* Those with most at stake have a panel each, in the order in which they were given; the rest have one
 * together. */
static void
choose_drawn (AccordPositions *self)
{
  g_autoptr (GPtrArray) ranked = g_ptr_array_new ();
  AccordParty *others;

  self->drawn = g_ptr_array_new ();
  if (self->all->len <= MOST_PANELS)
    {
      g_ptr_array_extend (self->drawn, self->all, NULL, NULL);
      return;
    }
  g_ptr_array_extend (ranked, self->all, NULL, NULL);
  g_ptr_array_sort (ranked, compare_weight);
  for (guint i = 0; i < self->all->len; i++)
    {
      guint rank;

      if (g_ptr_array_find (ranked, self->all->pdata[i], &rank) && rank < MOST_PANELS - 1)
        g_ptr_array_add (self->drawn, self->all->pdata[i]);
    }
  others = make_others (ranked, MOST_PANELS - 1, self->n_years);
  g_ptr_array_add (self->drawn, others);
}

static void
add_headings (AccordChart *chart)
{
  accord_chart_add_heading (chart, _ ("Organisation"), FALSE);
  accord_chart_add_heading (chart, _ ("Pays, discounted"), TRUE);
  accord_chart_add_heading (chart, _ ("Gains, discounted"), TRUE);
  accord_chart_add_heading (chart, _ ("Net, discounted"), TRUE);
  accord_chart_add_heading (chart, _ ("Deepest"), TRUE);
  accord_chart_add_heading (chart, _ ("In"), TRUE);
  accord_chart_add_heading (chart, _ ("Above nought from"), TRUE);
}

/**
 * accord_positions_chart_new:
 * @result: what an option comes to; it is not kept
 * @cba: the analysis, for the names of organisations and the base year; it is not kept
 *
 * Makes a picture of who pays and who gains: a small panel for each organisation with its net by year, its
 * position up to then, and the year in which that is deepest. Of more than six the rest are drawn together;
 * the table has them all.
 *
 * Returns: (transfer full): the chart
 */
AccordChart *
accord_positions_chart_new (const AccordCbaResult *result, const AccordCba *cba)
{
  AccordPositions *self = g_new0 (AccordPositions, 1);
  AccordChart *chart = accord_chart_new (&positions_kind, self);

  self->n_years = result->horizon;
  self->base_year = cba->base_year;
  self->all = g_ptr_array_new_with_free_func (party_free);
  for (guint i = 0; i < result->net.positions->len && self->n_years > 0; i++)
    g_ptr_array_add (self->all, make_party (&g_array_index (result->net.positions, AccordCbaPosition, i), cba,
                                            self->n_years));
  choose_drawn (self);
  if (self->all->len == 0)
    chart->empty = _ ("No organisation pays or gains anything yet.");
  chart->summary = chart->empty != NULL ? g_strdup (chart->empty) : accord_positions_dup_summary (self);
  add_headings (chart);
  return chart;
}
