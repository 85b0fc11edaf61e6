/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/window-work.h"

#include "form/page-parts.h"
#include "compat.h"
#include "history.h"
#include "list/list-words.h"
#include "thread.h"

#include <glib/gi18n-lib.h>

/* Long work on a workspace, done on a thread of its own while the window goes on. */
typedef struct
{
  AccordWindow *window;
  AccordWorkspace *workspace;
  AccordTask *task;
  char *path;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_object_unref (work->window);
  g_object_unref (work->workspace);
  g_object_unref (work->task);
  g_free (work->path);
  g_free (work);
}

static Work *
work_begin (AccordWindow *window, const char *title, char *path)
{
  Work *work = g_new0 (Work, 1);

  work->window = g_object_ref (window);
  work->workspace = g_object_ref (accord_window_get_workspace (window));
  work->task = accord_task_new (title);
  work->path = path;
  accord_window_add_task (window, work->task);

  return work;
}

static void
work_run (Work *work, GTaskThreadFunc function, GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task =
      g_task_new (work->window, accord_task_get_cancellable (work->task), callback, NULL);

  g_task_set_task_data (task, work, work_free);
  accord_thread_run (task, function);
}

static void
run_check (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  AccordCheckReport *report =
      accord_workspace_check (work->workspace, FALSE, accord_task_report, work->task, cancellable, &error);

  if (report != NULL)
    g_task_return_pointer (task, report, (GDestroyNotify) accord_check_report_free);
  else
    g_task_return_error (task, error);
}

static char *
dup_problems (AccordCheckReport *report)
{
  GString *text = g_string_new (NULL);
  guint shown = MIN (report->problems->len, 12);

  for (guint i = 0; i < shown; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (char *) report->problems->pdata[i]);
  if (report->problems->len > shown)
    g_string_append_printf (text, ngettext ("\nand %u more", "\nand %u more", report->problems->len - shown),
                            report->problems->len - shown);

  return g_string_free (text, FALSE);
}

static void
show_report (AccordWindow *self, AccordCheckReport *report)
{
  gboolean well = report->problems->len == 0;
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  if (well)
    {
      g_autofree char *records = accord_list_dup_number ((guint64) report->n_records);
      g_autofree char *changes = accord_list_dup_number ((guint64) report->n_changes);

      g_autofree char *looked_at =
          g_strdup_printf (ngettext ("%s record", "%s records", (gulong) report->n_records), records);
      g_autofree char *followed =
          g_strdup_printf (ngettext ("%s change", "%s changes", (gulong) report->n_changes), changes);

      heading = g_strdup (_ ("All is well"));
      /* Translators: “258 records” and “12 changes” */
      body =
          g_strdup_printf (_ ("%s and %s were looked at. Nothing is damaged and nothing was tampered with."),
                           looked_at, followed);
    }
  else
    {
      heading =
          g_strdup_printf (ngettext ("%u problem was found", "%u problems were found", report->problems->len),
                           report->problems->len);
      body = dup_problems (report);
    }

  dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  accord_page_name_buttons (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_checked (GObject *source, GAsyncResult *result, gpointer data)
{
  AccordWindow *self = ACCORD_WINDOW (source);
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordCheckReport) report = g_task_propagate_pointer (G_TASK (result), &error);

  accord_task_finish (work->task);
  if (report != NULL)
    show_report (self, report);
  else
    accord_window_say_error (self, error);
}

static void
run_backup (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  if (accord_workspace_backup (work->workspace, work->path, accord_task_report, work->task, cancellable,
                               &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_backed_up (GObject *source, GAsyncResult *result, gpointer data)
{
  AccordWindow *self = ACCORD_WINDOW (source);
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_filename_display_basename (work->path);
  g_autofree char *words = g_strdup_printf (_ ("Saved the backup “%s”"), name);

  accord_task_finish (work->task);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    accord_window_say (self, words);
  else
    accord_window_say_error (self, error);
}

static void
on_backup_named (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = accord_choose_file_finish (result, &error);

  if (file != NULL)
    work_run (work_begin (ACCORD_WINDOW (source), _ ("Saving a backup"), g_file_get_path (file)), run_backup,
              on_backed_up);
  else
    accord_window_say_error (ACCORD_WINDOW (source), error);
}

/**
 * accord_window_check:
 * @self: a window with a workspace
 *
 * Looks whether the workspace is whole and untampered, and says so.
 */
void
accord_window_check (AccordWindow *self)
{
  work_run (work_begin (self, _ ("Checking this workspace"), NULL), run_check, on_checked);
}

/**
 * accord_window_backup:
 * @self: a window with a workspace
 *
 * Asks for a file and saves a copy of the workspace to it.
 */
void
accord_window_backup (AccordWindow *self)
{
  g_autofree char *workspace = accord_workspace_dup_display_name (accord_window_get_workspace (self));
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%F");
  g_autofree char *name = g_strdup_printf ("%s %s.accord", workspace, day);
  AccordFileRequest request = { ACCORD_FILE_SAVE,        _ ("Save a backup"), _ ("_Save"), name,
                                _ ("Accord workspaces"), "*.accord" };

  accord_choose_files_async (GTK_WINDOW (self), &request, NULL, on_backup_named, NULL);
}
