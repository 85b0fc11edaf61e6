/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/side-by-side.h"

/* What is held against each other: in columns of one width and height where each has room enough, below each
 * other where not. */
struct _AccordSideBySide
{
  GtkWidget parent_instance;

  int least;
  int spacing;
};

G_DEFINE_FINAL_TYPE (AccordSideBySide, accord_side_by_side, GTK_TYPE_WIDGET)

static int
count_children (GtkWidget *widget)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_should_layout (child) ? 1 : 0;
  return n;
}

/* How wide the widest must at least be, and would like to be. */
static void
measure_widest (GtkWidget *widget, int *least, int *best)
{
  *least = *best = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int minimum, natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      *least = MAX (*least, minimum);
      *best = MAX (*best, natural);
    }
}

static gboolean
is_beside (GtkWidget *widget, int width)
{
  AccordSideBySide *self = ACCORD_SIDE_BY_SIDE (widget);
  const int n = count_children (widget);
  int least, best;

  measure_widest (widget, &least, &best);
  return n < 2 || (width - (n - 1) * self->spacing) / n >= MAX (self->least, least);
}

static int
measure_height (GtkWidget *widget, int width)
{
  AccordSideBySide *self = ACCORD_SIDE_BY_SIDE (widget);
  const int n = count_children (widget);
  const gboolean beside = is_beside (widget, width);
  const int each = beside && n > 0 ? (width - (n - 1) * self->spacing) / n : width;
  int height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int needed;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, each, NULL, &needed, NULL, NULL);
      height = beside ? MAX (height, needed) : height + needed;
    }
  return beside || n == 0 ? height : height + (n - 1) * self->spacing;
}

static GtkSizeRequestMode
accord_side_by_side_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
accord_side_by_side_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                             int *natural, int *minimum_baseline, int *natural_baseline)
{
  const int n = MAX (count_children (widget), 1);
  int least, best;

  measure_widest (widget, &least, &best);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = n * best + (n - 1) * ACCORD_SIDE_BY_SIDE (widget)->spacing;
    }
  else
    *minimum = *natural = measure_height (widget, for_size < 0 ? least : MAX (for_size, least));
}

static void
accord_side_by_side_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AccordSideBySide *self = ACCORD_SIDE_BY_SIDE (widget);
  const int n = MAX (count_children (widget), 1);
  const gboolean beside = is_beside (widget, width);
  const int each = beside ? (width - (n - 1) * self->spacing) / n : width;
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int needed = height;

      if (!gtk_widget_should_layout (child))
        continue;
      if (!beside)
        gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, each, NULL, &needed, NULL, NULL);
      gtk_widget_size_allocate (child, &(GtkAllocation){ rtl ? width - x - each : x, y, each, needed }, -1);
      if (beside)
        x += each + self->spacing;
      else
        y += needed + self->spacing;
    }
}

static void
accord_side_by_side_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (accord_side_by_side_parent_class)->dispose (object);
}

static void
accord_side_by_side_class_init (AccordSideBySideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_side_by_side_dispose;
  widget_class->get_request_mode = accord_side_by_side_get_request_mode;
  widget_class->measure = accord_side_by_side_measure;
  widget_class->size_allocate = accord_side_by_side_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
accord_side_by_side_init (AccordSideBySide *self)
{
}

/**
 * accord_side_by_side_new:
 * @least: how wide a column is at least, in pixels
 * @spacing: how much is between them
 *
 * Returns: (transfer floating): columns, of which there is none yet
 */
GtkWidget *
accord_side_by_side_new (int least, int spacing)
{
  AccordSideBySide *self = g_object_new (ACCORD_TYPE_SIDE_BY_SIDE, NULL);

  self->least = least;
  self->spacing = spacing;
  return GTK_WIDGET (self);
}

/**
 * accord_side_by_side_append:
 * @self: columns
 * @child: (transfer floating): one more
 *
 * Puts it after the others.
 */
void
accord_side_by_side_append (AccordSideBySide *self, GtkWidget *child)
{
  g_return_if_fail (ACCORD_IS_SIDE_BY_SIDE (self));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}
