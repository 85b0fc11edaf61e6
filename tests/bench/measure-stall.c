/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include "payments-import.h"
#include "plain.h"
#include "query.h"
#include "window.h"

/* In milliseconds: a frame. */
#define LONGEST 16.0

/* Each phase is gone through so often; the import once. */
#define ROUNDS 3

typedef enum
{
  OPENING,
  SORTING,
  SEARCHING,
  EDITING,
  IMPORTING,
  N_PHASES
} Phase;

static const char *const phase_names[] = { "opening", "sorting", "searching", "editing", "importing" };

typedef struct
{
  Bench *bench;
  BenchWindow *window;
  AccordWorkspace *workspace;
  AccordQuery *query;
  AccordPaymentsFile *file;
  gboolean done;
  BenchSeries wall[N_PHASES];
  BenchSeries cpu[N_PHASES];
} Stage;

static void
begin (Stage *self)
{
  bench_loop_settle ();
  bench_stall_begin ();
}

static void
end (Stage *self, Phase phase)
{
  double cpu;

  bench_series_add (&self->wall[phase], bench_stall_end (&cpu));
  bench_series_add (&self->cpu[phase], cpu);
}

static gboolean
is_done (gpointer data)
{
  return ((Stage *) data)->done;
}

/* What a person does comes from the main loop, and what is done at once then counts. */
static void
act (Stage *self, GSourceFunc func)
{
  self->done = FALSE;
  g_idle_add (func, self);
  bench_loop_wait (is_done, self, "what was begun");
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  Stage *self = data;
  g_autoptr (GError) error = NULL;

  self->workspace = accord_workspace_open_finish (result, &error);
  if (self->workspace == NULL)
    g_error ("%s", error->message);
  bench_window_show (self->window, self->workspace, self->query);
  self->done = TRUE;
}

static gboolean
open_large (gpointer data)
{
  Stage *self = data;

  accord_workspace_open_async (self->bench->large, self->bench->schema, ACCORD_OPEN_EXISTING, NULL, on_opened,
                               self);
  return G_SOURCE_REMOVE;
}

static gboolean
ask (gpointer data)
{
  Stage *self = data;

  bench_window_ask (self->window, self->query);
  self->done = TRUE;
  return G_SOURCE_REMOVE;
}

static void
ask_for (Stage *self, const char *sort, const char *search)
{
  accord_query_unref (self->query);
  self->query = bench_query (self->bench, sort, search);
  act (self, ask);
  bench_window_await_order (self->window);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  Stage *self = data;
  g_autoptr (AccordChange) change = accord_workspace_save_finish (ACCORD_WORKSPACE (source), result, NULL);

  g_assert (change != NULL);
  self->done = TRUE;
}

/* The date is what the list is sorted by: the row moves far. */
static gboolean
edit (gpointer data)
{
  Stage *self = data;
  GListModel *model = G_LIST_MODEL (bench_window_get_list (self->window));
  g_autoptr (AccordRecordSlot) slot = g_list_model_get_item (model, 2);
  g_autoptr (AccordRecord) copy = accord_record_copy (accord_record_slot_get_record (slot));

  accord_record_set_text (copy, "date", "2019-02-03");
  accord_workspace_save_async (self->workspace, copy, NULL, on_saved, self);
  return G_SOURCE_REMOVE;
}

static void
go_through (Stage *self)
{
  const char *const typed[] = { "m", "mo", "mor", "morb", NULL };

  self->query = bench_query (self->bench, "date", NULL);
  begin (self);
  act (self, open_large);
  bench_window_await_order (self->window);
  end (self, OPENING);

  begin (self);
  ask_for (self, "amount", NULL);
  ask_for (self, "payee", NULL);
  ask_for (self, "date", NULL);
  end (self, SORTING);

  begin (self);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    ask_for (self, "date", typed[i]);
  end (self, SEARCHING);

  begin (self);
  act (self, edit);
  bench_window_await_order (self->window);
  bench_window_await_frame (self->window);
  end (self, EDITING);
}

static void
on_file (GObject *source, GAsyncResult *result, gpointer data)
{
  Stage *self = data;

  self->file = accord_payments_file_open_finish (result, NULL);
  g_assert (self->file != NULL);
  self->done = TRUE;
}

static gboolean
look_through (gpointer data)
{
  Stage *self = data;
  g_autofree char *path = bench_file (self->bench, "stall.csv");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  accord_payments_file_open_async (file, self->workspace, NULL, NULL, NULL, NULL, on_file, self);
  return G_SOURCE_REMOVE;
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer data)
{
  Stage *self = data;
  g_autoptr (AccordPaymentsResult) done =
      accord_payments_import_finish (ACCORD_WORKSPACE (source), result, NULL);

  g_assert (done != NULL && done->n_rejected == 0);
  self->done = TRUE;
}

static gboolean
import (gpointer data)
{
  Stage *self = data;

  accord_payments_import_async (self->workspace, self->file, NULL, NULL, NULL, NULL, on_imported, self);
  return G_SOURCE_REMOVE;
}

static gboolean
has_all (gpointer data)
{
  Stage *self = data;

  return accord_record_list_get_total (bench_window_get_list (self->window)) == self->bench->size.n_payments;
}

/* Into an empty workspace, whose list a window shows all the while and in the end has all payments. */
static void
import_once (Stage *self)
{
  g_autofree char *csv = bench_file (self->bench, "stall.csv");
  g_autofree char *path = bench_file (self->bench, "stall.accord");
  g_autoptr (GError) error = NULL;

  if (!bench_write_csv (&self->bench->size, csv, &error))
    g_error ("%s", error->message);
  self->query = bench_query (self->bench, "date", NULL);
  self->workspace = bench_open (self->bench, path, ACCORD_OPEN_CREATE);
  bench_window_show (self->window, self->workspace, self->query);
  bench_window_await_frame (self->window);

  begin (self);
  act (self, look_through);
  act (self, import);
  bench_loop_wait (has_all, self, "the imported rows");
  bench_window_await_order (self->window);
  end (self, IMPORTING);
  g_clear_object (&self->file);
}

static void
with_window (Stage *self, void (*func) (Stage *))
{
  self->window = bench_window_new ();
  func (self);
  g_clear_pointer (&self->window, bench_window_free);
  g_clear_pointer (&self->query, accord_query_unref);
  bench_close (g_steal_pointer (&self->workspace));
}

/**
 * bench_measure_stall:
 * @self: the bench
 *
 * Opens the large workspace into a window, sorts, types a search, edits and imports, and looks for the
 * longest time in which the main loop attends to nothing else.
 */
void
bench_measure_stall (Bench *self)
{
  Stage stage = { self };
  g_autoptr (GString) how = g_string_new (NULL);
  double longest = 0;

  for (guint i = 0; i < ROUNDS; i++)
    with_window (&stage, go_through);
  with_window (&stage, import_once);
  for (guint i = 0; i < N_PHASES; i++)
    {
      const double wall = bench_series_min (&stage.wall[i]);

      g_string_append_printf (how, "%s%s %.1f (%.1f computing)", i > 0 ? ", " : "", phase_names[i], wall,
                              bench_series_min (&stage.cpu[i]));
      longest = MAX (longest, wall);
    }
  bench_report_add (self->report,
                    &(BenchResult){ "stall", BENCH_NONE, longest, "ms", LONGEST, ROUNDS, how->str });
}
