/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is nested deeper than this, or longer, is shown but no longer set apart. */
#define ACCORD_MARKDOWN_MAX_INDENT 6
#define ACCORD_MARKDOWN_MAX_BLOCKS 2000
#define ACCORD_MARKDOWN_MAX_ROWS 200
#define ACCORD_MARKDOWN_MAX_COLUMNS 20

/**
 * AccordBlockType:
 * @ACCORD_BLOCK_PARAGRAPH: words
 * @ACCORD_BLOCK_HEADING: a heading
 * @ACCORD_BLOCK_CODE: words as they are, in letters of one width
 * @ACCORD_BLOCK_TABLE: rows of cells
 * @ACCORD_BLOCK_RULE: a line across
 *
 * What a part of a formatted text is.
 */
typedef enum
{
  ACCORD_BLOCK_PARAGRAPH,
  ACCORD_BLOCK_HEADING,
  ACCORD_BLOCK_CODE,
  ACCORD_BLOCK_TABLE,
  ACCORD_BLOCK_RULE,
} AccordBlockType;

/**
 * AccordBlock:
 * @type: what it is
 * @level: of a heading, from 1 to 6
 * @indent: how many lists it stands in
 * @quoted: how many quotations it stands in
 * @marker: for the first words of a list's entry, what stands before them ("•", "3."), or %NULL
 * @markup: its words as Pango markup; nothing of the text can break out of it
 * @has_link: whether there is a link among the words
 * @rows: (element-type GPtrArray): for a table, its rows of cells, each Pango markup; the first is its head
 * @alignments: (element-type int): for a table, how each column is set: 0 to the left, 1 in the middle, 2 to
 *   the right
 *
 * A part of a formatted text, from top to bottom.
 */
typedef struct
{
  AccordBlockType type;
  guint level;
  guint indent;
  guint quoted;
  char *marker;
  char *markup;
  gboolean has_link;
  GPtrArray *rows;
  GArray *alignments;
} AccordBlock;

GPtrArray *accord_markdown_parse (const char *text, gboolean *cut);
void accord_block_free (AccordBlock *self);
gboolean accord_markdown_address_is_safe (const char *address);

G_END_DECLS
