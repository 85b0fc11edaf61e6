/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-issue.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "text-date.h"
#include "text-front.h"
#include "text-hidden.h"
#include "text-item.h"
#include "text-number.h"
#include "text-title.h"
#include "text-words.h"

/* What “Meeting: 01/11/2022 - Cabinet (Item 6)” says. */
typedef struct
{
  char *iso;
  char *body;
  AccordSpan number;
} Meeting;

static void
meeting_clear (Meeting *self)
{
  g_clear_pointer (&self->iso, g_free);
  g_clear_pointer (&self->body, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Meeting, meeting_clear)

/* “(Item 6)” at the end of a place: its number, and the place without it. */
static AccordSpan
take_item (const AccordTextReading *reading, AccordSpan value, AccordSpan *number)
{
  static const char words[] = "(Item ";
  const char *text = reading->text;

  *number = (AccordSpan){ 0, 0 };
  if (accord_span_is_empty (value) || text[value.end - 1] != ')')
    return value;
  for (gsize at = value.end - 1; at > value.start; at--)
    if (text[at] == '(' && g_ascii_strncasecmp (text + at, words, strlen (words)) == 0)
      {
        *number = accord_text_reading_trim (reading, (AccordSpan){ at + strlen (words), value.end - 1 });
        return accord_text_reading_trim (reading, (AccordSpan){ value.start, at });
      }
  return value;
}

static void
read_meeting (const AccordTextReading *reading, guint line, Meeting *meeting)
{
  AccordSpan value = { 0, 0 }, body;
  g_autofree char *date = NULL;

  accord_text_reading_label (reading, line, "Meeting", &value);
  body = take_item (reading, value, &meeting->number);
  date = g_strndup (reading->text + body.start, strcspn (reading->text + body.start, " -\n\r"));
  meeting->iso = accord_text_date_iso (date);
  body.start += strlen (date);
  body = accord_text_reading_trim (reading, body);
  if (!accord_span_is_empty (body) && reading->text[body.start] == '-')
    body = accord_text_reading_trim (reading, (AccordSpan){ body.start + 1, body.end });
  meeting->body = accord_text_reading_dup_span (reading, body);
}

static gboolean
any_minutes_label (const AccordTextReading *reading, guint first, guint end)
{
  AccordSpan value;

  for (guint i = first; i < end; i++)
    if (accord_text_reading_label (reading, i, "Minutes", &value)
        || accord_text_reading_label (reading, i, "Decision", &value))
      return TRUE;
  return FALSE;
}

static void
read_body (AccordTextReading *reading, AccordPageItem *item, guint first, guint end)
{
  gboolean there = any_minutes_label (reading, first, end);

  if (!there && first < end)
    accord_text_reading_unread (
        reading, (AccordSpan){ 0, 0 },
        _ ("The labels of an item's parts are lost: where its minutes begin was found by wording."));
  accord_text_item_read_body (reading, item, first, end,
                              there ? ACCORD_TEXT_LABELS_THERE : ACCORD_TEXT_LABELS_LOST);
}

/* “6 Title” under “(Item 6)”. A title may begin with a number of its own, so both have to agree. */
static AccordSpan
without_number (const AccordTextReading *reading, guint line, AccordSpan expected, AccordPageItem *item)
{
  AccordTextNumber number;
  AccordSpan title, whole = accord_text_reading_line (reading, line);

  if (!accord_text_number_split_title (reading, line, &number, &title))
    return whole;
  if (accord_span_is_empty (expected))
    {
      if (!accord_text_number_leads_title (reading, line))
        return whole;
    }
  else
    {
      g_autofree char *there = accord_text_reading_dup_span (reading, expected);
      g_autofree char *here = accord_text_reading_dup_span (reading, number.span);

      if (strcspn (here, ".") != strcspn (there, ".") || strncmp (here, there, strcspn (there, ".")) != 0)
        return whole;
    }
  g_free (item->number);
  item->number = accord_text_reading_dup_span (reading, number.span);
  return title;
}

static void
read_item (AccordTextReading *reading, guint line, guint end)
{
  g_auto (Meeting) meeting = { 0 };
  AccordPageItem *item = accord_text_item_add (reading, line, end);

  read_meeting (reading, line, &meeting);
  item->meeting_body = g_steal_pointer (&meeting.body);
  item->meeting_date = g_steal_pointer (&meeting.iso);
  item->number = accord_text_reading_dup_span (reading, meeting.number);
  if (line + 1 >= end)
    return;
  accord_text_title_set (reading, item, without_number (reading, line + 1, meeting.number, item));
  read_body (reading, item, line + 2, end);
  accord_text_hidden_read (reading, item, line + 2, end);
}

/* Where all meetings of the page are one, the page is of that one. */
static void
read_page (AccordCommitteePage *page)
{
  const AccordPageItem *first = page->items->len > 0 ? page->items->pdata[0] : NULL;

  for (guint i = 0; i < page->items->len; i++)
    {
      const AccordPageItem *item = page->items->pdata[i];

      if (g_strcmp0 (item->meeting_body, first->meeting_body) != 0
          || g_strcmp0 (item->meeting_date, first->meeting_date) != 0)
        return;
    }
  if (first == NULL)
    return;
  page->body = g_strdup (first->meeting_body);
  page->date = g_strdup (first->meeting_date);
}

static guint
next_meeting (const AccordTextReading *reading, guint from)
{
  while (from < reading->lines->len && !accord_text_number_is_meeting_line (reading, from))
    from++;
  return from;
}

/* The title of the issue, which may be another than those of its items. */
static void
read_issue_title (AccordTextReading *reading, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    {
      g_autofree char *words = accord_text_reading_dup (reading, i);
      gboolean same = FALSE;

      for (guint j = 0; j < reading->page->items->len && !same; j++)
        same = g_strcmp0 (((AccordPageItem *) reading->page->items->pdata[j])->title, words) == 0;
      if (same)
        accord_text_reading_claim_line (reading, i);
      else
        accord_text_reading_unread (reading, accord_text_reading_line (reading, i),
                                    _ ("The title of the issue differs from those of its items."));
    }
}

/**
 * accord_text_issue_read:
 * @reading: a reading of the page of an issue
 * @kind: what was found out about it
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Reads an issue with the items of the meetings that dealt with it.
 *
 * Returns: whether it was not stopped
 */
gboolean
accord_text_issue_read (AccordTextReading *reading, const AccordTextKind *kind, GCancellable *cancellable,
                        GError **error)
{
  guint first = kind->line >= 0 ? kind->line + 1 : 0;
  guint start = next_meeting (reading, first), meeting = start;

  if (start == reading->lines->len)
    {
      accord_text_issue_read_item (reading, kind);
      return TRUE;
    }
  if (kind->line >= 0)
    accord_text_front_read_name (reading, kind);
  while (meeting < reading->lines->len && reading->page->items->len < ACCORD_TEXT_MOST_PARTS)
    {
      guint end = next_meeting (reading, meeting + 1);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      read_item (reading, meeting, end);
      meeting = end;
    }
  read_issue_title (reading, first, start);
  read_page (reading->page);
  return TRUE;
}

/* Whether the first line of an item is its title. Below the page's name it is, unless it stands apart as
 * agenda text does; without that name most have lost it. */
static gboolean
is_title (const AccordTextReading *reading, guint line, gboolean named)
{
  AccordSpan title, size;

  if (!accord_text_reading_is_short (reading, line) || accord_text_item_is_documents_label (reading, line))
    return FALSE;
  if (accord_text_title_split (reading, accord_text_reading_line (reading, line), &title, &size))
    return TRUE;
  if (named && accord_text_reading_n_before (reading, line) == 1
      && !accord_text_reading_is (reading, line, "Minutes:"))
    return TRUE;
  return accord_text_words_may_be_title (reading, line);
}

/**
 * accord_text_issue_read_item:
 * @reading: a reading of the page of one item
 * @kind: what was found out about it
 *
 * Reads the page of an item of an agenda. Such a page says neither whose meeting it was nor when.
 */
void
accord_text_issue_read_item (AccordTextReading *reading, const AccordTextKind *kind)
{
  guint first = kind->line >= 0 ? kind->line + 1 : 0, n = reading->lines->len;
  AccordPageItem *item;
  AccordTextNumber number;

  if (kind->line >= 0)
    accord_text_front_read_name (reading, kind);
  while (first < n && accord_text_front_claim_furniture (reading, first))
    first++;
  accord_text_reading_unread (reading, (AccordSpan){ 0, 0 },
                              _ ("The page does not say which body met, nor on which day."));
  if (first >= n)
    return;
  item = accord_text_item_add (reading, first, n);
  if (accord_text_number_read_line (reading, first, &number) && first + 1 < n)
    {
      item->number = accord_text_reading_dup_span (reading, number.span);
      first++;
    }
  if (accord_text_number_leads_title (reading, first))
    accord_text_title_set (reading, item, without_number (reading, first++, (AccordSpan){ 0, 0 }, item));
  else if (is_title (reading, first, kind->line >= 0))
    accord_text_title_set (reading, item, accord_text_reading_line (reading, first++));
  else
    accord_text_reading_unread (reading, accord_text_reading_line (reading, first),
                                _ ("The title of the item is lost."));
  read_body (reading, item, first, n);
}
