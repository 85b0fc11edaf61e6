/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include "pdf/pdf-panel.h"
#include "window.h"

#include <cairo-pdf.h>
#include <math.h>
#include <poppler.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define PAGES 1000
#define TURNS 60
#define FRAMES 1500
#define LIMIT 1.2
/* One frame of sixty in a second. */
#define FRAME 16.0
/* The pictures that are kept, and as much again for what is made around them. */
#define MOST_GROWTH 192.0

/* --- A thousand pages: words, drawing, and a picture every few pages. */

static cairo_surface_t *
create_picture (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 640, 420);
  cairo_t *cairo = cairo_create (surface);
  cairo_pattern_t *pattern = cairo_pattern_create_linear (0, 0, 640, 420);

  cairo_pattern_add_color_stop_rgb (pattern, 0, 0.9, 0.6, 0.1);
  cairo_pattern_add_color_stop_rgb (pattern, 1, 0.1, 0.3, 0.7);
  cairo_set_source (cairo, pattern);
  cairo_paint (cairo);
  cairo_pattern_destroy (pattern);
  cairo_destroy (cairo);
  return surface;
}

static void
draw_page (cairo_t *cairo, cairo_surface_t *picture, guint page)
{
  char words[128];

  cairo_set_source_rgb (cairo, 0, 0, 0);
  cairo_select_font_face (cairo, "DejaVu Serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (cairo, 9);
  for (guint line = 0; line < 48; line++)
    {
      g_snprintf (words, sizeof words,
                  "%u.%u What is proposed joins up care for %u people, and costs %u pounds.", page + 1,
                  line + 1, 100 + page * 37 % 991, 1000 + line * 77 * page % 9973);
      cairo_move_to (cairo, 60, 70 + line * 14);
      cairo_show_text (cairo, words);
    }
  for (guint bar = 0; bar < 40; bar++)
    {
      cairo_rectangle (cairo, 60 + bar * 11, 800, 8, -60 * fabs (sin (page + bar)));
      cairo_set_source_rgba (cairo, 0.1, 0.4, 0.7, 0.4 + 0.01 * bar);
      cairo_fill (cairo);
    }
  if (page % 5 != 2)
    return;
  cairo_save (cairo);
  cairo_translate (cairo, 120, 240);
  cairo_scale (cairo, 0.55, 0.55);
  cairo_set_source_surface (cairo, picture, 0, 0);
  cairo_paint (cairo);
  cairo_restore (cairo);
}

static void
make_file (const char *path)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (path, 595, 842), *picture = create_picture ();
  cairo_t *cairo = cairo_create (surface);

  for (guint page = 0; page < PAGES; page++)
    {
      draw_page (cairo, picture, page);
      cairo_show_page (cairo);
    }
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  cairo_surface_destroy (picture);
}

/* --- The other side: a bare widget that has Poppler draw the page when it is painted, in the same size. */

typedef struct
{
  PopplerDocument *document;
  guint page;
  double scale;
} Plain;

static void
draw_plain (GtkDrawingArea *area, cairo_t *to, int width, int height, gpointer data)
{
  Plain *self = data;
  PopplerPage *page = poppler_document_get_page (self->document, (int) self->page);
  double points_wide, points_high;
  cairo_surface_t *surface;
  cairo_t *cairo;

  poppler_page_get_size (page, &points_wide, &points_high);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) round (points_wide * self->scale),
                                        (int) round (points_high * self->scale));
  cairo = cairo_create (surface);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  cairo_scale (cairo, self->scale, self->scale);
  poppler_page_render (page, cairo);
  cairo_destroy (cairo);
  cairo_set_source_surface (to, surface, 12, 12);
  cairo_paint (to);
  cairo_surface_destroy (surface);
  g_object_unref (page);
}

/* --- Ours. */

typedef struct
{
  GtkWidget *panel;
  AccordPdfView *view;
  gboolean opened;
  gboolean painted;
  double begun;
  double worst;
  double total;
  guint n_frames;
} Reading;

static gboolean
is_opened (gpointer data)
{
  return ((Reading *) data)->opened;
}

static void
on_opened (GtkWidget *panel, Reading *self)
{
  self->opened = TRUE;
}

/* --- Scrolling from end to end, and turning pages. */

static double
thread_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

/* What this program holds, in MB. */
static double
read_memory (void)
{
  g_autofree char *text = NULL;
  unsigned long resident = 0;

  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    resident = strtoul (strchr (text, ' '), NULL, 10);
  return resident * (double) sysconf (_SC_PAGESIZE) / 1e6;
}

static void
on_before_paint (GdkFrameClock *clock, Reading *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  double reach = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  self->begun = thread_time ();
  if (self->n_frames < FRAMES)
    gtk_adjustment_set_value (adjustment, reach * (self->n_frames + 1) / FRAMES);
}

static void
on_after_paint (GdkFrameClock *clock, Reading *self)
{
  double cost = thread_time () - self->begun;

  self->painted = TRUE;
  self->worst = MAX (self->worst, cost);
  self->total += cost;
  self->n_frames++;
}

static gboolean
is_through (gpointer data)
{
  Reading *self = data;

  gtk_widget_queue_draw (GTK_WIDGET (self->view));
  return self->n_frames >= FRAMES;
}

/* --- Turning pages. */

static void
note_painted (GdkFrameClock *clock, Reading *self)
{
  self->painted = self->view == NULL || accord_pdf_view_is_drawn (self->view);
}

static gboolean
is_painted (gpointer data)
{
  return ((Reading *) data)->painted;
}

static void
rest (void)
{
  gint64 end = g_get_monotonic_time () + 120 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
}

/* From the wish to the frame in which the page is, sharp. */
static double
turn (Reading *self, guint page)
{
  double start = bench_now ();

  self->painted = FALSE;
  accord_pdf_view_go_to_page (self->view, page);
  bench_loop_wait (is_painted, self, "a page that is turned");
  return bench_now () - start;
}

static double
turn_plain (Reading *self, GtkWidget *area, Plain *plain, guint page)
{
  double start = bench_now ();

  self->painted = FALSE;
  plain->page = page;
  gtk_widget_queue_draw (area);
  bench_loop_wait (is_painted, self, "a page that Poppler draws");
  return bench_now () - start;
}

static guint
find_far (guint i)
{
  return 1 + i * 163 % (PAGES - 2);
}

static void
measure_ours (Reading *reading, GdkFrameClock *clock, BenchSeries *next, BenchSeries *far)
{
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (note_painted), reading);

  accord_pdf_view_set_fit (reading->view, ACCORD_PDF_FIT_PAGE);
  for (guint i = 0; i < TURNS; i++)
    {
      /* A person reads for a moment, during which the next page is drawn. */
      turn (reading, find_far (i));
      rest ();
      bench_series_add (next, turn (reading, find_far (i) + 1));
    }
  for (guint i = 0; i < TURNS; i++)
    {
      rest ();
      bench_series_add (far, turn (reading, find_far (i) + 1));
    }
  g_signal_handler_disconnect (clock, handler);
}

static void
measure_poppler (const char *path, double scale, BenchSeries *next, BenchSeries *far)
{
  BenchWindow *window = bench_window_new ();
  GtkWidget *top = bench_window_get_top (window), *area = gtk_drawing_area_new ();
  GdkFrameClock *clock = gtk_widget_get_frame_clock (top);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  Plain plain = { poppler_document_new_from_file (uri, NULL, NULL), 0, scale };
  Reading reading = { 0 };

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_plain, &plain, NULL);
  gtk_window_set_child (GTK_WINDOW (top), area);
  bench_window_await_frame (window);
  bench_window_await_frame (window);
  g_signal_connect (clock, "after-paint", G_CALLBACK (note_painted), &reading);
  for (guint i = 0; i < TURNS; i++)
    {
      rest ();
      bench_series_add (next, turn_plain (&reading, area, &plain, find_far (i) + 1));
    }
  for (guint i = 0; i < TURNS; i++)
    {
      rest ();
      bench_series_add (far, turn_plain (&reading, area, &plain, find_far (i) + 1));
    }
  g_signal_handlers_disconnect_by_data (clock, &reading);
  bench_window_free (window);
  g_object_unref (plain.document);
}

static void
report_value (Bench *self, const char *name, double value, const char *unit, double limit, guint runs,
              const char *detail)
{
  const BenchResult result = { name, BENCH_NONE, value, unit, limit, runs, detail };

  bench_report_add (self->report, &result);
}

static void
measure_scrolling (Bench *self, Reading *reading, GdkFrameClock *clock)
{
  g_autofree char *scroll = NULL, *memory = NULL;
  double before = read_memory (), after, stall, cpu;

  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint), reading);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), reading);
  bench_stall_begin ();
  bench_loop_wait (is_through, reading, "the last page");
  stall = bench_stall_end (&cpu);
  g_signal_handlers_disconnect_by_data (clock, reading);
  after = read_memory ();
  scroll =
      g_strdup_printf ("%d pages in %d frames: CPU a frame %.1f ms, worst %.1f; longest stall %.1f ms, of it "
                       "%.1f CPU",
                       PAGES, FRAMES, reading->total / FRAMES, reading->worst, stall, cpu);
  memory =
      g_strdup_printf ("the window's program: %.0f MB before, %.0f after %d pages", before, after, PAGES);
  report_value (self, "pdf-scroll", MAX (reading->worst, cpu), "ms", FRAME, 1, scroll);
  report_value (self, "pdf-memory", after - before, "MB", MOST_GROWTH, 1, memory);
}

/**
 * bench_measure_pdf:
 * @self: the bench
 *
 * Reads a PDF of a thousand pages: scrolls it from end to end, turns to next pages and to pages that nobody
 * expected, until they are painted; and turns to the same pages in a bare widget that Poppler draws in, in
 * the same size.
 */
void
bench_measure_pdf (Bench *self)
{
  g_autofree char *path = bench_file (self, "thousand.pdf");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  BenchWindow *window = bench_window_new ();
  GtkWidget *top = bench_window_get_top (window);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (top);
  Reading reading = { .panel = accord_pdf_panel_new () };
  BenchSeries next = { 0 }, far = { 0 }, plain_next = { 0 }, plain_far = { 0 };
  double scale;

  make_file (path);
  reading.view = accord_pdf_panel_get_view (ACCORD_PDF_PANEL (reading.panel));
  gtk_window_set_child (GTK_WINDOW (top), reading.panel);
  g_signal_connect (reading.panel, "opened", G_CALLBACK (on_opened), &reading);
  accord_pdf_panel_open (ACCORD_PDF_PANEL (reading.panel), file);
  bench_loop_wait (is_opened, &reading, "the PDF");
  bench_window_await_frame (window);
  bench_window_await_frame (window);
  measure_scrolling (self, &reading, clock);
  measure_ours (&reading, clock, &next, &far);
  scale = accord_pdf_view_get_zoom (reading.view) * 96 / 72;
  bench_window_free (window);
  measure_poppler (path, scale, &plain_next, &plain_far);
  bench_report_add_ratio (self->report, "pdf-turn", &next, &plain_next, LIMIT,
                          "to the next page, until it is painted");
  bench_report_add_ratio (self->report, "pdf-jump", &far, &plain_far, LIMIT,
                          "to a page far away, until it is painted");
}
