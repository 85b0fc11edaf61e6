/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/list-view-private.h"

#include "list/row-cell.h"

static void scroll_when_laid_out (AccordListView *self);

/* A list that is scrolled before it has been laid out once keeps the place of the row and loses all others.
 */
static gboolean
is_laid_out (AccordListView *self)
{
  GtkWidget *rows = gtk_widget_get_last_child (self->table);

  return gtk_widget_get_mapped (rows) && gtk_widget_get_height (rows) > 0
         && gtk_widget_get_first_child (rows) != NULL;
}

static void
scroll_to_wanted (AccordListView *self)
{
  guint position;

  if (self->wanted == 0)
    return;
  position = accord_record_list_find_id (self->list, self->wanted);
  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->list)))
    {
      if (accord_record_list_get_complete (self->list)
          && g_list_model_get_n_items (G_LIST_MODEL (self->list))
                 == accord_record_list_get_total (self->list))
        self->wanted = 0;
      return;
    }
  if (!is_laid_out (self))
    {
      scroll_when_laid_out (self);
      return;
    }
  self->wanted = 0;
  gtk_widget_activate_action (gtk_widget_get_last_child (self->table), "list.scroll-to-item", "u", position);
}

static gboolean
laid_out_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  AccordListView *self = ACCORD_LIST_VIEW (widget);

  if (self->wanted != 0 && !is_laid_out (self))
    return G_SOURCE_CONTINUE;
  self->laid_out_id = 0;
  scroll_to_wanted (self);
  return G_SOURCE_REMOVE;
}

static void
scroll_when_laid_out (AccordListView *self)
{
  if (self->laid_out_id == 0)
    self->laid_out_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), laid_out_cb, NULL, NULL);
}

static void
n_selected_cb (AccordListView *self)
{
  accord_list_view_update (self);
  accord_list_view_update_actions (self);
  g_object_notify (G_OBJECT (self), "n-selected");
}

static void
selected_id_cb (AccordListView *self)
{
  g_object_notify (G_OBJECT (self), "selected-id");
}

/**
 * accord_list_view_get_n_selected:
 * @self: a list view
 *
 * Returns: how many of the rows are selected
 */
guint
accord_list_view_get_n_selected (AccordListView *self)
{
  g_return_val_if_fail (ACCORD_IS_LIST_VIEW (self), 0);

  return self->selection != NULL ? accord_selection_get_n_selected (self->selection) : 0;
}

/**
 * accord_list_view_get_selected_id:
 * @self: a list view
 *
 * Returns: the identifier of the selected record when it is the only one, else 0
 */
gint64
accord_list_view_get_selected_id (AccordListView *self)
{
  g_return_val_if_fail (ACCORD_IS_LIST_VIEW (self), 0);

  return self->selection != NULL ? accord_selection_get_selected_id (self->selection) : 0;
}

/**
 * accord_list_view_get_selected_ids:
 * @self: a list view
 *
 * Returns: (transfer full) (element-type gint64): the selected records, in the order shown
 */
GArray *
accord_list_view_get_selected_ids (AccordListView *self)
{
  g_return_val_if_fail (ACCORD_IS_LIST_VIEW (self), NULL);

  return accord_selection_get_selected_ids (self->selection);
}

/**
 * accord_list_view_select_id:
 * @self: a list view
 * @id: identifier of a record, or 0 for none
 *
 * Selects that record alone and brings it into view, as soon as it is in the list.
 */
void
accord_list_view_select_id (AccordListView *self, gint64 id)
{
  g_return_if_fail (ACCORD_IS_LIST_VIEW (self));

  if (id != accord_list_view_get_selected_id (self))
    accord_selection_select_id (self->selection, id);
  self->wanted = id;
  scroll_to_wanted (self);
}

/**
 * accord_list_view_follow_selection:
 * @self: a list view
 *
 * Tells what is selected, and brings the record that was asked for into view once it is there.
 */
void
accord_list_view_follow_selection (AccordListView *self)
{
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (scroll_to_wanted), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::n-selected", G_CALLBACK (n_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-id", G_CALLBACK (selected_id_cb), self,
                           G_CONNECT_SWAPPED);
}

static GtkWidget *
find_row (AccordListView *self, guint position)
{
  GtkWidget *rows = gtk_widget_get_last_child (self->table);

  for (GtkWidget *row = gtk_widget_get_first_child (rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *cell = gtk_widget_get_first_child (row);

      while (cell != NULL && !ACCORD_IS_ROW_CELL (cell))
        cell = gtk_widget_get_first_child (cell);
      if (cell != NULL && accord_row_cell_get_position (ACCORD_ROW_CELL (cell)) == position)
        return row;
    }

  return NULL;
}

/**
 * accord_list_view_focus_rows:
 * @self: a list view
 *
 * Moves the focus to the row that is selected, else to the one that had it last, or to the first; where there
 * are none, to what can be done about that.
 */
void
accord_list_view_focus_rows (AccordListView *self)
{
  gint64 id;
  GtkWidget *row = NULL;

  g_return_if_fail (ACCORD_IS_LIST_VIEW (self));

  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    {
      if (accord_record_list_get_complete (self->list))
        gtk_widget_child_focus (gtk_stack_get_visible_child (GTK_STACK (self->stack)), GTK_DIR_TAB_FORWARD);
      return;
    }

  id = accord_list_view_get_selected_id (self);
  if (id != 0)
    row = find_row (self, accord_record_list_find_id (self->list, id));
  if (row == NULL || !gtk_widget_grab_focus (row))
    gtk_widget_child_focus (self->scroller, GTK_DIR_TAB_FORWARD);
}
