/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-title.h"

#include <string.h>

static const char *const types[] = { "PDF", "DOCX", "DOC", "XLSX", "XLSM", "XLS", "PPTX", "PPT", "ZIP", "RTF",
                                     "TXT", "HTML", "HTM", "CSV",  "ODT",  "JPG", "PNG",  "MP3", "MP4" };
static const char *const units[] = { "KB", "MB", "GB", "bytes", "B" };

/* “PDF 301 KB” at @at: how long it is, or 0. */
static gsize
size_length (const char *at, const char *end)
{
  const char *from = at;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      gsize length = strlen (types[i]);

      if ((gsize) (end - at) <= length || strncmp (at, types[i], length) != 0)
        continue;
      from = at + length;
      break;
    }
  if (from == at)
    return 0;
  while (from < end && g_unichar_isspace (g_utf8_get_char (from)))
    from = g_utf8_next_char (from);
  if (from >= end || !g_ascii_isdigit (*from))
    return 0;
  while (from < end && (g_ascii_isdigit (*from) || *from == '.' || *from == ','))
    from++;
  while (from < end && g_unichar_isspace (g_utf8_get_char (from)))
    from = g_utf8_next_char (from);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      gsize length = strlen (units[i]);

      if ((gsize) (end - from) >= length && g_ascii_strncasecmp (from, units[i], length) == 0
          && (from + length == end || !g_ascii_isalnum (from[length])))
        return from + length - at;
    }
  return 0;
}

/* The words “pdf icon” before a size are those of a picture. */
static gsize
without_icon (const AccordTextReading *reading, AccordSpan before)
{
  static const char *const icons[] = { "pdf icon", "word icon", "excel icon", "icon" };

  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    {
      gsize length = strlen (icons[i]);

      if (before.end - before.start >= length
          && g_ascii_strncasecmp (reading->text + before.end - length, icons[i], length) == 0
          && (before.end - before.start == length
              || g_unichar_isspace (
                  g_utf8_get_char (g_utf8_prev_char (reading->text + before.end - length)))))
        return before.end - length;
    }
  return before.end;
}

/**
 * accord_text_title_find_size:
 * @reading: a reading
 * @within: a place
 * @before: (out): the words before the size, without “pdf icon”; nothing where there are none
 * @size: (out): the first “PDF 301 KB” in it
 *
 * Returns: whether there is one
 */
gboolean
accord_text_title_find_size (const AccordTextReading *reading, AccordSpan within, AccordSpan *before,
                             AccordSpan *size)
{
  const char *end = reading->text + within.end;

  for (gsize at = within.start; at < within.end; at++)
    {
      gsize length;

      if (!g_ascii_isupper (reading->text[at])
          || (at > within.start && g_ascii_isalnum (reading->text[at - 1])))
        continue;
      length = size_length (reading->text + at, end);
      if (length == 0)
        continue;
      *size = (AccordSpan){ at, at + length };
      *before = accord_text_reading_trim (reading, (AccordSpan){ within.start, at });
      if (!accord_span_is_empty (*before))
        *before = accord_text_reading_trim (reading,
                                            (AccordSpan){ before->start, without_icon (reading, *before) });
      return TRUE;
    }
  return FALSE;
}

/**
 * accord_text_title_split:
 * @reading: a reading
 * @span: a title, as the page has it
 * @title: (out): the title alone; nothing where there is none
 * @size: (out): “PDF 301 KB”
 *
 * Parts a title from the size of the document that stands behind it.
 *
 * Returns: whether there is a document; if not, @title is all of it
 */
gboolean
accord_text_title_split (const AccordTextReading *reading, AccordSpan span, AccordSpan *title,
                         AccordSpan *size)
{
  AccordSpan rest;

  *title = accord_text_reading_trim (reading, span);
  if (!accord_text_title_find_size (reading, span, title, size))
    {
      *title = accord_text_reading_trim (reading, span);
      return FALSE;
    }
  rest = accord_text_reading_trim (reading, (AccordSpan){ size->end, span.end });
  /* “View as HTML (64/2) 102 KB” may follow; anything else makes it a sentence. */
  if (accord_span_is_empty (rest) || accord_text_reading_has (reading, rest, "View as HTML"))
    return TRUE;
  *title = accord_text_reading_trim (reading, span);
  return FALSE;
}

/**
 * accord_text_title_add_document:
 * @reading: a reading
 * @documents: (element-type AccordPageDocument): where it goes
 * @title: what it is called; nothing makes no document
 * @size: its size as printed; nothing where none is
 *
 * Adds a document.
 */
void
accord_text_title_add_document (AccordTextReading *reading, GPtrArray *documents, AccordSpan title,
                                AccordSpan size)
{
  AccordPageDocument *document;

  /* That is what stands over the documents, whatever a broken page makes of it. */
  if (accord_span_is_empty (title) || accord_text_reading_has (reading, title, "Additional documents"))
    return;
  document = accord_page_document_new ((AccordSpan){ title.start, MAX (title.end, size.end) });
  document->title = accord_text_reading_dup_span (reading, title);
  document->size_words = accord_text_reading_dup_span (reading, size);
  g_ptr_array_add (documents, document);
}

/**
 * accord_text_title_set:
 * @reading: a reading
 * @item: an item
 * @span: its title as the page has it
 *
 * Gives an item its title, and the document that the title is the name of.
 */
void
accord_text_title_set (AccordTextReading *reading, AccordPageItem *item, AccordSpan span)
{
  AccordSpan title, size = { 0, 0 };

  /* An asterisk before a title refers to a note. */
  if (span.end > span.start + 1 && reading->text[span.start] == '*')
    span = accord_text_reading_trim (reading, (AccordSpan){ span.start + 1, span.end });
  if (accord_text_title_split (reading, span, &title, &size))
    accord_text_title_add_document (reading, item->documents, title, size);
  g_free (item->title);
  item->title = accord_text_reading_dup_span (reading, title);
}
