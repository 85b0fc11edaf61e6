/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decimal.h"

#include <math.h>
#include <string.h>

#define PLACES 9

/**
 * accord_decimal_from_double:
 * @value: a number
 * @decimal: (out): the decimal nearest to it
 *
 * Returns: %TRUE and @decimal, or %FALSE where @value is no number or lies beyond what a decimal holds (about
 * nine thousand million)
 */
gboolean
accord_decimal_from_double (double value, AccordDecimal *decimal)
{
  double scaled = value * 1e9;

  g_return_val_if_fail (decimal != NULL, FALSE);

  /* The comparison is false for what is no number. */
  if (!(fabs (scaled) < 9.2e18))
    return FALSE;
  *decimal = llround (scaled);
  return TRUE;
}

/* The digits at the front of @at, put behind those of @value; what does not fit makes it fail. */
static gboolean
take_digits (const char **at, guint most, gint64 *value, guint *n)
{
  for (*n = 0; g_ascii_isdigit (**at) && *n < most; (*at)++, (*n)++)
    if (__builtin_mul_overflow (*value, 10, value) || __builtin_add_overflow (*value, **at - '0', value))
      return FALSE;
  return TRUE;
}

/**
 * accord_decimal_parse:
 * @text: (nullable): a number as programs write it: `0.035`, `-12`, `.5`; no separators of thousands, no
 * exponent
 * @decimal: (out): its value; digits beyond the ninth decimal place round it, a half away from nought
 *
 * Returns: %TRUE and @decimal, or %FALSE where @text is no such number or lies beyond what a decimal holds
 */
gboolean
accord_decimal_parse (const char *text, AccordDecimal *decimal)
{
  const char *at = text;
  gint64 value = 0;
  guint n_whole, n_fraction = 0;
  gboolean negative;

  g_return_val_if_fail (decimal != NULL, FALSE);

  if (text == NULL)
    return FALSE;
  negative = *at == '-';
  if (*at == '-' || *at == '+')
    at++;
  if (!take_digits (&at, G_MAXUINT, &value, &n_whole))
    return FALSE;
  if (*at == '.')
    {
      at++;
      if (!take_digits (&at, PLACES, &value, &n_fraction))
        return FALSE;
    }
  if (n_whole + n_fraction == 0)
    return FALSE;
  for (guint i = n_fraction; i < PLACES; i++)
    if (__builtin_mul_overflow (value, 10, &value))
      return FALSE;
  if (n_fraction == PLACES && *at >= '5' && *at <= '9' && __builtin_add_overflow (value, 1, &value))
    return FALSE;
  if (n_fraction == PLACES)
    at += strspn (at, "0123456789");
  if (*at != '\0')
    return FALSE;
  *decimal = negative ? -value : value;
  return TRUE;
}

/**
 * accord_decimal_format:
 * @self: a decimal
 *
 * Returns: (transfer full): it as programs write it, with as few digits as it takes: `0.035`; nothing for
 * %ACCORD_DECIMAL_UNKNOWN
 */
char *
accord_decimal_format (AccordDecimal self)
{
  GString *text;
  guint64 size;

  if (self == ACCORD_DECIMAL_UNKNOWN)
    return g_strdup ("");
  size = (guint64) ABS (self);
  text = g_string_new (self < 0 ? "-" : NULL);
  g_string_append_printf (text, "%" G_GUINT64_FORMAT ".%09" G_GUINT64_FORMAT, size / ACCORD_DECIMAL_ONE,
                          size % ACCORD_DECIMAL_ONE);
  while (text->str[text->len - 1] == '0')
    g_string_truncate (text, text->len - 1);
  if (text->str[text->len - 1] == '.')
    g_string_truncate (text, text->len - 1);
  return g_string_free (text, FALSE);
}
