/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "text/format-bar.h"
#include "text/formatted-text.h"
#include "text/text-caret.h"

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

/* --- By keyboard. */

static const char paragraphs[] = "Six in ten are seen at home.\n\n- one team\n- one front door\n";

static GtkWidget *
present_with_button (GtkWidget *shown, GtkWidget **button)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  *button = gtk_button_new_with_label ("After it");
  gtk_box_append (GTK_BOX (box), shown);
  gtk_box_append (GTK_BOX (box), *button);
  return present (box);
}

static gboolean
strike (GtkWidget *shown, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (shown);
  gboolean heard = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) one = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (one))
        g_signal_emit_by_name (one, "key-pressed", key, 0, state, &heard);
    }
  return heard;
}

static char *
dup_selected (GtkWidget *label)
{
  int start, end;

  gtk_label_get_selection_bounds (GTK_LABEL (label), &start, &end);
  return g_utf8_substring (gtk_label_get_text (GTK_LABEL (label)), start, end);
}

#define assert_selected(label, words)                                                                        \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autofree char *selected = dup_selected (label);                                                        \
    g_assert_cmpstr (selected, ==, words);                                                                   \
  }                                                                                                          \
  G_STMT_END

/* A text without a caret is passed over, one with a caret is one stop; neither keeps the keyboard. */
static void
test_tab (void)
{
  for (guint with_caret = 0; with_caret < 2; with_caret++)
    {
      GtkWidget *shown = accord_formatted_text_new (paragraphs), *button, *window;

      if (with_caret)
        accord_text_caret_add (shown);
      window = present_with_button (shown, &button);
      gtk_window_set_focus (GTK_WINDOW (window), NULL);
      if (with_caret)
        {
          gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
          g_assert_true (gtk_window_get_focus (GTK_WINDOW (window))
                         == find_label (shown, "Six in ten are seen at home."));
        }
      gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == button);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

static void
test_caret (void)
{
  GtkWidget *shown = accord_formatted_text_new (paragraphs), *button, *window, *first, *last;

  accord_text_caret_add (shown);
  window = present_with_button (shown, &button);
  first = find_label (shown, "Six in ten are seen at home.");
  last = find_label (shown, "one front door");
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  ui_wait_frame (window);
  /* Coming to it selects nothing. */
  assert_selected (first, "");
  strike (shown, GDK_KEY_Right, GDK_CONTROL_MASK);
  strike (shown, GDK_KEY_Right, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  strike (shown, GDK_KEY_Right, GDK_SHIFT_MASK);
  assert_selected (first, " in ");
  strike (shown, GDK_KEY_Left, GDK_SHIFT_MASK);
  assert_selected (first, " in");
  /* Past where it began it goes on the other way. */
  strike (shown, GDK_KEY_Home, GDK_SHIFT_MASK);
  assert_selected (first, "Six");
  strike (shown, GDK_KEY_End, GDK_SHIFT_MASK);
  assert_selected (first, " in ten are seen at home.");
  g_assert_true (strike (shown, GDK_KEY_Escape, 0));
  assert_selected (first, "");
  g_assert_false (strike (shown, GDK_KEY_Escape, 0));
  /* From paragraph to paragraph, where the caret is the one stop. */
  strike (shown, GDK_KEY_Down, 0);
  strike (shown, GDK_KEY_Down, 0);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == last);
  strike (shown, GDK_KEY_Home, 0);
  /* What was selected before was given back to the display, which says so later. */
  ui_wait_frame (window);
  strike (shown, GDK_KEY_End, GDK_SHIFT_MASK);
  assert_selected (last, "one front door");
  ui_wait_frame (window);
  assert_selected (last, "one front door");
  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == button);
  gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == last);
  strike (shown, GDK_KEY_Home, GDK_CONTROL_MASK);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == first);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/text/shown", test_shown);
  g_test_add_func ("/ui/text/narrow", test_narrow);
  g_test_add_func ("/ui/text/bar", test_bar);
  g_test_add_func ("/ui/text/tab", test_tab);
  g_test_add_func ("/ui/text/caret", test_caret);

  return g_test_run ();
}
