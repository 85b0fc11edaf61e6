/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/printable.h"

#include "print/print-page.h"

#include <adwaita.h>

/* So many frames after a change of looks everything has been laid out and drawn in them. */
#define FRAMES 3

/**
 * accord_printable_find:
 * @page: a page of the window
 *
 * Returns: (transfer none) (nullable): the column of it that scrolls, which is what there is to print, or a
 * page that is laid out for paper by itself; %NULL while none is shown
 */
GtkWidget *
accord_printable_find (GtkWidget *page)
{
  if (!gtk_widget_get_mapped (page))
    return NULL;
  if (ACCORD_IS_PRINT_PAGE (page))
    return page;
  if (GTK_IS_VIEWPORT (page))
    {
      GtkWidget *child = gtk_viewport_get_child (GTK_VIEWPORT (page));

      return ADW_IS_CLAMP (child) ? adw_clamp_get_child (ADW_CLAMP (child)) : child;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (page); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = accord_printable_find (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A page on its way to paper. */
typedef struct
{
  GtkWidget *widget;
  char *title;
  AdwColorScheme scheme;
  guint frames;
  gboolean taken;
} Taking;

static void
taking_free (gpointer data)
{
  Taking *taking = data;

  g_object_unref (taking->widget);
  g_free (taking->title);
  g_free (taking);
}

static void
dress (Taking *taking)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  taking->scheme = adw_style_manager_get_color_scheme (manager);
  if (adw_style_manager_get_dark (manager))
    adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
  gtk_widget_add_css_class (taking->widget, "printing");
}

static void
undress (Taking *taking)
{
  gtk_widget_remove_css_class (taking->widget, "printing");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), taking->scheme);
}

static gboolean
on_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  GTask *task = data;
  Taking *taking = g_task_get_task_data (task);

  if (++taking->frames <= FRAMES)
    {
      gtk_widget_queue_draw (widget);
      return G_SOURCE_CONTINUE;
    }
  taking->taken = TRUE;
  g_task_return_pointer (task, accord_printout_new_for_widget (widget, taking->title), g_object_unref);
  undress (taking);
  return G_SOURCE_REMOVE;
}

/* The page may go before its frames have come. */
static void
on_end (gpointer data)
{
  g_autoptr (GTask) task = data;
  Taking *taking = g_task_get_task_data (task);

  if (taking->taken)
    return;
  undress (taking);
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The page is gone.");
}

/**
 * accord_printable_take_async:
 * @widget: what to print, which is shown
 * @title: what it is
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Takes a page as it is to look on paper: in the light look, without what can only be pressed. That takes a
 * few frames, in which the window looks so too.
 */
void
accord_printable_take_async (GtkWidget *widget, const char *title, GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (widget, NULL, callback, user_data);
  Taking *taking;
  AccordReport *report;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (ACCORD_IS_PRINT_PAGE (widget)
      && (report = accord_print_page_make_report (ACCORD_PRINT_PAGE (widget))) != NULL)
    {
      g_task_return_pointer (task, accord_printout_new_for_report (report), g_object_unref);
      accord_report_unref (report);
      g_object_unref (task);
      return;
    }
  taking = g_new0 (Taking, 1);
  g_task_set_source_tag (task, accord_printable_take_async);
  taking->widget = g_object_ref (widget);
  taking->title = g_strdup (title);
  g_task_set_task_data (task, taking, taking_free);
  dress (taking);
  gtk_widget_add_tick_callback (widget, on_frame, task, on_end);
  gtk_widget_queue_draw (widget);
}

/**
 * accord_printable_take_finish:
 * @result: the result
 * @error: return location for an error
 *
 * Returns: (transfer full): what can be printed
 */
AccordPrintout *
accord_printable_take_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
