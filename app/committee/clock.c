/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clock.h"

#include <string.h>

/* "am", "pm", "a.m.", "p.m." or nothing. */
static gboolean
take_half (const char **at, gboolean *after_noon, gboolean *stated)
{
  const char *half = *at;
  char letter = g_ascii_tolower (*half);

  *stated = FALSE;
  *after_noon = FALSE;
  if (letter != 'a' && letter != 'p')
    return TRUE;
  half++;
  half += *half == '.';
  if (g_ascii_tolower (*half) != 'm')
    return FALSE;
  half++;
  half += *half == '.';
  *stated = TRUE;
  *after_noon = letter == 'p';
  *at = half;
  return TRUE;
}

static int
take_figures (const char **at)
{
  int value = 0;
  guint n = 0;

  for (; g_ascii_isdigit (**at) && n < 3; n++, (*at)++)
    value = value * 10 + (**at - '0');
  return n >= 1 && n <= 2 ? value : -1;
}

/**
 * accord_clock_parse:
 * @words: a time of day alone: “10.00 am”, “5:30 pm”, “2pm”, “14:00”, “12 noon”
 *
 * Returns: (transfer full) (nullable): "HH:MM", or %NULL where it is no time of day, or may be either half of
 * the day
 */
char *
accord_clock_parse (const char *words)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (words));
  const char *at = trimmed;
  int hour = take_figures (&at);
  int minute = 0;
  gboolean has_minutes = *at == '.' || *at == ':';
  gboolean after_noon, stated;

  if (has_minutes)
    {
      at++;
      minute = strspn (at, "0123456789") == 2 ? take_figures (&at) : -1;
    }
  if (*at == ':' && strspn (at + 1, "0123456789") == 2)
    at += 3;
  while (g_ascii_isspace (*at))
    at++;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59)
    return NULL;
  if (g_ascii_strcasecmp (at, "noon") == 0 && hour == 12)
    return g_strdup_printf ("12:%02d", minute);
  if (!take_half (&at, &after_noon, &stated) || *at != '\0' || (!stated && !has_minutes))
    return NULL;
  if (stated && (hour == 0 || hour > 12) && !(after_noon && hour > 12))
    return NULL;
  if (stated && hour <= 12)
    hour = hour % 12 + (after_noon ? 12 : 0);
  return g_strdup_printf ("%02d:%02d", hour, minute);
}
