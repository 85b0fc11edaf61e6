/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include "list/list-view.h"
#include "shell/places.h"
#include "shell/window.h"

#include <stdlib.h>

/* Two frames, in milliseconds. */
#define AIM 33.3
#define SWITCHES 60

typedef struct
{
  AccordWindow *window;
  const AccordPlace *place;
  gboolean painted;
} Switch;

static void
on_after_paint (GdkFrameClock *clock, Switch *self)
{
  self->painted = TRUE;
}

static GtkWidget *
find_list (GtkWidget *within)
{
  GtkWidget *found = ACCORD_IS_LIST_VIEW (within) && gtk_widget_get_mapped (within) ? within : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_list (child);
  return found;
}

/* What the place has to show is there: the first of its rows, or the word that there are none. */
static gboolean
is_there (gpointer data)
{
  Switch *self = data;
  GtkWidget *view = find_list (GTK_WIDGET (self->window));
  AccordRecordList *list = view != NULL ? accord_list_view_get_list (ACCORD_LIST_VIEW (view)) : NULL;
  g_autoptr (AccordRecordSlot) first = NULL;

  if (self->place->kind == NULL)
    return view == NULL;
  if (list == NULL)
    return FALSE;
  first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  return first != NULL ? accord_record_slot_get_record (first) != NULL
                       : accord_record_list_get_complete (list);
}

static gboolean
is_painted (gpointer data)
{
  return ((Switch *) data)->painted;
}

static double
go (Switch *self, const AccordPlace *place)
{
  const double start = bench_now ();

  self->place = place;
  accord_window_go (self->window, place->id, 0);
  bench_loop_wait (is_there, self, place->id);
  self->painted = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self->window));
  bench_loop_wait (is_painted, self, "a frame");
  return bench_now () - start;
}

static int
compare (const void *a, const void *b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
go_about (Bench *self, Switch *way)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) self->size.seed);
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) again = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *detail = NULL;
  guint n_places;
  const AccordPlace *places = accord_places_get (&n_places);
  const char *slowest = NULL;
  double worst, longest = 0;

  for (guint i = 0; i < n_places; i++)
    {
      double took = go (way, &places[i]);

      g_array_append_val (first, took);
    }
  for (guint i = 0; i < SWITCHES; i++)
    {
      const AccordPlace *place = &places[g_rand_int_range (rand, 0, (gint32) n_places)];
      double took = go (way, place);

      g_array_append_val (again, took);
      if (took > longest)
        slowest = place->id;
      longest = MAX (longest, took);
    }
  g_array_sort (first, compare);
  g_array_sort (again, compare);
  worst = g_array_index (again, double, SWITCHES * 95 / 100);
  detail = g_strdup_printf (
      "p95 of %d; median %.1f, longest %.1f (%s); for the first time median %.1f, longest %.1f", SWITCHES,
      g_array_index (again, double, SWITCHES / 2), longest, slowest,
      g_array_index (first, double, first->len / 2), g_array_index (first, double, first->len - 1));
  bench_report_add (self->report, &(BenchResult){ "switch", BENCH_NONE, worst, "ms", AIM, SWITCHES, detail });
}

/**
 * bench_measure_switch:
 * @self: the bench
 *
 * Goes from place to place in the program's own window, with the large workspace open, from asking until the
 * first rows are painted.
 */
void
bench_measure_switch (Bench *self)
{
  AccordWorkspace *workspace = bench_open (self, self->large, ACCORD_OPEN_EXISTING);
  Switch way = { g_object_new (ACCORD_TYPE_WINDOW, NULL) };
  GdkFrameClock *clock;

  gtk_window_set_default_size (GTK_WINDOW (way.window), 1400, 900);
  gtk_window_present (GTK_WINDOW (way.window));
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (way.window));
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), &way);
  accord_window_show_workspace (way.window, workspace);
  go_about (self, &way);
  g_signal_handlers_disconnect_by_data (clock, &way);
  gtk_window_destroy (GTK_WINDOW (way.window));
  bench_close (workspace);
}
