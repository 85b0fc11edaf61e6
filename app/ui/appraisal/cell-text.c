/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/cell-text.h"

#include "money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MINUS "\xe2\x88\x92"
#define NBSP "\xc2\xa0"

/* Spaces within a number are none of it; a true minus is a minus. */
static char *
dup_tidy (const char *text)
{
  g_autoptr (GString) tidy = g_string_new (text);

  g_string_replace (tidy, NBSP, "", 0);
  g_string_replace (tidy, MINUS, "-", 0);
  g_string_replace (tidy, " ", "", 0);
  return g_strstrip (g_string_free (g_steal_pointer (&tidy), FALSE));
}

/* Separators of thousands part groups of three, or it is another number that is meant. */
static gboolean
drop_groups (char *text)
{
  char *whole = text + (*text == '-' || *text == '+'), *to = whole;
  gsize n_digits = strspn (whole, "0123456789,"), in_group = 0;
  gboolean grouped = FALSE;

  for (gsize i = 0; i < n_digits; i++)
    {
      if (whole[i] != ',')
        {
          in_group++;
          continue;
        }
      if (in_group == 0 || in_group > 3 || (grouped && in_group != 3))
        return FALSE;
      grouped = TRUE;
      in_group = 0;
    }
  if (grouped && in_group != 3)
    return FALSE;
  for (const char *from = whole; *from != '\0'; from++)
    if (from >= whole + n_digits || *from != ',')
      *to++ = *from;
  *to = '\0';
  return TRUE;
}

static gboolean
parse (const char *text, AccordDecimal *value)
{
  g_autofree char *tidy = dup_tidy (text);
  gsize length = strlen (tidy);
  gboolean negative = length > 2 && tidy[0] == '(' && tidy[length - 1] == ')';
  char *number = tidy;

  if (negative)
    {
      tidy[length - 1] = '\0';
      number = tidy + 1;
      if (*number == '-' || *number == '+')
        return FALSE;
    }
  if (!drop_groups (number) || !accord_decimal_parse (number, value))
    return FALSE;
  if (negative)
    *value = -*value;
  return TRUE;
}

/**
 * accord_cell_scan_number:
 * @text: what was typed: `1,200`, `0.5`
 * @value: (out): the number
 *
 * Returns: whether it is a number that is not below nought
 */
AccordCellScan
accord_cell_scan_number (const char *text, AccordDecimal *value)
{
  if (!parse (text, value))
    return ACCORD_CELL_NOT_A_NUMBER;
  return *value < 0 ? ACCORD_CELL_NEGATIVE : ACCORD_CELL_OK;
}

/**
 * accord_cell_scan_rate:
 * @text: what was typed: `60%`, `60`
 * @value: (out): the part, 0.6
 *
 * A number without a percent sign is per cent. Up to 1 it might as well be a part of one, as a spreadsheet
 * may hold it; which of the two is not guessed.
 *
 * Returns: whether it is a part of a whole
 */
AccordCellScan
accord_cell_scan_rate (const char *text, AccordDecimal *value)
{
  g_autofree char *tidy = dup_tidy (text);
  gsize length = strlen (tidy);
  gboolean said = length > 0 && tidy[length - 1] == '%';

  if (said)
    tidy[length - 1] = '\0';
  if (!parse (tidy, value))
    return ACCORD_CELL_NOT_A_NUMBER;
  if (*value < 0)
    return ACCORD_CELL_NEGATIVE;
  if (!said && *value > 0 && *value <= ACCORD_DECIMAL_ONE)
    return ACCORD_CELL_AMBIGUOUS;
  if (*value > 100 * ACCORD_DECIMAL_ONE)
    return ACCORD_CELL_OVER_ALL;
  if (*value % 100 != 0)
    return ACCORD_CELL_TOO_FINE;
  *value /= 100;
  return ACCORD_CELL_OK;
}

/**
 * accord_cell_scan_count:
 * @text: what was typed
 * @most: the greatest that makes sense
 * @value: (out): the number
 *
 * Returns: whether it is a whole number from nought to @most
 */
AccordCellScan
accord_cell_scan_count (const char *text, gint64 most, gint64 *value)
{
  AccordDecimal number;
  AccordCellScan scan = accord_cell_scan_number (text, &number);

  if (scan != ACCORD_CELL_OK)
    return scan;
  if (number % ACCORD_DECIMAL_ONE != 0)
    return ACCORD_CELL_NOT_WHOLE;
  *value = number / ACCORD_DECIMAL_ONE;
  return *value > most ? ACCORD_CELL_TOO_LARGE : ACCORD_CELL_OK;
}

/**
 * accord_cell_scan_money:
 * @text: what was typed: `£1,200`, `(350)`, `1.2m`
 * @pence: (out): the sum
 *
 * Returns: whether it is a sum that can be counted with
 */
AccordCellScan
accord_cell_scan_money (const char *text, gint64 *pence)
{
  switch (accord_money_scan (text, strlen (text), pence))
    {
    case ACCORD_MONEY_SCAN_OK:
      return *pence > ACCORD_CBA_LARGEST || *pence < -ACCORD_CBA_LARGEST ? ACCORD_CELL_TOO_LARGE
                                                                         : ACCORD_CELL_OK;
    case ACCORD_MONEY_SCAN_FRACTION:
      return ACCORD_CELL_TOO_FINE;
    case ACCORD_MONEY_SCAN_RANGE:
      return ACCORD_CELL_TOO_LARGE;
    default:
      return ACCORD_CELL_NOT_A_NUMBER;
    }
}

/* Thousands apart, and a true minus. */
static char *
dup_grouped (const char *plain)
{
  const char *whole = plain + (*plain == '-');
  gsize n_whole = strcspn (whole, ".");
  GString *text = g_string_new (*plain == '-' ? MINUS : NULL);

  for (gsize i = 0; i < n_whole; i++)
    {
      if (i > 0 && (n_whole - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, whole[i]);
    }
  g_string_append (text, whole + n_whole);
  return g_string_free (text, FALSE);
}

char *
accord_cell_dup_number (AccordDecimal value)
{
  g_autofree char *plain = accord_decimal_format (value);

  return dup_grouped (plain);
}

char *
accord_cell_dup_rate (AccordDecimal value)
{
  g_autofree char *number = NULL;

  if (ABS (value) > G_MAXINT64 / 100)
    return accord_cell_dup_number (value);
  number = accord_cell_dup_number (value * 100);
  return g_strconcat (number, "%", NULL);
}

/**
 * accord_cell_dup_money:
 * @pence: a sum
 *
 * Returns: (transfer full): it in pounds, with pence where there are some
 */
char *
accord_cell_dup_money (gint64 pence)
{
  g_autofree char *plain = accord_cell_dup_money_entry (pence);

  return dup_grouped (plain);
}

char *
accord_cell_dup_money_entry (gint64 pence)
{
  char *plain = accord_money_format (pence, ACCORD_MONEY_PLAIN);

  if (g_str_has_suffix (plain, ".00"))
    plain[strlen (plain) - 3] = '\0';
  return plain;
}

/**
 * accord_cell_dup_why:
 * @scan: what is wrong
 * @text: what was typed
 *
 * Returns: (transfer full): the end of a sentence that begins with where it is
 */
char *
accord_cell_dup_why (AccordCellScan scan, const char *text)
{
  switch (scan)
    {
    case ACCORD_CELL_NOT_WHOLE:
      return g_strdup_printf (_ ("“%s” is not a whole number."), text);
    case ACCORD_CELL_NEGATIVE:
      return g_strdup_printf (_ ("“%s” is below nought."), text);
    case ACCORD_CELL_OVER_ALL:
      return g_strdup_printf (_ ("“%s” is over 100%%."), text);
    case ACCORD_CELL_AMBIGUOUS:
      return g_strdup_printf (_ ("“%s” could be per cent or a part of one: type it with a percent sign."),
                              text);
    case ACCORD_CELL_TOO_FINE:
      return g_strdup_printf (_ ("“%s” has more decimal places than are kept."), text);
    case ACCORD_CELL_TOO_LARGE:
      return g_strdup_printf (_ ("“%s” is larger than can be counted with."), text);
    case ACCORD_CELL_OK:
    case ACCORD_CELL_NOT_A_NUMBER:
    default:
      return g_strdup_printf (_ ("“%s” is not a number."), text);
    }
}
