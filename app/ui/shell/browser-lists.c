/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/browser-private.h"

/* Lists that were looked at lately keep their rows, their scroll and their selection. */
#define KEPT_LISTS 6

/* Beside the list a record follows the selection. Where it would cover the list, moving along the rows with
 * the keyboard must not open each of them: a click or Enter does. */
static void
on_selected (AccordListView *view, GParamSpec *pspec, AccordBrowser *self)
{
  gint64 id = accord_list_view_get_selected_id (view);

  accord_browser_tell_list (self);
  if (self->quiet || id == 0 || view != accord_browser_get_list_view (self))
    return;
  if (accord_browser_is_beside (self) || self->clicked)
    accord_browser_choose (self, id);
}

static void
on_n_selected (AccordBrowser *self)
{
  accord_browser_tell_list (self);
}

static void
on_edit_requested (AccordListView *view, gint64 id, AccordBrowser *self)
{
  accord_browser_choose (self, id);
  if (self->record == id)
    accord_detail_page_edit (self->detail);
}

/* What a list asks for is what the window's own actions do. */
static void
on_requested (const char *action, AccordListView *view)
{
  gtk_widget_activate_action (GTK_WIDGET (view), action, NULL);
}

static void
on_activated (AccordListView *view, const char *kind, gint64 id, AccordBrowser *self)
{
  accord_browser_choose (self, id);
}

static gboolean
is_on_row (GtkWidget *within, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (within, x, y, GTK_PICK_DEFAULT);

  for (; widget != NULL && widget != within; widget = gtk_widget_get_parent (widget))
    if (g_strcmp0 (gtk_widget_get_css_name (widget), "row") == 0)
      return TRUE;

  return FALSE;
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, AccordBrowser *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  self->clicked = (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) == 0 && is_on_row (self->lists, x, y);
}

static gboolean
after_click (gpointer data)
{
  AccordBrowser *self = data;
  AccordListView *view = self->views != NULL ? accord_browser_get_list_view (self) : NULL;

  if (self->clicked && view != NULL && accord_list_view_get_selected_id (view) != 0)
    accord_browser_choose (self, accord_list_view_get_selected_id (view));
  self->clicked = FALSE;

  return G_SOURCE_REMOVE;
}

/* A click on the row that is selected already opens it as well. */
static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, AccordBrowser *self)
{
  if (self->clicked)
    g_idle_add_full (G_PRIORITY_DEFAULT, after_click, g_object_ref (self), g_object_unref);
}

static AccordQuery *
make_query (AccordBrowser *self, const AccordPlace *place)
{
  g_autoptr (AccordQuery) query =
      accord_place_new_query (place, accord_workspace_get_schema (self->workspace));

  if (self->deleted)
    accord_query_set_deleted (query, TRUE);

  return g_steal_pointer (&query);
}

static GtkWidget *
make_list (AccordBrowser *self, const AccordPlace *place)
{
  AccordSchema *schema = accord_workspace_get_schema (self->workspace);
  g_autoptr (AccordQuery) query = make_query (self, place);
  AccordListView *view = accord_list_view_new_named (self->workspace, query, place->id);

  accord_list_view_set_words (view, accord_place_get_label (place, schema),
                              accord_place_get_add_label (place, schema), place->icon_name);
  g_signal_connect_object (view, "notify::selected-id", G_CALLBACK (on_selected), self, 0);
  g_signal_connect_object (view, "notify::n-selected", G_CALLBACK (on_n_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::query", G_CALLBACK (on_n_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "record-activated", G_CALLBACK (on_activated), self, 0);
  g_signal_connect_object (view, "edit-requested", G_CALLBACK (on_edit_requested), self, 0);
  g_signal_connect_swapped (view, "add-requested", G_CALLBACK (on_requested), (gpointer) "win.new-record");
  g_signal_connect_swapped (view, "delete-requested", G_CALLBACK (on_requested), (gpointer) "win.delete");
  g_signal_connect_swapped (view, "export-requested", G_CALLBACK (on_requested),
                            (gpointer) "win.export-xlsx");
  g_signal_connect_swapped (view, "restore-requested", G_CALLBACK (on_requested), (gpointer) "win.restore");

  return GTK_WIDGET (view);
}

static void
forget_oldest (AccordBrowser *self)
{
  while (g_queue_get_length (&self->recent) > KEPT_LISTS)
    {
      const AccordPlace *oldest = g_queue_pop_tail (&self->recent);
      GtkWidget *view = gtk_stack_get_child_by_name (GTK_STACK (self->lists), oldest->id);

      if (view != NULL)
        gtk_stack_remove (GTK_STACK (self->lists), view);
    }
}

/* A frame or two pass until the rows are there and the list has its height. */
#define MOST_FRAMES 90

/* The list that is being scrolled to where it was left is left alone again. */
void
accord_browser_stop_returning (AccordBrowser *self)
{
  if (self->returning == NULL)
    return;

  gtk_widget_remove_tick_callback (GTK_WIDGET (self->returning), self->return_id);
  g_clear_weak_pointer (&self->returning);
}

static gboolean
on_returning (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  AccordBrowser *self = data;
  AccordListView *view = ACCORD_LIST_VIEW (widget);
  GtkAdjustment *adjustment = accord_list_view_get_vadjustment (view);
  double furthest = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  gboolean there = accord_record_list_get_complete (accord_list_view_get_list (view));

  if ((!there || furthest < self->return_scroll) && ++self->return_frames < MOST_FRAMES)
    return G_SOURCE_CONTINUE;

  if (there)
    gtk_adjustment_set_value (adjustment, self->return_scroll);
  g_clear_weak_pointer (&self->returning);

  return G_SOURCE_REMOVE;
}

static void
scroll_back (AccordBrowser *self, AccordListView *view, double scroll)
{
  if (scroll <= 0)
    return;

  self->return_scroll = scroll;
  self->return_frames = 0;
  g_set_weak_pointer (&self->returning, view);
  self->return_id = gtk_widget_add_tick_callback (GTK_WIDGET (view), on_returning, self, NULL);
}

/* The whole list, in the order that a person has put it in. */
static AccordQuery *
whole (AccordListView *view)
{
  AccordQuery *query = accord_query_copy (accord_list_view_get_base_query (view));
  AccordQuery *shown = accord_list_view_get_query (view);

  accord_query_set_sort (query, accord_query_get_sort (shown), accord_query_get_descending (shown));

  return query;
}

/**
 * accord_browser_set_list:
 * @self: a browser with a list in view
 * @location: (nullable): how the list is to be shown, or %NULL for the whole of it
 *
 * Narrows the list in view to what @location says, selects the row and scrolls to where it was left. A list
 * that is so already is not touched.
 */
void
accord_browser_set_list (AccordBrowser *self, const AccordLocation *location)
{
  AccordListView *view = ACCORD_LIST_VIEW (gtk_stack_get_visible_child (GTK_STACK (self->lists)));
  g_autoptr (AccordQuery) query = NULL;

  accord_browser_stop_returning (self);
  if (location == NULL || location->query == NULL)
    query = whole (view);
  else
    {
      query = accord_query_copy (location->query);
      accord_query_set_deleted (query, self->deleted);
    }
  if (accord_query_equal (query, accord_list_view_get_query (view)))
    return;

  accord_list_view_set_query (view, query);
  if (location == NULL)
    return;
  if (location->record == 0)
    accord_list_view_select_id (view, location->row);
  scroll_back (self, view, location->scroll);
}

/**
 * accord_browser_show_list:
 * @self: a browser with a workspace
 * @place: a place
 *
 * Brings the list of @place into view, as it was left if it was looked at lately.
 */
void
accord_browser_show_list (AccordBrowser *self, const AccordPlace *place)
{
  GtkWidget *view = gtk_stack_get_child_by_name (GTK_STACK (self->lists), place->id);

  if (view == NULL)
    {
      view = make_list (self, place);
      gtk_stack_add_named (GTK_STACK (self->lists), view, place->id);
    }

  g_queue_remove (&self->recent, place);
  g_queue_push_head (&self->recent, (gpointer) place);
  gtk_stack_set_visible_child (GTK_STACK (self->lists), view);
  forget_oldest (self);
}

/**
 * accord_browser_clear_lists:
 * @self: a browser
 *
 * Lets go of all lists.
 */
void
accord_browser_clear_lists (AccordBrowser *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->lists)) != NULL)
    gtk_stack_remove (GTK_STACK (self->lists), child);
  g_queue_clear (&self->recent);
}

/**
 * accord_browser_watch_clicks:
 * @self: a browser that is being made
 *
 * Opens a row that is clicked.
 */
void
accord_browser_watch_clicks (AccordBrowser *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (self->lists, GTK_EVENT_CONTROLLER (click));
}

/**
 * accord_browser_set_deleted:
 * @self: a browser
 * @deleted: whether lists show what was deleted instead of what is there
 *
 * Lists are made anew when they are shown the next time.
 */
void
accord_browser_set_deleted (AccordBrowser *self, gboolean deleted)
{
  g_return_if_fail (ACCORD_IS_BROWSER (self));

  if (self->deleted == deleted)
    return;

  self->deleted = deleted;
  accord_browser_clear_lists (self);
  if (self->place != NULL)
    accord_browser_show (self, self->place, NULL);
}

/**
 * accord_browser_get_list_view:
 * @self: a browser
 *
 * Returns: (transfer none) (nullable): the list in view; %NULL where the place in view is no list
 */
AccordListView *
accord_browser_get_list_view (AccordBrowser *self)
{
  GtkWidget *child;

  g_return_val_if_fail (ACCORD_IS_BROWSER (self), NULL);

  if (gtk_stack_get_visible_child (GTK_STACK (self->views)) != self->paned)
    return NULL;
  child = gtk_stack_get_visible_child (GTK_STACK (self->lists));

  return child != NULL ? ACCORD_LIST_VIEW (child) : NULL;
}

static void
take_focus (AccordListView *view)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (view)))
    accord_list_view_focus_rows (view);
}

/* The keyboard was to go into a list that had no rows yet. */
static void
on_first_rows (AccordRecordList *list, guint position, guint removed, guint added, AccordListView *view)
{
  g_signal_handlers_disconnect_by_func (list, on_first_rows, view);
  take_focus (view);
}

/* It will have none. */
static void
on_complete (AccordRecordList *list, GParamSpec *pspec, AccordListView *view)
{
  if (!accord_record_list_get_complete (list))
    return;
  g_signal_handlers_disconnect_by_func (list, on_complete, view);
  if (g_list_model_get_n_items (G_LIST_MODEL (list)) > 0)
    return;
  g_signal_handlers_disconnect_by_func (list, on_first_rows, view);
  take_focus (view);
}

/**
 * accord_browser_focus_list:
 * @self: a browser
 *
 * Puts the keyboard into the list.
 */
void
accord_browser_focus_list (AccordBrowser *self)
{
  AccordListView *view;
  AccordRecordList *list;

  g_return_if_fail (ACCORD_IS_BROWSER (self));

  view = accord_browser_get_list_view (self);
  if (view == NULL)
    return;

  list = accord_list_view_get_list (view);
  if (g_list_model_get_n_items (G_LIST_MODEL (list)) > 0 || accord_record_list_get_complete (list))
    {
      accord_list_view_focus_rows (view);
      return;
    }
  g_signal_connect_object (list, "items-changed", G_CALLBACK (on_first_rows), view, 0);
  g_signal_connect_object (list, "notify::complete", G_CALLBACK (on_complete), view, 0);
}

/**
 * accord_browser_focus:
 * @self: a browser
 *
 * Puts the keyboard into what is in view: the record where it covers its list, else the list or the page.
 *
 * Returns: %FALSE where nothing there takes it
 */
gboolean
accord_browser_focus (AccordBrowser *self)
{
  g_return_val_if_fail (ACCORD_IS_BROWSER (self), FALSE);

  if (accord_browser_get_list_view (self) == NULL)
    return gtk_widget_child_focus (gtk_stack_get_visible_child (GTK_STACK (self->views)),
                                   GTK_DIR_TAB_FORWARD);
  /* A record that is still being read cannot take the keyboard yet; it must not go elsewhere for that. */
  if (!gtk_widget_get_visible (self->lists))
    {
      gtk_widget_child_focus (self->detail_bin, GTK_DIR_TAB_FORWARD);
      return TRUE;
    }

  accord_browser_focus_list (self);

  return TRUE;
}
