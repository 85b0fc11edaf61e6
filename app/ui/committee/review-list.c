/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "committee/review-list.h"

#include "committee/review-cell.h"
#include "form/list-steps.h"

#include <glib/gi18n-lib.h>

/* What was found, line by line. Space takes or drops the line, Enter goes on to its fields. */
struct _AccordReviewList
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *view;
  GtkSingleSelection *selection;
  AccordReviewModel *model;
};

G_DEFINE_FINAL_TYPE (AccordReviewList, accord_review_list, GTK_TYPE_WIDGET)

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
  gtk_list_item_set_child (item, accord_review_cell_new ());
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item, AccordReviewList *self)
{
  AccordReviewEntry *entry = gtk_list_item_get_item (item);
  AccordReviewPart part = accord_review_entry_get_part (entry);
  gboolean words = part == ACCORD_REVIEW_HEADING || part == ACCORD_REVIEW_GROUP;

  gtk_list_item_set_selectable (item, !words);
  gtk_list_item_set_activatable (item, !words);
  accord_review_cell_show (ACCORD_REVIEW_CELL (gtk_list_item_get_child (item)), self->model, entry);
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *item)
{
  accord_review_cell_clear (ACCORD_REVIEW_CELL (gtk_list_item_get_child (item)));
}

static void
on_selected (AccordReviewList *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
on_activate (AccordReviewList *self)
{
  g_signal_emit (self, signals[EDIT], 0);
}

static gboolean
take_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  AccordReviewList *self = data;
  AccordReviewEntry *entry = accord_review_list_get_chosen (self);

  if (entry == NULL || !accord_review_model_can_take (self->model, entry))
    return TRUE;
  accord_review_model_set_taken (self->model, entry, !accord_review_model_get_taken (self->model, entry));
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
is_heading (gpointer item)
{
  const AccordReviewPart part = accord_review_entry_get_part (ACCORD_REVIEW_ENTRY (item));

  return part == ACCORD_REVIEW_HEADING || part == ACCORD_REVIEW_GROUP;
}

static gboolean
step (AccordReviewList *self, int by)
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
add_keys (AccordReviewList *self)
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
accord_review_list_grab_focus (GtkWidget *widget)
{
  AccordReviewList *self = ACCORD_REVIEW_LIST (widget);
  AccordReviewEntry *entry = accord_review_list_get_chosen (self);

  for (GtkWidget *row = gtk_widget_get_first_child (self->view); row != NULL && entry != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *cell = gtk_widget_get_first_child (row);

      if (ACCORD_IS_REVIEW_CELL (cell) && accord_review_cell_get_entry (ACCORD_REVIEW_CELL (cell)) == entry)
        return gtk_widget_grab_focus (row);
    }
  return gtk_widget_grab_focus (self->view);
}

static void
accord_review_list_dispose (GObject *object)
{
  AccordReviewList *self = ACCORD_REVIEW_LIST (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (accord_review_list_parent_class)->dispose (object);
}

static void
accord_review_list_class_init (AccordReviewListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_review_list_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = accord_review_list_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  /**
   * AccordReviewList::chosen:
   *
   * Another line is chosen.
   */
  signals[CHOSEN] = g_signal_new ("chosen", ACCORD_TYPE_REVIEW_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  /**
   * AccordReviewList::edit:
   *
   * A person wants to change the chosen line.
   */
  signals[EDIT] =
      g_signal_new ("edit", ACCORD_TYPE_REVIEW_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
accord_review_list_init (AccordReviewList *self)
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
                                  _ ("What was found"), -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  add_keys (self);
}

/**
 * accord_review_list_new:
 *
 * Returns: (transfer floating): a list without lines
 */
GtkWidget *
accord_review_list_new (void)
{
  return g_object_new (ACCORD_TYPE_REVIEW_LIST, NULL);
}

/* A person begins with what the page is about: the source document and the board come before it. */
static gboolean
is_matter (AccordReviewModel *model, AccordReviewEntry *entry)
{
  static const char *const before[] = { "source", "body", NULL };
  const AccordPlanRow *row = accord_review_model_get_row (model, entry);

  return row != NULL && !g_strv_contains (before, accord_record_get_kind (row->record)->name);
}

/**
 * accord_review_list_show:
 * @self: a list
 * @model: what is gone through
 *
 * Shows what was found; what the page is about is chosen.
 */
void
accord_review_list_show (AccordReviewList *self, AccordReviewModel *model)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (model));
  guint first = 0;

  g_return_if_fail (ACCORD_IS_REVIEW_LIST (self));

  g_set_object (&self->model, model);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (model));
  while (first < n)
    {
      g_autoptr (AccordReviewEntry) entry = g_list_model_get_item (G_LIST_MODEL (model), first);

      if (is_matter (model, entry))
        break;
      first++;
    }
  gtk_single_selection_set_selected (self->selection, first < n ? first : 1);
  on_selected (self);
}

/**
 * accord_review_list_get_chosen:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the line that is chosen
 */
AccordReviewEntry *
accord_review_list_get_chosen (AccordReviewList *self)
{
  g_return_val_if_fail (ACCORD_IS_REVIEW_LIST (self), NULL);

  return gtk_single_selection_get_selected_item (self->selection);
}

/**
 * accord_review_list_choose:
 * @self: a list
 * @position: a line
 *
 * Chooses a line and brings it into view.
 */
void
accord_review_list_choose (AccordReviewList *self, guint position)
{
  g_return_if_fail (ACCORD_IS_REVIEW_LIST (self));

  if (self->model == NULL || position >= g_list_model_get_n_items (G_LIST_MODEL (self->model)))
    return;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", position);
  if (gtk_widget_get_state_flags (self->view) & GTK_STATE_FLAG_FOCUS_WITHIN)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * accord_review_list_choose_entry:
 * @self: a list
 * @entry: one of its lines
 *
 * Chooses a line and brings it into view.
 */
void
accord_review_list_choose_entry (AccordReviewList *self, AccordReviewEntry *entry)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  g_return_if_fail (ACCORD_IS_REVIEW_LIST (self));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AccordReviewEntry) one = g_list_model_get_item (G_LIST_MODEL (self->model), i);

      if (one == entry)
        accord_review_list_choose (self, i);
    }
}

/**
 * accord_review_list_next_doubt:
 * @self: a list
 *
 * Chooses the next line that a person should look at.
 */
void
accord_review_list_next_doubt (AccordReviewList *self)
{
  g_return_if_fail (ACCORD_IS_REVIEW_LIST (self));

  if (self->model != NULL)
    accord_review_list_choose (self, accord_review_model_find_doubt (
                                         self->model, gtk_single_selection_get_selected (self->selection)));
}
