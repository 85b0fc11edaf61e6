/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ACCORD_MONEY_UNKNOWN:
 *
 * The value of a sum that nobody has stated. It is no amount: it cannot be added, and it is never kept as a
 * number. Every other #gint64 is a count of pence.
 */
#define ACCORD_MONEY_UNKNOWN G_MININT64

/**
 * AccordMoneyStyle:
 * @ACCORD_MONEY_PLAIN: `-1234.56`, for files that programs read
 * @ACCORD_MONEY_LEDGER: `−1,234.56`, for columns of figures
 * @ACCORD_MONEY_POUNDS: `£1,234`, rounded to whole pounds, halves away from nought
 * @ACCORD_MONEY_FULL: `£1,234.56`
 * @ACCORD_MONEY_SHORT: `£19.2m`, `£6bn`, `£350k`, `£950`: two decimals where they are exact, else one
 *
 * How a sum is written. All but %ACCORD_MONEY_PLAIN use the true minus sign, U+2212.
 */
typedef enum
{
  ACCORD_MONEY_PLAIN,
  ACCORD_MONEY_LEDGER,
  ACCORD_MONEY_POUNDS,
  ACCORD_MONEY_FULL,
  ACCORD_MONEY_SHORT,
} AccordMoneyStyle;

/**
 * AccordMoneyScan:
 * @ACCORD_MONEY_SCAN_OK: a sum was read
 * @ACCORD_MONEY_SCAN_EMPTY: nothing but white space
 * @ACCORD_MONEY_SCAN_NOT_MONEY: not the shape of a sum
 * @ACCORD_MONEY_SCAN_GROUPS: thousands separators that do not part groups of three
 * @ACCORD_MONEY_SCAN_FRACTION: smaller than a penny
 * @ACCORD_MONEY_SCAN_RANGE: larger than can be kept
 *
 * What accord_money_scan() made of a piece of text.
 */
typedef enum
{
  ACCORD_MONEY_SCAN_OK,
  ACCORD_MONEY_SCAN_EMPTY,
  ACCORD_MONEY_SCAN_NOT_MONEY,
  ACCORD_MONEY_SCAN_GROUPS,
  ACCORD_MONEY_SCAN_FRACTION,
  ACCORD_MONEY_SCAN_RANGE,
} AccordMoneyScan;

AccordMoneyScan accord_money_scan (const char *text, gsize len, gint64 *pence);
gboolean accord_money_parse (const char *text, gint64 *pence, GError **error);
char *accord_money_format (gint64 pence, AccordMoneyStyle style);

gboolean accord_money_add (gint64 a, gint64 b, gint64 *sum);
gboolean accord_money_subtract (gint64 a, gint64 b, gint64 *difference);

G_END_DECLS
