/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html-paper.h"

#include <string.h>

/* Where @words, as an address or a part of one, lead from the page's own address; %NULL where that is not
 * known, and for anything but a web address. */
static char *
resolve (const AccordCommitteePage *page, const char *words)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (words));
  g_autofree char *scheme = g_uri_parse_scheme (trimmed);
  g_autoptr (GUri) base = NULL;
  g_autoptr (GUri) address = NULL;

  if (page->address != NULL)
    base = g_uri_parse (page->address, G_URI_FLAGS_PARSE_RELAXED, NULL);
  if (scheme == NULL && base == NULL)
    return NULL;
  address = g_uri_parse_relative (base, trimmed, G_URI_FLAGS_PARSE_RELAXED, NULL);
  if (address == NULL || g_uri_get_host (address) == NULL || *g_uri_get_host (address) == '\0'
      || (*g_uri_get_path (address) != '/' && *g_uri_get_path (address) != '\0'))
    return NULL;
  if (strcmp (g_uri_get_scheme (address), "https") != 0 && strcmp (g_uri_get_scheme (address), "http") != 0)
    return NULL;
  return g_uri_to_string (address);
}

/* The number in “documents/s7942/Report.pdf”. */
static char *
find_paper_code (const char *address)
{
  const char *at = strstr (address, "documents/s");
  gsize n;

  if (at == NULL)
    return NULL;
  at += strlen ("documents/s");
  n = strspn (at, "0123456789");
  return n > 0 && at[n] == '/' ? g_strndup (at, n) : NULL;
}

static void
set_address (AccordCommitteePage *page, AccordPageDocument *paper, const char *words)
{
  if (paper->address != NULL)
    return;
  paper->address = resolve (page, words);
  if (paper->code == NULL)
    paper->code = find_paper_code (words);
}

/**
 * accord_html_find_code:
 * @address: the address of a page, or a part of one
 * @file: the file that it must be of, such as "ieDecisionDetails.aspx"
 * @name: what the number is called, such as "ID"
 *
 * Returns: (transfer full) (nullable): the number that the address asks for; %NULL for none
 */
char *
accord_html_find_code (const char *address, const char *file, const char *name)
{
  g_autofree char *lower = g_ascii_strdown (address, -1);
  g_autofree char *lower_file = g_ascii_strdown (file, -1);
  g_autofree char *lower_name = g_ascii_strdown (name, -1);
  const char *at = strstr (lower, lower_file);

  at = at != NULL ? strchr (at, '?') : NULL;
  while (at != NULL)
    {
      gsize length = strlen (lower_name);

      at++;
      if (strncmp (at, lower_name, length) == 0 && at[length] == '=' && g_ascii_isdigit (at[length + 1]))
        return g_strndup (at + length + 1, strspn (at + length + 1, "0123456789"));
      at = strchr (at, '&');
    }
  return NULL;
}

/**
 * accord_html_paper_find_title:
 * @html: what a page holds
 * @block: a paragraph of it that names a paper
 *
 * Returns: the words of the paragraph before kind and size of the paper, and before words that nobody sees
 */
AccordSpan
accord_html_paper_find_title (const AccordHtml *html, const AccordHtmlBlock *block)
{
  AccordSpan title = block->words;

  for (guint i = block->first_mark; i < block->first_mark + block->n_marks; i++)
    {
      const AccordHtmlMark *mark = &g_array_index (html->marks, AccordHtmlMark, i);

      if ((mark->kind == ACCORD_HTML_MARK_SIZE || mark->kind == ACCORD_HTML_MARK_HIDDEN)
          && mark->span.start > title.start)
        title.end = MIN (title.end, mark->span.start);
    }
  while (title.end > title.start && g_ascii_isspace (html->text->str[title.end - 1]))
    title.end--;
  return title;
}

/**
 * accord_html_paper_add:
 * @page: a page that is being read
 * @html: what it holds
 * @block: a paragraph of it that may name a paper
 * @papers: (element-type AccordPageDocument): where the paper goes
 *
 * Returns: whether the paragraph names a paper: a link with kind and size of a file, or one to a file
 */
gboolean
accord_html_paper_add (AccordCommitteePage *page, const AccordHtml *html, const AccordHtmlBlock *block,
                       GPtrArray *papers)
{
  const AccordHtmlMark *link = accord_html_find_mark (html, block, ACCORD_HTML_MARK_LINK);
  const AccordHtmlMark *size = accord_html_find_mark (html, block, ACCORD_HTML_MARK_SIZE);
  AccordSpan title = accord_html_paper_find_title (html, block);
  AccordPageDocument *paper;

  if (link == NULL || (size == NULL && strstr (link->value, "documents/") == NULL))
    return FALSE;
  paper = accord_page_document_new (title);
  paper->title = accord_html_dup_words (html, title);
  if (size != NULL)
    paper->size_words = accord_html_dup_words (html, size->span);
  set_address (page, paper, link->value);
  g_ptr_array_add (papers, paper);
  return TRUE;
}

/* The paragraph in which @at stands, or the next; %NULL after the last. */
static const AccordHtmlBlock *
find_block (const AccordHtml *html, gsize at)
{
  guint low = 0, high = html->blocks->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (accord_html_get_block (html, middle)->span.end <= at)
        low = middle + 1;
      else
        high = middle;
    }
  return accord_html_get_block (html, low);
}

static void
link_papers (AccordCommitteePage *page, const AccordHtml *html, GPtrArray *papers)
{
  for (guint i = 0; i < papers->len; i++)
    {
      AccordPageDocument *paper = papers->pdata[i];
      const AccordHtmlBlock *block = find_block (html, paper->span.start);
      const AccordHtmlMark *link =
          block != NULL ? accord_html_find_mark (html, block, ACCORD_HTML_MARK_LINK) : NULL;

      if (link != NULL && link->span.start < paper->span.end && paper->span.start < link->span.end)
        set_address (page, paper, link->value);
    }
}

/* A decision of a list begins with a link to its details. */
static void
link_decision (const AccordHtml *html, AccordPageDecision *decision)
{
  const AccordHtmlBlock *block = find_block (html, decision->place.start);
  const AccordHtmlMark *link =
      block != NULL ? accord_html_find_mark (html, block, ACCORD_HTML_MARK_LINK) : NULL;

  if (link != NULL && decision->code == NULL)
    decision->code = accord_html_find_code (link->value, "ieDecisionDetails.aspx", "ID");
}

/**
 * accord_html_paper_link_all:
 * @page: a page that was read by its words
 * @html: what its markup holds, laid out
 *
 * Gives the papers and decisions that were found by their words the addresses and numbers that the markup has
 * for them.
 */
void
accord_html_paper_link_all (AccordCommitteePage *page, const AccordHtml *html)
{
  link_papers (page, html, page->documents);
  for (guint i = 0; i < page->items->len; i++)
    link_papers (page, html, ((AccordPageItem *) page->items->pdata[i])->documents);
  for (guint i = 0; i < page->decisions->len; i++)
    {
      link_papers (page, html, ((AccordPageDecision *) page->decisions->pdata[i])->documents);
      link_decision (html, page->decisions->pdata[i]);
    }
}
