/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decisions/matrix-pane.h"

/* A window onto a sheet that is larger than it: children keep their place on the sheet, and only the part
 * that is scrolled to can be seen and pressed. Moving the sheet measures nothing anew. */
struct _AccordMatrixPane
{
  GtkWidget parent_instance;

  int x;
  int y;
};

G_DEFINE_FINAL_TYPE (AccordMatrixPane, accord_matrix_pane, GTK_TYPE_WIDGET)

static void
accord_matrix_pane_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                            int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
accord_matrix_pane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AccordMatrixPane *self = ACCORD_MATRIX_PANE (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const GdkRectangle *place = g_object_get_data (G_OBJECT (child), "accord-place");
      GtkAllocation allocation;

      if (place == NULL || !gtk_widget_should_layout (child))
        continue;
      allocation = *place;
      allocation.x -= self->x;
      allocation.y -= self->y;
      /* GTK wants to have asked before it gives. */
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, allocation.width, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (child, &allocation, -1);
    }
}

static void
accord_matrix_pane_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (accord_matrix_pane_parent_class)->dispose (object);
}

static void
accord_matrix_pane_class_init (AccordMatrixPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_matrix_pane_dispose;
  widget_class->measure = accord_matrix_pane_measure;
  widget_class->size_allocate = accord_matrix_pane_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "matrixpane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
accord_matrix_pane_init (AccordMatrixPane *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * accord_matrix_pane_new:
 *
 * Returns: (transfer floating): a window onto an empty sheet
 */
GtkWidget *
accord_matrix_pane_new (void)
{
  return g_object_new (ACCORD_TYPE_MATRIX_PANE, NULL);
}

/**
 * accord_matrix_pane_place:
 * @self: a pane
 * @child: a widget of its own, or one without a parent
 * @place: where on the sheet it lies
 *
 * Puts a widget on the sheet.
 */
void
accord_matrix_pane_place (AccordMatrixPane *self, GtkWidget *child, const GdkRectangle *place)
{
  const GdkRectangle *before = g_object_get_data (G_OBJECT (child), "accord-place");

  if (gtk_widget_get_parent (child) == NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  gtk_widget_set_child_visible (child, TRUE);
  if (before != NULL && gdk_rectangle_equal (before, place))
    return;
  g_object_set_data_full (G_OBJECT (child), "accord-place", g_memdup2 (place, sizeof *place), g_free);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * accord_matrix_pane_hide:
 * @self: a pane
 * @child: a widget of its own, or one without a parent
 *
 * Keeps a widget for later, out of sight.
 */
void
accord_matrix_pane_hide (AccordMatrixPane *self, GtkWidget *child)
{
  if (gtk_widget_get_parent (child) == NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_set_data (G_OBJECT (child), "accord-place", NULL);
  gtk_widget_set_child_visible (child, FALSE);
}

/**
 * accord_matrix_pane_scroll:
 * @self: a pane
 * @x: the left end of what is seen of the sheet
 * @y: its top
 *
 * Moves the sheet.
 */
void
accord_matrix_pane_scroll (AccordMatrixPane *self, int x, int y)
{
  if (self->x == x && self->y == y)
    return;
  self->x = x;
  self->y = y;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
