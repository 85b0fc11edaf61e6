/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html-meeting.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "committee-error.h"
#include "html-paper.h"
#include "text-heading.h"

/* What the heads of an agenda and of a page say, which is nothing about the meeting. */
static const char *const furniture[] = { "Items", "No. | Item", "No. Item", "Items No. Item",
                                         "No.",   "Item",       "Media",    "modern.gov app available" };

static AccordSpan
find_value (const AccordHtmlReading *self, const AccordHtmlBlock *block, char **label)
{
  const AccordHtmlMark *mark = accord_html_find_mark (self->html, block, ACCORD_HTML_MARK_LABEL);

  *label = NULL;
  if (mark == NULL || mark->span.start != block->span.start)
    return block->span;
  *label = accord_html_dup_words (self->html, mark->span);
  return accord_text_reading_trim (self->text, (AccordSpan){ mark->span.end, block->span.end });
}

/* “View directions” is a link and no venue. */
static AccordSpan
without_link (const AccordHtmlReading *self, const AccordHtmlBlock *block, AccordSpan value)
{
  const AccordHtmlMark *link = accord_html_find_mark (self->html, block, ACCORD_HTML_MARK_LINK);

  if (link != NULL && link->span.start > value.start && link->span.end >= value.end)
    value.end = link->span.start;
  value = accord_text_reading_trim (self->text, value);
  if (link != NULL && !accord_span_is_empty (value) && self->text->text[value.end - 1] == '.')
    value.end--;
  return value;
}

static void
keep (const AccordHtmlReading *self, AccordSpan value, char **field)
{
  if (*field == NULL && !accord_span_is_empty (value))
    *field = accord_html_dup_words (self->html, value);
}

static gboolean
read_label (const AccordHtmlReading *self, const AccordHtmlBlock *block)
{
  AccordCommitteePage *page = self->page;
  g_autofree char *label = NULL;
  AccordSpan value = find_value (self, block, &label);

  if (label == NULL)
    return FALSE;
  if (g_str_has_prefix (label, "Venue") || g_str_has_prefix (label, "Location"))
    keep (self, without_link (self, block, value), &page->venue);
  else if (g_str_has_prefix (label, "Contact"))
    keep (self, value, &page->contact);
  else if (g_str_has_prefix (label, "Note"))
    keep (self, value, &page->note);
  else if (!g_str_has_prefix (label, "Media") && !g_str_has_prefix (label, "Webcast"))
    return FALSE;
  return TRUE;
}

static gboolean
read_heading (const AccordHtmlReading *self, const char *words, AccordSpan span)
{
  AccordCommitteePage *page = self->page;
  g_auto (AccordTextHeading) heading = { 0 };

  if (page->date != NULL || !accord_text_heading_read (words, &heading))
    return FALSE;
  page->body = g_steal_pointer (&heading.body);
  page->prefix = g_steal_pointer (&heading.prefix);
  page->date = g_strdup (heading.date.iso);
  page->time = g_steal_pointer (&heading.time);
  page->status = heading.status;
  if (!accord_text_date_fits_weekday (&heading.date))
    accord_text_reading_unread (self->text, span,
                                _ ("The day of the week in the heading is not that of its date."));
  return TRUE;
}

static gboolean
is_furniture (const char *words)
{
  for (guint i = 0; i < G_N_ELEMENTS (furniture); i++)
    if (g_ascii_strcasecmp (words, furniture[i]) == 0)
      return TRUE;
  return g_str_has_prefix (words, "View upcoming public committee documents");
}

/* Whether a paragraph before the items is understood. */
static gboolean
read_front (const AccordHtmlReading *self, const AccordHtmlBlock *block)
{
  g_autofree char *words = accord_html_dup_words (self->html, block->words);

  switch (block->role)
    {
    case ACCORD_HTML_MAIN_TITLE:
      if (self->page->kind_words == NULL)
        self->page->kind_words = g_strdup (words);
      return TRUE;
    case ACCORD_HTML_SUB_TITLE:
      return read_heading (self, words, block->span);
    case ACCORD_HTML_ACTIONS:
      accord_html_paper_add (self->page, self->html, block, self->page->documents);
      return TRUE;
    case ACCORD_HTML_PLAIN:
    case ACCORD_HTML_SECTION:
    case ACCORD_HTML_ITEM_TITLE:
    case ACCORD_HTML_LABEL:
    case ACCORD_HTML_WORDS:
    default:
      return read_label (self, block) || is_furniture (words);
    }
}

/* “Tel: 0161 …” in a line of its own goes on with the contact above it. */
static gboolean
goes_on_with_contact (const AccordHtmlReading *self, guint i)
{
  static const char *const leads[] = { "tel", "telephone", "phone", "email", "e-mail" };
  const AccordHtmlBlock *block = accord_html_get_block (self->html, i);
  g_autofree char *label = NULL;
  g_autofree char *words = NULL;
  gsize length;

  if (i == 0 || block->role != ACCORD_HTML_PLAIN || self->page->contact == NULL)
    return FALSE;
  find_value (self, accord_html_get_block (self->html, i - 1), &label);
  words = accord_html_dup_words (self->html, block->words);
  length = strcspn (words, " .:");
  if (label == NULL || !g_str_has_prefix (label, "Contact"))
    return FALSE;
  for (guint lead = 0; lead < G_N_ELEMENTS (leads); lead++)
    if (length == strlen (leads[lead]) && g_ascii_strncasecmp (words, leads[lead], length) == 0)
      {
        g_autofree char *above = self->page->contact;

        self->page->contact = g_strdup_printf ("%s %s", above, words);
        return TRUE;
      }
  return FALSE;
}

/**
 * accord_html_meeting_read:
 * @self: a reading of the page of a meeting
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Reads a meeting with its items, by the classes of their elements.
 *
 * Returns: whether it was read
 */
gboolean
accord_html_meeting_read (const AccordHtmlReading *self, GCancellable *cancellable, GError **error)
{
  guint i = 0;

  for (; i < self->html->blocks->len; i++)
    {
      const AccordHtmlBlock *block = accord_html_get_block (self->html, i);

      if (block->role == ACCORD_HTML_ITEM_TITLE)
        break;
      if (goes_on_with_contact (self, i) || read_front (self, block))
        accord_text_reading_claim (self->text, block->span);
    }
  if (self->page->date == NULL)
    accord_text_reading_unread (self->text, (AccordSpan){ 0, 0 },
                                _ ("The page does not say which body met, nor on which day."));
  while (i < self->html->blocks->len)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (self->page->items->len >= ACCORD_TEXT_MOST_PARTS)
        return TRUE;
      i = accord_html_item_read (self, i);
    }
  return TRUE;
}

/* “Meeting of Cabinet, Wednesday, 12th July, 2017 6.00 pm (Item 5.)”: where the item belongs. */
static void
read_meeting_link (const AccordHtmlReading *self, AccordPageItem *item, const AccordHtmlBlock *block)
{
  static const char lead[] = "Meeting of ";
  const AccordHtmlMark *link = accord_html_find_mark (self->html, block, ACCORD_HTML_MARK_LINK);
  g_autofree char *words = accord_html_dup_words (self->html, block->words);
  g_autofree char *body = NULL;
  g_autofree char *heading = NULL;
  char *number = strstr (words, "(Item ");
  AccordTextDate date;
  g_autofree char *code =
      link != NULL ? accord_html_find_code (link->value, "ieListDocuments.aspx", "MId") : NULL;

  if (code == NULL || !g_str_has_prefix (words, lead))
    return;
  if (number != NULL)
    {
      char *close = strchr (number, ')');

      if (close != NULL && close > number + strlen ("(Item "))
        item->number = g_strndup (number + strlen ("(Item "), close - number - strlen ("(Item "));
      *number = '\0';
    }
  if (!accord_text_date_find_last (words, &date) || date.start < strlen (lead) + 2
      || memcmp (words + date.start - 2, ", ", 2) != 0)
    return;
  body = g_strndup (words + strlen (lead), date.start - 2 - strlen (lead));
  heading = g_strdup_printf ("%s - %s", body, words + date.start);
  if (!read_heading (self, heading, block->span))
    return;
  g_free (self->page->meeting_code);
  self->page->meeting_code = g_steal_pointer (&code);
  g_free (self->page->committee_code);
  self->page->committee_code = accord_html_find_code (link->value, "ieListDocuments.aspx", "CId");
}

/**
 * accord_html_meeting_read_item_page:
 * @self: a reading of the page of one agenda item
 *
 * Reads the item by the classes of its elements.
 *
 * Returns: whether the page has them
 */
gboolean
accord_html_meeting_read_item_page (const AccordHtmlReading *self)
{
  const AccordHtmlBlock *title;
  AccordPageItem *item;
  guint i = 0;

  while (i < self->html->blocks->len && accord_html_get_block (self->html, i)->role != ACCORD_HTML_SUB_TITLE)
    i++;
  title = accord_html_get_block (self->html, i);
  if (title == NULL)
    return FALSE;
  for (guint above = 0; above < i; above++)
    if (read_front (self, accord_html_get_block (self->html, above)))
      accord_text_reading_claim (self->text, accord_html_get_block (self->html, above)->span);
  item = accord_committee_page_add_item (self->page);
  item->title = accord_html_dup_words (self->html, title->words);
  item->place = title->span;
  i++;
  for (; i < self->html->blocks->len; i++)
    {
      const AccordHtmlBlock *block = accord_html_get_block (self->html, i);

      if (block->role != ACCORD_HTML_ACTIONS)
        break;
      read_meeting_link (self, item, block);
      accord_text_reading_claim (self->text, block->span);
    }
  accord_html_item_read_body (self, item, i, self->html->blocks->len);
  if (self->page->date == NULL)
    accord_text_reading_unread (self->text, (AccordSpan){ 0, 0 },
                                _ ("The page does not say which body met, nor on which day."));
  return TRUE;
}
