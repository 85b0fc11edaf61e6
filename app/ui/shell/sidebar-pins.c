/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/sidebar-private.h"

#include <glib/gi18n-lib.h>

/* The row that the menu stands at or, without a menu, the one that has the keyboard. */
static GtkListBoxRow *
row_at_hand (AccordSidebar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->menu_row != NULL)
    return self->menu_row;
  if (focus == NULL || gtk_widget_get_parent (focus) != GTK_WIDGET (self->list))
    return NULL;

  return GTK_LIST_BOX_ROW (focus);
}

/* Where among the pins that are shown a row stands; those of deleted records are not. */
static GtkListBoxRow *
pin_beside (AccordSidebar *self, GtkListBoxRow *row, int step)
{
  GtkListBoxRow *other = gtk_list_box_get_row_at_index (self->list, gtk_list_box_row_get_index (row) + step);

  return other != NULL && accord_sidebar_row_get (other)->key != NULL ? other : NULL;
}

static const char *
pin_at_hand (AccordSidebar *self)
{
  GtkListBoxRow *row = row_at_hand (self);

  return row != NULL ? accord_sidebar_row_get (row)->key : NULL;
}

static gboolean
move (AccordSidebar *self, int step)
{
  GtkListBoxRow *row = row_at_hand (self);
  const char *key = pin_at_hand (self);
  GtkListBoxRow *other = key != NULL ? pin_beside (self, row, step) : NULL;

  if (other == NULL)
    return FALSE;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.move-pin", "(si)", key,
                              accord_pin_list_find (self->pins, accord_sidebar_row_get (other)->key));

  return TRUE;
}

static void
move_up (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (ACCORD_SIDEBAR (widget), -1);
}

static void
move_down (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (ACCORD_SIDEBAR (widget), 1);
}

static void
open_here (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkListBoxRow *row = row_at_hand (ACCORD_SIDEBAR (widget));

  if (row != NULL)
    accord_sidebar_choose (ACCORD_SIDEBAR (widget), row, ACCORD_WAY_HERE);
}

static void
open_window (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkListBoxRow *row = row_at_hand (ACCORD_SIDEBAR (widget));

  if (row != NULL && accord_sidebar_row_get (row)->place != NULL)
    accord_sidebar_choose (ACCORD_SIDEBAR (widget), row, ACCORD_WAY_WINDOW);
}

static void
rename_pin (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *key = pin_at_hand (ACCORD_SIDEBAR (widget));

  if (key != NULL)
    gtk_widget_activate_action (widget, "win.rename-pin", "s", key);
}

static void
unpin (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *key = pin_at_hand (ACCORD_SIDEBAR (widget));

  if (key != NULL)
    gtk_widget_activate_action (widget, "win.unpin", "s", key);
}

static void
add_item (GMenu *menu, const char *label, const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) open = g_menu_new (), order = g_menu_new (), change = g_menu_new ();

  add_item (open, _ ("_Open"), "side.open");
  add_item (open, _ ("Open in a new _window"), "side.open-window");
  add_item (order, _ ("Move _up"), "side.move-up");
  add_item (order, _ ("Move _down"), "side.move-down");
  add_item (change, _ ("_Rename…"), "side.rename");
  add_item (change, _ ("_Unpin"), "side.unpin");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (open));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (change));

  return G_MENU_MODEL (menu);
}

static void
enable_for (AccordSidebar *self, GtkListBoxRow *row)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const AccordSidebarRow *data = accord_sidebar_row_get (row);
  gboolean change = data->key != NULL && !accord_workspace_get_read_only (self->workspace);

  gtk_widget_action_set_enabled (widget, "side.move-up", change && pin_beside (self, row, -1) != NULL);
  gtk_widget_action_set_enabled (widget, "side.move-down", change && pin_beside (self, row, 1) != NULL);
  gtk_widget_action_set_enabled (widget, "side.rename", change && data->query != NULL);
  gtk_widget_action_set_enabled (widget, "side.unpin", change);
}

/* What the keys do is what they can always do again once the menu is gone. */
static void
on_menu_closed (AccordSidebar *self)
{
  g_clear_weak_pointer (&self->menu_row);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "side.move-up", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "side.move-down", TRUE);
}

/* The action that is chosen runs after the menu has closed. */
static gboolean
after_menu (gpointer data)
{
  AccordSidebar *self = data;

  if (self->menu != NULL && !gtk_widget_get_visible (self->menu))
    on_menu_closed (self);

  return G_SOURCE_REMOVE;
}

static void
on_closed (AccordSidebar *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, after_menu, g_object_ref (self), g_object_unref);
}

static gboolean
popup (AccordSidebar *self, GtkListBoxRow *row)
{
  graphene_rect_t bounds;

  if (row == NULL || accord_sidebar_row_get (row)->place == NULL
      || !gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self), &bounds))
    return FALSE;

  g_set_weak_pointer (&self->menu_row, row);
  enable_for (self, row);
  gtk_popover_set_pointing_to (
      GTK_POPOVER (self->menu),
      &(GdkRectangle){ (int) bounds.origin.x + 28, (int) bounds.origin.y, 1, (int) bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->menu));

  return TRUE;
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, AccordSidebar *self)
{
  if (popup (self, gtk_list_box_get_row_at_y (self->list, (int) y)))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
on_menu_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  return popup (ACCORD_SIDEBAR (widget), row_at_hand (ACCORD_SIDEBAR (widget)));
}

/* Keys that mean something at a pin go on to the window at other rows. */
static gboolean
on_pin_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  AccordSidebar *self = ACCORD_SIDEBAR (widget);
  const char *action = g_variant_get_string (args, NULL);
  GtkListBoxRow *row = row_at_hand (self);

  if (pin_at_hand (self) == NULL || accord_workspace_get_read_only (self->workspace)
      || (g_str_equal (action, "side.rename") && accord_sidebar_row_get (row)->query == NULL))
    return FALSE;

  return gtk_widget_activate_action (widget, action, NULL);
}

static gboolean
on_window_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  if (row_at_hand (ACCORD_SIDEBAR (widget)) == NULL)
    return FALSE;
  open_window (widget, NULL, NULL);

  return TRUE;
}

/* The row of a pin that stays keeps the keyboard; else what stands in its place gets it. */
static void
focus_pin (AccordSidebar *self, const char *key, int index)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_strcmp0 (accord_sidebar_row_get (row)->key, key) == 0)
      {
        gtk_widget_grab_focus (GTK_WIDGET (row));
        return;
      }

  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, index)));
}

static void
remove_pins (AccordSidebar *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL;)
    if (accord_sidebar_row_get (row)->key != NULL)
      gtk_list_box_remove (self->list, GTK_WIDGET (row));
    else
      i++;
}

/* Shows what is pinned now, above the places. A record that is deleted is pinned still, for the day that it
 * comes back, but leads nowhere. */
void
accord_sidebar_show_pins (AccordSidebar *self)
{
  AccordSchema *schema = accord_workspace_get_schema (self->workspace);
  g_autofree char *focused = g_strdup (self->menu_row == NULL ? pin_at_hand (self) : NULL);
  int index = focused != NULL ? gtk_list_box_row_get_index (row_at_hand (self)) : 0;
  int position = 1;

  self->marking = TRUE;
  remove_pins (self);
  for (guint i = 0; i < accord_pin_list_get_n (self->pins); i++)
    {
      const AccordPin *pin = accord_pin_list_get (self->pins, i);
      GtkWidget *row = pin->deleted ? NULL : accord_sidebar_row_new_pin (pin, schema);

      if (row != NULL)
        gtk_list_box_insert (self->list, row, position++);
    }
  self->marking = FALSE;

  accord_sidebar_mark (self);
  if (focused != NULL)
    focus_pin (self, focused, index);
}

void
accord_sidebar_set_up_menu (AccordSidebar *self)
{
  g_autoptr (GMenuModel) model = make_menu ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  g_signal_connect_swapped (self->menu, "closed", G_CALLBACK (on_closed), self);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (click));
}

void
accord_sidebar_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_Delete, 0, "side.unpin" },
    { GDK_KEY_F2, 0, "side.rename" },
    { GDK_KEY_Up, GDK_ALT_MASK, "side.move-up" },
    { GDK_KEY_Down, GDK_ALT_MASK, "side.move-down" },
  };

  gtk_widget_class_install_action (widget_class, "side.open", NULL, open_here);
  gtk_widget_class_install_action (widget_class, "side.open-window", NULL, open_window);
  gtk_widget_class_install_action (widget_class, "side.move-up", NULL, move_up);
  gtk_widget_class_install_action (widget_class, "side.move-down", NULL, move_down);
  gtk_widget_class_install_action (widget_class, "side.rename", NULL, rename_pin);
  gtk_widget_class_install_action (widget_class, "side.unpin", NULL, unpin);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, keys[i].modifiers, on_pin_key, "s",
                                  keys[i].action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, on_menu_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, on_menu_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, on_window_key, NULL);
}
