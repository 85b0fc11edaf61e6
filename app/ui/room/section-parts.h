/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "five-case.h"

G_BEGIN_DECLS

/**
 * AccordSectionPart:
 * @code: (nullable): code of the section that its heading means, of one of the five cases
 * @title: (nullable): the words of its heading; %NULL for what stands before the first
 * @text: its words in Markdown, the heading among them
 *
 * What stands under a heading of a text.
 */
typedef struct
{
  const char *code;
  char *title;
  char *text;
} AccordSectionPart;

void accord_section_part_free (AccordSectionPart *self);
GPtrArray *accord_section_parts (const char *text, int five);

G_END_DECLS
