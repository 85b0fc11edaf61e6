/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "finding-groups.h"

#include "financial-year.h"

#include <glib/gi18n-lib.h>

/* In the order in which an evaluation tells it: what came of it, what was learnt, what is proposed. */
static const struct
{
  const char *type;
  const char *title;
} sorts[] = {
  { "outcome", N_ ("What was achieved") },
  { "strength", N_ ("Strengths") },
  { "limitation", N_ ("Limitations") },
  { "learning", N_ ("What was learnt") },
  { "next-year", N_ ("Proposed for next year") },
  { "enabling", N_ ("Enabling activity") },
  { "comment", N_ ("Comments") },
};

static void
group_free (gpointer data)
{
  AccordFindingGroup *self = data;

  g_ptr_array_unref (self->findings);
  g_free (self);
}

static gint64
year_of (AccordRecord *finding)
{
  return accord_record_get_int (finding, "year");
}

/* The latest year first; what names none comes last. */
static int
compare_years (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return (one < other) - (one > other);
}

static GArray *
find_years (GPtrArray *findings)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < findings->len; i++)
    {
      gint64 year = year_of (findings->pdata[i]);
      gboolean known = FALSE;

      for (guint j = 0; j < years->len && !known; j++)
        known = g_array_index (years, gint64, j) == year;
      if (!known)
        g_array_append_val (years, year);
    }
  g_array_sort (years, compare_years);
  return years;
}

static gboolean
add_group (GPtrArray *groups, GPtrArray *findings, gint64 year, guint sort, gboolean first_of_year)
{
  AccordFindingGroup *group = g_new0 (AccordFindingGroup, 1);

  group->year = year;
  group->first_of_year = first_of_year;
  group->title = _ (sorts[sort].title);
  group->findings = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < findings->len; i++)
    if (year_of (findings->pdata[i]) == year
        && g_strcmp0 (accord_record_get_text (findings->pdata[i], "type"), sorts[sort].type) == 0)
      g_ptr_array_add (group->findings, g_object_ref (findings->pdata[i]));
  if (group->findings->len > 0)
    g_ptr_array_add (groups, group);
  else
    group_free (group);
  return groups->len > 0 && groups->pdata[groups->len - 1] == group;
}

/**
 * accord_finding_groups:
 * @findings: (element-type AccordRecord): findings of an evaluation
 *
 * Returns: (transfer full) (element-type AccordFindingGroup): the same by year, the latest first, and by
 * sort; none is empty
 */
GPtrArray *
accord_finding_groups (GPtrArray *findings)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);
  g_autoptr (GArray) years = find_years (findings);

  for (guint i = 0; i < years->len; i++)
    {
      gboolean first = years->len > 1;

      for (guint sort = 0; sort < G_N_ELEMENTS (sorts); sort++)
        if (add_group (groups, findings, g_array_index (years, gint64, i), sort, first))
          first = FALSE;
    }
  return groups;
}

/**
 * accord_finding_dup_title:
 * @groups: (element-type AccordFindingGroup): an evaluation
 *
 * Returns: (transfer full): what it is called: with its year, where it is of one
 */
char *
accord_finding_dup_title (GPtrArray *groups)
{
  const AccordFindingGroup *first = groups->len > 0 ? groups->pdata[0] : NULL;
  g_autofree char *year = NULL;

  if (first == NULL || first->first_of_year || first->year == ACCORD_UNKNOWN)
    return g_strdup (_ ("Evaluation"));
  year = accord_financial_year_format (first->year);
  /* Translators: %s is a financial year such as 2016/17. */
  return g_strdup_printf (_ ("Evaluation of %s"), year);
}

/**
 * accord_finding_measures:
 * @benefits: (element-type AccordBenefitStanding): benefits
 * @year: a financial year, or %ACCORD_UNKNOWN
 *
 * Returns: (transfer full) (element-type utf8): for each that was measured in the year, the last value then
 * and the target
 */
GPtrArray *
accord_finding_measures (GPtrArray *benefits, gint64 year)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; year != ACCORD_UNKNOWN && i < benefits->len; i++)
    {
      const AccordBenefitStanding *benefit = benefits->pdata[i];
      const AccordDatedValue *value = accord_benefit_standing_in_year (benefit, (int) year);
      g_autofree char *actual = value != NULL ? accord_benefit_dup_value (benefit, value->text) : NULL;
      g_autofree char *target =
          benefit->target != NULL ? accord_benefit_dup_value (benefit, benefit->target) : NULL;

      if (actual == NULL)
        continue;
      g_ptr_array_add (
          lines, target != NULL ? g_strdup_printf (_ ("%s: %s, target %s"), benefit->measure, actual, target)
                                : g_strdup_printf (_ ("%s: %s"), benefit->measure, actual));
    }
  return lines;
}
