/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordDiffPart:
 * @kind: ' ' for words that stayed, '-' for words that went, '+' for words that came
 * @text: the words, with the blanks between them
 *
 * A run of words that became of two texts.
 */
typedef struct
{
  char kind;
  char *text;
} AccordDiffPart;

void accord_diff_part_free (AccordDiffPart *self);
GPtrArray *accord_text_diff (const char *before, const char *after);

G_END_DECLS
