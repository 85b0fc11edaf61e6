/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "text-address.h"
#include "text-decision.h"
#include "text-front.h"
#include "text-issue.h"
#include "text-item.h"
#include "text-kind.h"
#include "text-meeting.h"
#include "text-number.h"
#include "text-printed.h"
#include "text-reading.h"
#include "text-words.h"

static gboolean
read_meeting (AccordTextReading *reading, const AccordTextKind *kind, GCancellable *cancellable,
              GError **error)
{
  guint first = accord_text_front_read (reading, kind);

  if (reading->page->style == ACCORD_STYLE_BROKEN_TABLE)
    return accord_text_meeting_read_table (reading, first, cancellable, error);
  if (reading->page->style == ACCORD_STYLE_LABELS_LOST)
    return accord_text_meeting_read_blanks (reading, first, kind->agenda_only, cancellable, error);
  return accord_text_meeting_read_numbered (reading, first, cancellable, error);
}

static gboolean
read_kind (AccordTextReading *reading, const AccordTextKind *kind, GCancellable *cancellable, GError **error)
{
  switch (kind->type)
    {
    case ACCORD_PAGE_MEETING:
      return read_meeting (reading, kind, cancellable, error);
    case ACCORD_PAGE_ITEM:
      accord_text_issue_read_item (reading, kind);
      return TRUE;
    case ACCORD_PAGE_ISSUE:
      return accord_text_issue_read (reading, kind, cancellable, error);
    case ACCORD_PAGE_PLAN:
    case ACCORD_PAGE_DECISION:
      accord_text_decision_read (reading, kind);
      return TRUE;
    case ACCORD_PAGE_DECISIONS:
      return accord_text_decision_read_list (reading, kind, cancellable, error);
    case ACCORD_PAGE_MINUTES:
      return accord_text_printed_read (reading, cancellable, error);
    case ACCORD_PAGE_OTHER:
    default:
      accord_text_reading_unread (
          reading, (AccordSpan){ 0, reading->length },
          _ ("This is no committee page of a kind that is known; nothing was made of it."));
      return TRUE;
    }
}

/* “The Executive Board” at the end of minutes is the beginning of a sentence. */
static gboolean
opens_sentence (const AccordTextReading *reading, guint line)
{
  const GPtrArray *items = reading->page->items;
  const AccordPageItem *item = items->len > 0 ? items->pdata[items->len - 1] : NULL;
  AccordSpan span = accord_text_reading_line (reading, line);

  return item != NULL && item->minutes.end == span.end && accord_text_reading_begins (reading, line, "The ")
         && !accord_text_words_end_sentence (reading, span);
}

/* Whether the page breaks off with a line: in a sentence, at a number, in a name. */
static gboolean
is_cut (const AccordTextReading *reading, guint line)
{
  AccordSpan value;

  if (accord_text_number_is_alone (reading, line))
    return TRUE;
  if (accord_text_reading_label (reading, line, "Lead officer", &value))
    return !accord_text_reading_has (reading, value, " ");
  if (opens_sentence (reading, line))
    return TRUE;
  return accord_text_words_are_cut (reading, accord_text_reading_line (reading, line));
}

/* A page that breaks off in the middle of a sentence has lost the end of its last item. */
static void
judge_end (AccordTextReading *reading)
{
  AccordCommitteePage *page = reading->page;
  AccordPageItem *item = page->items->len > 0 ? page->items->pdata[page->items->len - 1] : NULL;
  AccordPageDecision *decision =
      page->decisions->len > 0 ? page->decisions->pdata[page->decisions->len - 1] : NULL;
  AccordSpan last, value;

  if (reading->lines->len == 0 || page->type == ACCORD_PAGE_OTHER || page->style == ACCORD_STYLE_BROKEN_TABLE)
    return;
  last = accord_text_reading_line (reading, reading->lines->len - 1);
  if (accord_text_item_is_documents_label (reading, reading->lines->len - 1)
      || accord_text_reading_label (reading, reading->lines->len - 1, "Contact", &value)
      || accord_text_reading_label (reading, reading->lines->len - 1, "Minutes", &value)
      || (item != NULL && last.end != item->place.end)
      || (decision != NULL && last.end != decision->place.end) || !is_cut (reading, reading->lines->len - 1))
    return;
  accord_text_item_mark_cut (reading, item);
  if (decision != NULL)
    decision->complete = FALSE;
}

/**
 * accord_text_reader_read:
 * @page: a page with its text, as UTF-8 without NUL
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Reads a page as people paste it: finds its style, its heading and its items with the places of what was
 * proposed, decided and minuted. What those say is for accord_wording_read_item(). Every word of the page is
 * part of its heading, of an item or a decision, or is noted as unread.
 *
 * Returns: whether it was read
 */
gboolean
accord_text_reader_read (AccordCommitteePage *page, GCancellable *cancellable, GError **error)
{
  g_auto (AccordTextReading) reading = { 0 };
  AccordTextKind kind;

  accord_text_reading_init (&reading, page);

  kind = accord_text_kind_find (&reading);
  page->type = kind.type;
  page->style = accord_text_kind_find_style (&reading, kind.type);
  if (g_cancellable_set_error_if_cancelled (cancellable, error)
      || !read_kind (&reading, &kind, cancellable, error)
      || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  judge_end (&reading);
  accord_text_address_read (page);
  accord_text_address_read_parts (page);
  accord_text_reading_finish (&reading);
  return TRUE;
}
