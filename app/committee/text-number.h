/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text-reading.h"

G_BEGIN_DECLS

/**
 * AccordTextNumber:
 * @span: the number as printed
 * @form: its shape, the same for numbers of one list: letters as they are, a hash for every row of digits
 * @main: the first row of digits (the 43 of “43a”)
 * @letter: the letter after it, or 0
 *
 * The printed number of an item.
 */
typedef struct
{
  AccordSpan span;
  char form[16];
  guint64 main;
  char letter;
} AccordTextNumber;

gboolean accord_text_number_take (const AccordTextReading *reading, AccordSpan span,
                                  AccordTextNumber *number);
gboolean accord_text_number_is_alone (const AccordTextReading *reading, guint line);
gboolean accord_text_number_read_line (const AccordTextReading *reading, guint line,
                                       AccordTextNumber *number);
gboolean accord_text_number_split_title (const AccordTextReading *reading, guint line,
                                         AccordTextNumber *number, AccordSpan *title);
gboolean accord_text_number_leads_title (const AccordTextReading *reading, guint line);
gboolean accord_text_number_is_meeting_line (const AccordTextReading *reading, guint line);
gboolean accord_text_number_is_meeting_heading (const AccordTextReading *reading, guint line);

G_END_DECLS
