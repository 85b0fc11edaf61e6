/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/cumulative-private.h"

#include "charts/axis.h"
#include "charts/words.h"

#include <glib/gi18n-lib.h>

/* When it pays back, discounted and not, or why that cannot be said. */
static char *
dup_payback (const AccordCumulative *self, guint line)
{
  const AccordCbaValue *payback = &self->payback[line];
  g_autofree char *year = NULL;

  if (payback->defined == ACCORD_UNDEFINED_NOTHING_PAID)
    return g_strdup (line == 0 ? _ ("It is never below nought, so that there is nothing to pay back.")
                               : _ ("Discounted, there is nothing to pay back."));
  if (payback->defined != ACCORD_DEFINED)
    return g_strdup (line == 0 ? _ ("It does not pay back within these years.")
                               : _ ("Discounted, it does not pay back within these years."));
  year = accord_axis_dup_year (self->base_year, (guint) payback->value);
  /* Translators: %s is a financial year, or “year 3”. */
  return g_strdup_printf (line == 0 ? _ ("It pays back in %s.") : _ ("Discounted, it pays back in %s."),
                          year);
}

static char *
dup_paybacks (const AccordCumulative *self)
{
  const AccordCbaValue *plain = &self->payback[0], *present = &self->payback[1];
  g_autofree char *first = dup_payback (self, 0), *second = dup_payback (self, 1), *year = NULL;

  if (plain->defined != present->defined || plain->value != present->value)
    return g_strjoin (" ", first, second, NULL);
  if (plain->defined == ACCORD_UNDEFINED_NOTHING_PAID)
    return g_steal_pointer (&first);
  if (plain->defined != ACCORD_DEFINED)
    return g_strdup (_ ("It does not pay back within these years, discounted or not."));
  year = accord_axis_dup_year (self->base_year, (guint) plain->value);
  /* Translators: %s is a financial year, or “year 3”. */
  return g_strdup_printf (_ ("It pays back in %s, discounted or not."), year);
}

static guint
find_lowest (const AccordCumulative *self)
{
  guint lowest = 0;

  for (guint i = 1; i < self->n_years; i++)
    if (self->values[0][i] < self->values[0][lowest])
      lowest = i;
  return lowest;
}

/**
 * accord_cumulative_dup_summary:
 * @self: what a chart shows
 *
 * Returns: (transfer full): the same in sentences
 */
char *
accord_cumulative_dup_summary (const AccordCumulative *self)
{
  guint last = self->n_years - 1, lowest = find_lowest (self);
  g_autofree char *lowest_year = accord_axis_dup_year (self->base_year, lowest);
  g_autofree char *last_year = accord_axis_dup_year (self->base_year, last);
  g_autofree char *least = accord_axis_dup_money (self->values[0][lowest]);
  g_autofree char *end = accord_axis_dup_money (self->values[0][last]);
  g_autofree char *discounted = accord_axis_dup_money (self->values[1][last]);
  g_autofree char *course = NULL;
  g_autofree char *payback = dup_paybacks (self);

  if (self->values[0][lowest] < 0 && lowest < last)
    /* Translators: a sum, a year, a sum, a year, the sum discounted. */
    course = g_strdup_printf (_ ("The position is lowest at %s in %s and comes to %s by the end of %s, "
                                 "discounted to %s."),
                              least, lowest_year, end, last_year, discounted);
  else
    /* Translators: a sum, a year, the sum discounted. */
    course = g_strdup_printf (_ ("The position comes to %s by the end of %s, discounted to %s."), end,
                              last_year, discounted);
  return g_strjoin (" ", course, payback, NULL);
}

/**
 * accord_cumulative_dup_mark:
 * @self: what a chart shows
 * @line: 0 for what is not discounted, 1 for what is
 * @year: a year
 *
 * Returns: (transfer full): the value in words
 */
char *
accord_cumulative_dup_mark (const AccordCumulative *self, guint line, guint year)
{
  g_autofree char *name = accord_axis_dup_year (self->base_year, year);
  g_autofree char *sum = accord_chart_dup_pounds (self->values[line][year]);
  gboolean back = self->payback[line].defined == ACCORD_DEFINED && (guint) self->payback[line].value == year;

  /* Translators: a year, “undiscounted” or “discounted”, a sum, and in the year of payback that it is that.
   */
  return g_strdup_printf (_ ("%s, %s: %s%s"), name, line == 0 ? _ ("undiscounted") : _ ("discounted"), sum,
                          back ? _ (" – pays back") : "");
}

/**
 * accord_cumulative_dup_rows:
 * @self: what a chart shows
 *
 * Returns: (transfer full) (element-type GStrv): a row for each year
 */
GPtrArray *
accord_cumulative_dup_rows (const AccordCumulative *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < self->n_years; i++)
    {
      double net = self->values[0][i] - (i > 0 ? self->values[0][i - 1] : 0);
      double present = self->values[1][i] - (i > 0 ? self->values[1][i - 1] : 0);

      accord_chart_add_row (rows, accord_axis_dup_year (self->base_year, i), accord_chart_dup_pounds (net),
                            accord_chart_dup_pounds (self->values[0][i]), accord_chart_dup_pounds (present),
                            accord_chart_dup_pounds (self->values[1][i]), NULL);
    }
  return rows;
}
