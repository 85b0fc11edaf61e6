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
  const char *kind = accord_query_get_kind (query)->name;
  AccordListView *view;

  accord_window_open_record (self, kind, 0);
  view = accord_browser_get_list_view (self->browser);
  if (view != NULL && accord_list_view_get_kind (view) == accord_query_get_kind (query))
    accord_list_view_set_query (view, query);
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

/**
 * accord_window_install_ways:
 * @widget_class: the window's class
 *
 * Installs the actions by which a part of the window asks for a record or a list elsewhere in it.
 */
void
accord_window_install_ways (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-record", "(sx)", open_record);
  gtk_widget_class_install_action (widget_class, "win.show-list", "s", show_list);
}
