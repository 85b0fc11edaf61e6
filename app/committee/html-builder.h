/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "html-markup.h"

G_BEGIN_DECLS

/**
 * AccordHtmlBuilder:
 * @html: what is being built
 * @block: the paragraph that is being written; it begins at its span's start
 * @open: whether anything of it has been written
 * @blank: whether a blank is due before the next word
 * @keeps_indent: whether blanks that do not break are kept at its beginning
 * @keeps_lines: whether line ends are kept
 * @anchor: (nullable): the number of an agenda item that the next words are about
 * @open_marks: (element-type AccordHtmlMark): marks that have not ended
 *
 * Writes paragraphs one after another.
 */
typedef struct
{
  AccordHtml *html;
  AccordHtmlBlock block;
  gboolean open;
  gboolean blank;
  gboolean keeps_indent;
  gboolean keeps_lines;
  const char *anchor;
  GArray *open_marks;
} AccordHtmlBuilder;

void accord_html_builder_init (AccordHtmlBuilder *self, AccordHtml *html);
void accord_html_builder_clear (AccordHtmlBuilder *self);
void accord_html_builder_write (AccordHtmlBuilder *self, const char *words, gsize length);
void accord_html_builder_break (AccordHtmlBuilder *self);
guint accord_html_builder_begin_mark (AccordHtmlBuilder *self, AccordHtmlMarkKind kind, const char *value);
void accord_html_builder_set_anchor (AccordHtmlBuilder *self, const char *anchor);
void accord_html_builder_end_marks (AccordHtmlBuilder *self, guint n_left);

G_END_DECLS
