/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "date.h"
#include "error.h"
#include "financial-year.h"

#include <string.h>

static void
test_round_trip (void)
{
  for (int year = 1000; year <= 9998; year++)
    {
      g_autofree char *text = accord_financial_year_format (year);
      g_autofree char *start = accord_financial_year_start (year);
      g_autofree char *end = accord_financial_year_end (year);
      int back;

      g_assert_true (accord_financial_year_parse (text, &back, NULL));
      g_assert_cmpint (back, ==, year);
      g_assert_true (accord_date_is_iso (start));
      g_assert_true (accord_date_is_iso (end));
      g_assert_cmpint (accord_financial_year_of_iso (start), ==, year);
      g_assert_cmpint (accord_financial_year_of_iso (end), ==, year);
    }
}

/* Every day belongs to the year between whose first and last day it lies. */
static void
test_every_day (void)
{
  gint first, last;

  g_assert_true (accord_date_to_day_number ("1990-01-01", &first));
  g_assert_true (accord_date_to_day_number ("2040-12-31", &last));
  for (gint i = first; i <= last; i++)
    {
      char iso[ACCORD_DATE_ISO_SIZE];
      g_autofree char *start = NULL;
      g_autofree char *end = NULL;

      g_assert_true (accord_date_from_day_number (i, iso));
      start = accord_financial_year_start (accord_financial_year_of_iso (iso));
      end = accord_financial_year_end (accord_financial_year_of_iso (iso));
      g_assert_cmpstr (start, <=, iso);
      g_assert_cmpstr (iso, <=, end);
    }
  g_assert_cmpint (accord_financial_year_of_iso ("soon"), ==, 0);
  g_assert_cmpint (accord_financial_year_of_iso (NULL), ==, 0);
}

static void
test_shapes (void)
{
  static const struct
  {
    const char *text;
    int year;
  } cases[] = { { "2019/20", 2019 },   { "2019-20", 2019 }, { "2019/2020", 2019 }, { "2019–20", 2019 },
                { " 2019/20 ", 2019 }, { "2019", 2019 },    { "1999/00", 1999 },   { "1999/2000", 1999 } };
  static const char *const wrong[] = { "",           "19/20",    "2019/21",  "2019/19",  "2019/",
                                       "2019/2",     "2019/202", "2019/20x", "20191/92", "2020/2019",
                                       "2019 to 20", "999/00",   "2019//20" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      int year = 0;

      g_assert_true (accord_financial_year_parse (cases[i].text, &year, &error));
      g_assert_no_error (error);
      g_assert_cmpint (year, ==, cases[i].year);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      int year = 7;

      g_assert_false (accord_financial_year_parse (wrong[i], &year, &error));
      g_assert_error (error, ACCORD_BASE_ERROR, ACCORD_BASE_ERROR_YEAR);
      g_assert_cmpint (year, ==, 7);
      g_assert_nonnull (strstr (error->message, wrong[i]));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/financial-year/round-trip", test_round_trip);
  g_test_add_func ("/financial-year/every-day", test_every_day);
  g_test_add_func ("/financial-year/shapes", test_shapes);
  return g_test_run ();
}
