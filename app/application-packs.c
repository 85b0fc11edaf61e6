/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "application-private.h"

#include "compat.h"

#include <glib/gi18n.h>

/**
 * accord_application_get_front_window:
 * @self: the program
 *
 * Returns: (transfer none): the window in which something was asked, or a new one
 */
GtkWindow *
accord_application_get_front_window (AccordApplication *self)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (active == NULL)
    {
      active = GTK_WINDOW (accord_window_new (GTK_APPLICATION (self)));
      gtk_window_present (active);
    }

  return active;
}

/**
 * accord_application_show_pack:
 * @self: the program
 * @window: a window, with a workspace or without
 * @path: a pack's file
 *
 * Says in @window what a pack is.
 */
void
accord_application_show_pack (AccordApplication *self, AccordWindow *window, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  accord_window_open_pack (window, self->schema, file);
}

/**
 * accord_application_open_pack:
 * @self: the program
 * @path: a pack's file
 *
 * Says what a pack is, in the window in front.
 */
void
accord_application_open_pack (AccordApplication *self, const char *path)
{
  GtkWindow *window = accord_application_get_front_window (self);

  gtk_window_present (window);
  if (ACCORD_IS_WINDOW (window))
    accord_application_show_pack (self, ACCORD_WINDOW (window), path);
}

static void
on_packs_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordApplication) self = data;
  g_autoptr (GListModel) files = accord_choose_files_finish (result, NULL);

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      if (g_file_peek_path (file) != NULL)
        accord_application_open_pack (self, g_file_peek_path (file));
    }
}

static void
open_pack_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AccordApplication *self = data;
  AccordFileRequest request = { ACCORD_FILE_OPEN_SEVERAL, _ ("Open a review pack"),   _ ("_Open"), NULL,
                                _ ("Review packs"),       "*.accordpack;*.ACCORDPACK" };

  accord_choose_files_async (accord_application_get_front_window (self), &request, NULL, on_packs_chosen,
                             g_object_ref (self));
}

static void
open_pack_path_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  accord_application_open_pack (data, g_variant_get_string (parameter, NULL));
}

/* A pack that waits for its workspace to be chosen. */
typedef struct
{
  AccordApplication *application;
  char *pack;
} Waiting;

static void
on_workspace_for_pack (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;
  const char *const packs[] = { waiting->pack, NULL };
  g_autoptr (GFile) file = accord_choose_file_finish (result, NULL);

  if (file != NULL && g_file_peek_path (file) != NULL)
    accord_application_open_workspace (waiting->application, g_file_peek_path (file), ACCORD_OPEN_EXISTING,
                                       FALSE, NULL, packs);
  g_object_unref (waiting->application);
  g_free (waiting->pack);
  g_free (waiting);
}

static void
open_for_pack_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AccordFileRequest request = {
    ACCORD_FILE_OPEN, _ ("Open the workspace that has the case"), _ ("_Open"), NULL, _ ("Accord workspaces"),
    "*.accord"
  };
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->application = g_object_ref (data);
  waiting->pack = g_variant_dup_string (parameter, NULL);
  accord_choose_files_async (accord_application_get_front_window (data), &request, NULL,
                             on_workspace_for_pack, waiting);
}

/**
 * accord_application_install_packs:
 * @self: the program
 *
 * Adds what it does with review packs.
 */
void
accord_application_install_packs (AccordApplication *self)
{
  static const GActionEntry actions[] = {
    { "open-pack", open_pack_action, NULL, NULL, NULL, { 0 } },
    { "open-pack-path", open_pack_path_action, "s", NULL, NULL, { 0 } },
    { "open-for-pack", open_for_pack_action, "s", NULL, NULL, { 0 } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
