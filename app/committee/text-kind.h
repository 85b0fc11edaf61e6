/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text-reading.h"

G_BEGIN_DECLS

/**
 * ACCORD_TEXT_FRONT:
 *
 * Among how many lines, from the first, the heading of a page is looked for.
 */
#define ACCORD_TEXT_FRONT 40

/**
 * AccordTextKind:
 * @type: what kind of page it is
 * @line: the line that says so, or -1 where other lines, or the address, gave it away
 * @agenda_only: whether the page says that it has but the agenda
 *
 * What a page of text is.
 */
typedef struct
{
  AccordPageType type;
  int line;
  gboolean agenda_only;
} AccordTextKind;

AccordTextKind accord_text_kind_find (const AccordTextReading *reading);
AccordPageStyle accord_text_kind_find_style (const AccordTextReading *reading, AccordPageType type);
gboolean accord_text_kind_is_table_head (const AccordTextReading *reading, guint line);
gboolean accord_text_kind_is_list_head (const AccordTextReading *reading, guint line);

G_END_DECLS
