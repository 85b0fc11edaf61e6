/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "text/format-bar.h"
#include "text/formatted-text.h"

#include <string.h>

static const char text[] =
    "# The need\n\nWords with [a link](https://a.example/).\n\n- one\n- two\n\n"
    "| Partner | Cost |\n|---|--:|\n| Council | £5 |\n\n> a quotation\n\n```\ncode\n```\n";

static GtkWidget *
find_label (GtkWidget *within, const char *words)
{
  if (GTK_IS_LABEL (within) && strcmp (gtk_label_get_text (GTK_LABEL (within)), words) == 0)
    return within;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, words);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
present (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 400, 500);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  ui_wait_frame (window);
  return window;
}

static void
test_shown (void)
{
  GtkWidget *shown = accord_formatted_text_new (text);
  GtkWidget *window = present (shown);
  GtkWidget *link = find_label (shown, "Words with a link.");

  g_assert_nonnull (find_label (shown, "The need"));
  g_assert_nonnull (find_label (shown, "one"));
  g_assert_nonnull (find_label (shown, "Council"));
  g_assert_nonnull (find_label (shown, "a quotation"));
  g_assert_nonnull (find_label (shown, "code"));
  g_assert_nonnull (link);
  /* The Tab key stops where there is something to open, and nowhere else. */
  g_assert_true (gtk_widget_get_focusable (link));
  g_assert_false (gtk_widget_get_focusable (find_label (shown, "The need")));
  g_assert_true (gtk_label_get_selectable (GTK_LABEL (find_label (shown, "The need"))));
  accord_formatted_text_set_text (ACCORD_FORMATTED_TEXT (shown), "other");
  g_assert_null (find_label (shown, "one"));
  g_assert_nonnull (find_label (shown, "other"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A table wider than any screen scrolls by itself. */
static void
test_narrow (void)
{
  g_autoptr (GString) wide = g_string_new ("|");
  GtkWidget *shown, *window;
  int minimum;

  for (guint i = 0; i < 18; i++)
    g_string_append (wide, " a heading |");
  g_string_append (wide, "\n|");
  for (guint i = 0; i < 18; i++)
    g_string_append (wide, "---|");
  shown = accord_formatted_text_new (wide->str);
  window = present (shown);
  gtk_widget_measure (shown, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <, 200);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_bar (void)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkWidget *bar = accord_format_bar_new (GTK_TEXT_VIEW (view), view, "Strategic case");
  GtkWidget *window, *label;
  GtkTextIter start, end;
  g_autofree char *changed = NULL;

  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), view);
  window = present (box);
  gtk_text_buffer_set_text (buffer, "the plan", -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 4);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_select_range (buffer, &start, &end);
  g_signal_emit_by_name (gtk_widget_get_first_child (gtk_widget_get_first_child (
                             gtk_widget_get_first_child (gtk_widget_get_first_child (bar)))),
                         "clicked");
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  changed = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  g_assert_cmpstr (changed, ==, "the **plan**");
  label = find_label (bar, "Preview");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_parent (label)), TRUE);
  g_assert_nonnull (find_label (bar, "the plan"));
  g_assert_false (gtk_widget_get_visible (view));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_parent (label)), FALSE);
  g_assert_true (gtk_widget_get_visible (view));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/text/shown", test_shown);
  g_test_add_func ("/ui/text/narrow", test_narrow);
  g_test_add_func ("/ui/text/bar", test_bar);

  return g_test_run ();
}
