/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/window-work.h"

#include "compat.h"
#include "exchange-error.h"
#include "export-table.h"
#include "print/printable.h"
#include "shell/window-private.h"

#include <glib/gi18n-lib.h>

/* Something on its way to paper: to a printer, or into @file. */
typedef struct
{
  AccordWindow *window;
  AccordQuery *query;
  guint *fields;
  guint n_fields;
  GtkWidget *page;
  char *title;
  GFile *file;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->window);
  g_clear_pointer (&job->query, accord_query_unref);
  g_clear_object (&job->page);
  g_clear_object (&job->file);
  g_free (job->fields);
  g_free (job->title);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static void
finish (Job *job, AccordPrintout *printout)
{
  g_autoptr (GError) error = NULL;

  if (job->file == NULL)
    {
      accord_printout_print (printout, GTK_WINDOW (job->window));
      return;
    }
  if (accord_printout_write_pdf (printout, job->file, &error))
    {
      g_autofree char *name = g_file_get_basename (job->file);
      /* Translators: the name of a file */
      g_autofree char *words = g_strdup_printf (_ ("Saved as “%s”"), name);

      accord_window_say (job->window, words);
    }
  else
    accord_window_say_error (job->window, error);
}

static void
on_taken (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Job) job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordPrintout) printout = accord_printable_take_finish (result, &error);

  if (printout != NULL)
    finish (job, printout);
}

static gpointer
read_rows (AccordReader *reader, gpointer data, GError **error)
{
  AccordQuery *query = data;
  gint64 n_rows = accord_reader_count (reader, query, error);

  if (n_rows < 0)
    return NULL;
  if (n_rows <= ACCORD_EXPORT_PDF_MOST_ROWS)
    return accord_reader_list (reader, query, error);
  g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_WRITE,
               _ ("This list has more than %d rows, too many for paper: filter it, or export it as CSV."),
               ACCORD_EXPORT_PDF_MOST_ROWS);
  return NULL;
}

static void
on_rows (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Job) job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = accord_workspace_read_finish (ACCORD_WORKSPACE (source), result, &error);
  g_autoptr (AccordPrintout) printout = NULL;

  if (rows == NULL)
    {
      accord_window_say_error (job->window, error);
      return;
    }
  printout = accord_printout_new_for_records (rows, job->fields, job->n_fields, job->title);
  finish (job, printout);
}

static void
start (Job *job)
{
  AccordWorkspace *workspace = accord_window_get_workspace (job->window);

  if (job->page != NULL)
    accord_printable_take_async (job->page, job->title, on_taken, job);
  else
    accord_workspace_read_async (workspace, read_rows, accord_query_ref (job->query),
                                 (GDestroyNotify) accord_query_unref, (GDestroyNotify) g_ptr_array_unref,
                                 NULL, on_rows, job);
}

static void
on_named (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Job) job = data;
  g_autoptr (GError) error = NULL;

  job->file = accord_choose_file_finish (result, &error);
  if (job->file != NULL && accord_window_get_workspace (job->window) != NULL)
    start (g_steal_pointer (&job));
}

static void
ask_for_file (Job *job)
{
  g_autofree char *name = g_strdup_printf ("%s.pdf", job->title);
  AccordFileRequest request = { ACCORD_FILE_SAVE, _ ("Save as PDF"), _ ("_Save"), name, _ ("PDF documents"),
                                "*.pdf" };

  g_strdelimit (name, "/\\", '-');
  accord_choose_files_async (GTK_WINDOW (job->window), &request, NULL, on_named, job);
}

static Job *
job_new_for_list (AccordWindow *self, AccordListView *view)
{
  Job *job = g_new0 (Job, 1);
  const guint *fields = accord_list_view_get_fields (view, &job->n_fields);

  job->window = g_object_ref (self);
  job->query = accord_query_copy (accord_list_view_get_query (view));
  job->fields = g_memdup2 (fields, job->n_fields * sizeof *fields);
  job->title = g_strdup (
      accord_place_get_label (accord_window_get_place (self), accord_workspace_get_schema (self->workspace)));
  return job;
}

static Job *
job_new_for_page (AccordWindow *self, GtkWidget *page)
{
  Job *job = g_new0 (Job, 1);

  job->window = g_object_ref (self);
  job->page = g_object_ref (page);
  job->title = accord_browser_get_record (self->browser) != 0
                   ? accord_detail_page_dup_title (accord_browser_get_detail_page (self->browser))
                   : g_strdup (accord_place_get_label (accord_window_get_place (self),
                                                       accord_workspace_get_schema (self->workspace)));
  return job;
}

/**
 * accord_window_print:
 * @self: a window with a workspace
 * @list: whether the list is meant even where a record is shown
 * @pdf: whether it goes into a file
 *
 * Prints what is in view: the record's page or, where none is open, the list or the place's own page; or
 * saves that as a PDF.
 */
void
accord_window_print (AccordWindow *self, gboolean list, gboolean pdf)
{
  AccordListView *view = accord_browser_get_list_view (self->browser);
  GtkWidget *page = NULL;
  Job *job;

  if (view == NULL || (!list && accord_browser_get_record (self->browser) != 0))
    page = accord_printable_find (view == NULL ? GTK_WIDGET (self->browser)
                                               : GTK_WIDGET (accord_browser_get_detail_page (self->browser)));
  if (page == NULL && view == NULL)
    return;
  job = page != NULL ? job_new_for_page (self, page) : job_new_for_list (self, view);
  if (pdf)
    ask_for_file (job);
  else
    start (job);
}
