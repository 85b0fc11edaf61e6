/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/burn-down-private.h"

#include "financial-year.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MONTHS_A_YEAR 12
#define FIRST_MONTH 3
#define MOST_TICKS 6
#define DOT 3.4
#define SWATCH 22.0
#define KEY_GAP 6.0

/* Told apart without colour: an unbroken line, dots, and dashes. */
static const struct
{
  AccordColour colour;
  double on;
  double off;
  double width;
} looks[ACCORD_BURN_N_LINES] = {
  { ACCORD_COLOUR_SERIES, 0, 0, 2.2 },
  { ACCORD_COLOUR_DIM, 1.5, 3, 1.5 },
  { ACCORD_COLOUR_SERIES + 2, 6, 4, 1.8 },
};

static void
find_range (const AccordBurnDown *self, double *low, double *high)
{
  *low = 0;
  *high = self->award;
  for (guint line = 0; line < ACCORD_BURN_N_LINES; line++)
    {
      GArray *points = accord_burn_down_get_line (self, line);

      for (guint i = 0; i < points->len; i++)
        {
          *low = MIN (*low, g_array_index (points, AccordBurnPoint, i).left);
          *high = MAX (*high, g_array_index (points, AccordBurnPoint, i).left);
        }
    }
}

/* Where the name of a line stands; one without a line has no width. */
typedef struct
{
  double x;
  double y;
  double width;
} KeyEntry;

/* In as many rows as they take. */
static double
place_key (const AccordBurnDown *self, const AccordCanvas *canvas, double width, KeyEntry *entries,
           double *tall)
{
  double gap = KEY_GAP * canvas->scale, swatch = SWATCH * canvas->scale, x = 0, y = 0;

  for (guint line = 0; line < ACCORD_BURN_N_LINES; line++)
    {
      double wide =
          accord_canvas_measure (canvas, ACCORD_INK_CAPTION, accord_burn_down_get_name (line), tall);

      entries[line] = (KeyEntry){ 0 };
      if (accord_burn_down_get_line (self, line)->len == 0)
        continue;
      if (x > 0 && x + swatch + gap + wide > width)
        {
          x = 0;
          y += *tall;
        }
      entries[line] = (KeyEntry){ x, y, MIN (wide, MAX (width - swatch - gap, 1)) };
      x += swatch + wide + 3 * gap;
    }
  return y + *tall;
}

static void
measure_words (const AccordBurnDown *self, const AccordAxis *axis, const AccordCanvas *canvas,
               AccordBurnDownInput *input)
{
  char *words[ACCORD_BURN_DOWN_N_FLAGS];
  KeyEntry entries[ACCORD_BURN_N_LINES];
  double tall;

  for (guint i = 0; i < axis->n_ticks; i++)
    {
      g_autofree char *text = accord_axis_dup_money (axis->ticks[i]);

      input->tick = MAX (input->tick, accord_canvas_measure (canvas, ACCORD_INK_CAPTION, text, NULL));
    }
  input->year = accord_canvas_measure (canvas, ACCORD_INK_CAPTION, "2000/00", &input->line_height);
  input->head = place_key (self, canvas, input->width, entries, &tall) + KEY_GAP * canvas->scale;
  input->n_flags = accord_burn_down_get_flags (self, input->flag_month, words);
  for (guint i = 0; i < input->n_flags; i++)
    {
      input->flag_width[i] = accord_canvas_measure (canvas, ACCORD_INK_CAPTION_STRONG, words[i], NULL);
      g_free (words[i]);
    }
}

static void
add_marks (const AccordBurnDown *self, const AccordBurnDownLayout *layout, AccordChartPlan *plan)
{
  for (guint line = 0; line < ACCORD_BURN_N_LINES; line++)
    {
      GArray *points = accord_burn_down_get_line (self, line);

      for (guint i = 0; i < points->len; i++)
        {
          const AccordBurnPoint *point = &g_array_index (points, AccordBurnPoint, i);
          double x = accord_burn_down_layout_x (layout, point->month),
                 y = accord_plot_y (&layout->plot, point->left);

          accord_chart_plan_add (
              plan, &(AccordChartMark){
                        .x = x, .y = y, .point_x = x, .point_y = y, .spot = TRUE, .row = line, .column = i });
        }
    }
}

static void
burn_down_plan (const AccordChart *chart, const AccordCanvas *canvas, AccordChartPlan *plan)
{
  const AccordBurnDown *self = chart->data;
  AccordBurnDownLayout *layout = g_new0 (AccordBurnDownLayout, 1);
  AccordBurnDownInput input = {
    .from = self->from, .until = self->until, .width = plan->width, .scale = canvas->scale
  };
  AccordAxis axis;
  double low, high;

  find_range (self, &low, &high);
  accord_axis_init_money (&axis, low, high, MOST_TICKS);
  measure_words (self, &axis, canvas, &input);
  accord_burn_down_layout_init (layout, &input, &axis);
  plan->layout = layout;
  plan->free_layout = g_free;
  plan->height = layout->height;
  add_marks (self, layout, plan);
}

static void
set_look (const AccordCanvas *canvas, guint line)
{
  accord_canvas_set_source (canvas, looks[line].colour, 1);
  cairo_set_line_width (canvas->cairo, looks[line].width);
  accord_canvas_dash (canvas, looks[line].on, looks[line].off);
}

/* Years stand in the middle of their months, lines where one ends and the next begins. */
static void
draw_years (const AccordBurnDownLayout *layout, const AccordCanvas *canvas)
{
  const AccordPlot *plot = &layout->plot;
  int first = (layout->from + 1 - FIRST_MONTH) / MONTHS_A_YEAR,
      last = (layout->until - FIRST_MONTH) / MONTHS_A_YEAR;

  for (int year = first; year <= last; year++)
    {
      /* Points are the ends of months: April begins where March ends. */
      int begins = year * MONTHS_A_YEAR + FIRST_MONTH - 1;
      double left = accord_burn_down_layout_x (layout, begins);
      double right = accord_burn_down_layout_x (layout, begins + MONTHS_A_YEAR);
      g_autofree char *text = accord_financial_year_format (year);
      double wide = accord_canvas_measure (canvas, ACCORD_INK_CAPTION, text, NULL);
      double middle = CLAMP ((left + right) / 2 - wide / 2, 0, MAX (plot->right - wide, 0));

      accord_canvas_set_source (canvas, ACCORD_COLOUR_LINE, 1);
      accord_canvas_line (canvas, left, plot->bottom, left, plot->bottom + 5 * canvas->scale);
      if ((year - first) % (int) layout->year_step == 0)
        accord_canvas_words (canvas, ACCORD_INK_CAPTION, text, middle, plot->bottom + 7 * canvas->scale, wide,
                             0, ACCORD_COLOUR_DIM);
    }
}

static void
draw_axes (const AccordBurnDownLayout *layout, const AccordCanvas *canvas)
{
  const AccordPlot *plot = &layout->plot;
  double tall;

  accord_canvas_measure (canvas, ACCORD_INK_CAPTION, "0", &tall);
  cairo_set_line_width (canvas->cairo, 1);
  for (guint i = 0; i < plot->axis.n_ticks; i++)
    {
      double y = accord_plot_y (plot, plot->axis.ticks[i]);
      g_autofree char *text = accord_axis_dup_money (plot->axis.ticks[i]);

      accord_canvas_set_source (canvas, plot->axis.ticks[i] == 0 ? ACCORD_COLOUR_DIM : ACCORD_COLOUR_LINE, 1);
      accord_canvas_line (canvas, plot->left, y, plot->right, y);
      accord_canvas_words (canvas, ACCORD_INK_CAPTION, text, 0, y - tall / 2, plot->left - 8 * canvas->scale,
                           1, ACCORD_COLOUR_DIM);
    }
  draw_years (layout, canvas);
}

static void
draw_line (const AccordBurnDown *self, const AccordBurnDownLayout *layout, const AccordCanvas *canvas,
           guint line)
{
  GArray *points = accord_burn_down_get_line (self, line);

  if (points->len == 0)
    return;
  cairo_save (canvas->cairo);
  set_look (canvas, line);
  cairo_set_line_join (canvas->cairo, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < points->len; i++)
    {
      const AccordBurnPoint *point = &g_array_index (points, AccordBurnPoint, i);

      cairo_line_to (canvas->cairo, accord_burn_down_layout_x (layout, point->month),
                     accord_plot_y (&layout->plot, point->left));
    }
  cairo_stroke (canvas->cairo);
  cairo_restore (canvas->cairo);
}

/* The names of the lines, each with a piece of it. */
static void
draw_key (const AccordBurnDown *self, const AccordCanvas *canvas, double width)
{
  KeyEntry entries[ACCORD_BURN_N_LINES];
  double gap = KEY_GAP * canvas->scale, swatch = SWATCH * canvas->scale, tall;

  place_key (self, canvas, width, entries, &tall);
  for (guint line = 0; line < ACCORD_BURN_N_LINES; line++)
    {
      const KeyEntry *entry = &entries[line];

      if (entry->width <= 0)
        continue;
      cairo_save (canvas->cairo);
      set_look (canvas, line);
      accord_canvas_line (canvas, entry->x, entry->y + tall / 2, entry->x + swatch, entry->y + tall / 2);
      cairo_restore (canvas->cairo);
      accord_canvas_words (canvas, ACCORD_INK_CAPTION, accord_burn_down_get_name (line),
                           entry->x + swatch + gap, entry->y, entry->width, 0, ACCORD_COLOUR_DIM);
    }
}

static void
draw_flags (const AccordBurnDown *self, const AccordBurnDownLayout *layout, const AccordCanvas *canvas)
{
  int months[ACCORD_BURN_DOWN_N_FLAGS];
  char *words[ACCORD_BURN_DOWN_N_FLAGS];
  guint n = accord_burn_down_get_flags (self, months, words);
  const AccordBurnPoint *last = &g_array_index (self->actual, AccordBurnPoint, self->actual->len - 1);
  double tall, y = accord_plot_y (&layout->plot, last->left);

  accord_canvas_measure (canvas, ACCORD_INK_CAPTION_STRONG, "0", &tall);
  for (guint i = 0; i < n; i++)
    {
      const AccordFlag *flag = &layout->flags[i];
      double top = layout->head + (flag->row + 1) * tall;

      cairo_save (canvas->cairo);
      cairo_set_line_width (canvas->cairo, 1);
      accord_canvas_set_source (canvas, ACCORD_COLOUR_DIM, 1);
      accord_canvas_dash (canvas, 2, 2);
      accord_canvas_line (canvas, flag->at, top, flag->at,
                          i == 0 ? MAX (y - DOT * canvas->scale, top) : layout->plot.bottom);
      cairo_restore (canvas->cairo);
    }
  cairo_arc (canvas->cairo, accord_burn_down_layout_x (layout, last->month), y, DOT * canvas->scale, 0,
             2 * G_PI);
  accord_canvas_fill (canvas, looks[ACCORD_BURN_ACTUAL].colour, 1);
  for (guint i = 0; i < n; i++)
    {
      const AccordFlag *flag = &layout->flags[i];

      accord_canvas_words_on (canvas, ACCORD_INK_CAPTION_STRONG, words[i], flag->x,
                              layout->head + flag->row * tall, flag->width, 0.5, ACCORD_COLOUR_TEXT);
      g_free (words[i]);
    }
}

static void
burn_down_draw (const AccordChart *chart, const AccordChartPlan *plan, const AccordCanvas *canvas)
{
  const AccordBurnDown *self = chart->data;
  const AccordBurnDownLayout *layout = plan->layout;

  draw_axes (layout, canvas);
  for (guint line = ACCORD_BURN_N_LINES; line > 0; line--)
    draw_line (self, layout, canvas, line - 1);
  draw_key (self, canvas, plan->width);
  draw_flags (self, layout, canvas);
}

static char *
burn_down_dup_mark (const AccordChart *chart, const AccordChartMark *mark)
{
  return accord_burn_down_dup_mark (chart->data, mark->row, mark->column);
}

static GPtrArray *
burn_down_dup_rows (const AccordChart *chart)
{
  return accord_burn_down_dup_rows (chart->data);
}

static void
burn_down_free (gpointer data)
{
  if (data != NULL)
    accord_burn_down_free (data);
}

static const AccordChartKind burn_down_kind = {
  .plan = burn_down_plan,
  .draw = burn_down_draw,
  .dup_mark = burn_down_dup_mark,
  .dup_rows = burn_down_dup_rows,
  .free_data = burn_down_free,
};

/**
 * accord_burn_down_chart_new:
 * @fund: what became of a fund
 * @forecast: its years, and where they lead
 * @months: (element-type AccordFundMonth): the months in which it paid
 * @today: today as an ISO date
 *
 * Makes a picture of what is left of a fund, month by month, beside what would be left by its allocations,
 * and of where it leads if things go on as they do. Nothing of them is kept.
 *
 * Returns: (transfer full): the chart
 */
AccordChart *
accord_burn_down_chart_new (const AccordFundSummary *fund, const AccordFundForecast *forecast, GArray *months,
                            const char *today)
{
  gboolean known = fund->award != ACCORD_UNKNOWN;
  AccordBurnDown *self = known ? accord_burn_down_new (fund, forecast, months, today) : NULL;
  AccordChart *chart = accord_chart_new (&burn_down_kind, self);

  if (!known)
    chart->empty = _ ("What is left is not known: the amount of the fund is not recorded.");
  chart->summary =
      chart->empty != NULL ? g_strdup (chart->empty) : accord_burn_down_dup_summary (self, forecast);
  accord_chart_add_heading (chart, _ ("End of"), FALSE);
  accord_chart_add_heading (chart, _ ("Left"), TRUE);
  accord_chart_add_heading (chart, _ ("As allocated"), TRUE);
  accord_chart_add_heading (chart, _ ("At the present rate"), TRUE);
  return chart;
}
