/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/window-private.h"

#include "review/pack-words.h"
#include "shell/window-work.h"

static gboolean
is_workspace_file (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_str_has_suffix (name, ".accord");
}

static GdkDragAction
on_enter (GtkDropTarget *target, double x, double y, AccordWindow *self)
{
  gtk_widget_show (self->drop_area);

  return GDK_ACTION_COPY;
}

static void
on_leave (GtkDropTarget *target, AccordWindow *self)
{
  gtk_widget_hide (self->drop_area);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, AccordWindow *self)
{
  g_autoptr (GPtrArray) taken = g_ptr_array_new_with_free_func (g_object_unref);
  GSList *files = g_value_get_boxed (value);

  gtk_widget_hide (self->drop_area);
  for (GSList *link = files; link != NULL; link = link->next)
    {
      const char *path = g_file_peek_path (link->data);

      if (path != NULL && accord_pack_is_file (path))
        gtk_widget_activate_action (GTK_WIDGET (self), "app.open-pack-path", "s", path);
      else if (is_workspace_file (link->data) && path != NULL)
        gtk_widget_activate_action (GTK_WIDGET (self), "app.open-path", "s", path);
      else
        g_ptr_array_add (taken, g_object_ref (link->data));
    }

  if (taken->len > 0 && self->workspace != NULL)
    accord_window_take_files (self, taken);

  return files != NULL;
}

/**
 * accord_window_accept_files:
 * @self: a window that is being made
 *
 * Lets files be dropped onto the window: workspaces are opened, what is in anything else is shown before it
 * is kept. A review pack can be dropped where there is no workspace as well.
 */
void
accord_window_accept_files (AccordWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "enter", G_CALLBACK (on_enter), self);
  g_signal_connect (target, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
