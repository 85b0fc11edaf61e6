/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-cell.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "text-item.h"
#include "text-title.h"
#include "text-words.h"

/* How long a title may be where nothing parts it from the text, and where something does. */
#define LONGEST_ALONE 100
#define LONGEST 300
#define LONGEST_TITLE 160

/* Where a label begins in a place: at its start or after white space or another label; -1 for nowhere. */
static gssize
find_label (const AccordTextReading *reading, AccordSpan within, const char *label)
{
  gsize length = strlen (label);

  for (gsize at = within.start; at + length <= within.end; at++)
    if (reading->text[at] == *label && strncmp (reading->text + at, label, length) == 0
        && (at == within.start || g_ascii_isspace (reading->text[at - 1]) || reading->text[at - 1] == ':'
            || ((guchar) reading->text[at - 1] == 0xa0)))
      return at;
  return -1;
}

/* Where “Minutes:” leads the minutes. At the beginning it may be the title, which it is where it comes again.
 */
static gssize
find_minutes (const AccordTextReading *reading, AccordSpan cell)
{
  gssize at = find_label (reading, cell, "Minutes:");
  gssize again;

  if (at != (gssize) cell.start)
    return at;
  again = find_label (reading, (AccordSpan){ cell.start + 1, cell.end }, "Minutes:");
  return again >= 0 ? again : at;
}

/* The end of the words in capitals that lead a place: “DECLARATIONS OF INTEREST Members are …”. */
static gsize
capitals_end (const AccordTextReading *reading, AccordSpan span)
{
  gsize end = span.start, at = span.start;
  guint n_words = 0;

  while (at < span.end)
    {
      gsize from = at;
      gboolean lower = FALSE, upper = FALSE;

      while (at < span.end && !g_ascii_isspace (reading->text[at]))
        {
          lower = lower || g_ascii_islower (reading->text[at]);
          upper = upper || g_ascii_isupper (reading->text[at]);
          at++;
        }
      if (lower)
        break;
      n_words += upper && at - from > 1;
      if (upper && at - from == 1 && reading->text[from] == 'A' && n_words > 0)
        break;
      end = at;
      while (at < span.end && g_ascii_isspace (reading->text[at]))
        at++;
    }
  return n_words > 0 && end > span.start + 3 ? end : span.start;
}

/* Where the first words come again: “Urgent Business Urgent business, if any, …”. */
static gsize
repeated_at (const AccordTextReading *reading, AccordSpan span)
{
  gsize most = MIN ((span.end - span.start) / 2, LONGEST_ALONE);

  for (gsize length = 6; length <= most; length++)
    {
      gsize at = span.start + length + 1;

      if (reading->text[at - 1] == ' ' && at + length <= span.end && g_ascii_isupper (reading->text[at])
          && g_ascii_strncasecmp (reading->text + span.start, reading->text + at, length) == 0
          && (at + length == span.end || !g_ascii_isalnum (reading->text[at + length])))
        return at;
    }
  return span.start;
}

/* Where agenda text opens after a title: “… Session In accordance with”, “… Meeting To approve”. */
static gsize
agenda_at (const AccordTextReading *reading, AccordSpan span)
{
  gsize end = MIN (span.end, span.start + LONGEST_TITLE);

  for (gsize at = span.start + 1; at < end; at++)
    {
      g_autofree char *words = NULL;

      /* After a sentence it is too late for a title. */
      if (reading->text[at - 1] == '.' && g_ascii_isspace (reading->text[at]))
        return span.start;

      if (!g_ascii_isupper (reading->text[at]) || !g_ascii_isspace (reading->text[at - 1]))
        continue;
      words = accord_text_reading_dup_span (reading, (AccordSpan){ at, MIN (span.end, at + 60) });
      if (words == NULL
          || (!accord_text_words_open_agenda (words) && !g_str_has_prefix (words, "The Minutes ")
              && !g_str_has_prefix (words, "The minutes ")))
        continue;
      /* “Minutes of the meeting held on …” and “The Report” can be words of a title; a small letter must
       * follow. */
      if (g_ascii_islower (words[strcspn (words, " ") + 1])
          || g_str_has_prefix (words, "Members of the public"))
        return at;
    }
  return span.start;
}

static gsize
line_end (const AccordTextReading *reading, AccordSpan span)
{
  const char *found = memchr (reading->text + span.start, '\n', span.end - span.start);

  return found != NULL ? (gsize) (found - reading->text) : span.start;
}

/* Where the title ends; at the start where there is none, at the end where there is nothing else, or -1 where
 * both run together. */
static gssize
title_end (const AccordTextReading *reading, AccordSpan span)
{
  g_autofree char *lead =
      accord_text_reading_dup_span (reading, (AccordSpan){ span.start, MIN (span.end, span.start + 60) });
  gsize at;

  if (accord_text_words_open_agenda (lead))
    return span.start;
  at = capitals_end (reading, span);
  if (at > span.start)
    return at;
  at = repeated_at (reading, span);
  if (at > span.start)
    return at;
  at = agenda_at (reading, span);
  if (at > span.start)
    return at;
  at = line_end (reading, span);
  if (at > span.start && at - span.start <= LONGEST_ALONE)
    return at;
  if (span.end - span.start <= LONGEST_ALONE && reading->text[span.end - 1] != '.')
    return span.end;
  return -1;
}

/* The title and the text of the agenda. A document's size parts them; else the wording does. */
static void
read_head (AccordTextReading *reading, AccordPageItem *item, AccordSpan head)
{
  AccordSpan title = { 0, 0 }, size = { 0, 0 };
  AccordSpan lead = { head.start, MIN (head.end, head.start + LONGEST) };
  gssize end;

  if (accord_span_is_empty (head))
    {
      accord_text_reading_unread (reading, head, _ ("An item has lost its title."));
      return;
    }
  while (((guchar) reading->text[lead.end] & 0xc0) == 0x80)
    lead.end--;
  if (accord_text_title_find_size (reading, lead, &title, &size) && !accord_span_is_empty (title))
    {
      accord_text_title_set (reading, item, (AccordSpan){ title.start, size.end });
      item->proposed = accord_text_reading_trim (reading, (AccordSpan){ size.end, head.end });
      return;
    }
  end = title_end (reading, head);
  if (end < 0)
    accord_text_reading_unread (reading, head,
                                _ ("The item's title and the text of its agenda run together here."));
  else if (end == (gssize) head.start)
    accord_text_reading_unread (reading, head, _ ("The title of the item that begins here is lost."));
  else
    accord_text_title_set (reading, item, (AccordSpan){ head.start, end });
  item->proposed =
      accord_text_reading_trim (reading, (AccordSpan){ MAX (end, (gssize) head.start), head.end });
}

/**
 * accord_text_cell_read:
 * @reading: a reading
 * @cell: a cell of a table that was broken into bars
 * @number: its number, where a cell before had it; nothing otherwise
 * @open: whether the page ends before the cell does
 *
 * Reads an item whose title, agenda text, decision and minutes stand in one line.
 */
void
accord_text_cell_read (AccordTextReading *reading, AccordSpan cell, AccordSpan number, gboolean open)
{
  AccordPageItem *item = accord_committee_page_add_item (reading->page);
  gssize minutes = find_minutes (reading, cell);
  AccordSpan before = { cell.start, minutes >= 0 ? (gsize) minutes : cell.end };
  gssize decision = find_label (reading, before, "Decision:");
  gssize documents;

  item->place = cell;
  if (!accord_span_is_empty (number))
    {
      item->place.start = number.start;
      item->number = accord_text_reading_dup_span (reading, number);
    }
  if (minutes >= 0)
    item->minutes =
        accord_text_reading_trim (reading, (AccordSpan){ minutes + strlen ("Minutes:"), cell.end });
  if (decision >= 0)
    {
      item->decision =
          accord_text_reading_trim (reading, (AccordSpan){ decision + strlen ("Decision:"), before.end });
      before.end = decision;
    }
  documents = find_label (reading, before, "Additional documents:");
  if (documents >= 0)
    {
      AccordSpan rest = { documents + strlen ("Additional documents:"), before.end };

      rest = accord_text_reading_trim (reading, rest);
      if (!accord_span_is_empty (rest))
        accord_text_reading_unread (
            reading, rest, _ ("This stands where the documents of an item are listed, and names none."));
      before.end = documents;
    }
  read_head (reading, item, accord_text_reading_trim (reading, before));
  if (open)
    accord_text_item_mark_cut (reading, item);
}
