/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/list-view-private.h"

#include "list/edit-dialog.h"
#include "list/list-words.h"
#include "list/row-cell.h"

#include <glib/gi18n-lib.h>

enum
{
  EDIT_REQUESTED,
  ADD_REQUESTED,
  DELETE_REQUESTED,
  RESTORE_REQUESTED,
  EXPORT_REQUESTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- What others do */

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordListView *self = ACCORD_LIST_VIEW (widget);
  gint64 id = accord_list_view_get_selected_id (self);

  if (id != 0)
    g_signal_emit_by_name (self, "record-activated", self->kind->name, id);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 id = accord_list_view_get_selected_id (ACCORD_LIST_VIEW (widget));

  if (id != 0)
    g_signal_emit (widget, signals[EDIT_REQUESTED], 0, id);
}

static void
edit_several_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordListView *self = ACCORD_LIST_VIEW (widget);
  g_autoptr (GArray) ids = accord_list_view_get_selected_ids (self);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *dialog;

  if (ids->len < 2)
    return;
  dialog = accord_edit_dialog_new (self->workspace, self->kind, ids);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[ADD_REQUESTED], 0);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[DELETE_REQUESTED], 0);
}

static void
restore_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[RESTORE_REQUESTED], 0);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[EXPORT_REQUESTED], 0);
}

/* --- What the list does itself */

static void
select_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (ACCORD_LIST_VIEW (widget)->selection));
}

static void
show_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordListView *self = ACCORD_LIST_VIEW (widget);
  g_autoptr (AccordQuery) query = accord_query_copy (self->base);

  accord_query_set_sort (query, accord_query_get_sort (self->query),
                         accord_query_get_descending (self->query));
  accord_list_view_set_query (self, query);
  accord_list_view_focus_search (self);
}

static void
retry_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordListView *self = ACCORD_LIST_VIEW (widget);

  accord_list_view_show_failure (self, NULL);
  accord_record_list_reload (self->list);
}

static void
usual_columns_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordListView *self = ACCORD_LIST_VIEW (widget);

  accord_columns_apply_layout (self->columns, NULL);
  g_signal_emit_by_name (self->columns, "layout-changed");
}

static void
reset_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  usual_columns_action (widget, name, parameter);
  accord_list_view_set_query (ACCORD_LIST_VIEW (widget), ACCORD_LIST_VIEW (widget)->base);
}

static void
update_edit_button (AccordListView *self, gboolean several)
{
  g_autofree char *number = accord_list_dup_number (accord_list_view_get_n_selected (self));
  /* Translators: %s is how many rows are selected. */
  g_autofree char *label = g_strdup_printf (_ ("Edit %s…"), number);

  gtk_widget_set_visible (self->edit_button, several);
  if (!several)
    return;
  gtk_button_set_label (GTK_BUTTON (self->edit_button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->edit_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/**
 * accord_list_view_update_actions:
 * @self: a list view
 *
 * Recomputes which actions are possible.
 */
void
accord_list_view_update_actions (AccordListView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean one = accord_list_view_get_selected_id (self) != 0;
  gboolean some = accord_list_view_get_n_selected (self) > 0;
  gboolean can_write = !accord_workspace_get_read_only (self->workspace) && !self->embedded;
  gboolean deleted = accord_query_get_deleted (self->base);
  gboolean several = some && !one && !deleted && !accord_workspace_get_read_only (self->workspace);

  gtk_widget_action_set_enabled (widget, "rows.open", one);
  gtk_widget_action_set_enabled (widget, "rows.edit", one && can_write && !deleted);
  gtk_widget_action_set_enabled (widget, "rows.edit-cell",
                                 !deleted && !accord_workspace_get_read_only (self->workspace));
  gtk_widget_action_set_enabled (widget, "rows.edit-several", several);
  update_edit_button (self, several);
  gtk_widget_action_set_enabled (widget, "rows.copy", some);
  gtk_widget_action_set_enabled (widget, "rows.paste",
                                 !deleted && !accord_workspace_get_read_only (self->workspace));
  gtk_widget_action_set_enabled (widget, "rows.delete", some && can_write && !deleted);
  gtk_widget_action_set_enabled (widget, "rows.restore", some && can_write && deleted);
  gtk_widget_action_set_enabled (widget, "rows.add", can_write && !deleted);
  gtk_widget_action_set_enabled (widget, "rows.export",
                                 g_signal_has_handler_pending (self, signals[EXPORT_REQUESTED], 0, TRUE));
}

/* --- The context menu */

static void
popup (AccordListView *self, const GdkRectangle *at)
{
  accord_list_view_update_actions (self);
  if (self->popover == NULL)
    {
      self->popover = gtk_popover_menu_new_from_model (self->menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), at);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/**
 * accord_list_view_position_of:
 * @self: a list view
 * @widget: (nullable): a row, one of its cells or something in these
 *
 * Returns: which row it is in, or %GTK_INVALID_LIST_POSITION
 */
guint
accord_list_view_position_of (AccordListView *self, GtkWidget *widget)
{
  GtkWidget *rows = gtk_widget_get_last_child (self->table);

  while (widget != NULL && gtk_widget_get_parent (widget) != rows)
    widget = gtk_widget_get_parent (widget);
  while (widget != NULL && !ACCORD_IS_ROW_CELL (widget))
    widget = gtk_widget_get_first_child (widget);
  return widget != NULL ? accord_row_cell_get_position (ACCORD_ROW_CELL (widget)) : GTK_INVALID_LIST_POSITION;
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordListView *self = ACCORD_LIST_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  graphene_rect_t bounds;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->table)
      || !gtk_widget_compute_bounds (focus, widget, &bounds))
    return;
  popup (self, &(GdkRectangle){ bounds.origin.x + 24, bounds.origin.y, 1, bounds.size.height });
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer data)
{
  AccordListView *self = data;
  GtkWidget *picked = gtk_widget_pick (self->table, x, y, GTK_PICK_DEFAULT);
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->selection);
  guint position = accord_list_view_position_of (self, picked);
  double left, top;

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (!gtk_selection_model_is_selected (model, position))
    gtk_selection_model_select_item (model, position, TRUE);
  gtk_widget_translate_coordinates (self->table, GTK_WIDGET (self), x, y, &left, &top);
  popup (self, &(GdkRectangle){ left, top, 1, 1 });
}

static void
add_item (GMenu *menu, const char *label, const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

static void
make_menu (AccordListView *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) record = g_menu_new (), rows = g_menu_new (), danger = g_menu_new ();

  add_item (record, _ ("_Open"), "rows.open");
  add_item (record, _ ("Open in a new _window"), "win.open-in-window");
  add_item (record, _ ("_Edit"), "rows.edit");
  add_item (record, _ ("Edit _cells"), "rows.edit-cell");
  add_item (record, _ ("_Edit these…"), "rows.edit-several");
  add_item (rows, _ ("_Copy"), "rows.copy");
  add_item (rows, _ ("_Paste rows…"), "rows.paste");
  add_item (rows, _ ("Select _all"), "rows.select-all");
  add_item (rows, _ ("E_xport this list…"), "rows.export");
  add_item (danger, _ ("_Delete"), "rows.delete");
  add_item (danger, _ ("_Restore"), "rows.restore");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (record));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rows));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (danger));
  self->menu = G_MENU_MODEL (menu);
}

/**
 * accord_list_view_set_up_context_menu:
 * @self: a list view
 *
 * Makes the menu of the rows, for pointer and keyboard, and the keys that do the same.
 */
void
accord_list_view_set_up_context_menu (AccordListView *self)
{
  const struct
  {
    const char *trigger;
    const char *action;
  } keys[] = {
    { "Menu|<Shift>F10", "rows.menu" },
    { "Delete|KP_Delete", "rows.delete" },
    { "<Control>c|<Control>Insert", "rows.copy" },
    { "<Control>v|<Shift>Insert", "rows.paste" },
    { "F2", "rows.edit-cell" },
    { "<Shift>F2", "rows.edit-several" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  make_menu (self);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].trigger),
                          gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (self->scroller, controller);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (self->table, GTK_EVENT_CONTROLLER (click));
}

static void
install_signals (GType type)
{
  /**
   * AccordListView::edit-requested:
   * @id: the record's identifier
   *
   * The person wants to change a record.
   */
  signals[EDIT_REQUESTED] = g_signal_new ("edit-requested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_INT64);
  /**
   * AccordListView::add-requested:
   *
   * The person wants to add a record.
   */
  signals[ADD_REQUESTED] =
      g_signal_new ("add-requested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * AccordListView::delete-requested:
   *
   * The person wants the selected records gone.
   */
  signals[DELETE_REQUESTED] =
      g_signal_new ("delete-requested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * AccordListView::restore-requested:
   *
   * The person wants the selected records back, in a list of what was deleted.
   */
  signals[RESTORE_REQUESTED] =
      g_signal_new ("restore-requested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * AccordListView::export-requested:
   *
   * The person wants what #AccordListView:query lists in a file. Offered only while somebody listens.
   */
  signals[EXPORT_REQUESTED] =
      g_signal_new ("export-requested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/**
 * accord_list_view_install_actions:
 * @widget_class: the class
 *
 * Adds the actions `rows.…`, and the signals by which some of them leave.
 */
void
accord_list_view_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "rows.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "rows.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "rows.edit-several", NULL, edit_several_action);
  accord_list_view_install_clipboard (widget_class);
  accord_list_view_install_inline (widget_class);
  gtk_widget_class_install_action (widget_class, "rows.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "rows.restore", NULL, restore_action);
  gtk_widget_class_install_action (widget_class, "rows.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "rows.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "rows.select-all", NULL, select_all_action);
  gtk_widget_class_install_action (widget_class, "rows.show-all", NULL, show_all_action);
  gtk_widget_class_install_action (widget_class, "rows.retry", NULL, retry_action);
  gtk_widget_class_install_action (widget_class, "rows.usual-columns", NULL, usual_columns_action);
  gtk_widget_class_install_action (widget_class, "rows.reset", NULL, reset_action);
  gtk_widget_class_install_action (widget_class, "rows.menu", NULL, menu_action);

  install_signals (G_TYPE_FROM_CLASS (widget_class));
}
