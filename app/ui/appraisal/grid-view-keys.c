/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/grid-view-private.h"

#include <glib/gi18n-lib.h>

/* The keyboard and the pointer in a table, as in a spreadsheet. */

typedef void (*Move) (AccordGridSelection *self, const AccordGridExtent *extent, int down, int across,
                      gboolean extend);

static gboolean
move (AccordGridView *self, GVariant *args, Move how)
{
  AccordGridExtent extent = accord_grid_view_get_extent (self);
  int down, across;
  gboolean extend;

  if (self->editing || extent.n_rows == 0)
    return FALSE;
  g_variant_get (args, "(iib)", &down, &across, &extend);
  how (&self->selection, &extent, down, across, extend);
  accord_grid_view_selection_moved (self);
  return TRUE;
}

static gboolean
step_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  return move (ACCORD_GRID_VIEW (widget), args, accord_grid_selection_move);
}

static gboolean
jump_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  return move (ACCORD_GRID_VIEW (widget), args, accord_grid_selection_jump);
}

static gboolean
page_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  AccordGridView *self = ACCORD_GRID_VIEW (widget);
  AccordGridExtent extent = accord_grid_view_get_extent (self);
  int page = MAX (1, (self->layout.height - self->layout.head_height - self->layout.foot_height)
                             / MAX (1, self->layout.row_height)
                         - 1);
  int down;
  gboolean extend;

  if (self->editing || extent.n_rows == 0)
    return FALSE;
  g_variant_get (args, "(ib)", &down, &extend);
  accord_grid_selection_move (&self->selection, &extent, down * page, 0, extend);
  accord_grid_view_selection_moved (self);
  return TRUE;
}

/* The ends of a row, or of all. */
static gboolean
end_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  AccordGridView *self = ACCORD_GRID_VIEW (widget);
  AccordGridExtent extent = accord_grid_view_get_extent (self);
  gboolean last, all, extend;

  if (self->editing || extent.n_rows == 0)
    return FALSE;
  g_variant_get (args, "(bbb)", &last, &all, &extend);
  accord_grid_selection_go (&self->selection, &extent,
                            !all   ? self->selection.row
                            : last ? MAX (accord_grid_model_get_n_rows (self->model), 1) - 1
                                   : 0,
                            last ? extent.n_columns - 1 : 0, extend);
  accord_grid_view_selection_moved (self);
  return TRUE;
}

/* At the end of a row Tab leaves the table, so that nobody is caught in it. */
static gboolean
next_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  AccordGridView *self = ACCORD_GRID_VIEW (widget);
  AccordGridExtent extent = accord_grid_view_get_extent (self);
  gboolean down;
  int step;

  g_variant_get (args, "(bi)", &down, &step);
  if (self->editing || !accord_grid_selection_next (&self->selection, &extent, down, step))
    return FALSE;
  accord_grid_view_selection_moved (self);
  return TRUE;
}

static gboolean
leave_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  int direction;

  g_variant_get (args, "(i)", &direction);
  g_signal_emit_by_name (widget, "move-focus", direction);
  return TRUE;
}

static gboolean
select_all_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  AccordGridView *self = ACCORD_GRID_VIEW (widget);
  AccordGridExtent extent = accord_grid_view_get_extent (self);
  guint n_rows = self->model != NULL ? accord_grid_model_get_n_rows (self->model) : 0;

  if (self->editing || n_rows == 0)
    return FALSE;
  accord_grid_selection_go (&self->selection, &extent, 0, 0, FALSE);
  accord_grid_selection_go (&self->selection, &extent, n_rows - 1, extent.n_columns - 1, TRUE);
  accord_grid_view_tell (self, TRUE);
  gtk_widget_queue_draw (widget);
  return TRUE;
}

/* Whether something else than the editor opened. */
gboolean
accord_grid_view_open_cell (AccordGridView *self, guint row, guint column)
{
  AccordGridColumn described;
  gboolean opened = FALSE;

  accord_grid_model_get_column (self->model, column, &described);
  if (described.kind == ACCORD_GRID_OPENS && row < accord_grid_model_get_n_rows (self->model))
    g_signal_emit_by_name (self, "open-cell", row, column, &opened);
  return opened;
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordGridView *self = ACCORD_GRID_VIEW (widget);
  AccordGridSelection at = self->selection;

  if (self->model != NULL && !self->editing && accord_grid_view_get_extent (self).n_rows > at.row
      && !accord_grid_view_open_cell (self, at.anchor_row, at.anchor_column))
    accord_grid_view_begin (self, NULL, FALSE);
}

static void
empty_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_grid_view_begin (ACCORD_GRID_VIEW (widget), "", TRUE);
}

static void
explain_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordGridView *self = ACCORD_GRID_VIEW (widget);

  if (self->model != NULL && !self->editing)
    g_signal_emit_by_name (self, "explain-cell", self->selection.row, self->selection.column);
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordGridView *self = ACCORD_GRID_VIEW (widget);
  GdkRectangle place = accord_grid_view_get_place (self, self->selection.row, self->selection.column);

  if (self->model != NULL && !self->editing)
    accord_grid_view_open_menu (self, &place);
}

static void
add_way (GtkWidgetClass *widget_class, guint key, guint pad, int down, int across)
{
  const guint keys[] = { key, pad };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    for (guint extend = 0; extend < 2; extend++)
      {
        GdkModifierType shift = extend ? GDK_SHIFT_MASK : 0;

        gtk_widget_class_add_binding (widget_class, keys[i], shift, step_cb, "(iib)", down, across, extend);
        gtk_widget_class_add_binding (widget_class, keys[i], shift | GDK_CONTROL_MASK, jump_cb, "(iib)", down,
                                      across, extend);
      }
}

static void
add_ends (GtkWidgetClass *widget_class)
{
  for (guint extend = 0; extend < 2; extend++)
    {
      GdkModifierType shift = extend ? GDK_SHIFT_MASK : 0;

      gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, shift, end_cb, "(bbb)", FALSE, FALSE, extend);
      gtk_widget_class_add_binding (widget_class, GDK_KEY_End, shift, end_cb, "(bbb)", TRUE, FALSE, extend);
      gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, shift | GDK_CONTROL_MASK, end_cb, "(bbb)",
                                    FALSE, TRUE, extend);
      gtk_widget_class_add_binding (widget_class, GDK_KEY_End, shift | GDK_CONTROL_MASK, end_cb, "(bbb)",
                                    TRUE, TRUE, extend);
      gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, shift, page_cb, "(ib)", -1, extend);
      gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, shift, page_cb, "(ib)", 1, extend);
    }
}

static void
add_steps (GtkWidgetClass *widget_class)
{
  const GdkModifierType back = GDK_SHIFT_MASK, leave = GDK_CONTROL_MASK;

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, next_cb, "(bi)", TRUE, 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, next_cb, "(bi)", TRUE, 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, back, next_cb, "(bi)", TRUE, -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, back, next_cb, "(bi)", TRUE, -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Tab, 0, next_cb, "(bi)", FALSE, 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Tab, back, next_cb, "(bi)", FALSE, -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_ISO_Left_Tab, back, next_cb, "(bi)", FALSE, -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Tab, leave, leave_cb, "(i)", GTK_DIR_TAB_FORWARD);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Tab, leave | back, leave_cb, "(i)",
                                GTK_DIR_TAB_BACKWARD);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_ISO_Left_Tab, leave | back, leave_cb, "(i)",
                                GTK_DIR_TAB_BACKWARD);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, select_all_cb, NULL);
}

void
accord_grid_view_install_keys (GtkWidgetClass *widget_class)
{
  add_way (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, 0, -1);
  add_way (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 0, 1);
  add_way (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, -1, 0);
  add_way (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 1, 0);
  add_ends (widget_class);
  add_steps (widget_class);
  gtk_widget_class_install_action (widget_class, "sheet.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "sheet.empty", NULL, empty_action);
  gtk_widget_class_install_action (widget_class, "sheet.explain", NULL, explain_action);
  gtk_widget_class_install_action (widget_class, "sheet.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "sheet.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "sheet.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_BackSpace, 0, "sheet.empty", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_ALT_MASK, "sheet.explain", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "sheet.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "sheet.menu", NULL);
}

/* --- Typing and the pointer. */

/* What is typed opens the editor and goes into it, also by way of an input method. */
static gboolean
on_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, AccordGridView *self)
{
  const GdkModifierType commands = GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK;

  if (self->editing || self->model == NULL || (state & commands) != 0
      || !gtk_widget_has_focus (self->cells[self->current])
      || !g_unichar_isprint (gdk_keyval_to_unicode (key)))
    return FALSE;
  accord_grid_view_begin (self, "", TRUE);
  return self->editing
         && gtk_event_controller_key_forward (
             keys, GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->editor))));
}

static gboolean
find_cell (AccordGridView *self, double x, double y, guint *row, guint *column)
{
  int at;

  if (self->model == NULL || !accord_grid_layout_find (&self->layout, x, y, &at, column) || at < 0)
    return FALSE;
  *row = (guint) at;
  return at < (int) self->layout.n_rows;
}

/* A pointer on the totals asks why they are what they are. */
static gboolean
explain_foot (AccordGridView *self, double x, double y)
{
  guint column;
  int row;
  g_autofree char *text = NULL;

  if (self->model == NULL || !accord_grid_layout_find (&self->layout, x, y, &row, &column)
      || row < (int) self->layout.n_rows)
    return FALSE;
  text = accord_grid_model_dup_foot (self->model, column);
  if (text != NULL)
    g_signal_emit_by_name (self, "explain-cell", accord_grid_model_get_n_rows (self->model), column);
  return TRUE;
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, AccordGridView *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  AccordGridExtent extent = accord_grid_view_get_extent (self);
  AccordGridRange range = accord_grid_selection_get_range (&self->selection);
  guint row, column;

  if (self->editing && gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT) != GTK_WIDGET (self))
    return;
  if (!find_cell (self, x, y, &row, &column))
    {
      explain_foot (self, x, y);
      return;
    }
  if (!accord_grid_view_enter (self))
    return;
  extent = accord_grid_view_get_extent (self);
  self->dragging = button == GDK_BUTTON_PRIMARY;
  if (button != GDK_BUTTON_SECONDARY || !accord_grid_range_has (&range, row, column))
    accord_grid_selection_go (&self->selection, &extent, row, column, (state & GDK_SHIFT_MASK) != 0);
  accord_grid_view_selection_moved (self);
  gtk_widget_grab_focus (self->cells[self->current]);
  if (button == GDK_BUTTON_SECONDARY)
    accord_grid_view_open_menu (self, &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  else if (n_press == 2)
    gtk_widget_activate_action (GTK_WIDGET (self), "sheet.edit", NULL);
}

/* A figure that was worked out says why when it is pressed, unless a block is being selected. */
static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, AccordGridView *self)
{
  AccordGridRange range = accord_grid_selection_get_range (&self->selection);
  AccordGridColumn described;
  guint row, column;

  if (!self->dragging || self->editing || n_press != 1 || range.n_rows * range.n_columns > 1
      || !find_cell (self, x, y, &row, &column) || row != self->selection.row
      || column != self->selection.column || row >= accord_grid_model_get_n_rows (self->model))
    return;
  accord_grid_model_get_column (self->model, column, &described);
  if (described.kind == ACCORD_GRID_WORKED_OUT || !accord_grid_model_get_may_change (self->model))
    g_signal_emit_by_name (self, "explain-cell", row, column);
}

static void
on_dragged (GtkGestureDrag *gesture, double dx, double dy, AccordGridView *self)
{
  AccordGridExtent extent = accord_grid_view_get_extent (self);
  double x, y;
  guint row, column;

  if (!self->dragging || self->editing || !gtk_gesture_drag_get_start_point (gesture, &x, &y)
      || !find_cell (self, x + dx, y + dy, &row, &column)
      || (row == self->selection.row && column == self->selection.column))
    return;
  accord_grid_selection_go (&self->selection, &extent, row, column, TRUE);
  accord_grid_view_selection_moved (self);
}

/* Words that are cut short are said in full, and what is wrong with a cell. */
static gboolean
on_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip, AccordGridView *self)
{
  const AccordGridFault *fault;
  g_autofree char *text = NULL;
  guint row, column;
  AccordGridBox box;

  if (keyboard || !find_cell (self, x, y, &row, &column))
    return FALSE;
  fault = accord_grid_faults_find (self->faults, accord_grid_view_get_key (self, row), column);
  if (fault != NULL)
    text = g_strdup (fault->why);
  else if (row < accord_grid_model_get_n_rows (self->model))
    text = accord_grid_model_dup_text (self->model, row, column);
  box = accord_grid_layout_get_cell (&self->layout, row, column);
  if (text == NULL || (fault == NULL && (int) g_utf8_strlen (text, -1) * self->digit < box.width))
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ box.x, box.y, box.width, box.height });
  return TRUE;
}

void
accord_grid_view_add_pointer (AccordGridView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *press = gtk_gesture_click_new (), *drag = gtk_gesture_drag_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), 0);
  g_signal_connect_object (press, "pressed", G_CALLBACK (on_pressed), self, 0);
  g_signal_connect_object (press, "released", G_CALLBACK (on_released), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (on_dragged), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_group (press, drag);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (self, "query-tooltip", G_CALLBACK (on_tooltip), self, 0);
}
