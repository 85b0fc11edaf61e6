/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/grid-view-private.h"

#include "appraisal/grid-cell.h"

#include <glib/gi18n-lib.h>

enum
{
  PROP_0,
  PROP_MESSAGE,
  PROP_CONTENT_HEIGHT,
  N_PROPS,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  OPEN_CELL,
  EXPLAIN_CELL,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (AccordGridView, accord_grid_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static void
accord_grid_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AccordGridView *self = ACCORD_GRID_VIEW (widget);

  if (self->model != NULL && self->digit > 0)
    accord_grid_view_draw (self, snapshot);
  GTK_WIDGET_CLASS (accord_grid_view_parent_class)->snapshot (widget, snapshot);
}

static void
measure_anew (AccordGridView *self)
{
  accord_grid_view_drop_fonts (self);
  self->remeasure = TRUE;
  accord_grid_view_refresh_soon (self);
}

static void
accord_grid_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (accord_grid_view_parent_class)->css_changed (widget, change);
  measure_anew (ACCORD_GRID_VIEW (widget));
}

static void
accord_grid_view_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (accord_grid_view_parent_class)->system_setting_changed (widget, setting);
  measure_anew (ACCORD_GRID_VIEW (widget));
}

/* --- What changes. */

static void
on_changed (AccordGridView *self)
{
  AccordGridExtent extent = accord_grid_view_get_extent (self);
  int row = accord_grid_model_find_key (self->model, self->row_key);
  gboolean moved = row >= 0 && row != (int) self->selection.row;

  if (self->editing && self->edited_key != NULL
      && (row = accord_grid_model_find_key (self->model, self->edited_key)) < 0)
    accord_grid_view_give_up (self);
  else if (self->editing && self->edited_key != NULL)
    self->edited.row = (guint) row;
  row = accord_grid_model_find_key (self->model, self->row_key);
  if (moved)
    self->selection.row = self->selection.anchor_row = (guint) row;
  accord_grid_selection_go (&self->selection, &extent, self->selection.row, self->selection.column,
                            self->selection.anchor_row < extent.n_rows
                                && self->selection.anchor_column < extent.n_columns);
  g_free (self->row_key);
  self->row_key = extent.n_rows > 0 ? g_strdup (accord_grid_view_get_key (self, self->selection.row)) : NULL;
  accord_grid_view_measure_columns (self);
  accord_grid_view_tell (self, FALSE);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
on_values_changed (AccordGridView *self)
{
  if (!self->editing)
    accord_grid_view_tell (self, FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
accord_grid_view_grab_focus (GtkWidget *widget)
{
  AccordGridView *self = ACCORD_GRID_VIEW (widget);

  return gtk_widget_grab_focus (self->editing ? self->editor : self->cells[self->current]);
}

/* From outside it is entered where it was left. */
static gboolean
accord_grid_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  AccordGridView *self = ACCORD_GRID_VIEW (widget);

  if (gtk_widget_get_focus_child (widget) != NULL || !gtk_widget_get_focusable (self->cells[self->current]))
    return FALSE;
  accord_grid_view_reveal (self);
  return gtk_widget_grab_focus (self->cells[self->current]);
}

static void
on_focus (AccordGridView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- The object. */

static void
accord_grid_view_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  AccordGridView *self = ACCORD_GRID_VIEW (object);

  if (property == PROP_HADJUSTMENT)
    accord_grid_view_set_adjustment (self, ACROSS, g_value_get_object (value));
  else if (property == PROP_VADJUSTMENT)
    accord_grid_view_set_adjustment (self, DOWN, g_value_get_object (value));
  else
    self->policies[property == PROP_VSCROLL_POLICY] = g_value_get_enum (value);
}

static void
accord_grid_view_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  AccordGridView *self = ACCORD_GRID_VIEW (object);

  if (property == PROP_MESSAGE)
    g_value_set_string (value, self->message);
  else if (property == PROP_CONTENT_HEIGHT)
    g_value_set_int (value, self->content_height);
  else if (property == PROP_HADJUSTMENT || property == PROP_VADJUSTMENT)
    g_value_set_object (value, self->adjustments[property == PROP_VADJUSTMENT ? DOWN : ACROSS]);
  else
    g_value_set_enum (value, self->policies[property == PROP_VSCROLL_POLICY]);
}

static void
accord_grid_view_dispose (GObject *object)
{
  AccordGridView *self = ACCORD_GRID_VIEW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->refresh, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  self->editing = FALSE;
  self->menu = self->choices = NULL;
  accord_grid_view_drop_fonts (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->adjustments[ACROSS]);
  g_clear_object (&self->adjustments[DOWN]);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (accord_grid_view_parent_class)->dispose (object);
}

static void
accord_grid_view_finalize (GObject *object)
{
  AccordGridView *self = ACCORD_GRID_VIEW (object);

  accord_grid_layout_clear (&self->layout);
  accord_grid_faults_free (self->faults);
  g_object_unref (self->cancellable);
  g_free (self->label);
  g_free (self->new_row);
  g_free (self->row_key);
  g_free (self->edited_key);
  g_free (self->message);

  G_OBJECT_CLASS (accord_grid_view_parent_class)->finalize (object);
}

static void
add_properties (GObjectClass *object_class)
{
  /**
   * AccordGridView:message:
   *
   * What is wrong with what was typed or pasted, in one sentence, or %NULL.
   */
  properties[PROP_MESSAGE] =
      g_param_spec_string ("message", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * AccordGridView:content-height:
   *
   * How high all of it is, in pixels.
   */
  properties[PROP_CONTENT_HEIGHT] = g_param_spec_int ("content-height", NULL, NULL, 0, G_MAXINT, 0,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
add_signals (void)
{
  /**
   * AccordGridView::open-cell:
   * @row: which row
   * @column: which column
   *
   * A person wants a closer look at a cell of a column that opens.
   *
   * Returns: whether something was opened; else the cell is typed into
   */
  signals[OPEN_CELL] = g_signal_new ("open-cell", ACCORD_TYPE_GRID_VIEW, G_SIGNAL_RUN_LAST, 0,
                                     g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 2,
                                     G_TYPE_UINT, G_TYPE_UINT);

  /**
   * AccordGridView::explain-cell:
   * @row: which row, or as many as there are for the totals
   * @column: which column
   *
   * A person wants to know why a figure is what it is.
   */
  signals[EXPLAIN_CELL] = g_signal_new ("explain-cell", ACCORD_TYPE_GRID_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
accord_grid_view_class_init (AccordGridViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = accord_grid_view_dispose;
  object_class->finalize = accord_grid_view_finalize;
  object_class->set_property = accord_grid_view_set_property;
  object_class->get_property = accord_grid_view_get_property;
  widget_class->measure = accord_grid_view_measure;
  widget_class->size_allocate = accord_grid_view_size_allocate;
  widget_class->snapshot = accord_grid_view_snapshot;
  widget_class->css_changed = accord_grid_view_css_changed;
  widget_class->system_setting_changed = accord_grid_view_system_setting_changed;
  widget_class->grab_focus = accord_grid_view_grab_focus;
  widget_class->focus = accord_grid_view_focus;
  add_properties (object_class);
  add_signals ();
  accord_grid_view_install_keys (widget_class);
  accord_grid_view_install_clipboard (widget_class);
  gtk_widget_class_set_css_name (widget_class, "sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
accord_grid_view_init (AccordGridView *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  accord_grid_layout_init (&self->layout);
  self->faults = accord_grid_faults_new ();
  self->cancellable = g_cancellable_new ();
  for (guint i = 0; i < G_N_ELEMENTS (self->cells); i++)
    {
      self->cells[i] = accord_grid_cell_new ();
      gtk_widget_set_parent (self->cells[i], GTK_WIDGET (self));
    }
  accord_grid_view_make_editor (self);
  accord_grid_view_add_pointer (self);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  accord_grid_view_set_adjustment (self, ACROSS, NULL);
  accord_grid_view_set_adjustment (self, DOWN, NULL);
  g_signal_connect_object (focus, "enter", G_CALLBACK (on_focus), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_focus), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * accord_grid_view_new:
 * @label: what it is a table of, for a screen reader
 * @new_row: what stands in the row in which a new one is begun
 *
 * Returns: (transfer floating): a table without a model, to be put into a scrolled window
 */
GtkWidget *
accord_grid_view_new (const char *label, const char *new_row)
{
  AccordGridView *self = g_object_new (ACCORD_TYPE_GRID_VIEW, NULL);

  self->label = g_strdup (label);
  self->new_row = g_strdup (new_row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

/**
 * accord_grid_view_set_model:
 * @self: a table
 * @model: (nullable): what it is to show
 *
 * Shows something else. What is being typed is given up.
 */
void
accord_grid_view_set_model (AccordGridView *self, AccordGridModel *model)
{
  AccordGridExtent extent;

  g_return_if_fail (ACCORD_IS_GRID_VIEW (self));

  if (model == self->model)
    return;
  if (self->editing)
    accord_grid_view_give_up (self);
  if (self->model != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->model, on_changed, self);
      g_signal_handlers_disconnect_by_func (self->model, on_values_changed, self);
    }
  g_set_object (&self->model, model);
  if (model == NULL)
    return;
  g_signal_connect_object (model, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "values-changed", G_CALLBACK (on_values_changed), self, G_CONNECT_SWAPPED);
  extent = accord_grid_view_get_extent (self);
  accord_grid_selection_go (&self->selection, &extent, 0, 0, FALSE);
  accord_grid_view_measure_columns (self);
  accord_grid_view_selection_moved (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * accord_grid_view_set_most_height:
 * @self: a table
 * @height: in pixels
 *
 * Sets how high it asks to be at most; up to there it asks for the height of all its rows.
 */
void
accord_grid_view_set_most_height (AccordGridView *self, int height)
{
  self->most_height = height;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

AccordGridModel *
accord_grid_view_get_model (AccordGridView *self)
{
  return self->model;
}

const char *
accord_grid_view_get_message (AccordGridView *self)
{
  return self->message;
}

/**
 * accord_grid_view_get_n_faults:
 * @self: a table
 *
 * Returns: how many cells hold what was typed and cannot stand there
 */
guint
accord_grid_view_get_n_faults (AccordGridView *self)
{
  return accord_grid_faults_get_n (self->faults);
}
