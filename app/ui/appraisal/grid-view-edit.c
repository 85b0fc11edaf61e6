/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/grid-view-private.h"

#include <glib/gi18n-lib.h>

/* Typing into a cell: the one editor of a table is moved over it. */

static void
say_preview (AccordGridView *self, const char *text)
{
  accord_grid_model_preview (self->model, self->edited.row, self->edited.column, text);
}

static AccordGridKind
edited_kind (AccordGridView *self)
{
  AccordGridColumn column;

  accord_grid_model_get_column (self->model, self->edited.column, &column);
  return column.kind;
}

static void
on_typed (AccordGridView *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->editor));
  g_autofree char *why = NULL;

  if (!self->editing)
    return;
  if (edited_kind (self) == ACCORD_GRID_CHOICE)
    {
      accord_grid_view_show_choices (self, text);
      return;
    }
  /* What cannot stand yet, because it is not all typed, is not worked with. */
  say_preview (self, accord_grid_model_check (self->model, self->edited.row, self->edited.column, text, &why)
                         ? text
                         : NULL);
}

static void
close_editor (AccordGridView *self, gboolean keep_focus)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  self->editing = FALSE;
  g_clear_pointer (&self->edited_key, g_free);
  accord_grid_view_hide_choices (self);
  if (focused && keep_focus)
    gtk_widget_grab_focus (self->cells[self->current]);
  gtk_widget_hide (self->editor);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/*
 * accord_grid_view_give_up:
 * @self: a table in which something is being typed
 *
 * Leaves the cell as it was.
 */
void
accord_grid_view_give_up (AccordGridView *self)
{
  if (!self->editing)
    return;
  say_preview (self, NULL);
  accord_grid_faults_drop (self->faults, self->edited_key, self->edited.column);
  close_editor (self, TRUE);
  accord_grid_view_set_message (self, NULL);
  accord_grid_view_tell (self, FALSE);
}

/*
 * accord_grid_view_begin:
 * @self: a table
 * @text: (nullable): what to begin with, or %NULL for what is there
 * @anew: whether it began by typing, so that the arrows leave the cell
 *
 * Opens the editor over the cell from which the selection began.
 */
void
accord_grid_view_begin (AccordGridView *self, const char *text, gboolean anew)
{
  guint row = self->selection.anchor_row, column = self->selection.anchor_column;
  AccordGridExtent extent = accord_grid_view_get_extent (self);
  const AccordGridFault *fault;
  g_autofree char *entry = NULL;

  if (self->editing || row >= extent.n_rows || column >= extent.n_columns
      || !accord_grid_model_can_type (self->model, row, column))
    return;
  accord_grid_selection_go (&self->selection, &extent, row, column, FALSE);
  accord_grid_view_reveal (self);
  fault = accord_grid_faults_find (self->faults, accord_grid_view_get_key (self, row), column);
  if (text == NULL && fault != NULL)
    entry = g_strdup (fault->typed);
  else if (text == NULL && row < accord_grid_model_get_n_rows (self->model))
    entry = accord_grid_model_dup_entry (self->model, row, column);
  else
    entry = g_strdup (text != NULL ? text : "");
  self->edited = self->selection;
  self->edited_key = g_strdup (accord_grid_view_get_key (self, row));
  gtk_editable_set_text (GTK_EDITABLE (self->editor), entry);
  self->editing = TRUE;
  self->anew = anew;
  gtk_widget_show (self->editor);
  accord_grid_view_name_editor (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_grab_focus (self->editor);
  gtk_editable_set_position (GTK_EDITABLE (self->editor), -1);
  if (edited_kind (self) == ACCORD_GRID_CHOICE)
    accord_grid_view_show_choices (self, anew ? entry : "");
  else if (text != NULL)
    on_typed (self);
}

/* A screen reader says what is being typed into. */
void
accord_grid_view_name_editor (AccordGridView *self)
{
  g_autofree char *row = NULL, *name = NULL;
  AccordGridColumn column;

  accord_grid_model_get_column (self->model, self->edited.column, &column);
  row = self->edited_key != NULL ? accord_grid_model_dup_text (self->model, self->edited.row, 0)
                                 : g_strdup (self->new_row);
  name = g_strdup_printf ("%s, %s", row != NULL ? row : _ ("no name"), column.title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->message != NULL ? self->message : "", -1);
  gtk_editable_set_alignment (GTK_EDITABLE (self->editor), column.kind == ACCORD_GRID_FIGURE ? 1 : 0);
}

/* Keeps what was typed and says what is wrong with it. */
static void
refuse (AccordGridView *self, const char *text, const char *why)
{
  accord_grid_faults_put (self->faults, self->edited_key, self->edited.column, text, why);
  say_preview (self, NULL);
  close_editor (self, TRUE);
  accord_grid_view_set_message (self, why);
  accord_grid_view_tell (self, FALSE);
}

static gboolean
is_same (AccordGridView *self, const char *text)
{
  g_autofree char *before = NULL;

  if (self->edited_key == NULL)
    return *text == '\0';
  before = accord_grid_model_dup_entry (self->model, self->edited.row, self->edited.column);
  return g_str_equal (before, text);
}

/**
 * accord_grid_view_enter:
 * @self: a table
 *
 * Enters what is being typed, if something is. What cannot stand is kept in the cell and said.
 *
 * Returns: whether the cell is done with
 */
gboolean
accord_grid_view_enter (AccordGridView *self)
{
  g_autofree char *text = NULL, *why = NULL, *choice = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  gboolean same;

  if (!self->editing)
    return TRUE;
  choice = accord_grid_view_dup_choice (self);
  text = choice != NULL ? g_steal_pointer (&choice)
                        : g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->editor)));
  g_strstrip (text);
  same = is_same (self, text);
  if (!same && !accord_grid_model_check (self->model, self->edited.row, self->edited.column, text, &why))
    {
      refuse (self, text, why);
      return FALSE;
    }
  accord_grid_faults_drop (self->faults, self->edited_key, self->edited.column);
  if (same)
    say_preview (self, NULL);
  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_grid_entry_free);
  g_ptr_array_add (entries, accord_grid_entry_new (self->edited.row, self->edited.column, text));
  close_editor (self, TRUE);
  accord_grid_view_set_message (self, NULL);
  if (!same)
    accord_grid_model_set (self->model, entries, ACCORD_GRID_TYPED);
  accord_grid_view_tell (self, FALSE);
  return TRUE;
}

/* --- The keys of the editor. */

static gboolean
enter_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  AccordGridView *self = ACCORD_GRID_VIEW (gtk_widget_get_ancestor (widget, ACCORD_TYPE_GRID_VIEW));
  AccordGridExtent extent = accord_grid_view_get_extent (self);
  gboolean down;
  int step;

  g_variant_get (args, "(bi)", &down, &step);
  if (!accord_grid_view_enter (self))
    return TRUE;
  extent = accord_grid_view_get_extent (self);
  if (accord_grid_selection_next (&self->selection, &extent, down, step))
    accord_grid_view_selection_moved (self);
  return TRUE;
}

/* While a list of choices is open the arrows go through it; else they leave a cell that began to be typed
 * into. */
static gboolean
arrow_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  AccordGridView *self = ACCORD_GRID_VIEW (gtk_widget_get_ancestor (widget, ACCORD_TYPE_GRID_VIEW));
  AccordGridExtent extent;
  int down, across;

  g_variant_get (args, "(ii)", &down, &across);
  if (down != 0 && accord_grid_view_step_choices (self, down))
    return TRUE;
  if (across != 0 && !self->anew)
    return FALSE;
  if (!accord_grid_view_enter (self))
    return TRUE;
  extent = accord_grid_view_get_extent (self);
  accord_grid_selection_move (&self->selection, &extent, down, across, FALSE);
  accord_grid_view_selection_moved (self);
  return TRUE;
}

static gboolean
give_up_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  accord_grid_view_give_up (ACCORD_GRID_VIEW (gtk_widget_get_ancestor (widget, ACCORD_TYPE_GRID_VIEW)));
  return TRUE;
}

/* A pointer within the text means to go on in it. */
static gboolean
stay_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  AccordGridView *self = ACCORD_GRID_VIEW (gtk_widget_get_ancestor (widget, ACCORD_TYPE_GRID_VIEW));

  self->anew = FALSE;
  return TRUE;
}

static void
add_key (GtkEventController *keys, const char *trigger, GtkShortcutFunc func, GVariant *args)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                                            gtk_callback_action_new (func, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, args);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
}

/* What is typed is entered when the keyboard goes elsewhere. */
static void
on_left (AccordGridView *self)
{
  if (self->editing && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    accord_grid_view_enter (self);
}

void
accord_grid_view_make_editor (AccordGridView *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->editor = gtk_entry_new ();
  gtk_widget_add_css_class (self->editor, "sheet-editor");
  gtk_entry_set_has_frame (GTK_ENTRY (self->editor), FALSE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (keys, "Return|KP_Enter", enter_cb, g_variant_new ("(bi)", TRUE, 1));
  add_key (keys, "<Shift>Return|<Shift>KP_Enter", enter_cb, g_variant_new ("(bi)", TRUE, -1));
  add_key (keys, "Tab", enter_cb, g_variant_new ("(bi)", FALSE, 1));
  add_key (keys, "<Shift>Tab|<Shift>ISO_Left_Tab", enter_cb, g_variant_new ("(bi)", FALSE, -1));
  add_key (keys, "Up", arrow_cb, g_variant_new ("(ii)", -1, 0));
  add_key (keys, "Down", arrow_cb, g_variant_new ("(ii)", 1, 0));
  add_key (keys, "Left", arrow_cb, g_variant_new ("(ii)", 0, -1));
  add_key (keys, "Right", arrow_cb, g_variant_new ("(ii)", 0, 1));
  add_key (keys, "Escape", give_up_cb, NULL);
  add_key (keys, "F2", stay_cb, NULL);
  gtk_widget_add_controller (self->editor, keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_left), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->editor, focus);
  g_signal_connect_object (self->editor, "changed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  gtk_widget_hide (self->editor);
  gtk_widget_set_parent (self->editor, GTK_WIDGET (self));
}

/* It is as large as the cell, or as what is typed into it. */
void
accord_grid_view_place_editor (AccordGridView *self)
{
  AccordGridBox box;
  int least_width, least_height, y;

  if (!self->editing)
    return;
  box = accord_grid_layout_get_cell (&self->layout, self->edited.row, self->edited.column);
  gtk_widget_measure (self->editor, ACROSS, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (self->editor, DOWN, -1, &least_height, NULL, NULL, NULL);
  y = box.y + (box.height - MAX (box.height, least_height)) / 2;
  gtk_widget_size_allocate (
      self->editor,
      &(GtkAllocation){ box.x, y, MAX (box.width, least_width), MAX (box.height, least_height) }, -1);
  if (self->choices != NULL)
    gtk_popover_set_pointing_to (GTK_POPOVER (self->choices),
                                 &(GdkRectangle){ box.x, box.y, box.width, box.height });
  if (self->choices != NULL)
    gtk_popover_present (GTK_POPOVER (self->choices));
}

/**
 * accord_grid_view_edit:
 * @self: a table
 * @text: (nullable): what is typed first, or %NULL to go on from what is there
 *
 * Opens the editor where the keyboard is.
 */
void
accord_grid_view_edit (AccordGridView *self, const char *text)
{
  g_return_if_fail (ACCORD_IS_GRID_VIEW (self));

  if (self->editing && text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->editor), text);
  else
    accord_grid_view_begin (self, text, text != NULL);
}

gboolean
accord_grid_view_is_editing (AccordGridView *self)
{
  return self->editing;
}
