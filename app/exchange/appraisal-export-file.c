/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal-export.h"

#include "appraisal-book.h"
#include "board-paper.h"
#include "exchange-error.h"
#include "thread.h"
#include "today.h"

#include <glib/gi18n-lib.h>

/* How much of the work is done when the figures are known, of a hundred. */
#define WORKED_OUT 60
#define ALL 100

/* --- Into a file. */

/* A part of the work: so many hundredths of it from @first on. */
typedef struct
{
  AccordProgressFunc progress;
  gpointer data;
  gint64 first;
  gint64 share;
} Part;

static void
tell_part (gint64 done, gint64 total, gpointer data)
{
  const Part *part = data;

  if (part->progress != NULL && total > 0)
    part->progress (part->first + part->share * done / total, ALL, part->data);
}

static gboolean
ends_in (const char *name, const char *ending)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_str_has_suffix (lower, ending);
}

/**
 * accord_appraisal_export_check_name:
 * @name: the name of a file, or its path
 * @error: return location for an error
 *
 * Returns: whether its ending says in which form to write it: .pdf or .xlsx
 */
gboolean
accord_appraisal_export_check_name (const char *name, GError **error)
{
  g_autofree char *shown = NULL;

  if (ends_in (name, ".pdf") || ends_in (name, ".xlsx"))
    return TRUE;
  shown = g_filename_display_name (name);
  g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_WRITE,
               _ ("“%s” ends neither in .pdf nor in .xlsx."), shown);
  return FALSE;
}

static gboolean
write_paper (AccordAppraisalExport *self, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (AccordReport) report = accord_board_paper_new (self);

  return !g_cancellable_set_error_if_cancelled (cancellable, error)
         && accord_report_write_pdf (report, file, error);
}

/**
 * accord_appraisal_export_write:
 * @self: an appraisal; it is worked out if it is not yet
 * @file: where to: a board paper if its name ends in .pdf, a workbook if in .xlsx
 * @progress: (nullable): told how far it is
 * @progress_data: for @progress
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Writes the appraisal. The file is there whole or, if anything goes wrong, as it was before.
 *
 * Returns: %FALSE if it cannot be written
 */
gboolean
accord_appraisal_export_write (AccordAppraisalExport *self, GFile *file, AccordProgressFunc progress,
                               gpointer progress_data, GCancellable *cancellable, GError **error)
{
  Part work = { progress, progress_data, 0, WORKED_OUT };
  Part writing = { progress, progress_data, WORKED_OUT, ALL - WORKED_OUT };
  g_autofree char *name = g_file_get_basename (file);

  if (!accord_appraisal_export_check_name (name, error))
    return FALSE;
  if (self->results->len == 0
      && !accord_appraisal_export_work_out (self, tell_part, &work, cancellable, error))
    return FALSE;
  if (ends_in (name, ".pdf"))
    return write_paper (self, file, cancellable, error);
  return accord_appraisal_book_write (self, file, tell_part, &writing, cancellable, error);
}

/* --- Without waiting. */

typedef struct
{
  gint64 business_case;
  char *option;
  char *scenario;
  GFile *file;
  AccordAppraisalExport *appraisal;
  AccordProgressFunc progress;
  gpointer progress_data;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->option);
  g_free (job->scenario);
  g_object_unref (job->file);
  g_clear_pointer (&job->appraisal, accord_appraisal_export_free);
  g_free (job);
}

static gpointer
read_case (AccordReader *reader, gpointer data, GError **error)
{
  g_autofree char *today = accord_today_dup ();

  return accord_appraisal_export_read (reader, *(gint64 *) data, today, error);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (accord_appraisal_export_choose (job->appraisal, job->option, job->scenario, &error)
      && accord_appraisal_export_write (job->appraisal, job->file, job->progress, job->progress_data,
                                        cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  job->appraisal = accord_workspace_read_finish (ACCORD_WORKSPACE (source), result, &error);
  if (job->appraisal == NULL)
    g_task_return_error (task, error);
  else
    accord_thread_run (task, write_in_thread);
}

/**
 * accord_appraisal_export_write_async:
 * @workspace: where records are kept
 * @business_case: a business case
 * @option: (nullable): as for accord_appraisal_export_choose()
 * @scenario: (nullable): likewise
 * @file: where to: .pdf or .xlsx
 * @progress: (nullable): told how far it is, on another thread
 * @progress_data: for @progress
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Reads the appraisal of a case, works it out and writes it, without making anybody wait.
 */
void
accord_appraisal_export_write_async (AccordWorkspace *workspace, gint64 business_case, const char *option,
                                     const char *scenario, GFile *file, AccordProgressFunc progress,
                                     gpointer progress_data, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (workspace, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->business_case = business_case;
  job->option = g_strdup (option);
  job->scenario = g_strdup (scenario);
  job->file = g_object_ref (file);
  job->progress = progress;
  job->progress_data = progress_data;
  g_task_set_task_data (task, job, job_free);
  accord_workspace_read_async (workspace, read_case, g_memdup2 (&business_case, sizeof business_case), g_free,
                               (GDestroyNotify) accord_appraisal_export_free, cancellable, on_read, task);
}

/**
 * accord_appraisal_export_write_finish:
 * @workspace: where records are kept
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: %FALSE if it could not be written
 */
gboolean
accord_appraisal_export_write_finish (AccordWorkspace *workspace, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
