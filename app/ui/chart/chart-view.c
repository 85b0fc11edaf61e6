/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/chart-view.h"

#include "go.h"

#define LEAST_WIDTH 240
#define SPOT 22.0
/* Pixels across and down that a finger or an unsteady hand can hit. */
#define LEAST_TARGET 24.0
#define CALLOUT_WIDTH 300.0
#define CALLOUT_GAP 10.0
#define PADDING 7.0
#define DOT 5.0

/*
 * A chart on the screen. Of its marks, which may be thousands, only the one where the keyboard stands is a
 * widget: arrows move it from value to value, and its name is the value. What the pointer or the keyboard is
 * on is said beside it.
 */
struct _AccordChartView
{
  AccordDrawing parent_instance;

  AccordChart *chart;
  AccordChartPlan *plan;
  double planned_scale;
  guint current;
  guint pointed;
  double pointer_x;
  double pointer_y;
};

G_DEFINE_FINAL_TYPE (AccordChartView, accord_chart_view, ACCORD_TYPE_DRAWING)

static const AccordChartMark *
mark_at (AccordChartView *self, guint index)
{
  return &g_array_index (self->plan->marks, AccordChartMark, index);
}

static gboolean
has_marks (AccordChartView *self)
{
  return self->plan != NULL && self->plan->marks->len > 0;
}

static void
make_plan (AccordChartView *self, int width)
{
  AccordCanvas canvas;

  accord_drawing_init_canvas (ACCORD_DRAWING (self), &canvas, NULL);
  if (self->plan != NULL && self->plan->width == width && self->planned_scale == canvas.scale)
    return;
  g_clear_pointer (&self->plan, accord_chart_plan_free);
  self->plan = accord_chart_plan (self->chart, &canvas, width);
  self->planned_scale = canvas.scale;
  if (self->current >= self->plan->marks->len)
    self->current = 0;
  self->pointed = G_MAXUINT;
}

static int
accord_chart_view_measure_height (AccordDrawing *drawing, int width)
{
  AccordChartView *self = ACCORD_CHART_VIEW (drawing);

  if (self->chart == NULL)
    return 0;
  make_plan (self, width);
  return (int) self->plan->height;
}

/* About the middle of what is drawn, as large as an unsteady hand needs, and within the drawing. */
static void
grow (double *start, double *length, double room)
{
  double wanted = MAX (*length, LEAST_TARGET);

  *start = CLAMP (*start - (wanted - *length) / 2, 0, MAX (room - wanted, 0));
  *length = wanted;
}

static void
accord_chart_view_arrange (AccordDrawing *drawing, int width, int height)
{
  AccordChartView *self = ACCORD_CHART_VIEW (drawing);
  const AccordChartMark *mark;
  g_autofree char *label = NULL;
  double spot = SPOT * accord_drawing_get_scale (drawing);
  AccordMark place = { 0 };

  if (self->chart == NULL)
    return;
  make_plan (self, width);
  if (!has_marks (self))
    return;
  mark = mark_at (self, self->current);
  label = accord_chart_dup_mark (self->chart, mark);
  place = (AccordMark){ .x = mark->spot ? mark->point_x - spot / 2 : mark->x,
                        .y = mark->spot ? mark->point_y - spot / 2 : mark->y,
                        .width = mark->spot ? spot : mark->width,
                        .height = mark->spot ? spot : mark->height,
                        .label = label };
  grow (&place.x, &place.width, width);
  grow (&place.y, &place.height, height);
  accord_drawing_add_mark (drawing, &place);
}

/* The mark that is to be told: where the pointer is, else where the keyboard is, if it can be seen there. */
static guint
find_told (AccordChartView *self)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!has_marks (self) || accord_drawing_is_on_paper (ACCORD_DRAWING (self)))
    return G_MAXUINT;
  if (self->pointed < self->plan->marks->len)
    return self->pointed;
  if (button != NULL && gtk_widget_has_focus (button) && GTK_IS_WINDOW (root)
      && gtk_window_get_focus_visible (GTK_WINDOW (root)))
    return self->current;
  return G_MAXUINT;
}

static void
draw_box (const AccordCanvas *canvas, double x, double y, double width, double height)
{
  double radius = 6;

  cairo_new_path (canvas->cairo);
  cairo_arc (canvas->cairo, x + width - radius, y + radius, radius, -G_PI / 2, 0);
  cairo_arc (canvas->cairo, x + width - radius, y + height - radius, radius, 0, G_PI / 2);
  cairo_arc (canvas->cairo, x + radius, y + height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (canvas->cairo, x + radius, y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (canvas->cairo);
  accord_canvas_set_source (canvas, ACCORD_COLOUR_CARD, 0.97);
  cairo_fill_preserve (canvas->cairo);
  accord_canvas_set_source (canvas, ACCORD_COLOUR_DIM, 1);
  cairo_set_line_width (canvas->cairo, 1);
  cairo_stroke (canvas->cairo);
}

/* Beside the value, above it where there is room, and never over it. */
static void
draw_callout (AccordChartView *self, const AccordCanvas *canvas, const AccordChartMark *mark, double width,
              double height)
{
  g_autofree char *words = accord_chart_dup_mark (self->chart, mark);
  double padding = PADDING * canvas->scale, gap = CALLOUT_GAP * canvas->scale, x, y, wide, tall;
  double most = MIN (CALLOUT_WIDTH * canvas->scale, width - 2 * padding);
  g_autoptr (PangoLayout) layout =
      accord_text_layout (canvas->pango, ACCORD_INK_CAPTION_STRONG, words, (int) most);
  int text_width, text_height;

  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  wide = text_width + 2 * padding;
  tall = text_height + 2 * padding;
  x = CLAMP (mark->point_x - wide / 2, 0, MAX (width - wide, 0));
  y = mark->point_y - gap - tall;
  if (y < 0)
    y = MIN (mark->point_y + gap, MAX (height - tall, 0));
  draw_box (canvas, x + 0.5, y + 0.5, wide - 1, tall - 1);
  accord_canvas_set_source (canvas, ACCORD_COLOUR_TEXT, 1);
  cairo_move_to (canvas->cairo, x + padding, y + padding);
  pango_cairo_show_layout (canvas->cairo, layout);
  cairo_new_path (canvas->cairo);
}

static void
draw_told (AccordChartView *self, const AccordCanvas *canvas, const AccordChartMark *mark)
{
  if (!mark->spot)
    return;
  cairo_new_path (canvas->cairo);
  cairo_arc (canvas->cairo, mark->point_x, mark->point_y, DOT * canvas->scale, 0, 2 * G_PI);
  accord_canvas_set_source (canvas, ACCORD_COLOUR_CARD, 1);
  cairo_fill_preserve (canvas->cairo);
  accord_canvas_set_source (canvas, ACCORD_COLOUR_TEXT, 1);
  cairo_set_line_width (canvas->cairo, 2);
  cairo_stroke (canvas->cairo);
}

static void
accord_chart_view_draw (AccordDrawing *drawing, cairo_t *cairo, int width, int height)
{
  AccordChartView *self = ACCORD_CHART_VIEW (drawing);
  AccordCanvas canvas;
  guint told;

  if (self->chart == NULL || self->plan == NULL)
    return;
  accord_drawing_init_canvas (drawing, &canvas, cairo);
  accord_chart_draw (self->chart, self->plan, &canvas);
  told = find_told (self);
  if (told == G_MAXUINT)
    return;
  draw_told (self, &canvas, mark_at (self, told));
  draw_callout (self, &canvas, mark_at (self, told), width, height);
}

static void
open_mark (AccordChartView *self, guint index)
{
  const AccordChartMark *mark = mark_at (self, index);

  if (mark->kind != NULL)
    accord_go_to_record (GTK_WIDGET (self), mark->kind, mark->id);
}

static void
accord_chart_view_open (AccordDrawing *drawing, guint index)
{
  AccordChartView *self = ACCORD_CHART_VIEW (drawing);

  if (has_marks (self))
    open_mark (self, self->current);
}

static gboolean
on_move (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  AccordChartView *self = ACCORD_CHART_VIEW (widget);
  guint next;

  if (!has_marks (self))
    return FALSE;
  next = accord_chart_plan_move (self->plan, self->current, g_variant_get_int32 (parameter));
  self->pointed = G_MAXUINT;
  if (next == self->current)
    return FALSE;
  self->current = next;
  accord_drawing_changed (ACCORD_DRAWING (self));
  gtk_widget_queue_draw (widget);
  return TRUE;
}

static void
point_at (AccordChartView *self, guint index)
{
  const char *cursor;

  if (index == self->pointed)
    return;
  self->pointed = index;
  cursor = index != G_MAXUINT && mark_at (self, index)->kind != NULL ? "pointer" : NULL;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, AccordChartView *self)
{
  /* A pointer that rests is told anew where it is whenever something is laid out; the keyboard goes on. */
  if (x == self->pointer_x && y == self->pointer_y)
    return;
  self->pointer_x = x;
  self->pointer_y = y;
  if (has_marks (self))
    point_at (self, accord_chart_plan_find (self->plan, x, y));
}

static void
on_leave (GtkEventControllerMotion *motion, AccordChartView *self)
{
  point_at (self, G_MAXUINT);
}

static void
on_released (GtkGestureClick *click, int n_press, double x, double y, AccordChartView *self)
{
  guint index = has_marks (self) ? accord_chart_plan_find (self->plan, x, y) : G_MAXUINT;

  if (index == G_MAXUINT)
    return;
  if (index != self->current)
    {
      self->current = index;
      accord_drawing_changed (ACCORD_DRAWING (self));
    }
  gtk_widget_grab_focus (gtk_widget_get_first_child (GTK_WIDGET (self)));
  open_mark (self, index);
}

static void
on_focus_changed (AccordChartView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
accord_chart_view_finalize (GObject *object)
{
  AccordChartView *self = ACCORD_CHART_VIEW (object);

  g_clear_pointer (&self->plan, accord_chart_plan_free);
  g_clear_pointer (&self->chart, accord_chart_unref);

  G_OBJECT_CLASS (accord_chart_view_parent_class)->finalize (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    guint keypad;
    AccordChartMove move;
  } keys[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, ACCORD_CHART_LEFT },
    { GDK_KEY_Right, GDK_KEY_KP_Right, ACCORD_CHART_RIGHT },
    { GDK_KEY_Up, GDK_KEY_KP_Up, ACCORD_CHART_UP },
    { GDK_KEY_Down, GDK_KEY_KP_Down, ACCORD_CHART_DOWN },
    { GDK_KEY_Home, GDK_KEY_KP_Home, ACCORD_CHART_FIRST },
    { GDK_KEY_End, GDK_KEY_KP_End, ACCORD_CHART_LAST },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (widget_class, keys[i].key, 0, on_move, "i", keys[i].move);
      gtk_widget_class_add_binding (widget_class, keys[i].keypad, 0, on_move, "i", keys[i].move);
    }
}

static void
accord_chart_view_class_init (AccordChartViewClass *klass)
{
  AccordDrawingClass *drawing_class = ACCORD_DRAWING_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = accord_chart_view_finalize;
  drawing_class->measure_height = accord_chart_view_measure_height;
  drawing_class->arrange = accord_chart_view_arrange;
  drawing_class->draw = accord_chart_view_draw;
  drawing_class->open = accord_chart_view_open;
  drawing_class->says_marks = TRUE;
  add_keys (GTK_WIDGET_CLASS (klass));
}

static void
accord_chart_view_init (AccordChartView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->pointed = G_MAXUINT;
  accord_drawing_set_minimum_width (ACCORD_DRAWING (self), LEAST_WIDTH);
  g_signal_connect_object (motion, "motion", G_CALLBACK (on_motion), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (on_leave), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_object (focus, "notify::contains-focus", G_CALLBACK (on_focus_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect_object (click, "released", G_CALLBACK (on_released), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * accord_chart_view_new:
 *
 * Returns: (transfer floating): a view of no chart yet
 */
GtkWidget *
accord_chart_view_new (void)
{
  return g_object_new (ACCORD_TYPE_CHART_VIEW, NULL);
}

/**
 * accord_chart_view_show:
 * @self: a view
 * @chart: (nullable): a chart
 *
 * Shows another chart. The keyboard stays at the value where it was, if there is one.
 */
void
accord_chart_view_show (AccordChartView *self, AccordChart *chart)
{
  g_return_if_fail (ACCORD_IS_CHART_VIEW (self));

  if (chart != NULL)
    accord_chart_ref (chart);
  g_clear_pointer (&self->chart, accord_chart_unref);
  g_clear_pointer (&self->plan, accord_chart_plan_free);
  self->chart = chart;
  self->pointed = G_MAXUINT;
  accord_drawing_set_summary (ACCORD_DRAWING (self), chart != NULL ? accord_chart_get_summary (chart) : "");
  accord_drawing_changed (ACCORD_DRAWING (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
