/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/multiples.h"

#include "chart/multiples-layout.h"
#include "date.h"

#define LEAST_WIDTH 220
#define PLOT_HEIGHT 112
#define LABELS_SHARE 0.36
#define WIDEST_LABELS 128
#define LABEL_GAP 6
#define PLOT_GAP 6
#define LEAST_TARGET 24
/* More stops than this for one panel would hold the keyboard up. */
#define MOST_STOPS 12
#define LINES_OF_TITLE 2

/* Small panels of the same size and the same days, so that they can be compared at a glance. */
struct _AccordMultiples
{
  AccordDrawing parent_instance;

  GPtrArray *panels;
  AccordMultiplesGrid grid;
  double head_height;
  double line_height;
  double plot_width;
  double plot_height;
  double panel_height;
  int from;
  int until;
};

G_DEFINE_FINAL_TYPE (AccordMultiples, accord_multiples, ACCORD_TYPE_DRAWING)

static void
value_clear (gpointer data)
{
  AccordMultiplesValue *value = data;

  g_free (value->text);
  g_free (value->label);
}

/**
 * accord_multiple_new:
 * @kind: the kind of the record that the panel opens
 * @id: that record
 * @title: what is measured
 *
 * Returns: (transfer full): a panel without values
 */
AccordMultiple *
accord_multiple_new (const char *kind, gint64 id, const char *title)
{
  AccordMultiple *self = g_new0 (AccordMultiple, 1);

  self->kind = kind;
  self->id = id;
  self->title = g_strdup (title);
  self->values = g_array_new (FALSE, TRUE, sizeof (AccordMultiplesValue));
  g_array_set_clear_func (self->values, value_clear);
  return self;
}

void
accord_multiple_add (AccordMultiple *self, int day, double value, const char *text, const char *label)
{
  AccordMultiplesValue one = { day, value, g_strdup (text), g_strdup (label) };

  g_array_append_val (self->values, one);
}

void
accord_multiple_free (AccordMultiple *self)
{
  g_free (self->title);
  g_free (self->note);
  g_free (self->label);
  g_free (self->baseline_label);
  g_free (self->target_label);
  g_array_unref (self->values);
  g_free (self);
}

static PangoLayout *
create (AccordMultiples *self, AccordInk ink, const char *text, double width, int lines)
{
  PangoLayout *layout =
      accord_drawing_create_layout (ACCORD_DRAWING (self), ink, text, width > 0 ? (int) width : -1);

  if (lines > 0)
    {
      pango_layout_set_height (layout, -lines);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  return layout;
}

static void
size_of (PangoLayout *layout, double *width, double *height)
{
  int w, h;

  pango_layout_get_pixel_size (layout, &w, &h);
  *width = w;
  *height = h;
}

static double
head_height (AccordMultiples *self, const AccordMultiple *panel)
{
  g_autoptr (PangoLayout) title =
      create (self, ACCORD_INK_STRONG, panel->title, self->grid.panel_width, LINES_OF_TITLE);
  double width, height;

  size_of (title, &width, &height);
  return height;
}

static void
find_days (AccordMultiples *self)
{
  gboolean any = FALSE;

  self->from = self->until = 0;
  for (guint i = 0; i < self->panels->len; i++)
    {
      const AccordMultiple *panel = self->panels->pdata[i];

      for (guint j = 0; j <= panel->values->len; j++)
        {
          int day = j < panel->values->len ? g_array_index (panel->values, AccordMultiplesValue, j).day
                                           : panel->target_day;

          if (j == panel->values->len && !panel->has_target_day)
            continue;
          self->from = any ? MIN (self->from, day) : day;
          self->until = any ? MAX (self->until, day) : day;
          any = TRUE;
        }
    }
}

static void
settle (AccordMultiples *self, int width)
{
  double scale = accord_drawing_get_scale (ACCORD_DRAWING (self));
  g_autoptr (PangoLayout) sample = create (self, ACCORD_INK_CAPTION, "0", 0, 0);
  double labels, unused;

  accord_multiples_grid_init (&self->grid, self->panels->len, width, scale);
  size_of (sample, &unused, &self->line_height);
  self->head_height = 0;
  for (guint i = 0; i < self->panels->len; i++)
    self->head_height = MAX (self->head_height, head_height (self, self->panels->pdata[i]));
  self->head_height += self->line_height + PLOT_GAP * scale;
  labels = MIN (self->grid.panel_width * LABELS_SHARE, WIDEST_LABELS * scale);
  self->plot_width = self->grid.panel_width - labels;
  self->plot_height = PLOT_HEIGHT * scale;
  self->panel_height = self->head_height + self->plot_height + PLOT_GAP * scale + self->line_height;
  find_days (self);
}

static int
accord_multiples_measure_height (AccordDrawing *drawing, int width)
{
  AccordMultiples *self = ACCORD_MULTIPLES (drawing);

  settle (self, width);
  return (int) accord_multiples_grid_height (&self->grid, self->panels->len, self->panel_height) + 1;
}

static AccordMultiplesBar *
place (AccordMultiples *self, const AccordMultiple *panel, AccordMultiplesPanel *plot)
{
  g_autofree AccordMultiplesPoint *points = g_new0 (AccordMultiplesPoint, panel->values->len + 1);
  AccordMultiplesBar *bars = g_new0 (AccordMultiplesBar, panel->values->len + 1);
  AccordMultiplesInput input = { points,
                                 panel->values->len,
                                 panel->baseline_label != NULL,
                                 panel->target_label != NULL,
                                 panel->baseline,
                                 panel->target,
                                 self->from,
                                 self->until };

  for (guint i = 0; i < panel->values->len; i++)
    {
      const AccordMultiplesValue *value = &g_array_index (panel->values, AccordMultiplesValue, i);

      points[i] = (AccordMultiplesPoint){ value->day, value->value };
    }
  accord_multiples_place (&input, self->plot_width, self->plot_height, self->line_height, self->grid.scale,
                          plot, bars);
  return bars;
}

static void
add_value_marks (AccordMultiples *self, const AccordMultiple *panel, double left, double top)
{
  AccordMultiplesPanel plot;
  g_autofree AccordMultiplesBar *bars = place (self, panel, &plot);
  double least = LEAST_TARGET;

  if (panel->values->len > MOST_STOPS)
    return;
  for (guint i = 0; i < panel->values->len; i++)
    {
      double width = MAX (bars[i].width, least), height = MAX (bars[i].height, least);
      double y = bars[i].height < least && bars[i].y >= plot.zero_y ? bars[i].y
                                                                    : bars[i].y + bars[i].height - height;
      AccordMark mark = { .x = left + bars[i].end_x - width / 2,
                          .y = top + MAX (y, 0),
                          .width = width,
                          .height = height,
                          .label = g_array_index (panel->values, AccordMultiplesValue, i).label,
                          .kind = panel->kind,
                          .id = panel->id };

      accord_drawing_add_mark (ACCORD_DRAWING (self), &mark);
    }
}

static void
accord_multiples_arrange (AccordDrawing *drawing, int width, int height)
{
  AccordMultiples *self = ACCORD_MULTIPLES (drawing);

  settle (self, width);
  for (guint i = 0; i < self->panels->len; i++)
    {
      const AccordMultiple *panel = self->panels->pdata[i];
      AccordMark mark = {
        .width = self->grid.panel_width, .label = panel->label, .kind = panel->kind, .id = panel->id
      };

      accord_multiples_grid_place (&self->grid, i, self->panel_height, &mark.x, &mark.y);
      /* Where the values are no stops of their own, the whole panel is one. */
      mark.height =
          panel->values->len == 0 || panel->values->len > MOST_STOPS ? self->panel_height : self->head_height;
      accord_drawing_add_mark (drawing, &mark);
      add_value_marks (self, panel, mark.x, mark.y + self->head_height);
    }
}

static void
show (AccordMultiples *self, cairo_t *cairo, PangoLayout *layout, double x, double y, AccordColour colour)
{
  accord_drawing_show_layout (ACCORD_DRAWING (self), cairo, layout, x, y, colour);
}

static void
line (cairo_t *cairo, double x1, double x2, double y)
{
  cairo_move_to (cairo, x1, (int) y + 0.5);
  cairo_line_to (cairo, x2, (int) y + 0.5);
  cairo_stroke (cairo);
}

static void
draw_head (AccordMultiples *self, cairo_t *cairo, const AccordMultiple *panel, double x, double y)
{
  g_autoptr (PangoLayout) title =
      create (self, ACCORD_INK_STRONG, panel->title, self->grid.panel_width, LINES_OF_TITLE);
  double width, height;

  size_of (title, &width, &height);
  show (self, cairo, title, x, y, ACCORD_COLOUR_TEXT);
  if (panel->note != NULL)
    {
      g_autoptr (PangoLayout) note =
          create (self, ACCORD_INK_CAPTION, panel->note, self->grid.panel_width, 1);

      show (self, cairo, note, x, y + height, ACCORD_COLOUR_DIM);
    }
}

/* A line across the plot with its words beside it, joined where they had to be moved. */
static void
draw_level (AccordMultiples *self, cairo_t *cairo, const char *text, double x, double y, double label_y,
            AccordColour colour, gboolean dashed)
{
  double scale = self->grid.scale, gap = LABEL_GAP * scale, dash = 4 * scale, width, height;
  double room = self->grid.panel_width - self->plot_width - gap;
  g_autoptr (PangoLayout) label = create (self, ACCORD_INK_CAPTION, text, room, 1);

  size_of (label, &width, &height);
  accord_drawing_set_source (ACCORD_DRAWING (self), cairo, colour, 1);
  cairo_set_line_width (cairo, 1.5);
  cairo_set_dash (cairo, &dash, dashed ? 1 : 0, 0);
  line (cairo, x, x + self->plot_width, y);
  cairo_set_dash (cairo, NULL, 0, 0);
  cairo_set_line_width (cairo, 1);
  cairo_move_to (cairo, x + self->plot_width, (int) y + 0.5);
  cairo_line_to (cairo, x + self->plot_width + gap - 2 * scale, (int) label_y + 0.5);
  cairo_stroke (cairo);
  show (self, cairo, label, x + self->plot_width + gap, label_y - height / 2, colour);
}

/* The day by which the target is to be reached, on its line. */
static void
draw_target_day (AccordMultiples *self, cairo_t *cairo, const AccordMultiple *panel, double x, double y)
{
  double days = self->until - self->from, half = 5 * self->grid.scale;
  double part = days > 0 ? (panel->target_day - self->from) / days : 1;
  double middle = x + half + part * (self->plot_width - 2 * half);

  accord_drawing_set_source (ACCORD_DRAWING (self), cairo, ACCORD_COLOUR_SERIES + 3, 1);
  cairo_move_to (cairo, middle, y - half);
  cairo_line_to (cairo, middle + half, y);
  cairo_line_to (cairo, middle, y + half);
  cairo_line_to (cairo, middle - half, y);
  cairo_close_path (cairo);
  cairo_fill (cairo);
}

static void
draw_bars (AccordMultiples *self, cairo_t *cairo, const AccordMultiple *panel,
           const AccordMultiplesPanel *plot, const AccordMultiplesBar *bars, double x, double y)
{
  AccordDrawing *drawing = ACCORD_DRAWING (self);
  guint n = panel->values->len;

  for (guint i = 0; i < n && !plot->dense; i++)
    {
      gboolean latest = i + 1 == n;

      /* The latest counts; what came before it leads there. */
      cairo_rectangle (cairo, x + bars[i].x, y + bars[i].y, bars[i].width, MAX (bars[i].height, 1));
      if (!latest && accord_drawing_wants_patterns (drawing))
        {
          accord_drawing_hatch (drawing, cairo, ACCORD_COLOUR_SERIES);
          cairo_new_path (cairo);
          continue;
        }
      accord_drawing_set_source (drawing, cairo, ACCORD_COLOUR_SERIES, latest ? 1 : 0.45);
      cairo_fill (cairo);
    }
  if (!plot->dense || n == 0)
    return;
  accord_drawing_set_source (drawing, cairo, ACCORD_COLOUR_SERIES, 1);
  cairo_set_line_width (cairo, 1.6);
  for (guint i = 0; i < n; i++)
    cairo_line_to (cairo, x + bars[i].end_x, y + bars[i].end_y);
  cairo_stroke (cairo);
}

static void
draw_latest (AccordMultiples *self, cairo_t *cairo, const AccordMultiple *panel,
             const AccordMultiplesBar *bar, double x, double y)
{
  const AccordMultiplesValue *latest =
      &g_array_index (panel->values, AccordMultiplesValue, panel->values->len - 1);
  g_autoptr (PangoLayout) text = create (self, ACCORD_INK_CAPTION_STRONG, latest->text, self->plot_width, 1);
  double width, height, left, top = latest->value < 0 ? bar->end_y : bar->end_y - self->line_height;

  size_of (text, &width, &height);
  left = CLAMP (bar->end_x - width / 2, 0, MAX (self->plot_width - width, 0));
  accord_drawing_set_source (ACCORD_DRAWING (self), cairo, ACCORD_COLOUR_CARD, 0.85);
  cairo_rectangle (cairo, x + left - 2, y + top, width + 4, height);
  cairo_fill (cairo);
  show (self, cairo, text, x + left, y + top, ACCORD_COLOUR_TEXT);
}

static void
draw_days (AccordMultiples *self, cairo_t *cairo, double x, double y)
{
  char iso[ACCORD_DATE_ISO_SIZE];
  g_autofree char *first = accord_date_from_day_number (self->from, iso) ? accord_date_format (iso) : NULL;
  g_autofree char *last = accord_date_from_day_number (self->until, iso) ? accord_date_format (iso) : NULL;
  g_autoptr (PangoLayout) left = create (self, ACCORD_INK_CAPTION, first, 0, 0);
  g_autoptr (PangoLayout) right = create (self, ACCORD_INK_CAPTION, last, 0, 0);
  double left_width, right_width, height;

  size_of (left, &left_width, &height);
  size_of (right, &right_width, &height);
  if (self->from == self->until)
    {
      show (self, cairo, left, x + MAX (self->plot_width - left_width, 0) / 2, y, ACCORD_COLOUR_DIM);
      return;
    }
  show (self, cairo, left, x, y, ACCORD_COLOUR_DIM);
  if (left_width + right_width + 2 * LABEL_GAP <= self->plot_width)
    show (self, cairo, right, x + self->plot_width - right_width, y, ACCORD_COLOUR_DIM);
}

static void
draw_empty (AccordMultiples *self, cairo_t *cairo, const AccordMultiple *panel, double x, double y)
{
  g_autoptr (PangoLayout) words = create (self, ACCORD_INK_CAPTION, panel->empty, self->plot_width, 2);
  double width, height;

  size_of (words, &width, &height);
  accord_drawing_set_source (ACCORD_DRAWING (self), cairo, ACCORD_COLOUR_CARD, 1);
  cairo_rectangle (cairo, x - 2, y + (self->plot_height - height) / 2, width + 4, height);
  cairo_fill (cairo);
  show (self, cairo, words, x, y + (self->plot_height - height) / 2, ACCORD_COLOUR_DIM);
}

static void
draw_panel (AccordMultiples *self, cairo_t *cairo, const AccordMultiple *panel, double x, double y)
{
  AccordDrawing *drawing = ACCORD_DRAWING (self);
  AccordMultiplesPanel plot;
  g_autofree AccordMultiplesBar *bars = place (self, panel, &plot);
  double top = y + self->head_height;

  draw_head (self, cairo, panel, x, y);
  draw_bars (self, cairo, panel, &plot, bars, x, top);
  accord_drawing_set_source (drawing, cairo, ACCORD_COLOUR_DIM, 1);
  cairo_set_line_width (cairo, 1);
  line (cairo, x, x + self->plot_width, top + plot.zero_y);
  if (panel->baseline_label != NULL)
    draw_level (self, cairo, panel->baseline_label, x, top + plot.baseline_y, top + plot.baseline_label_y,
                ACCORD_COLOUR_DIM, TRUE);
  if (panel->target_label != NULL)
    draw_level (self, cairo, panel->target_label, x, top + plot.target_y, top + plot.target_label_y,
                ACCORD_COLOUR_SERIES + 3, FALSE);
  if (panel->target_label != NULL && panel->has_target_day)
    draw_target_day (self, cairo, panel, x, top + plot.target_y);
  if (panel->values->len == 0)
    draw_empty (self, cairo, panel, x, top);
  else
    {
      draw_latest (self, cairo, panel, &bars[panel->values->len - 1], x, top);
      draw_days (self, cairo, x, top + self->plot_height + PLOT_GAP * self->grid.scale);
    }
}

static void
accord_multiples_draw (AccordDrawing *drawing, cairo_t *cairo, int width, int height)
{
  AccordMultiples *self = ACCORD_MULTIPLES (drawing);

  settle (self, width);
  for (guint i = 0; i < self->panels->len; i++)
    {
      double x, y;

      accord_multiples_grid_place (&self->grid, i, self->panel_height, &x, &y);
      draw_panel (self, cairo, self->panels->pdata[i], x, y);
    }
}

static void
accord_multiples_finalize (GObject *object)
{
  g_ptr_array_unref (ACCORD_MULTIPLES (object)->panels);

  G_OBJECT_CLASS (accord_multiples_parent_class)->finalize (object);
}

static void
accord_multiples_class_init (AccordMultiplesClass *klass)
{
  AccordDrawingClass *drawing_class = ACCORD_DRAWING_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = accord_multiples_finalize;
  drawing_class->measure_height = accord_multiples_measure_height;
  drawing_class->arrange = accord_multiples_arrange;
  drawing_class->draw = accord_multiples_draw;
}

static void
accord_multiples_init (AccordMultiples *self)
{
  self->panels = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_multiple_free);
  accord_drawing_set_minimum_width (ACCORD_DRAWING (self), LEAST_WIDTH);
}

/**
 * accord_multiples_new:
 *
 * Returns: (transfer floating): a drawing of no panels yet
 */
GtkWidget *
accord_multiples_new (void)
{
  return g_object_new (ACCORD_TYPE_MULTIPLES, NULL);
}

/**
 * accord_multiples_show:
 * @self: a drawing of small panels
 * @panels: (transfer full) (element-type AccordMultiple): in the order in which they are drawn
 * @summary: one sentence that says what the drawing shows
 *
 * Draws other panels.
 */
void
accord_multiples_show (AccordMultiples *self, GPtrArray *panels, const char *summary)
{
  g_return_if_fail (ACCORD_IS_MULTIPLES (self));

  g_ptr_array_unref (self->panels);
  self->panels = panels;
  accord_drawing_set_summary (ACCORD_DRAWING (self), summary);
  accord_drawing_changed (ACCORD_DRAWING (self));
}
