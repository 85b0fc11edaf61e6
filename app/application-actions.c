/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "application-private.h"

#include "compat.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

static void
open_path (AccordApplication *self, const char *path, AccordOpenFlags flags, gboolean sample,
           const char *then)
{
  accord_application_open_workspace (self, path, flags, sample, then, NULL);
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordApplication) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = accord_choose_file_finish (result, &error);

  if (file != NULL && g_file_peek_path (file) != NULL)
    open_path (self, g_file_peek_path (file), ACCORD_OPEN_EXISTING, FALSE, NULL);
}

static void
open_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AccordApplication *self = data;
  AccordFileRequest request = {
    ACCORD_FILE_OPEN, _ ("Open a workspace"), _ ("_Open"), NULL, _ ("Accord workspaces"), "*.accord"
  };

  accord_choose_files_async (accord_application_get_front_window (self), &request, NULL, on_file_chosen,
                             g_object_ref (self));
}

static void
open_path_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  open_path (data, g_variant_get_string (parameter, NULL), ACCORD_OPEN_EXISTING, FALSE, NULL);
}

static void
create_named (AccordApplication *self, GAsyncResult *result, const char *then)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = accord_choose_file_finish (result, &error);
  g_autofree char *path = NULL;

  if (file == NULL || g_file_peek_path (file) == NULL)
    return;

  path = g_str_has_suffix (g_file_peek_path (file), ".accord")
             ? g_file_get_path (file)
             : g_strconcat (g_file_peek_path (file), ".accord", NULL);
  open_path (self, path, ACCORD_OPEN_CREATE, FALSE, then);
}

static void
on_file_named (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordApplication) self = data;

  create_named (self, result, NULL);
}

static void
on_file_for_payments_named (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordApplication) self = data;

  create_named (self, result, "win.import");
}

static void
ask_for_new (AccordApplication *self, GAsyncReadyCallback callback)
{
  AccordFileRequest request = { ACCORD_FILE_SAVE,         _ ("Start an empty workspace"), _ ("_Create"),
                                _ ("Partnership.accord"), _ ("Accord workspaces"),        "*.accord" };

  accord_choose_files_async (accord_application_get_front_window (self), &request, NULL, callback,
                             g_object_ref (self));
}

static void
new_workspace_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ask_for_new (data, on_file_named);
}

static void
new_from_payments_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ask_for_new (data, on_file_for_payments_named);
}

static void
open_sample_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "accord", NULL);
  g_autofree char *path = g_build_filename (folder, _ ("Sample.accord"), NULL);
  gboolean there = g_file_test (path, G_FILE_TEST_EXISTS);

  g_mkdir_with_parents (folder, 0700);
  open_path (data, path, there ? ACCORD_OPEN_EXISTING : ACCORD_OPEN_CREATE, !there, NULL);
}

static void
new_window_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AccordApplication *self = data;
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));
  AccordWindow *window = accord_window_new (GTK_APPLICATION (self));

  if (active != NULL && ACCORD_IS_WINDOW (active)
      && accord_window_get_workspace (ACCORD_WINDOW (active)) != NULL)
    accord_window_show_workspace (window, accord_window_get_workspace (ACCORD_WINDOW (active)));
  gtk_window_present (GTK_WINDOW (window));
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_show_about_window (
      gtk_application_get_active_window (GTK_APPLICATION (data)), "application-name", _ ("Accord"),
      "application-icon", ACCORD_APPLICATION_ID, "version", ACCORD_VERSION, "developer-name",
      _ ("The Accord contributors"), "license-type", GTK_LICENSE_GPL_3_0, "comments",
      _ ("For people who join up health and care in a place: who works together, what the money "
         "does, what was decided and what is still open."),
      NULL);
}

/* Windows are closed as a person would close them, so that an edit that is not saved is asked about. */
static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  for (GList *link = windows; link != NULL; link = link->next)
    gtk_window_close (link->data);
}

/**
 * accord_application_install_actions:
 * @self: the program
 *
 * Adds what can be done with no window in front: opening, starting, and ending.
 */
void
accord_application_install_actions (AccordApplication *self)
{
  static const GActionEntry actions[] = {
    { "open", open_action, NULL, NULL, NULL, { 0 } },
    { "open-path", open_path_action, "s", NULL, NULL, { 0 } },
    { "open-sample", open_sample_action, NULL, NULL, NULL, { 0 } },
    { "new-workspace", new_workspace_action, NULL, NULL, NULL, { 0 } },
    { "new-from-payments", new_from_payments_action, NULL, NULL, NULL, { 0 } },
    { "new-window", new_window_action, NULL, NULL, NULL, { 0 } },
    { "about", about_action, NULL, NULL, NULL, { 0 } },
    { "quit", quit_action, NULL, NULL, NULL, { 0 } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.open",
                                         (const char *[]){ "<ctrl>o", NULL });
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.new-window",
                                         (const char *[]){ "<ctrl><shift>n", NULL });
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.quit",
                                         (const char *[]){ "<ctrl>q", NULL });
}
