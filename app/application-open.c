/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "application-private.h"

#include "reading.h"
#include "room/room-flag.h"
#include "sample.h"
#include "shell/settings.h"

#include <glib/gstdio.h>

/* A workspace on its way into a window. */
typedef struct
{
  AccordApplication *application;
  AccordWindow *window;
  AccordWorkspace *workspace;
  char *path;
  gboolean sample;
  const char *then;
  GStrv packs;
} Opening;

static void
opening_free (Opening *opening)
{
  g_application_release (G_APPLICATION (opening->application));
  g_object_unref (opening->application);
  g_object_unref (opening->window);
  g_clear_object (&opening->workspace);
  g_free (opening->path);
  g_strfreev (opening->packs);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static char *
canonical_path (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *real = realpath (absolute, NULL);

  return g_strdup (real != NULL ? real : absolute);
}

static void
forget_workspace (gpointer data, GObject *workspace)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, data);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (value == workspace)
      g_hash_table_iter_remove (&iter);
}

/**
 * accord_application_forget_workspaces:
 * @self: the program
 *
 * Lets go of the workspaces that are open, which may live on.
 */
void
accord_application_forget_workspaces (AccordApplication *self)
{
  GHashTableIter iter;
  gpointer workspace;

  g_hash_table_iter_init (&iter, self->open);
  while (g_hash_table_iter_next (&iter, NULL, &workspace))
    g_object_weak_unref (workspace, forget_workspace, self->open);
  g_hash_table_remove_all (self->open);
}

static void
remember_workspace (AccordApplication *self, AccordWorkspace *workspace)
{
  char *path = canonical_path (accord_workspace_get_path (workspace));
  g_autofree char *folder = accord_reading_dup_folder ();
  g_autofree char *reviews = canonical_path (folder);

  g_object_weak_ref (G_OBJECT (workspace), forget_workspace, self->open);
  g_hash_table_insert (self->open, path, workspace);
  /* Reviews are listed by what they are of, not by the names of their files. */
  if (!g_str_has_prefix (path, reviews))
    accord_settings_add_recent (path);
}

static AccordWindow *
free_window (AccordApplication *self)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (active != NULL && ACCORD_IS_WINDOW (active) && accord_window_is_free (ACCORD_WINDOW (active)))
    return ACCORD_WINDOW (active);

  return accord_window_new (GTK_APPLICATION (self));
}

/* A window may have been closed while its workspace was being opened; nobody waits for an answer then. */
static gboolean
is_awaited (Opening *opening)
{
  return gtk_window_get_application (GTK_WINDOW (opening->window)) != NULL;
}

static void
tell_error (Opening *opening, const GError *error)
{
  if (is_awaited (opening))
    accord_window_show_error (opening->window, opening->path, error);
}

static void
show_packs (AccordApplication *self, AccordWindow *window, const char *const *packs)
{
  for (guint i = 0; packs != NULL && packs[i] != NULL; i++)
    accord_application_show_pack (self, window, packs[i]);
}

static void
deliver (Opening *opening)
{
  if (!is_awaited (opening))
    {
      accord_workspace_close (opening->workspace);
      return;
    }

  remember_workspace (opening->application, opening->workspace);
  accord_window_show_workspace (opening->window, opening->workspace);
  if (opening->then != NULL)
    gtk_widget_activate_action (GTK_WIDGET (opening->window), opening->then, NULL);
  show_packs (opening->application, opening->window, (const char *const *) opening->packs);
}

static void
on_sample_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) opening = data;
  g_autoptr (GError) error = NULL;

  if (accord_sample_load_finish (ACCORD_WORKSPACE (source), result, &error))
    {
      deliver (opening);
      return;
    }

  /* Half a sample is none: the next attempt starts from nothing. */
  accord_workspace_close (opening->workspace);
  g_unlink (opening->path);
  tell_error (opening, error);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) opening = data;
  g_autoptr (GError) error = NULL;
  AccordWorkspace *workspace = accord_room_open_finish (result, &error);

  opening->workspace = workspace;
  if (workspace == NULL)
    {
      tell_error (opening, error);
      return;
    }

  if (opening->sample)
    accord_sample_load_async (workspace, NULL, on_sample_loaded, g_steal_pointer (&opening));
  else
    deliver (opening);
}

/**
 * accord_application_open_workspace:
 * @self: the program
 * @path: a workspace's file
 * @flags: whether it is to be made
 * @sample: whether the sample is put into it
 * @then: (nullable): an action of the window, done when it is there
 * @packs: (nullable): files of packs, opened in the window when it is there
 *
 * Opens a workspace in a window that has none.
 */
void
accord_application_open_workspace (AccordApplication *self, const char *path, AccordOpenFlags flags,
                                   gboolean sample, const char *then, const char *const *packs)
{
  g_autofree char *canonical = canonical_path (path);
  AccordWindow *window = free_window (self);
  AccordWorkspace *shared = g_hash_table_lookup (self->open, canonical);
  Opening *opening;

  gtk_window_present (GTK_WINDOW (window));
  if (shared != NULL)
    {
      accord_window_show_workspace (window, shared);
      show_packs (self, window, packs);
      return;
    }

  opening = g_new0 (Opening, 1);
  opening->application = g_object_ref (self);
  opening->window = g_object_ref (window);
  opening->path = g_steal_pointer (&canonical);
  opening->sample = sample;
  opening->then = then;
  opening->packs = g_strdupv ((GStrv) packs);
  g_application_hold (G_APPLICATION (self));
  accord_window_show_opening (window, opening->path);
  accord_room_open_async (opening->path, self->schema, flags, on_opened, opening);
}
