/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/window-private.h"

#include "form/record-dialog.h"
#include "shell/shortcuts.h"
#include "shell/window-work.h"

#include <glib/gi18n-lib.h>

static void
step_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_window_step (ACCORD_WINDOW (widget), (AccordStep){ .kind = ACCORD_STEP_BACK });
}

static void
step_forward (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_window_step (ACCORD_WINDOW (widget), (AccordStep){ .kind = ACCORD_STEP_FORWARD });
}

static void
search_list (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordWindow *self = ACCORD_WINDOW (widget);

  /* Where the record covers its list, searching the list means going back to it. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (accord_browser_get_list_view (self->browser))))
    accord_browser_close_record (self->browser);
  accord_list_view_focus_search (accord_browser_get_list_view (self->browser));
}

static void
search_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (ACCORD_WINDOW (widget)->search));
}

static void
on_saved (AccordRecordDialog *dialog, gint64 id, AccordWindow *self)
{
  const char *kind = g_object_get_data (G_OBJECT (dialog), "accord-kind");
  const AccordPlace *place = accord_window_get_place (self);

  if (place == NULL || g_strcmp0 (place->kind, kind) != 0)
    place = accord_place_for_kind (kind);
  accord_window_step (self, (AccordStep){ ACCORD_STEP_GO, place, id });
}

static void
new_record (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordWindow *self = ACCORD_WINDOW (widget);
  AccordSchema *schema = accord_workspace_get_schema (self->workspace);
  const AccordPlace *place = accord_window_get_place (self);
  const AccordKind *kind = accord_schema_find_kind (schema, place->kind);
  g_autoptr (AccordRecord) preset = accord_place_new_preset (place, schema);
  GtkWidget *dialog = GTK_WIDGET (accord_record_dialog_new (self->workspace, kind, preset));

  g_object_set_data (G_OBJECT (dialog), "accord-kind", (gpointer) kind->name);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_saved), self, 0);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
edit_record (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_detail_page_edit (accord_browser_get_detail_page (ACCORD_WINDOW (widget)->browser));
}

static void
save_record (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_detail_page_save (accord_browser_get_detail_page (ACCORD_WINDOW (widget)->browser));
}

static void
delete_selected (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_window_delete_selected (ACCORD_WINDOW (widget));
}

static void
restore_selected (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_window_restore_selected (ACCORD_WINDOW (widget));
}

static void
undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_window_undo (ACCORD_WINDOW (widget));
}

static void
redo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_window_redo (ACCORD_WINDOW (widget));
}

static void
toggle_sidebar (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_fold_toggle (ACCORD_WINDOW (widget)->fold);
}

static void
import_payments (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_window_import (ACCORD_WINDOW (widget));
}

static void
export_csv (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_window_export (ACCORD_WINDOW (widget), FALSE);
}

static void
print (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_window_print (ACCORD_WINDOW (widget), FALSE, FALSE);
}

static void
print_list (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_window_print (ACCORD_WINDOW (widget), TRUE, FALSE);
}

static void
export_pdf (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_window_print (ACCORD_WINDOW (widget), FALSE, TRUE);
}

static void
export_xlsx (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_window_export (ACCORD_WINDOW (widget), TRUE);
}

static void
check (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_window_check (ACCORD_WINDOW (widget));
}

static void
backup (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_window_backup (ACCORD_WINDOW (widget));
}

static void
close_window (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
close_notice (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_hide (ACCORD_WINDOW (widget)->notice);
}

static void
open_menu (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (ACCORD_WINDOW (widget)->menu_button);
}

static void
show_shortcuts (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_present (accord_shortcuts_new (GTK_WINDOW (widget)));
}

static void
welcome (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_window_show_welcome (ACCORD_WINDOW (widget));
}

static void
fill_undo_section (AccordWindow *self)
{
  const char *undo_label = NULL, *redo_label = NULL;
  g_autofree char *undo_words = NULL;
  g_autofree char *redo_words = NULL;
  g_autoptr (GMenuItem) undo_item = NULL;
  g_autoptr (GMenuItem) redo_item = NULL;

  if (self->workspace != NULL)
    {
      undo_label = accord_workspace_get_undo_label (self->workspace);
      redo_label = accord_workspace_get_redo_label (self->workspace);
    }
  undo_words = undo_label != NULL ? g_strdup_printf (_ ("_Undo: %s"), undo_label) : g_strdup (_ ("_Undo"));
  redo_words = redo_label != NULL ? g_strdup_printf (_ ("_Redo: %s"), redo_label) : g_strdup (_ ("_Redo"));
  undo_item = g_menu_item_new (undo_words, "win.undo");
  redo_item = g_menu_item_new (redo_words, "win.redo");
  g_menu_item_set_attribute (undo_item, "accel", "s", "<ctrl>z");
  g_menu_item_set_attribute (redo_item, "accel", "s", "<ctrl><shift>z");

  g_menu_remove_all (self->undo_section);
  g_menu_append_item (self->undo_section, undo_item);
  g_menu_append_item (self->undo_section, redo_item);
}

static guint
count_selected (AccordWindow *self)
{
  AccordListView *view = accord_browser_get_list_view (self->browser);

  return view != NULL ? accord_list_view_get_n_selected (view) : 0;
}

/**
 * accord_window_update_actions:
 * @self: a window
 *
 * Decides what can be done now. Nothing else enables or disables an action of the window.
 */
void
accord_window_update_actions (AccordWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const AccordPlace *place = accord_window_get_place (self);
  gboolean open = self->workspace != NULL && place != NULL;
  gboolean list = open && place->kind != NULL;
  gboolean writable = open && !accord_workspace_get_read_only (self->workspace);
  gboolean record = open && accord_browser_get_record (self->browser) != 0;
  gboolean selected = open && count_selected (self) > 0;
  gboolean dirty = FALSE;

  if (open)
    g_object_get (accord_browser_get_detail_page (self->browser), "dirty", &dirty, NULL);

  gtk_widget_action_set_enabled (widget, "win.back", accord_navigation_get_can_go_back (self->navigation));
  gtk_widget_action_set_enabled (widget, "win.forward",
                                 accord_navigation_get_can_go_forward (self->navigation));
  gtk_widget_action_set_enabled (widget, "win.search-list", list);
  gtk_widget_action_set_enabled (widget, "win.search-all", open);
  gtk_widget_action_set_enabled (widget, "win.new-record", writable && list && !self->show_deleted);
  gtk_widget_action_set_enabled (widget, "win.edit", writable && record && !self->show_deleted);
  gtk_widget_action_set_enabled (widget, "win.save", writable && dirty);
  gtk_widget_action_set_enabled (widget, "win.delete",
                                 writable && (record || selected) && !self->show_deleted);
  gtk_widget_action_set_enabled (widget, "win.restore",
                                 writable && (record || selected) && self->show_deleted);
  gtk_widget_action_set_enabled (widget, "win.undo",
                                 writable && accord_workspace_get_undo_label (self->workspace) != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo",
                                 writable && accord_workspace_get_redo_label (self->workspace) != NULL);
  gtk_widget_action_set_enabled (widget, "win.import", writable);
  gtk_widget_action_set_enabled (widget, "win.export-csv", list);
  gtk_widget_action_set_enabled (widget, "win.export-xlsx", list);
  gtk_widget_action_set_enabled (widget, "win.print", open);
  gtk_widget_action_set_enabled (widget, "win.print-list", list);
  gtk_widget_action_set_enabled (widget, "win.export-pdf", open);
  gtk_widget_action_set_enabled (widget, "win.show-deleted", open);
  gtk_widget_action_set_enabled (widget, "win.check", open);
  gtk_widget_action_set_enabled (widget, "win.backup", open);
  gtk_widget_action_set_enabled (widget, "win.toggle-sidebar", open);
  gtk_widget_set_visible (GTK_WIDGET (self->add_button), list && !self->show_deleted);
  gtk_widget_set_visible (self->restore_button, list && self->show_deleted);
  fill_undo_section (self);
}

/**
 * accord_window_install_actions:
 * @widget_class: the window's class
 *
 * Installs what a window can do and the keys for it. Keys reach a field that is being typed in first.
 */
void
accord_window_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
    guint key;
    GdkModifierType modifiers;
  } actions[] = {
    { "win.back", step_back, GDK_KEY_Left, GDK_ALT_MASK },
    { "win.forward", step_forward, GDK_KEY_Right, GDK_ALT_MASK },
    { "win.search-list", search_list, GDK_KEY_f, GDK_CONTROL_MASK },
    { "win.search-all", search_all, GDK_KEY_k, GDK_CONTROL_MASK },
    { "win.new-record", new_record, GDK_KEY_n, GDK_CONTROL_MASK },
    { "win.edit", edit_record, GDK_KEY_F2, 0 },
    { "win.save", save_record, GDK_KEY_s, GDK_CONTROL_MASK },
    { "win.delete", delete_selected, GDK_KEY_Delete, 0 },
    { "win.restore", restore_selected, 0, 0 },
    { "win.undo", undo, GDK_KEY_z, GDK_CONTROL_MASK },
    { "win.redo", redo, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
    { "win.toggle-sidebar", toggle_sidebar, GDK_KEY_F9, 0 },
    { "win.import", import_payments, 0, 0 },
    { "win.export-csv", export_csv, 0, 0 },
    { "win.export-xlsx", export_xlsx, 0, 0 },
    { "win.print", print, GDK_KEY_p, GDK_CONTROL_MASK },
    { "win.print-list", print_list, 0, 0 },
    { "win.export-pdf", export_pdf, GDK_KEY_p, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
    { "win.check", check, 0, 0 },
    { "win.backup", backup, 0, 0 },
    { "win.close", close_window, GDK_KEY_w, GDK_CONTROL_MASK },
    { "win.close-notice", close_notice, 0, 0 },
    { "win.menu", open_menu, GDK_KEY_F10, 0 },
    { "win.shortcuts", show_shortcuts, GDK_KEY_question, GDK_CONTROL_MASK },
    { "win.welcome", welcome, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, actions[i].key, actions[i].modifiers,
                                             actions[i].name, NULL);
    }
  accord_window_install_ways (widget_class);
  gtk_widget_class_install_property_action (widget_class, "win.show-deleted", "show-deleted");
}
