/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fund-entries.h"

#include "model-error.h"
#include "money.h"

#include <glib/gi18n-lib.h>

/**
 * accord_fund_fail_range:
 * @error: return location for %ACCORD_MODEL_ERROR_RANGE
 *
 * Returns: %FALSE
 */
gboolean
accord_fund_fail_range (GError **error)
{
  g_set_error_literal (error, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_RANGE,
                       _ ("The amounts are together larger than Accord can add up."));
  return FALSE;
}

/**
 * accord_fund_read_sum:
 * @rows: a row with the columns of ACCORD_FUND_SUM()
 * @column: the first of the two
 * @pence: (out): the sum, in pence
 * @error: return location for %ACCORD_MODEL_ERROR_RANGE
 *
 * Returns: %FALSE when the sum is larger than can be kept
 */
gboolean
accord_fund_read_sum (AccordRows *rows, int column, gint64 *pence, GError **error)
{
  gint64 high;

  return (!__builtin_mul_overflow (accord_rows_int (rows, column), 1000000000, &high)
          && accord_money_add (high, accord_rows_int (rows, column + 1), pence))
         || accord_fund_fail_range (error);
}

/**
 * accord_fund_share:
 * @part: a sum in pence, possibly below nought
 * @whole: the sum that it is a part of
 *
 * Returns: the share in hundredths of one per cent, halves away from nought; %ACCORD_UNKNOWN where @whole is
 *   not above nought, because no share of it means anything
 */
gint64
accord_fund_share (gint64 part, gint64 whole)
{
  gint64 rest, scaled;

  if (whole <= 0)
    return ACCORD_UNKNOWN;

  /* Beyond pounds in millions of millions the lowest digits no longer count. */
  while (whole > G_MAXINT64 / 20000)
    {
      whole /= 10;
      part /= 10;
    }
  if (ABS (part / whole) > G_MAXINT64 / 20000)
    return ACCORD_UNKNOWN;
  rest = part % whole;
  scaled = rest * 10000 + (rest < 0 ? -(whole / 2) : whole / 2);
  return part / whole * 10000 + scaled / whole;
}
