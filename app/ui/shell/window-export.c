/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/window-work.h"

#include "compat.h"
#include "export-table.h"
#include "list/list-words.h"
#include "print/print-page.h"
#include "shell/window-private.h"

#include <glib/gi18n-lib.h>

/* A list on its way into a file. */
typedef struct
{
  AccordWindow *window;
  AccordQuery *query;
  guint *fields;
  guint n_fields;
  AccordExportFormat format;
  AccordTask *task;
  char *name;
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->window);
  accord_query_unref (export->query);
  g_free (export->fields);
  g_clear_object (&export->task);
  g_free (export->name);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
say_exported (Export *export, gint64 n_rows)
{
  g_autofree char *number = accord_list_dup_number ((guint64) n_rows);
  /* Translators: a number of rows, and the name of a file */
  g_autofree char *words = g_strdup_printf (
      ngettext ("Saved %s row as “%s”", "Saved %s rows as “%s”", (gulong) n_rows), number, export->name);

  accord_window_say (export->window, words);
}

static void
on_exported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) export = data;
  g_autoptr (GError) error = NULL;
  gint64 n_rows = accord_export_list_finish (ACCORD_WORKSPACE (source), result, &error);

  accord_task_finish (export->task);
  if (n_rows >= 0)
    say_exported (export, n_rows);
  else
    accord_window_say_error (export->window, error);
}

static void
on_named (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) export = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = accord_choose_file_finish (result, &error);
  AccordWorkspace *workspace = accord_window_get_workspace (export->window);

  if (file == NULL || workspace == NULL)
    return;

  export->name = g_file_get_basename (file);
  export->task = accord_task_new (_ ("Exporting this list"));
  accord_window_add_task (export->window, export->task);
  accord_export_list_async (workspace, export->query, export->fields, export->n_fields, file, export->format,
                            NULL, accord_task_report, export->task,
                            accord_task_get_cancellable (export->task), on_exported, export);
  g_steal_pointer (&export);
}

static void
export_list (AccordWindow *self, AccordListView *view, gboolean spreadsheet)
{
  Export *export = g_new0 (Export, 1);
  const guint *fields;
  /* A file cannot have a slash in its name, as financial years do. */
  g_autofree char *label = g_strdelimit (g_strdup (accord_list_view_get_sentence (view)), "/\\:*?\"<>|", '-');
  g_autofree char *name = g_strdup_printf ("%s.%s", label, spreadsheet ? "xlsx" : "csv");
  AccordFileRequest request = { ACCORD_FILE_SAVE,
                                _ ("Export this list"),
                                _ ("_Save"),
                                name,
                                spreadsheet ? _ ("Spreadsheets (XLSX)") : _ ("Comma-separated values"),
                                spreadsheet ? "*.xlsx" : "*.csv" };

  export->window = g_object_ref (self);
  export->query = accord_query_copy (accord_list_view_get_query (view));
  fields = accord_list_view_get_fields (view, &export->n_fields);
  export->fields = g_memdup2 (fields, export->n_fields * sizeof *fields);
  export->format = spreadsheet ? ACCORD_EXPORT_XLSX : ACCORD_EXPORT_CSV;
  accord_choose_files_async (GTK_WINDOW (self), &request, NULL, on_named, export);
}

/* --- A page that is no list. */

typedef struct
{
  AccordWindow *window;
  AccordPrintPage *page;
} PageExport;

static void
page_export_free (PageExport *export)
{
  g_object_unref (export->window);
  g_object_unref (export->page);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PageExport, page_export_free)

static void
on_page_named (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PageExport) export = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = accord_choose_file_finish (result, &error);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *words = NULL;

  if (file == NULL)
    return;
  if (!accord_print_page_write_csv (export->page, file, &error))
    {
      accord_window_say_error (export->window, error);
      return;
    }
  /* Translators: the name of a file */
  words = g_strdup_printf (_ ("Saved as “%s”"), name);
  accord_window_say (export->window, words);
}

/* What a page shows is little, and in memory: it is written at once. */
static void
export_page (AccordWindow *self)
{
  PageExport *export = g_new0 (PageExport, 1);
  const char *label =
      accord_place_get_label (accord_window_get_place (self), accord_workspace_get_schema (self->workspace));
  g_autofree char *name = g_strdup_printf ("%s.csv", label);
  AccordFileRequest request = {
    ACCORD_FILE_SAVE, _ ("Export this page"), _ ("_Save"), name, _ ("Comma-separated values"), "*.csv"
  };

  export->window = g_object_ref (self);
  export->page = g_object_ref (accord_print_page_find (GTK_WIDGET (self->browser)));
  accord_choose_files_async (GTK_WINDOW (self), &request, NULL, on_page_named, export);
}

/**
 * accord_window_export:
 * @self: a window with a workspace
 * @spreadsheet: whether a workbook is wanted; plain text otherwise
 *
 * Asks for a file and saves the list in view to it: its rows as they are filtered and sorted, its columns as
 * they are shown; or what a page shows that is no list.
 */
void
accord_window_export (AccordWindow *self, gboolean spreadsheet)
{
  AccordListView *view = accord_browser_get_list_view (self->browser);

  if (view != NULL)
    export_list (self, view, spreadsheet);
  else if (accord_print_page_find (GTK_WIDGET (self->browser)) != NULL)
    export_page (self);
}
