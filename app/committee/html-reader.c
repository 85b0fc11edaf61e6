/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "html-decision.h"
#include "html-meeting.h"
#include "html-paper.h"
#include "html-refusal.h"
#include "html-wrapped.h"
#include "text-address.h"
#include "text-reader.h"

/* What the first line of a page begins with; the longer ones first. */
static const struct
{
  const char *words;
  AccordPageType type;
} kinds[] = {
  { "agenda item", ACCORD_PAGE_ITEM },
  { "agenda", ACCORD_PAGE_MEETING },
  { "minutes", ACCORD_PAGE_MEETING },
  { "decisions and minutes", ACCORD_PAGE_MEETING },
  { "issue details", ACCORD_PAGE_PLAN },
  { "issue - decisions", ACCORD_PAGE_DECISIONS },
  { "issue - ", ACCORD_PAGE_ISSUE },
  { "decision details", ACCORD_PAGE_DECISION },
  { "decisions", ACCORD_PAGE_DECISIONS },
  { "officer decisions", ACCORD_PAGE_DECISIONS },
  { "search decisions", ACCORD_PAGE_DECISIONS },
};

static AccordPageType
find_kind (const char *words)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_ascii_strncasecmp (words, kinds[i].words, strlen (kinds[i].words)) == 0)
      return kinds[i].type;
  return ACCORD_PAGE_OTHER;
}

/* The kind by the page's heading; where that is lost, by what the page is made of. */
static AccordPageType
find_type (const AccordHtml *html)
{
  gboolean has_items = FALSE, has_labels = FALSE, has_sections = FALSE, has_title = FALSE, has_table = FALSE;

  for (guint i = 0; i < html->blocks->len; i++)
    {
      const AccordHtmlBlock *block = accord_html_get_block (html, i);
      g_autofree char *words =
          block->role == ACCORD_HTML_MAIN_TITLE ? accord_html_dup_words (html, block->span) : NULL;

      if (words != NULL && find_kind (words) != ACCORD_PAGE_OTHER)
        return find_kind (words);
      has_items |= block->role == ACCORD_HTML_ITEM_TITLE;
      has_title |= block->role == ACCORD_HTML_SUB_TITLE;
      has_sections |= block->role == ACCORD_HTML_SECTION;
      has_labels |= accord_html_find_mark (html, block, ACCORD_HTML_MARK_LABEL) != NULL;
      has_table |= block->header;
    }
  if (has_items)
    return ACCORD_PAGE_MEETING;
  if (has_title && has_sections && has_labels)
    return ACCORD_PAGE_DECISION;
  return has_table ? ACCORD_PAGE_DECISIONS : ACCORD_PAGE_OTHER;
}

static gboolean
has_role (const AccordHtml *html, AccordHtmlRole role)
{
  for (guint i = 0; i < html->blocks->len; i++)
    if (accord_html_get_block (html, i)->role == role)
      return TRUE;
  return FALSE;
}

/* Whether the page was read by the classes of its elements. */
static gboolean
read_classes (const AccordHtmlReading *self, GCancellable *cancellable, GError **error)
{
  switch (self->page->type)
    {
    case ACCORD_PAGE_MEETING:
      return has_role (self->html, ACCORD_HTML_ITEM_TITLE)
             && accord_html_meeting_read (self, cancellable, error);
    case ACCORD_PAGE_ITEM:
      return accord_html_meeting_read_item_page (self);
    case ACCORD_PAGE_DECISION:
    case ACCORD_PAGE_PLAN:
      return accord_html_decision_read (self);
    case ACCORD_PAGE_DECISIONS:
      return accord_html_decision_read_table (self);
    case ACCORD_PAGE_ISSUE:
    case ACCORD_PAGE_MINUTES:
    case ACCORD_PAGE_OTHER:
    default:
      return FALSE;
    }
}

/* What is cut is cut at its end; and a page is not whole of which an item is not. */
static void
judge_end (AccordCommitteePage *page)
{
  AccordPageItem *last = page->items->len > 0 ? page->items->pdata[page->items->len - 1] : NULL;
  AccordPageDecision *decision =
      page->decisions->len > 0 ? page->decisions->pdata[page->decisions->len - 1] : NULL;

  if (!page->complete && last != NULL)
    last->complete = FALSE;
  if (!page->complete && decision != NULL)
    decision->complete = FALSE;
  for (guint i = 0; i < page->items->len; i++)
    page->complete &= ((AccordPageItem *) page->items->pdata[i])->complete;
}

static gboolean
read_laid_out (AccordCommitteePage *page, const AccordHtml *html, GCancellable *cancellable, GError **error)
{
  g_auto (AccordTextReading) text = { 0 };
  AccordHtmlReading reading = { page, html, &text };
  g_autoptr (GError) stopped = NULL;
  gboolean read;

  accord_text_reading_init (&text, page);
  accord_text_address_read (page);
  page->type = find_type (html);
  read = read_classes (&reading, cancellable, &stopped);
  if (stopped != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&stopped));
      return FALSE;
    }
  if (read)
    accord_text_reading_finish (&text);
  else if (!accord_text_reader_read (page, cancellable, error))
    return FALSE;
  else
    {
      page->style = ACCORD_STYLE_NONE;
      accord_html_paper_link_all (page, html);
    }
  return TRUE;
}

/**
 * accord_html_reader_read:
 * @page: a page that has markup
 * @text: the markup, as valid UTF-8
 * @length: the length of that in bytes
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Reads a page of modern.gov by the classes of its elements; where it has none of those, by its words, as if
 * they had been pasted. What its texts say is for accord_wording_read_item().
 *
 * Returns: whether it was read
 */
gboolean
accord_html_reader_read (AccordCommitteePage *page, const char *text, gsize length, GCancellable *cancellable,
                         GError **error)
{
  gboolean cut = FALSE;
  gsize unwrapped_length;
  g_autofree char *unwrapped = accord_html_unwrap (text, length, &unwrapped_length, &cut);
  g_autoptr (AccordHtml) html = unwrapped != NULL
                                    ? accord_html_new (unwrapped, unwrapped_length, cancellable, error)
                                    : accord_html_new (text, length, cancellable, error);

  if (html == NULL || !accord_html_check (html, error))
    return FALSE;
  accord_html_lay_out (html);
  page->text = g_strndup (html->text->str, html->text->len);
  page->complete = page->complete && !html->cut && !cut;
  if (!read_laid_out (page, html, cancellable, error))
    return FALSE;
  judge_end (page);
  return TRUE;
}
