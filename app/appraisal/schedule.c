/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "schedule.h"

/**
 * accord_schedule_new:
 * @name: what it is called
 * @edition: (nullable): of when it is
 * @source: (nullable): where it was published, in words
 *
 * Returns: (transfer full): a schedule without a rate, which is not sound until it is given one
 */
AccordSchedule *
accord_schedule_new (const char *name, const char *edition, const char *source)
{
  AccordSchedule *self = g_new0 (AccordSchedule, 1);

  self->name = g_strdup (name);
  self->edition = g_strdup (edition);
  self->source = g_strdup (source);
  self->bands = g_array_new (FALSE, FALSE, sizeof (AccordBand));
  return self;
}

void
accord_schedule_free (AccordSchedule *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->edition);
  g_free (self->source);
  g_array_unref (self->bands);
  g_free (self);
}

AccordSchedule *
accord_schedule_copy (const AccordSchedule *self)
{
  AccordSchedule *copy = accord_schedule_new (self->name, self->edition, self->source);

  g_array_append_vals (copy->bands, self->bands->data, self->bands->len);
  return copy;
}

/**
 * accord_schedule_add:
 * @self: a schedule
 * @first: the first year in which @rate holds, 1 or later
 * @rate: a year, 0.035 for 3.5 %
 *
 * Adds a band behind the others.
 */
void
accord_schedule_add (AccordSchedule *self, guint first, AccordDecimal rate)
{
  const AccordBand band = { first, rate };

  g_array_append_val (self->bands, band);
}

/**
 * accord_schedule_is_sound:
 * @self: a schedule
 *
 * Returns: whether its bands begin at year 1 and follow each other, and every rate is above −100 %
 */
gboolean
accord_schedule_is_sound (const AccordSchedule *self)
{
  const AccordBand *bands = (const AccordBand *) self->bands->data;

  if (self->bands->len == 0 || bands[0].first != 1)
    return FALSE;
  for (guint i = 0; i < self->bands->len; i++)
    if (bands[i].rate <= -ACCORD_DECIMAL_ONE || (i > 0 && bands[i].first <= bands[i - 1].first))
      return FALSE;
  return TRUE;
}

/**
 * accord_schedule_get_rate:
 * @self: a sound schedule
 * @year: counted from 0
 *
 * Returns: the rate of that year; nought for year 0, which is not discounted
 */
AccordDecimal
accord_schedule_get_rate (const AccordSchedule *self, guint year)
{
  const AccordBand *bands = (const AccordBand *) self->bands->data;
  AccordDecimal rate = 0;

  for (guint i = 0; i < self->bands->len && bands[i].first <= year; i++)
    rate = bands[i].rate;
  return rate;
}

/**
 * accord_schedule_fill:
 * @self: a sound schedule
 * @factors: (out) (array length=n_years): discount factors by year, the first of them 1
 * @n_years: how many
 *
 * Works out D(0) = 1, D(t) = D(t − 1) ÷ (1 + r(t)). (HM Treasury, The Green Book.)
 */
void
accord_schedule_fill (const AccordSchedule *self, double *factors, guint n_years)
{
  const AccordBand *bands = (const AccordBand *) self->bands->data;
  const guint n_bands = self->bands->len;
  double factor = 1, growth = 1;
  guint next = 0;

  for (guint year = 0; year < n_years; year++)
    {
      for (; next < n_bands && bands[next].first <= year; next++)
        growth = accord_decimal_to_double (ACCORD_DECIMAL_ONE + bands[next].rate);
      factor /= growth;
      factors[year] = factor;
    }
}

/**
 * accord_schedule_add_up:
 * @self: a sound schedule
 * @factors: (array length=n_years): what accord_schedule_fill() made of it
 * @n_years: how many, at least one
 *
 * Returns: the discount factors of years 1 to @n_years added up
 */
double
accord_schedule_add_up (const AccordSchedule *self, const double *factors, guint n_years)
{
  const AccordDecimal last = accord_schedule_get_rate (self, n_years);
  double sum = 0;

  for (guint year = 1; year < n_years; year++)
    sum += factors[year];
  return sum + factors[n_years - 1] / accord_decimal_to_double (ACCORD_DECIMAL_ONE + last);
}

/**
 * accord_schedule_annuity:
 * @self: a sound schedule
 * @n_years: how many
 *
 * Returns: what a pound at the end of each of @n_years is worth now: the discount factors of years 1 to
 * @n_years added up
 */
double
accord_schedule_annuity (const AccordSchedule *self, guint n_years)
{
  g_autofree double *factors = g_new (double, n_years);

  if (n_years == 0)
    return 0;
  accord_schedule_fill (self, factors, n_years);
  return accord_schedule_add_up (self, factors, n_years);
}
