/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include "appraisal-case.h"
#include "appraisal/appraisal-cards.h"
#include "appraisal/option-change.h"
#include "go.h"
#include "shell/window.h"

#include <time.h>

/* A frame at sixty a second, in milliseconds. */
#define AIM 16.7
#define KEYS 240

/* A letter into a cell of a large appraisal: until all that follows from it is worked out and painted. */
typedef struct
{
  AccordWorkspace *workspace;
  AccordWindow *window;
  AccordAppraisalCards *cards;
  AccordAppraisalWork *work;
  gboolean painted;
} Typing;

/* What this thread itself took, in milliseconds: others on the machine must not count. */
static double
taken (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6;
}

static void
on_after_paint (GdkFrameClock *clock, Typing *self)
{
  self->painted = TRUE;
}

static gboolean
is_painted (gpointer data)
{
  return ((Typing *) data)->painted;
}

static GtkWidget *
find_cards (GtkWidget *within)
{
  GtkWidget *found = ACCORD_IS_APPRAISAL_CARDS (within) ? within : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_cards (child);
  return found;
}

static gboolean
is_settled (gpointer data)
{
  Typing *self = data;
  GtkWidget *cards = find_cards (GTK_WIDGET (self->window));

  if (cards == NULL)
    return FALSE;
  self->cards = ACCORD_APPRAISAL_CARDS (cards);
  self->work = accord_appraisal_cards_get_work (self->cards);
  return accord_appraisal_work_is_settled (self->work);
}

/* --- The appraisal: thirty lines over sixty years, four organisations, four options. */

static void
add_record (AccordWorkspace *workspace, const char *kind, const char *name)
{
  g_autoptr (AccordRecord) record =
      accord_record_new (accord_schema_find_kind (accord_workspace_get_schema (workspace), kind));
  g_autoptr (GError) error = NULL;
  AccordChange *change;

  accord_record_fill_in (record);
  accord_record_set_text (record, "name", name);
  change = accord_workspace_save (workspace, record, NULL, &error);
  g_assert_no_error (error);
  accord_change_unref (change);
}

static char *
dup_costs (void)
{
  GString *block = g_string_new (NULL);

  for (guint i = 0; i < BENCH_CASE_LINES / 2; i++)
    {
      g_string_append_printf (block, "Cost line %u\tPartner %u\t%s\tRecurrent\t%u\t", i + 1,
                              i % BENCH_CASE_ORGANISATIONS + 1, i % 3 == 0 ? "Capital" : "Revenue",
                              i % 6 + 1);
      for (guint year = 0; year < BENCH_CASE_YEARS; year++)
        g_string_append_printf (block, "\t%u", 12000 + 3 * (i * 11 + year * 13 % 97));
      g_string_append_c (block, '\n');
    }
  return g_string_free (block, FALSE);
}

static char *
dup_outcomes (void)
{
  GString *block = g_string_new (NULL);

  for (guint i = 0; i < BENCH_CASE_LINES / 2; i++)
    g_string_append_printf (
        block,
        "Outcome line %u\t%u\t60%%\t20%%\t25%%\t%u\t\t%u\t5%%\t\t%u\tFiscal\tRecurrent\t50%%\t"
        "Partner %u 60%%; Partner %u 40%%\n",
        i + 1, 1000 + i, 300 + i, i % 4, i % 6 + 1, i % BENCH_CASE_ORGANISATIONS + 1,
        (i + 1) % BENCH_CASE_ORGANISATIONS + 1);
  return g_string_free (block, FALSE);
}

static void
await (Typing *self)
{
  bench_loop_wait (is_settled, self, "the appraisal");
}

static void
paste (Typing *self, gboolean outcomes, char *block)
{
  AccordGridView *view =
      accord_lines_card_get_view (accord_appraisal_cards_get_lines (self->cards, outcomes));

  accord_grid_view_go_to (view, 0, 0);
  accord_grid_view_paste_text (view, block);
  g_assert_null (accord_grid_view_get_message (view));
  await (self);
  g_free (block);
}

static void
set_horizon (AccordWorkspace *workspace, gint64 id)
{
  const AccordKind *kind = accord_schema_find_kind (accord_workspace_get_schema (workspace), "appraisal");
  g_autoptr (AccordRecord) appraisal = accord_workspace_get_record (workspace, kind, id, NULL, NULL);
  AccordChange *change;

  accord_record_set_int (appraisal, "horizon", BENCH_CASE_YEARS);
  change = accord_workspace_save (workspace, appraisal, NULL, NULL);
  g_assert_nonnull (change);
  accord_change_unref (change);
}

static void
fill (Typing *self)
{
  paste (self, FALSE, dup_costs ());
  paste (self, TRUE, dup_outcomes ());
  for (guint i = 1; i < BENCH_CASE_OPTIONS; i++)
    {
      AccordOptionChange *change = accord_option_change_new (ACCORD_OPTION_DUPLICATE, 1, 1);

      change->name = g_strdup_printf ("Option %u", i + 1);
      accord_appraisal_work_do (self->work, "Duplicate", accord_option_change_write, change,
                                (GDestroyNotify) accord_option_change_free);
      await (self);
    }
}

/* --- Typing. */

static int
compare (const void *a, const void *b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
type (Bench *self, Typing *typing)
{
  AccordGridView *costs =
      accord_lines_card_get_view (accord_appraisal_cards_get_lines (typing->cards, FALSE));
  g_autoptr (GArray) worked = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) whole = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *detail = NULL;

  accord_grid_view_go_to (costs, 2, 8);
  accord_grid_view_edit (costs, "1");
  bench_loop_settle ();
  for (guint i = 0; i < KEYS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", 1000 + i * 37);
      const double start = bench_now (), before = taken ();
      double took;

      accord_grid_view_edit (costs, text);
      typing->painted = FALSE;
      bench_loop_wait (is_painted, typing, "a frame");
      took = taken () - before;
      g_array_append_val (worked, took);
      took = bench_now () - start;
      g_array_append_val (whole, took);
    }
  g_array_sort (worked, compare);
  g_array_sort (whole, compare);
  detail = g_strdup_printf (
      "p95 of %d letters, of the window’s own thread; median %.1f, longest %.1f; on the clock, with the "
      "wait for the next frame, median %.1f, p95 %.1f",
      KEYS, g_array_index (worked, double, KEYS / 2), g_array_index (worked, double, KEYS - 1),
      g_array_index (whole, double, KEYS / 2), g_array_index (whole, double, KEYS * 95 / 100));
  bench_report_add (self->report, &(BenchResult){ "appraisal-page", BENCH_NONE,
                                                  g_array_index (worked, double, KEYS * 95 / 100), "ms", AIM,
                                                  KEYS, detail });
}

/**
 * bench_measure_appraisal_page:
 * @self: the bench
 *
 * Types into the appraisal of a case in the program's own window.
 */
void
bench_measure_appraisal_page (Bench *self)
{
  g_autofree char *path = bench_file (self, "appraisal.accord");
  Typing typing = { bench_open (self, path, ACCORD_OPEN_CREATE) };
  gint64 business_case = 1;
  g_autoptr (AccordChange) change = NULL;
  GdkFrameClock *clock;

  add_record (typing.workspace, "case", "The case");
  for (guint i = 0; i < BENCH_CASE_ORGANISATIONS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Partner %u", i + 1);

      add_record (typing.workspace, "organisation", name);
    }
  change = accord_workspace_write (typing.workspace, "Begin", accord_appraisal_begin_write, &business_case,
                                   NULL, NULL);
  g_assert_nonnull (change);
  set_horizon (typing.workspace, 1);
  typing.window = g_object_new (ACCORD_TYPE_WINDOW, NULL);
  gtk_window_set_default_size (GTK_WINDOW (typing.window), 1400, 900);
  gtk_window_present (GTK_WINDOW (typing.window));
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (typing.window));
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), &typing);
  accord_window_show_workspace (typing.window, typing.workspace);
  accord_window_go (typing.window, "appraisal", 1);
  await (&typing);
  fill (&typing);
  type (self, &typing);
  g_signal_handlers_disconnect_by_data (clock, &typing);
  gtk_window_destroy (GTK_WINDOW (typing.window));
  bench_close (typing.workspace);
}
