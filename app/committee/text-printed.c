/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-printed.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "text-date.h"
#include "text-item.h"
#include "text-kind.h"
#include "text-number.h"
#include "text-title.h"

/* Among how many lines, from the first, the heading of printed minutes stands. */
#define HEADING 8
#define LONGEST_TITLE 150
#define LONGEST_BODY 80
/* Into how many more lines a title may be wrapped. */
#define MOST_WRAPPED 3

typedef struct
{
  guint line;
  AccordTextNumber number;
  AccordSpan title;
} Start;

/* “Cabinet”, “Minutes” and “Monday 4 March 2013”, a line each. */
static gboolean
read_name (AccordTextReading *reading, guint line)
{
  g_autofree char *above = accord_text_reading_dup (reading, line - 1);
  g_autofree char *below = accord_text_reading_dup (reading, line + 1);
  AccordTextDate date;

  if ((!accord_text_reading_is (reading, line, "Minutes")
       && !accord_text_reading_is (reading, line, "MINUTES"))
      || above == NULL || below == NULL || strlen (above) > LONGEST_BODY
      || strpbrk (above, ".:,;0123456789") != NULL || !g_ascii_isupper (*above)
      || !accord_text_date_find_last (below, &date) || date.start != 0 || date.weekday == G_DATE_BAD_WEEKDAY
      || below[date.end] != '\0')
    return FALSE;
  reading->page->date = g_strdup (date.iso);
  reading->page->body = g_steal_pointer (&above);
  accord_text_reading_claim (reading, accord_text_reading_lines (reading, line - 1, line + 2));
  return TRUE;
}

/* “Minutes of the meeting held on Tuesday, 5 November 2019” alone in a line, with the body in the line above:
 * the heading of the minutes themselves. Further down the same words speak of earlier minutes. */
static void
read_heading (AccordTextReading *reading)
{
  static const char *const openings[] = { "Minutes of the meeting held on ", "Minutes of meeting held on " };
  guint n = MIN (HEADING, reading->lines->len);

  for (guint i = 1; i + 1 < n; i++)
    if (read_name (reading, i))
      return;
  for (guint i = 1; i < n; i++)
    {
      g_autofree char *words = accord_text_reading_dup (reading, i);
      g_autofree char *above = accord_text_reading_dup (reading, i - 1);
      AccordTextDate date;
      gsize opening = 0;

      for (guint j = 0; words != NULL && j < G_N_ELEMENTS (openings); j++)
        if (g_ascii_strncasecmp (words, openings[j], strlen (openings[j])) == 0)
          opening = strlen (openings[j]);
      if (opening == 0 || above == NULL || strlen (above) > LONGEST_TITLE
          || !accord_text_date_find_last (words, &date) || date.start != opening || words[date.end] != '\0')
        continue;
      reading->page->date = g_strdup (date.iso);
      reading->page->body = g_steal_pointer (&above);
      accord_text_reading_claim (reading, accord_text_reading_lines (reading, i - 1, i + 1));
      return;
    }
}

static gboolean
is_capitals (const AccordTextReading *reading, AccordSpan span)
{
  guint n_upper = 0;

  for (gsize at = span.start; at < span.end; at++)
    {
      if (g_ascii_islower (reading->text[at]))
        return FALSE;
      n_upper += g_ascii_isupper (reading->text[at]);
    }
  return n_upper > 3;
}

/* “RGSC/19/60 Minutes”, “GMCA 96/19 APOLOGIES”, “1. APOLOGIES”: a bare number begins an item only before
 * capitals, as lists have numbers, too. */
static gboolean
is_start (const AccordTextReading *reading, guint line, const AccordTextNumber *last, Start *start)
{
  if (!accord_text_number_split_title (reading, line, &start->number, &start->title)
      || start->title.end - start->title.start > LONGEST_TITLE)
    return FALSE;
  if (last != NULL && !g_str_equal (last->form, start->number.form))
    return FALSE;
  start->line = line;
  if (g_ascii_isupper (start->number.form[0]))
    return strpbrk (start->number.form, "/.: ") != NULL
           && strchr (".;", reading->text[start->title.end - 1]) == NULL;
  return is_capitals (reading, start->title) && (last == NULL || start->number.main == last->main + 1);
}

static void
note_people (AccordTextReading *reading, guint end)
{
  static const char *const labels[] = {
    "Present",        "Also present",           "Apologies",
    "In attendance",  "Officers in attendance", "Other members in attendance",
    "Members present"
  };
  AccordSpan value;

  for (guint i = 0; i < end; i++)
    for (guint j = 0; j < G_N_ELEMENTS (labels); j++)
      if (accord_text_reading_label (reading, i, labels[j], &value))
        {
          accord_text_reading_unread (
              reading, accord_text_reading_lines (reading, i, end),
              _ ("The names of these lists run together, so that nobody is taken from them."));
          return;
        }
}

/* The line after a title in capitals, which may be wrapped. */
static guint
end_of_title (const AccordTextReading *reading, Start *start, guint end)
{
  guint below = start->line + 1;

  while (below < end && below <= start->line + MOST_WRAPPED && is_capitals (reading, start->title)
         && accord_text_reading_n_before (reading, below) == 0
         && is_capitals (reading, accord_text_reading_line (reading, below))
         && !accord_text_reading_begins (reading, below, "RESOLVED")
         && !accord_text_reading_begins (reading, below, "DECISION")
         && !accord_text_reading_begins (reading, below, "AGREED"))
    start->title.end = accord_text_reading_line (reading, below++).end;
  return below;
}

static void
read_item (AccordTextReading *reading, const Start *start, guint below, guint end)
{
  AccordPageItem *item = accord_text_item_add (reading, start->line, end);

  item->number = accord_text_reading_dup_span (reading, start->number.span);
  accord_text_title_set (reading, item, start->title);
  if (below < end)
    item->minutes = accord_text_reading_lines (reading, below, end);
}

/* “<AI3>” or “</AI3>”, by which printed minutes mark where an item begins and ends. */
static gboolean
is_marker (const AccordTextReading *reading, guint line, gboolean closing)
{
  AccordSpan span = accord_text_reading_line (reading, line);

  return span.end - span.start <= 12 && reading->text[span.end - 1] == '>'
         && accord_text_reading_begins (reading, line, closing ? "</AI" : "<AI");
}

/* The items between markers. Returns whether there are any. */
static gboolean
read_marked (AccordTextReading *reading)
{
  gboolean found = FALSE;

  for (guint i = 0; i < reading->lines->len && reading->page->items->len < ACCORD_TEXT_MOST_PARTS; i++)
    {
      Start start = { 0 };
      guint end = i + 1, below = i + 2;

      if (is_marker (reading, i, TRUE) || is_marker (reading, i, FALSE))
        accord_text_reading_claim_line (reading, i);
      if (!is_marker (reading, i, FALSE))
        continue;
      while (end < reading->lines->len && !is_marker (reading, end, TRUE) && !is_marker (reading, end, FALSE))
        end++;
      if (end == i + 1)
        continue;
      start.line = i + 1;
      /* The number may stand in a line of its own. */
      if (i + 2 < end && accord_text_number_read_line (reading, i + 1, &start.number))
        start.title = accord_text_reading_line (reading, below++);
      else if (!accord_text_number_split_title (reading, i + 1, &start.number, &start.title))
        start.title = accord_text_reading_line (reading, i + 1);
      if (!found)
        note_people (reading, i);
      read_item (reading, &start, below, end);
      found = TRUE;
      i = end - 1;
    }
  return found;
}

static GArray *
find_starts (const AccordTextReading *reading)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (Start));

  for (guint i = 0; i < reading->lines->len; i++)
    {
      Start start = { 0 };
      const AccordTextNumber *last =
          starts->len > 0 ? &g_array_index (starts, Start, starts->len - 1).number : NULL;

      if (is_start (reading, i, last, &start))
        g_array_append_val (starts, start);
    }
  return starts;
}

/**
 * accord_text_printed_read:
 * @reading: a reading of printed minutes that were turned into text
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Reads as much of printed minutes as is safe: the items whose numbers cannot be anything else. Lists of
 * people run together and stay unread.
 *
 * Returns: whether it was not stopped
 */
gboolean
accord_text_printed_read (AccordTextReading *reading, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) starts = find_starts (reading);

  accord_text_reading_unread (
      reading, (AccordSpan){ 0, 0 },
      _ ("These are printed minutes turned into text: their order, their lists and their page "
         "headings may be mixed up."));
  read_heading (reading);
  if (read_marked (reading))
    return TRUE;
  note_people (reading, starts->len > 0 ? g_array_index (starts, Start, 0).line : reading->lines->len);
  for (guint i = 0; i < MIN (starts->len, ACCORD_TEXT_MOST_PARTS); i++)
    {
      guint end = i + 1 < starts->len ? g_array_index (starts, Start, i + 1).line : reading->lines->len;
      Start *start = &g_array_index (starts, Start, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      read_item (reading, start, end_of_title (reading, start, end), end);
    }
  return TRUE;
}
