/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "page-parts.h"

G_BEGIN_DECLS

/**
 * AccordHtmlRole:
 * @ACCORD_HTML_PLAIN: none that is known
 * @ACCORD_HTML_MAIN_TITLE: what kind of page it is
 * @ACCORD_HTML_SUB_TITLE: the meeting, the item, the decision it is about
 * @ACCORD_HTML_SECTION: the heading of a part of a decision
 * @ACCORD_HTML_ITEM_TITLE: the number or the title of an agenda item
 * @ACCORD_HTML_LABEL: a label that stands alone: “Minutes:”
 * @ACCORD_HTML_ACTIONS: the links at the top of a page
 * @ACCORD_HTML_WORDS: what somebody wrote in a word processor; nothing in it is the page's own
 *
 * What a paragraph is to modern.gov, by the classes of its elements.
 */
typedef enum
{
  ACCORD_HTML_PLAIN,
  ACCORD_HTML_MAIN_TITLE,
  ACCORD_HTML_SUB_TITLE,
  ACCORD_HTML_SECTION,
  ACCORD_HTML_ITEM_TITLE,
  ACCORD_HTML_LABEL,
  ACCORD_HTML_ACTIONS,
  ACCORD_HTML_WORDS,
} AccordHtmlRole;

/**
 * ACCORD_HTML_MOST_BLOCKS:
 *
 * More paragraphs than any page has; a page with more is refused.
 */
#define ACCORD_HTML_MOST_BLOCKS 250000

/**
 * AccordHtmlMarkKind:
 * @ACCORD_HTML_MARK_LABEL: a label with its value after it: “Venue: ”
 * @ACCORD_HTML_MARK_SIZE: kind and size of a document: “PDF 119 KB”
 * @ACCORD_HTML_MARK_HIDDEN: words for screen readers only
 * @ACCORD_HTML_MARK_LINK: a link; its value is the address as written
 * @ACCORD_HTML_MARK_ABBREVIATION: what a column is called in short; its value is that
 * @ACCORD_HTML_MARK_ANCHOR: the number of an agenda item; its value is that number
 */
typedef enum
{
  ACCORD_HTML_MARK_LABEL,
  ACCORD_HTML_MARK_SIZE,
  ACCORD_HTML_MARK_HIDDEN,
  ACCORD_HTML_MARK_LINK,
  ACCORD_HTML_MARK_ABBREVIATION,
  ACCORD_HTML_MARK_ANCHOR,
} AccordHtmlMarkKind;

/**
 * AccordHtmlMark:
 * @kind: what it is
 * @span: the words it is about, in the text; an anchor has none
 * @value: (nullable): what its element says besides
 */
typedef struct
{
  AccordHtmlMarkKind kind;
  AccordSpan span;
  const char *value;
} AccordHtmlMark;

/**
 * AccordHtmlBlock:
 * @span: all of it in the text
 * @words: its words, without the bullet before them
 * @role: what it is to modern.gov
 * @list: what kind of list it begins an entry of: `u`, `1`, `a`, `A`, `i`, `I`; NUL for none
 * @content: whether it stands in the part of the page that is the page's own
 * @header: whether it stands in the heading of a table, or in a cell that is one
 * @number: whether it stands in the column of the items' numbers
 * @depth: how many lists it stands in
 * @ordinal: its place in that list
 * @column: its column in a table, from 1
 * @row: its row among all rows of the page, from 1; nought outside of tables
 * @n_marks: how many marks it has
 * @first_mark: the first of them
 *
 * A paragraph, a heading, a cell or an entry of a list.
 */
typedef struct
{
  AccordSpan span;
  AccordSpan words;
  AccordHtmlRole role;
  char list;
  guint content : 1;
  guint header : 1;
  guint number : 1;
  guint8 depth;
  guint16 ordinal;
  guint16 column;
  guint row;
  guint n_marks;
  guint first_mark;
} AccordHtmlBlock;

/**
 * AccordHtml:
 * @text: its words
 * @blocks: (element-type AccordHtmlBlock): them in order
 * @marks: (element-type AccordHtmlMark): them in the order of the blocks
 * @title: (nullable): what the window would be called
 * @issue: (nullable): the address of the issue that the page's top leads to
 * @n_scripts: how many scripts it has
 * @n_classes: how many classes of modern.gov's it has
 * @refreshes: whether it leads elsewhere by itself
 * @searches: whether it holds a form to search with
 * @cmis: whether it is a page of CMIS, which is another system
 * @cut: whether it ends before its elements do
 *
 * What the markup of a page holds, flat.
 */
typedef struct
{
  GString *text;
  GArray *blocks;
  GArray *marks;
  char *title;
  const char *issue;
  guint n_scripts;
  guint n_classes;
  gboolean refreshes;
  gboolean searches;
  gboolean cmis;
  gboolean cut;

  /*< private >*/
  GStringChunk *values;
  GHashTable *layout_rows;
} AccordHtml;

AccordHtml *accord_html_new (const char *markup, gsize length, GCancellable *cancellable, GError **error);
void accord_html_free (AccordHtml *self);
void accord_html_lay_out (AccordHtml *self);

const AccordHtmlBlock *accord_html_get_block (const AccordHtml *self, guint i);
const AccordHtmlMark *accord_html_find_mark (const AccordHtml *self, const AccordHtmlBlock *block,
                                             AccordHtmlMarkKind kind);
char *accord_html_dup_words (const AccordHtml *self, AccordSpan span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordHtml, accord_html_free)

G_END_DECLS
