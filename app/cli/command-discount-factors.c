/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>

#include "appraisal-result.h"
#include "appraisal-schedule.h"
#include "cba-numbers.h"
#include "text-table.h"

#define USUAL_YEARS 60

static void
write_json (AccordOutput *output, const AccordSchedule *schedule, const double *factors, guint n_years)
{
  AccordJson json;

  accord_json_init (&json, output);
  accord_json_begin_array (&json);
  for (guint year = 0; year < n_years; year++)
    {
      g_autofree char *rate = accord_decimal_format (accord_schedule_get_rate (schedule, year));

      accord_json_begin_object (&json);
      accord_json_member_int (&json, "year", year);
      accord_json_member_number (&json, "factor", factors[year]);
      accord_json_key (&json, "rate");
      accord_json_raw (&json, rate);
      accord_json_end_object (&json);
    }
  accord_json_end_array (&json);
}

static void
write_text (AccordOutput *output, const AccordSchedule *schedule, const double *factors, guint n_years)
{
  g_autoptr (AccordTable) table = accord_table_new (output);

  accord_table_add_column (table, _ ("Year"), TRUE);
  accord_table_add_column (table, _ ("Rate"), TRUE);
  accord_table_add_column (table, _ ("Factor"), TRUE);
  for (guint year = 0; year < n_years; year++)
    {
      g_autofree char *number = g_strdup_printf ("%u", year);
      g_autofree char *rate =
          accord_rate_format (accord_decimal_to_double (accord_schedule_get_rate (schedule, year)));
      g_autofree char *factor = accord_number_format_places (factors[year], 6);

      accord_table_add_cell (table, number);
      accord_table_add_cell (table, rate);
      accord_table_add_cell (table, factor);
    }
  accord_table_finish (table);
}

/**
 * accord_command_discount_factors:
 * @run: the run
 * @error: return location for an error
 *
 * Lists what a pound of each year is worth in year 0.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_discount_factors (AccordRun *run, GError **error)
{
  const char *name = run->options->schedule != NULL ? run->options->schedule : "standard";
  g_autoptr (AccordSchedule) schedule = NULL;
  g_autofree double *factors = NULL;
  guint64 years = USUAL_YEARS;

  if (run->options->counted != NULL
      && !accord_cli_count (run->options->counted, "years", 0, ACCORD_CBA_MOST_YEARS, &years, error))
    return ACCORD_EXIT_USAGE;
  schedule = accord_cli_find_schedule (NULL, NULL, name, error);
  if (schedule == NULL)
    return ACCORD_EXIT_REJECTED;
  factors = g_new (double, years + 1);
  accord_schedule_fill (schedule, factors, (guint) years + 1);
  if (run->options->json)
    write_json (run->output, schedule, factors, (guint) years + 1);
  else
    write_text (run->output, schedule, factors, (guint) years + 1);
  return ACCORD_EXIT_DONE;
}
