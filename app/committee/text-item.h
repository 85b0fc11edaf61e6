/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text-reading.h"

G_BEGIN_DECLS

/**
 * AccordTextLabels:
 * @ACCORD_TEXT_LABELS_THERE: what leads the minutes says so: “Minutes:”
 * @ACCORD_TEXT_LABELS_LOST: nothing does; what reads as minutes is taken for them
 * @ACCORD_TEXT_LABELS_AGENDA: nothing does, and the page has but an agenda
 *
 * Whether the parts of an item have their labels.
 */
typedef enum
{
  ACCORD_TEXT_LABELS_THERE,
  ACCORD_TEXT_LABELS_LOST,
  ACCORD_TEXT_LABELS_AGENDA,
} AccordTextLabels;

AccordPageItem *accord_text_item_add (AccordTextReading *reading, guint first, guint end);
void accord_text_item_read_body (AccordTextReading *reading, AccordPageItem *item, guint first, guint end,
                                 AccordTextLabels labels);
gboolean accord_text_item_is_documents_label (const AccordTextReading *reading, guint line);
void accord_text_item_mark_cut (AccordTextReading *reading, AccordPageItem *item);

G_END_DECLS
