/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/timeline-paint.h"

#include <math.h>
#include <string.h>

#define BAND 0.2
#define BAR_PADDING 12
#define PATCH 3

/* The events' own blue; what is late, missed or given up has another colour and another shape. */
static AccordColour
colour_of (AccordTimelineState state)
{
  switch (state)
    {
    case ACCORD_TIMELINE_OVERDUE:
    case ACCORD_TIMELINE_MISSED:
      return ACCORD_COLOUR_OVERDUE;
    case ACCORD_TIMELINE_CANCELLED:
      return ACCORD_COLOUR_DIM;
    default:
      return ACCORD_COLOUR_SERIES;
    }
}

/**
 * accord_timeline_create_label:
 * @drawing: a drawing
 * @strong: (nullable): a date
 * @plain: (nullable): what happens
 *
 * Returns: (transfer full): both in one line
 */
PangoLayout *
accord_timeline_create_label (AccordDrawing *drawing, const char *strong, const char *plain)
{
  g_autofree char *text =
      g_strconcat (strong != NULL ? strong : "", strong != NULL && plain != NULL ? "  " : "", plain, NULL);
  PangoLayout *layout = accord_drawing_create_layout (drawing, ACCORD_INK_CAPTION, text, -1);
  PangoAttrList *attributes = pango_attr_list_copy (pango_layout_get_attributes (layout));
  PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  weight->start_index = 0;
  weight->end_index = strong != NULL ? strlen (strong) : 0;
  pango_attr_list_change (attributes, weight);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

/**
 * accord_timeline_create_head:
 * @drawing: a drawing
 * @lane: a lane
 * @width: where its name wraps, in pixels
 *
 * Returns: (transfer full): its name and, in smaller letters, what it is about
 */
PangoLayout *
accord_timeline_create_head (AccordDrawing *drawing, const AccordTimelineLane *lane, double width)
{
  g_autofree char *text =
      lane->note != NULL ? g_strconcat (lane->label, "\n", lane->note, NULL) : g_strdup (lane->label);
  PangoLayout *layout =
      accord_drawing_create_layout (drawing, ACCORD_INK_CAPTION, text, MAX ((int) width, 1));
  PangoAttrList *attributes = pango_attr_list_copy (pango_layout_get_attributes (layout));
  PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  GdkRGBA dim;

  weight->end_index = strlen (lane->label);
  pango_attr_list_change (attributes, weight);
  if (lane->note != NULL)
    {
      PangoAttribute *colour;

      accord_drawing_get_colour (drawing, ACCORD_COLOUR_DIM, &dim);
      colour = pango_attr_foreground_new ((guint16) (dim.red * 65535), (guint16) (dim.green * 65535),
                                          (guint16) (dim.blue * 65535));
      colour->start_index = strlen (lane->label);
      pango_attr_list_change (attributes, colour);
    }
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  /* Two lines for each of the two parts. */
  pango_layout_set_height (layout, lane->note != NULL ? -2 : -3);
  return layout;
}

static void
paint_line (AccordDrawing *drawing, cairo_t *cairo, double x0, double y0, double x1, double y1)
{
  accord_drawing_set_source (drawing, cairo, ACCORD_COLOUR_LINE, 1);
  cairo_set_line_width (cairo, 1);
  cairo_move_to (cairo, x0, y0);
  cairo_line_to (cairo, x1, y1);
  cairo_stroke (cairo);
}

static void
rounded (cairo_t *cairo, const AccordTimelineBox *box, double radius)
{
  double right = box->x + box->width, bottom = box->y + box->height;

  radius = MIN (radius, MIN (box->width, box->height) / 2);
  cairo_new_path (cairo);
  cairo_arc (cairo, right - radius, box->y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cairo, right - radius, bottom - radius, radius, 0, G_PI / 2);
  cairo_arc (cairo, box->x + radius, bottom - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cairo, box->x + radius, box->y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cairo);
}

static void
paint_triangle (cairo_t *cairo, double x, double y, double r)
{
  cairo_move_to (cairo, x, y - r);
  cairo_line_to (cairo, x + r, y + 0.8 * r);
  cairo_line_to (cairo, x - r, y + 0.8 * r);
  cairo_close_path (cairo);
  cairo_fill (cairo);
}

/* A ring, and what is in it. */
static void
paint_ring (AccordDrawing *drawing, cairo_t *cairo, AccordTimelineState state, double x, double y, double r)
{
  static const double dashes[] = { 3, 2 };

  accord_drawing_set_source (drawing, cairo, ACCORD_COLOUR_CARD, 1);
  cairo_arc (cairo, x, y, r, 0, 2 * G_PI);
  cairo_fill (cairo);
  accord_drawing_set_source (drawing, cairo, colour_of (state), 1);
  if (state == ACCORD_TIMELINE_UNDER_WAY)
    {
      cairo_arc (cairo, x, y, r, G_PI / 2, 3 * G_PI / 2);
      cairo_fill (cairo);
    }
  if (state == ACCORD_TIMELINE_MISSED)
    {
      double arm = r * 0.45;

      cairo_move_to (cairo, x - arm, y - arm);
      cairo_line_to (cairo, x + arm, y + arm);
      cairo_move_to (cairo, x + arm, y - arm);
      cairo_line_to (cairo, x - arm, y + arm);
      cairo_stroke (cairo);
    }
  if (state == ACCORD_TIMELINE_CANCELLED)
    cairo_set_dash (cairo, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_arc (cairo, x, y, r - 1, 0, 2 * G_PI);
  cairo_stroke (cairo);
  cairo_set_dash (cairo, NULL, 0, 0);
}

/**
 * accord_timeline_paint_dot:
 * @drawing: a drawing
 * @cairo: what it is drawn with
 * @state: how an event stands
 * @x: the middle of its dot
 * @y: the middle of its dot
 *
 * Draws the shape of a state.
 */
void
accord_timeline_paint_dot (AccordDrawing *drawing, cairo_t *cairo, AccordTimelineState state, double x,
                           double y)
{
  double r = ACCORD_TIMELINE_DOT * accord_drawing_get_scale (drawing);

  cairo_new_path (cairo);
  cairo_set_line_width (cairo, 2 * accord_drawing_get_scale (drawing));
  accord_drawing_set_source (drawing, cairo, colour_of (state), 1);
  if (state == ACCORD_TIMELINE_OVERDUE)
    paint_triangle (cairo, x, y, r);
  else if (state == ACCORD_TIMELINE_DONE)
    {
      cairo_arc (cairo, x, y, r, 0, 2 * G_PI);
      cairo_fill (cairo);
    }
  else
    paint_ring (drawing, cairo, state, x, y, r);
}

static void
paint_patch (AccordDrawing *drawing, cairo_t *cairo, double x, double y, double width, double height)
{
  accord_drawing_set_source (drawing, cairo, ACCORD_COLOUR_CARD, 1);
  cairo_rectangle (cairo, x - PATCH, y, width + 2 * PATCH, height);
  cairo_fill (cairo);
}

/* Words in the middle of a box, on a patch so that no line runs through them. */
static void
paint_words (AccordDrawing *drawing, cairo_t *cairo, PangoLayout *words, const AccordTimelineBox *box,
             AccordColour colour, gboolean on_patch)
{
  int width, height;

  pango_layout_set_width (words, (int) ceil (box->width) * PANGO_SCALE);
  pango_layout_get_pixel_size (words, &width, &height);
  if (on_patch)
    paint_patch (drawing, cairo, box->x, box->y + (box->height - height) / 2, width, height);
  accord_drawing_show_layout (drawing, cairo, words, box->x, round (box->y + (box->height - height) / 2),
                              colour);
}

/* Where the pill with "Today" is; without width where nobody knows the day. */
static AccordTimelineBox
find_today (const AccordTimelineLayout *layout, PangoLayout *words)
{
  AccordTimelineBox box = layout->today_box;
  int height;

  pango_layout_get_pixel_size (words, NULL, &height);
  box.height = height + 4;
  box.y = round ((layout->head_height - box.height) / 2 - 2);
  return box;
}

static void
paint_axis (AccordDrawing *drawing, cairo_t *cairo, const AccordTimelineLayout *layout)
{
  g_autoptr (PangoLayout) today =
      accord_timeline_create_label (drawing, accord_timeline_layout_get_today (layout), NULL);
  AccordTimelineBox taken = find_today (layout, today);

  for (guint i = 0; i < layout->ticks->len; i++)
    {
      const AccordTimelineTick *tick = layout->ticks->pdata[i];
      g_autoptr (PangoLayout) words = accord_timeline_create_label (drawing, tick->label, NULL);
      double x = tick->x + 8;
      int width, height;

      paint_line (drawing, cairo, floor (tick->x) + 0.5, 0, floor (tick->x) + 0.5, layout->lanes_end);
      pango_layout_get_pixel_size (words, &width, &height);
      if (x + width > layout->axis_right
          || (taken.width > 0 && x < taken.x + taken.width && taken.x < x + width))
        continue;
      accord_drawing_show_layout (drawing, cairo, words, x, round ((layout->head_height - height) / 2 - 2),
                                  ACCORD_COLOUR_DIM);
    }
}

/* Light where nobody knows where it begins or ends. */
static void
paint_bar (AccordDrawing *drawing, cairo_t *cairo, const AccordTimelinePlace *place)
{
  cairo_pattern_t *fade;
  GdkRGBA blue;
  double end = place->bar.x + place->bar.width;

  accord_drawing_get_colour (drawing, ACCORD_COLOUR_SERIES, &blue);
  fade = cairo_pattern_create_linear (place->bar.x, 0, end, 0);
  cairo_pattern_add_color_stop_rgba (fade, 0, blue.red, blue.green, blue.blue,
                                     place->bar_open_from ? 0.04 : BAND);
  cairo_pattern_add_color_stop_rgba (fade, 0.12, blue.red, blue.green, blue.blue, BAND);
  cairo_pattern_add_color_stop_rgba (fade, 0.88, blue.red, blue.green, blue.blue, BAND);
  cairo_pattern_add_color_stop_rgba (fade, 1, blue.red, blue.green, blue.blue,
                                     place->bar_open_until ? 0.04 : BAND);
  paint_patch (drawing, cairo, place->bar.x + PATCH, place->bar.y, place->bar.width - 2 * PATCH,
               place->bar.height);
  rounded (cairo, &place->bar, 6);
  cairo_set_source (cairo, fade);
  cairo_fill_preserve (cairo);
  cairo_pattern_destroy (fade);
  if (accord_drawing_wants_patterns (drawing))
    {
      accord_drawing_set_source (drawing, cairo, ACCORD_COLOUR_SERIES, 1);
      cairo_set_line_width (cairo, 1);
      cairo_stroke (cairo);
    }
  cairo_new_path (cairo);
}

/* What goes on stands in the bar; in a short bar, beside it. The end as stated is at the bar's end, where
 * there is room for both. */
static void
paint_bar_words (AccordDrawing *drawing, cairo_t *cairo, const AccordTimelineLane *lane,
                 const AccordTimelinePlace *place, const AccordTimelineLayout *layout)
{
  g_autoptr (PangoLayout) label = accord_timeline_create_label (drawing, lane->bar_label, NULL);
  g_autoptr (PangoLayout) until = accord_timeline_create_label (drawing, NULL, lane->until_words);
  double padding = BAR_PADDING * accord_drawing_get_scale (drawing);
  AccordTimelineBox box = place->bar;
  int width, until_width, height;

  pango_layout_get_pixel_size (label, &width, &height);
  pango_layout_get_pixel_size (until, &until_width, &height);
  if (width + 2 * padding > place->bar.width)
    {
      double after = layout->axis_right - (place->bar.x + place->bar.width) - padding;
      double before = place->bar.x - layout->axis_left - padding;

      box.x = after >= MIN (width, before) ? place->bar.x + place->bar.width + padding / 2
                                           : MAX (layout->axis_left, place->bar.x - padding / 2 - width);
      box.width = MIN (width, MAX (after, before));
      if (MAX (after, before) < padding * 3)
        box = (AccordTimelineBox){ place->bar.x + 4, box.y, place->bar.width - 8, box.height };
      paint_words (drawing, cairo, label, &box, ACCORD_COLOUR_TEXT, TRUE);
      return;
    }
  box.x += padding;
  box.width = width;
  paint_words (drawing, cairo, label, &box, ACCORD_COLOUR_TEXT, FALSE);
  if (lane->until_words == NULL || width + until_width + 4 * padding > place->bar.width)
    return;
  box.x = place->bar.x + place->bar.width - padding - until_width;
  box.width = until_width;
  paint_words (drawing, cairo, until, &box, ACCORD_COLOUR_TEXT, FALSE);
}

static void
paint_lane (AccordDrawing *drawing, cairo_t *cairo, const AccordTimelineLane *lane,
            const AccordTimelinePlace *place, const AccordTimelineLayout *layout)
{
  g_autoptr (PangoLayout) head = accord_timeline_create_head (drawing, lane, place->head.width);

  paint_line (drawing, cairo, 0, floor (place->box.y) + 0.5, layout->axis_right, floor (place->box.y) + 0.5);
  if (layout->axis_left == 0)
    {
      int width, height;

      pango_layout_get_pixel_size (head, &width, &height);
      paint_patch (drawing, cairo, 0, place->head.y, width, height);
    }
  accord_drawing_show_layout (drawing, cairo, head, 0, place->head.y, ACCORD_COLOUR_TEXT);
  if (place->has_bar)
    {
      paint_bar (drawing, cairo, place);
      paint_bar_words (drawing, cairo, lane, place, layout);
    }
  if (place->silent != NULL)
    {
      g_autoptr (PangoLayout) words = accord_timeline_create_label (drawing, NULL, place->silent);

      pango_layout_set_height (words, (int) place->silent_box.height * PANGO_SCALE);
      paint_words (drawing, cairo, words, &place->silent_box, ACCORD_COLOUR_DIM, TRUE);
    }
}

/* The most pressing of several. */
static AccordTimelineState
state_of (const AccordTimelineItem *item)
{
  static const AccordTimelineState pressing[] = { ACCORD_TIMELINE_OVERDUE,   ACCORD_TIMELINE_MISSED,
                                                  ACCORD_TIMELINE_UNDER_WAY, ACCORD_TIMELINE_PLANNED,
                                                  ACCORD_TIMELINE_DONE,      ACCORD_TIMELINE_CANCELLED };

  for (guint i = 0; i < G_N_ELEMENTS (pressing); i++)
    for (guint j = 0; j < item->events->len; j++)
      if (((AccordTimelineEvent *) item->events->pdata[j])->state == pressing[i])
        return pressing[i];
  return ACCORD_TIMELINE_PLANNED;
}

/* The days on which it may happen: strongest in their middle. */
static void
paint_soft (AccordDrawing *drawing, cairo_t *cairo, const AccordTimelineItem *item)
{
  double half = (ACCORD_TIMELINE_DOT - 1) * accord_drawing_get_scale (drawing);
  AccordTimelineBox box = { item->soft_from, item->y - half, item->soft_until - item->soft_from, 2 * half };
  cairo_pattern_t *fade = cairo_pattern_create_linear (item->soft_from, 0, item->soft_until, 0);
  AccordColour colour = colour_of (state_of (item));
  GdkRGBA rgba;

  accord_drawing_get_colour (drawing, colour, &rgba);
  cairo_pattern_add_color_stop_rgba (fade, 0, rgba.red, rgba.green, rgba.blue, 0.1);
  cairo_pattern_add_color_stop_rgba (fade, 0.5, rgba.red, rgba.green, rgba.blue, 0.35);
  cairo_pattern_add_color_stop_rgba (fade, 1, rgba.red, rgba.green, rgba.blue, 0.1);
  paint_patch (drawing, cairo, box.x, box.y, box.width, box.height);
  rounded (cairo, &box, half);
  cairo_set_source (cairo, fade);
  cairo_fill_preserve (cairo);
  cairo_pattern_destroy (fade);
  if (accord_drawing_wants_patterns (drawing))
    {
      accord_drawing_set_source (drawing, cairo, colour, 1);
      cairo_set_line_width (cairo, 1);
      cairo_stroke (cairo);
    }
  cairo_new_path (cairo);
}

/* The line from the first dot of a lane to its last. */
static void
paint_thread (AccordDrawing *drawing, cairo_t *cairo, const AccordTimelineLayout *layout, guint lane)
{
  const AccordTimelineItem *first = NULL, *last = NULL;

  for (guint i = 0; i < layout->items->len; i++)
    {
      const AccordTimelineItem *item = layout->items->pdata[i];

      if (item->lane != lane)
        continue;
      first = first != NULL ? first : item;
      last = item;
    }
  if (first == NULL || first == last)
    return;
  accord_drawing_set_source (drawing, cairo, ACCORD_COLOUR_SERIES, 0.4);
  cairo_set_line_width (cairo, 2);
  cairo_move_to (cairo, first->x, first->y);
  cairo_line_to (cairo, last->x, last->y);
  cairo_stroke (cairo);
}

static void
paint_item (AccordDrawing *drawing, cairo_t *cairo, const AccordTimelineItem *item)
{
  g_autoptr (PangoLayout) label = accord_timeline_create_label (drawing, item->strong, item->plain);
  double r = (ACCORD_TIMELINE_DOT + 2.5) * accord_drawing_get_scale (drawing);

  paint_words (drawing, cairo, label, &item->label, ACCORD_COLOUR_TEXT, TRUE);
  if (item->soft_until > item->soft_from)
    paint_soft (drawing, cairo, item);
  if (item->events->len > 1)
    {
      accord_drawing_set_source (drawing, cairo, ACCORD_COLOUR_CARD, 1);
      cairo_arc (cairo, item->x, item->y, r, 0, 2 * G_PI);
      cairo_fill (cairo);
      accord_drawing_set_source (drawing, cairo, colour_of (state_of (item)), 1);
      cairo_set_line_width (cairo, 1);
      cairo_arc (cairo, item->x, item->y, r, 0, 2 * G_PI);
      cairo_stroke (cairo);
    }
  accord_timeline_paint_dot (drawing, cairo, state_of (item), item->x, item->y);
}

static void
paint_today (AccordDrawing *drawing, cairo_t *cairo, const AccordTimelineLayout *layout)
{
  g_autoptr (PangoLayout) words =
      accord_timeline_create_label (drawing, accord_timeline_layout_get_today (layout), NULL);
  AccordTimelineBox box = find_today (layout, words);

  accord_drawing_set_source (drawing, cairo, ACCORD_COLOUR_TEXT, 1);
  rounded (cairo, &box, box.height / 2);
  cairo_fill (cairo);
  accord_drawing_show_layout (drawing, cairo, words, box.x + 7, box.y + 2, ACCORD_COLOUR_CARD);
}

/**
 * accord_timeline_paint:
 * @drawing: a drawing
 * @cairo: what it is drawn with
 * @lanes: (element-type AccordTimelineLane): what is shown
 * @layout: where it goes
 *
 * Draws a timeline.
 */
void
accord_timeline_paint (AccordDrawing *drawing, cairo_t *cairo, GPtrArray *lanes,
                       const AccordTimelineLayout *layout)
{
  paint_axis (drawing, cairo, layout);
  if (layout->today_x >= 0)
    {
      accord_drawing_set_source (drawing, cairo, ACCORD_COLOUR_TEXT, 0.7);
      cairo_set_line_width (cairo, 1.5);
      cairo_move_to (cairo, layout->today_x, layout->head_height - 4);
      cairo_line_to (cairo, layout->today_x, layout->lanes_end);
      cairo_stroke (cairo);
    }
  if (layout->today_box.width > 0)
    paint_today (drawing, cairo, layout);
  for (guint i = 0; i < lanes->len; i++)
    {
      paint_lane (drawing, cairo, lanes->pdata[i], layout->places->pdata[i], layout);
      paint_thread (drawing, cairo, layout, i);
    }
  for (guint i = 0; i < layout->items->len; i++)
    paint_item (drawing, cairo, layout->items->pdata[i]);
  for (guint i = 0; i < layout->keys->len; i++)
    {
      const AccordTimelineKey *key = layout->keys->pdata[i];
      g_autoptr (PangoLayout) words =
          accord_timeline_create_label (drawing, NULL, accord_timeline_state_get_label (key->state));

      accord_timeline_paint_dot (drawing, cairo, key->state, key->x, key->y);
      paint_words (drawing, cairo, words, &key->label, ACCORD_COLOUR_DIM, FALSE);
    }
  if (lanes->len > 0)
    paint_line (drawing, cairo, 0, floor (layout->lanes_end) + 0.5, layout->axis_right,
                floor (layout->lanes_end) + 0.5);
}
