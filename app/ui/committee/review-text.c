/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "committee/review-text.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define BAR 4
#define MARGIN 18

/* A page without line breaks would be one paragraph for Pango, which takes the longer the longer it is, and
 * more than proportionally. Longer lines than this are shown broken. */
#define LONGEST_LINE 6000

/*
 * The words of a page as they came, for a person to hold what was found against them. One passage is marked,
 * from edge to edge, by its ground and a bar.
 */
struct _AccordReviewText
{
  GtkTextView parent_instance;

  char *text;
  GArray *breaks; /* bytes of the text before which a line break was put in */
  AccordReviewTone tone;
  gboolean marked;
  guint settle;
};

G_DEFINE_FINAL_TYPE (AccordReviewText, accord_review_text, GTK_TYPE_TEXT_VIEW)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const tone_colours[] = { "accord_series_1", "accord_series_2", "accord_overdue_fg" };
static const char *const tone_grounds[] = { "accord_answered_bg", "accord_open_bg", "accord_overdue_bg" };

static void
look_up (GtkWidget *widget, const char *name, GdkRGBA *rgba)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);

  if (!gtk_style_context_lookup_color (context, name, rgba))
    gtk_style_context_get_color (context, rgba);
}

/* --- Bytes of the page and characters of the view */

static guint
count_breaks (AccordReviewText *self, gsize byte)
{
  guint low = 0, high = self->breaks->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->breaks, gsize, middle) <= byte)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
get_iter (AccordReviewText *self, gsize byte, GtkTextIter *iter)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gsize within = MIN (byte, strlen (self->text));
  glong offset = g_utf8_pointer_to_offset (self->text, self->text + within) + count_breaks (self, within);

  gtk_text_buffer_get_iter_at_offset (buffer, iter, (int) offset);
}

/* Each break before the place is one character that the page has not. */
static gsize
get_byte (AccordReviewText *self, const GtkTextIter *iter)
{
  glong offset = gtk_text_iter_get_offset (iter), walked = 0;
  const char *at = self->text;
  guint n = 0;

  for (; n < self->breaks->len; n++)
    {
      const char *next = self->text + g_array_index (self->breaks, gsize, n);
      glong ahead = g_utf8_pointer_to_offset (at, next);

      if (walked + ahead + n >= offset)
        break;
      walked += ahead;
      at = next;
    }
  return (gsize) (g_utf8_offset_to_pointer (at, offset - n - walked) - self->text);
}

/* Where a line that is too long is broken: at its last blank, else between two characters. */
static const char *
find_break (const char *start, const char *end)
{
  const char *most = start + LONGEST_LINE;

  for (const char *at = most; at > start + LONGEST_LINE / 2; at--)
    if (*at == ' ')
      return at + 1;
  while (most > start && (*most & 0xc0) == 0x80)
    most--;
  return MIN (most, end);
}

static char *
dup_broken (AccordReviewText *self)
{
  GString *shown = g_string_sized_new (strlen (self->text));
  const char *at = self->text;

  g_array_set_size (self->breaks, 0);
  while (*at != '\0')
    {
      const char *line_end = strchr (at, '\n');
      const char *end = line_end != NULL ? line_end + 1 : at + strlen (at);

      while (end - at > LONGEST_LINE)
        {
          const char *cut = find_break (at, end);
          gsize place = (gsize) (cut - self->text);

          g_string_append_len (shown, at, cut - at);
          g_string_append_c (shown, '\n');
          g_array_append_val (self->breaks, place);
          at = cut;
        }
      g_string_append_len (shown, at, end - at);
      at = end;
    }
  return g_string_free (shown, FALSE);
}

/* --- The mark */

/* Where a passage is, in the coordinates of the buffer. */
typedef struct
{
  GdkRectangle first;
  GdkRectangle last;
  double left;
  double right;
  gboolean whole; /* whether it begins where its first line does */
} Place;

static void
find_passage (AccordReviewText *self, const GtkTextIter *start, const GtkTextIter *end, Place *place)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int x, y;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, 0, 0, &x, &y);
  gtk_text_view_get_iter_location (view, start, &place->first);
  gtk_text_view_get_iter_location (view, end, &place->last);
  place->left = x;
  place->right = x + gtk_widget_get_width (GTK_WIDGET (self));
  place->whole = gtk_text_view_starts_display_line (view, start);
}

/* From the first letter of the first line to the last of the last. */
static void
trace_words (cairo_t *cairo, const Place *place)
{
  const GdkRectangle *first = &place->first, *last = &place->last;
  double top = first->y, bottom = last->y + last->height;

  if (last->y <= first->y)
    {
      double from = place->whole ? place->left : first->x - 2;

      cairo_rectangle (cairo, from, top, MAX (last->x + 2 - from, 4), bottom - top);
      return;
    }
  cairo_move_to (cairo, place->whole ? place->left : first->x - 2, top);
  cairo_line_to (cairo, place->right, top);
  cairo_line_to (cairo, place->right, last->y);
  cairo_line_to (cairo, last->x + 2, last->y);
  cairo_line_to (cairo, last->x + 2, bottom);
  cairo_line_to (cairo, place->left, bottom);
  cairo_line_to (cairo, place->left, place->whole ? top : top + first->height);
  if (!place->whole)
    cairo_line_to (cairo, first->x - 2, top + first->height);
  cairo_close_path (cairo);
}

static void
draw_mark (AccordReviewText *self, cairo_t *cairo, const Place *place)
{
  GdkRGBA ground, colour;

  look_up (GTK_WIDGET (self), tone_grounds[self->tone], &ground);
  look_up (GTK_WIDGET (self), tone_colours[self->tone], &colour);
  trace_words (cairo, place);
  gdk_cairo_set_source_rgba (cairo, &ground);
  cairo_fill_preserve (cairo);
  gdk_cairo_set_source_rgba (cairo, &colour);
  if (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    {
      cairo_set_line_width (cairo, 2);
      cairo_stroke (cairo);
    }
  cairo_new_path (cairo);
  cairo_rectangle (cairo, place->left, place->first.y, BAR,
                   place->last.y + place->last.height - place->first.y);
  cairo_fill (cairo);
}

static void
accord_review_text_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  AccordReviewText *self = ACCORD_REVIEW_TEXT (view);
  GtkTextIter start, end;
  GdkRectangle visible;
  Place place;
  cairo_t *cairo;

  if (layer != GTK_TEXT_VIEW_LAYER_BELOW_TEXT || !accord_review_text_get_marked (self, &start, &end))
    return;
  find_passage (self, &start, &end, &place);
  gtk_text_view_get_visible_rect (view, &visible);
  cairo = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT ((float) place.left, (float) visible.y - 20,
                                     (float) (place.right - place.left), (float) visible.height + 40));
  draw_mark (self, cairo, &place);
  cairo_destroy (cairo);
}

static void
bring_into_view (AccordReviewText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), gtk_text_buffer_get_mark (buffer, "from"), 0.1, TRUE, 0,
                                0.15);
}

/* Lines that were never laid out are taken to be of some height; when they are, what was in view may have
 * gone out of it. The view lays them out when it is idle, and this comes after that. */
static gboolean
settle_cb (gpointer data)
{
  AccordReviewText *self = data;

  self->settle = 0;
  if (self->marked)
    bring_into_view (self);
  return G_SOURCE_REMOVE;
}

static void
settle (AccordReviewText *self)
{
  if (self->marked && self->settle == 0)
    self->settle = g_idle_add_full (G_PRIORITY_LOW, settle_cb, self, NULL);
}

/* The text is as high as was thought until more of it is laid out, at first or in another width. */
static void
on_adjustment (AccordReviewText *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));

  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "notify::upper", G_CALLBACK (settle), self, G_CONNECT_SWAPPED);
}

static void
on_released (GtkGestureClick *click, int n_press, double x, double y, AccordReviewText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter iter;
  int buffer_x, buffer_y;

  if (gtk_text_buffer_get_has_selection (buffer) || self->text == NULL)
    return;
  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y,
                                         &buffer_x, &buffer_y);
  if (gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, buffer_x, buffer_y))
    g_signal_emit (self, signals[CHOSEN], 0, (guint64) get_byte (self, &iter));
}

static void
accord_review_text_dispose (GObject *object)
{
  g_clear_handle_id (&ACCORD_REVIEW_TEXT (object)->settle, g_source_remove);

  G_OBJECT_CLASS (accord_review_text_parent_class)->dispose (object);
}

static void
accord_review_text_finalize (GObject *object)
{
  g_free (ACCORD_REVIEW_TEXT (object)->text);
  g_array_unref (ACCORD_REVIEW_TEXT (object)->breaks);

  G_OBJECT_CLASS (accord_review_text_parent_class)->finalize (object);
}

static void
accord_review_text_class_init (AccordReviewTextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_review_text_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_review_text_finalize;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = accord_review_text_snapshot_layer;

  /**
   * AccordReviewText::chosen:
   * @place: a byte of the page's text
   *
   * A person pressed on a place.
   */
  signals[CHOSEN] = g_signal_new ("chosen", ACCORD_TYPE_REVIEW_TEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT64);
}

static void
accord_review_text_init (AccordReviewText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkGesture *click = gtk_gesture_click_new ();

  self->breaks = g_array_new (FALSE, FALSE, sizeof (gsize));
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_cursor_visible (view, FALSE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (view, MARGIN);
  gtk_text_view_set_right_margin (view, MARGIN);
  gtk_text_view_set_top_margin (view, 12);
  gtk_text_view_set_bottom_margin (view, 12);
  gtk_text_view_set_pixels_inside_wrap (view, 2);
  gtk_text_view_set_pixels_below_lines (view, 2);
  gtk_widget_add_css_class (GTK_WIDGET (self), "review-text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The page in its own words"), -1);
  g_signal_connect (self, "notify::vadjustment", G_CALLBACK (on_adjustment), NULL);
  g_signal_connect_object (click, "released", G_CALLBACK (on_released), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * accord_review_text_new:
 *
 * Returns: (transfer floating): a view without a text
 */
GtkWidget *
accord_review_text_new (void)
{
  return g_object_new (ACCORD_TYPE_REVIEW_TEXT, NULL);
}

/**
 * accord_review_text_show:
 * @self: a view
 * @text: the words of a page
 *
 * Shows a page; nothing of it is marked. One that says the same as before is not touched.
 */
void
accord_review_text_show (AccordReviewText *self, const char *text)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (ACCORD_IS_REVIEW_TEXT (self));
  g_return_if_fail (text != NULL);

  accord_review_text_mark (self, (AccordSpan){ 0, 0 }, ACCORD_REVIEW_TONE_SURE);
  if (g_strcmp0 (self->text, text) == 0)
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  shown = dup_broken (self);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), shown, -1);
}

/**
 * accord_review_text_mark:
 * @self: a view that shows a page
 * @span: a place in its text; nothing for none
 * @tone: how to mark it
 *
 * Marks a passage and brings it into view.
 */
void
accord_review_text_mark (AccordReviewText *self, AccordSpan span, AccordReviewTone tone)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start, end;

  g_return_if_fail (ACCORD_IS_REVIEW_TEXT (self));

  self->tone = tone;
  self->marked = self->text != NULL && !accord_span_is_empty (span) && span.start < strlen (self->text);
  if (self->marked)
    {
      get_iter (self, span.start, &start);
      get_iter (self, span.end, &end);
      if (gtk_text_buffer_get_mark (buffer, "from") == NULL)
        {
          gtk_text_buffer_create_mark (buffer, "from", &start, TRUE);
          gtk_text_buffer_create_mark (buffer, "to", &end, FALSE);
        }
      gtk_text_buffer_move_mark_by_name (buffer, "from", &start);
      gtk_text_buffer_move_mark_by_name (buffer, "to", &end);
      gtk_text_buffer_place_cursor (buffer, &start);
      bring_into_view (self);
      settle (self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * accord_review_text_get_marked:
 * @self: a view
 * @start: (out): where the marked passage begins
 * @end: (out): where it ends
 *
 * Returns: whether one is marked
 */
gboolean
accord_review_text_get_marked (AccordReviewText *self, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  g_return_val_if_fail (ACCORD_IS_REVIEW_TEXT (self), FALSE);

  if (!self->marked)
    return FALSE;
  gtk_text_buffer_get_iter_at_mark (buffer, start, gtk_text_buffer_get_mark (buffer, "from"));
  gtk_text_buffer_get_iter_at_mark (buffer, end, gtk_text_buffer_get_mark (buffer, "to"));
  return TRUE;
}
