/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/window-private.h"

#include "store/error.h"

#include <glib/gi18n-lib.h>

/* A workspace that opens at once is not announced first. */
#define ANNOUNCE_OPENING_MS 150

static void
show_state (AccordWindow *self, const char *state)
{
  g_clear_handle_id (&self->opening_delay, g_source_remove);
  gtk_spinner_set_spinning (self->spinner, g_strcmp0 (state, "opening") == 0);
  gtk_stack_set_visible_child_name (self->states, state);
}

static gboolean
announce_opening (gpointer data)
{
  AccordWindow *self = data;

  self->opening_delay = 0;
  show_state (self, "opening");

  return G_SOURCE_REMOVE;
}

static const char *
error_title (const GError *error)
{
  if (g_error_matches (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_CORRUPT))
    return _ ("This workspace cannot be read");
  if (g_error_matches (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NEWER))
    return _ ("This workspace needs a newer Accord");
  if (g_error_matches (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_BUSY))
    return _ ("This workspace is busy");

  return _ ("This workspace cannot be opened");
}

static const char *
error_cure (const GError *error)
{
  if (g_error_matches (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_CORRUPT))
    return _ (
        "Open a backup of it, or ask whoever gave it to you to send it again. The file was left as it is.");
  if (g_error_matches (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NEWER))
    return _ ("Update Accord and open it again. The file was left as it is.");
  if (g_error_matches (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_BUSY))
    return _ ("Wait until the other program has finished, then try again.");

  return _ ("See whether the file is still there and whether you may read it, then try again.");
}

static void
on_dirty (AccordWindow *self)
{
  accord_window_update_actions (self);
  accord_window_continue (self);
}

/**
 * accord_window_show_welcome:
 * @self: a window without a workspace
 *
 * Shows how to begin.
 */
void
accord_window_show_welcome (AccordWindow *self)
{
  g_return_if_fail (ACCORD_IS_WINDOW (self));

  show_state (self, "welcome");
}

/**
 * accord_window_show_opening:
 * @self: a window without a workspace
 * @path: the file that is being opened
 *
 * Says, unless it is done at once, that a workspace is being opened.
 */
void
accord_window_show_opening (AccordWindow *self, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  g_return_if_fail (ACCORD_IS_WINDOW (self));

  adw_status_page_set_description (self->opening_page, name);
  g_clear_handle_id (&self->opening_delay, g_source_remove);
  self->opening_delay = g_timeout_add (ANNOUNCE_OPENING_MS, announce_opening, self);
}

/**
 * accord_window_show_error:
 * @self: a window without a workspace
 * @path: the file that was to be opened
 * @error: why it was not
 *
 * Says what went wrong and what to do about it.
 */
void
accord_window_show_error (AccordWindow *self, const char *path, const GError *error)
{
  g_autofree char *words = NULL;
  g_autofree char *escaped = NULL;

  g_return_if_fail (ACCORD_IS_WINDOW (self));
  g_return_if_fail (error != NULL);

  words = g_strdup_printf ("%s\n\n%s", error->message, error_cure (error));
  escaped = g_markup_escape_text (words, -1);
  adw_status_page_set_title (self->error_page, error_title (error));
  adw_status_page_set_description (self->error_page, escaped);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->retry_button), "s", path);
  show_state (self, "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->retry_button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words, -1);
  gtk_widget_grab_focus (self->retry_button);
}

static gboolean
can_do (const char *action, gpointer data)
{
  return accord_window_can (data, action);
}

static char *
label_of (const char *action, gpointer data)
{
  return accord_window_dup_action_label (data, action);
}

static void
show_notice (AccordWindow *self)
{
  const char *notice = accord_workspace_get_notice (self->workspace);

  gtk_label_set_label (self->notice_label, notice != NULL ? notice : "");
  gtk_widget_remove_css_class (self->notice, "error");
  gtk_widget_set_visible (self->notice, notice != NULL);
}

/**
 * accord_window_attach:
 * @self: a window without a workspace
 * @workspace: a workspace that is open, perhaps in other windows too
 *
 * Gives the window its workspace; it is nowhere in it yet.
 */
void
accord_window_attach (AccordWindow *self, AccordWorkspace *workspace)
{
  g_return_if_fail (self->workspace == NULL);

  self->workspace = g_object_ref (workspace);
  self->counts = accord_place_counts_new (workspace);
  self->pins = accord_pin_list_new (workspace);
  self->found = (AccordGotoContext){ workspace, self->pins, self->recent, can_do, label_of, self };
  accord_sidebar_set_workspace (self->sidebar, workspace, self->counts, self->pins);
  accord_search_field_set_context (self->search, &self->found);
  accord_browser_set_workspace (self->browser, workspace);
  g_signal_connect_object (accord_browser_get_detail_page (self->browser), "notify::dirty",
                           G_CALLBACK (on_dirty), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pins, "updated", G_CALLBACK (accord_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  accord_window_make_add_menu (self);
  accord_window_watch_workspace (self);
  show_notice (self);
  show_state (self, "workspace");
}

/**
 * accord_window_show_workspace:
 * @self: a window without a workspace
 * @workspace: a workspace that is open
 *
 * Shows @workspace as it was left.
 */
void
accord_window_show_workspace (AccordWindow *self, AccordWorkspace *workspace)
{
  g_return_if_fail (ACCORD_IS_WINDOW (self));
  g_return_if_fail (ACCORD_IS_WORKSPACE (workspace));
  g_return_if_fail (self->workspace == NULL);

  accord_window_attach (self, workspace);
  accord_window_recall (self);
  accord_window_focus_content (self);
}
