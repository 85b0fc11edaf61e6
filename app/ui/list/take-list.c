/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/take-list.h"

typedef struct
{
  GtkWidget *scroller;
  GtkWidget *view;
  GtkSingleSelection *selection;
} AccordTakeListPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AccordTakeList, accord_take_list, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  EDIT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item, AccordTakeList *self)
{
  gtk_list_item_set_child (item, g_object_new (ACCORD_TAKE_LIST_GET_CLASS (self)->cell_type, NULL));
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item, AccordTakeList *self)
{
  AccordTakeListClass *klass = ACCORD_TAKE_LIST_GET_CLASS (self);
  gpointer line = gtk_list_item_get_item (item);
  const gboolean words = klass->is_heading (line);

  gtk_list_item_set_selectable (item, !words);
  gtk_list_item_set_activatable (item, !words);
  klass->show (self, ACCORD_TAKE_CELL (gtk_list_item_get_child (item)), line);
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *item)
{
  accord_take_cell_clear (ACCORD_TAKE_CELL (gtk_list_item_get_child (item)));
}

static void
on_selected (AccordTakeList *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
on_activate (AccordTakeList *self)
{
  g_signal_emit (self, signals[EDIT], 0);
}

static gboolean
take_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  AccordTakeList *self = data;
  gpointer line = accord_take_list_get_chosen (self);

  if (line != NULL)
    ACCORD_TAKE_LIST_GET_CLASS (self)->take (self, line);
  return TRUE;
}

/* Tab would stop at each of two thousand rows: it leaves the list instead. */
static gboolean
leave_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  g_signal_emit_by_name (widget, "move-focus-out", GPOINTER_TO_INT (data));
  return TRUE;
}

static gboolean
step (AccordTakeList *self, int by)
{
  AccordTakeListPrivate *priv = accord_take_list_get_instance_private (self);

  return accord_list_step_over (priv->selection, priv->view, by,
                                ACCORD_TAKE_LIST_GET_CLASS (self)->is_heading)
         && gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
down_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return step (data, 1);
}

static gboolean
up_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return step (data, -1);
}

static void
add_key (GtkEventController *controller, const char *trigger, GtkShortcutFunc func, gpointer data)
{
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                                                          gtk_callback_action_new (func, data, NULL)));
}

static void
add_keys (AccordTakeList *self)
{
  AccordTakeListPrivate *priv = accord_take_list_get_instance_private (self);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (keys, "space|KP_Space", take_cb, self);
  add_key (keys, "Down|KP_Down", down_cb, self);
  add_key (keys, "Up|KP_Up", up_cb, self);
  add_key (keys, "Tab|KP_Tab", leave_cb, GINT_TO_POINTER (GTK_DIR_TAB_FORWARD));
  add_key (keys, "<Shift>Tab|<Shift>KP_Tab", leave_cb, GINT_TO_POINTER (GTK_DIR_TAB_BACKWARD));
  gtk_widget_add_controller (priv->scroller, keys);
}

/* The keyboard goes to the line that is chosen, which GTK 4.8 does not know to be where it last was. */
static gboolean
accord_take_list_grab_focus (GtkWidget *widget)
{
  AccordTakeList *self = ACCORD_TAKE_LIST (widget);
  AccordTakeListPrivate *priv = accord_take_list_get_instance_private (self);
  gpointer line = accord_take_list_get_chosen (self);

  for (GtkWidget *row = gtk_widget_get_first_child (priv->view); row != NULL && line != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *cell = gtk_widget_get_first_child (row);

      if (ACCORD_IS_TAKE_CELL (cell) && accord_take_cell_get_entry (ACCORD_TAKE_CELL (cell)) == line)
        return gtk_widget_grab_focus (row);
    }
  return gtk_widget_grab_focus (priv->view);
}

static void
accord_take_list_dispose (GObject *object)
{
  AccordTakeListPrivate *priv = accord_take_list_get_instance_private (ACCORD_TAKE_LIST (object));

  g_clear_pointer (&priv->scroller, gtk_widget_unparent);
  g_clear_object (&priv->selection);

  G_OBJECT_CLASS (accord_take_list_parent_class)->dispose (object);
}

static void
accord_take_list_class_init (AccordTakeListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_take_list_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = accord_take_list_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  /**
   * AccordTakeList::chosen:
   *
   * Another line is chosen.
   */
  signals[CHOSEN] =
      g_signal_new ("chosen", ACCORD_TYPE_TAKE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * AccordTakeList::edit:
   *
   * A person wants to go on to the fields of the chosen line.
   */
  signals[EDIT] =
      g_signal_new ("edit", ACCORD_TYPE_TAKE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
accord_take_list_init (AccordTakeList *self)
{
  AccordTakeListPrivate *priv = accord_take_list_get_instance_private (self);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, 0);
  priv->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (priv->selection, FALSE);
  g_signal_connect_object (priv->selection, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  priv->view = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (priv->selection)), factory);
  gtk_widget_add_css_class (priv->view, "review-list");
  g_signal_connect_object (priv->view, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);
  priv->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (priv->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (priv->scroller), priv->view);
  gtk_widget_set_parent (priv->scroller, GTK_WIDGET (self));
  add_keys (self);
}

/**
 * accord_take_list_set_label:
 * @self: a list
 * @label: what a screen reader calls it
 */
void
accord_take_list_set_label (AccordTakeList *self, const char *label)
{
  AccordTakeListPrivate *priv = accord_take_list_get_instance_private (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * accord_take_list_set_lines:
 * @self: a list
 * @lines: what it shows
 * @first: the line that is chosen at first, or %GTK_INVALID_LIST_POSITION
 *
 * Shows other lines; that one is chosen is told in any case.
 */
void
accord_take_list_set_lines (AccordTakeList *self, GListModel *lines, guint first)
{
  AccordTakeListPrivate *priv = accord_take_list_get_instance_private (self);

  gtk_single_selection_set_selected (priv->selection, GTK_INVALID_LIST_POSITION);
  gtk_single_selection_set_model (priv->selection, lines);
  gtk_single_selection_set_selected (priv->selection, first);
  on_selected (self);
}

/**
 * accord_take_list_get_position:
 * @self: a list
 *
 * Returns: where the chosen line is, or %GTK_INVALID_LIST_POSITION
 */
guint
accord_take_list_get_position (AccordTakeList *self)
{
  AccordTakeListPrivate *priv = accord_take_list_get_instance_private (self);

  return gtk_single_selection_get_selected (priv->selection);
}

/**
 * accord_take_list_get_chosen:
 * @self: a list
 *
 * Returns: (transfer none) (nullable) (type GObject): the line that is chosen
 */
gpointer
accord_take_list_get_chosen (AccordTakeList *self)
{
  AccordTakeListPrivate *priv = accord_take_list_get_instance_private (self);

  g_return_val_if_fail (ACCORD_IS_TAKE_LIST (self), NULL);

  return gtk_single_selection_get_selected_item (priv->selection);
}

/**
 * accord_take_list_choose:
 * @self: a list
 * @position: a line
 *
 * Chooses a line and brings it into view.
 */
void
accord_take_list_choose (AccordTakeList *self, guint position)
{
  AccordTakeListPrivate *priv = accord_take_list_get_instance_private (self);

  g_return_if_fail (ACCORD_IS_TAKE_LIST (self));

  if (position >= g_list_model_get_n_items (G_LIST_MODEL (priv->selection)))
    return;
  gtk_single_selection_set_selected (priv->selection, position);
  gtk_widget_activate_action (priv->view, "list.scroll-to-item", "u", position);
  if (gtk_widget_get_state_flags (priv->view) & GTK_STATE_FLAG_FOCUS_WITHIN)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}
