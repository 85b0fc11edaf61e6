/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "keys/own-key.h"

#include "key-store.h"
#include "keys/own-key-dialog.h"
#include "seal-error.h"
#include "thread.h"

#include <glib/gi18n-lib.h>

/* A key that was unlocked is kept with the program for as long as it runs, so that a passphrase is asked for
 * once. */
#define KEPT "accord-own-key"

typedef struct
{
  AccordOwnKeyNeed need;
  GtkWidget *from;
  char *holder;
  gboolean has_service;
  gboolean has_file;
} Need;

static void
need_free (gpointer data)
{
  Need *need = data;

  g_clear_object (&need->from);
  g_free (need->holder);
  g_free (need);
}

static GObject *
find_keeper (GtkWidget *from)
{
  GtkRoot *root = gtk_widget_get_root (from);
  GtkWindow *window = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
  GtkApplication *application;

  while (window != NULL && gtk_window_get_transient_for (window) != NULL)
    window = gtk_window_get_transient_for (window);
  application = window != NULL ? gtk_window_get_application (window) : NULL;
  return application != NULL ? G_OBJECT (application) : NULL;
}

/**
 * accord_own_key_keep:
 * @from: a widget of a window of the program
 * @pair: a person's own key
 *
 * Keeps a key at hand for as long as the program runs.
 */
void
accord_own_key_keep (GtkWidget *from, AccordKeyPair *pair)
{
  GObject *keeper = find_keeper (from);

  if (keeper != NULL)
    g_object_set_data_full (keeper, KEPT, accord_key_pair_ref (pair), (GDestroyNotify) accord_key_pair_unref);
}

/* Looks where a key may be, on a thread: a keyring may ask to be unlocked. */
static void
look (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Need *need = data;
  const AccordKeyPlace service = { NULL, NULL };
  g_autofree char *path = accord_key_store_dup_default_path ();
  g_autoptr (GError) error = NULL;
  AccordKeyPair *pair = NULL;

  need->has_service = accord_key_store_has_service (cancellable);
  need->has_file = g_file_test (path, G_FILE_TEST_EXISTS);
  if (need->has_service)
    pair = accord_key_store_load (&service, cancellable, &error);
  /* A key in a file is of use whatever the service says; without one, a key that the service does not give
   * out is not made anew beside it. */
  if (error != NULL && !need->has_file
      && !g_error_matches (error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_NO_KEY))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, pair, (GDestroyNotify) accord_key_pair_unref);
}

static void
on_dialog_done (AccordOwnKeyDialog *dialog, AccordKeyPair *pair, GTask *task)
{
  Need *need = g_task_get_task_data (task);

  if (g_task_get_completed (task) || g_object_get_data (G_OBJECT (task), KEPT) != NULL)
    return;
  accord_own_key_keep (need->from, pair);
  g_object_set_data (G_OBJECT (task), KEPT, pair);
  g_task_return_pointer (task, accord_key_pair_ref (pair), (GDestroyNotify) accord_key_pair_unref);
}

static void
on_dialog_gone (GtkWidget *dialog, GTask *task)
{
  if (g_object_get_data (G_OBJECT (task), KEPT) == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s",
                             _ ("Nothing was done: your own key is needed for it."));
  g_object_unref (task);
}

static void
ask (GTask *task)
{
  Need *need = g_task_get_task_data (task);
  GtkRoot *root = gtk_widget_get_root (need->from);
  GtkWidget *dialog = accord_own_key_dialog_new (need->has_file, need->has_service, need->holder);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  g_signal_connect (dialog, "done", G_CALLBACK (on_dialog_done), task);
  g_signal_connect (dialog, "destroy", G_CALLBACK (on_dialog_gone), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Need *need = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordKeyPair) pair = g_task_propagate_pointer (G_TASK (result), &error);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (pair != NULL)
    {
      accord_own_key_keep (need->from, pair);
      g_task_return_pointer (task, g_steal_pointer (&pair), (GDestroyNotify) accord_key_pair_unref);
    }
  else if (need->has_file && need->need >= ACCORD_OWN_KEY_UNLOCK)
    ask (g_steal_pointer (&task));
  else if (!need->has_file && need->need >= ACCORD_OWN_KEY_MAKE)
    ask (g_steal_pointer (&task));
  else if (need->has_file)
    g_task_return_new_error (task, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_NEEDS_PASSPHRASE, "%s",
                             _ ("Your own key is in a file that wants its passphrase."));
  else
    g_task_return_new_error (task, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_NO_KEY, "%s",
                             _ ("There is no key of your own on this computer yet."));
}

/**
 * accord_own_key_need_async:
 * @from: a widget in the window that needs it
 * @need: how much a person may be asked for it
 * @holder: (nullable): what the key is proposed to be called where one is made: the organisation
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when it is there or not
 * @user_data: for @callback
 *
 * Gets the key of the person who sits here: from the secret service, or from a file whose passphrase is asked
 * for, or made anew. Where a person puts the question away, it fails with %G_IO_ERROR_CANCELLED; where there
 * is none and none is to be made, with %ACCORD_SEAL_ERROR_NO_KEY.
 */
void
accord_own_key_need_async (GtkWidget *from, AccordOwnKeyNeed need, const char *holder,
                           GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (from, cancellable, callback, user_data);
  g_autoptr (GTask) looking = NULL;
  GObject *keeper;
  AccordKeyPair *kept;
  Need *self;

  g_return_if_fail (GTK_IS_WIDGET (from));

  keeper = find_keeper (from);
  kept = keeper != NULL ? g_object_get_data (keeper, KEPT) : NULL;
  if (kept != NULL)
    {
      g_task_return_pointer (task, accord_key_pair_ref (kept), (GDestroyNotify) accord_key_pair_unref);
      return;
    }
  self = g_new0 (Need, 1);
  self->need = need;
  self->from = g_object_ref (from);
  self->holder = g_strdup (holder);
  g_task_set_task_data (task, self, need_free);
  looking = g_task_new (NULL, cancellable, on_looked, g_object_ref (task));
  g_task_set_task_data (looking, self, NULL);
  accord_thread_run (looking, look);
}

/**
 * accord_own_key_need_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full): the key pair; %NULL on failure
 */
AccordKeyPair *
accord_own_key_need_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
