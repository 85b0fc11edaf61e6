/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-hidden.h"

#include <string.h>

#include "text-title.h"

#define LONGEST_TITLE 150

/* “(a)” at the beginning of a line, and what comes after it. */
static gboolean
take_letter (const AccordTextReading *reading, guint line, AccordSpan *number, AccordSpan *title)
{
  AccordSpan span = accord_text_reading_line (reading, line);
  const char *at = reading->text + span.start;

  if (span.end - span.start < 5)
    return FALSE;
  at += *at == '(';
  if (!g_ascii_islower (*at) || at[1] != ')')
    return FALSE;
  *number = (AccordSpan){ span.start, at + 2 - reading->text };
  *title = accord_text_reading_trim (reading, (AccordSpan){ number->end, span.end });
  return !accord_span_is_empty (*title);
}

/* “(a) Health and Social Care Update” alone in a line is the item itself where text follows it that is no
 * entry of the same list. */
static gboolean
is_hidden (const AccordTextReading *reading, guint line, guint end, AccordSpan *number, AccordSpan *title)
{
  AccordSpan below, rest;
  gunichar c;

  if (!take_letter (reading, line, number, title) || title->end - title->start > LONGEST_TITLE
      || !g_unichar_isupper (g_utf8_get_char (reading->text + title->start))
      || strchr (".;,:", reading->text[title->end - 1]) != NULL || line + 1 >= end
      || take_letter (reading, line + 1, &below, &rest))
    return FALSE;
  c = g_utf8_get_char (reading->text + accord_text_reading_line (reading, line + 1).start);
  return g_unichar_isupper (c) || c == '[';
}

static gboolean
is_urgent (const AccordPageItem *item)
{
  g_autofree char *lower = item->title != NULL ? g_ascii_strdown (item->title, -1) : NULL;

  return lower != NULL && strstr (lower, "urgent") != NULL;
}

static AccordPageItem *
add (AccordTextReading *reading, const AccordPageItem *parent, AccordSpan number, AccordSpan title)
{
  AccordPageItem *item = accord_committee_page_add_item (reading->page);

  item->number = accord_text_reading_dup_span (reading, number);
  item->meeting_body = g_strdup (parent->meeting_body);
  item->meeting_date = g_strdup (parent->meeting_date);
  accord_text_title_set (reading, item, title);
  return item;
}

/* An item loses to the one hidden in it what comes after @at. */
static void
cut (const AccordTextReading *reading, AccordPageItem *item, gsize at)
{
  item->place = accord_text_reading_trim (reading, (AccordSpan){ item->place.start, at });
  item->minutes = item->minutes.start < at
                      ? accord_text_reading_trim (reading, (AccordSpan){ item->minutes.start, at })
                      : (AccordSpan){ 0, 0 };
}

/**
 * accord_text_hidden_read:
 * @reading: a reading
 * @parent: an item that has been read
 * @first: number of the first line after its title
 * @end: number of the line after its last
 *
 * Finds the items that the minutes of an item of urgent business hold, each under a letter and a title of its
 * own.
 */
void
accord_text_hidden_read (AccordTextReading *reading, AccordPageItem *parent, guint first, guint end)
{
  AccordPageItem *item = NULL;

  if (!is_urgent (parent) || accord_span_is_empty (parent->minutes))
    return;
  for (guint i = first; i < end; i++)
    {
      AccordSpan number, title;

      if (accord_text_reading_line (reading, i).start < parent->minutes.start && item == NULL)
        continue;
      if (!is_hidden (reading, i, end, &number, &title))
        continue;
      cut (reading, item != NULL ? item : parent, number.start);
      item = add (reading, parent, number, title);
      item->place = accord_text_reading_lines (reading, i, end);
      item->minutes = accord_text_reading_lines (reading, i + 1, end);
    }
}
