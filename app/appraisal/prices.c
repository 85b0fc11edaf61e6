/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "prices.h"

/**
 * accord_price_series_new:
 * @name: what it is called
 * @edition: (nullable): of when it is
 * @source: (nullable): where it was published, in words
 * @years: of what kind its years are
 *
 * Returns: (transfer full): a series without years, which is not sound until it is given one
 */
AccordPriceSeries *
accord_price_series_new (const char *name, const char *edition, const char *source, AccordPriceYears years)
{
  AccordPriceSeries *self = g_new0 (AccordPriceSeries, 1);

  self->name = g_strdup (name);
  self->edition = g_strdup (edition);
  self->source = g_strdup (source);
  self->years = years;
  self->indices = g_array_new (FALSE, FALSE, sizeof (AccordPriceIndex));
  return self;
}

void
accord_price_series_free (AccordPriceSeries *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->edition);
  g_free (self->source);
  g_array_unref (self->indices);
  g_free (self);
}

AccordPriceSeries *
accord_price_series_copy (const AccordPriceSeries *self)
{
  AccordPriceSeries *copy = accord_price_series_new (self->name, self->edition, self->source, self->years);

  g_array_append_vals (copy->indices, self->indices->data, self->indices->len);
  return copy;
}

/* Where @year is, or belongs. */
static guint
find_place (const AccordPriceSeries *self, int year)
{
  const AccordPriceIndex *indices = (const AccordPriceIndex *) self->indices->data;
  guint low = 0, high = self->indices->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (indices[middle].year < year)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * accord_price_series_add:
 * @self: a series
 * @year: a year of the kind of the series
 * @index: its index
 *
 * Puts a year in its place. A year that is there already is there twice then, and the series is not sound.
 */
void
accord_price_series_add (AccordPriceSeries *self, int year, AccordDecimal index)
{
  const AccordPriceIndex added = { year, index };

  g_array_insert_val (self->indices, find_place (self, year), added);
}

/**
 * accord_price_series_is_sound:
 * @self: a series
 *
 * Returns: whether it has years, each once and in order, and every index is above nought
 */
gboolean
accord_price_series_is_sound (const AccordPriceSeries *self)
{
  const AccordPriceIndex *indices = (const AccordPriceIndex *) self->indices->data;

  for (guint i = 0; i < self->indices->len; i++)
    if (indices[i].index <= 0 || (i > 0 && indices[i].year <= indices[i - 1].year))
      return FALSE;
  return self->indices->len > 0;
}

/* Where @year is; where no year is left out, that is known. */
static gboolean
find_year (const AccordPriceSeries *self, int year, guint *place)
{
  const AccordPriceIndex *indices = (const AccordPriceIndex *) self->indices->data;
  const gint64 guess = self->indices->len > 0 ? (gint64) year - indices[0].year : 0;

  if (guess >= 0 && guess < self->indices->len && indices[guess].year == year)
    *place = (guint) guess;
  else
    *place = find_place (self, year);
  return *place < self->indices->len && indices[*place].year == year;
}

/**
 * accord_price_series_has_years:
 * @self: a series
 * @first: a year of the kind of the series
 * @last: a year that is not before it
 *
 * Returns: whether a sound series has both years and all between them
 */
gboolean
accord_price_series_has_years (const AccordPriceSeries *self, int first, int last)
{
  guint from, to;

  return find_year (self, first, &from) && find_year (self, last, &to)
         && (gint64) to - from == (gint64) last - first;
}

/**
 * accord_price_series_lookup:
 * @self: a series
 * @year: a year of the kind of the series
 * @index: (out): its index
 *
 * Returns: %TRUE and @index, or %FALSE where the series does not have @year
 */
gboolean
accord_price_series_lookup (const AccordPriceSeries *self, int year, AccordDecimal *index)
{
  guint place;

  if (!find_year (self, year, &place))
    return FALSE;
  *index = g_array_index (self->indices, AccordPriceIndex, place).index;
  return TRUE;
}

/**
 * accord_price_series_ratio:
 * @self: a sound series
 * @from: the year whose prices a sum is in
 * @to: the year in whose prices it is wanted
 * @ratio: (out): what the sum is multiplied by: the index of @to ÷ the index of @from
 *
 * Returns: %TRUE and @ratio, or %FALSE where the series does not have both years
 */
gboolean
accord_price_series_ratio (const AccordPriceSeries *self, int from, int to, double *ratio)
{
  AccordDecimal index_from, index_to;

  if (!accord_price_series_lookup (self, from, &index_from)
      || !accord_price_series_lookup (self, to, &index_to))
    return FALSE;
  *ratio = (double) index_to / (double) index_from;
  return TRUE;
}
