/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "committee/review-text.h"

#include <string.h>

typedef struct
{
  GtkWidget *window;
  AccordReviewText *view;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->window = gtk_window_new ();
  self->view = ACCORD_REVIEW_TEXT (accord_review_text_new ());
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_window_set_child (GTK_WINDOW (self->window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 400, 300);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  ui_drain ();
}

static char *
dup_marked (Fixture *self)
{
  GtkTextIter start, end;

  if (!accord_review_text_get_marked (self->view, &start, &end))
    return NULL;
  return gtk_text_iter_get_text (&start, &end);
}

static void
assert_marks (Fixture *self, const char *text, const char *words)
{
  const char *at = strstr (text, words);
  gsize start = (gsize) (at - text);
  g_autofree char *marked = NULL;

  accord_review_text_mark (self->view, (AccordSpan){ start, start + strlen (words) },
                           ACCORD_REVIEW_TONE_SURE);
  marked = dup_marked (self);
  g_assert_cmpstr (marked, ==, words);
}

/* Places are bytes of the page; letters of several bytes and line ends of two do not move the mark. */
static void
test_mark (Fixture *self, gconstpointer data)
{
  static const char text[] =
      "Café — £12.95m\r\n\xc2\xa0\r\n43a\xc2\xa0 Évaluation\nRESOLVED – That “it” be noted.\n";

  accord_review_text_show (self->view, text);
  g_assert_null (dup_marked (self));
  assert_marks (self, text, "£12.95m");
  assert_marks (self, text, "Évaluation");
  assert_marks (self, text, "RESOLVED – That “it” be noted.");
  assert_marks (self, text, "Café");
  accord_review_text_mark (self->view, (AccordSpan){ 5, 5 }, ACCORD_REVIEW_TONE_UNREAD);
  g_assert_null (dup_marked (self));
  accord_review_text_mark (self->view, (AccordSpan){ sizeof text + 50, sizeof text + 60 },
                           ACCORD_REVIEW_TONE_UNREAD);
  g_assert_null (dup_marked (self));
}

static gboolean
is_in_view (gpointer data)
{
  Fixture *self = data;
  GtkTextIter start, end;
  GdkRectangle place, seen;

  accord_review_text_get_marked (self->view, &start, &end);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->view), &start, &place);
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self->view), &seen);
  return place.y >= seen.y && place.y + place.height <= seen.y + seen.height;
}

/* However far down it stands, what is marked is to be seen. */
static void
test_scroll (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 4000; i++)
    g_string_append_printf (
        text, "%u. A line of the minutes that is long enough to be wrapped in a narrow view\n", i);
  accord_review_text_show (self->view, text->str);
  assert_marks (self, text->str, "3999. A line");
  g_assert_true (ui_wait_until (is_in_view, self));
  ui_wait_frame (self->window);
  assert_marks (self, text->str, "2000. A line");
  g_assert_true (ui_wait_until (is_in_view, self));
  assert_marks (self, text->str, "1. A line");
  g_assert_true (ui_wait_until (is_in_view, self));
  ui_wait_frame (self->window);
}

/* A page on one line is shown in pieces, and its places stay where they are. */
static void
test_one_line (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) dense = g_string_new (NULL);
  gint64 begun = g_get_monotonic_time ();

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "wörd %u ", i);
  accord_review_text_show (self->view, text->str);
  assert_marks (self, text->str, "wörd 0 ");
  assert_marks (self, text->str, "wörd 12345 ");
  ui_wait_frame (self->window);
  assert_marks (self, text->str, "wörd 19999 ");
  for (guint i = 0; i < 50000; i++)
    g_string_append (dense, i == 40000 ? "x" : "—");
  accord_review_text_show (self->view, dense->str);
  assert_marks (self, dense->str, "x");
  ui_wait_frame (self->window);
  g_assert_cmpint (g_get_monotonic_time () - begun, <, 8 * G_TIME_SPAN_SECOND);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add ("/review-text/mark", Fixture, NULL, set_up, test_mark, tear_down);
  g_test_add ("/review-text/scroll", Fixture, NULL, set_up, test_scroll, tear_down);
  g_test_add ("/review-text/one-line", Fixture, NULL, set_up, test_one_line, tear_down);
  return g_test_run ();
}
