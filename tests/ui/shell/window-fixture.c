/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/window-fixture.h"

#include "fixture.h"
#include "kinds.h"
#include "sample.h"

#include <glib/gstdio.h>
#include <string.h>

void
window_set_up (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("accord-window-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "Test.accord", NULL);
  fixture->schema = accord_model_schema_new ();
  fixture->workspace = accord_workspace_open (path, fixture->schema, ACCORD_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
  accord_sample_load (fixture->workspace, NULL, &error);
  g_assert_no_error (error);

  fixture->window = g_object_new (ACCORD_TYPE_WINDOW, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1300, 800);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

/* Nothing of a closed window may hold on to its workspace; what still runs on a thread may end first. */
void
window_tear_down (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;
  gpointer workspace = fixture->workspace;

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_drain ();
  accord_workspace_close (fixture->workspace);
  g_object_add_weak_pointer (G_OBJECT (fixture->workspace), &workspace);
  g_object_unref (fixture->workspace);
  g_assert_true (ui_wait_until (ui_is_gone, &workspace));
  g_object_unref (fixture->schema);

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

/* The first widget below @top, itself included, that @matches. */
GtkWidget *
window_find (GtkWidget *top, WindowMatch matches, const char *what)
{
  if (matches (top, what))
    return top;

  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = window_find (child, matches, what);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
has_action (GtkWidget *widget, const char *what)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), what) == 0;
}

static gboolean
is_mapped_list (GtkWidget *widget, const char *what)
{
  return ACCORD_IS_LIST_VIEW (widget) && gtk_widget_get_mapped (widget);
}

gboolean
window_is_type (GtkWidget *widget, const char *what)
{
  return strcmp (G_OBJECT_TYPE_NAME (widget), what) == 0;
}

gboolean
window_says (GtkWidget *widget, const char *what)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && strstr (gtk_label_get_text (GTK_LABEL (widget)), what) != NULL;
}

GtkWidget *
window_button (WindowFixture *fixture, const char *action)
{
  GtkWidget *button = window_find (GTK_WIDGET (fixture->window), has_action, action);

  g_assert_nonnull (button);

  return button;
}

AccordListView *
window_list (WindowFixture *fixture)
{
  return ACCORD_LIST_VIEW (window_find (GTK_WIDGET (fixture->window), is_mapped_list, NULL));
}

gboolean
window_list_is_filled (gpointer data)
{
  WindowFixture *fixture = data;
  GtkWidget *view = window_find (GTK_WIDGET (fixture->window), is_mapped_list, NULL);

  return view != NULL
         && accord_record_list_get_complete (accord_list_view_get_list (ACCORD_LIST_VIEW (view)));
}

void
window_show_workspace (WindowFixture *fixture)
{
  accord_window_show_workspace (fixture->window, fixture->workspace);
  accord_window_go (fixture->window, "organisation", 0);
  g_assert_true (ui_wait_until (window_list_is_filled, fixture));
  ui_wait_frame (GTK_WIDGET (fixture->window));
}
