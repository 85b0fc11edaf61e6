/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/timeline-drawing.h"

#include "chart/timeline-paint.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LEAST_TARGET 24

/* The widget that draws a timeline. The arrow keys go from event to event; Tab goes in and out. */
struct _AccordTimelineDrawing
{
  AccordDrawing parent_instance;

  GPtrArray *lanes;
  int today;
  double from;
  double until;
  AccordTimelineLayout *layout;
  int layout_width;
  GHashTable *widths;
  GArray *targets;
  guint last_focus;
};

/* What a mark stands for: an item, the undated events of a lane, a lane (neither) or, of no lane, today. */
typedef struct
{
  int lane;
  const AccordTimelineItem *item;
  GPtrArray *undated;
} Target;

G_DEFINE_FINAL_TYPE (AccordTimelineDrawing, accord_timeline_drawing, ACCORD_TYPE_DRAWING)

enum
{
  OPEN_SEVERAL,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static double
measure (const char *strong, const char *plain, gpointer data)
{
  AccordTimelineDrawing *self = data;
  g_autofree char *key = g_strdup_printf ("%s\n%s", strong != NULL ? strong : "", plain != NULL ? plain : "");
  gpointer known = g_hash_table_lookup (self->widths, key);
  int width = GPOINTER_TO_INT (known);

  if (known == NULL)
    {
      g_autoptr (PangoLayout) layout = accord_timeline_create_label (ACCORD_DRAWING (self), strong, plain);

      pango_layout_get_pixel_size (layout, &width, NULL);
      width++;
      g_hash_table_insert (self->widths, g_steal_pointer (&key), GINT_TO_POINTER (width));
    }
  return width;
}

static double
measure_head (const AccordTimelineLane *lane, double width, gpointer data)
{
  g_autoptr (PangoLayout) layout = accord_timeline_create_head (ACCORD_DRAWING (data), lane, width);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static void
clear_layout (AccordTimelineDrawing *self)
{
  g_array_set_size (self->targets, 0);
  g_clear_pointer (&self->layout, accord_timeline_layout_free);
}

static void
lay_out (AccordTimelineDrawing *self, int width)
{
  AccordTimelineFrame frame = { .width = width,
                                .scale = accord_drawing_get_scale (ACCORD_DRAWING (self)),
                                .from = self->from,
                                .until = self->until,
                                .today = self->today,
                                .measure = measure,
                                .measure_head = measure_head,
                                .data = self };

  if (self->layout != NULL && self->layout_width == width)
    return;
  clear_layout (self);
  self->layout = accord_timeline_layout_new (self->lanes, &frame);
  self->layout_width = width;
}

static int
accord_timeline_drawing_measure_height (AccordDrawing *drawing, int width)
{
  AccordTimelineDrawing *self = ACCORD_TIMELINE_DRAWING (drawing);

  lay_out (self, width);
  return (int) ceil (self->layout->height);
}

static void
add_mark (AccordTimelineDrawing *self, const AccordTimelineBox *box, const char *label, const char *kind,
          gint64 id, const Target *target)
{
  accord_drawing_add_mark (ACCORD_DRAWING (self), &(AccordMark){ .x = floor (box->x),
                                                                 .y = floor (box->y),
                                                                 .width = ceil (box->width),
                                                                 .height = ceil (box->height),
                                                                 .label = (char *) label,
                                                                 .kind = kind,
                                                                 .id = id });
  g_array_append_val (self->targets, *target);
}

static void
add_item_mark (AccordTimelineDrawing *self, const AccordTimelineItem *item)
{
  const AccordTimelineEvent *event = item->events->pdata[0];
  gboolean several = item->events->len > 1;
  double half = ACCORD_TIMELINE_DOT * accord_drawing_get_scale (ACCORD_DRAWING (self)) + 3;
  AccordTimelineBox box = item->label;
  g_autofree char *words = accord_timeline_dup_events (self->lanes->pdata[item->lane],
                                                       several ? item->strong : NULL, item->events);
  Target target = { (int) item->lane, item, NULL };

  /* Beside its dot, the mark takes the dot in as well; above and below, clicks on the dot find it. */
  if (item->row == 0)
    {
      double right = MAX (box.x + box.width, item->x + half);

      box.x = MIN (box.x, item->x - half);
      box.width = right - box.x;
    }
  add_mark (self, &box, words, several ? NULL : event->kind, event->id, &target);
}

/* One line of text is less than what can be pressed with ease. */
static void
add_head_mark (AccordTimelineDrawing *self, const AccordTimelineLane *lane, const AccordTimelinePlace *place,
               const Target *target)
{
  AccordTimelineBox box = place->head;
  double more = MAX (LEAST_TARGET - box.height, 0);

  box.y -= more / 2;
  box.height += more;
  add_mark (self, &box, lane->label, lane->kind, lane->id, target);
}

/* Today out of view is a way there. */
static void
add_today_mark (AccordTimelineDrawing *self)
{
  g_autofree char *words = accord_timeline_dup_today (self->from, self->until, self->today);
  g_autofree char *label = NULL;
  Target target = { -1, NULL, NULL };

  if (self->layout->today_side == 0 || words == NULL)
    return;
  label = g_strdup_printf (_ ("Show today. %s"), words);
  add_mark (self, &self->layout->today_box, label, NULL, 0, &target);
}

static void
accord_timeline_drawing_arrange (AccordDrawing *drawing, int width, int height)
{
  AccordTimelineDrawing *self = ACCORD_TIMELINE_DRAWING (drawing);
  guint next = 0;

  /* Arranged anew only when something changed, which includes the font. */
  clear_layout (self);
  lay_out (self, width);
  for (guint i = 0; i < self->lanes->len; i++)
    {
      const AccordTimelineLane *lane = self->lanes->pdata[i];
      const AccordTimelinePlace *place = self->layout->places->pdata[i];
      Target target = { (int) i, NULL, NULL };

      if (lane->kind != NULL)
        add_head_mark (self, lane, place, &target);
      for (; next < self->layout->items->len; next++)
        {
          const AccordTimelineItem *item = self->layout->items->pdata[next];

          if (item->lane != i)
            break;
          add_item_mark (self, item);
        }
      if (place->undated->len > 0)
        {
          g_autofree char *words = accord_timeline_dup_events (lane, _ ("No date"), place->undated);

          target.undated = place->undated;
          add_mark (self, &place->silent_box, words, NULL, 0, &target);
        }
    }
  add_today_mark (self);
}

static void
accord_timeline_drawing_draw (AccordDrawing *drawing, cairo_t *cairo, int width, int height)
{
  AccordTimelineDrawing *self = ACCORD_TIMELINE_DRAWING (drawing);

  lay_out (self, width);
  accord_timeline_paint (drawing, cairo, self->lanes, self->layout);
}

static GtkWidget *
nth_mark (AccordTimelineDrawing *self, guint index)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  for (; child != NULL && index > 0; index--)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static void
accord_timeline_drawing_open (AccordDrawing *drawing, guint index)
{
  AccordTimelineDrawing *self = ACCORD_TIMELINE_DRAWING (drawing);
  const AccordMark *mark = accord_drawing_get_mark (drawing, index);
  const Target *target;
  GPtrArray *events;

  if (index >= self->targets->len)
    return;
  target = &g_array_index (self->targets, Target, index);
  if (target->lane < 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "timeline.today", NULL);
      return;
    }
  events = target->item != NULL ? target->item->events : target->undated;
  if (events == NULL || (target->item != NULL && events->len == 1))
    ACCORD_DRAWING_CLASS (accord_timeline_drawing_parent_class)->open (drawing, index);
  else
    {
      /* Whoever opens it without looking, as a screen reader does, finds it in view. */
      gtk_widget_grab_focus (nth_mark (self, index));
      g_signal_emit (self, signals[OPEN_SEVERAL], 0, events,
                     &(GdkRectangle){ (int) mark->x, (int) mark->y, (int) mark->width, (int) mark->height });
    }
}

static int
find_mark (AccordTimelineDrawing *self, GtkWidget *widget)
{
  int index = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child), index++)
    if (child == widget)
      return index;
  return -1;
}

/* The mark of the next lane above or below that is nearest across, or -1. */
static int
find_across (AccordTimelineDrawing *self, int index, int step)
{
  const AccordMark *mark = accord_drawing_get_mark (ACCORD_DRAWING (self), index);
  int lane = g_array_index (self->targets, Target, index).lane;
  double middle = mark->x + mark->width / 2, best = G_MAXDOUBLE;
  int found = -1;

  for (int next = lane + step; found < 0 && next >= 0 && next < (int) self->lanes->len; next += step)
    for (guint i = 0; i < self->targets->len; i++)
      {
        const AccordMark *other = accord_drawing_get_mark (ACCORD_DRAWING (self), i);
        double far = fabs (other->x + other->width / 2 - middle);

        if (g_array_index (self->targets, Target, i).lane != next || far >= best)
          continue;
        best = far;
        found = (int) i;
      }
  return found;
}

static gboolean
accord_timeline_drawing_focus (GtkWidget *widget, GtkDirectionType direction)
{
  AccordTimelineDrawing *self = ACCORD_TIMELINE_DRAWING (widget);
  GtkWidget *current = gtk_widget_get_focus_child (widget);
  int index = current != NULL ? find_mark (self, current) : -1;
  int next = index;

  if (self->targets->len == 0)
    return FALSE;
  if (index < 0 || index >= (int) self->targets->len)
    next = (int) MIN (self->last_focus, self->targets->len - 1);
  else if (direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT)
    next = CLAMP (index + (direction == GTK_DIR_RIGHT ? 1 : -1), 0, (int) self->targets->len - 1);
  else if (direction == GTK_DIR_UP || direction == GTK_DIR_DOWN)
    next = find_across (self, index, direction == GTK_DIR_DOWN ? 1 : -1);
  else
    return FALSE;
  if (next < 0)
    return FALSE;
  self->last_focus = (guint) next;
  return gtk_widget_grab_focus (nth_mark (self, next));
}

/* The dot of a label above or below has no mark over it, and is pointed at all the same. */
static int
find_dot (AccordTimelineDrawing *self, double x, double y)
{
  double reach = ACCORD_TIMELINE_DOT * accord_drawing_get_scale (ACCORD_DRAWING (self)) + 4;

  for (guint i = 0; i < self->targets->len; i++)
    {
      const AccordTimelineItem *item = g_array_index (self->targets, Target, i).item;

      if (item != NULL && hypot (item->x - x, item->y - y) <= reach)
        return (int) i;
    }
  return -1;
}

static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, AccordTimelineDrawing *self)
{
  int index = find_dot (self, x, y);

  if (index < 0)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  accord_timeline_drawing_open (ACCORD_DRAWING (self), index);
}

static gboolean
accord_timeline_drawing_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard,
                                       GtkTooltip *tooltip)
{
  int index = find_dot (ACCORD_TIMELINE_DRAWING (widget), x, y);

  if (index < 0)
    return FALSE;
  gtk_tooltip_set_text (tooltip, accord_drawing_get_mark (ACCORD_DRAWING (widget), index)->label);
  return TRUE;
}

static void
describe (AccordTimelineDrawing *self)
{
  g_autofree char *words = accord_timeline_dup_today (self->from, self->until, self->today);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
}

static void
accord_timeline_drawing_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  AccordTimelineDrawing *self = ACCORD_TIMELINE_DRAWING (widget);

  g_hash_table_remove_all (self->widths);
  clear_layout (self);
  GTK_WIDGET_CLASS (accord_timeline_drawing_parent_class)->css_changed (widget, change);
}

static void
accord_timeline_drawing_finalize (GObject *object)
{
  AccordTimelineDrawing *self = ACCORD_TIMELINE_DRAWING (object);

  clear_layout (self);
  g_array_unref (self->targets);
  g_ptr_array_unref (self->lanes);
  g_hash_table_unref (self->widths);

  G_OBJECT_CLASS (accord_timeline_drawing_parent_class)->finalize (object);
}

static void
accord_timeline_drawing_class_init (AccordTimelineDrawingClass *klass)
{
  AccordDrawingClass *drawing_class = ACCORD_DRAWING_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = accord_timeline_drawing_finalize;
  widget_class->focus = accord_timeline_drawing_focus;
  widget_class->query_tooltip = accord_timeline_drawing_query_tooltip;
  widget_class->css_changed = accord_timeline_drawing_css_changed;
  drawing_class->measure_height = accord_timeline_drawing_measure_height;
  drawing_class->arrange = accord_timeline_drawing_arrange;
  drawing_class->draw = accord_timeline_drawing_draw;
  drawing_class->open = accord_timeline_drawing_open;

  /**
   * AccordTimelineDrawing::open-several:
   * @events: (type GPtrArray) (element-type AccordTimelineEvent): what is there
   * @place: (type GdkRectangle): where that is
   *
   * A person wants to see the events that stand behind one mark.
   */
  signals[OPEN_SEVERAL] = g_signal_new ("open-several", ACCORD_TYPE_TIMELINE_DRAWING, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_POINTER);
}

static void
accord_timeline_drawing_init (AccordTimelineDrawing *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->lanes = accord_timeline_lanes_new ();
  self->today = G_MININT;
  self->until = 1;
  self->targets = g_array_new (FALSE, FALSE, sizeof (Target));
  self->widths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * accord_timeline_drawing_new:
 *
 * Returns: (transfer floating): a drawing of nothing
 */
GtkWidget *
accord_timeline_drawing_new (void)
{
  return g_object_new (ACCORD_TYPE_TIMELINE_DRAWING, NULL);
}

/**
 * accord_timeline_drawing_show:
 * @self: a drawing
 * @lanes: (element-type AccordTimelineLane): what to show
 * @today: today's day number
 *
 * Shows other lanes, in the span of days shown so far.
 */
void
accord_timeline_drawing_show (AccordTimelineDrawing *self, GPtrArray *lanes, int today)
{
  g_autofree char *summary = accord_timeline_dup_summary (lanes);

  g_return_if_fail (ACCORD_IS_TIMELINE_DRAWING (self));

  clear_layout (self);
  g_ptr_array_ref (lanes);
  g_ptr_array_unref (self->lanes);
  self->lanes = lanes;
  self->today = today;
  accord_drawing_set_summary (ACCORD_DRAWING (self), summary);
  describe (self);
  accord_drawing_changed (ACCORD_DRAWING (self));
}

/**
 * accord_timeline_drawing_set_view:
 * @self: a drawing
 * @from: the day number at its left
 * @until: the day number at its right
 *
 * Shows another span of days.
 */
void
accord_timeline_drawing_set_view (AccordTimelineDrawing *self, double from, double until)
{
  g_return_if_fail (ACCORD_IS_TIMELINE_DRAWING (self));
  g_return_if_fail (from < until);

  if (from == self->from && until == self->until)
    return;
  clear_layout (self);
  self->from = from;
  self->until = until;
  describe (self);
  accord_drawing_changed (ACCORD_DRAWING (self));
}

/**
 * accord_timeline_drawing_get_layout:
 * @self: a drawing
 *
 * Returns: (transfer none) (nullable): where everything is, until it is laid out anew
 */
const AccordTimelineLayout *
accord_timeline_drawing_get_layout (AccordTimelineDrawing *self)
{
  g_return_val_if_fail (ACCORD_IS_TIMELINE_DRAWING (self), NULL);

  return self->layout;
}
