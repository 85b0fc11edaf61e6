/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/list-view-private.h"

#include <glib/gi18n-lib.h>

/* --- Order and columns, as menus: headings are out of reach of the keyboard */

static void
set_order (AccordListView *self, int field, gboolean descending)
{
  g_autoptr (AccordQuery) query = accord_query_copy (self->query);

  accord_query_set_sort (query, field, descending);
  accord_list_view_set_query (self, query);
}

static void
by_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  AccordListView *self = data;
  const char *name = g_variant_get_string (value, NULL);

  set_order (self, accord_kind_find_field (self->kind, name), accord_query_get_descending (self->query));
}

static void
descending_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  AccordListView *self = data;
  int field = accord_query_get_sort (self->query);

  set_order (self, field >= 0 ? field : (int) self->kind->title_field, g_variant_get_boolean (value));
}

static void
column_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  AccordListView *self = data;
  int field = accord_kind_find_field (self->kind, g_action_get_name (G_ACTION (action)));

  accord_columns_set_shown (self->columns, field, g_variant_get_boolean (value));
}

static void
make_order_menu (AccordListView *self)
{
  const GActionEntry entries[] = {
    { .name = "by", .state = "''", .parameter_type = "s", .change_state = by_cb },
    { .name = "descending", .state = "false", .parameter_type = "b", .change_state = descending_cb },
  };
  g_autoptr (GMenu) fields = g_menu_new ();
  g_autoptr (GMenu) directions = g_menu_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (self->order_actions), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (accord_columns_can_sort (self->columns, i) && !(self->kind->fields[i].flags & ACCORD_FIELD_FACT))
      {
        g_autoptr (GMenuItem) item = g_menu_item_new (_ (self->kind->fields[i].label), NULL);

        g_menu_item_set_action_and_target (item, "order.by", "s", self->kind->fields[i].name);
        g_menu_append_item (fields, item);
      }
  g_menu_append (directions, _ ("A to Z, earliest or smallest first"), "order.descending(false)");
  g_menu_append (directions, _ ("Z to A, latest or largest first"), "order.descending(true)");
  g_menu_append_section (self->sort_menu, _ ("Sort by"), G_MENU_MODEL (fields));
  g_menu_append_section (self->sort_menu, NULL, G_MENU_MODEL (directions));
}

static void
make_columns_menu (AccordListView *self)
{
  g_autoptr (GMenu) fields = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();

  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      const char *name = self->kind->fields[i].name;
      g_autofree char *action_name = g_strconcat ("columns.", name, NULL);
      g_autoptr (GSimpleAction) action = NULL;

      if (i == self->kind->title_field || !accord_columns_can_show (self->columns, i))
        continue;
      action = g_simple_action_new_stateful (name, NULL, g_variant_new_boolean (FALSE));
      g_signal_connect_object (action, "change-state", G_CALLBACK (column_cb), self, 0);
      g_action_map_add_action (G_ACTION_MAP (self->column_actions), G_ACTION (action));
      g_menu_append (fields, _ (self->kind->fields[i].label), action_name);
    }
  g_menu_append (rest, _ ("Usual columns"), "rows.usual-columns");
  g_menu_append (rest, _ ("Reset columns, order and filters"), "rows.reset");
  g_menu_append_section (self->columns_menu, _ ("Columns"), G_MENU_MODEL (fields));
  g_menu_append_section (self->columns_menu, NULL, G_MENU_MODEL (rest));
  accord_columns_set_header_menu (self->columns, G_MENU_MODEL (self->columns_menu));
}

static void
set_state (GSimpleActionGroup *group, const char *name, GVariant *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (group), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

/* --- Keyboard and screen reader */

/* Tab would stop at each of a million rows: it leaves the list instead, and Shift+Tab comes back to the same
 * row. */
static gboolean
leave_rows_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  g_signal_emit_by_name (widget, "move-focus-out", GPOINTER_TO_INT (data));
  return TRUE;
}

static void
add_tab_shortcuts (AccordListView *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  const struct
  {
    const char *trigger;
    GtkDirectionType direction;
  } keys[] = { { "Tab|KP_Tab", GTK_DIR_TAB_FORWARD }, { "<Shift>Tab|<Shift>KP_Tab", GTK_DIR_TAB_BACKWARD } };

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcutAction *action =
          gtk_callback_action_new (leave_rows_cb, GINT_TO_POINTER (keys[i].direction), NULL);

      gtk_shortcut_controller_add_shortcut (
          GTK_SHORTCUT_CONTROLLER (controller),
          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].trigger), action));
    }
  gtk_widget_add_controller (self->scroller, controller);
}

/**
 * accord_list_view_bind_template:
 * @widget_class: the class
 *
 * Names the children that the template has.
 */
void
accord_list_view_bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, AccordListView, tools);
  gtk_widget_class_bind_template_child (widget_class, AccordListView, search);
  gtk_widget_class_bind_template_child (widget_class, AccordListView, filter_button);
  gtk_widget_class_bind_template_child (widget_class, AccordListView, filters);
  gtk_widget_class_bind_template_child (widget_class, AccordListView, sort_button);
  gtk_widget_class_bind_template_child (widget_class, AccordListView, columns_button);
  gtk_widget_class_bind_template_child (widget_class, AccordListView, edit_button);
  gtk_widget_class_bind_template_child (widget_class, AccordListView, count_beside);
  gtk_widget_class_bind_template_child (widget_class, AccordListView, count_below);
  gtk_widget_class_bind_template_child (widget_class, AccordListView, total_label);
  gtk_widget_class_bind_template_child (widget_class, AccordListView, error_bar);
  gtk_widget_class_bind_template_child (widget_class, AccordListView, error_label);
  gtk_widget_class_bind_template_child (widget_class, AccordListView, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordListView, scroller);
  gtk_widget_class_bind_template_child (widget_class, AccordListView, table);
  gtk_widget_class_bind_template_child (widget_class, AccordListView, skeleton);
  gtk_widget_class_bind_template_child (widget_class, AccordListView, empty_page);
  gtk_widget_class_bind_template_child (widget_class, AccordListView, import_button);
  gtk_widget_class_bind_template_child (widget_class, AccordListView, add_button);
  gtk_widget_class_bind_template_child (widget_class, AccordListView, no_match_page);
  gtk_widget_class_bind_template_child (widget_class, AccordListView, clear_button);
  gtk_widget_class_bind_template_child (widget_class, AccordListView, sort_menu);
  gtk_widget_class_bind_template_child (widget_class, AccordListView, columns_menu);
}

/**
 * accord_list_view_set_up_embedded:
 * @self: a list view inside a page
 *
 * Leaves out the columns that say the same in every row, and what the page says itself.
 */
void
accord_list_view_set_up_embedded (AccordListView *self)
{
  for (guint i = 0; i < accord_query_get_n_filters (self->base); i++)
    {
      const AccordFilter *filter = accord_query_get_filter (self->base, i);

      const AccordFilter *next = i + 1 < accord_query_get_n_filters (self->base)
                                     ? accord_query_get_filter (self->base, i + 1)
                                     : NULL;

      if ((filter->op == ACCORD_OPERATOR_EQUAL || filter->op == ACCORD_OPERATOR_UNKNOWN)
          && !filter->alternative && (next == NULL || !next->alternative))
        accord_columns_leave_out (self->columns, filter->field);
    }
  gtk_widget_add_css_class (GTK_WIDGET (self), "embedded");
  gtk_widget_set_visible (self->add_button, FALSE);
}

/**
 * accord_list_view_set_up:
 * @self: a list view whose table has its columns
 *
 * Makes the menus, brings back the columns that a person chose, and sees to the keyboard.
 */
void
accord_list_view_set_up (AccordListView *self)
{
  self->order_actions = g_simple_action_group_new ();
  self->column_actions = g_simple_action_group_new ();
  make_order_menu (self);
  make_columns_menu (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "order", G_ACTION_GROUP (self->order_actions));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns", G_ACTION_GROUP (self->column_actions));

  accord_list_view_set_up_memory (self);
  add_tab_shortcuts (self);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), self->scroller);
}

/**
 * accord_list_view_update_menus:
 * @self: a list view
 *
 * Marks in the menus what is shown and how it is sorted.
 */
void
accord_list_view_update_menus (AccordListView *self)
{
  int sort = accord_query_get_sort (self->query);

  set_state (self->order_actions, "by",
             g_variant_new_string (sort >= 0 ? self->kind->fields[sort].name : ""));
  set_state (self->order_actions, "descending",
             g_variant_new_boolean (accord_query_get_descending (self->query)));
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (i != self->kind->title_field && accord_columns_can_show (self->columns, i))
      set_state (self->column_actions, self->kind->fields[i].name,
                 g_variant_new_boolean (accord_columns_get_shown (self->columns, i)));
}

/**
 * accord_list_view_label_parts:
 * @self: a list view
 *
 * Gives names to what GTK leaves without: a screen reader would say the names of widget classes.
 */
void
accord_list_view_label_parts (AccordListView *self)
{
  const struct
  {
    GtkWidget *widget;
    const char *label;
  } parts[] = {
    { self->table, accord_list_view_get_sentence (self) },
    { gtk_widget_get_last_child (self->table), accord_list_view_get_sentence (self) },
    { gtk_widget_get_first_child (self->table), _ ("Column headings") },
    /* What is pressed is inside of a menu button; named itself, it would be read before it once more. */
    { gtk_widget_get_first_child (self->filter_button), _ ("Filter") },
    { gtk_widget_get_first_child (self->sort_button), _ ("Sort by") },
    { gtk_widget_get_first_child (self->columns_button), _ ("Columns") },
    { self->search, _ ("Search this list") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parts[i].widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    parts[i].label, -1);
}
