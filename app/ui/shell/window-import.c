/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/window-work.h"

#include "compat.h"
#include "edition-file.h"
#include "edition/edition-dialog.h"
#include "shell/import-dialog.h"
#include "thread.h"

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
 * @figures: whether published figures are meant, and not payments
 *
 * Asks for files and looks at each before anything of it is kept; what is in them says which they are.
 */
void
accord_window_import (AccordWindow *self, gboolean figures)
{
  AccordFileRequest request = { ACCORD_FILE_OPEN_SEVERAL, _ ("Import payments"),    _ ("_Open"), NULL,
                                _ ("Payments (CSV)"),     "*.csv;*.CSV;*.txt;*.tsv" };

  if (figures)
    {
      request.title = _ ("Import published figures and unit costs");
      request.filter_name = _ ("Published figures (CSV, JSON)");
      request.filter_patterns = "*.csv;*.CSV;*.json;*.JSON;*.txt;*.tsv";
    }
  accord_choose_files_async (GTK_WINDOW (self), &request, NULL, on_files_chosen, NULL);
}

static GtkWindow *
make_payments (AccordWindow *self, GFile *file)
{
  AccordImportDialog *dialog =
      accord_import_dialog_new (GTK_WINDOW (self), accord_window_get_workspace (self), file);

  g_signal_connect_object (dialog, "work-begun", G_CALLBACK (on_work_begun), self, 0);
  g_signal_connect_object (dialog, "show-payments", G_CALLBACK (on_show_payments), self, 0);
  return GTK_WINDOW (dialog);
}

static void
on_show_edition (AccordEditionDialog *dialog, gint64 edition, AccordWindow *self)
{
  accord_window_go (self, "edition", edition);
}

static GtkWindow *
make_editions (AccordWindow *self, GFile *file)
{
  GtkWidget *dialog = accord_edition_dialog_new (GTK_WINDOW (self), accord_window_get_workspace (self), file);

  g_signal_connect_object (dialog, "show-edition", G_CALLBACK (on_show_edition), self, 0);
  return GTK_WINDOW (dialog);
}

/* The window, the files, and whether the first of them holds published figures. */
typedef struct
{
  AccordWindow *window;
  GPtrArray *files;
} Handed;

static void
handed_free (gpointer data)
{
  Handed *self = data;

  g_object_unref (self->window);
  g_ptr_array_unref (self->files);
  g_free (self);
}

static void
sniff (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Handed *handed = data;

  g_task_return_boolean (task, accord_edition_file_sniff (handed->files->pdata[0], cancellable));
}

static void
on_sniffed (GObject *source, GAsyncResult *result, gpointer unused)
{
  const Handed *handed = g_task_get_task_data (G_TASK (result));
  AccordWindow *self = handed->window;
  const gboolean editions = g_task_propagate_boolean (G_TASK (result), NULL);
  GPtrArray *still_to_come;
  GtkWindow *dialog;

  if (accord_window_get_workspace (self) == NULL || gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;
  dialog = editions ? make_editions (self, handed->files->pdata[0])
                    : make_payments (self, handed->files->pdata[0]);
  still_to_come = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 1; i < handed->files->len; i++)
    g_ptr_array_add (still_to_come, g_object_ref (handed->files->pdata[i]));
  g_object_set_data_full (G_OBJECT (dialog), STILL_TO_COME, still_to_come,
                          (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (dialog, "destroy", G_CALLBACK (on_dialog_gone), self, 0);
  gtk_window_present (dialog);
}

/**
 * accord_window_import_files:
 * @self: a window with a workspace
 * @files: (element-type GFile): files that may hold payments or published figures
 *
 * Shows what importing the first of @files would do; the others follow when that is done.
 */
void
accord_window_import_files (AccordWindow *self, GPtrArray *files)
{
  g_autoptr (GTask) task = NULL;
  Handed *handed;

  g_return_if_fail (ACCORD_IS_WINDOW (self));
  g_return_if_fail (files != NULL && files->len > 0);

  handed = g_new0 (Handed, 1);
  handed->window = g_object_ref (self);
  handed->files = g_ptr_array_ref (files);
  task = g_task_new (NULL, NULL, on_sniffed, NULL);
  g_task_set_task_data (task, handed, handed_free);
  accord_thread_run (task, sniff);
}
