/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/title-line.h"

#define BESIDE 12
#define BELOW 6

/* A name with its state: beside it where both fit on one line, else below. */
struct _AccordTitleLine
{
  GtkWidget parent_instance;

  GtkWidget *name;
  GtkWidget *state;
};

G_DEFINE_FINAL_TYPE (AccordTitleLine, accord_title_line, GTK_TYPE_WIDGET)

static int
natural_size (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int natural;

  gtk_widget_measure (widget, orientation, for_size, NULL, &natural, NULL, NULL);
  return natural;
}

static int
least_width (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* How wide both are side by side. */
static int
width_beside (AccordTitleLine *self)
{
  int name = natural_size (self->name, GTK_ORIENTATION_HORIZONTAL, -1);

  return gtk_widget_get_visible (self->state)
             ? name + BESIDE + natural_size (self->state, GTK_ORIENTATION_HORIZONTAL, -1)
             : name;
}

static void
accord_title_line_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                           int *natural, int *minimum_baseline, int *natural_baseline)
{
  AccordTitleLine *self = ACCORD_TITLE_LINE (widget);
  gboolean shown = gtk_widget_get_visible (self->state);
  int name, state;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (least_width (self->name), shown ? least_width (self->state) : 0);
      *natural = MAX (*minimum, width_beside (self));
      return;
    }
  name = natural_size (self->name, GTK_ORIENTATION_VERTICAL, for_size);
  state = shown ? natural_size (self->state, GTK_ORIENTATION_VERTICAL, -1) : 0;
  *minimum = *natural = !shown                                            ? name
                        : for_size < 0 || for_size >= width_beside (self) ? MAX (name, state)
                                                                          : name + BELOW + state;
}

static void
accord_title_line_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AccordTitleLine *self = ACCORD_TITLE_LINE (widget);
  gboolean right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int state_width, state_height, name_width;

  if (!gtk_widget_get_visible (self->state))
    {
      gtk_widget_size_allocate (self->name, &(GtkAllocation){ 0, 0, width, height }, -1);
      return;
    }
  state_width = MIN (natural_size (self->state, GTK_ORIENTATION_HORIZONTAL, -1), width);
  state_height = natural_size (self->state, GTK_ORIENTATION_VERTICAL, -1);
  if (width >= width_beside (self))
    {
      name_width = natural_size (self->name, GTK_ORIENTATION_HORIZONTAL, -1);
      gtk_widget_size_allocate (
          self->name, &(GtkAllocation){ right_to_left ? width - name_width : 0, 0, name_width, height }, -1);
      gtk_widget_size_allocate (
          self->state,
          &(GtkAllocation){ right_to_left ? width - name_width - BESIDE - state_width : name_width + BESIDE,
                            (height - state_height) / 2, state_width, state_height },
          -1);
      return;
    }
  gtk_widget_size_allocate (self->name, &(GtkAllocation){ 0, 0, width, height - BELOW - state_height }, -1);
  gtk_widget_size_allocate (self->state,
                            &(GtkAllocation){ right_to_left ? width - state_width : 0, height - state_height,
                                              state_width, state_height },
                            -1);
}

static GtkSizeRequestMode
accord_title_line_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
accord_title_line_dispose (GObject *object)
{
  AccordTitleLine *self = ACCORD_TITLE_LINE (object);

  g_clear_pointer (&self->name, gtk_widget_unparent);
  g_clear_pointer (&self->state, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_title_line_parent_class)->dispose (object);
}

static void
accord_title_line_class_init (AccordTitleLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_title_line_dispose;
  widget_class->measure = accord_title_line_measure;
  widget_class->size_allocate = accord_title_line_size_allocate;
  widget_class->get_request_mode = accord_title_line_get_request_mode;
}

static void
accord_title_line_init (AccordTitleLine *self)
{
}

/**
 * accord_title_line_new:
 * @name: (transfer floating): a name, which wraps
 * @state: (transfer floating): how what it names stands; where it is hidden, the name stands alone
 *
 * Returns: (transfer floating): both
 */
GtkWidget *
accord_title_line_new (GtkWidget *name, GtkWidget *state)
{
  AccordTitleLine *self = g_object_new (ACCORD_TYPE_TITLE_LINE, NULL);

  self->name = name;
  self->state = state;
  gtk_widget_set_parent (name, GTK_WIDGET (self));
  gtk_widget_set_parent (state, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
