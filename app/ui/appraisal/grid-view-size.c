/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/grid-view-private.h"

/* How large a table is, and how far it is scrolled. */

static void
configure (AccordGridView *self, GtkOrientation orientation, int upper, int page, int step)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  page = MAX (0, page);
  gtk_adjustment_configure (adjustment, gtk_adjustment_get_value (adjustment), 0, MAX (upper, page), step,
                            page * 0.9, page);
}

void
accord_grid_view_place_cell (AccordGridView *self)
{
  AccordGridExtent extent = accord_grid_view_get_extent (self);
  AccordGridBox box = { 0, 0, 1, 1 };
  GtkWidget *cell = self->cells[self->current];

  if (self->selection.row < extent.n_rows && self->selection.column < extent.n_columns)
    box = accord_grid_layout_get_cell (&self->layout, self->selection.row, self->selection.column);
  for (guint i = 0; i < G_N_ELEMENTS (self->cells); i++)
    gtk_widget_measure (self->cells[i], ACROSS, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (cell, &(GtkAllocation){ box.x, box.y, MAX (1, box.width), MAX (1, box.height) },
                            -1);
  gtk_widget_size_allocate (self->cells[!self->current], &(GtkAllocation){ box.x, box.y, 1, 1 }, -1);
}

static gboolean
on_refresh (gpointer data)
{
  AccordGridView *self = data;

  self->refresh = 0;
  if (self->remeasure)
    {
      self->remeasure = FALSE;
      accord_grid_view_measure_columns (self);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* Nothing may ask for other room while room is being given out or the grid is drawn. */
void
accord_grid_view_refresh_soon (AccordGridView *self)
{
  if (self->refresh == 0)
    self->refresh = g_idle_add_full (GTK_PRIORITY_RESIZE, on_refresh, self, NULL);
}

void
accord_grid_view_widen (AccordGridView *self, guint column, int width)
{
  g_autofree int *widths = g_memdup2 (self->layout.widths->data, self->layout.widths->len * sizeof (int));

  widths[column] = width;
  accord_grid_layout_set_widths (&self->layout, widths, self->layout.widths->len, self->layout.n_frozen);
  accord_grid_view_refresh_soon (self);
}

static void
on_scrolled (AccordGridView *self)
{
  self->layout.x = (int) gtk_adjustment_get_value (self->adjustments[ACROSS]);
  self->layout.y = (int) gtk_adjustment_get_value (self->adjustments[DOWN]);
  if (!self->allocating)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
accord_grid_view_set_adjustment (AccordGridView *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  if (self->adjustments[orientation] == adjustment)
    return;
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], on_scrolled, self);
  g_clear_object (&self->adjustments[orientation]);
  self->adjustments[orientation] = g_object_ref_sink (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_scrolled), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
accord_grid_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AccordGridView *self = ACCORD_GRID_VIEW (widget);
  AccordGridLayout *layout = &self->layout;

  self->allocating = TRUE;
  if (layout->width != width)
    {
      self->remeasure = TRUE;
      accord_grid_view_refresh_soon (self);
    }
  layout->width = width;
  layout->height = height;
  configure (self, ACROSS, accord_grid_layout_get_total_width (layout), width, 6 * self->digit);
  configure (self, DOWN, accord_grid_layout_get_total_height (layout), height, layout->row_height);
  on_scrolled (self);
  accord_grid_view_place_cell (self);
  accord_grid_view_place_editor (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
  self->allocating = FALSE;
}

/* The bar that scrolls it across takes its own room, which the frame does not ask for. */
static int
bar_height (AccordGridView *self)
{
  GtkWidget *frame = gtk_widget_get_parent (GTK_WIDGET (self));
  int height = 0;

  if (GTK_IS_SCROLLED_WINDOW (frame)
      && accord_grid_layout_get_total_width (&self->layout) > self->layout.width)
    gtk_widget_measure (gtk_scrolled_window_get_hscrollbar (GTK_SCROLLED_WINDOW (frame)), DOWN, -1, &height,
                        NULL, NULL, NULL);
  return height;
}

void
accord_grid_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  AccordGridView *self = ACCORD_GRID_VIEW (widget);
  AccordGridLayout *layout = &self->layout;

  if (self->digit == 0)
    accord_grid_view_measure_columns (self);
  if (orientation == ACROSS)
    {
      *minimum = 20 * self->digit;
      *natural = MAX (*minimum, accord_grid_layout_get_total_width (layout));
    }
  else
    {
      *natural = MAX (layout->head_height, accord_grid_layout_get_total_height (layout));
      *minimum = MIN (*natural, self->most_height) + bar_height (self);
      *natural = MAX (*natural, *minimum);
    }
}
