/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include "window.h"

#include <time.h>

/* From end to end in so many frames: every row of each is new. */
#define FRAMES 240
#define ROUNDS 3
#define LIMIT 1.3
#define MOST_COLUMNS 8

/* --- The other side: plain objects in a GListStore, whose words are ready, in a bare column view. */

#define PLAIN_TYPE_ROW (plain_row_get_type ())
G_DECLARE_FINAL_TYPE (PlainRow, plain_row, PLAIN, ROW, GObject)

struct _PlainRow
{
  GObject parent_instance;

  char *words[MOST_COLUMNS];
};

G_DEFINE_FINAL_TYPE (PlainRow, plain_row, G_TYPE_OBJECT)

static void
plain_row_finalize (GObject *object)
{
  for (guint i = 0; i < MOST_COLUMNS; i++)
    g_free (PLAIN_ROW (object)->words[i]);
  G_OBJECT_CLASS (plain_row_parent_class)->finalize (object);
}

static void
plain_row_class_init (PlainRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plain_row_finalize;
}

static void
plain_row_init (PlainRow *self)
{
}

typedef struct
{
  const guint *fields;
  guint n_fields;
  GListStore *store;
} Filling;

static gboolean
add_row (AccordRecord *record, gpointer data, GError **error)
{
  Filling *filling = data;
  g_autoptr (PlainRow) row = g_object_new (PLAIN_TYPE_ROW, NULL);

  for (guint i = 0; i < filling->n_fields; i++)
    row->words[i] = accord_record_dup_display (record, filling->fields[i]);
  g_list_store_append (filling->store, row);
  return TRUE;
}

typedef struct
{
  AccordQuery *query;
  Filling *filling;
} Walk;

static gpointer
walk (AccordReader *reader, gpointer data, GError **error)
{
  Walk *self = data;

  return accord_reader_walk (reader, self->query, add_row, self->filling, error) ? self : NULL;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  gtk_list_item_set_child (item, gtk_inscription_new (NULL));
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (item)),
                            PLAIN_ROW (gtk_list_item_get_item (item))->words[GPOINTER_TO_UINT (column)]);
}

static GtkWidget *
make_plain_view (Filling *filling)
{
  GtkWidget *view = gtk_column_view_new (
      GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (filling->store)))));
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  for (guint i = 0; i < filling->n_fields; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      GtkColumnViewColumn *column = gtk_column_view_column_new ("Column", factory);

      g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (on_bind), GUINT_TO_POINTER (i));
      gtk_column_view_column_set_fixed_width (column, 150);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
      g_object_unref (column);
    }
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  return scrolled;
}

/* --- Scrolling, and what each frame of it costs the main thread. */

typedef struct
{
  GtkWidget *top;
  double begun;
  double costs[FRAMES];
  guint n_frames;
} Scroll;

static double
thread_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static GtkAdjustment *
find_adjustment (GtkWidget *within)
{
  GtkAdjustment *found = NULL;

  if (GTK_IS_COLUMN_VIEW (within))
    return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (within));
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_adjustment (child);
  return found;
}

static void
on_before_paint (GdkFrameClock *clock, Scroll *self)
{
  GtkAdjustment *adjustment = find_adjustment (self->top);
  double reach = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  self->begun = thread_time ();
  if (self->n_frames < FRAMES)
    gtk_adjustment_set_value (adjustment, reach * (self->n_frames + 1) / FRAMES);
}

static void
on_after_paint (GdkFrameClock *clock, Scroll *self)
{
  if (self->n_frames < FRAMES)
    self->costs[self->n_frames++] = thread_time () - self->begun;
}

static gboolean
is_through (gpointer data)
{
  Scroll *self = data;

  gtk_widget_queue_draw (self->top);
  return self->n_frames == FRAMES;
}

static int
compare (const void *a, const void *b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The frame that only one in twenty is dearer than, in milliseconds. */
static double
scroll_through (GtkWidget *top)
{
  Scroll scroll = { top };
  GdkFrameClock *clock = gtk_widget_get_frame_clock (top);

  gtk_adjustment_set_value (find_adjustment (top), 0);
  bench_loop_settle ();
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint), &scroll);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), &scroll);
  gtk_widget_queue_draw (top);
  bench_loop_wait (is_through, &scroll, "the end of the list");
  g_signal_handlers_disconnect_by_data (clock, &scroll);
  qsort (scroll.costs, FRAMES, sizeof (double), compare);
  return scroll.costs[FRAMES * 95 / 100];
}

static void
measure_ours (Bench *self, AccordWorkspace *workspace, AccordQuery *query, Filling *filling,
              BenchSeries *series)
{
  BenchWindow *window = bench_window_new ();

  bench_window_show (window, workspace, query);
  bench_window_await_order (window);
  filling->fields = bench_window_get_fields (window, &filling->n_fields);
  filling->fields = g_memdup2 (filling->fields, filling->n_fields * sizeof (guint));
  for (guint i = 0; i < ROUNDS; i++)
    bench_series_add (series, scroll_through (bench_window_get_top (window)));
  bench_window_free (window);
}

static void
measure_plain (AccordWorkspace *workspace, AccordQuery *query, Filling *filling, BenchSeries *series)
{
  BenchWindow *window = bench_window_new ();
  Walk way = { query, filling };

  filling->store = g_list_store_new (PLAIN_TYPE_ROW);
  if (accord_workspace_read (workspace, walk, &way, NULL, NULL) == NULL)
    g_error ("The rows cannot be read");
  gtk_window_set_child (GTK_WINDOW (bench_window_get_top (window)), make_plain_view (filling));
  bench_window_await_frame (window);
  bench_window_await_frame (window);
  for (guint i = 0; i < ROUNDS; i++)
    bench_series_add (series, scroll_through (bench_window_get_top (window)));
  bench_window_free (window);
  g_object_unref (filling->store);
}

/**
 * bench_measure_scroll:
 * @self: the bench
 *
 * Scrolls all payments from end to end, and the same rows as ready words in a GListStore under a bare
 * GtkColumnView with as many columns.
 */
void
bench_measure_scroll (Bench *self)
{
  AccordWorkspace *workspace = bench_open (self, self->large, ACCORD_OPEN_EXISTING);
  g_autoptr (AccordQuery) query = bench_query (self, "date", NULL);
  g_autofree char *detail = NULL;
  BenchSeries ours = { 0 }, plain = { 0 };
  Filling filling = { 0 };

  measure_ours (self, workspace, query, &filling, &ours);
  measure_plain (workspace, query, &filling, &plain);
  detail = g_strdup_printf ("frame CPU, p95: %.1f ms, bare column view %.1f ms", bench_series_min (&ours),
                            bench_series_min (&plain));
  bench_report_add_ratio (self->report, "scroll", &ours, &plain, LIMIT, detail);
  g_free ((gpointer) filling.fields);
  bench_close (workspace);
}
