/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "meeting/besides.h"

#define USUAL_FONT_PIXELS 14.667

/* Two widgets: the first beside the second where there is room for both, else above it. */
struct _AccordBesides
{
  GtkWidget parent_instance;

  GtkWidget *side;
  GtkWidget *main;
  int side_width;
  int least_width;
  int spacing;
  int stacked_spacing;
};

G_DEFINE_FINAL_TYPE (AccordBesides, accord_besides, GTK_TYPE_WIDGET)

static double
get_scale (AccordBesides *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;
  return MAX (size / USUAL_FONT_PIXELS, 0.5);
}

static gboolean
is_wide (AccordBesides *self, int width)
{
  return gtk_widget_get_visible (self->side) && width >= self->least_width * get_scale (self);
}

static int
measure_height (GtkWidget *widget, int width)
{
  int natural = 0;

  if (gtk_widget_get_visible (widget))
    gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static void
measure_width (AccordBesides *self, int *minimum, int *natural)
{
  int side = 0, side_natural = 0;

  gtk_widget_measure (self->main, GTK_ORIENTATION_HORIZONTAL, -1, minimum, natural, NULL, NULL);
  if (gtk_widget_get_visible (self->side))
    gtk_widget_measure (self->side, GTK_ORIENTATION_HORIZONTAL, -1, &side, &side_natural, NULL, NULL);
  *minimum = MAX (*minimum, side);
  *natural = MAX (*natural, *minimum);
}

static void
accord_besides_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  AccordBesides *self = ACCORD_BESIDES (widget);
  int side_width = (int) (self->side_width * get_scale (self));
  int width = for_size > 0 ? for_size : self->least_width;
  int side;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, minimum, natural);
      return;
    }
  if (is_wide (self, width))
    *natural = MAX (measure_height (self->side, side_width),
                    measure_height (self->main, width - side_width - self->spacing));
  else
    {
      side = measure_height (self->side, width);
      *natural = side + (side > 0 ? self->stacked_spacing : 0) + measure_height (self->main, width);
    }
  *minimum = *natural;
}

static GtkSizeRequestMode
accord_besides_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
accord_besides_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AccordBesides *self = ACCORD_BESIDES (widget);
  int side_width = (int) (self->side_width * get_scale (self));
  int side;

  if (is_wide (self, width))
    {
      gtk_widget_size_allocate (
          self->side, &(GtkAllocation){ 0, 0, side_width, measure_height (self->side, side_width) }, -1);
      gtk_widget_size_allocate (
          self->main,
          &(GtkAllocation){ side_width + self->spacing, 0, width - side_width - self->spacing, height }, -1);
      return;
    }
  side = measure_height (self->side, width);
  if (side > 0)
    gtk_widget_size_allocate (self->side, &(GtkAllocation){ 0, 0, width, side }, -1);
  side += side > 0 ? self->stacked_spacing : 0;
  gtk_widget_size_allocate (self->main, &(GtkAllocation){ 0, side, width, height - side }, -1);
}

static void
accord_besides_dispose (GObject *object)
{
  AccordBesides *self = ACCORD_BESIDES (object);

  g_clear_pointer (&self->side, gtk_widget_unparent);
  g_clear_pointer (&self->main, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_besides_parent_class)->dispose (object);
}

static void
accord_besides_class_init (AccordBesidesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_besides_dispose;
  widget_class->measure = accord_besides_measure;
  widget_class->get_request_mode = accord_besides_get_request_mode;
  widget_class->size_allocate = accord_besides_size_allocate;
}

static void
accord_besides_init (AccordBesides *self)
{
  self->spacing = self->stacked_spacing = 18;
}

/**
 * accord_besides_new:
 * @side: (transfer floating): what goes beside
 * @main: (transfer floating): what it goes beside
 * @side_width: the width of @side there, in pixels of the usual text
 * @least_width: the width from which on there is room for both, likewise
 *
 * Returns: (transfer floating): both
 */
GtkWidget *
accord_besides_new (GtkWidget *side, GtkWidget *main, int side_width, int least_width)
{
  AccordBesides *self = g_object_new (ACCORD_TYPE_BESIDES, NULL);

  self->side = side;
  self->main = main;
  self->side_width = side_width;
  self->least_width = least_width;
  gtk_widget_set_parent (side, GTK_WIDGET (self));
  gtk_widget_set_parent (main, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * accord_besides_set_spacing:
 * @self: two widgets
 * @spacing: between them side by side
 * @stacked: between them one above the other
 */
void
accord_besides_set_spacing (AccordBesides *self, int spacing, int stacked)
{
  g_return_if_fail (ACCORD_IS_BESIDES (self));

  self->spacing = spacing;
  self->stacked_spacing = stacked;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
