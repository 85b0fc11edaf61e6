/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decisions/matrix-grid-private.h"

#include "form/page-parts.h"

#include <glib/gi18n-lib.h>

enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

G_DEFINE_FINAL_TYPE_WITH_CODE (AccordMatrixGrid, accord_matrix_grid, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* --- Sizes. */

static void
measure_all (AccordMatrixGrid *self)
{
  self->remeasure = FALSE;
  if (self->matrix == NULL)
    return;
  accord_matrix_sizes_measure (&self->sizes, self->matrix, self->prototype, self->width);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static gboolean
on_refresh (gpointer data)
{
  AccordMatrixGrid *self = data;

  self->refresh = 0;
  if (self->remeasure)
    measure_all (self);
  accord_matrix_grid_bind (self);
  return G_SOURCE_REMOVE;
}

/* Words must not change while room is being given out. */
static void
refresh_soon (AccordMatrixGrid *self, gboolean remeasure)
{
  self->remeasure |= remeasure;
  if (self->refresh == 0)
    self->refresh = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, on_refresh, self, NULL);
}

static void
on_scrolled (AccordMatrixGrid *self)
{
  int x = (int) gtk_adjustment_get_value (self->adjustments[ACROSS]);
  int y = (int) gtk_adjustment_get_value (self->adjustments[DOWN]);

  accord_matrix_pane_scroll (self->fields, x, y);
  accord_matrix_pane_scroll (self->tops, x, 0);
  accord_matrix_pane_scroll (self->sides, 0, y);
  if (self->allocating)
    refresh_soon (self, FALSE);
  else
    accord_matrix_grid_bind (self);
}

static void
set_adjustment (AccordMatrixGrid *self, GtkOrientation orientation, GtkAdjustment *adjustment)
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

static void
configure (AccordMatrixGrid *self, GtkOrientation orientation, int upper, int page)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  page = MAX (0, page);
  gtk_adjustment_configure (adjustment, gtk_adjustment_get_value (adjustment), 0, MAX (upper, page), 48,
                            page * 0.9, page);
}

static void
give (GtkWidget *widget, int x, int y, int width, int height)
{
  GtkAllocation place = { x, y, MAX (0, width), MAX (0, height) };

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, place.width, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (widget, &place, -1);
}

static void
accord_matrix_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AccordMatrixGrid *self = ACCORD_MATRIX_GRID (widget);
  int side = self->sizes.side_width, top = self->sizes.top_height;

  self->allocating = TRUE;
  if (self->width != width)
    {
      self->width = width;
      refresh_soon (self, TRUE);
    }
  /* What this scrolls wants its room anew, which it gets below. */
  configure (self, ACROSS, accord_matrix_grid_n_columns (self) * self->sizes.column_width, width - side);
  configure (self, DOWN, accord_matrix_sizes_get_height (&self->sizes), height - top);
  give (self->corner, 0, 0, side, top);
  give (GTK_WIDGET (self->tops), side, 0, width - side, top);
  give (GTK_WIDGET (self->sides), 0, top, side, height - top);
  give (GTK_WIDGET (self->fields), side, top, width - side, height - top);
  refresh_soon (self, FALSE);
  self->allocating = FALSE;
}

static void
accord_matrix_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                            int *natural, int *minimum_baseline, int *natural_baseline)
{
  AccordMatrixGrid *self = ACCORD_MATRIX_GRID (widget);
  const AccordMatrixSizes *sizes = &self->sizes;

  if (orientation == ACROSS)
    {
      *minimum = sizes->column_width;
      *natural = sizes->natural_width;
    }
  else
    {
      *minimum = sizes->top_height;
      *natural = sizes->top_height + accord_matrix_sizes_get_height (sizes);
    }
  *natural = MAX (*natural, *minimum);
}

static void
accord_matrix_grid_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (accord_matrix_grid_parent_class)->css_changed (widget, change);
  refresh_soon (ACCORD_MATRIX_GRID (widget), TRUE);
}

static void
accord_matrix_grid_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (accord_matrix_grid_parent_class)->system_setting_changed (widget, setting);
  refresh_soon (ACCORD_MATRIX_GRID (widget), TRUE);
}

/* A field that is pressed is where the keyboard goes on from. */
static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, AccordMatrixGrid *self)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *field = widget != NULL ? gtk_widget_get_ancestor (widget, ACCORD_TYPE_MATRIX_FIELD) : NULL;
  int row, column;

  if (field != NULL && accord_matrix_grid_find_place (self, field, &row, &column))
    accord_matrix_grid_set_current (self, row, column);
}

/* --- The object. */

static void
accord_matrix_grid_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  AccordMatrixGrid *self = ACCORD_MATRIX_GRID (object);

  if (property == PROP_HADJUSTMENT)
    set_adjustment (self, ACROSS, g_value_get_object (value));
  else if (property == PROP_VADJUSTMENT)
    set_adjustment (self, DOWN, g_value_get_object (value));
  else
    self->policies[property == PROP_VSCROLL_POLICY] = g_value_get_enum (value);
}

static void
accord_matrix_grid_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  AccordMatrixGrid *self = ACCORD_MATRIX_GRID (object);

  if (property == PROP_HADJUSTMENT || property == PROP_VADJUSTMENT)
    g_value_set_object (value, self->adjustments[property == PROP_VADJUSTMENT ? DOWN : ACROSS]);
  else
    g_value_set_enum (value, self->policies[property == PROP_VSCROLL_POLICY]);
}

static void
accord_matrix_grid_dispose (GObject *object)
{
  AccordMatrixGrid *self = ACCORD_MATRIX_GRID (object);
  GtkWidget *child;

  g_clear_handle_id (&self->refresh, g_source_remove);
  g_hash_table_remove_all (self->bound);
  g_hash_table_remove_all (self->spare);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->adjustments[ACROSS]);
  g_clear_object (&self->adjustments[DOWN]);

  G_OBJECT_CLASS (accord_matrix_grid_parent_class)->dispose (object);
}

static void
accord_matrix_grid_finalize (GObject *object)
{
  AccordMatrixGrid *self = ACCORD_MATRIX_GRID (object);

  g_hash_table_unref (self->bound);
  g_hash_table_unref (self->spare);
  g_array_unref (self->sizes.tops);
  g_clear_pointer (&self->matrix, accord_matrix_free);

  G_OBJECT_CLASS (accord_matrix_grid_parent_class)->finalize (object);
}

static void
accord_matrix_grid_class_init (AccordMatrixGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = accord_matrix_grid_dispose;
  object_class->finalize = accord_matrix_grid_finalize;
  object_class->set_property = accord_matrix_grid_set_property;
  object_class->get_property = accord_matrix_grid_get_property;
  widget_class->measure = accord_matrix_grid_measure;
  widget_class->size_allocate = accord_matrix_grid_size_allocate;
  widget_class->css_changed = accord_matrix_grid_css_changed;
  widget_class->system_setting_changed = accord_matrix_grid_system_setting_changed;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  accord_matrix_grid_add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "matrix");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static AccordMatrixPane *
make_pane (AccordMatrixGrid *self, const char *style_class, const char *label)
{
  GtkWidget *pane = accord_matrix_pane_new ();

  gtk_widget_add_css_class (pane, style_class);
  gtk_accessible_update_property (GTK_ACCESSIBLE (pane), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_parent (pane, GTK_WIDGET (self));
  return ACCORD_MATRIX_PANE (pane);
}

static void
accord_matrix_grid_init (AccordMatrixGrid *self)
{
  GtkGesture *press = gtk_gesture_click_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->bound = g_hash_table_new (NULL, NULL);
  self->spare = g_hash_table_new (NULL, NULL);
  self->sizes.tops = g_array_new (FALSE, FALSE, sizeof (int));
  self->column = -1;
  self->corner = accord_page_label (_ ("Business case"), "matrix-corner");
  gtk_label_set_yalign (GTK_LABEL (self->corner), 0);
  gtk_widget_set_parent (self->corner, GTK_WIDGET (self));
  self->tops = make_pane (self, "tops", _ ("Boards and committees"));
  self->sides = make_pane (self, "sides", _ ("Business cases"));
  self->fields = make_pane (self, "fields", _ ("What they said"));
  self->prototype = ACCORD_MATRIX_FIELD (accord_matrix_field_new ());
  accord_matrix_pane_hide (self->fields, GTK_WIDGET (self->prototype));
  set_adjustment (self, ACROSS, NULL);
  set_adjustment (self, DOWN, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Endorsement matrix"), -1);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), 0);
  g_signal_connect_object (press, "pressed", G_CALLBACK (on_pressed), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
  g_signal_connect_object (focus, "enter", G_CALLBACK (accord_matrix_grid_show_current), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * accord_matrix_grid_new:
 *
 * Returns: (transfer floating): a matrix with nothing in it
 */
GtkWidget *
accord_matrix_grid_new (void)
{
  return g_object_new (ACCORD_TYPE_MATRIX_GRID, NULL);
}

static int
find_case (const AccordMatrix *matrix, gint64 id)
{
  for (guint i = 0; i < matrix->rows->len; i++)
    if (accord_record_get_id (((AccordMatrixRow *) matrix->rows->pdata[i])->record) == id)
      return (int) i;
  return -1;
}

static int
find_body (const AccordMatrix *matrix, const AccordMatrixColumn *wanted)
{
  for (guint i = 0; i < matrix->columns->len; i++)
    {
      const AccordMatrixColumn *column = matrix->columns->pdata[i];

      if (column->body == wanted->body && g_strcmp0 (column->name, wanted->name) == 0)
        return (int) i;
    }
  return -1;
}

/* The keyboard stays on the same case and the same body. */
static void
keep_current (AccordMatrixGrid *self, AccordMatrix *matrix)
{
  if (self->matrix != NULL && self->row >= 0 && self->row < accord_matrix_grid_n_rows (self))
    self->row = find_case (
        matrix, accord_record_get_id (((AccordMatrixRow *) self->matrix->rows->pdata[self->row])->record));
  if (self->matrix != NULL && self->column >= 0 && self->column < accord_matrix_grid_n_columns (self))
    self->column = find_body (matrix, self->matrix->columns->pdata[self->column]);
  if (self->row < 0 && self->column < 0)
    self->row = 0;
}

/**
 * accord_matrix_grid_take:
 * @self: a matrix
 * @matrix: (transfer full): what it is to show
 *
 * Shows something else; the keyboard and the scroll stay where they were as far as that is still there.
 */
void
accord_matrix_grid_take (AccordMatrixGrid *self, AccordMatrix *matrix)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  g_return_if_fail (ACCORD_IS_MATRIX_GRID (self));

  keep_current (self, matrix);
  accord_matrix_grid_forget (self);
  g_clear_pointer (&self->matrix, accord_matrix_free);
  self->matrix = matrix;
  measure_all (self);
  accord_matrix_grid_bind (self);
  if (focused)
    accord_matrix_grid_go_to (self, self->row, self->column);
}

/**
 * accord_matrix_grid_count_fields:
 * @self: a matrix
 *
 * Returns: how many fields have widgets at present
 */
guint
accord_matrix_grid_count_fields (AccordMatrixGrid *self)
{
  g_return_val_if_fail (ACCORD_IS_MATRIX_GRID (self), 0);

  return g_hash_table_size (self->bound);
}
