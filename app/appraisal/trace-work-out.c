/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trace-private.h"

/* Multiplied year by year, as the engine does. */
static double
to_power (double value, double n)
{
  double power = 1;

  for (guint i = 0; i < (guint) n; i++)
    power *= value;
  return power;
}

/* The factors of the years that the bands from child @first on were used: the last of them, and their sum. */
static void
discount (GPtrArray *bands, guint first, double *factor, double *sum)
{
  *factor = 1;
  *sum = 0;
  for (guint i = first; i < bands->len; i++)
    {
      AccordTrace *band = g_ptr_array_index (bands, i);
      const AccordTrace *years = g_ptr_array_index (accord_trace_get_children (band), 0);

      for (guint year = 0; year < (guint) years->value; year++)
        {
          *factor /= 1 + band->value;
          *sum += *factor;
        }
    }
}

/* The sums by year: each child is the sum of what its own children are, which are one more than those of the
 * child before. */
static double *
add_by_year (GPtrArray *children)
{
  double *sums = g_new (double, children->len + 1);
  double sum = 0;

  for (guint i = 0; i < children->len; i++)
    {
      AccordTrace *child = g_ptr_array_index (children, i);
      const gboolean made = child->children == NULL;
      GPtrArray *years = accord_trace_get_children (child);

      sum += accord_trace_work_out (g_ptr_array_index (years, years->len - 1));
      sums[i] = sum;
      if (made)
        g_clear_pointer (&child->children, g_ptr_array_unref);
    }
  return sums;
}

static gboolean
is_below_nought (double pence)
{
  return pence < 0 && accord_cba_pence (pence) < 0;
}

static double
find_first_year (GPtrArray *children)
{
  g_autofree double *sums = add_by_year (children);
  guint after = children->len;

  while (after > 0 && !is_below_nought (sums[after - 1]))
    after--;
  return after;
}

static double
find_lowest (GPtrArray *children)
{
  g_autofree double *sums = add_by_year (children);
  double lowest = 0;

  for (guint i = 0; i < children->len; i++)
    lowest = MIN (lowest, sums[i]);
  return is_below_nought (lowest) ? lowest : 0;
}

static double
combine (const AccordTrace *self, GPtrArray *children)
{
  const double first = children->len > 0 ? accord_trace_work_out (g_ptr_array_index (children, 0)) : 0;
  double value = first;

  for (guint i = 1; i < children->len; i++)
    {
      const double next = accord_trace_work_out (g_ptr_array_index (children, i));

      if (self->rule == ACCORD_RULE_SUM)
        value += next;
      else if (self->rule == ACCORD_RULE_DIFFERENCE)
        value -= next;
      else if (self->rule == ACCORD_RULE_PRODUCT)
        value *= next;
      else if (self->rule == ACCORD_RULE_QUOTIENT)
        value /= next;
      else if (self->rule == ACCORD_RULE_POWER)
        value = to_power (value, next);
      else
        value = MAX (value, next);
    }
  if (self->rule == ACCORD_RULE_COMPLEMENT)
    return 1 - value;
  return self->rule == ACCORD_RULE_UPLIFT ? 1 + value : value;
}

static double
work_out (const AccordTrace *self, GPtrArray *children)
{
  double factor, sum;

  switch (self->rule)
    {
    case ACCORD_RULE_FACTOR:
      discount (children, 0, &factor, &sum);
      return factor;
    case ACCORD_RULE_ANNUITY:
      discount (children, 1, &factor, &sum);
      return sum;
    case ACCORD_RULE_FIRST_YEAR:
      return find_first_year (children);
    case ACCORD_RULE_LOWEST:
      return find_lowest (children);
    default:
      return combine (self, children);
    }
}

/**
 * accord_trace_work_out:
 * @self: a value
 *
 * Works the value out again from nothing but the typed numbers under it. What had to be made for that is let
 * go again, so that a very large trace takes little memory.
 *
 * Returns: the value; nought where it is no number
 */
double
accord_trace_work_out (AccordTrace *self)
{
  const gboolean made = self->children == NULL;
  GPtrArray *children;
  double value;

  if (self->rule == ACCORD_RULE_TYPED)
    return self->value;
  if (self->defined != ACCORD_DEFINED)
    return 0;
  children = accord_trace_get_children (self);
  value = children != NULL ? work_out (self, children) : 0;
  if (made && self->recipe != NULL)
    g_clear_pointer (&self->children, g_ptr_array_unref);
  return value;
}
