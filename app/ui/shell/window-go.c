/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/window-private.h"

#include "query-form.h"

/**
 * accord_window_open_record:
 * @self: a window with a workspace
 * @kind: the name of a kind
 * @id: a record of it, or 0 for the list of them
 *
 * Shows a record beside the list of its kind.
 */
void
accord_window_open_record (AccordWindow *self, const char *kind, gint64 id)
{
  const AccordPlace *place = accord_place_for_kind (kind);

  if (place != NULL)
    accord_window_step (self, (AccordStep){ ACCORD_STEP_GO, place, id });
}

/**
 * accord_window_show_list:
 * @self: a window with a workspace
 * @query: which records
 *
 * Goes to the list of a kind and shows the records of @query there.
 */
void
accord_window_show_list (AccordWindow *self, AccordQuery *query)
{
  const AccordPlace *place = accord_place_for_query (query, accord_workspace_get_schema (self->workspace));

  if (place != NULL)
    accord_window_step (self, (AccordStep){ ACCORD_STEP_GO, place, 0,
                                            accord_place_is_narrowed (place, query) ? query : NULL });
}

static void
open_window (AccordWindow *self, const AccordStep *step)
{
  AccordWindow *window =
      g_object_new (ACCORD_TYPE_WINDOW, "application", gtk_window_get_application (GTK_WINDOW (self)), NULL);
  g_auto (GStrv) recent = accord_recent_dup_words (self->recent);

  accord_window_attach (window, self->workspace);
  accord_recent_take_words (window->recent, (const char *const *) recent);
  accord_window_step (window, *step);
  gtk_window_present (GTK_WINDOW (window));
  accord_window_focus_content (window);
}

/**
 * accord_window_take_way:
 * @self: a window with a workspace
 * @step: where to
 * @way: how the person wants to see it
 *
 * Goes somewhere in this window or in another, which shares the workspace.
 */
void
accord_window_take_way (AccordWindow *self, const AccordStep *step, AccordWay way)
{
  AccordStep taken = *step;

  if (way == ACCORD_WAY_WINDOW)
    {
      open_window (self, step);
      return;
    }

  taken.kind = way == ACCORD_WAY_PASSING ? ACCORD_STEP_PASS : ACCORD_STEP_GO;
  accord_window_step (self, taken);
}

/**
 * accord_window_choose:
 * @self: a window with a workspace
 * @choice: something that was found
 * @way: how the person wants to see it
 *
 * Goes to what was found, or does it.
 */
void
accord_window_choose (AccordWindow *self, const AccordGotoChoice *choice, AccordWay way)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (choice->action == NULL)
    {
      accord_window_take_way (
          self, &(AccordStep){ ACCORD_STEP_GO, choice->place, choice->record, choice->query }, way);
      if (way != ACCORD_WAY_WINDOW)
        accord_window_focus_content (self);
      return;
    }

  accord_window_focus_content (self);
  if (choice->target != NULL)
    gtk_widget_activate_action (widget, choice->action, "s", choice->target);
  else
    gtk_widget_activate_action (widget, choice->action, NULL);
}

/* What is in view, or the row that is selected in it. */
static void
open_in_window (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordWindow *self = ACCORD_WINDOW (widget);
  const AccordPlace *place = accord_window_get_place (self);
  AccordListView *view = accord_browser_get_list_view (self->browser);
  AccordQuery *query = view != NULL ? accord_list_view_get_query (view) : NULL;
  gint64 record = accord_browser_get_record (self->browser);

  if (record == 0 && view != NULL)
    record = accord_list_view_get_selected_id (view);
  open_window (self,
               &(AccordStep){ ACCORD_STEP_GO, place, record,
                              query != NULL && accord_place_is_narrowed (place, query) ? query : NULL });
}

static void
open_record (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordWindow *self = ACCORD_WINDOW (widget);
  const char *kind;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &kind, &id);
  if (self->workspace != NULL)
    accord_window_open_record (self, kind, id);
}

static void
show_list (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordWindow *self = ACCORD_WINDOW (widget);
  g_autoptr (AccordQuery) query = NULL;
  g_autoptr (GError) error = NULL;

  if (self->workspace == NULL)
    return;

  query = accord_query_new_from_json (accord_workspace_get_schema (self->workspace),
                                      g_variant_get_string (parameter, NULL), &error);
  if (query != NULL)
    accord_window_show_list (self, query);
  else
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (error->message));
}

static void
say (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_window_say (ACCORD_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
say_problem (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GError) error =
      g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, g_variant_get_string (parameter, NULL));

  accord_window_say_error (ACCORD_WINDOW (widget), error);
}

/**
 * accord_window_install_ways:
 * @widget_class: the window's class
 *
 * Installs the actions by which a part of the window asks for a record or a list elsewhere in it, and has it
 * say something.
 */
void
accord_window_install_ways (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-record", "(sx)", open_record);
  gtk_widget_class_install_action (widget_class, "win.show-list", "s", show_list);
  gtk_widget_class_install_action (widget_class, "win.open-in-window", NULL, open_in_window);
  gtk_widget_class_install_action (widget_class, "win.say", "s", say);
  gtk_widget_class_install_action (widget_class, "win.say-problem", "s", say_problem);
}
