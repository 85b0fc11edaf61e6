/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include "search.h"
#include "shell/search-field.h"
#include "shell/window.h"

/* One frame beyond the query's own time, in milliseconds. */
#define AIM 16.7
#define ROUNDS 5
/* Of each kind, as the window asks. */
#define PER_KIND 6

/* As somebody types who looks for a payee. */
static const char *const typed[] = { "m", "mo", "mor", "morb" };

typedef struct
{
  AccordWindow *window;
  GtkEditable *entry;
  GtkListBox *list;
  GtkListBoxRow *before;
  gboolean painted;
} Typing;

static void
on_after_paint (GdkFrameClock *clock, Typing *self)
{
  self->painted = TRUE;
}

static GtkWidget *
find_type (GtkWidget *within, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (within), type) ? within : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);
  return found;
}

static gboolean
is_answered (gpointer data)
{
  Typing *self = data;
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);

  return first != NULL && first != self->before;
}

static gboolean
is_painted (gpointer data)
{
  return ((Typing *) data)->painted;
}

/* The row that stood first is held, so that no new one takes its place in memory. */
static double
type_words (Typing *self, const char *words)
{
  double start;

  g_set_object (&self->before, gtk_list_box_get_row_at_index (self->list, 0));
  start = bench_now ();
  gtk_editable_set_text (self->entry, words);
  bench_loop_wait (is_answered, self, words);
  self->painted = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self->list));
  bench_loop_wait (is_painted, self, "a frame");
  return bench_now () - start;
}

static gpointer
search (AccordReader *reader, gpointer data, GError **error)
{
  return accord_reader_search (reader, data, PER_KIND, error);
}

static double
ask_plainly (AccordWorkspace *workspace, const char *words)
{
  const double start = bench_now ();
  g_autoptr (GPtrArray) found = accord_workspace_read (workspace, search, (gpointer) words, NULL, NULL);

  g_assert (found != NULL);
  return bench_now () - start;
}

static void
measure (Bench *self, Typing *typing, AccordWorkspace *workspace)
{
  g_autoptr (GString) how = g_string_new ("beyond the query, for");
  double worst = 0;

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      BenchSeries ours = { 0 }, plain = { 0 };
      double beyond;

      for (guint round = 0; round < ROUNDS; round++)
        {
          type_words (typing, "Payments");
          bench_series_add (&ours, type_words (typing, typed[i]));
          bench_series_add (&plain, ask_plainly (workspace, typed[i]));
        }
      beyond = bench_series_min (&ours) - bench_series_min (&plain);
      worst = MAX (worst, beyond);
      g_string_append_printf (how, "%s “%s” %.1f (query %.1f)", i > 0 ? "," : "", typed[i], beyond,
                              bench_series_min (&plain));
    }
  bench_report_add (self->report, &(BenchResult){ "go-to", BENCH_NONE, worst, "ms", AIM, ROUNDS, how->str });
}

/**
 * bench_measure_go_to:
 * @self: the bench
 *
 * Types into the window's search of everything, with the large workspace open, from each letter until what is
 * found is painted, and asks the same of the workspace alone.
 */
void
bench_measure_go_to (Bench *self)
{
  AccordWorkspace *workspace = bench_open (self, self->large, ACCORD_OPEN_EXISTING);
  Typing typing = { g_object_new (ACCORD_TYPE_WINDOW, NULL) };
  GtkWidget *field;
  GdkFrameClock *clock;

  gtk_window_set_default_size (GTK_WINDOW (typing.window), 1400, 900);
  gtk_window_present (GTK_WINDOW (typing.window));
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (typing.window));
  accord_window_show_workspace (typing.window, workspace);
  accord_window_go (typing.window, "organisation", 0);
  field = find_type (GTK_WIDGET (typing.window), ACCORD_TYPE_SEARCH_FIELD);
  accord_search_field_start (ACCORD_SEARCH_FIELD (field));
  typing.entry = GTK_EDITABLE (find_type (field, GTK_TYPE_EDITABLE));
  typing.list = GTK_LIST_BOX (find_type (field, GTK_TYPE_LIST_BOX));
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), &typing);
  measure (self, &typing, workspace);
  g_signal_handlers_disconnect_by_data (clock, &typing);
  g_clear_object (&typing.before);
  gtk_window_destroy (GTK_WINDOW (typing.window));
  bench_close (workspace);
}
