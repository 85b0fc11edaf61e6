/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "retry-after.h"

#include <libsoup/soup.h>
#include <string.h>

/**
 * accord_retry_after_parse:
 * @words: (nullable): what a server sent as Retry-After
 * @now: the time at hand
 * @seconds: (out): how long to wait, never below nought
 *
 * Reads how long a server asks to be left alone: a number of seconds, or a date as HTTP writes it.
 *
 * Returns: whether it says so
 */
gboolean
accord_retry_after_parse (const char *words, GDateTime *now, gint64 *seconds)
{
  g_autofree char *text = g_strstrip (g_strdup (words != NULL ? words : ""));
  g_autoptr (GDateTime) date = NULL;
  guint64 number;

  if (*text == '\0' || strlen (text) > 64)
    return FALSE;
  if (g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT32, &number, NULL))
    {
      *seconds = number;
      return TRUE;
    }
  if (!g_ascii_isalpha (*text))
    return FALSE;
  date = soup_date_time_new_from_http_string (text);
  if (date == NULL)
    return FALSE;
  *seconds = MAX (0, (g_date_time_difference (date, now) + G_TIME_SPAN_SECOND - 1) / G_TIME_SPAN_SECOND);
  return TRUE;
}
