/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-item.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "text-title.h"
#include "text-words.h"

/* The part of an item that a line belongs to. */
typedef enum
{
  PART_PROPOSED,
  PART_DECISION,
  PART_MINUTES,
  PART_DOCUMENTS,
} Part;

typedef struct
{
  AccordTextReading *reading;
  AccordPageItem *item;
  Part part;
  gboolean minuted; /* after the minutes no decision comes */
} Body;

static const char *const documents_labels[] = { "Additional documents:", "Supporting documents:",
                                                "Accompanying documents:" };

/**
 * accord_text_item_add:
 * @reading: a reading
 * @first: number of its first line
 * @end: number of the line after its last
 *
 * Returns: (transfer none): a new item of the page that takes these lines
 */
AccordPageItem *
accord_text_item_add (AccordTextReading *reading, guint first, guint end)
{
  AccordPageItem *item = accord_committee_page_add_item (reading->page);

  item->place = accord_text_reading_lines (reading, first, end);
  return item;
}

/**
 * accord_text_item_is_documents_label:
 * @reading: a reading
 * @line: number of a line
 *
 * Returns: whether the line leads a list of documents, which a text has mostly lost
 */
gboolean
accord_text_item_is_documents_label (const AccordTextReading *reading, guint line)
{
  for (guint i = 0; i < G_N_ELEMENTS (documents_labels); i++)
    if (accord_text_reading_begins (reading, line, documents_labels[i]))
      return TRUE;
  return FALSE;
}

static void
extend (AccordSpan *part, AccordSpan with)
{
  if (accord_span_is_empty (with))
    return;
  if (accord_span_is_empty (*part))
    *part = with;
  else
    part->end = with.end;
}

/* “…  view the full minutes text for item 5.” is no part of the minutes; it says that they go on elsewhere.
 */
static AccordSpan
without_rest (Body *body, AccordSpan span)
{
  static const char words[] = "view the full";
  AccordTextReading *reading = body->reading;
  gsize from = span.end > span.start + 200 ? span.end - 200 : span.start;

  for (gsize at = from; at + strlen (words) <= span.end; at++)
    {
      AccordSpan before;

      if (g_ascii_strncasecmp (reading->text + at, words, strlen (words)) != 0
          || !accord_text_reading_has (reading, (AccordSpan){ at, span.end }, "text for item"))
        continue;
      body->item->complete = FALSE;
      reading->page->complete = FALSE;
      before = accord_text_reading_trim (reading, (AccordSpan){ span.start, at });
      while (!accord_span_is_empty (before) && reading->text[before.end - 1] == '.')
        before = accord_text_reading_trim (reading, (AccordSpan){ before.start, before.end - 1 });
      if (!accord_span_is_empty (before)
          && g_str_has_prefix (g_utf8_prev_char (reading->text + before.end), "\u2026"))
        before.end = g_utf8_prev_char (reading->text + before.end) - reading->text;
      return accord_text_reading_trim (reading, before);
    }
  return span;
}

static void
add_to_documents (Body *body, guint line)
{
  AccordSpan span = accord_text_reading_line (body->reading, line), title, size;

  if (!accord_text_title_split (body->reading, span, &title, &size))
    {
      accord_text_reading_unread (
          body->reading, span, _ ("This stands where the documents of an item are listed, and names none."));
      return;
    }
  while (!accord_span_is_empty (title) && strchr ("-*", body->reading->text[title.start]) != NULL)
    title = accord_text_reading_trim (body->reading, (AccordSpan){ title.start + 1, title.end });
  accord_text_title_add_document (body->reading, body->item->documents, title, size);
}

static void
add_words (Body *body, guint line, AccordSpan words)
{
  AccordSpan kept = without_rest (body, words);

  switch (body->part)
    {
    case PART_PROPOSED:
      extend (&body->item->proposed, kept);
      break;
    case PART_DECISION:
      extend (&body->item->decision, kept);
      break;
    case PART_MINUTES:
      extend (&body->item->minutes, kept);
      break;
    case PART_DOCUMENTS:
    default:
      add_to_documents (body, line);
      break;
    }
}

/* The officer to ask stands in the agenda text and stays there. */
static void
read_contact (Body *body, guint line)
{
  static const char *const labels[] = { "Officer contact", "Contact officer", "Lead officer",
                                        "Report author" };
  AccordSpan value;

  for (guint i = 0; i < G_N_ELEMENTS (labels) && body->item->contact == NULL; i++)
    if (accord_text_reading_is_short (body->reading, line)
        && accord_text_reading_label (body->reading, line, labels[i], &value))
      body->item->contact = accord_text_words_dup_contact (body->reading, value);
}

static gboolean
is_share (const AccordTextReading *reading, guint line)
{
  return accord_text_reading_is (reading, line, "Share this item")
         || accord_text_reading_is (reading, line, "\u2022 Share this item");
}

static void
read_line (Body *body, guint line)
{
  AccordTextReading *reading = body->reading;
  AccordSpan value;

  if (is_share (reading, line))
    return;
  if (accord_text_item_is_documents_label (reading, line))
    {
      AccordSpan span = accord_text_reading_line (reading, line);
      gboolean supporting = accord_text_reading_begins (reading, line, "Supporting");

      /* Agenda text may go on after its documents were listed; minutes do not. */
      if (supporting || body->part == PART_PROPOSED
          || accord_text_reading_is (reading, line, "Additional documents:"))
        body->part = PART_DOCUMENTS;
      else
        add_words (body, line, span);
      return;
    }
  if (!body->minuted && body->part != PART_DECISION
      && (accord_text_reading_label (reading, line, "Decision", &value)
          || accord_text_reading_label (reading, line, "Decisions", &value)))
    {
      body->part = PART_DECISION;
      if (!accord_span_is_empty (value))
        add_words (body, line, value);
      return;
    }
  if (body->part != PART_MINUTES && accord_text_reading_label (reading, line, "Minutes", &value))
    {
      body->part = PART_MINUTES;
      body->minuted = TRUE;
      if (!accord_span_is_empty (value))
        add_words (body, line, value);
      return;
    }
  if (body->part == PART_PROPOSED)
    read_contact (body, line);
  add_words (body, line, accord_text_reading_line (reading, line));
}

static gboolean
opens_agenda (const AccordTextReading *reading, guint line)
{
  g_autofree char *words = accord_text_reading_dup (reading, line);

  return words != NULL && accord_text_words_open_agenda (words);
}

static gboolean
is_numbered (const AccordTextReading *reading, guint line)
{
  return g_ascii_isdigit (reading->text[accord_text_reading_line (reading, line).start]);
}

/* The headings that stand over the first words of the minutes belong to them, and so do the entries of a list
 * before the one that reads as minutes. */
static guint
with_headings (const AccordTextReading *reading, guint first, guint line)
{
  while (line > first && is_numbered (reading, line) && is_numbered (reading, line - 1))
    line--;
  while (line > first && reading->page->style == ACCORD_STYLE_LABELS_LOST
         && accord_text_reading_n_before (reading, line - 1) > 1
         && accord_text_reading_line (reading, line - 1).end
                    - accord_text_reading_line (reading, line - 1).start
                < 100
         && !accord_text_words_end_sentence (reading, accord_text_reading_line (reading, line - 1))
         && !opens_agenda (reading, line - 1))
    line--;
  return line;
}

/* “… to formally pass the following resolution:-” proposes what stands below it. */
static gboolean
is_proposed (const AccordTextReading *reading, guint first, guint line)
{
  AccordSpan above;

  if (line == first)
    return FALSE;
  above = accord_text_reading_line (reading, line - 1);
  return strchr (":-", reading->text[above.end - 1]) != NULL
         && (accord_text_reading_has (reading, above, "following resolution")
             || accord_text_reading_has (reading, above, "following motion"));
}

/* “- Annex A, item 116 PDF 570 KB”, “- Webcast for Annex A”: what is listed under “Additional documents:”. */
static gboolean
names_document (const AccordTextReading *reading, guint line)
{
  AccordSpan title, size;

  return accord_text_title_split (reading, accord_text_reading_line (reading, line), &title, &size)
         || accord_text_reading_begins (reading, line, "- Webcast for ");
}

/* The first line of the minutes where no label leads them; @end where none is found. */
static guint
find_minutes (Body *body, guint first, guint end)
{
  AccordTextReading *reading = body->reading;
  gboolean wide = reading->page->style == ACCORD_STYLE_LABELS_LOST;
  guint after = first;

  for (guint i = first; i < end; i++)
    if (accord_text_reading_begins (reading, i, "Additional documents:")
        || accord_text_reading_begins (reading, i, "Officer contact"))
      after = i + 1;
  while (after > first && after < end
         && (accord_text_item_is_documents_label (reading, after) || names_document (reading, after)))
    after++;
  if (after > first)
    return after;
  /* Between a title and agenda text one line is blank; where there are more, a label has gone. */
  if (wide && body->item->title != NULL && first < end && accord_text_reading_n_before (reading, first) > 1
      && !opens_agenda (reading, first))
    return first;
  for (guint i = first; i < end; i++)
    if ((!wide || accord_text_reading_n_before (reading, i) > 1) && accord_text_words_are_minutes (reading, i)
        && !is_proposed (reading, first, i))
      return with_headings (reading, first, i);
  for (guint i = first; i < end; i++)
    if (accord_text_words_are_minutes (reading, i) && !is_proposed (reading, first, i))
      return i;
  return end;
}

/* “Agenda and decisions”: what stands below the agenda is no minutes. */
static gboolean
has_only_decisions (const AccordCommitteePage *page)
{
  g_autofree char *lower = page->kind_words != NULL ? g_ascii_strdown (page->kind_words, -1) : NULL;

  return lower != NULL && page->type == ACCORD_PAGE_MEETING && strstr (lower, "decisions") != NULL
         && strstr (lower, "minutes") == NULL;
}

/**
 * accord_text_item_read_body:
 * @reading: a reading
 * @item: an item
 * @first: number of the first line after its title
 * @end: number of the line after its last
 * @labels: whether its parts have their labels
 *
 * Finds what was proposed, what was decided and what was minuted, and the documents.
 */
void
accord_text_item_read_body (AccordTextReading *reading, AccordPageItem *item, guint first, guint end,
                            AccordTextLabels labels)
{
  Body body = { reading, item, PART_PROPOSED, FALSE };
  Part lost = has_only_decisions (reading->page) ? PART_DECISION : PART_MINUTES;
  guint minutes = labels == ACCORD_TEXT_LABELS_LOST ? find_minutes (&body, first, end) : end;

  for (guint i = first; i < end; i++)
    {
      if (i == minutes)
        {
          body.part = lost;
          body.minuted = TRUE;
        }
      read_line (&body, i);
    }
}

/**
 * accord_text_item_mark_cut:
 * @reading: a reading
 * @item: (nullable): the last item of the page
 *
 * Notes that the page breaks off in it.
 */
void
accord_text_item_mark_cut (AccordTextReading *reading, AccordPageItem *item)
{
  if (item != NULL)
    item->complete = FALSE;
  reading->page->complete = FALSE;
}
