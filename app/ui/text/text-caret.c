/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/text-caret.h"

#include <string.h>

#define KEY "accord-text-caret"

/* A caret that goes through the paragraphs of a text, each of which is a label. All of them are one stop of
 * the Tab key: only the label with the caret can have the focus. A label does not say at which end of a
 * selection its caret is, so that it is kept here. */
typedef struct
{
  GtkWidget *text;
  GPtrArray *labels; /* in order; the text owns them */
  GtkLabel *label;   /* the one with the caret */
  int anchor;        /* in characters */
  int caret;
  guint later;
} AccordTextCaret;

static void
caret_free (gpointer data)
{
  AccordTextCaret *self = data;

  g_clear_handle_id (&self->later, g_source_remove);
  g_ptr_array_unref (self->labels);
  g_free (self);
}

static AccordTextCaret *
get_caret (GtkWidget *text)
{
  return g_object_get_data (G_OBJECT (text), KEY);
}

/* --- Where it is. */

static int
count_characters (GtkLabel *label)
{
  return (int) g_utf8_strlen (gtk_label_get_text (label), -1);
}

static int
byte_of (GtkLabel *label, int at)
{
  const char *text = gtk_label_get_text (label);

  return (int) (g_utf8_offset_to_pointer (text, at) - text);
}

static int
character_of (GtkLabel *label, int byte)
{
  return (int) g_utf8_pointer_to_offset (gtk_label_get_text (label), gtk_label_get_text (label) + byte);
}

/* A pointer may have selected something else since. */
static void
take_over (AccordTextCaret *self)
{
  int start, end;

  gtk_label_get_selection_bounds (self->label, &start, &end);
  if (start == MIN (self->anchor, self->caret) && end == MAX (self->anchor, self->caret))
    return;
  self->anchor = start;
  self->caret = end;
}

static PangoRectangle
find_strong (GtkLabel *label, int at)
{
  PangoRectangle strong;
  int x, y;

  pango_layout_get_cursor_pos (gtk_label_get_layout (label), byte_of (label, at), &strong, NULL);
  gtk_label_get_layout_offsets (label, &x, &y);
  return (PangoRectangle){ x + PANGO_PIXELS (strong.x), y + PANGO_PIXELS (strong.y), 1,
                           PANGO_PIXELS (strong.height) };
}

/* Brings the line of the caret into sight; of a long paragraph its label is not enough. */
static void
reveal (AccordTextCaret *self)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (self->text, GTK_TYPE_SCROLLED_WINDOW);
  PangoRectangle place = find_strong (self->label, self->caret);
  GtkAdjustment *adjustment;
  double x, y, value;

  if (scrolled == NULL
      || !gtk_widget_translate_coordinates (GTK_WIDGET (self->label), scrolled, place.x, place.y, &x, &y))
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  value = gtk_adjustment_get_value (adjustment);
  gtk_adjustment_clamp_page (adjustment, value + y - place.height, value + y + 2 * place.height);
}

static void
show (AccordTextCaret *self)
{
  gtk_label_select_region (self->label, self->anchor, self->caret);
  gtk_widget_queue_draw (self->text);
}

static void
place (AccordTextCaret *self, int caret, gboolean extend)
{
  self->caret = caret;
  if (!extend)
    self->anchor = caret;
  show (self);
  reveal (self);
}

/* Only the one with the caret is a stop; one with links stays one for their sake. A label in which words can
 * be selected takes the Tab key even if it is not focusable, unless it cannot have the focus at all. */
static void
settle (AccordTextCaret *self)
{
  for (guint i = 0; i < self->labels->len; i++)
    {
      GtkWidget *label = self->labels->pdata[i];

      if (GTK_LABEL (label) != self->label && accord_text_caret_is_on (label))
        gtk_widget_set_can_focus (label, FALSE);
    }
  gtk_widget_set_can_focus (GTK_WIDGET (self->label), TRUE);
  gtk_widget_set_focusable (GTK_WIDGET (self->label), TRUE);
}

static gboolean
on_later (gpointer data)
{
  AccordTextCaret *self = data;

  self->later = 0;
  show (self);
  return G_SOURCE_REMOVE;
}

static void
on_entered (GtkEventController *controller, AccordTextCaret *self)
{
  GtkLabel *label = GTK_LABEL (gtk_event_controller_get_widget (controller));

  if (label != self->label)
    {
      self->label = label;
      self->anchor = self->caret = 0;
      settle (self);
    }
  take_over (self);
  /* GTK selects all of a label that is come to by keyboard, once this has returned. */
  if (self->later == 0)
    self->later = g_idle_add_full (G_PRIORITY_HIGH, on_later, self, NULL);
}

static void
on_left (GtkEventController *controller, AccordTextCaret *self)
{
  gtk_widget_queue_draw (self->text);
}

/* Whether there is a paragraph of that number. */
static gboolean
go_to (AccordTextCaret *self, gint64 number)
{
  if (number < 0 || number >= self->labels->len)
    return FALSE;
  self->label = self->labels->pdata[number];
  self->anchor = self->caret = 0;
  settle (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->label));
  return TRUE;
}

static gboolean
go_beside (AccordTextCaret *self, int by)
{
  guint index = 0;

  g_ptr_array_find (self->labels, self->label, &index);
  return go_to (self, (gint64) index + by);
}

/* --- How it moves. */

static gboolean
is_stop (const PangoLogAttr *attribute, gboolean word, gboolean on)
{
  return !word ? attribute->is_cursor_position : on ? attribute->is_word_end : attribute->is_word_start;
}

static int
step (GtkLabel *label, int at, gboolean word, gboolean on)
{
  int n;
  const PangoLogAttr *attributes = pango_layout_get_log_attrs_readonly (gtk_label_get_layout (label), &n);

  do
    at += on ? 1 : -1;
  while (at > 0 && at < n - 1 && !is_stop (&attributes[at], word, on));
  return CLAMP (at, 0, n - 1);
}

static gboolean
go_across (AccordTextCaret *self, gboolean on, gboolean word, gboolean extend)
{
  int end = count_characters (self->label);

  /* Out of a selection it goes to the end that it is pressed towards. */
  if (!extend && !word && self->anchor != self->caret)
    place (self, on ? MAX (self->anchor, self->caret) : MIN (self->anchor, self->caret), FALSE);
  else if (self->caret != (on ? end : 0))
    place (self, step (self->label, self->caret, word, on), extend);
  else if (!extend && go_beside (self, on ? 1 : -1))
    place (self, on ? 0 : count_characters (self->label), FALSE);
  return TRUE;
}

static int
find_in_line (GtkLabel *label, int number, int x)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (gtk_label_get_layout (label), number);
  int byte, trailing;

  pango_layout_line_x_to_index (line, x, &byte, &trailing);
  return character_of (label, byte) + trailing;
}

static gboolean
go_down (AccordTextCaret *self, gboolean on, gboolean extend)
{
  PangoLayout *layout = gtk_label_get_layout (self->label);
  int line, x;

  pango_layout_index_to_line_x (layout, byte_of (self->label, self->caret), FALSE, &line, &x);
  if (on ? line + 1 < pango_layout_get_line_count (layout) : line > 0)
    place (self, find_in_line (self->label, line + (on ? 1 : -1), x), extend);
  else if (extend)
    place (self, on ? count_characters (self->label) : 0, TRUE);
  else if (go_beside (self, on ? 1 : -1))
    place (self,
           find_in_line (self->label,
                         on ? 0 : pango_layout_get_line_count (gtk_label_get_layout (self->label)) - 1, x),
           FALSE);
  return TRUE;
}

static gboolean
go_to_end (AccordTextCaret *self, gboolean on, gboolean whole, gboolean extend)
{
  PangoLayout *layout = gtk_label_get_layout (self->label);
  PangoLayoutLine *line;
  int number, x, at;

  if (whole)
    {
      if (!extend)
        go_to (self, on ? self->labels->len - 1 : 0);
      place (self, on ? count_characters (self->label) : 0, extend);
      return TRUE;
    }
  pango_layout_index_to_line_x (layout, byte_of (self->label, self->caret), FALSE, &number, &x);
  line = pango_layout_get_line_readonly (layout, number);
  at = character_of (self->label, line->start_index + (on ? line->length : 0));
  /* The end of a line that goes on is before the space that it is broken at. */
  if (on && number + 1 < pango_layout_get_line_count (layout) && line->length > 0)
    at = step (self->label, at, FALSE, FALSE);
  place (self, at, extend);
  return TRUE;
}

static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        AccordTextCaret *self)
{
  gboolean extend = (state & GDK_SHIFT_MASK) != 0, word = (state & GDK_CONTROL_MASK) != 0;

  if (self->label == NULL || !gtk_widget_is_focus (GTK_WIDGET (self->label))
      || (state & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  take_over (self);
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return go_across (self, key == GDK_KEY_Right || key == GDK_KEY_KP_Right, word, extend);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return !word && go_down (self, key == GDK_KEY_Down || key == GDK_KEY_KP_Down, extend);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return go_to_end (self, key == GDK_KEY_End || key == GDK_KEY_KP_End, word, extend);
    case GDK_KEY_Escape:
      if (self->anchor == self->caret)
        return FALSE;
      place (self, self->caret, FALSE);
      return TRUE;
    default:
      return FALSE;
    }
}

/* --- The labels. */

static void
add_labels (AccordTextCaret *self, GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_label_get_selectable (GTK_LABEL (widget)))
    {
      GtkEventController *focus = gtk_event_controller_focus_new ();

      g_signal_connect (focus, "enter", G_CALLBACK (on_entered), self);
      g_signal_connect (focus, "leave", G_CALLBACK (on_left), self);
      gtk_widget_add_controller (widget, focus);
      /* One with links is a stop already. */
      g_object_set_data (G_OBJECT (widget), KEY, gtk_widget_get_focusable (widget) ? NULL : self);
      g_ptr_array_add (self->labels, widget);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_labels (self, child);
}

/**
 * accord_text_caret_add:
 * @text: a text whose paragraphs are labels that can be selected; they are not to change any more
 *
 * Gives it a caret: Tab comes to it, arrows, Home and End move it from word to word, line to line and
 * paragraph to paragraph, and with Shift they select within a paragraph. accord_text_caret_snapshot() draws
 * it.
 */
void
accord_text_caret_add (GtkWidget *text)
{
  AccordTextCaret *self;
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (GTK_IS_WIDGET (text));

  self = g_new0 (AccordTextCaret, 1);
  self->text = text;
  self->labels = g_ptr_array_new ();
  add_labels (self, text);
  g_object_set_data_full (G_OBJECT (text), KEY, self, caret_free);
  if (self->labels->len > 0)
    {
      self->label = self->labels->pdata[0];
      settle (self);
    }
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (text, keys);
}

/**
 * accord_text_caret_is_on:
 * @label: a label
 *
 * Returns: whether a caret says whether it can have the focus
 */
gboolean
accord_text_caret_is_on (GtkWidget *label)
{
  return GTK_IS_LABEL (label) && g_object_get_data (G_OBJECT (label), KEY) != NULL;
}

/**
 * accord_text_caret_snapshot:
 * @text: a text
 * @snapshot: what it is drawn to
 *
 * Draws its caret, if it has one and the keyboard is in it.
 */
void
accord_text_caret_snapshot (GtkWidget *text, GtkSnapshot *snapshot)
{
  AccordTextCaret *self = get_caret (text);
  double x, y;
  int left, top;

  if (self == NULL || self->label == NULL || !gtk_widget_has_focus (GTK_WIDGET (self->label))
      || !gtk_widget_translate_coordinates (GTK_WIDGET (self->label), text, 0, 0, &x, &y))
    return;
  take_over (self);
  gtk_label_get_layout_offsets (self->label, &left, &top);
  gtk_snapshot_render_insertion_cursor (snapshot, gtk_widget_get_style_context (GTK_WIDGET (self->label)),
                                        x + left, y + top, gtk_label_get_layout (self->label),
                                        byte_of (self->label, self->caret), PANGO_DIRECTION_NEUTRAL);
}
