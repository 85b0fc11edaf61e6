/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html-item.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "html-paper.h"
#include "page-writer.h"
#include "text-number.h"

/* The parts of an item, as their labels say. */
typedef enum
{
  PART_NONE,
  PART_PROPOSED,
  PART_DECISION,
  PART_MINUTES,
  PART_PAPERS,
} Part;

static const struct
{
  const char *label;
  Part part;
} parts[] = {
  { "minutes", PART_MINUTES },
  { "decision", PART_DECISION },
  { "decisions", PART_DECISION },
  { "additional documents", PART_PAPERS },
  { "supporting documents", PART_PAPERS },
  { "accompanying documents", PART_PAPERS },
};

static Part
find_part (const char *words)
{
  g_autofree char *label = g_ascii_strdown (words, -1);
  gsize length = strlen (label);

  while (length > 0 && strchr (": ", label[length - 1]) != NULL)
    label[--length] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strcmp (label, parts[i].label) == 0)
      return parts[i].part;
  return PART_NONE;
}

/* The part that a paragraph begins; a label is one by its class, or by standing alone outside of what
 * somebody wrote. */
static Part
read_label (const AccordHtmlReading *self, const AccordHtmlBlock *block)
{
  g_autofree char *words = NULL;

  if (block->role == ACCORD_HTML_WORDS || block->role == ACCORD_HTML_ITEM_TITLE)
    return PART_NONE;
  words = accord_html_dup_words (self->html, block->span);
  if (block->role != ACCORD_HTML_LABEL && !g_str_has_suffix (words, ":"))
    return PART_NONE;
  return find_part (words);
}

static gboolean
says_cut (const AccordHtmlReading *self, const AccordHtmlBlock *block)
{
  if (g_strstr_len (self->text->text + block->span.start, block->span.end - block->span.start, " the full ")
      == NULL)
    return FALSE;
  return accord_text_reading_has (self->text, block->span, "view the full minutes text")
         || accord_text_reading_has (self->text, block->span, "view the full agenda text")
         || accord_text_reading_has (self->text, block->span, "view the full decision text");
}

static void
set_number (const AccordHtmlReading *self, AccordPageItem *item, AccordSpan span)
{
  g_autofree char *words = accord_html_dup_words (self->html, span);

  g_free (item->number);
  item->number = *words != '\0' ? g_steal_pointer (&words) : NULL;
}

/* “119. Title”: a number may stand in one paragraph with its title. */
static AccordSpan
split_number (const AccordHtmlReading *self, AccordPageItem *item, const AccordHtmlBlock *block)
{
  AccordSpan title = accord_html_paper_find_title (self->html, block);
  const AccordHtmlMark *link = accord_html_find_mark (self->html, block, ACCORD_HTML_MARK_LINK);
  AccordSpan lead = { title.start, link != NULL ? link->span.start : title.start };
  AccordTextNumber number;

  if (item->number != NULL || accord_span_is_empty (lead)
      || !accord_text_number_take (self->text, lead, &number))
    return title;
  lead = accord_text_reading_trim (self->text, lead);
  if (number.span.end != lead.end)
    return title;
  set_number (self, item, lead);
  return accord_text_reading_trim (self->text, (AccordSpan){ link->span.start, title.end });
}

static void
read_title (const AccordHtmlReading *self, AccordPageItem *item, const AccordHtmlBlock *block)
{
  const AccordHtmlMark *anchor = accord_html_find_mark (self->html, block, ACCORD_HTML_MARK_ANCHOR);
  AccordSpan title = split_number (self, item, block);
  g_autofree char *words = accord_html_dup_words (self->html, title);

  item->title = *words != '\0' ? g_steal_pointer (&words) : NULL;
  if (item->code == NULL && anchor != NULL)
    item->code = g_strdup (anchor->value);
  accord_html_paper_add (self->page, self->html, block, item->documents);
}

/**
 * accord_html_item_is_number:
 * @self: a reading
 * @block: number of a paragraph
 *
 * Returns: whether the paragraph is the number of an agenda item and nothing else
 */
gboolean
accord_html_item_is_number (const AccordHtmlReading *self, guint block)
{
  const AccordHtmlBlock *at = accord_html_get_block (self->html, block);
  const AccordHtmlBlock *next = accord_html_get_block (self->html, block + 1);
  AccordTextNumber number;

  if (at == NULL || at->role != ACCORD_HTML_ITEM_TITLE)
    return FALSE;
  if (at->number)
    return TRUE;
  return next != NULL && next->role == ACCORD_HTML_ITEM_TITLE
         && accord_text_number_take (self->text, at->span, &number) && number.span.end == at->span.end;
}

static void
read_paper (const AccordHtmlReading *self, AccordPageItem *item, const AccordHtmlBlock *block, GArray *astray)
{
  if (!accord_html_paper_add (self->page, self->html, block, item->documents))
    g_array_append_val (astray, block->span);
}

/**
 * accord_html_item_read_body:
 * @self: a reading
 * @item: an item
 * @from: the first paragraph after its title
 * @end: the paragraph after its last
 *
 * Reads what was proposed, decided and minuted, and which papers there are.
 */
void
accord_html_item_read_body (const AccordHtmlReading *self, AccordPageItem *item, guint from, guint end)
{
  g_autoptr (GArray) astray = g_array_new (FALSE, FALSE, sizeof (AccordSpan));
  Part part = PART_PROPOSED;

  for (guint i = from; i < end; i++)
    {
      const AccordHtmlBlock *block = accord_html_get_block (self->html, i);
      Part next = read_label (self, block);

      accord_page_writer_extend (&item->place, block->span);
      if (says_cut (self, block))
        item->complete = FALSE;
      if (next != PART_NONE)
        part = next;
      else if (block->role != ACCORD_HTML_WORDS
               && (part == PART_PAPERS
                   || accord_html_find_mark (self->html, block, ACCORD_HTML_MARK_SIZE) != NULL))
        read_paper (self, item, block, astray);
      else if (part == PART_PAPERS)
        g_array_append_val (astray, block->span);
      else
        accord_page_writer_extend (part == PART_MINUTES    ? &item->minutes
                                   : part == PART_DECISION ? &item->decision
                                                           : &item->proposed,
                                   block->span);
    }
  for (guint i = 0; i < astray->len; i++)
    accord_text_reading_unread (self->text, g_array_index (astray, AccordSpan, i),
                                _ ("This stands where the papers of an item are listed, and is none."));
}

/**
 * accord_html_item_read:
 * @self: a reading
 * @from: the paragraph that is its number, or its title
 *
 * Reads an agenda item.
 *
 * Returns: the paragraph after it
 */
guint
accord_html_item_read (const AccordHtmlReading *self, guint from)
{
  AccordPageItem *item = accord_committee_page_add_item (self->page);
  guint end = from;

  item->place = accord_html_get_block (self->html, from)->span;
  if (accord_html_item_is_number (self, end))
    {
      const AccordHtmlBlock *number = accord_html_get_block (self->html, end++);
      const AccordHtmlMark *anchor = accord_html_find_mark (self->html, number, ACCORD_HTML_MARK_ANCHOR);

      set_number (self, item, number->span);
      if (anchor != NULL)
        item->code = g_strdup (anchor->value);
    }
  if (end < self->html->blocks->len && accord_html_get_block (self->html, end)->role == ACCORD_HTML_ITEM_TITLE
      && !accord_html_item_is_number (self, end))
    {
      read_title (self, item, accord_html_get_block (self->html, end));
      accord_page_writer_extend (&item->place, accord_html_get_block (self->html, end++)->span);
    }
  from = end;
  while (end < self->html->blocks->len
         && accord_html_get_block (self->html, end)->role != ACCORD_HTML_ITEM_TITLE)
    end++;
  accord_html_item_read_body (self, item, from, end);
  return end;
}
