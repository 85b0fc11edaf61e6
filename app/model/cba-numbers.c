/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cba-numbers.h"

#include <math.h>
#include <string.h>

#define MINUS "\xe2\x88\x92"

/**
 * accord_number_format_places:
 * @value: a number
 * @places: how many places behind the point, 9 or fewer
 *
 * Returns: (transfer full): the number rounded, with separators of thousands and the true minus sign: `1.10`
 */
char *
accord_number_format_places (double value, guint places)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE + 320], form[8];
  GString *text = g_string_new (NULL);
  const char *point;
  gsize whole;

  g_snprintf (form, sizeof form, "%%.%uf", MIN (places, 9u));
  g_ascii_formatd (digits, sizeof digits, form, fabs (value));
  point = strchr (digits, '.');
  whole = point != NULL ? (gsize) (point - digits) : strlen (digits);
  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, digits[i]);
    }
  if (point != NULL)
    g_string_append (text, point);
  if (value < 0 && strspn (text->str, "0.,") != text->len)
    g_string_prepend (text, MINUS);
  return g_string_free (text, FALSE);
}

/**
 * accord_number_format:
 * @value: a number
 * @most_places: how many places behind the point at most, 9 or fewer
 *
 * Returns: (transfer full): the number rounded, with separators of thousands, without noughts at its end, and
 * with the true minus sign: `1,200.5`
 */
char *
accord_number_format (double value, guint most_places)
{
  char *text = accord_number_format_places (value, most_places);

  if (strchr (text, '.') != NULL)
    {
      gsize end = strlen (text);

      while (text[end - 1] == '0')
        end--;
      text[text[end - 1] == '.' ? end - 1 : end] = '\0';
    }
  return text;
}

/**
 * accord_rate_format:
 * @value: a part of one
 *
 * Returns: (transfer full): it as a percentage: `3.5%`
 */
char *
accord_rate_format (double value)
{
  g_autofree char *number = accord_number_format (value * 100, 7);

  return g_strconcat (number, "%", NULL);
}
