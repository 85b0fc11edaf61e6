/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "programme/evaluation-paper.h"

#include "compat.h"
#include "evaluation-report.h"
#include "print/printout.h"
#include "today.h"

#include <glib/gi18n-lib.h>

/* The evaluation of a programme on its way to paper: to a printer, or into @file. */
typedef struct
{
  GtkWindow *window;
  AccordWorkspace *workspace;
  GtkWidget *note;
  gint64 programme;
  GFile *file;
} Job;

static Job *
job_new (GtkWidget *from, AccordWorkspace *workspace, gint64 programme, GtkWidget *note)
{
  Job *job = g_new0 (Job, 1);
  GtkRoot *root = gtk_widget_get_root (from);

  job->window = GTK_IS_WINDOW (root) ? g_object_ref (GTK_WINDOW (root)) : NULL;
  job->workspace = g_object_ref (workspace);
  job->note = note != NULL ? g_object_ref (note) : NULL;
  job->programme = programme;
  return job;
}

static void
job_free (Job *job)
{
  g_clear_object (&job->window);
  g_clear_object (&job->workspace);
  g_clear_object (&job->note);
  g_clear_object (&job->file);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static void
say (Job *job, const char *words)
{
  if (job->note == NULL)
    return;
  gtk_label_set_label (GTK_LABEL (job->note), words);
  gtk_widget_show (job->note);
}

static gpointer
read_report (AccordReader *reader, gpointer data, GError **error)
{
  g_autofree char *today = accord_today_dup ();
  g_autoptr (AccordEvaluation) evaluation = accord_evaluation_read (reader, *(gint64 *) data, today, error);

  return evaluation != NULL ? accord_evaluation_report_new (evaluation) : NULL;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Job) job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordReport) report = accord_workspace_read_finish (ACCORD_WORKSPACE (source), result, &error);
  g_autoptr (AccordPrintout) printout = report != NULL ? accord_printout_new_for_report (report) : NULL;
  g_autofree char *name = job->file != NULL ? g_file_get_basename (job->file) : NULL;
  g_autofree char *words = NULL;

  if (printout != NULL && job->file == NULL)
    {
      accord_printout_print (printout, job->window);
      return;
    }
  if (printout == NULL || !accord_printout_write_pdf (printout, job->file, &error))
    {
      say (job, error->message);
      return;
    }
  /* Translators: the name of a file */
  words = g_strdup_printf (_ ("Saved as “%s”"), name);
  say (job, words);
}

static void
start (Job *job)
{
  accord_workspace_read_async (job->workspace, read_report, g_memdup2 (&job->programme, sizeof (gint64)),
                               g_free, (GDestroyNotify) accord_report_unref, NULL, on_read, job);
}

/**
 * accord_evaluation_paper_print:
 * @from: a widget in a window
 * @workspace: where records are kept
 * @programme: a programme
 *
 * Asks for a printer, and prints the report of the programme's evaluation.
 */
void
accord_evaluation_paper_print (GtkWidget *from, AccordWorkspace *workspace, gint64 programme)
{
  start (job_new (from, workspace, programme, NULL));
}

static void
on_named (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Job) job = data;
  g_autoptr (GError) error = NULL;

  job->file = accord_choose_file_finish (result, &error);
  if (job->file != NULL)
    start (g_steal_pointer (&job));
}

/**
 * accord_evaluation_paper_save:
 * @from: a widget in a window
 * @workspace: where records are kept
 * @programme: a programme
 * @note: a label that says what became of it
 *
 * Asks for a file, and saves the report of the programme's evaluation to it as a PDF.
 */
void
accord_evaluation_paper_save (GtkWidget *from, AccordWorkspace *workspace, gint64 programme, GtkWidget *note)
{
  Job *job = job_new (from, workspace, programme, note);
  g_autofree char *name = g_strdup_printf ("%s.pdf", _ ("Evaluation"));
  AccordFileRequest request = { ACCORD_FILE_SAVE,    _ ("Save the report"),
                                _ ("_Save"),         name,
                                _ ("PDF documents"), "*.pdf" };

  accord_choose_files_async (job->window, &request, NULL, on_named, job);
}
