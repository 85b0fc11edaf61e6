/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cba-words.h"

#include "cba-numbers.h"
#include "financial-year.h"

#include <glib/gi18n-lib.h>

static const char *
find_line (const AccordCba *cba, const AccordCbaFault *fault)
{
  const AccordCbaOption *option;
  const GPtrArray *lines;

  if (fault->option >= cba->options->len || fault->line == ACCORD_CBA_NONE)
    return NULL;
  option = g_ptr_array_index (cba->options, fault->option);
  lines = fault->is_outcome ? option->outcomes : option->costs;
  if (fault->line >= lines->len)
    return NULL;
  return fault->is_outcome ? ((const AccordCbaOutcome *) lines->pdata[fault->line])->name
                           : ((const AccordCbaCost *) lines->pdata[fault->line])->name;
}

/* The kind of years is that of the series, wherever there is one. */
static char *
dup_price_year (const AccordCba *cba, int year)
{
  const AccordPriceSeries *series = cba->series->len > 0 ? g_ptr_array_index (cba->series, 0) : NULL;

  if (year == ACCORD_NO_YEAR || year < 0 || year > 9998)
    return g_strdup (_ ("a year that is not stated"));
  if (series != NULL && series->years == ACCORD_PRICES_CALENDAR)
    return g_strdup_printf ("%04d", year);
  return accord_financial_year_format (year);
}

static const char *
find_name (const GPtrArray *tables, double index)
{
  if (index < 0 || index >= tables->len)
    return "";
  return *(char *const *) g_ptr_array_index (tables, (guint) index);
}

/* What is wrong with the whole of it. */
static char *
dup_whole (const AccordCba *cba, const AccordCbaFault *fault)
{
  switch (fault->code)
    {
    case ACCORD_FAULT_HORIZON:
      return g_strdup_printf (_ ("The years counted must be from 1 to %d."), ACCORD_CBA_MOST_YEARS);
    case ACCORD_FAULT_NO_SCHEDULE:
      return g_strdup (_ ("There is no discount schedule to go by."));
    case ACCORD_FAULT_SCHEDULE:
      return g_strdup_printf (
          _ ("The discount schedule “%s” does not begin with year 1, or its bands are out of "
             "order, or a rate is −100%% or less."),
          find_name (cba->schedules, fault->value));
    case ACCORD_FAULT_SERIES:
      return g_strdup_printf (_ ("The price series “%s” has no years, or one of them twice, or an index that "
                                 "is not above nought."),
                              find_name (cba->series, fault->value));
    case ACCORD_FAULT_TWO_COMPARATORS:
      return g_strdup (_ ("More than one option is what the others are measured against."));
    case ACCORD_FAULT_TOO_MANY:
      return g_strdup_printf (_ ("There are more than %d lines."), ACCORD_CBA_MOST_LINES);
    default:
      return NULL;
    }
}

static char *
dup_of_number (const AccordCba *cba, const AccordCbaFault *fault)
{
  const char *label = accord_cba_field_get_label (fault->field);
  const gboolean counted = fault->field == ACCORD_CBA_FIELD_NEED;
  const gboolean pence = fault->field == ACCORD_CBA_FIELD_WORKSHEET && fault->value < -1;
  g_autofree char *value =
      counted ? accord_number_format (fault->value, 9) : accord_rate_format (fault->value);
  g_autofree char *year = fault->year == ACCORD_NO_YEAR || fault->year < 0
                              ? NULL
                              : accord_cba_year_dup_label (cba, (guint) fault->year);

  switch (fault->code)
    {
    case ACCORD_FAULT_NEGATIVE:
      if (pence)
        return g_strdup_printf (_ ("%s: a cost is below nought."), label);
      return year != NULL ? g_strdup_printf (_ ("%s in %s is below nought: %s."), label, year, value)
                          : g_strdup_printf (_ ("%s is below nought: %s."), label, value);
    case ACCORD_FAULT_OVER_ONE:
      return year != NULL ? g_strdup_printf (_ ("%s in %s is over 100%%: %s."), label, year, value)
                          : g_strdup_printf (_ ("%s is over 100%%: %s."), label, value);
    case ACCORD_FAULT_TOO_LARGE:
      return year != NULL
                 ? g_strdup_printf (_ ("%s in %s: more than can be counted in pennies."), label, year)
                 : g_strdup_printf (_ ("%s: more than can be counted in pennies."), label);
    case ACCORD_FAULT_BEYOND_HORIZON:
      return g_strdup_printf (ngettext ("There is an amount in %s, which is beyond the %u year counted.",
                                        "There is an amount in %s, which is beyond the %u years counted.",
                                        cba->horizon),
                              year != NULL ? year : "", cba->horizon);
    default:
      return NULL;
    }
}

static char *
dup_of_prices (const AccordCba *cba, const AccordCbaFault *fault)
{
  g_autofree char *year = dup_price_year (cba, fault->year);

  if (fault->code == ACCORD_FAULT_NO_SERIES)
    return g_strdup_printf (_ ("It is in prices of %s, and there is no price series to re-base it by."),
                            year);
  return g_strdup_printf (_ ("The price series has no index of %s."), year);
}

static char *
dup_of_line (const AccordCba *cba, const AccordCbaFault *fault)
{
  g_autofree char *value = accord_rate_format (fault->value);

  switch (fault->code)
    {
    case ACCORD_FAULT_NO_INDEX:
    case ACCORD_FAULT_NO_SERIES:
      return dup_of_prices (cba, fault);
    case ACCORD_FAULT_TWO_SAME:
      return g_strdup (_ ("Another line or option is known by the same code."));
    case ACCORD_FAULT_SHARES:
      return g_strdup_printf (_ ("The shares of who gains add up to %s, not to 100%%."), value);
    case ACCORD_FAULT_GRADE:
      return g_strdup_printf (_ ("There is no confidence grade %.0f."), fault->value);
    case ACCORD_FAULT_NO_GRADES:
      return g_strdup_printf (_ ("It has confidence grade %.0f, and there is no table of grades."),
                              fault->value);
    case ACCORD_FAULT_REFERENCE:
      return g_strdup_printf (_ ("%s: it names one that is not there."),
                              accord_cba_field_get_label (fault->field));
    case ACCORD_FAULT_BIAS_CODE:
      return g_strdup (_ ("The mitigation worksheet names works that are not in the optimism-bias table."));
    case ACCORD_FAULT_BIAS_SHARES:
      return g_strdup_printf (
          _ ("The shares of the mitigation worksheet add up to %s: those of works must add "
             "up to 100%%, those of mitigations to no more."),
          value);
    case ACCORD_FAULT_SPREAD:
      return g_strdup (_ ("Uncertainty: the low, most likely and high values are out of order."));
    default:
      return dup_of_number (cba, fault);
    }
}

/**
 * accord_cba_fault_dup_words:
 * @cba: the analysis that was checked
 * @fault: what is wrong with it
 *
 * Returns: (transfer full): a sentence that names the line, where it is of one
 */
char *
accord_cba_fault_dup_words (const AccordCba *cba, const AccordCbaFault *fault)
{
  g_autofree char *what = dup_whole (cba, fault);
  const char *line = find_line (cba, fault);
  const AccordCbaOption *option = NULL;

  if (what == NULL)
    what = dup_of_line (cba, fault);
  if (fault->option < cba->options->len)
    option = g_ptr_array_index (cba->options, fault->option);
  if (line == NULL && option != NULL && fault->code != ACCORD_FAULT_TWO_COMPARATORS)
    line = option->name;
  if (line == NULL)
    return g_steal_pointer (&what);
  /* Translators: the name of a line or an option, and a sentence on what is wrong with it. */
  return g_strdup_printf (_ ("“%s”: %s"), line, what);
}
