/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordDecimal:
 *
 * An exact decimal number: a count of thousand-millionths. What a person types as 0.1 is kept as 0.1, so that
 * shares can be added and compared without a doubt.
 */
typedef gint64 AccordDecimal;

#define ACCORD_DECIMAL_ONE G_GINT64_CONSTANT (1000000000)

/**
 * ACCORD_DECIMAL_UNKNOWN:
 *
 * Not stated. It is no number.
 */
#define ACCORD_DECIMAL_UNKNOWN G_MININT64

/**
 * accord_decimal_to_double:
 * @self: a decimal
 *
 * Returns: the double nearest to it (both numbers of the division are exact up to nine million)
 */
static inline double
accord_decimal_to_double (AccordDecimal self)
{
  return (double) self / 1e9;
}

gboolean accord_decimal_from_double (double value, AccordDecimal *decimal);
gboolean accord_decimal_parse (const char *text, AccordDecimal *decimal);
char *accord_decimal_format (AccordDecimal self);

G_END_DECLS
