/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/grid-view-private.h"

#include <glib/gi18n-lib.h>

/* Where the keyboard is in a table, and what a screen reader is told of it. */

static gboolean
is_filled (gpointer data, guint row, guint column)
{
  AccordGridView *self = data;
  g_autofree char *text = NULL;

  if (row >= accord_grid_model_get_n_rows (self->model))
    return FALSE;
  text = accord_grid_model_dup_text (self->model, row, column);
  return text != NULL && *text != '\0';
}

AccordGridExtent
accord_grid_view_get_extent (AccordGridView *self)
{
  if (self->model == NULL)
    return (AccordGridExtent){ 0 };
  return (AccordGridExtent){
    .n_rows =
        accord_grid_model_get_n_rows (self->model) + (accord_grid_model_get_may_change (self->model) ? 1 : 0),
    .n_columns = accord_grid_model_get_n_columns (self->model),
    .is_filled = is_filled,
    .data = self,
  };
}

/* A row that is not there yet has none. */
const char *
accord_grid_view_get_key (AccordGridView *self, guint row)
{
  return row < accord_grid_model_get_n_rows (self->model) ? accord_grid_model_get_key (self->model, row)
                                                          : NULL;
}

static char *
dup_value (AccordGridView *self, guint row, guint column)
{
  const AccordGridFault *fault =
      accord_grid_faults_find (self->faults, accord_grid_view_get_key (self, row), column);
  char *text;

  if (fault != NULL)
    return g_strdup_printf (_ ("%s, cannot stand"), fault->typed);
  text = row < accord_grid_model_get_n_rows (self->model)
             ? accord_grid_model_dup_text (self->model, row, column)
             : NULL;
  return text != NULL && *text != '\0' ? text : (g_free (text), g_strdup (_ ("empty")));
}

static char *
dup_told (AccordGridView *self)
{
  AccordGridSelection at = self->selection;
  AccordGridRange range = accord_grid_selection_get_range (&at);
  guint n_cells = range.n_rows * range.n_columns;
  AccordGridColumn column;
  g_autofree char *row = NULL, *value = dup_value (self, at.row, at.column);

  row = at.row < accord_grid_model_get_n_rows (self->model)
            ? accord_grid_model_dup_text (self->model, at.row, 0)
            : g_strdup (self->new_row);
  accord_grid_model_get_column (self->model, at.column, &column);
  if (n_cells > 1)
    return g_strdup_printf (
        ngettext ("%s, %s: %s; %u cell selected", "%s, %s: %s; %u cells selected", n_cells),
        row != NULL ? row : _ ("no name"), column.title, value, n_cells);
  /* Translators: row, column and value of a cell of a table. */
  return g_strdup_printf (_ ("%s, %s: %s"), row != NULL ? row : _ ("no name"), column.title, value);
}

/* A screen reader tells a new focus, and what is newly said of the one it is on. */
void
accord_grid_view_tell (AccordGridView *self, gboolean moved)
{
  AccordGridExtent extent = accord_grid_view_get_extent (self);
  gboolean any = extent.n_rows > 0 && extent.n_columns > 0;
  gboolean focused = gtk_widget_has_focus (self->cells[self->current]);
  GtkWidget *before = self->cells[self->current];
  g_autofree char *told = any ? dup_told (self) : g_strdup (self->label);

  if (moved)
    self->current = !self->current;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cells[self->current]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  told, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->message != NULL ? self->message : "", -1);
  gtk_widget_set_focusable (self->cells[self->current], any);
  if (!moved)
    return;
  accord_grid_view_place_cell (self);
  if (focused)
    gtk_widget_grab_focus (self->cells[self->current]);
  gtk_widget_set_focusable (before, FALSE);
}

void
accord_grid_view_set_message (AccordGridView *self, const char *message)
{
  if (g_strcmp0 (message, self->message) == 0)
    return;
  g_free (self->message);
  self->message = g_strdup (message);
  accord_grid_view_tell (self, FALSE);
  g_object_notify (G_OBJECT (self), "message");
}

void
accord_grid_view_reveal (AccordGridView *self)
{
  AccordGridExtent extent = accord_grid_view_get_extent (self);
  int x, y;

  if (extent.n_rows == 0 || self->selection.column >= self->layout.widths->len)
    return;
  accord_grid_layout_reveal (&self->layout, self->selection.row, self->selection.column, &x, &y);
  gtk_adjustment_set_value (self->adjustments[ACROSS], x);
  gtk_adjustment_set_value (self->adjustments[DOWN], y);
}

/* What is wrong with a cell is said while the keyboard is on it. */
void
accord_grid_view_selection_moved (AccordGridView *self)
{
  AccordGridExtent extent = accord_grid_view_get_extent (self);
  const AccordGridFault *fault = NULL;

  g_free (self->row_key);
  self->row_key = NULL;
  if (extent.n_rows > 0 && extent.n_columns > 0)
    {
      self->row_key = g_strdup (accord_grid_view_get_key (self, self->selection.row));
      fault = accord_grid_faults_find (self->faults, self->row_key, self->selection.column);
    }
  accord_grid_view_reveal (self);
  accord_grid_view_tell (self, TRUE);
  accord_grid_view_set_message (self, fault != NULL ? fault->why : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

AccordGridSelection
accord_grid_view_get_selection (AccordGridView *self)
{
  return self->selection;
}

/**
 * accord_grid_view_go_to:
 * @self: a table
 * @row: a row
 * @column: a column
 *
 * Takes the keyboard there, or as near as can be.
 */
void
accord_grid_view_go_to (AccordGridView *self, guint row, guint column)
{
  AccordGridExtent extent = accord_grid_view_get_extent (self);

  if (self->editing && !accord_grid_view_enter (self))
    return;
  accord_grid_selection_go (&self->selection, &extent, row, column, FALSE);
  accord_grid_view_selection_moved (self);
  gtk_widget_grab_focus (self->cells[self->current]);
}

/**
 * accord_grid_view_get_place:
 * @self: a table
 * @row: a row
 * @column: a column
 *
 * Returns: where that cell is in the table, for what points at it
 */
GdkRectangle
accord_grid_view_get_place (AccordGridView *self, guint row, guint column)
{
  AccordGridBox box = accord_grid_layout_get_cell (&self->layout, row, column);

  return (GdkRectangle){ box.x, box.y, box.width, box.height };
}
