/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/chance-private.h"

#include "cba-numbers.h"
#include "charts/words.h"

#include <glib/gi18n-lib.h>

/* Every twentieth of the draws is a row of the table. */
#define ROW_STEP 5

/**
 * accord_chances_dup_above:
 * @self: what a chart shows
 *
 * Returns: (transfer full): how many of the draws lie above nought, in a few words
 */
char *
accord_chances_dup_above (const AccordChances *self)
{
  g_autofree char *part = accord_chart_dup_percent (self->positive);

  /* Translators: %s is a percentage of all draws. */
  return g_strdup_printf (_ ("%s above £0"), part);
}

/**
 * accord_chances_dup_summary:
 * @self: what a chart shows
 *
 * Returns: (transfer full): the same in sentences
 */
char *
accord_chances_dup_summary (const AccordChances *self)
{
  g_autofree char *part = accord_chart_dup_percent (self->positive);
  g_autofree char *count = accord_number_format (self->n_draws, 0);
  g_autofree char *p10 = accord_axis_dup_money (self->p10);
  g_autofree char *p50 = accord_axis_dup_money (self->p50);
  g_autofree char *p90 = accord_axis_dup_money (self->p90);

  /* Translators: a percentage, how many draws, and three sums of money. */
  return g_strdup_printf (
      ngettext ("NPSV is above nought in %s of %s draw. Half of the draws come to %s or less, a "
                "tenth to %s or less, and a tenth to %s or more.",
                "NPSV is above nought in %s of %s draws. Half of the draws come to %s or less, a "
                "tenth to %s or less, and a tenth to %s or more.",
                self->n_draws),
      part, count, p50, p10, p90);
}

static char *
dup_bin (const AccordChances *self, guint bin)
{
  g_autofree char *from = accord_axis_dup_money (self->bins.from + bin * self->bins.size);
  g_autofree char *to = accord_axis_dup_money (self->bins.from + (bin + 1) * self->bins.size);
  g_autofree char *count = accord_number_format (self->bins.counts[bin], 0);
  g_autofree char *part = accord_chart_dup_percent (self->bins.counts[bin] / (double) self->n_draws);

  /* Translators: two sums, a percentage, a number of draws. */
  return g_strdup_printf (
      ngettext ("%s to %s: %s, %s draw", "%s to %s: %s, %s draws", self->bins.counts[bin]), from, to, part,
      count);
}

/**
 * accord_chances_dup_mark:
 * @self: what a chart shows
 * @column: a bin, or a hundredth of the draws
 *
 * Returns: (transfer full): what is there
 */
char *
accord_chances_dup_mark (const AccordChances *self, guint column)
{
  g_autofree char *sum = NULL;

  if (self->way == ACCORD_CHANCE_DISTRIBUTION)
    return dup_bin (self, column);
  sum = accord_chart_dup_pounds (self->points[column]);
  /* Translators: a whole percentage of all draws, and a sum. */
  return g_strdup_printf (_ ("%u%% of the draws come to %s or less"), column, sum);
}

/**
 * accord_chances_dup_rows:
 * @self: what a chart shows
 *
 * Returns: (transfer full) (element-type GStrv): a row for every twentieth of the draws
 */
GPtrArray *
accord_chances_dup_rows (const AccordChances *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < ACCORD_CHANCE_N_POINTS; i += ROW_STEP)
    accord_chart_add_row (rows, g_strdup_printf (_ ("%u%%"), i), accord_chart_dup_pounds (self->points[i]),
                          NULL);
  return rows;
}
