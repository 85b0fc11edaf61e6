/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/sidebar-private.h"

#include "room/room-flag.h"
#include "shell/settings.h"

#include <glib/gi18n-lib.h>

#define OPEN_KEY "open-groups"

G_DEFINE_FINAL_TYPE (AccordSidebar, accord_sidebar, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The words that groups are remembered by, in the order of #AccordPlaceGroup. */
static const char *const group_words[] = { "top", "partnership", "money", "change", "decisions", "record" };

static void
add_heading (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const char *words = accord_sidebar_row_get_heading (row);
  GtkWidget *heading;

  if (words == NULL || (before != NULL && g_strcmp0 (accord_sidebar_row_get_heading (before), words) == 0))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  heading = gtk_label_new (words);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "group");
  gtk_list_box_row_set_header (row, heading);
}

/* A place that is folded away shows itself while a person is there. */
static gboolean
is_shown (GtkListBoxRow *row, gpointer data)
{
  AccordSidebar *self = data;
  const AccordSidebarRow *what = accord_sidebar_row_get (row);

  return what->key != NULL || what->place == NULL || !what->place->lesser || self->reading
         || self->open[what->group] || what->place == self->place;
}

static void
update_row (AccordSidebar *self, GtkListBoxRow *row)
{
  const AccordSidebarRow *data = accord_sidebar_row_get (row);

  if (data->count == NULL)
    return;

  accord_sidebar_row_set_count (
      row, accord_place_get_label (data->place, accord_workspace_get_schema (self->workspace)),
      accord_place_counts_get_total (self->counts, data->place),
      accord_place_counts_get_waiting (self->counts, data->place));
}

static void
on_counts_updated (AccordPlaceCounts *counts, AccordSidebar *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    update_row (self, row);
}

static void
remember_open (AccordSidebar *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (group_words); i++)
    if (self->open[i])
      g_strv_builder_add (builder, group_words[i]);
  words = g_strv_builder_end (builder);
  accord_settings_set_strings (OPEN_KEY, (const char *const *) words);
}

static void
fold_group (AccordSidebar *self, GtkListBoxRow *row)
{
  AccordPlaceGroup group = accord_sidebar_row_get (row)->group;

  self->open[group] = !self->open[group];
  accord_sidebar_row_set_open (row, self->open[group]);
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_invalidate_headers (self->list);
  remember_open (self);
}

/* A person chose a row, one way or another. */
void
accord_sidebar_choose (AccordSidebar *self, GtkListBoxRow *row, AccordWay way)
{
  const AccordSidebarRow *data = accord_sidebar_row_get (row);

  if (data->place == NULL)
    fold_group (self, row);
  else
    g_signal_emit (self, signals[CHOSEN], 0, data->place, data->query, data->record, (int) way);
}

static void
on_row_selected (GtkListBox *list, GtkListBoxRow *row, AccordSidebar *self)
{
  gboolean by_key = self->by_key;

  self->by_key = FALSE;
  if (row == NULL || self->marking || accord_sidebar_row_get (row)->place == NULL)
    return;

  accord_sidebar_choose (self, row, by_key ? ACCORD_WAY_PASSING : ACCORD_WAY_HERE);
}

static void
on_move_cursor (GtkListBox *list, GtkMovementStep step, int count, gboolean extend, gboolean modify,
                AccordSidebar *self)
{
  self->by_key = TRUE;
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, AccordSidebar *self)
{
  accord_sidebar_choose (self, row, ACCORD_WAY_HERE);
}

/* Shift and a click open a window; the list box knows nothing of Shift. */
static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, AccordSidebar *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);

  if (row == NULL || (state & GDK_SHIFT_MASK) == 0 || accord_sidebar_row_get (row)->place == NULL)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  accord_sidebar_choose (self, row, ACCORD_WAY_WINDOW);
}

/* Tab would stop at each row: it leaves the list instead, and the arrows move within it. */
static gboolean
leave_list (GtkWidget *widget, GVariant *args, gpointer data)
{
  g_signal_emit_by_name (widget, "move-focus-out", g_variant_get_int32 (args));

  return TRUE;
}

static void
add_leave_shortcut (GtkShortcutController *controller, guint key, GdkModifierType modifiers,
                    GtkDirectionType direction)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers),
                                            gtk_callback_action_new (leave_list, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (direction));
  gtk_shortcut_controller_add_shortcut (controller, shortcut);
}

static void
make_one_tab_stop (AccordSidebar *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  add_leave_shortcut (GTK_SHORTCUT_CONTROLLER (controller), GDK_KEY_Tab, 0, GTK_DIR_TAB_FORWARD);
  add_leave_shortcut (GTK_SHORTCUT_CONTROLLER (controller), GDK_KEY_Tab, GDK_SHIFT_MASK,
                      GTK_DIR_TAB_BACKWARD);
  add_leave_shortcut (GTK_SHORTCUT_CONTROLLER (controller), GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK,
                      GTK_DIR_TAB_BACKWARD);
  gtk_widget_add_controller (self->scrolled, controller);
}

static void
clear_rows (AccordSidebar *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
let_go (AccordSidebar *self)
{
  if (self->counts != NULL)
    g_signal_handlers_disconnect_by_data (self->counts, self);
  if (self->pins != NULL)
    g_signal_handlers_disconnect_by_data (self->pins, self);
  g_clear_object (&self->counts);
  g_clear_object (&self->pins);
  g_clear_object (&self->workspace);
  g_clear_weak_pointer (&self->menu_row);
  g_clear_pointer (&self->query, accord_query_unref);
}

static void
accord_sidebar_dispose (GObject *object)
{
  AccordSidebar *self = ACCORD_SIDEBAR (object);

  let_go (self);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_sidebar_parent_class)->dispose (object);
}

static void
accord_sidebar_class_init (AccordSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_sidebar_dispose;

  /**
   * AccordSidebar::chosen:
   * @place: (type gpointer): an #AccordPlace
   * @query: (nullable): what its list is narrowed to
   * @record: the record to show, or 0
   * @way: an #AccordWay
   *
   * A person chose a place, a record or a saved search.
   */
  signals[CHOSEN] =
      g_signal_new ("chosen", ACCORD_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4,
                    G_TYPE_POINTER, ACCORD_TYPE_QUERY, G_TYPE_INT64, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class, ACCORD_RESOURCES "/shell/sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordSidebar, box);
  gtk_widget_class_bind_template_child (widget_class, AccordSidebar, title);
  gtk_widget_class_bind_template_child (widget_class, AccordSidebar, scrolled);
  gtk_widget_class_bind_template_child (widget_class, AccordSidebar, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_move_cursor);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  accord_sidebar_install_actions (widget_class);
}

static void
accord_sidebar_init (AccordSidebar *self)
{
  g_auto (GStrv) open = accord_settings_dup_strings (OPEN_KEY);
  GtkGesture *click = gtk_gesture_click_new ();

  for (guint i = 0; i < G_N_ELEMENTS (group_words); i++)
    self->open[i] = g_strv_contains ((const char *const *) open, group_words[i]);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, add_heading, NULL, NULL);
  gtk_list_box_set_filter_func (self->list, is_shown, self, NULL);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (click));
  make_one_tab_stop (self);
  accord_sidebar_set_up_menu (self);
}

static void
add_places (AccordSidebar *self)
{
  AccordSchema *schema = accord_workspace_get_schema (self->workspace);
  g_autoptr (GPtrArray) places = accord_places_list (self->reading);

  for (guint i = 0; i < places->len; i++)
    {
      const AccordPlace *place = places->pdata[i];
      const AccordPlace *before = i > 0 ? places->pdata[i - 1] : NULL;

      /* A reading file has so few that none is folded away. */
      if (place->lesser && !self->reading && !before->lesser)
        {
          GtkWidget *more = accord_sidebar_row_new_more (place->group);

          accord_sidebar_row_set_open (GTK_LIST_BOX_ROW (more), self->open[place->group]);
          gtk_list_box_append (self->list, more);
        }
      gtk_list_box_append (self->list, accord_sidebar_row_new_place (place, schema));
    }
}

/**
 * accord_sidebar_set_workspace:
 * @self: a sidebar
 * @workspace: the workspace whose places it lists
 * @counts: how many records each of them holds
 * @pins: what is pinned
 *
 * Lists what is pinned in @workspace and the places of it.
 */
void
accord_sidebar_set_workspace (AccordSidebar *self, AccordWorkspace *workspace, AccordPlaceCounts *counts,
                              AccordPinList *pins)
{
  g_autofree char *name = NULL;

  g_return_if_fail (ACCORD_IS_SIDEBAR (self));
  g_return_if_fail (ACCORD_IS_WORKSPACE (workspace));

  let_go (self);
  clear_rows (self);
  self->workspace = g_object_ref (workspace);
  self->counts = g_object_ref (counts);
  self->pins = g_object_ref (pins);
  self->place = NULL;
  self->reading = accord_room_is_reading (workspace);

  name = accord_room_dup_name (workspace);
  gtk_label_set_label (self->title, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), accord_workspace_get_path (workspace));
  add_places (self);
  accord_sidebar_show_pins (self);
  g_signal_connect_object (counts, "updated", G_CALLBACK (on_counts_updated), self, 0);
  g_signal_connect_object (pins, "updated", G_CALLBACK (accord_sidebar_show_pins), self, G_CONNECT_SWAPPED);
}

/* A saved search is marked while its list is in view, a pinned record while it was the way there; else the
 * place is. */
static GtkListBoxRow *
find_row (AccordSidebar *self)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);
  GtkListBoxRow *row, *place = NULL;

  if (selected != NULL && accord_sidebar_row_leads_to (selected, self->place, self->record, self->query)
      && (self->query == NULL || accord_sidebar_row_get (selected)->query != NULL))
    return selected;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (accord_sidebar_row_leads_to (row, self->place, self->record, self->query))
      {
        if (accord_sidebar_row_get (row)->query != NULL)
          return row;
        if (accord_sidebar_row_get (row)->key == NULL)
          place = row;
      }

  return place;
}

/* Marks where the person is, without choosing it. */
void
accord_sidebar_mark (AccordSidebar *self)
{
  GtkListBoxRow *row = find_row (self);

  self->marking = TRUE;
  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
  else
    gtk_list_box_unselect_all (self->list);
  self->marking = FALSE;
}

/**
 * accord_sidebar_show_location:
 * @self: a sidebar
 * @location: (nullable): where the person is
 *
 * Marks @location, without choosing it.
 */
void
accord_sidebar_show_location (AccordSidebar *self, const AccordLocation *location)
{
  const AccordPlace *place = location != NULL ? accord_place_find (location->place) : NULL;
  AccordQuery *query = location != NULL ? location->query : NULL;

  g_return_if_fail (ACCORD_IS_SIDEBAR (self));

  if (query != NULL)
    accord_query_ref (query);
  g_clear_pointer (&self->query, accord_query_unref);
  self->query = query;
  self->record = location != NULL ? location->record : 0;
  if (self->place != place)
    {
      self->place = place;
      gtk_list_box_invalidate_filter (self->list);
    }
  accord_sidebar_mark (self);
}
