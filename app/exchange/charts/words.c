/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/words.h"

#include "charts/axis.h"
#include "money.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A name in a sentence is no longer than this. */
#define LONGEST_NAME 60

/**
 * accord_chart_dup_pounds:
 * @pence: a sum as it was worked out
 *
 * Returns: (transfer full): it in whole pounds
 */
char *
accord_chart_dup_pounds (double pence)
{
  return accord_money_format (accord_axis_pence (pence), ACCORD_MONEY_POUNDS);
}

/**
 * accord_chart_dup_brief:
 * @name: a name of any length
 *
 * Returns: (transfer full): its beginning, so that a sentence with it can be read
 */
char *
accord_chart_dup_brief (const char *name)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (name, -1) <= LONGEST_NAME)
    return g_strdup (name);
  start = g_utf8_substring (name, 0, LONGEST_NAME - 1);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

/**
 * accord_chart_dup_percent:
 * @part: 0 to 1
 *
 * Returns: (transfer full): it as people say it; what is not all is never “100%”, what is not nothing never
 * “0%”
 */
char *
accord_chart_dup_percent (double part)
{
  int percent = (int) lround (part * 100);

  if (part > 0 && percent == 0)
    return g_strdup (_ ("under 1%"));
  if (part < 1 && percent == 100)
    return g_strdup (_ ("over 99%"));
  return g_strdup_printf (_ ("%d%%"), percent);
}
