/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/assumption-number.h"

#include <math.h>
#include <string.h>

/**
 * accord_assumption_dup_number:
 * @value: a number
 *
 * Returns: (transfer full): it as it is typed, without noughts at its end: `0.35`
 */
char *
accord_assumption_dup_number (double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (digits, sizeof digits, "%.6f", value);
  for (gsize end = strlen (digits);
       strchr (digits, '.') != NULL && (digits[end - 1] == '0' || digits[end - 1] == '.'); end--)
    {
      gboolean point = digits[end - 1] == '.';

      digits[end - 1] = '\0';
      if (point)
        break;
    }
  return g_strdup (digits);
}

/**
 * accord_assumption_parse_number:
 * @text: what was typed: `0.35`, `35%`, `1,200`, `£42.50`, with a true minus or a hyphen
 * @value: (out): the number
 *
 * Returns: whether it is one
 */
gboolean
accord_assumption_parse_number (const char *text, double *value)
{
  g_autoptr (GString) bare = g_string_new (NULL);
  gboolean percent = FALSE;
  char *end;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '%')
        percent = TRUE;
      else if (c == 0x2212)
        g_string_append_c (bare, '-');
      else if (c != ',' && c != 0xa3 && !g_unichar_isspace (c))
        g_string_append_unichar (bare, c);
    }
  *value = g_ascii_strtod (bare->str, &end);
  if (percent)
    *value /= 100;
  return bare->len > 0 && *end == '\0' && isfinite (*value);
}
