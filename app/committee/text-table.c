/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-meeting.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "text-cell.h"
#include "text-number.h"

/* A cell of the table, which is an item. */
typedef struct
{
  AccordSpan span;
  gboolean open;
  gboolean decided; /* it has had the label of its decision */
  gboolean minuted;
} Cell;

typedef struct
{
  AccordTextReading *reading;
  GArray *cells;
  Cell cell;
} Walk;

static void
close_cell (Walk *self)
{
  if (!accord_span_is_empty (self->cell.span))
    g_array_append_val (self->cells, self->cell);
  self->cell = (Cell){ .open = TRUE };
}

static gboolean
is_bar (char c)
{
  return c == '|';
}

/* The words of a line between the bars at its ends. */
static AccordSpan
between_bars (const AccordTextReading *reading, AccordSpan line, gboolean *before, gboolean *after)
{
  AccordSpan words = line;

  while (words.start < words.end
         && (is_bar (reading->text[words.start]) || g_ascii_isspace (reading->text[words.start])))
    words.start++;
  while (words.end > words.start
         && (is_bar (reading->text[words.end - 1]) || g_ascii_isspace (reading->text[words.end - 1])))
    words.end--;
  *before = words.start > line.start;
  *after = words.end < line.end;
  return accord_text_reading_trim (reading, words);
}

/* “---|---|”: the rule under the head of the table. */
static gboolean
is_rule (const AccordTextReading *reading, AccordSpan line)
{
  gboolean dashes = FALSE;

  for (gsize at = line.start; at < line.end; at++)
    {
      if (strchr ("|-: ", reading->text[at]) == NULL)
        return FALSE;
      dashes = dashes || reading->text[at] == '-';
    }
  return dashes;
}

static gboolean
has_label (const AccordTextReading *reading, AccordSpan within, const char *label)
{
  gsize length = strlen (label);

  for (gsize at = within.start; at + length <= within.end; at++)
    if (reading->text[at] == *label && strncmp (reading->text + at, label, length) == 0
        && (at == within.start || g_ascii_isspace (reading->text[at - 1]) || reading->text[at - 1] == ':'))
      return TRUE;
  return FALSE;
}

/* The bars between two rows may be lost, too. A line that has its own label behind other words then begins
 * the next item, as no item has the same label twice, nor a decision behind its minutes. */
static gboolean
begins_row (const Walk *self, AccordSpan words)
{
  const AccordTextReading *reading = self->reading;
  const Cell *cell = &self->cell;

  if (accord_span_is_empty (cell->span) || !g_ascii_isupper (reading->text[words.start])
      || g_str_has_prefix (reading->text + words.start, "Decision:")
      || g_str_has_prefix (reading->text + words.start, "Minutes:"))
    return FALSE;
  return (cell->minuted && has_label (reading, words, "Minutes:"))
         || ((cell->decided || cell->minuted) && has_label (reading, words, "Decision:"));
}

static void
add_line (Walk *self, AccordSpan line)
{
  AccordTextReading *reading = self->reading;
  gboolean before, after, inner;
  AccordSpan words = between_bars (reading, line, &before, &after);

  if (accord_span_is_empty (words) || is_rule (reading, line))
    {
      accord_text_reading_claim (reading, line);
      close_cell (self);
      return;
    }
  inner = memchr (reading->text + words.start, '|', words.end - words.start) != NULL;
  if (inner && self->cells->len > 0 && accord_span_is_empty (self->cell.span))
    {
      /* A row of a table inside the item before: it belongs to it, whatever the bars say. */
      self->cell = g_array_index (self->cells, Cell, self->cells->len - 1);
      g_array_set_size (self->cells, self->cells->len - 1);
    }
  else if ((before && !inner) || begins_row (self, words))
    close_cell (self);
  if (accord_span_is_empty (self->cell.span))
    self->cell.span = words;
  self->cell.span.end = words.end;
  self->cell.open = TRUE;
  self->cell.decided = self->cell.decided || has_label (reading, words, "Decision:");
  self->cell.minuted = self->cell.minuted || has_label (reading, words, "Minutes:");
  accord_text_reading_claim (reading, (AccordSpan){ line.start, words.start });
  accord_text_reading_claim (reading, (AccordSpan){ words.end, line.end });
  if (after && !inner)
    {
      self->cell.open = FALSE;
      close_cell (self);
    }
}

/* “*”, “30 mins”: the columns in which a page marks its items, and tells how long each may take. */
static gboolean
is_minutes_of_time (AccordTextReading *reading, AccordSpan cell)
{
  g_autofree char *words = accord_text_reading_dup_span (reading, cell);

  if (g_strcmp0 (words, "*") == 0)
    {
      accord_text_reading_claim (reading, cell);
      return TRUE;
    }
  return words != NULL && g_ascii_isdigit (*words)
         && (g_str_equal (words + strspn (words, "0123456789"), " mins")
             || g_str_equal (words + strspn (words, "0123456789"), " minutes"));
}

/**
 * accord_text_meeting_read_table:
 * @reading: a reading
 * @first: number of the first line after the table's head
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Reads the items of a page whose table was broken into bars: every cell is an item without its number, and
 * its parts stand in one line.
 *
 * Returns: whether it was not stopped
 */
gboolean
accord_text_meeting_read_table (AccordTextReading *reading, guint first, GCancellable *cancellable,
                                GError **error)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  Walk walk = { reading, cells, { .open = TRUE } };

  if (first < reading->lines->len && accord_text_reading_begins (reading, first, "Item |"))
    accord_text_reading_claim_line (reading, first++);
  for (guint i = first; i < reading->lines->len; i++)
    add_line (&walk, accord_text_reading_line (reading, i));
  close_cell (&walk);
  accord_text_reading_unread (
      reading, (AccordSpan){ 0, 0 },
      _ ("The numbers of the items and the lists in their texts are lost: the page's table came "
         "as bars, with each item in one line."));
  if (cells->len > ACCORD_TEXT_MOST_PARTS)
    accord_text_reading_unread (
        reading,
        (AccordSpan){ g_array_index (cells, Cell, ACCORD_TEXT_MOST_PARTS).span.start, reading->length },
        _ ("No meeting has as many items as this page; nothing was made of these."));
  for (guint i = 0; i < MIN (cells->len, ACCORD_TEXT_MOST_PARTS); i++)
    {
      const Cell *cell = &g_array_index (cells, Cell, i);
      AccordTextNumber number = { { 0, 0 } };

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (is_minutes_of_time (reading, cell->span))
        continue;
      if (accord_text_number_take (reading, cell->span, &number) && number.span.end == cell->span.end
          && i + 1 < cells->len)
        cell = &g_array_index (cells, Cell, ++i);
      else
        number.span = (AccordSpan){ 0, 0 };
      accord_text_cell_read (reading, cell->span, number.span, cell->open && i + 1 == cells->len);
    }
  return TRUE;
}
