/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/window-private.h"

#include "form/page-parts.h"
#include "room/room-flag.h"

#include <glib/gi18n-lib.h>

static gboolean
is_dirty (AccordWindow *self)
{
  AccordDetailPage *page = accord_browser_get_detail_page (self->browser);
  gboolean dirty = FALSE;

  if (page != NULL)
    g_object_get (page, "dirty", &dirty, NULL);

  return dirty;
}

/* Takes down how the place that is being left looks, for whoever comes back to it. */
void
accord_window_note_view (AccordWindow *self)
{
  const AccordPlace *place = accord_window_get_place (self);
  AccordListView *view = accord_browser_get_list_view (self->browser);
  AccordQuery *query;

  if (place == NULL || view == NULL || accord_browser_get_place (self->browser) != place)
    return;

  query = accord_list_view_get_query (view);
  accord_navigation_note (self->navigation, accord_place_is_narrowed (place, query) ? query : NULL,
                          accord_list_view_get_selected_id (view),
                          gtk_adjustment_get_value (accord_list_view_get_vadjustment (view)));
}

static void
perform (AccordWindow *self, const AccordStep *step)
{
  accord_window_note_view (self);
  switch (step->kind)
    {
    case ACCORD_STEP_GO:
      accord_navigation_go_query (self->navigation, step->place->id, step->query, step->record);
      break;
    case ACCORD_STEP_PASS:
      accord_navigation_pass_query (self->navigation, step->place->id, step->query, step->record);
      break;
    case ACCORD_STEP_SELECT:
      accord_navigation_select (self->navigation, step->record);
      break;
    case ACCORD_STEP_BACK:
      accord_navigation_back (self->navigation);
      break;
    case ACCORD_STEP_FORWARD:
      accord_navigation_forward (self->navigation);
      break;
    case ACCORD_STEP_CLOSE:
      self->leaving = TRUE;
      gtk_window_close (GTK_WINDOW (self));
      break;
    }
}

/* Forgets the step that waited for an edit, if there is one. */
void
accord_window_drop_step (AccordWindow *self)
{
  self->has_pending = FALSE;
  g_clear_pointer (&self->pending.query, accord_query_unref);
}

static void
on_answer (AdwMessageDialog *dialog, const char *response, AccordWindow *self)
{
  AccordDetailPage *page = accord_browser_get_detail_page (self->browser);

  self->asking = FALSE;
  if (g_strcmp0 (response, "save") == 0)
    {
      /* The step follows when the page says that nothing is left to save; accord_window_continue() is called
       * then. */
      accord_detail_page_save (page);
    }
  else if (g_strcmp0 (response, "discard") == 0)
    {
      accord_detail_page_cancel (page);
      /* The step may close this window, and the question may live a little longer. */
      gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
      accord_window_continue (self);
    }
  else
    {
      accord_window_drop_step (self);
      accord_window_show_location (self);
    }
}

static void
ask (AccordWindow *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Save your changes?"),
                                              _ ("You have changed this record and not saved it yet."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Go on editing"), "discard",
                                    _ ("_Discard"), "save", _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  accord_page_name_buttons (dialog);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answer), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  self->asking = TRUE;
}

/**
 * accord_window_step:
 * @self: a window with a workspace
 * @step: the way out of what is in view; its query stays the caller's
 *
 * Leaves what is in view; asks first when an edit would be lost.
 */
void
accord_window_step (AccordWindow *self, AccordStep step)
{
  if (!is_dirty (self))
    {
      accord_window_drop_step (self);
      perform (self, &step);
      return;
    }

  accord_window_drop_step (self);
  self->pending = step;
  if (step.query != NULL)
    accord_query_ref (step.query);
  self->has_pending = TRUE;
  if (!self->asking)
    ask (self);
}

/**
 * accord_window_continue:
 * @self: a window
 *
 * Takes the step that waited for an edit to be saved or given up, if there is one and nothing is left to
 * save.
 */
void
accord_window_continue (AccordWindow *self)
{
  AccordStep step = self->pending;
  g_autoptr (AccordQuery) query = NULL;

  if (!self->has_pending || self->asking || is_dirty (self))
    return;

  query = g_steal_pointer (&self->pending.query);
  self->has_pending = FALSE;
  perform (self, &step);
}

/**
 * accord_window_get_place:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the place in view
 */
const AccordPlace *
accord_window_get_place (AccordWindow *self)
{
  const AccordLocation *location = accord_navigation_get_current (self->navigation);

  return location != NULL ? accord_place_find (location->place) : NULL;
}

static void
name_add_button (AccordWindow *self, const char *label)
{
  gtk_label_set_label (GTK_LABEL (self->add_label), label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->add_button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/**
 * accord_window_show_location:
 * @self: a window with a workspace
 *
 * Brings sidebar, header bar, list and page to where the navigation stands.
 */
void
accord_window_show_location (AccordWindow *self)
{
  const AccordLocation *location = accord_navigation_get_current (self->navigation);
  const AccordPlace *place = accord_window_get_place (self);
  AccordSchema *schema;
  const char *label;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  if (self->workspace == NULL || place == NULL)
    return;

  schema = accord_workspace_get_schema (self->workspace);
  label = accord_place_get_label (place, schema);
  name = accord_room_dup_name (self->workspace);
  /* Translators: a place and the name of a workspace, as the title of a window */
  title = g_strdup_printf (_ ("%s – %s"), label, name);

  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_label (self->place_title, label);
  if (place->kind != NULL)
    name_add_button (self, accord_place_get_add_label (place, schema));
  accord_sidebar_show_location (self->sidebar, location);
  accord_recent_add (self->recent, place->id, location->record,
                     accord_navigation_get_passed (self->navigation));
  accord_browser_show (self->browser, place, location);
  accord_fold_close_over (self->fold);
  accord_window_update_actions (self);
}

/**
 * accord_window_focus_content:
 * @self: a window with a workspace
 *
 * Puts the keyboard into what is in view, or where nothing there takes it, to where it is in the sidebar.
 */
void
accord_window_focus_content (AccordWindow *self)
{
  if (!accord_browser_focus (self->browser))
    gtk_widget_child_focus (GTK_WIDGET (self->sidebar), GTK_DIR_TAB_FORWARD);
}
