/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case/pair.h"

#include <math.h>

#define SPACING 18
/* The first has this many parts of three. */
#define PARTS 3
#define FIRST_PARTS 2
/* Narrower than this, in the usual text, two cards side by side are both cramped. */
#define LEAST_WIDTH 720

/* Two cards: side by side in a proportion, most often two to one, where there is room, else one below the
 * other. */
struct _AccordPair
{
  GtkWidget parent_instance;

  GtkWidget *first;
  GtkWidget *second;
  int part;
  int parts;
};

G_DEFINE_FINAL_TYPE (AccordPair, accord_pair, GTK_TYPE_WIDGET)

static int
first_width (AccordPair *self, int width)
{
  return (width - SPACING) * self->part / self->parts;
}

static int
least_width (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static int
height_for (GtkWidget *widget, int width)
{
  int natural;

  if (!gtk_widget_get_visible (widget))
    return 0;
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static gboolean
both_show (AccordPair *self)
{
  return gtk_widget_get_visible (self->first) && gtk_widget_get_visible (self->second);
}

static gboolean
is_beside (AccordPair *self, int width)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  double dots = pango_cairo_context_get_resolution (context);

  return both_show (self) && width >= LEAST_WIDTH * MAX (dots, 96) / 96
         && accord_pair_is_beside (least_width (self->first), least_width (self->second), self->part,
                                   self->parts, width);
}

static void
accord_pair_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  AccordPair *self = ACCORD_PAIR (widget);
  int first, second, width;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (least_width (self->first), least_width (self->second));
      *natural = MAX (*minimum, LEAST_WIDTH);
      return;
    }
  width = for_size >= 0 ? for_size : LEAST_WIDTH;
  if (is_beside (self, width))
    {
      first = height_for (self->first, first_width (self, width));
      second = height_for (self->second, width - SPACING - first_width (self, width));
      *minimum = *natural = MAX (first, second);
      return;
    }
  first = height_for (self->first, width);
  second = height_for (self->second, width);
  *minimum = *natural = first + second + (both_show (self) ? SPACING : 0);
}

static void
accord_pair_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AccordPair *self = ACCORD_PAIR (widget);
  int left = first_width (self, width), top;

  if (is_beside (self, width))
    {
      gtk_widget_size_allocate (self->first, &(GtkAllocation){ 0, 0, left, height_for (self->first, left) },
                                -1);
      gtk_widget_size_allocate (self->second,
                                &(GtkAllocation){ left + SPACING, 0, width - SPACING - left,
                                                  height_for (self->second, width - SPACING - left) },
                                -1);
      return;
    }
  top = height_for (self->first, width);
  gtk_widget_size_allocate (self->first, &(GtkAllocation){ 0, 0, width, top }, -1);
  top += both_show (self) ? SPACING : 0;
  gtk_widget_size_allocate (self->second, &(GtkAllocation){ 0, top, width, height_for (self->second, width) },
                            -1);
}

static GtkSizeRequestMode
accord_pair_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
accord_pair_dispose (GObject *object)
{
  g_clear_pointer (&ACCORD_PAIR (object)->first, gtk_widget_unparent);
  g_clear_pointer (&ACCORD_PAIR (object)->second, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_pair_parent_class)->dispose (object);
}

static void
accord_pair_class_init (AccordPairClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_pair_dispose;
  widget_class->measure = accord_pair_measure;
  widget_class->size_allocate = accord_pair_size_allocate;
  widget_class->get_request_mode = accord_pair_get_request_mode;
}

static void
accord_pair_init (AccordPair *self)
{
  self->part = FIRST_PARTS;
  self->parts = PARTS;
}

/**
 * accord_pair_new:
 * @first: the wider card
 * @second: the narrower one
 *
 * Returns: (transfer floating): the two, side by side or one below the other
 */
GtkWidget *
accord_pair_new (GtkWidget *first, GtkWidget *second)
{
  AccordPair *self = g_object_new (ACCORD_TYPE_PAIR, NULL);

  self->first = first;
  self->second = second;
  gtk_widget_set_parent (first, GTK_WIDGET (self));
  gtk_widget_set_parent (second, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * accord_pair_set_share:
 * @self: a pair
 * @part: how many parts the first has
 * @parts: of how many
 *
 * Says how two cards side by side share the room.
 */
void
accord_pair_set_share (AccordPair *self, int part, int parts)
{
  g_return_if_fail (ACCORD_IS_PAIR (self));
  g_return_if_fail (part > 0 && part < parts);

  self->part = part;
  self->parts = parts;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * accord_pair_is_beside:
 * @first: the least width of the first card
 * @second: the least width of the second
 * @part: how many parts the first has
 * @parts: of how many
 * @width: how much room there is
 *
 * Returns: whether both fit side by side
 */
gboolean
accord_pair_is_beside (int first, int second, int part, int parts, int width)
{
  int left = (width - SPACING) * part / parts;

  return left >= first && width - SPACING - left >= second;
}
