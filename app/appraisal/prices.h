/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "decimal.h"

G_BEGIN_DECLS

/**
 * ACCORD_NO_YEAR:
 *
 * No year is stated.
 */
#define ACCORD_NO_YEAR G_MININT

/**
 * AccordPriceYears:
 * @ACCORD_PRICES_FINANCIAL: each index is of a financial year, named by the year it begins in
 * @ACCORD_PRICES_CALENDAR: each index is of a calendar year
 *
 * The two must not be mixed: 2013/14 is neither 2013 nor 2014.
 */
typedef enum
{
  ACCORD_PRICES_FINANCIAL,
  ACCORD_PRICES_CALENDAR,
} AccordPriceYears;

/**
 * AccordPriceIndex:
 * @year: the (financial or calendar) year
 * @index: the index, of any base
 */
typedef struct
{
  int year;
  AccordDecimal index;
} AccordPriceIndex;

/**
 * AccordPriceSeries:
 * @name: such as "GDP deflator"
 * @edition: (nullable): of when it is
 * @source: (nullable): where it was published, in words
 * @years: of what kind its years are
 * @indices: (element-type AccordPriceIndex): by year, ascending
 *
 * A series of price indices.
 */
typedef struct
{
  char *name;
  char *edition;
  char *source;
  AccordPriceYears years;
  GArray *indices;
} AccordPriceSeries;

AccordPriceSeries *accord_price_series_new (const char *name, const char *edition, const char *source,
                                            AccordPriceYears years);
void accord_price_series_free (AccordPriceSeries *self);
AccordPriceSeries *accord_price_series_copy (const AccordPriceSeries *self);
void accord_price_series_add (AccordPriceSeries *self, int year, AccordDecimal index);
gboolean accord_price_series_is_sound (const AccordPriceSeries *self);
gboolean accord_price_series_has_years (const AccordPriceSeries *self, int first, int last);
gboolean accord_price_series_lookup (const AccordPriceSeries *self, int year, AccordDecimal *index);
gboolean accord_price_series_ratio (const AccordPriceSeries *self, int from, int to, double *ratio);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPriceSeries, accord_price_series_free)

G_END_DECLS
