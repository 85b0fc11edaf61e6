/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text-reading.h"

G_BEGIN_DECLS

gboolean accord_text_title_split (const AccordTextReading *reading, AccordSpan span, AccordSpan *title,
                                  AccordSpan *size);
gboolean accord_text_title_find_size (const AccordTextReading *reading, AccordSpan within, AccordSpan *before,
                                      AccordSpan *size);
void accord_text_title_set (AccordTextReading *reading, AccordPageItem *item, AccordSpan span);
void accord_text_title_add_document (AccordTextReading *reading, GPtrArray *documents, AccordSpan title,
                                     AccordSpan size);

G_END_DECLS
