/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "text-date.h"

G_BEGIN_DECLS

/**
 * AccordTextHeading:
 * @prefix: what stands before the body, or %NULL
 * @body: the body, or %NULL where the line is but a date
 * @date: the date
 * @time: "HH:MM", or %NULL
 * @status: "moved", "cancelled", "provisional", or %NULL
 *
 * The heading of a meeting: “Extraordinary Meeting, Cabinet - Wednesday, 12th July, 2017 6.00 pm”.
 */
typedef struct
{
  char *prefix;
  char *body;
  AccordTextDate date;
  char *time;
  const char *status;
} AccordTextHeading;

gboolean accord_text_heading_read (const char *words, AccordTextHeading *heading);
void accord_text_heading_set_body (AccordTextHeading *heading, const char *words);
void accord_text_heading_clear (AccordTextHeading *heading);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AccordTextHeading, accord_text_heading_clear)

G_END_DECLS
