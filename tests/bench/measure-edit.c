/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include "plain.h"
#include "window.h"

/* A row that a window shows. */
#define ROW 3

typedef struct
{
  AccordRecordSlot *slot;
  gint64 pence;
} Edit;

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_workspace_save_finish (ACCORD_WORKSPACE (source), result, &error);

  if (change == NULL)
    g_error ("The edit failed: %s", error->message);
}

static gboolean
is_shown (gpointer data)
{
  const Edit *edit = data;
  AccordRecord *record = accord_record_slot_get_record (edit->slot);

  return record != NULL && accord_record_get_int (record, "amount") == edit->pence;
}

static double
edit_once (BenchWindow *window, AccordWorkspace *workspace, gint64 pence)
{
  GListModel *model = G_LIST_MODEL (bench_window_get_list (window));
  g_autoptr (AccordRecordSlot) slot = g_list_model_get_item (model, ROW);
  g_autoptr (AccordRecord) copy = accord_record_copy (accord_record_slot_get_record (slot));
  Edit edit = { slot, pence };
  const double start = bench_now ();

  accord_record_set_int (copy, "amount", pence);
  accord_workspace_save_async (workspace, copy, NULL, on_saved, NULL);
  bench_loop_wait (is_shown, &edit, "the edited row");
  bench_window_await_frame (window);
  return bench_now () - start;
}

/**
 * bench_measure_edit:
 * @self: the bench
 *
 * Changes a payment that a window shows among all the others, and waits until its row is painted anew; in
 * turn with the same change of another row by plain SQLite, which has nothing to paint.
 */
void
bench_measure_edit (Bench *self)
{
  AccordWorkspace *workspace = bench_open (self, self->large, ACCORD_OPEN_EXISTING);
  g_autoptr (sqlite3) db = bench_plain_open (self->large);
  g_autoptr (AccordQuery) query = bench_query (self, "date", NULL);
  g_autoptr (BenchWindow) window = bench_window_new ();
  BenchSeries ours = { 0 }, plain = { 0 };
  g_autofree char *how = NULL;

  bench_window_show (window, workspace, query);
  bench_window_await_order (window);
  for (guint i = 0; i <= self->runs; i++)
    {
      const double shown = edit_once (window, workspace, 1000 + i);
      const double start = bench_now ();

      bench_plain_edit (db, self->size.n_payments / 2, 1000 + i);
      /* The first time, both make what they keep for the next. */
      if (i == 0)
        continue;
      bench_series_add (&ours, shown);
      bench_series_add (&plain, bench_now () - start);
      bench_loop_settle ();
    }
  how = g_strdup_printf ("to the repainted row, shortest %.1f ms; plain commit alone %.1f, shortest %.1f",
                         bench_series_min (&ours), bench_series_median (&plain), bench_series_min (&plain));
  bench_report_add (self->report,
                    &(BenchResult){ "edit", bench_series_median (&ours) / bench_series_median (&plain),
                                    bench_series_median (&ours), "ms", BENCH_NONE, ours.n, how });
  g_clear_pointer (&window, bench_window_free);
  bench_close (workspace);
}
