/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Above the ceiling that holds elsewhere, where GTK is new enough: reaching there is what this file is for.
 */
#undef GDK_VERSION_MAX_ALLOWED

#include "compat.h"

/* The one place that knows which file dialog this GTK has: GtkFileDialog from 4.10 on, GtkFileChooserNative
 * before. */

static GtkFileFilter *
make_filter (const AccordFileRequest *request)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_auto (GStrv) patterns = g_strsplit (request->filter_patterns, ";", -1);

  gtk_file_filter_set_name (filter, request->filter_name);
  for (guint i = 0; patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);

  return g_steal_pointer (&filter);
}

#if GTK_CHECK_VERSION(4, 10, 0)

static void
finish_choice (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GListModel) files = NULL;

  switch (GPOINTER_TO_INT (g_task_get_task_data (task)))
    {
    case ACCORD_FILE_OPEN:
      file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);
      break;
    case ACCORD_FILE_SAVE:
      file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
      break;
    default:
      files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, &error);
      break;
    }

  if (file != NULL)
    {
      files = G_LIST_MODEL (g_list_store_new (G_TYPE_FILE));
      g_list_store_append (G_LIST_STORE (files), file);
    }

  if (files != NULL)
    g_task_return_pointer (task, g_steal_pointer (&files), g_object_unref);
  else if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", error->message);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
start_choice (GTask *task, GtkWindow *parent, const AccordFileRequest *request)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  GCancellable *cancellable = g_task_get_cancellable (task);

  gtk_file_dialog_set_title (dialog, request->title);
  gtk_file_dialog_set_accept_label (dialog, request->accept);
  gtk_file_dialog_set_initial_name (dialog, request->name);
  if (request->filter_name != NULL)
    {
      g_autoptr (GtkFileFilter) filter = make_filter (request);
      g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

      g_list_store_append (filters, filter);
      gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
    }

  g_task_set_task_data (task, GINT_TO_POINTER (request->task), NULL);
  if (request->task == ACCORD_FILE_OPEN)
    gtk_file_dialog_open (dialog, parent, cancellable, finish_choice, task);
  else if (request->task == ACCORD_FILE_SAVE)
    gtk_file_dialog_save (dialog, parent, cancellable, finish_choice, task);
  else
    gtk_file_dialog_open_multiple (dialog, parent, cancellable, finish_choice, task);
}

#else

static void
finish_choice (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  gtk_native_dialog_hide (dialog);
  if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog)), g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Dismissed");

  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
start_choice (GTask *task, GtkWindow *parent, const AccordFileRequest *request)
{
  gboolean save = request->task == ACCORD_FILE_SAVE;
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      request->title, parent, save ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN,
      request->accept, NULL);

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), request->task == ACCORD_FILE_OPEN_SEVERAL);
  if (save && request->name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), request->name);
  if (request->filter_name != NULL)
    {
      g_autoptr (GtkFileFilter) filter = make_filter (request);

      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
    }

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (finish_choice), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

#endif

/**
 * accord_choose_files_async:
 * @parent: the window that asks
 * @request: what is asked for
 * @cancellable: (nullable): to stop waiting
 * @callback: called when a choice was made or none
 * @user_data: data for @callback
 *
 * Lets a person choose files.
 */
void
accord_choose_files_async (GtkWindow *parent, const AccordFileRequest *request, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (request != NULL);

  task = g_task_new (parent, cancellable, callback, user_data);
  g_task_set_source_tag (task, accord_choose_files_async);
  start_choice (task, parent, request);
}

/**
 * accord_choose_files_finish:
 * @result: the result that the callback was given
 * @error: return location for an error; %G_IO_ERROR_CANCELLED when the person chose none
 *
 * Returns: (transfer full) (nullable): a list of #GFile with at least one in it
 */
GListModel *
accord_choose_files_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * accord_choose_file_finish:
 * @result: the result that the callback was given
 * @error: return location for an error; %G_IO_ERROR_CANCELLED when the person chose none
 *
 * Returns: (transfer full) (nullable): the file chosen
 */
GFile *
accord_choose_file_finish (GAsyncResult *result, GError **error)
{
  g_autoptr (GListModel) files = accord_choose_files_finish (result, error);

  return files != NULL ? g_list_model_get_item (files, 0) : NULL;
}

/**
 * accord_show_address:
 * @parent: the window that asks
 * @uri: an address
 *
 * Opens an address with the desktop's own program for it.
 */
void
accord_show_address (GtkWindow *parent, const char *uri)
{
  g_return_if_fail (uri != NULL);

#if GTK_CHECK_VERSION(4, 10, 0)
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);

  gtk_uri_launcher_launch (launcher, parent, NULL, NULL, NULL);
#else
  gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
#endif
}

/**
 * accord_window_leave_parent:
 * @window: a window that is being unrealized
 *
 * A window that work on a thread still holds outlives the one that it belongs to, also where it is destroyed
 * with it: GTK 4.8 only lets go of it then, and looks for the parent when it disposes of it at last.
 */
void
accord_window_leave_parent (GtkWindow *window)
{
  gtk_window_set_transient_for (window, NULL);
}
