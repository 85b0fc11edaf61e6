/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case/stage-track.h"

#include "case/track-layout.h"

#include <math.h>

#define BETWEEN_LINES 2.0

/* The way of a business case: a sign for each step, a line from one to the next, and words. */
struct _AccordStageTrack
{
  AccordDrawing parent_instance;

  GPtrArray *steps;
  AccordTrackLayout layout;
  AccordTrackStep *places;
};

G_DEFINE_FINAL_TYPE (AccordStageTrack, accord_stage_track, ACCORD_TYPE_DRAWING)

static gboolean
is_faint (const AccordCaseStep *step)
{
  return step->state == ACCORD_STEP_UNKNOWN;
}

static PangoLayout *
create_name (AccordStageTrack *self, const AccordCaseStep *step, double width)
{
  return accord_drawing_create_layout (
      ACCORD_DRAWING (self), is_faint (step) ? ACCORD_INK_BODY : ACCORD_INK_STRONG, step->name, (int) width);
}

static PangoLayout *
create_detail (AccordStageTrack *self, const AccordCaseStep *step, double width)
{
  return accord_drawing_create_layout (ACCORD_DRAWING (self), ACCORD_INK_CAPTION, step->detail, (int) width);
}

static int
layout_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static double
measure_words (AccordStageTrack *self, const AccordCaseStep *step, double width)
{
  g_autoptr (PangoLayout) name = create_name (self, step, width);
  g_autoptr (PangoLayout) detail = create_detail (self, step, width);

  return layout_height (name) + BETWEEN_LINES + layout_height (detail);
}

static void
place (AccordStageTrack *self, int width)
{
  double scale = accord_drawing_get_scale (ACCORD_DRAWING (self));
  g_autofree double *heights = g_new0 (double, self->steps->len);

  self->layout = accord_track_layout (self->steps->len, width, scale);
  for (guint i = 0; i < self->steps->len; i++)
    heights[i] = measure_words (self, self->steps->pdata[i], self->layout.text_width);
  g_free (self->places);
  self->places = g_new0 (AccordTrackStep, self->steps->len);
  accord_track_place (&self->layout, self->steps->len, heights, width, scale, self->places);
}

static int
accord_stage_track_measure_height (AccordDrawing *drawing, int width)
{
  AccordStageTrack *self = ACCORD_STAGE_TRACK (drawing);

  place (self, width);
  return (int) ceil (self->layout.height);
}

static void
accord_stage_track_arrange (AccordDrawing *drawing, int width, int height)
{
  AccordStageTrack *self = ACCORD_STAGE_TRACK (drawing);

  place (self, width);
  for (guint i = 0; i < self->steps->len; i++)
    {
      const AccordCaseStep *step = self->steps->pdata[i];
      const AccordTrackStep *at = &self->places[i];
      g_autofree char *label =
          g_strdup_printf ("%s, %s: %s", step->name, accord_step_state_get_label (step->state), step->detail);
      AccordMark mark = { at->x - 3, at->y, at->width + 6, at->height, label, step->kind, step->id, NULL };

      if (step->kind != NULL)
        accord_drawing_add_mark (drawing, &mark);
    }
}

static void
draw_line (AccordStageTrack *self, cairo_t *cairo, guint index)
{
  const AccordCaseStep *from = self->steps->pdata[index], *to = self->steps->pdata[index + 1];
  const AccordTrackStep *a = &self->places[index], *b = &self->places[index + 1];
  double gap = self->layout.radius + 4;
  gboolean solid =
      from->state == ACCORD_STEP_DONE
      && (to->state == ACCORD_STEP_DONE || to->state == ACCORD_STEP_NOW || to->state == ACCORD_STEP_STOPPED);
  const double dashes[] = { 2, 4 };

  if (solid)
    accord_drawing_set_source (ACCORD_DRAWING (self), cairo, ACCORD_COLOUR_SERIES, 1);
  else
    accord_drawing_set_source (ACCORD_DRAWING (self), cairo, ACCORD_COLOUR_DIM, 0.7);
  cairo_set_line_width (cairo, solid ? 2 : 1.5);
  if (!solid)
    cairo_set_dash (cairo, dashes, G_N_ELEMENTS (dashes), 0);
  if (self->layout.upright)
    {
      cairo_move_to (cairo, a->glyph_x, a->glyph_y + gap);
      cairo_line_to (cairo, b->glyph_x, b->glyph_y - gap);
    }
  else
    {
      cairo_move_to (cairo, a->glyph_x + gap, a->glyph_y);
      cairo_line_to (cairo, b->glyph_x - gap, b->glyph_y);
    }
  cairo_stroke (cairo);
  cairo_set_dash (cairo, NULL, 0, 0);
}

static void
draw_disc (AccordStageTrack *self, cairo_t *cairo, const AccordTrackStep *at, double radius)
{
  accord_drawing_set_source (ACCORD_DRAWING (self), cairo, ACCORD_COLOUR_SERIES, 1);
  cairo_arc (cairo, at->glyph_x, at->glyph_y, radius, 0, 2 * G_PI);
  cairo_fill (cairo);
}

static void
draw_ring (AccordStageTrack *self, cairo_t *cairo, const AccordTrackStep *at, AccordColour colour)
{
  accord_drawing_set_source (ACCORD_DRAWING (self), cairo, colour, 1);
  cairo_arc (cairo, at->glyph_x, at->glyph_y, self->layout.radius - 1, 0, 2 * G_PI);
  cairo_stroke (cairo);
}

static void
draw_tick (AccordStageTrack *self, cairo_t *cairo, const AccordTrackStep *at)
{
  double unit = self->layout.radius / 8;

  accord_drawing_set_source (ACCORD_DRAWING (self), cairo, ACCORD_COLOUR_CARD, 1);
  cairo_move_to (cairo, at->glyph_x - 3.6 * unit, at->glyph_y + 0.2 * unit);
  cairo_line_to (cairo, at->glyph_x - 1.1 * unit, at->glyph_y + 2.8 * unit);
  cairo_line_to (cairo, at->glyph_x + 3.7 * unit, at->glyph_y - 2.6 * unit);
  cairo_stroke (cairo);
}

static void
draw_cross (AccordStageTrack *self, cairo_t *cairo, const AccordTrackStep *at)
{
  double arm = self->layout.radius * 0.36;

  draw_ring (self, cairo, at, ACCORD_COLOUR_OVERDUE);
  cairo_move_to (cairo, at->glyph_x - arm, at->glyph_y - arm);
  cairo_line_to (cairo, at->glyph_x + arm, at->glyph_y + arm);
  cairo_move_to (cairo, at->glyph_x + arm, at->glyph_y - arm);
  cairo_line_to (cairo, at->glyph_x - arm, at->glyph_y + arm);
  cairo_stroke (cairo);
}

/* Shapes that differ without colour: a disc with a tick, a target, a ring, a dashed ring, a ring with a
 * cross. */
static void
draw_sign (AccordStageTrack *self, cairo_t *cairo, guint index)
{
  const AccordCaseStep *step = self->steps->pdata[index];
  const AccordTrackStep *at = &self->places[index];
  const double dash[] = { self->layout.radius * 0.42, self->layout.radius * 0.42 };

  cairo_set_line_width (cairo, 2);
  switch (step->state)
    {
    case ACCORD_STEP_DONE:
      draw_disc (self, cairo, at, self->layout.radius);
      draw_tick (self, cairo, at);
      break;
    case ACCORD_STEP_NOW:
      draw_ring (self, cairo, at, ACCORD_COLOUR_SERIES);
      draw_disc (self, cairo, at, self->layout.radius * 0.45);
      break;
    case ACCORD_STEP_STOPPED:
      draw_cross (self, cairo, at);
      break;
    case ACCORD_STEP_AHEAD:
      draw_ring (self, cairo, at, ACCORD_COLOUR_DIM);
      break;
    case ACCORD_STEP_UNKNOWN:
      cairo_set_line_width (cairo, 1.6);
      cairo_set_dash (cairo, dash, G_N_ELEMENTS (dash), 0);
      draw_ring (self, cairo, at, ACCORD_COLOUR_DIM);
      cairo_set_dash (cairo, NULL, 0, 0);
      break;
    }
}

static void
draw_words (AccordStageTrack *self, cairo_t *cairo, guint index)
{
  const AccordCaseStep *step = self->steps->pdata[index];
  const AccordTrackStep *at = &self->places[index];
  g_autoptr (PangoLayout) name = create_name (self, step, at->text_width);
  g_autoptr (PangoLayout) detail = create_detail (self, step, at->text_width);

  accord_drawing_show_layout (ACCORD_DRAWING (self), cairo, name, at->text_x, at->text_y,
                              is_faint (step) ? ACCORD_COLOUR_DIM : ACCORD_COLOUR_TEXT);
  accord_drawing_show_layout (ACCORD_DRAWING (self), cairo, detail, at->text_x,
                              at->text_y + layout_height (name) + BETWEEN_LINES, ACCORD_COLOUR_DIM);
}

static void
accord_stage_track_draw (AccordDrawing *drawing, cairo_t *cairo, int width, int height)
{
  AccordStageTrack *self = ACCORD_STAGE_TRACK (drawing);

  cairo_set_line_cap (cairo, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cairo, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i + 1 < self->steps->len; i++)
    draw_line (self, cairo, i);
  for (guint i = 0; i < self->steps->len; i++)
    {
      draw_sign (self, cairo, i);
      draw_words (self, cairo, i);
    }
}

static void
accord_stage_track_finalize (GObject *object)
{
  AccordStageTrack *self = ACCORD_STAGE_TRACK (object);

  g_ptr_array_unref (self->steps);
  g_free (self->places);

  G_OBJECT_CLASS (accord_stage_track_parent_class)->finalize (object);
}

static void
accord_stage_track_class_init (AccordStageTrackClass *klass)
{
  AccordDrawingClass *drawing_class = ACCORD_DRAWING_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = accord_stage_track_finalize;
  drawing_class->measure_height = accord_stage_track_measure_height;
  drawing_class->arrange = accord_stage_track_arrange;
  drawing_class->draw = accord_stage_track_draw;
}

static void
accord_stage_track_init (AccordStageTrack *self)
{
  self->steps = g_ptr_array_new ();
}

/**
 * accord_stage_track_new:
 *
 * Returns: (transfer floating): a drawing without steps
 */
GtkWidget *
accord_stage_track_new (void)
{
  return g_object_new (ACCORD_TYPE_STAGE_TRACK, NULL);
}

/**
 * accord_stage_track_show:
 * @self: a drawing
 * @steps: (element-type AccordCaseStep): the steps, in their order
 * @sentence: the same in words
 *
 * Draws the steps.
 */
void
accord_stage_track_show (AccordStageTrack *self, GPtrArray *steps, const char *sentence)
{
  g_return_if_fail (ACCORD_IS_STAGE_TRACK (self));
  g_return_if_fail (steps != NULL);

  g_ptr_array_ref (steps);
  g_ptr_array_unref (self->steps);
  self->steps = steps;
  g_clear_pointer (&self->places, g_free);
  accord_drawing_set_summary (ACCORD_DRAWING (self), sentence);
  accord_drawing_changed (ACCORD_DRAWING (self));
}
