/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/risk-chart.h"

#include "chart/risk-layout.h"

#include <glib/gi18n-lib.h>

#define LEAST_WIDTH 240
#define RING 7.0
#define DISC 5.5
#define TARGET_HALF 9.0
#define LINE 2.0
#define BAND 5.0
#define HEAD 5.0
#define KEY_GAP 18.0
#define LINES_OF_NAME 2

static const int ticks[] = { 1, 5, 10, 15, 20, 25 };

/* Risks one below the other, each on a scale from 1 to 25. */
struct _AccordRiskChart
{
  AccordDrawing parent_instance;

  GPtrArray *risks;
  AccordRiskFrame frame;
  GArray *places;
};

G_DEFINE_FINAL_TYPE (AccordRiskChart, accord_risk_chart, ACCORD_TYPE_DRAWING)

void
accord_risk_mark_free (AccordRiskMark *self)
{
  g_free (self->name);
  g_free (self->words);
  g_free (self->label);
  g_free (self);
}

static PangoLayout *
create_name (AccordRiskChart *self, const AccordRiskMark *risk)
{
  PangoLayout *layout = accord_drawing_create_layout (ACCORD_DRAWING (self), ACCORD_INK_STRONG, risk->name,
                                                      (int) self->frame.words_width);

  pango_layout_set_height (layout, -LINES_OF_NAME);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static PangoLayout *
create_words (AccordRiskChart *self, const AccordRiskMark *risk)
{
  return accord_drawing_create_layout (ACCORD_DRAWING (self), ACCORD_INK_CAPTION, risk->words,
                                       (int) self->frame.words_width);
}

static double
height_of (PangoLayout *layout)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static double
width_of (PangoLayout *layout)
{
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static double
settle (AccordRiskChart *self, int width)
{
  g_autofree double *heights = g_new0 (double, self->risks->len + 1);

  accord_risk_frame_init (&self->frame, width, accord_drawing_get_scale (ACCORD_DRAWING (self)));
  for (guint i = 0; i < self->risks->len; i++)
    {
      g_autoptr (PangoLayout) name = create_name (self, self->risks->pdata[i]);
      g_autoptr (PangoLayout) words = create_words (self, self->risks->pdata[i]);

      heights[i] = height_of (name) + height_of (words);
    }
  g_array_set_size (self->places, self->risks->len);
  return accord_risk_frame_place (&self->frame, heights, self->risks->len,
                                  (AccordRiskPlace *) self->places->data);
}

static int
accord_risk_chart_measure_height (AccordDrawing *drawing, int width)
{
  return (int) settle (ACCORD_RISK_CHART (drawing), width) + 1;
}

static void
accord_risk_chart_arrange (AccordDrawing *drawing, int width, int height)
{
  AccordRiskChart *self = ACCORD_RISK_CHART (drawing);

  settle (self, width);
  for (guint i = 0; i < self->risks->len; i++)
    {
      const AccordRiskMark *risk = self->risks->pdata[i];
      const AccordRiskPlace *place = &g_array_index (self->places, AccordRiskPlace, i);
      AccordMark mark = { .x = 0,
                          .y = place->y + 1,
                          .width = width,
                          .height = place->height - 2,
                          .label = risk->label,
                          .kind = "risk",
                          .id = risk->id };

      accord_drawing_add_mark (drawing, &mark);
    }
}

static void
line (cairo_t *cairo, double x1, double y1, double x2, double y2, double width)
{
  cairo_set_line_width (cairo, width);
  cairo_move_to (cairo, x1, y1);
  cairo_line_to (cairo, x2, y2);
  cairo_stroke (cairo);
}

static void
draw_ring (AccordRiskChart *self, cairo_t *cairo, double x, double y)
{
  double scale = self->frame.scale;

  cairo_new_path (cairo);
  cairo_arc (cairo, x, y, RING * scale, 0, 2 * G_PI);
  accord_drawing_set_source (ACCORD_DRAWING (self), cairo, ACCORD_COLOUR_CARD, 1);
  cairo_fill_preserve (cairo);
  accord_drawing_set_source (ACCORD_DRAWING (self), cairo, ACCORD_COLOUR_DIM, 1);
  cairo_set_line_width (cairo, 1.6 * scale);
  cairo_stroke (cairo);
}

static void
draw_disc (AccordRiskChart *self, cairo_t *cairo, double x, double y, AccordColour colour)
{
  cairo_new_path (cairo);
  cairo_arc (cairo, x, y, DISC * self->frame.scale, 0, 2 * G_PI);
  accord_drawing_set_source (ACCORD_DRAWING (self), cairo, colour, 1);
  cairo_fill (cairo);
}

static void
draw_target (AccordRiskChart *self, cairo_t *cairo, double x, double y)
{
  double scale = self->frame.scale;

  accord_drawing_set_source (ACCORD_DRAWING (self), cairo, ACCORD_COLOUR_SERIES + 3, 1);
  line (cairo, x, y - TARGET_HALF * scale, x, y + TARGET_HALF * scale, 2.5 * scale);
}

/* Above the scale, so that it stands clear of what lies on it. */
static void
draw_arrow (AccordRiskChart *self, cairo_t *cairo, double from, double to, double y)
{
  double scale = self->frame.scale;
  double back = (to > from ? -1 : 1) * HEAD * scale;
  double above = y - 10 * scale;

  accord_drawing_set_source (ACCORD_DRAWING (self), cairo, ACCORD_COLOUR_TEXT, 1);
  line (cairo, from, above, to + back, above, 1.4 * scale);
  line (cairo, from, above - 3 * scale, from, above + 3 * scale, 1.4 * scale);
  cairo_move_to (cairo, to, above);
  cairo_line_to (cairo, to + back, above - 3.5 * scale);
  cairo_line_to (cairo, to + back, above + 3.5 * scale);
  cairo_close_path (cairo);
  cairo_fill (cairo);
}

static AccordColour
colour_of (const AccordRiskMark *risk)
{
  return risk->urgent ? ACCORD_COLOUR_OVERDUE : ACCORD_COLOUR_SERIES;
}

/* How far the score is from where it should be, as a band. */
static void
draw_distance (AccordRiskChart *self, cairo_t *cairo, const AccordRiskMark *risk, double y)
{
  double from = accord_risk_frame_x (&self->frame, risk->target);
  double to = accord_risk_frame_x (&self->frame, risk->net);
  double half = BAND * self->frame.scale;

  cairo_rectangle (cairo, from, y - half, to - from, 2 * half);
  if (accord_drawing_wants_patterns (ACCORD_DRAWING (self)))
    {
      accord_drawing_hatch (ACCORD_DRAWING (self), cairo, ACCORD_COLOUR_OVERDUE);
      cairo_new_path (cairo);
      return;
    }
  accord_drawing_set_source (ACCORD_DRAWING (self), cairo, ACCORD_COLOUR_OVERDUE, 0.2);
  cairo_fill (cairo);
}

static void
draw_scores (AccordRiskChart *self, cairo_t *cairo, const AccordRiskMark *risk, double y)
{
  AccordDrawing *drawing = ACCORD_DRAWING (self);
  double net = accord_risk_frame_x (&self->frame, risk->net);

  accord_drawing_set_source (drawing, cairo, ACCORD_COLOUR_LINE, 1);
  line (cairo, self->frame.left, y, self->frame.right, y, 1);
  if (risk->urgent)
    draw_distance (self, cairo, risk, y);
  if (risk->gross > 0 && risk->net > 0)
    {
      accord_drawing_set_source (drawing, cairo, ACCORD_COLOUR_DIM, 1);
      line (cairo, net, y, accord_risk_frame_x (&self->frame, risk->gross), y, LINE * self->frame.scale);
    }
  if (risk->gross > 0)
    draw_ring (self, cairo, accord_risk_frame_x (&self->frame, risk->gross), y);
  if (risk->target > 0)
    draw_target (self, cairo, accord_risk_frame_x (&self->frame, risk->target), y);
  if (risk->net > 0)
    draw_disc (self, cairo, net, y, colour_of (risk));
  if (risk->net > 0 && risk->previous > 0 && risk->previous != risk->net)
    draw_arrow (self, cairo, accord_risk_frame_x (&self->frame, risk->previous), net, y);
}

static void
draw_row (AccordRiskChart *self, cairo_t *cairo, guint index)
{
  AccordDrawing *drawing = ACCORD_DRAWING (self);
  const AccordRiskMark *risk = self->risks->pdata[index];
  const AccordRiskPlace *place = &g_array_index (self->places, AccordRiskPlace, index);
  g_autoptr (PangoLayout) name = create_name (self, risk);
  g_autoptr (PangoLayout) words = create_words (self, risk);

  accord_drawing_set_source (drawing, cairo, ACCORD_COLOUR_LINE, 1);
  line (cairo, 0, place->y + 0.5, self->frame.width, place->y + 0.5, 1);
  accord_drawing_show_layout (drawing, cairo, name, 0, place->words_y, ACCORD_COLOUR_TEXT);
  accord_drawing_show_layout (drawing, cairo, words, 0, place->words_y + height_of (name), ACCORD_COLOUR_DIM);
  draw_scores (self, cairo, risk, place->axis_y);
}

static void
draw_axis (AccordRiskChart *self, cairo_t *cairo, double bottom)
{
  AccordDrawing *drawing = ACCORD_DRAWING (self);

  for (guint i = 0; i < G_N_ELEMENTS (ticks); i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", ticks[i]);
      g_autoptr (PangoLayout) number = accord_drawing_create_layout (drawing, ACCORD_INK_CAPTION, text, -1);
      double x = accord_risk_frame_x (&self->frame, ticks[i]);
      double left = CLAMP (x - width_of (number) / 2, 0, self->frame.width - width_of (number));

      accord_drawing_show_layout (drawing, cairo, number, left, self->frame.key_height, ACCORD_COLOUR_DIM);
      if (self->frame.stacked)
        continue;
      accord_drawing_set_source (drawing, cairo, ACCORD_COLOUR_LINE, 0.7);
      line (cairo, (int) x + 0.5, self->frame.key_height + self->frame.axis_height, (int) x + 0.5, bottom, 1);
    }
}

typedef void (*DrawSign) (AccordRiskChart *self, cairo_t *cairo, double x, double y);

static void
sign_net (AccordRiskChart *self, cairo_t *cairo, double x, double y)
{
  draw_disc (self, cairo, x, y, ACCORD_COLOUR_SERIES);
}

static void
sign_arrow (AccordRiskChart *self, cairo_t *cairo, double x, double y)
{
  double half = 9 * self->frame.scale;

  draw_arrow (self, cairo, x + half, x - half, y + 10 * self->frame.scale);
}

/* What the signs mean, from the right. */
static void
draw_key (AccordRiskChart *self, cairo_t *cairo)
{
  const struct
  {
    const char *words;
    DrawSign draw;
    double half;
  } signs[] = {
    { _ ("was, and is now"), sign_arrow, 9 },
    { _ ("target"), draw_target, 2 },
    { _ ("net"), sign_net, DISC },
    { _ ("gross"), draw_ring, RING },
  };
  double scale = self->frame.scale, right = self->frame.width;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      g_autoptr (PangoLayout) words =
          accord_drawing_create_layout (ACCORD_DRAWING (self), ACCORD_INK_CAPTION, signs[i].words, -1);
      double half = signs[i].half * scale, left = right - width_of (words) - 5 * scale - 2 * half;

      if (left < 0)
        return;
      accord_drawing_show_layout (ACCORD_DRAWING (self), cairo, words, right - width_of (words), 0,
                                  ACCORD_COLOUR_DIM);
      signs[i].draw (self, cairo, left + half, height_of (words) / 2);
      right = left - KEY_GAP * scale;
    }
}

static void
accord_risk_chart_draw (AccordDrawing *drawing, cairo_t *cairo, int width, int height)
{
  AccordRiskChart *self = ACCORD_RISK_CHART (drawing);

  if (self->risks->len == 0)
    return;
  settle (self, width);
  draw_key (self, cairo);
  draw_axis (self, cairo, height);
  for (guint i = 0; i < self->places->len; i++)
    draw_row (self, cairo, i);
}

static void
accord_risk_chart_finalize (GObject *object)
{
  AccordRiskChart *self = ACCORD_RISK_CHART (object);

  g_ptr_array_unref (self->risks);
  g_array_unref (self->places);

  G_OBJECT_CLASS (accord_risk_chart_parent_class)->finalize (object);
}

static void
accord_risk_chart_class_init (AccordRiskChartClass *klass)
{
  AccordDrawingClass *drawing_class = ACCORD_DRAWING_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = accord_risk_chart_finalize;
  drawing_class->measure_height = accord_risk_chart_measure_height;
  drawing_class->arrange = accord_risk_chart_arrange;
  drawing_class->draw = accord_risk_chart_draw;
}

static void
accord_risk_chart_init (AccordRiskChart *self)
{
  self->risks = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_risk_mark_free);
  self->places = g_array_new (FALSE, TRUE, sizeof (AccordRiskPlace));
  accord_drawing_set_minimum_width (ACCORD_DRAWING (self), LEAST_WIDTH);
}

/**
 * accord_risk_chart_new:
 *
 * Returns: (transfer floating): a drawing of no risks yet
 */
GtkWidget *
accord_risk_chart_new (void)
{
  return g_object_new (ACCORD_TYPE_RISK_CHART, NULL);
}

/**
 * accord_risk_chart_show:
 * @self: a drawing of risks
 * @risks: (transfer full) (element-type AccordRiskMark): in the order in which they are drawn
 * @summary: one sentence that says what the drawing shows
 *
 * Draws other risks.
 */
void
accord_risk_chart_show (AccordRiskChart *self, GPtrArray *risks, const char *summary)
{
  g_return_if_fail (ACCORD_IS_RISK_CHART (self));

  g_ptr_array_unref (self->risks);
  self->risks = risks;
  accord_drawing_set_summary (ACCORD_DRAWING (self), summary);
  accord_drawing_changed (ACCORD_DRAWING (self));
}
