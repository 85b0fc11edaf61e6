/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/list-view-private.h"

#include "edit-many.h"
#include "form/field-editor.h"
#include "list/row-cell.h"

/*
 * One cell is edited in place: a single editor, made for the occasion, opens over it. Enter saves, Tab saves
 * and goes on to the next cell, Escape leaves things as they are. Rows have no editors of their own.
 */

typedef struct
{
  AccordListView *view;
  AccordEditMany *edit;
  gint64 id;
  guint column;
  int step; /* to which cell to go on, or 0 */
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->view);
  accord_edit_many_unref (saving->edit);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

/* What fits on a line and means the same wherever it stands. */
static gboolean
is_safe (const AccordField *field)
{
  switch (field->type)
    {
    case ACCORD_FIELD_LONG_TEXT:
    case ACCORD_FIELD_REFERENCE:
    case ACCORD_FIELD_REFERENCES:
      return FALSE;
    default:
      return !(field->flags & ACCORD_FIELD_FACT);
    }
}

/**
 * accord_list_view_can_edit_cell:
 * @self: a list view
 * @column: which of the columns shown, from 0
 *
 * Returns: whether a person may change what stands there without opening the record
 */
gboolean
accord_list_view_can_edit_cell (AccordListView *self, guint column)
{
  guint n_fields;
  const guint *fields = accord_columns_get_fields (self->columns, &n_fields);

  return !self->compact && column < n_fields && is_safe (&self->kind->fields[fields[column]])
         && !accord_query_get_deleted (self->base) && !accord_workspace_get_read_only (self->workspace);
}

static GtkWidget *
find_row (AccordListView *self, guint position)
{
  GtkWidget *row = gtk_widget_get_first_child (gtk_widget_get_last_child (self->table));

  while (row != NULL && accord_list_view_position_of (self, row) != position)
    row = gtk_widget_get_next_sibling (row);
  return row;
}

static GtkWidget *
find_cell (GtkWidget *row, guint column)
{
  GtkWidget *cell = gtk_widget_get_first_child (row);

  while (cell != NULL && column-- > 0)
    cell = gtk_widget_get_next_sibling (cell);
  return cell;
}

static void
close_editor (AccordListView *self)
{
  GtkWidget *row =
      self->edited != 0 ? find_row (self, accord_record_list_find_id (self->list, self->edited)) : NULL;

  self->edited = 0;
  if (self->editor != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->editor));
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

/* --- Saving */

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  AccordListView *self = saving->view;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_workspace_write_finish (ACCORD_WORKSPACE (source), result, &error);

  if (self->list == NULL || self->editor == NULL || self->edited != saving->id)
    return;
  if (error != NULL)
    {
      GtkWidget *editor = gtk_popover_get_child (GTK_POPOVER (self->editor));

      accord_field_editor_set_error (ACCORD_FIELD_EDITOR (editor), error->message);
      accord_field_editor_focus (ACCORD_FIELD_EDITOR (editor));
      return;
    }
  close_editor (self);
  if (saving->step != 0)
    accord_list_view_edit_near (self, accord_record_list_find_id (self->list, saving->id), saving->column,
                                saving->step);
}

static void
save (AccordListView *self, int step)
{
  AccordFieldEditor *editor = ACCORD_FIELD_EDITOR (gtk_popover_get_child (GTK_POPOVER (self->editor)));
  g_autoptr (AccordRecord) values = accord_record_new (self->kind);
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint field = accord_field_editor_get_index (editor);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  Saving *saving;

  if (!accord_field_editor_store (editor, values, &error))
    {
      accord_field_editor_set_error (editor, error->message);
      accord_field_editor_focus (editor);
      return;
    }
  g_array_append_val (fields, field);
  g_array_append_val (ids, self->edited);
  saving = g_new0 (Saving, 1);
  saving->view = g_object_ref (self);
  saving->edit = accord_edit_many_new (values, fields, ids);
  saving->id = self->edited;
  saving->column = self->edited_column;
  saving->step = step;
  label = accord_edit_many_dup_label (saving->edit);
  accord_workspace_write_async (self->workspace, label, accord_edit_many_write,
                                accord_edit_many_ref (saving->edit), (GDestroyNotify) accord_edit_many_unref,
                                self->cancellable, saved_cb, saving);
}

/* While a choice has its own list open, the keys are that list's. */
static gboolean
save_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  AccordListView *self = ACCORD_LIST_VIEW (gtk_widget_get_parent (widget));
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != widget)
    return FALSE;
  save (self, GPOINTER_TO_INT (data));
  return TRUE;
}

static void
closed_cb (AccordListView *self)
{
  if (self->edited != 0)
    close_editor (self);
}

static void
make_editor (AccordListView *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  const struct
  {
    const char *trigger;
    int step;
  } steps[] = { { "Return|KP_Enter|ISO_Enter", 0 }, { "Tab|KP_Tab", 1 }, { "<Shift>Tab|<Shift>KP_Tab", -1 } };

  self->editor = gtk_popover_new ();
  gtk_popover_set_has_arrow (GTK_POPOVER (self->editor), FALSE);
  gtk_widget_add_css_class (self->editor, "cell-editor");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (keys),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (steps[i].trigger),
                          gtk_callback_action_new (save_cb, GINT_TO_POINTER (steps[i].step), NULL)));
  gtk_widget_add_controller (self->editor, keys);
  gtk_widget_set_parent (self->editor, GTK_WIDGET (self));
  g_signal_connect_object (self->editor, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
}

/* --- Opening */

/**
 * accord_list_view_edit_cell:
 * @self: a list view
 * @position: which row
 * @column: which of the columns shown, from 0
 *
 * Opens an editor over a cell.
 *
 * Returns: whether there is one
 */
gboolean
accord_list_view_edit_cell (AccordListView *self, guint position, guint column)
{
  g_autoptr (AccordRecordSlot) slot = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  AccordRecord *record = slot != NULL ? accord_record_slot_get_record (slot) : NULL;
  GtkWidget *row = find_row (self, position);
  GtkWidget *cell = row != NULL ? find_cell (row, column) : NULL;
  GtkWidget *editor, *control;
  graphene_rect_t bounds;
  const guint *fields;
  guint n_fields;

  if (record == NULL || cell == NULL || !accord_list_view_can_edit_cell (self, column)
      || !gtk_widget_compute_bounds (cell, GTK_WIDGET (self), &bounds))
    return FALSE;
  if (self->editor == NULL)
    make_editor (self);
  fields = accord_columns_get_fields (self->columns, &n_fields);
  editor = accord_field_editor_new (self->workspace, self->kind, fields[column]);
  accord_field_editor_load (ACCORD_FIELD_EDITOR (editor), record);
  gtk_widget_set_size_request (editor, MAX ((int) bounds.size.width, 160), -1);
  gtk_popover_set_child (GTK_POPOVER (self->editor), editor);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->editor),
                               &(GdkRectangle){ bounds.origin.x, bounds.origin.y, bounds.size.width, 1 });
  self->edited = accord_record_get_id (record);
  self->edited_column = column;
  gtk_popover_popup (GTK_POPOVER (self->editor));
  accord_field_editor_focus (ACCORD_FIELD_EDITOR (editor));
  /* Whoever types begins anew; whoever moves the cursor changes what is there. */
  control = accord_field_editor_get_control (ACCORD_FIELD_EDITOR (editor));
  if (GTK_IS_EDITABLE (control))
    gtk_editable_select_region (GTK_EDITABLE (control), 0, -1);
  return TRUE;
}

/**
 * accord_list_view_edit_near:
 * @self: a list view
 * @position: which row
 * @column: a column, from 0; -1 before the first
 * @step: 1 for the next cell that may be edited, -1 for the one before
 *
 * Opens an editor over the cell after or before another in the same row, if there is one.
 *
 * Returns: whether there is
 */
gboolean
accord_list_view_edit_near (AccordListView *self, guint position, int column, int step)
{
  guint n_fields;

  accord_columns_get_fields (self->columns, &n_fields);
  for (int at = column + step; at >= 0 && at < (int) n_fields; at += step)
    if (accord_list_view_can_edit_cell (self, at))
      return accord_list_view_edit_cell (self, position, at);
  return FALSE;
}

static guint
column_of (GtkWidget *row, GtkWidget *within)
{
  guint column = 0;

  while (within != NULL && gtk_widget_get_parent (within) != row)
    within = gtk_widget_get_parent (within);
  for (; within != NULL && gtk_widget_get_prev_sibling (within) != NULL; column++)
    within = gtk_widget_get_prev_sibling (within);
  return column;
}

/* The name opens the record; any other cell that may be edited is. */
static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, AccordListView *self)
{
  GtkWidget *picked = gtk_widget_pick (self->table, x, y, GTK_PICK_DEFAULT);
  guint position = accord_list_view_position_of (self, picked);
  GtkWidget *row = position != GTK_INVALID_LIST_POSITION ? find_row (self, position) : NULL;
  guint column;
  guint n_fields;
  const guint *fields = accord_columns_get_fields (self->columns, &n_fields);

  if (n_press != 2 || row == NULL)
    return;
  column = column_of (row, picked);
  if (accord_list_view_can_edit_cell (self, column) && fields[column] != self->kind->title_field
      && accord_list_view_edit_cell (self, position, column))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
edit_cell_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordListView *self = ACCORD_LIST_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  guint position = focus != NULL && gtk_widget_is_ancestor (focus, self->table)
                       ? accord_list_view_position_of (self, focus)
                       : GTK_INVALID_LIST_POSITION;

  /* In two lines a row there are no cells: there the record itself is edited. */
  if (self->compact || position == GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (widget, "rows.edit", NULL);
  else
    accord_list_view_edit_near (self, position, -1, 1);
}

/**
 * accord_list_view_install_inline:
 * @widget_class: the class
 *
 * Adds the action `rows.edit-cell`.
 */
void
accord_list_view_install_inline (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "rows.edit-cell", NULL, edit_cell_action);
}

/**
 * accord_list_view_set_up_inline:
 * @self: a list view
 *
 * Heeds double clicks on cells.
 */
void
accord_list_view_set_up_inline (AccordListView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (self->table, GTK_EVENT_CONTROLLER (click));
}
