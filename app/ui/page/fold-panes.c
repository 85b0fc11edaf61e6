/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page/fold-panes.h"

#define USUAL_FONT_PIXELS 14.67
#define LEAST_HEIGHT 120

typedef struct
{
  AccordFoldPanesParts parts;
  guint fold;
} AccordFoldPanesPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AccordFoldPanes, accord_fold_panes, GTK_TYPE_WIDGET)

static double
scale_of (AccordFoldPanes *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;
  return MAX (size / USUAL_FONT_PIXELS, 1);
}

static gboolean
fold_cb (gpointer data)
{
  AccordFoldPanesPrivate *priv = accord_fold_panes_get_instance_private (data);

  priv->fold = 0;
  ACCORD_FOLD_PANES_GET_CLASS (data)->fold (data);
  return G_SOURCE_REMOVE;
}

static void
accord_fold_panes_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AccordFoldPanes *self = ACCORD_FOLD_PANES (widget);
  AccordFoldPanesPrivate *priv = accord_fold_panes_get_instance_private (self);
  AccordFoldPanesClass *klass = ACCORD_FOLD_PANES_GET_CLASS (self);
  const double scale = scale_of (self);
  const int columns = width >= klass->wide * scale ? 3 : width >= klass->middle * scale ? 2 : 1;
  int tabs = 0;

  if (gtk_widget_should_layout (priv->parts.tabs))
    {
      gtk_widget_measure (priv->parts.tabs, GTK_ORIENTATION_VERTICAL, width, &tabs, NULL, NULL, NULL);
      gtk_widget_size_allocate (priv->parts.tabs, &(GtkAllocation){ 0, 0, width, tabs }, -1);
    }
  if (columns != priv->parts.columns)
    {
      priv->parts.columns = columns;
      klass->columns_changed (self, width, height);
      accord_fold_panes_fold_later (self);
    }
  gtk_widget_size_allocate (priv->parts.outer, &(GtkAllocation){ 0, tabs, width, MAX (height - tabs, 0) },
                            -1);
}

static void
accord_fold_panes_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                           int *natural, int *minimum_baseline, int *natural_baseline)
{
  AccordFoldPanesPrivate *priv = accord_fold_panes_get_instance_private (ACCORD_FOLD_PANES (widget));
  const gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;
  int least, best, tabs = 0;

  gtk_widget_measure (priv->parts.outer, orientation, -1, &least, &best, NULL, NULL);
  if (gtk_widget_should_layout (priv->parts.tabs))
    gtk_widget_measure (priv->parts.tabs, orientation, -1, &tabs, NULL, NULL, NULL);
  /* Narrower than its columns it folds. */
  *minimum =
      across ? MAX (tabs, ACCORD_FOLD_PANES_GET_CLASS (widget)->least) : MIN (least, LEAST_HEIGHT) + tabs;
  *natural = MAX (*minimum, best);
}

static void
on_tab (GtkToggleButton *button, AccordFoldPanes *self)
{
  AccordFoldPanesPrivate *priv = accord_fold_panes_get_instance_private (self);

  if (!gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < ACCORD_FOLD_N_PANES; i++)
    if (priv->parts.buttons[i] == GTK_WIDGET (button))
      ACCORD_FOLD_PANES_GET_CLASS (self)->pick (self, i);
}

static void
accord_fold_panes_dispose (GObject *object)
{
  AccordFoldPanesPrivate *priv = accord_fold_panes_get_instance_private (ACCORD_FOLD_PANES (object));

  g_clear_handle_id (&priv->fold, g_source_remove);
  g_clear_pointer (&priv->parts.tabs, gtk_widget_unparent);
  g_clear_pointer (&priv->parts.outer, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_fold_panes_parent_class)->dispose (object);
}

static void
accord_fold_panes_class_init (AccordFoldPanesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_fold_panes_dispose;
  widget_class->size_allocate = accord_fold_panes_size_allocate;
  widget_class->measure = accord_fold_panes_measure;
}

static void
accord_fold_panes_init (AccordFoldPanes *self)
{
  AccordFoldPanesPrivate *priv = accord_fold_panes_get_instance_private (self);

  priv->parts.tabs = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (priv->parts.tabs, "linked");
  gtk_box_set_homogeneous (GTK_BOX (priv->parts.tabs), TRUE);
  gtk_widget_set_visible (priv->parts.tabs, FALSE);
  gtk_widget_set_parent (priv->parts.tabs, GTK_WIDGET (self));
  priv->parts.inner = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  priv->parts.outer = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_parent (priv->parts.outer, GTK_WIDGET (self));
}

static void
add_tabs (AccordFoldPanes *self, AccordFoldPanesParts *parts, const char *const *names)
{
  gtk_widget_add_css_class (parts->tabs, ACCORD_FOLD_PANES_GET_CLASS (self)->tabs_class);
  for (guint i = 0; i < ACCORD_FOLD_N_PANES; i++)
    {
      parts->buttons[i] = gtk_toggle_button_new_with_label (names[i]);
      gtk_widget_set_hexpand (parts->buttons[i], TRUE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (parts->buttons[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      names[i], -1);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (parts->buttons[i]),
                                     GTK_TOGGLE_BUTTON (parts->buttons[0]));
      gtk_box_append (GTK_BOX (parts->tabs), parts->buttons[i]);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (parts->buttons[0]), TRUE);
  for (guint i = 0; i < ACCORD_FOLD_N_PANES; i++)
    g_signal_connect_object (parts->buttons[i], "toggled", G_CALLBACK (on_tab), self, 0);
}

/**
 * accord_fold_panes_set_up:
 * @self: panes
 * @names: (array fixed-size=3): what the buttons say
 * @panes: (array fixed-size=3) (transfer floating): the panes
 *
 * Gives it its three panes, once. The first is the one that a person comes to.
 */
void
accord_fold_panes_set_up (AccordFoldPanes *self, const char *const *names, GtkWidget *const *panes)
{
  AccordFoldPanesPrivate *priv = accord_fold_panes_get_instance_private (self);
  GtkPaned *inner = GTK_PANED (priv->parts.inner), *outer = GTK_PANED (priv->parts.outer);

  for (guint i = 0; i < ACCORD_FOLD_N_PANES; i++)
    priv->parts.panes[i] = panes[i];
  add_tabs (self, &priv->parts, names);
  gtk_paned_set_start_child (inner, panes[1]);
  gtk_paned_set_end_child (inner, panes[2]);
  gtk_paned_set_start_child (outer, panes[0]);
  gtk_paned_set_end_child (outer, priv->parts.inner);
  gtk_paned_set_shrink_start_child (inner, FALSE);
  gtk_paned_set_shrink_end_child (inner, FALSE);
  gtk_paned_set_shrink_start_child (outer, FALSE);
  gtk_paned_set_shrink_end_child (outer, FALSE);
}

/**
 * accord_fold_panes_get_parts:
 * @self: panes
 *
 * Returns: (transfer none): what they are made of
 */
const AccordFoldPanesParts *
accord_fold_panes_get_parts (AccordFoldPanes *self)
{
  AccordFoldPanesPrivate *priv = accord_fold_panes_get_instance_private (self);

  return &priv->parts;
}

/**
 * accord_fold_panes_fold:
 * @self: panes
 *
 * Shows at once what there is room for.
 */
void
accord_fold_panes_fold (AccordFoldPanes *self)
{
  AccordFoldPanesPrivate *priv = accord_fold_panes_get_instance_private (self);

  g_clear_handle_id (&priv->fold, g_source_remove);
  ACCORD_FOLD_PANES_GET_CLASS (self)->fold (self);
}

/**
 * accord_fold_panes_fold_later:
 * @self: panes
 *
 * Shows what there is room for as soon as nothing is being laid out: what is to be seen cannot change then.
 */
void
accord_fold_panes_fold_later (AccordFoldPanes *self)
{
  AccordFoldPanesPrivate *priv = accord_fold_panes_get_instance_private (self);

  if (priv->fold == 0)
    priv->fold = g_idle_add_full (G_PRIORITY_HIGH, fold_cb, self, NULL);
}
