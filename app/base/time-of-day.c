/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "time-of-day.h"

#include <string.h>

#define NOON 12

static gboolean
take_number (const char **at, guint most_digits, gint *number, guint *n_digits)
{
  *number = 0;
  for (*n_digits = 0; *n_digits < most_digits && g_ascii_isdigit (**at); (*n_digits)++)
    *number = *number * 10 + *(*at)++ - '0';
  return *n_digits > 0 && !g_ascii_isdigit (**at);
}

static void
skip_blanks (const char **at)
{
  while (g_unichar_isspace (g_utf8_get_char (*at)))
    *at = g_utf8_next_char (*at);
}

/* "am", "p.m." and "noon"; 0 where none of them comes next. */
static char
take_half (const char **at)
{
  static const struct
  {
    const char *word;
    char half;
  } halves[] = { { "am", 'a' },  { "a.m.", 'a' }, { "pm", 'p' },  { "p.m.", 'p' },
                 { "p.m", 'p' }, { "a.m", 'a' },  { "noon", 'n' } };

  for (guint i = 0; i < G_N_ELEMENTS (halves); i++)
    if (g_ascii_strncasecmp (*at, halves[i].word, strlen (halves[i].word)) == 0
        && !g_ascii_isalpha ((*at)[strlen (halves[i].word)]))
      {
        *at += strlen (halves[i].word);
        return halves[i].half;
      }
  return 0;
}

/* An hour beyond noon says by itself which half of the day is meant, and so does a nought before one. */
static gboolean
to_minutes (gint hour, gint minute, guint n_digits, char half, gint *minutes)
{
  if (minute > 59 || hour > 23)
    return FALSE;
  if (half == 'n' && (hour != NOON || minute != 0))
    return FALSE;
  if ((half == 'a' || half == 'p') && hour == 0)
    return FALSE;
  if (half == 0 && n_digits < 2)
    return FALSE;
  if (half == 'a' && hour == NOON)
    hour = 0;
  else if (half == 'p' && hour < NOON)
    hour += NOON;
  else if (half == 'a' && hour > NOON)
    return FALSE;
  *minutes = hour * 60 + minute;
  return TRUE;
}

/**
 * accord_time_parse:
 * @text: (nullable): a time of day as a page has it, such as `6.00 pm`, `18:30` or `12 noon`
 * @minutes: (out): minutes since midnight
 *
 * Reads when something begins; `to 8.00 pm` may follow. A single figure without “am” or “pm” may be either
 * half of the day, so it is not taken for one of them.
 *
 * Returns: whether @text says a time
 */
gboolean
accord_time_parse (const char *text, gint *minutes)
{
  gint hour, minute = 0;
  guint n_digits, n;
  gboolean parted;
  char half;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return FALSE;
  skip_blanks (&text);
  if (!take_number (&text, 2, &hour, &n_digits))
    return FALSE;
  parted = (*text == '.' || *text == ':') && g_ascii_isdigit (text[1]);
  if (parted)
    {
      text++;
      if (!take_number (&text, 2, &minute, &n) || n != 2)
        return FALSE;
    }
  skip_blanks (&text);
  half = take_half (&text);
  skip_blanks (&text);
  if (*text != '\0' && *text != '-' && !g_str_has_prefix (text, "–") && !g_str_has_prefix (text, "to ")
      && !g_str_has_prefix (text, "until "))
    return FALSE;
  return (parted || half != 0) && to_minutes (hour, minute, n_digits, half, minutes);
}
