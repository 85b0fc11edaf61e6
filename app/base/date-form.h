/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ACCORD_DATE_ISO_SIZE:
 *
 * Room for `yyyy-mm-dd` and its nul.
 */
#define ACCORD_DATE_ISO_SIZE 11

/**
 * AccordDateForm:
 * @ACCORD_DATE_FORM_NONE: not a date
 * @ACCORD_DATE_FORM_ISO: `2019-04-01`
 * @ACCORD_DATE_FORM_COMPACT: `20190401`
 * @ACCORD_DATE_FORM_DAY_FIRST: `01/04/2019`, `1.4.2019`, `01-04-19`: day, month, year, as in Britain
 * @ACCORD_DATE_FORM_WORDS: the month is a word: `1 Apr 2019`, `01-Apr-19`, `Friday, April 29, 2022`
 * @ACCORD_DATE_FORM_MONTH_FIRST: `12/31/2019`, which can only be month, day, year. It is told apart so that
 * it can be refused; nothing reads it
 * @ACCORD_DATE_FORM_ANY: whichever form the text has; only for asking
 *
 * The ways a date is written. A time of day may follow in any of them and is dropped.
 */
typedef enum
{
  ACCORD_DATE_FORM_NONE,
  ACCORD_DATE_FORM_ISO,
  ACCORD_DATE_FORM_COMPACT,
  ACCORD_DATE_FORM_DAY_FIRST,
  ACCORD_DATE_FORM_WORDS,
  ACCORD_DATE_FORM_MONTH_FIRST,
  ACCORD_DATE_FORM_ANY,
} AccordDateForm;

AccordDateForm accord_date_form_of (const char *text, gsize len);
AccordDateForm accord_date_form_detect (const char *const *values, gsize n_values);
gboolean accord_date_scan (const char *text, gsize len, AccordDateForm form, char out[ACCORD_DATE_ISO_SIZE]);

G_END_DECLS
