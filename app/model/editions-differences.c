/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "editions.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "appraisal-lines.h"
#include "unit-costs.h"

/* So many lines of each sort are told one by one. */
#define MOST_TOLD 200

/**
 * accord_decimal_dup_percent:
 * @part: a part of one
 * @places: how many decimal places at least
 *
 * Returns: (transfer full): it as people write it: "3.50 %"
 */
char *
accord_decimal_dup_percent (AccordDecimal part, guint places)
{
  const guint64 size = (guint64) ABS (part);
  GString *text = g_string_new (part < 0 ? "−" : NULL);
  guint kept = 7;

  g_string_append_printf (text, "%" G_GUINT64_FORMAT ".%07" G_GUINT64_FORMAT, size / 10000000,
                          size % 10000000);
  for (; kept > places && text->str[text->len - 1] == '0'; kept--)
    g_string_truncate (text, text->len - 1);
  if (kept == 0)
    g_string_truncate (text, text->len - 1);
  g_string_append (text, "\xc2\xa0%");
  return g_string_free (text, FALSE);
}

static void tell (GPtrArray *differences, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
tell (GPtrArray *differences, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (differences, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  const guint one = *(const guint *) a, other = *(const guint *) b;

  return (one > other) - (one < other);
}

static void
compare_schedules (const AccordSchedule *used, const AccordSchedule *newer, GPtrArray *differences)
{
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (guint));
  guint told = 0;

  for (guint i = 0; i < used->bands->len; i++)
    g_array_append_val (years, g_array_index (used->bands, AccordBand, i).first);
  for (guint i = 0; i < newer->bands->len; i++)
    g_array_append_val (years, g_array_index (newer->bands, AccordBand, i).first);
  g_array_sort (years, compare_years);
  for (guint i = 0; i < years->len; i++)
    {
      const guint year = g_array_index (years, guint, i);
      const AccordDecimal before = accord_schedule_get_rate (used, year),
                          after = accord_schedule_get_rate (newer, year);
      g_autofree char *old = accord_decimal_dup_percent (before, 2),
                      *rate = accord_decimal_dup_percent (after, 2);

      if (before != after && year != told)
        tell (differences, _ ("Rate from year %u: %s to %s"), year, old, rate);
      told = year;
    }
}

/* How prices change from the year before by a series; NAN where it does not have both years. */
static double
find_growth (const AccordPriceSeries *series, int year)
{
  double ratio;

  return accord_price_series_ratio (series, year - 1, year, &ratio) ? ratio - 1 : NAN;
}

static void
compare_growth (const AccordPriceSeries *used, const AccordPriceSeries *newer, GPtrArray *differences)
{
  guint n = 0;

  for (guint i = 0; i < newer->indices->len; i++)
    {
      const int year = g_array_index (newer->indices, AccordPriceIndex, i).year;
      const double before = find_growth (used, year), after = find_growth (newer, year);
      g_autofree char *name = accord_price_year_format (newer->years, year);

      if (isnan (before) || isnan (after) || fabs (before - after) < 0.00005)
        continue;
      if (n++ < MOST_TOLD)
        tell (differences, _ ("Change of prices to %s: %.2f\xc2\xa0%% to %.2f\xc2\xa0%%"), name, 100 * before,
              100 * after);
    }
}

static void
compare_spans (const AccordPriceSeries *used, const AccordPriceSeries *newer, GPtrArray *differences)
{
  const AccordPriceIndex *old = (const AccordPriceIndex *) used->indices->data;
  const AccordPriceIndex *later = (const AccordPriceIndex *) newer->indices->data;
  g_autofree char *old_first = accord_price_year_format (used->years, old[0].year);
  g_autofree char *old_last = accord_price_year_format (used->years, old[used->indices->len - 1].year);
  g_autofree char *first = accord_price_year_format (newer->years, later[0].year);
  g_autofree char *last = accord_price_year_format (newer->years, later[newer->indices->len - 1].year);

  if (!g_str_equal (old_first, first))
    tell (differences, _ ("First year: %s to %s"), old_first, first);
  if (!g_str_equal (old_last, last))
    tell (differences, _ ("Last year: %s to %s"), old_last, last);
}

static gboolean
is_same_series (const AccordPriceSeries *used, const AccordPriceSeries *newer)
{
  if (used->years != newer->years || used->indices->len != newer->indices->len)
    return FALSE;
  for (guint i = 0; i < used->indices->len; i++)
    {
      const AccordPriceIndex *a = &g_array_index (used->indices, AccordPriceIndex, i);
      const AccordPriceIndex *b = &g_array_index (newer->indices, AccordPriceIndex, i);

      if (a->year != b->year || a->index != b->index)
        return FALSE;
    }
  return TRUE;
}

static void
compare_series (const AccordPriceSeries *used, const AccordPriceSeries *newer, GPtrArray *differences)
{
  if (is_same_series (used, newer))
    return;
  if (used->years != newer->years)
    {
      tell (differences, _ ("The years of one are financial years and those of the other calendar years."));
      return;
    }
  compare_spans (used, newer, differences);
  compare_growth (used, newer, differences);
  if (differences->len == 0)
    tell (differences, _ ("The indices differ; the changes of prices are the same to two places."));
}

static void
compare_bound (const AccordBiasType *type, const char *bound, AccordDecimal before, AccordDecimal after,
               GPtrArray *differences)
{
  g_autofree char *old = before != ACCORD_DECIMAL_UNKNOWN ? accord_decimal_dup_percent (before, 0)
                                                          : g_strdup (_ ("not applicable"));
  g_autofree char *value = after != ACCORD_DECIMAL_UNKNOWN ? accord_decimal_dup_percent (after, 0)
                                                           : g_strdup (_ ("not applicable"));

  if (before != after)
    /* Translators: works, which bound of theirs, its old value and its new one. */
    tell (differences, _ ("%s, %s: %s to %s"), type->name, bound, old, value);
}

static void
compare_bias (const AccordBiasTable *used, const AccordBiasTable *newer, GPtrArray *differences)
{
  for (guint i = 0; i < newer->types->len; i++)
    {
      const AccordBiasType *type = g_ptr_array_index (newer->types, i);
      const AccordBiasType *before = accord_bias_table_find (used, type->code);

      if (before == NULL)
        {
          tell (differences, _ ("New works: %s"), type->name);
          continue;
        }
      compare_bound (type, _ ("upper bound on costs"), before->capital_upper, type->capital_upper,
                     differences);
      compare_bound (type, _ ("lower bound on costs"), before->capital_lower, type->capital_lower,
                     differences);
      compare_bound (type, _ ("upper bound on duration"), before->duration_upper, type->duration_upper,
                     differences);
      compare_bound (type, _ ("lower bound on duration"), before->duration_lower, type->duration_lower,
                     differences);
      if (before->operating != type->operating)
        tell (differences,
              type->operating ? _ ("%s: of operating instead of capital costs")
                              : _ ("%s: of capital instead of operating costs"),
              type->name);
    }
  for (guint i = 0; i < used->types->len; i++)
    {
      const AccordBiasType *type = g_ptr_array_index (used->types, i);

      if (accord_bias_table_find (newer, type->code) == NULL)
        tell (differences, _ ("Works that are gone: %s"), type->name);
    }
}

static void
compare_grades (const AccordGradeTable *used, const AccordGradeTable *newer, GPtrArray *differences)
{
  const guint most = MAX (used->corrections->len, newer->corrections->len);

  for (guint i = 0; i < most; i++)
    {
      const gboolean was = i < used->corrections->len, is = i < newer->corrections->len;
      const AccordDecimal before = was ? g_array_index (used->corrections, AccordDecimal, i) : 0;
      const AccordDecimal after = is ? g_array_index (newer->corrections, AccordDecimal, i) : 0;
      g_autofree char *old = accord_decimal_dup_percent (before, 0),
                      *value = accord_decimal_dup_percent (after, 0);

      if (was && is && before != after)
        tell (differences, _ ("Grade %u: %s to %s"), i + 1, old, value);
      else if (!was)
        tell (differences, _ ("New: grade %u, %s"), i + 1, value);
      else if (!is)
        tell (differences, _ ("Gone: grade %u"), i + 1);
    }
}

static void
compare_lines (GPtrArray *used, GPtrArray *newer, GPtrArray *differences)
{
  g_autoptr (GPtrArray) changes = accord_unit_costs_compare (used, newer);

  for (guint i = 0; i < changes->len; i++)
    g_ptr_array_add (differences, accord_unit_cost_change_dup_sentence (changes->pdata[i]));
}

#define COMPARE(Type, read, compare)                                                                         \
  {                                                                                                          \
    g_autoptr (Type) a = read (used, error);                                                                 \
    g_autoptr (Type) b = a != NULL ? read (newer, error) : NULL;                                             \
                                                                                                             \
    if (b == NULL)                                                                                           \
      return NULL;                                                                                           \
    compare (a, b, differences);                                                                             \
  }

/**
 * accord_editions_compare_content:
 * @used: an edition
 * @used_lines: (nullable) (element-type AccordRecord): its unit costs, where it is one of those
 * @newer: another one of the same sort
 * @newer_lines: (nullable) (element-type AccordRecord): its unit costs
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type utf8): what @newer says otherwise, a sentence each; none
 * where their figures are the same; %NULL where one of them cannot be used
 */
GPtrArray *
accord_editions_compare_content (AccordRecord *used, GPtrArray *used_lines, AccordRecord *newer,
                                 GPtrArray *newer_lines, GError **error)
{
  g_autoptr (GPtrArray) differences = g_ptr_array_new_with_free_func (g_free);
  const char *sort = accord_record_get_text (used, "sort");

  if (g_strcmp0 (sort, "schedule") == 0)
    COMPARE (AccordSchedule, accord_edition_get_schedule, compare_schedules)
  else if (g_strcmp0 (sort, "deflator") == 0)
    COMPARE (AccordPriceSeries, accord_edition_get_series, compare_series)
  else if (g_strcmp0 (sort, "bias") == 0)
    COMPARE (AccordBiasTable, accord_edition_get_bias, compare_bias)
  else if (g_strcmp0 (sort, "grades") == 0)
    COMPARE (AccordGradeTable, accord_edition_get_grades, compare_grades)
  else if (used_lines != NULL && newer_lines != NULL)
    compare_lines (used_lines, newer_lines, differences);
  return g_steal_pointer (&differences);
}
