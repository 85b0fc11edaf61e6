/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/home-list.h"

#include "form/list-steps.h"
#include "review/home-cell.h"
#include "review/home-words.h"

#include <glib/gi18n-lib.h>

/* What would come in, line by line. Space takes a line or leaves it out, Enter goes on to its fields. */
struct _AccordHomeList
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *view;
  GtkSingleSelection *selection;
  AccordHomeModel *model;
};

G_DEFINE_FINAL_TYPE (AccordHomeList, accord_home_list, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  EDIT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, accord_home_cell_new ());
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item, AccordHomeList *self)
{
  AccordHomeEntry *entry = gtk_list_item_get_item (item);
  gboolean words = accord_home_entry_get_item (entry) == NULL;

  gtk_list_item_set_selectable (item, !words);
  gtk_list_item_set_activatable (item, !words);
  accord_home_cell_show (ACCORD_HOME_CELL (gtk_list_item_get_child (item)), self->model, entry);
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *item)
{
  accord_home_cell_clear (ACCORD_HOME_CELL (gtk_list_item_get_child (item)));
}

static void
on_selected (AccordHomeList *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
on_activate (AccordHomeList *self)
{
  g_signal_emit (self, signals[EDIT], 0);
}

static gboolean
take_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  AccordHomeList *self = data;
  const AccordHomeItem *item = accord_home_list_get_chosen (self);

  /* What both changed is decided on where both can be seen. */
  if (item != NULL && accord_home_item_is_undecided (item))
    g_signal_emit (self, signals[EDIT], 0);
  else if (item != NULL)
    accord_home_model_set_taken (self->model, item, !accord_home_item_is_taken (item));
  return TRUE;
}

/* Tab would stop at each of hundreds of rows: it leaves the list instead. */
static gboolean
leave_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  g_signal_emit_by_name (widget, "move-focus-out", GPOINTER_TO_INT (data));
  return TRUE;
}

static gboolean
is_heading (gpointer item)
{
  return accord_home_entry_get_item (ACCORD_HOME_ENTRY (item)) == NULL;
}

static gboolean
step (AccordHomeList *self, int by)
{
  return accord_list_step_over (self->selection, self->view, by, is_heading)
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
add_keys (AccordHomeList *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (keys, "space|KP_Space", take_cb, self);
  add_key (keys, "Down|KP_Down", down_cb, self);
  add_key (keys, "Up|KP_Up", up_cb, self);
  add_key (keys, "Tab|KP_Tab", leave_cb, GINT_TO_POINTER (GTK_DIR_TAB_FORWARD));
  add_key (keys, "<Shift>Tab|<Shift>KP_Tab", leave_cb, GINT_TO_POINTER (GTK_DIR_TAB_BACKWARD));
  gtk_widget_add_controller (self->scroller, keys);
}

/* The keyboard goes to the line that is chosen, which GTK 4.8 does not know to be where it last was. */
static gboolean
accord_home_list_grab_focus (GtkWidget *widget)
{
  AccordHomeList *self = ACCORD_HOME_LIST (widget);
  AccordHomeEntry *entry = gtk_single_selection_get_selected_item (self->selection);

  for (GtkWidget *row = gtk_widget_get_first_child (self->view); row != NULL && entry != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *cell = gtk_widget_get_first_child (row);

      if (ACCORD_IS_HOME_CELL (cell) && accord_home_cell_get_entry (ACCORD_HOME_CELL (cell)) == entry)
        return gtk_widget_grab_focus (row);
    }
  return gtk_widget_grab_focus (self->view);
}

static void
accord_home_list_dispose (GObject *object)
{
  AccordHomeList *self = ACCORD_HOME_LIST (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (accord_home_list_parent_class)->dispose (object);
}

static void
accord_home_list_class_init (AccordHomeListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_home_list_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = accord_home_list_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  /**
   * AccordHomeList::chosen:
   *
   * Another line is chosen.
   */
  signals[CHOSEN] =
      g_signal_new ("chosen", ACCORD_TYPE_HOME_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * AccordHomeList::edit:
   *
   * A person wants to go on to the fields of the chosen line.
   */
  signals[EDIT] =
      g_signal_new ("edit", ACCORD_TYPE_HOME_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
accord_home_list_init (AccordHomeList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, 0);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  self->view = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_widget_add_css_class (self->view, "review-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What would come in"), -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  add_keys (self);
}

/**
 * accord_home_list_new:
 *
 * Returns: (transfer floating): a list without lines
 */
GtkWidget *
accord_home_list_new (void)
{
  return g_object_new (ACCORD_TYPE_HOME_LIST, NULL);
}

/**
 * accord_home_list_show:
 * @self: a list
 * @model: what is gone through
 *
 * Shows what would come in; the first record is chosen.
 */
void
accord_home_list_show (AccordHomeList *self, AccordHomeModel *model)
{
  GListModel *entries = accord_home_model_get_entries (model);

  g_return_if_fail (ACCORD_IS_HOME_LIST (self));

  g_set_object (&self->model, model);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  gtk_single_selection_set_model (self->selection, entries);
  /* A heading stands before the first record. */
  gtk_single_selection_set_selected (self->selection,
                                     g_list_model_get_n_items (entries) > 1 ? 1 : GTK_INVALID_LIST_POSITION);
  on_selected (self);
}

/**
 * accord_home_list_get_chosen:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the record that is chosen
 */
const AccordHomeItem *
accord_home_list_get_chosen (AccordHomeList *self)
{
  AccordHomeEntry *entry;

  g_return_val_if_fail (ACCORD_IS_HOME_LIST (self), NULL);

  entry = gtk_single_selection_get_selected_item (self->selection);
  return entry != NULL ? accord_home_entry_get_item (entry) : NULL;
}
