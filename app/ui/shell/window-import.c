/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/window-work.h"

#include "compat.h"
#include "shell/import-dialog.h"

#include <glib/gi18n-lib.h>

/* Files that were dropped together are looked at one after the other; those still to come lie on the dialog.
 */
#define STILL_TO_COME "accord-still-to-come"

static void
on_work_begun (AccordImportDialog *dialog, AccordTask *task, AccordWindow *self)
{
  accord_window_add_task (self, task);
}

static void
on_show_payments (AccordImportDialog *dialog, AccordWindow *self)
{
  accord_window_go (self, "payment", 0);
}

static void
on_dialog_gone (GtkWidget *dialog, AccordWindow *self)
{
  GPtrArray *files = g_object_get_data (G_OBJECT (dialog), STILL_TO_COME);

  if (files->len > 0 && !gtk_widget_in_destruction (GTK_WIDGET (self)))
    accord_window_import_files (self, files);
}

static void
on_files_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) chosen = accord_choose_files_finish (result, &error);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; chosen != NULL && i < g_list_model_get_n_items (chosen); i++)
    g_ptr_array_add (files, g_list_model_get_item (chosen, i));

  if (files->len > 0)
    accord_window_import_files (ACCORD_WINDOW (source), files);
}

/**
 * accord_window_import:
 * @self: a window with a workspace
 *
 * Asks for payments files and looks at each before anything of it is kept.
 */
void
accord_window_import (AccordWindow *self)
{
  AccordFileRequest request = { ACCORD_FILE_OPEN_SEVERAL, _ ("Import payments"),    _ ("_Open"), NULL,
                                _ ("Payments (CSV)"),     "*.csv;*.CSV;*.txt;*.tsv" };

  accord_choose_files_async (GTK_WINDOW (self), &request, NULL, on_files_chosen, NULL);
}

/**
 * accord_window_import_files:
 * @self: a window with a workspace
 * @files: (element-type GFile): files that may hold payments
 *
 * Shows what importing the first of @files would do; the others follow when that is done.
 */
void
accord_window_import_files (AccordWindow *self, GPtrArray *files)
{
  AccordImportDialog *dialog;
  GPtrArray *still_to_come;

  g_return_if_fail (ACCORD_IS_WINDOW (self));
  g_return_if_fail (files != NULL && files->len > 0);

  dialog = accord_import_dialog_new (GTK_WINDOW (self), accord_window_get_workspace (self), files->pdata[0]);
  still_to_come = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 1; i < files->len; i++)
    g_ptr_array_add (still_to_come, g_object_ref (files->pdata[i]));
  g_object_set_data_full (G_OBJECT (dialog), STILL_TO_COME, still_to_come,
                          (GDestroyNotify) g_ptr_array_unref);

  g_signal_connect_object (dialog, "work-begun", G_CALLBACK (on_work_begun), self, 0);
  g_signal_connect_object (dialog, "show-payments", G_CALLBACK (on_show_payments), self, 0);
  g_signal_connect_object (dialog, "destroy", G_CALLBACK (on_dialog_gone), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
