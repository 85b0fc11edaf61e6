/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/window-private.h"

#include "room/autosave.h"
#include "store/error.h"

#include <glib/gi18n-lib.h>

#define COMING_UP_MS 500

/* What happens to the records of one kind that a person selected. */
typedef struct
{
  AccordWindow *window;
  const AccordKind *kind;
  GArray *ids;
} Selected;

static void
selected_free (Selected *selected)
{
  g_object_unref (selected->window);
  g_array_unref (selected->ids);
  g_free (selected);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Selected, selected_free)

static Selected *
selected_new (AccordWindow *self)
{
  const AccordPlace *place = accord_window_get_place (self);
  AccordListView *view = accord_browser_get_list_view (self->browser);
  gint64 record = accord_browser_get_record (self->browser);
  Selected *selected = g_new0 (Selected, 1);

  selected->window = g_object_ref (self);
  selected->kind = accord_schema_find_kind (accord_workspace_get_schema (self->workspace), place->kind);
  selected->ids = accord_list_view_get_selected_ids (view);
  if (selected->ids->len == 0 && record != 0)
    g_array_append_val (selected->ids, record);

  return selected;
}

/* Toasts are not read out by a screen reader: what they say is the description of the widget that has the
 * focus. */
static void
announce (AccordWindow *self, const char *words)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (self->announced != NULL)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->announced), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);

  g_set_weak_pointer (&self->announced, focus);
  if (focus != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static gboolean
dismiss_late (gpointer data)
{
  adw_toast_dismiss (data);
  return G_SOURCE_REMOVE;
}

/**
 * accord_window_dismiss_toast:
 * @self: a window
 *
 * Puts away what can be answered. libadwaita 1.2 does not bear that of a toast that is still coming up, nor
 * of one that is already going.
 */
void
accord_window_dismiss_toast (AccordWindow *self)
{
  g_autoptr (AdwToast) toast = NULL;

  if (self->undo_toast == NULL)
    return;
  toast = g_object_ref (self->undo_toast);
  g_clear_weak_pointer (&self->undo_toast);
  if (g_get_monotonic_time () - self->toasted > COMING_UP_MS * G_TIME_SPAN_MILLISECOND)
    adw_toast_dismiss (toast);
  else
    g_timeout_add_full (G_PRIORITY_DEFAULT, COMING_UP_MS, dismiss_late, g_steal_pointer (&toast),
                        g_object_unref);
}

static void
on_toast_dismissed (AdwToast *toast, AccordWindow *self)
{
  if (self->undo_toast == toast)
    g_clear_weak_pointer (&self->undo_toast);
}

/**
 * accord_window_toast:
 * @self: a window
 * @words: a short sentence
 * @title: (nullable): what says it on the screen, or %NULL for @words alone
 * @button: (nullable): what the button beside it says, or %NULL for none
 * @action: what the button does
 *
 * Says something that was done, in the place of what was said before.
 */
void
accord_window_toast (AccordWindow *self, const char *words, GtkWidget *title, const char *button,
                     const char *action)
{
  AdwToast *new_toast;
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  accord_window_dismiss_toast (self);
  new_toast = adw_toast_new (escaped);
  if (title != NULL)
    adw_toast_set_custom_title (new_toast, title);
  if (button != NULL)
    {
      adw_toast_set_button_label (new_toast, button);
      adw_toast_set_action_name (new_toast, action);
    }
  if (button != NULL || title != NULL)
    {
      g_set_weak_pointer (&self->undo_toast, new_toast);
      self->toasted = g_get_monotonic_time ();
      g_signal_connect_object (new_toast, "dismissed", G_CALLBACK (on_toast_dismissed), self, 0);
    }
  adw_toast_set_timeout (new_toast, title != NULL ? 15 : 6);
  adw_toast_overlay_add_toast (self->toasts, new_toast);
  announce (self, words);
}

static void
toast (AccordWindow *self, const char *words, const char *button, const char *action)
{
  accord_window_toast (self, words, NULL, button, action);
}

static gboolean
is_in_front (AccordWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  return application == NULL || gtk_application_get_active_window (application) == GTK_WINDOW (self);
}

static void
on_changed (AccordWorkspace *workspace, AccordChange *change, AccordWindow *self)
{
  accord_window_update_actions (self);
  if (self->stepping_through_history || self->reviewing || !accord_change_is_local (change)
      || accord_autosave_is_quiet (accord_change_get_label (change)) || !is_in_front (self))
    return;

  toast (self, accord_change_get_label (change), _ ("Undo"), "win.undo");
}

static void
on_history_stepped (AccordWindow *self, AccordChange *change, const GError *error, gboolean undone)
{
  self->stepping_through_history = FALSE;
  if (change == NULL)
    {
      accord_window_say_error (self, error);
      return;
    }

  accord_window_update_actions (self);
  toast (self, accord_change_get_label (change), undone ? _ ("Redo") : _ ("Undo"),
         undone ? "win.redo" : "win.undo");
}

static void
on_undone (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_workspace_undo_finish (ACCORD_WORKSPACE (source), result, &error);

  on_history_stepped (self, change, error, TRUE);
}

static void
on_redone (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_workspace_redo_finish (ACCORD_WORKSPACE (source), result, &error);

  on_history_stepped (self, change, error, FALSE);
}

static void
on_deleted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Selected) selected = data;
  AccordWindow *self = selected->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change =
      accord_workspace_delete_finish (ACCORD_WORKSPACE (source), result, &error);
  guint n_places;
  const AccordPlace *places = accord_places_get (&n_places);

  if (change == NULL)
    {
      accord_window_say_error (self, error);
      return;
    }

  for (guint i = 0; i < n_places; i++)
    if (g_strcmp0 (places[i].kind, selected->kind->name) == 0)
      for (guint j = 0; j < selected->ids->len; j++)
        accord_navigation_forget (self->navigation, places[i].id, g_array_index (selected->ids, gint64, j));
}

static gboolean
restore (AccordWriter *writer, gpointer data, GError **error)
{
  Selected *selected = data;

  for (guint i = 0; i < selected->ids->len; i++)
    if (!accord_writer_restore (writer, selected->kind, g_array_index (selected->ids, gint64, i), error))
      return FALSE;

  return TRUE;
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_workspace_write_finish (ACCORD_WORKSPACE (source), result, &error);

  if (change == NULL)
    accord_window_say_error (self, error);
}

static void
on_labels (AccordWindow *self)
{
  accord_window_update_actions (self);
}

/**
 * accord_window_watch_workspace:
 * @self: a window that has just been given its workspace
 *
 * Follows what changes in it.
 */
void
accord_window_watch_workspace (AccordWindow *self)
{
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (on_changed), self, 0);
  g_signal_connect_object (self->workspace, "notify", G_CALLBACK (on_labels), self, G_CONNECT_SWAPPED);
}

/**
 * accord_window_delete_selected:
 * @self: a window with a workspace
 *
 * Deletes the rows that are selected, or else the record in view. It can be undone, so nothing is asked.
 */
void
accord_window_delete_selected (AccordWindow *self)
{
  g_autoptr (Selected) selected = selected_new (self);

  if (selected->ids->len == 0)
    return;

  accord_workspace_delete_async (self->workspace, selected->kind, (const gint64 *) selected->ids->data,
                                 selected->ids->len, NULL, on_deleted, selected);
  g_steal_pointer (&selected);
}

/**
 * accord_window_restore_selected:
 * @self: a window that shows what was deleted
 *
 * Brings the rows that are selected back.
 */
void
accord_window_restore_selected (AccordWindow *self)
{
  g_autoptr (Selected) selected = selected_new (self);
  g_autofree char *label = NULL;

  if (selected->ids->len == 0)
    return;

  label = g_strdup_printf (ngettext ("Restored %u record", "Restored %u records", selected->ids->len),
                           selected->ids->len);
  accord_workspace_write_async (self->workspace, label, restore, selected, (GDestroyNotify) selected_free,
                                NULL, on_restored, g_object_ref (self));
  g_steal_pointer (&selected);
}

/**
 * accord_window_undo:
 * @self: a window with a workspace
 *
 * Takes the last change back.
 */
void
accord_window_undo (AccordWindow *self)
{
  self->stepping_through_history = TRUE;
  accord_workspace_undo_async (self->workspace, NULL, on_undone, g_object_ref (self));
}

/**
 * accord_window_redo:
 * @self: a window with a workspace
 *
 * Makes the change that was taken back again.
 */
void
accord_window_redo (AccordWindow *self)
{
  self->stepping_through_history = TRUE;
  accord_workspace_redo_async (self->workspace, NULL, on_redone, g_object_ref (self));
}

/**
 * accord_window_say_with:
 * @self: a window
 * @words: a short sentence
 * @button: (nullable): what the button beside it says, or %NULL for none
 * @action: what the button does
 *
 * Says something that can be answered.
 */
void
accord_window_say_with (AccordWindow *self, const char *words, const char *button, const char *action)
{
  toast (self, words, button, action);
}

/**
 * accord_window_say:
 * @self: a window
 * @words: a short sentence
 *
 * Says something that needs no answer, to eyes and to a screen reader.
 */
void
accord_window_say (AccordWindow *self, const char *words)
{
  g_return_if_fail (ACCORD_IS_WINDOW (self));

  toast (self, words, NULL, NULL);
}

/**
 * accord_window_say_error:
 * @self: a window
 * @error: what went wrong
 *
 * Says in the bar under the header what went wrong. Something that was cancelled went as the person wished.
 */
void
accord_window_say_error (AccordWindow *self, const GError *error)
{
  g_return_if_fail (ACCORD_IS_WINDOW (self));
  g_return_if_fail (error != NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || g_error_matches (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NOTHING))
    return;

  gtk_label_set_label (self->notice_label, error->message);
  gtk_widget_add_css_class (self->notice, "error");
  gtk_widget_show (self->notice);
  announce (self, error->message);
}
