/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "risk-model.h"

#include <math.h>
#include <string.h>

/* The variance of a sum of lines is, exactly, what worth × worth × covariance comes to over every line with
 * every line: of each pair once for the one and once for the other, which is the part that each has of it. */

/* worth × with^k × the k-th term of the curve, added up over the lines of each group. */
static double *
add_up_terms (const AccordRiskModel *self, const double *terms)
{
  double *sums = g_new0 (double, (gsize) self->groups->len *ACCORD_CURVE_TERMS + 1);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const AccordRiskLine *line = &g_array_index (self->lines, AccordRiskLine, i);
      double power = line->worth * line->with;

      for (guint k = 0; line->group != ACCORD_CBA_NONE && k < ACCORD_CURVE_TERMS; k++)
        {
          sums[line->group * ACCORD_CURVE_TERMS + k] += power * terms[(gsize) i * ACCORD_CURVE_TERMS + k];
          power *= line->with;
        }
    }
  return sums;
}

/* The line's own variance, and its covariances with the others of its group. */
static double
variance_of (const AccordRiskLine *line, const double *terms, const double *sums)
{
  double variance = line->worth * line->worth * line->curve.variance;
  double power = line->worth * line->with;

  if (line->group == ACCORD_CBA_NONE)
    return variance;
  sums += line->group * ACCORD_CURVE_TERMS;
  for (guint k = 0; k < ACCORD_CURVE_TERMS; k++)
    {
      const double own = power * terms[k];

      variance += own * (sums[k] - own);
      power *= line->with;
    }
  return variance;
}

static int
compare_contributions (gconstpointer a, gconstpointer b)
{
  const AccordContribution *one = a, *other = b;

  if (one->share != other->share)
    return one->share > other->share ? -1 : 1;
  if (one->option != other->option)
    return one->option < other->option ? -1 : 1;
  if (one->is_outcome != other->is_outcome)
    return one->is_outcome ? 1 : -1;
  return one->line < other->line ? -1 : one->line > other->line;
}

/**
 * accord_risk_model_contribute:
 * @self: a prepared model
 * @variance: (out): of NPSV
 *
 * Returns: (transfer full) (element-type AccordContribution): what each line contributes to it, greatest
 * first; empty where there is no variance
 */
GArray *
accord_risk_model_contribute (const AccordRiskModel *self, double *variance)
{
  GArray *contributions = g_array_new (FALSE, FALSE, sizeof (AccordContribution));
  g_autofree double *terms = g_new0 (double, (gsize) self->lines->len *ACCORD_CURVE_TERMS + 1);
  g_autofree double *sums = NULL;
  g_autoptr (AccordHermite) hermite = self->groups->len > 0 ? accord_hermite_new () : NULL;

  for (guint i = 0; i < self->lines->len; i++)
    if (g_array_index (self->lines, AccordRiskLine, i).group != ACCORD_CBA_NONE)
      accord_curve_expand (&g_array_index (self->lines, AccordRiskLine, i).curve, hermite,
                           terms + (gsize) i * ACCORD_CURVE_TERMS);
  sums = add_up_terms (self, terms);
  *variance = 0;
  for (guint i = 0; i < self->lines->len; i++)
    {
      const AccordRiskLine *line = &g_array_index (self->lines, AccordRiskLine, i);
      const AccordContribution contribution = { line->option, line->is_outcome, line->line,
                                                variance_of (line, terms + (gsize) i * ACCORD_CURVE_TERMS,
                                                             sums) };

      *variance += contribution.share;
      g_array_append_val (contributions, contribution);
    }
  if (!(*variance > 0))
    g_array_set_size (contributions, 0);
  for (guint i = 0; i < contributions->len; i++)
    g_array_index (contributions, AccordContribution, i).share /= *variance;
  g_array_sort (contributions, compare_contributions);
  return contributions;
}
