/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-writer.h"

#include <string.h>

#include "entities.h"
#include "html-markup.h"

static void
begin_paragraph (GString *text)
{
  if (text->len > 0)
    g_string_append (text, "\n\n");
}

/**
 * accord_page_writer_add:
 * @text: the text of a page that is being written
 * @words: (nullable): a paragraph
 *
 * Returns: where the paragraph stands; nothing for %NULL
 */
AccordSpan
accord_page_writer_add (GString *text, const char *words)
{
  AccordSpan span = { text->len, text->len };

  if (words == NULL || *words == '\0')
    return span;
  begin_paragraph (text);
  span.start = text->len;
  g_string_append (text, words);
  span.end = text->len;
  return span;
}

/**
 * accord_page_writer_add_labelled:
 * @text: the text of a page that is being written
 * @label: what the page calls it
 * @words: (nullable): a paragraph
 *
 * Returns: where the words stand, without their label; nothing for %NULL
 */
AccordSpan
accord_page_writer_add_labelled (GString *text, const char *label, const char *words)
{
  AccordSpan span = { text->len, text->len };

  if (words == NULL || *words == '\0')
    return span;
  begin_paragraph (text);
  g_string_append_printf (text, "%s: ", label);
  span.start = text->len;
  g_string_append (text, words);
  span.end = text->len;
  return span;
}

/* Markup that was escaped as a whole once more: no element in it, but the names of some. */
static gboolean
is_escaped (const char *markup)
{
  return strchr (markup, '<') == NULL
         && (strstr (markup, "&lt;/") != NULL || strstr (markup, "&lt;p") != NULL
             || strstr (markup, "&lt;br") != NULL);
}

/**
 * accord_page_writer_add_markup:
 * @text: the text of a page that is being written
 * @markup: (nullable): paragraphs with their markup, escaped once more or not
 *
 * Returns: where the paragraphs stand; nothing for %NULL, and for markup without words
 */
AccordSpan
accord_page_writer_add_markup (GString *text, const char *markup)
{
  AccordSpan span = { text->len, text->len };
  g_autofree char *once = NULL;
  g_autoptr (AccordHtml) html = NULL;
  gsize length;

  if (markup == NULL)
    return span;
  once = g_strdup (markup);
  length = is_escaped (once) ? accord_entities_resolve (once, strlen (once)) : strlen (once);
  html = accord_html_new (once, length, NULL, NULL);
  if (html == NULL)
    return accord_page_writer_add (text, once);
  accord_html_lay_out (html);
  if (html->blocks->len == 0)
    return span;
  begin_paragraph (text);
  span.start = text->len;
  length = accord_entities_resolve (html->text->str, html->text->len);
  g_string_append_len (text, html->text->str, length - 1);
  span.end = text->len;
  return span;
}

/**
 * accord_page_writer_extend:
 * @whole: a place in the text; nothing for none yet
 * @part: another place, after it
 *
 * Makes @whole reach to the end of @part.
 */
void
accord_page_writer_extend (AccordSpan *whole, AccordSpan part)
{
  if (accord_span_is_empty (part))
    return;
  if (accord_span_is_empty (*whole))
    whole->start = part.start;
  whole->end = MAX (whole->end, part.end);
}
