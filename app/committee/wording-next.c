/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording-next.h"

#include <string.h>

#include "wording-due.h"

/* Whether an item's title says that it is about the next meeting and nothing else. */
static gboolean
is_about_next (const AccordPageItem *item)
{
  g_autofree char *low = item->title != NULL ? g_utf8_strdown (item->title, -1) : NULL;

  return low != NULL
         && (g_str_has_prefix (low, "next meeting") || strstr (low, "date of next meeting") != NULL
             || strstr (low, "date of the next meeting") != NULL || strstr (low, "date of next") == low
             || strstr (low, "date and time of next meeting") != NULL
             || strstr (low, "date and time of the next meeting") != NULL);
}

static gboolean
speaks_of_next (AccordCommitteePage *page, AccordSpan span)
{
  static const char words[] = "next meeting";
  const char *text = page->text;

  for (gsize at = span.start; at + strlen (words) <= span.end; at++)
    if ((text[at] == 'n' || text[at] == 'N') && g_ascii_strncasecmp (text + at, words, strlen (words)) == 0)
      return TRUE;
  return FALSE;
}

/* What a sentence says of when the next meeting is; the words behind it are the answer. */
static gboolean
says_when (AccordWordingPart *part, AccordWordRange sentence, AccordWordRange *when)
{
  static const char *const patterns[] = {
    "date|time *4 of the? next meeting *8 is|was|would|will|:|-",
    "the? next *2 meeting *8 held|planned|scheduled|arranged|is|was|:|-",
    "the? next *2 meeting *8 will|would *2 be|take *2 on|at|for",
  };
  AccordWordRange found;

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    if (i == 0 ? accord_wording_part_find (part, sentence, patterns[i], &found)
               : accord_wording_part_match (part, sentence, patterns[i], &found.after))
      {
        *when = (AccordWordRange){ found.after, sentence.after };
        return TRUE;
      }
  return FALSE;
}

static void
set_next (AccordWordingPart *part, AccordWordRange when)
{
  AccordCommitteePage *page = part->page;
  AccordWordRange found;
  g_autofree char *iso = accord_wording_dup_date (part, when, &found);

  if (found.after == found.first || (iso != NULL && page->date != NULL && strcmp (iso, page->date) <= 0))
    return;
  when.first = found.first;
  while (when.after > when.first && accord_wording_part_token (part, when.after - 1)->kind == '.')
    when.after--;
  page->next_meeting_words = accord_wording_part_dup (part, when);
  page->next_meeting = g_steal_pointer (&iso);
}

static void
read_part (AccordCommitteePage *page, AccordSpan span, gboolean about)
{
  g_autoptr (AccordWordingPart) part = NULL;

  if (page->next_meeting_words != NULL || accord_span_is_empty (span)
      || (!about && !speaks_of_next (page, span)))
    return;
  part = accord_wording_part_new (page, span);
  for (guint line = 0; line < part->lines->len; line++)
    {
      AccordWordRange range = accord_wording_part_range (part, line);

      while (range.first < range.after && page->next_meeting_words == NULL)
        {
          AccordWordRange sentence = { range.first, accord_wording_part_sentence_end (part, range) };
          AccordWordRange when = sentence;

          if (says_when (part, sentence, &when) || about)
            set_next (part, when);
          range.first = sentence.after;
        }
    }
}

/**
 * accord_wording_read_next_meeting:
 * @page: a page whose items have been read
 *
 * Finds when the next meeting is: first where an item is about it, the minutes before the agenda; then
 * wherever a sentence says so. A day without a year is kept in words only.
 */
void
accord_wording_read_next_meeting (AccordCommitteePage *page)
{
  if (page->text == NULL || page->next_meeting != NULL || page->next_meeting_words != NULL)
    return;
  for (guint about = 0; about < 2; about++)
    for (guint i = 0; i < page->items->len; i++)
      {
        const AccordPageItem *item = page->items->pdata[i];

        if (is_about_next (item) != (about == 0))
          continue;
        read_part (page, item->minutes, about == 0);
        read_part (page, item->decision, about == 0);
        read_part (page, item->proposed, about == 0);
      }
}
