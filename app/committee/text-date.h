/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordTextDate:
 * @start: first byte of it, the weekday included
 * @end: the byte after it
 * @iso: the ISO date
 * @weekday: the weekday that stands before it, or %G_DATE_BAD_WEEKDAY
 *
 * A date in a line of words.
 */
typedef struct
{
  gsize start;
  gsize end;
  char iso[11];
  GDateWeekday weekday;
} AccordTextDate;

gboolean accord_text_date_find_last (const char *words, AccordTextDate *date);
gboolean accord_text_date_fits_weekday (const AccordTextDate *date);
char *accord_text_date_iso (const char *words);
char *accord_text_date_take_time (const char *words, gsize *used);

G_END_DECLS
