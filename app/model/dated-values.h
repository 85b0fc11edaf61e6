/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "date-form.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordDatedValue:
 * @date: the day, in ISO form
 * @value: the number
 * @text: the same as it was written
 *
 * A value that was measured on a day.
 */
typedef struct
{
  char date[ACCORD_DATE_ISO_SIZE];
  double value;
  char *text;
} AccordDatedValue;

GPtrArray *accord_dated_values_parse (const char *text);
char *accord_decimal_dup_display (const char *text);

G_END_DECLS
