/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page.h"

G_BEGIN_DECLS

/**
 * AccordLineMarker:
 * @ACCORD_LINE_PLAIN: none
 * @ACCORD_LINE_BULLET: a bullet (·, •, o, U+F0B7, a dash, or an indentation that the text uses as one)
 * @ACCORD_LINE_ARABIC: 1. 1) (1)
 * @ACCORD_LINE_LETTER: a. a) (a)
 * @ACCORD_LINE_ROMAN: i. i) (i), where the letters around it show that it is no letter
 */
typedef enum
{
  ACCORD_LINE_PLAIN,
  ACCORD_LINE_BULLET,
  ACCORD_LINE_ARABIC,
  ACCORD_LINE_LETTER,
  ACCORD_LINE_ROMAN,
} AccordLineMarker;

/**
 * AccordLine:
 * @span: all of it in the text, its marker included
 * @words: the words after the marker; white space and line ends inside it are still as they came
 * @marker: what it begins with
 * @mark: where the marker stands; nothing for none
 * @n_before: how many blank lines stand before it
 * @indent: how far it is indented, in characters
 *
 * A paragraph: a line of the text, or several that were wrapped.
 */
typedef struct
{
  AccordSpan span;
  AccordSpan words;
  AccordLineMarker marker;
  AccordSpan mark;
  guint n_before;
  guint indent;
} AccordLine;

GArray *accord_lines_split (const char *text, AccordSpan within, AccordPageStyle style);
char *accord_lines_dup_words (const char *text, AccordSpan span);

G_END_DECLS
