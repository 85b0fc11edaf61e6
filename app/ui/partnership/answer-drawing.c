/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "partnership/answer-drawing.h"

#include <math.h>

#define LEAST_WIDTH 240
/* Between the edge of a node and its words. */
#define NODE_PAD 7.0
#define NODE_LEAST 40.0
#define MOST_TITLE_LINES 4
#define MOST_CAPTION_LINES 2
#define TITLE_GAP 10.0
#define RADIUS 7.0
#define FRAME_RADIUS 10.0
#define ARROW 5.0
/* What a finger or a tired hand can hit. */
#define LEAST_TARGET 24.0

/* Who answers to whom, drawn in tiers. */
struct _AccordAnswerDrawing
{
  AccordDrawing parent_instance;

  AccordAnswerPicture *picture;
  double arranged_width;
  double arranged_scale;
};

G_DEFINE_FINAL_TYPE (AccordAnswerDrawing, accord_answer_drawing, ACCORD_TYPE_DRAWING)

#define node_at(self, i) (&g_array_index ((self)->picture->layout->nodes, AccordAnswerNode, i))
#define frame_at(self, i) (&g_array_index ((self)->picture->layout->frames, AccordAnswerFrame, i))
#define edge_at(self, i) (&g_array_index ((self)->picture->layout->edges, AccordAnswerEdge, i))

/* Words in the middle, at most so many lines. */
static PangoLayout *
make_words (AccordAnswerDrawing *self, AccordInk ink, const char *text, double width, int lines)
{
  PangoLayout *layout = accord_drawing_create_layout (ACCORD_DRAWING (self), ink, text, MAX (1, (int) width));

  pango_layout_set_height (layout, -lines);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  return layout;
}

static double
inner_width (AccordAnswerDrawing *self, double width)
{
  return width - 2 * NODE_PAD * accord_drawing_get_scale (ACCORD_DRAWING (self));
}

static int
height_of (PangoLayout *layout)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static PangoLayout *
make_node_title (AccordAnswerDrawing *self, guint index, double width)
{
  const AccordAnswerPart *part = self->picture->nodes->pdata[index];

  return make_words (self, ACCORD_INK_CAPTION_STRONG, part->title, inner_width (self, width),
                     MOST_TITLE_LINES);
}

static PangoLayout *
make_node_caption (AccordAnswerDrawing *self, guint index, double width)
{
  const AccordAnswerPart *part = self->picture->nodes->pdata[index];

  if (part->caption == NULL)
    return NULL;
  return make_words (self, ACCORD_INK_CAPTION, part->caption, inner_width (self, width), MOST_CAPTION_LINES);
}

static double
measure_node (guint index, double width, gpointer data)
{
  AccordAnswerDrawing *self = data;
  g_autoptr (PangoLayout) title = make_node_title (self, index, width);
  g_autoptr (PangoLayout) caption = make_node_caption (self, index, width);
  double scale = accord_drawing_get_scale (ACCORD_DRAWING (self));
  double height = height_of (title) + (caption != NULL ? height_of (caption) + 1 : 0);

  return MAX (NODE_LEAST * scale, height + 2 * NODE_PAD * scale);
}

static PangoLayout *
make_frame_title (AccordAnswerDrawing *self, guint index, double most)
{
  const AccordAnswerPart *part = self->picture->frames->pdata[index];

  return accord_drawing_create_layout (ACCORD_DRAWING (self), ACCORD_INK_STRONG, part->title, (int) most);
}

static PangoLayout *
make_frame_caption (AccordAnswerDrawing *self, guint index, double most)
{
  const AccordAnswerPart *part = self->picture->frames->pdata[index];

  if (part->caption == NULL)
    return NULL;
  return accord_drawing_create_layout (ACCORD_DRAWING (self), ACCORD_INK_CAPTION, part->caption, (int) most);
}

/* Beside the title where there is room, else under it. */
static void
measure_title (guint index, double most, double *width, double *height, gpointer data)
{
  AccordAnswerDrawing *self = data;
  g_autoptr (PangoLayout) title = make_frame_title (self, index, most);
  g_autoptr (PangoLayout) caption = make_frame_caption (self, index, most);
  int title_width, title_height, caption_width, caption_height;

  pango_layout_get_pixel_size (title, &title_width, &title_height);
  *width = MIN (title_width, most);
  *height = title_height;
  if (caption == NULL)
    return;
  pango_layout_get_pixel_size (caption, &caption_width, &caption_height);
  if (title_width + TITLE_GAP + caption_width <= most)
    *width = title_width + TITLE_GAP + caption_width;
  else
    {
      *width = MIN (most, MAX (title_width, caption_width));
      *height = title_height + caption_height;
    }
}

static PangoLayout *
make_label (AccordAnswerDrawing *self, guint index, double most)
{
  const AccordAnswerPart *part = self->picture->lines->pdata[index];
  PangoLayout *layout =
      accord_drawing_create_layout (ACCORD_DRAWING (self), ACCORD_INK_CAPTION_STRONG, part->title, -1);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width > most)
    {
      pango_layout_set_width (layout, (int) most * PANGO_SCALE);
      pango_layout_set_height (layout, -1);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  return layout;
}

static void
measure_label (guint index, double most, double *width, double *height, gpointer data)
{
  g_autoptr (PangoLayout) layout = make_label (data, index, most);
  int label_width, label_height;

  pango_layout_get_pixel_size (layout, &label_width, &label_height);
  *width = MIN (label_width, most) + 6;
  *height = label_height;
}

/* A parent may ask how high it would be at other widths between the arrangement and the drawing. */
static void
arrange_layout (AccordAnswerDrawing *self, double width)
{
  AccordAnswerMeasure measure = { measure_node, measure_title, measure_label, self };
  double scale = accord_drawing_get_scale (ACCORD_DRAWING (self));

  if (width == self->arranged_width && scale == self->arranged_scale)
    return;
  self->arranged_width = width;
  self->arranged_scale = scale;
  accord_answer_layout_arrange (self->picture->layout, width, scale, &measure);
}

static int
accord_answer_drawing_measure_height (AccordDrawing *drawing, int width)
{
  AccordAnswerDrawing *self = ACCORD_ANSWER_DRAWING (drawing);

  if (self->picture == NULL)
    return 0;
  arrange_layout (self, width);
  return (int) ceil (self->picture->layout->height);
}

static void
add_mark (GArray *marks, const AccordAnswerPart *part, AccordAnswerBox box)
{
  double spare = MAX (LEAST_TARGET - box.height, 0);
  AccordMark mark = {
    box.x, MAX (0, box.y - spare / 2), box.width, box.height + spare, part->label, part->kind, part->id, NULL
  };

  g_array_append_val (marks, mark);
}

/* A line is pointed at by its words or, where another line of the fork has them, by its end. */
static AccordAnswerBox
find_line_target (const AccordAnswerEdge *edge)
{
  AccordAnswerPoint end;

  if (edge->label.width > 0)
    return edge->label;
  end = g_array_index (edge->points, AccordAnswerPoint, edge->points->len - 1);
  if (g_array_index (edge->points, AccordAnswerPoint, edge->points->len - 2).y < end.y)
    end.y -= LEAST_TARGET;
  return (AccordAnswerBox){ end.x - LEAST_TARGET / 2, end.y, LEAST_TARGET, LEAST_TARGET };
}

/* As the picture is read: row by row, and in a row from the left. */
static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const AccordMark *one = a, *other = b;

  if (one->y != other->y)
    return one->y < other->y ? -1 : 1;
  return (one->x > other->x) - (one->x < other->x);
}

/* The keyboard goes from box to box, and then from line to line. */
static void
accord_answer_drawing_arrange (AccordDrawing *drawing, int width, int height)
{
  AccordAnswerDrawing *self = ACCORD_ANSWER_DRAWING (drawing);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (AccordMark));

  if (self->picture == NULL)
    return;
  arrange_layout (self, width);
  for (guint i = 0; i < self->picture->frames->len; i++)
    add_mark (marks, self->picture->frames->pdata[i], frame_at (self, i)->title);
  for (guint i = 0; i < self->picture->nodes->len; i++)
    add_mark (marks, self->picture->nodes->pdata[i], node_at (self, i)->box);
  g_array_sort (marks, compare_marks);
  for (guint i = 0; i < self->picture->lines->len; i++)
    add_mark (marks, self->picture->lines->pdata[i], find_line_target (edge_at (self, i)));
  for (guint i = 0; i < marks->len; i++)
    accord_drawing_add_mark (drawing, &g_array_index (marks, AccordMark, i));
}

/* --- Drawing. */

static void
trace (cairo_t *cairo, const AccordAnswerBox *box, double inset, double radius)
{
  double left = box->x + inset, top = box->y + inset;
  double right = box->x + box->width - inset, bottom = box->y + box->height - inset;

  cairo_new_sub_path (cairo);
  cairo_arc (cairo, right - radius, top + radius, radius, -G_PI_2, 0);
  cairo_arc (cairo, right - radius, bottom - radius, radius, 0, G_PI_2);
  cairo_arc (cairo, left + radius, bottom - radius, radius, G_PI_2, G_PI);
  cairo_arc (cairo, left + radius, top + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cairo);
}

static void
draw_box (AccordAnswerDrawing *self, cairo_t *cairo, const AccordAnswerBox *box, AccordAnswerRing ring,
          AccordColour ground, AccordColour outline, double radius)
{
  static const AccordColour rings[] = { 0, ACCORD_COLOUR_SERIES, ACCORD_COLOUR_SERIES + 1 };
  gboolean strong = ring != ACCORD_ANSWER_RING_PLAIN;

  trace (cairo, box, 0.5, radius);
  accord_drawing_set_source (ACCORD_DRAWING (self), cairo, ground, 1);
  cairo_fill (cairo);
  trace (cairo, box, strong ? 1 : 0.5, radius);
  accord_drawing_set_source (ACCORD_DRAWING (self), cairo, strong ? rings[ring] : outline, 1);
  cairo_set_line_width (cairo, strong ? 2 : 1);
  cairo_stroke (cairo);
}

static AccordColour
line_colour (AccordAnswerLineStyle style)
{
  switch (style)
    {
    case ACCORD_ANSWER_LINE_MOVES:
      return ACCORD_COLOUR_SERIES + 2;
    case ACCORD_ANSWER_LINE_SHARED:
      return ACCORD_COLOUR_SERIES + 4;
    default:
      return ACCORD_COLOUR_SERIES;
    }
}

static void
draw_end (cairo_t *cairo, AccordAnswerPoint before, AccordAnswerPoint end, AccordAnswerLineStyle style)
{
  double down = end.y > before.y ? 1 : -1;

  if (style == ACCORD_ANSWER_LINE_SHARED)
    return;
  cairo_move_to (cairo, end.x, end.y);
  cairo_line_to (cairo, end.x - ARROW, end.y - down * ARROW * 1.7);
  cairo_line_to (cairo, end.x + ARROW, end.y - down * ARROW * 1.7);
  cairo_close_path (cairo);
  cairo_fill (cairo);
}

static void
draw_line (AccordAnswerDrawing *self, cairo_t *cairo, guint index)
{
  static const double dashes[] = { 5, 3 };
  const AccordAnswerPart *part = self->picture->lines->pdata[index];
  const AccordAnswerEdge *edge = edge_at (self, index);
  AccordAnswerPoint *points = (AccordAnswerPoint *) edge->points->data;
  guint n = edge->points->len;

  accord_drawing_set_source (ACCORD_DRAWING (self), cairo, line_colour (part->style), 1);
  cairo_set_line_width (cairo, 1.6);
  if (part->style == ACCORD_ANSWER_LINE_DASHED)
    cairo_set_dash (cairo, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cairo, points[0].x, points[0].y);
  for (guint i = 1; i < n; i++)
    cairo_line_to (cairo, points[i].x, points[i].y);
  cairo_stroke (cairo);
  cairo_set_dash (cairo, NULL, 0, 0);
  draw_end (cairo, points[n - 2], points[n - 1], part->style);
}

static gboolean
is_in_frame (AccordAnswerDrawing *self, const AccordAnswerBox *box)
{
  for (guint i = 0; i < self->picture->frames->len; i++)
    {
      const AccordAnswerBox *frame = &frame_at (self, i)->box;

      if (box->y >= frame->y && box->y + box->height <= frame->y + frame->height)
        return TRUE;
    }
  return FALSE;
}

/* On a patch of the ground, so that no line runs through the words. */
static void
draw_label (AccordAnswerDrawing *self, cairo_t *cairo, guint index)
{
  const AccordAnswerPart *part = self->picture->lines->pdata[index];
  const AccordAnswerBox *box = &edge_at (self, index)->label;
  g_autoptr (PangoLayout) layout = NULL;

  if (box->width <= 0)
    return;
  layout = make_label (self, index, box->width - 6);
  accord_drawing_set_source (ACCORD_DRAWING (self), cairo,
                             is_in_frame (self, box) ? ACCORD_COLOUR_PAGE : ACCORD_COLOUR_CARD, 1);
  cairo_rectangle (cairo, box->x, box->y, box->width, box->height);
  cairo_fill (cairo);
  accord_drawing_show_layout (ACCORD_DRAWING (self), cairo, layout, box->x + 3, box->y,
                              line_colour (part->style));
}

static void
draw_frame_title (AccordAnswerDrawing *self, cairo_t *cairo, guint index)
{
  const AccordAnswerBox *box = &frame_at (self, index)->title;
  g_autoptr (PangoLayout) title = make_frame_title (self, index, box->width);
  g_autoptr (PangoLayout) caption = make_frame_caption (self, index, box->width);
  int title_width, title_height, caption_height;
  gboolean beside;

  pango_layout_get_pixel_size (title, &title_width, &title_height);
  accord_drawing_show_layout (ACCORD_DRAWING (self), cairo, title, box->x, box->y, ACCORD_COLOUR_TEXT);
  if (caption == NULL)
    return;
  caption_height = height_of (caption);
  beside = box->height < title_height + caption_height;
  accord_drawing_show_layout (
      ACCORD_DRAWING (self), cairo, caption, beside ? box->x + title_width + TITLE_GAP : box->x,
      beside ? box->y + title_height - caption_height - 1 : box->y + title_height, ACCORD_COLOUR_DIM);
}

static void
draw_node (AccordAnswerDrawing *self, cairo_t *cairo, guint index)
{
  const AccordAnswerPart *part = self->picture->nodes->pdata[index];
  const AccordAnswerBox *box = &node_at (self, index)->box;
  g_autoptr (PangoLayout) title = make_node_title (self, index, box->width);
  g_autoptr (PangoLayout) caption = make_node_caption (self, index, box->width);
  double left = box->x + (box->width - inner_width (self, box->width)) / 2;
  double height = height_of (title) + (caption != NULL ? height_of (caption) + 1 : 0);
  double top = floor (box->y + (box->height - height) / 2);

  draw_box (self, cairo, box, part->ring, ACCORD_COLOUR_CARD, ACCORD_COLOUR_DIM, RADIUS);
  accord_drawing_show_layout (ACCORD_DRAWING (self), cairo, title, left, top, ACCORD_COLOUR_TEXT);
  if (caption != NULL)
    accord_drawing_show_layout (ACCORD_DRAWING (self), cairo, caption, left, top + height_of (title) + 1,
                                part->ring == ACCORD_ANSWER_RING_BOTH ? ACCORD_COLOUR_SERIES + 1
                                                                      : ACCORD_COLOUR_DIM);
}

static void
accord_answer_drawing_draw (AccordDrawing *drawing, cairo_t *cairo, int width, int height)
{
  AccordAnswerDrawing *self = ACCORD_ANSWER_DRAWING (drawing);

  if (self->picture == NULL)
    return;
  arrange_layout (self, width);
  for (guint i = 0; i < self->picture->frames->len; i++)
    draw_box (self, cairo, &frame_at (self, i)->box,
              ((AccordAnswerPart *) self->picture->frames->pdata[i])->ring, ACCORD_COLOUR_PAGE,
              ACCORD_COLOUR_LINE, FRAME_RADIUS);
  for (guint i = 0; i < self->picture->lines->len; i++)
    draw_line (self, cairo, i);
  for (guint i = 0; i < self->picture->lines->len; i++)
    draw_label (self, cairo, i);
  for (guint i = 0; i < self->picture->frames->len; i++)
    draw_frame_title (self, cairo, i);
  for (guint i = 0; i < self->picture->nodes->len; i++)
    draw_node (self, cairo, i);
}

/* Another font measures otherwise at the same scale. */
static void
accord_answer_drawing_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  ACCORD_ANSWER_DRAWING (widget)->arranged_width = 0;
  GTK_WIDGET_CLASS (accord_answer_drawing_parent_class)->css_changed (widget, change);
}

static void
accord_answer_drawing_finalize (GObject *object)
{
  g_clear_pointer (&ACCORD_ANSWER_DRAWING (object)->picture, accord_answer_picture_free);

  G_OBJECT_CLASS (accord_answer_drawing_parent_class)->finalize (object);
}

static void
accord_answer_drawing_class_init (AccordAnswerDrawingClass *klass)
{
  AccordDrawingClass *drawing_class = ACCORD_DRAWING_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = accord_answer_drawing_finalize;
  GTK_WIDGET_CLASS (klass)->css_changed = accord_answer_drawing_css_changed;
  drawing_class->measure_height = accord_answer_drawing_measure_height;
  drawing_class->arrange = accord_answer_drawing_arrange;
  drawing_class->draw = accord_answer_drawing_draw;
}

static void
accord_answer_drawing_init (AccordAnswerDrawing *self)
{
  accord_drawing_set_minimum_width (ACCORD_DRAWING (self), LEAST_WIDTH);
}

/**
 * accord_answer_drawing_new:
 *
 * Returns: (transfer floating): a drawing of nothing yet
 */
GtkWidget *
accord_answer_drawing_new (void)
{
  return g_object_new (ACCORD_TYPE_ANSWER_DRAWING, NULL);
}

/**
 * accord_answer_drawing_show:
 * @self: a drawing
 * @picture: (transfer full): what to draw
 *
 * Draws another picture.
 */
void
accord_answer_drawing_show (AccordAnswerDrawing *self, AccordAnswerPicture *picture)
{
  g_return_if_fail (ACCORD_IS_ANSWER_DRAWING (self));
  g_return_if_fail (picture != NULL);

  g_clear_pointer (&self->picture, accord_answer_picture_free);
  self->picture = picture;
  self->arranged_width = 0;
  accord_drawing_set_summary (ACCORD_DRAWING (self), picture->summary);
  accord_drawing_changed (ACCORD_DRAWING (self));
}
