/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordPassagePlace:
 * @top: where the passage begins, in pixels, or -1 where it is not in the text
 * @bottom: where it ends
 * @height: how high the card with its records is
 * @y: where the card is put
 * @steep: whether the band from the passage to the card would be too steep to follow among others
 *
 * A passage on the one side, its card on the other.
 */
typedef struct
{
  double top;
  double bottom;
  double height;
  double y;
  gboolean steep;
} AccordPassagePlace;

double accord_passage_layout (AccordPassagePlace *places, guint n_places, double first, double gap,
                              double reach);

/**
 * AccordParagraphForm:
 * @ACCORD_PARAGRAPH_PLAIN: words
 * @ACCORD_PARAGRAPH_LISTED: an entry of a list, behind its bullet or number
 * @ACCORD_PARAGRAPH_LEFT_OUT: a mark that words are left out
 *
 * What a line of a text is.
 */
typedef enum
{
  ACCORD_PARAGRAPH_PLAIN,
  ACCORD_PARAGRAPH_LISTED,
  ACCORD_PARAGRAPH_LEFT_OUT,
} AccordParagraphForm;

/**
 * AccordParagraph:
 * @start: its first byte in the text
 * @words: the byte after its bullet or number and the blanks that follow it
 * @end: the byte after its last
 * @form: what it is
 * @level: how deep in a list it stands, from 0
 *
 * A line of a text as it is shown.
 */
typedef struct
{
  gsize start;
  gsize words;
  gsize end;
  AccordParagraphForm form;
  guint level;
} AccordParagraph;

GArray *accord_paragraphs (const char *text, gsize start, gsize end);

G_END_DECLS
