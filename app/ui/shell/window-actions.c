/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/window-private.h"

#include "case/document-attach.h"
#include "form/record-dialog.h"
#include "print/print-page.h"
#include "room/room-flag.h"
#include "shell/commands.h"
#include "shell/shortcuts.h"
#include "shell/window-work.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
  accord_search_field_start (ACCORD_WINDOW (widget)->search);
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
focus_content (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_window_focus_content (ACCORD_WINDOW (widget));
}

static void
go_to_overview (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordWindow *self = ACCORD_WINDOW (widget);
  const AccordPlace *home = accord_place_get_home (accord_room_is_reading (self->workspace));

  accord_window_step (self, (AccordStep){ ACCORD_STEP_GO, home });
}

static void
go_to_changes (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_window_step (ACCORD_WINDOW (widget), (AccordStep){ ACCORD_STEP_GO, accord_place_find ("journal") });
}

static void
add_at (AccordWindow *self, const AccordPlace *place)
{
  AccordSchema *schema = accord_workspace_get_schema (self->workspace);
  const AccordKind *kind = accord_schema_find_kind (schema, place->kind);
  g_autoptr (AccordRecord) preset = accord_place_new_preset (place, schema);
  GtkWidget *dialog;

  if (accord_document_is_attached (kind))
    {
      accord_document_ask_and_attach (GTK_WIDGET (self), self->workspace, preset);
      return;
    }
  dialog = GTK_WIDGET (accord_record_dialog_new (self->workspace, kind, preset));
  g_object_set_data (G_OBJECT (dialog), "accord-kind", (gpointer) kind->name);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_saved), self, 0);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
new_record (GtkWidget *widget, const char *name, GVariant *parameter)
{
  add_at (ACCORD_WINDOW (widget), accord_window_get_place (ACCORD_WINDOW (widget)));
}

static void
add_record (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const AccordPlace *place = accord_place_find (g_variant_get_string (parameter, NULL));

  if (place != NULL && place->kind != NULL)
    add_at (ACCORD_WINDOW (widget), place);
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
import_files (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_window_import (ACCORD_WINDOW (widget), g_str_equal (name, "win.import-figures"));
}

static void
import_page (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_window_import_page (ACCORD_WINDOW (widget));
}

static void
refresh_committees (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_window_refresh_committees (ACCORD_WINDOW (widget));
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

static guint
count_selected (AccordWindow *self)
{
  AccordListView *view = accord_browser_get_list_view (self->browser);

  return view != NULL ? accord_list_view_get_n_selected (view) : 0;
}

static gboolean
has_page_of_values (AccordWindow *self)
{
  AccordPrintPage *page = accord_print_page_find (GTK_WIDGET (self->browser));

  return page != NULL && accord_print_page_has_csv (page);
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
  const AccordPlace *place = accord_window_get_place (self);
  gboolean open = self->workspace != NULL && place != NULL;
  gboolean list = open && place->kind != NULL;
  gboolean writable = open && !accord_workspace_get_read_only (self->workspace);
  gboolean record = open && accord_browser_get_record (self->browser) != 0;
  gboolean selected = open && count_selected (self) > 0;
  gboolean dirty = FALSE;

  if (open)
    g_object_get (accord_browser_get_detail_page (self->browser), "dirty", &dirty, NULL);

  accord_window_enable (self, "win.back", accord_navigation_get_can_go_back (self->navigation));
  accord_window_enable (self, "win.forward", accord_navigation_get_can_go_forward (self->navigation));
  accord_window_enable (self, "win.search-list", list);
  accord_window_enable (self, "win.search-all", open);
  accord_window_enable (self, "win.overview", open);
  accord_window_enable (self, "win.changes", open);
  accord_window_enable (self, "win.focus-content", open);
  accord_window_enable (self, "win.open-in-window", open);
  accord_window_enable (self, "win.add", writable);
  accord_window_enable (self, "win.new-record", writable && list && !self->show_deleted);
  accord_window_enable (self, "win.edit", writable && record && !self->show_deleted);
  accord_window_enable (self, "win.save", writable && dirty);
  accord_window_enable (self, "win.delete", writable && (record || selected) && !self->show_deleted);
  accord_window_enable (self, "win.restore", writable && (record || selected) && self->show_deleted);
  accord_window_enable (self, "win.undo",
                        writable && accord_workspace_get_undo_label (self->workspace) != NULL);
  accord_window_enable (self, "win.redo",
                        writable && accord_workspace_get_redo_label (self->workspace) != NULL);
  accord_window_enable (self, "win.import", writable);
  accord_window_enable (self, "win.import-figures", writable);
  accord_window_enable (self, "win.import-page", writable);
  accord_window_enable (self, "win.refresh-committees", writable);
  accord_window_enable (self, "win.import-organisations", writable);
  accord_window_enable (self, "win.update-organisations", writable);
  accord_window_enable (self, "win.duplicates", writable);
  accord_window_enable (self, "win.export-csv", list || (open && has_page_of_values (self)));
  accord_window_enable (self, "win.export-xlsx", list);
  accord_window_enable (self, "win.print", open);
  accord_window_enable (self, "win.print-list", list);
  accord_window_enable (self, "win.export-pdf", open);
  accord_window_enable (self, "win.show-deleted", open);
  accord_window_enable (self, "win.check", open);
  accord_window_enable (self, "win.backup", open);
  accord_window_enable (self, "win.toggle-sidebar", open);
  accord_window_update_pin_actions (self, writable && list);
  gtk_widget_set_visible (GTK_WIDGET (self->add_button), list && !self->show_deleted);
  gtk_widget_set_visible (self->add_menu, writable && !list);
  gtk_widget_set_visible (self->restore_button, list && self->show_deleted);
  accord_window_fill_menu (self);
}

/* Keys of the program's own actions are its own business. */
static void
bind_keys (GtkWidgetClass *widget_class)
{
  guint n_commands;
  const AccordCommand *commands = accord_commands_get (&n_commands);

  for (guint i = 0; i < n_commands; i++)
    {
      guint key;
      GdkModifierType modifiers;

      if (commands[i].action == NULL || commands[i].keys == NULL
          || !g_str_has_prefix (commands[i].action, "win.")
          || !gtk_accelerator_parse (commands[i].keys, &key, &modifiers))
        continue;
      gtk_widget_class_add_binding_action (widget_class, key, modifiers, commands[i].action, NULL);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F1, 0, "win.shortcuts", NULL);
}

/**
 * accord_window_enable:
 * @self: a window
 * @action: an action of its class
 * @enabled: whether it can be done now
 *
 * Allows or forbids an action. GTK does not tell whether an action of a widget is enabled, so it is kept.
 */
void
accord_window_enable (AccordWindow *self, const char *action, gboolean enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, enabled);
  if (enabled)
    g_hash_table_remove (self->disabled, action);
  else
    g_hash_table_add (self->disabled, (gpointer) g_intern_string (action));
}

/**
 * accord_window_can:
 * @self: a window
 * @action: an action of the window or of the program
 *
 * Returns: whether it can be done now
 */
gboolean
accord_window_can (AccordWindow *self, const char *action)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (g_str_has_prefix (action, "app."))
    return application != NULL
           && g_action_group_get_action_enabled (G_ACTION_GROUP (application), action + strlen ("app."));

  return !g_hash_table_contains (self->disabled, action);
}

/**
 * accord_window_dup_action_label:
 * @self: a window
 * @action: an action of the window
 *
 * Returns: (transfer full) (nullable): what it would do now, where there is more to say than its name
 */
char *
accord_window_dup_action_label (AccordWindow *self, const char *action)
{
  if (g_str_equal (action, "win.undo"))
    return g_strdup_printf (_ ("Undo: %s"), accord_workspace_get_undo_label (self->workspace));
  if (g_str_equal (action, "win.redo"))
    return g_strdup_printf (_ ("Redo: %s"), accord_workspace_get_redo_label (self->workspace));
  if (g_str_equal (action, "win.show-deleted") && self->show_deleted)
    return g_strdup (_ ("Show what is there again"));
  if (g_str_equal (action, "win.pin") && self->pinned)
    return g_strdup (_ ("Unpin this record"));

  return NULL;
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
  } actions[] = {
    { "win.back", step_back },
    { "win.forward", step_forward },
    { "win.overview", go_to_overview },
    { "win.changes", go_to_changes },
    { "win.search-list", search_list },
    { "win.search-all", search_all },
    { "win.focus-content", focus_content },
    { "win.new-record", new_record },
    { "win.edit", edit_record },
    { "win.save", save_record },
    { "win.delete", delete_selected },
    { "win.restore", restore_selected },
    { "win.undo", undo },
    { "win.redo", redo },
    { "win.toggle-sidebar", toggle_sidebar },
    { "win.import", import_files },
    { "win.import-figures", import_files },
    { "win.import-page", import_page },
    { "win.refresh-committees", refresh_committees },
    { "win.export-csv", export_csv },
    { "win.export-xlsx", export_xlsx },
    { "win.print", print },
    { "win.print-list", print_list },
    { "win.export-pdf", export_pdf },
    { "win.check", check },
    { "win.backup", backup },
    { "win.close", close_window },
    { "win.close-notice", close_notice },
    { "win.menu", open_menu },
    { "win.shortcuts", show_shortcuts },
    { "win.welcome", welcome },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
  gtk_widget_class_install_action (widget_class, "win.add", "s", add_record);
  accord_window_install_ways (widget_class);
  accord_window_install_pins (widget_class);
  accord_window_install_register (widget_class);
  accord_window_install_packs (widget_class);
  gtk_widget_class_install_property_action (widget_class, "win.show-deleted", "show-deleted");
  bind_keys (widget_class);
}
