/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "html-markup.h"

G_BEGIN_DECLS

/**
 * AccordHtmlElementKind:
 * @ACCORD_HTML_INLINE: one that goes with the words around it
 * @ACCORD_HTML_BLOCK: one that begins a paragraph of its own
 * @ACCORD_HTML_SKIPPED: one whose content no reader sees
 * @ACCORD_HTML_LIST: a list
 * @ACCORD_HTML_ENTRY: an entry of one
 * @ACCORD_HTML_TABLE: a table
 * @ACCORD_HTML_ROW: a row of one
 * @ACCORD_HTML_CELL: a cell of one
 * @ACCORD_HTML_ANCHOR: a link, or a place to link to
 * @ACCORD_HTML_CHROME: what surrounds a page's content
 * @ACCORD_HTML_MAIN: the page's content, by its own word
 * @ACCORD_HTML_PRE: text whose lines are kept
 * @ACCORD_HTML_TITLE: what the window is called
 * @ACCORD_HTML_META: something about the page
 * @ACCORD_HTML_FORM: a form
 */
typedef enum
{
  ACCORD_HTML_INLINE,
  ACCORD_HTML_BLOCK,
  ACCORD_HTML_SKIPPED,
  ACCORD_HTML_LIST,
  ACCORD_HTML_ENTRY,
  ACCORD_HTML_TABLE,
  ACCORD_HTML_ROW,
  ACCORD_HTML_CELL,
  ACCORD_HTML_ANCHOR,
  ACCORD_HTML_CHROME,
  ACCORD_HTML_MAIN,
  ACCORD_HTML_PRE,
  ACCORD_HTML_TITLE,
  ACCORD_HTML_META,
  ACCORD_HTML_FORM,
} AccordHtmlElementKind;

/**
 * AccordHtmlClasses:
 * @role: the role that they give, or %ACCORD_HTML_PLAIN
 * @mark: the mark that they make, or -1
 * @content: whether they say that the page's own part begins
 * @number: whether it is the column of the items' numbers
 * @known: whether any is modern.gov's
 * @cmis: whether any is of CMIS
 *
 * What the classes of an element say.
 */
typedef struct
{
  AccordHtmlRole role;
  int mark;
  gboolean content;
  gboolean number;
  gboolean known;
  gboolean cmis;
} AccordHtmlClasses;

AccordHtmlElementKind accord_html_element_kind (const char *name);
AccordHtmlClasses accord_html_classes (const char *classes);
const char *accord_html_attribute (const unsigned char **attributes, const char *name);

G_END_DECLS
