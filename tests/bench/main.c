/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include "kinds.h"
#include "query.h"
#include "window.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

/* The small workspace: just enough that its lists fill a window. */
#define SMALL 1000

#define SEED 20161019

static struct
{
  char *output;
  char *folder;
  char *large;
  char *memory_of;
  char *page_memory_of;
  char **only;
  gint64 payments;
  int runs;
  int import_runs;
} options = { .payments = 1000000, .runs = 15, .import_runs = 3 };

static const GOptionEntry entries[] = {
  { "output", 0, 0, G_OPTION_ARG_FILENAME, &options.output, "Write the results as JSON", "FILE" },
  { "folder", 0, 0, G_OPTION_ARG_FILENAME, &options.folder, "Make the files in a new folder there",
    "FOLDER" },
  { "large", 0, 0, G_OPTION_ARG_FILENAME, &options.large, "Use this large workspace, as a run before left it",
    "FILE" },
  { "memory-of", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_FILENAME, &options.memory_of, NULL, NULL },
  { "page-memory-of", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, &options.page_memory_of, NULL, NULL },
  { "only", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.only,
    "Measure only this group; may be repeated: lists, search, import, committee, edit, stall, scroll, "
    "switch, go-to, memory, start, page, appraisal, appraisal-page, chance, portfolio, "
    "pack, pdf",
    "GROUP" },
  { "payments", 0, 0, G_OPTION_ARG_INT64, &options.payments, "Payments in the large workspace", "N" },
  { "runs", 0, 0, G_OPTION_ARG_INT, &options.runs, "How often what is quick is measured", "N" },
  { "import-runs", 0, 0, G_OPTION_ARG_INT, &options.import_runs, "How often an import is measured", "N" },
  { NULL },
};

static const struct
{
  const char *name;
  void (*measure) (Bench *);
  gboolean windowed;
} groups[] = {
  { "lists", bench_measure_lists, FALSE },
  { "search", bench_measure_search, FALSE },
  { "import", bench_measure_import, FALSE },
  { "committee", bench_measure_committee, FALSE },
  { "edit", bench_measure_edit, TRUE },
  { "stall", bench_measure_stall, TRUE },
  { "scroll", bench_measure_scroll, TRUE },
  { "switch", bench_measure_switch, TRUE },
  { "go-to", bench_measure_go_to, TRUE },
  { "memory", bench_measure_memory, TRUE },
  { "start", bench_measure_start, TRUE },
  { "page", bench_measure_page, FALSE },
  { "appraisal", bench_measure_appraisal, FALSE },
  { "appraisal-page", bench_measure_appraisal_page, TRUE },
  { "chance", bench_measure_chance, FALSE },
  { "portfolio", bench_measure_portfolio, FALSE },
  { "pack", bench_measure_pack, FALSE },
  { "pdf", bench_measure_pdf, TRUE },
};

/**
 * bench_file:
 * @self: the bench
 * @name: a name
 *
 * Returns: (transfer full): a file of that name among those that are removed at the end
 */
char *
bench_file (Bench *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

/**
 * bench_open:
 * @self: the bench
 * @path: a workspace
 * @flags: how
 *
 * Returns: (transfer full): it, to be given to bench_close()
 */
AccordWorkspace *
bench_open (Bench *self, const char *path, AccordOpenFlags flags)
{
  g_autoptr (GError) error = NULL;
  AccordWorkspace *workspace = accord_workspace_open (path, self->schema, flags, NULL, &error);

  if (workspace == NULL)
    g_error ("%s", error->message);
  return workspace;
}

/* What is still on its way to the main loop holds the workspace. */
void
bench_close (AccordWorkspace *workspace)
{
  bench_loop_settle ();
  accord_workspace_close (workspace);
  bench_loop_settle ();
  g_object_unref (workspace);
}

/**
 * bench_query:
 * @self: the bench
 * @sort: the field to sort by
 * @search: (nullable): words to search for
 *
 * Returns: (transfer full): payments, in that order
 */
AccordQuery *
bench_query (Bench *self, const char *sort, const char *search)
{
  AccordQuery *query = accord_query_new (self->payment);

  accord_query_set_sort (query, accord_kind_find_field (self->payment, sort), FALSE);
  accord_query_set_search (query, search);
  return query;
}

static char *
make_workspace (Bench *self, const char *name, const BenchSize *size)
{
  g_autoptr (GError) error = NULL;
  char *path = bench_file (self, name);
  AccordWorkspace *workspace = bench_open (self, path, ACCORD_OPEN_CREATE);

  if (size != NULL && !bench_fill_workspace (workspace, size, &error))
    g_error ("%s", error->message);
  bench_close (workspace);
  return path;
}

static void
set_up (Bench *self)
{
  g_autofree char *template = g_build_filename (options.folder != NULL ? options.folder : g_get_tmp_dir (),
                                                "accord-bench-XXXXXX", NULL);
  const BenchSize *size = &self->size;
  const BenchSize small = { SMALL, SMALL, SMALL, size->seed };
  const double start = bench_now ();

  self->folder = g_mkdtemp (g_steal_pointer (&template));
  if (self->folder == NULL)
    g_error ("No folder can be made for the files");
  self->schema = accord_model_schema_new ();
  self->payment = accord_schema_find_kind (self->schema, "payment");
  self->empty = make_workspace (self, "empty.accord", NULL);
  self->small = make_workspace (self, "small.accord", &small);
  self->large =
      options.large != NULL ? g_strdup (options.large) : make_workspace (self, "large.accord", size);
  g_print ("Made %" G_GINT64_FORMAT " payments, %" G_GINT64_FORMAT " organisations, %" G_GINT64_FORMAT
           " cases in %.1f s.\n",
           size->n_payments, size->n_organisations, size->n_cases, (bench_now () - start) / 1000);
}

static void
tear_down (Bench *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = bench_file (self, name);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_object_unref (self->schema);
  g_free (self->large);
  g_free (self->small);
  g_free (self->empty);
  g_free (self->folder);
}

static void
show_memory (Bench *self)
{
  if (!bench_window_init ())
    g_error ("There is no display");
  self->schema = accord_model_schema_new ();
  self->payment = accord_schema_find_kind (self->schema, "payment");
  bench_memory_show (self, options.memory_of);
  g_object_unref (self->schema);
}

static gboolean
is_wanted (const char *group)
{
  return options.only == NULL || g_strv_contains ((const char *const *) options.only, group);
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("- measure Accord against plain SQLite");
  g_autoptr (BenchReport) report = bench_report_new ();
  g_autoptr (GError) error = NULL;
  Bench bench = { 0 };
  gboolean has_display;

  g_setenv ("ACCORD_PDF_PROGRAM", ACCORD_PDF_PROGRAM, FALSE);
  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || options.payments < SMALL || options.runs < 1
      || options.runs > BENCH_MOST_RUNS || options.import_runs < 1 || options.import_runs > BENCH_MOST_RUNS)
    {
      g_printerr ("accord-bench: %s\n", error != NULL ? error->message : "A number is out of range.");
      return 2;
    }

  if (options.memory_of != NULL)
    {
      show_memory (&bench);
      return 0;
    }
  if (options.page_memory_of != NULL)
    {
      bench_page_memory_show (options.page_memory_of);
      return 0;
    }
  bench.size = (BenchSize){ options.payments, options.payments / 100, options.payments / 500, SEED };
  bench.runs = options.runs;
  bench.import_runs = options.import_runs;
  bench.report = report;
  has_display = bench_window_init ();
  bench_stall_watch ();
  set_up (&bench);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (is_wanted (groups[i].name) && (has_display || !groups[i].windowed))
      groups[i].measure (&bench);
    else if (is_wanted (groups[i].name))
      g_print ("%s: not measured, for there is no display\n", groups[i].name);
  tear_down (&bench);

  bench_report_print (report);
  if (options.output != NULL && !bench_report_save (report, options.output, &error))
    {
      g_printerr ("accord-bench: %s\n", error->message);
      return 1;
    }
  return 0;
}
