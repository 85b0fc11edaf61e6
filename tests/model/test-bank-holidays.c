/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bank-holidays.h"
#include "date.h"

#include <string.h>

#define FIRST_YEAR 2010
#define LAST_YEAR 2027

static gint
number_of (int year, int month, int day)
{
  g_autofree char *iso = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  gint number;

  g_assert_true (accord_date_to_day_number (iso, &number));
  return number;
}

/* Easter Sunday: the Sunday after the first full moon, by the church's tables, from 21 March on. The moons of
 * the years from 1900 to 2199 fall on the same days, by the golden number of the year. */
static gint
easter (int year)
{
  static const int moons[] = { 45, 34, 23, 42, 31, 49, 39, 28, 47, 36, 25, 44, 33, 22, 41, 30, 48, 38, 27 };
  gint moon = number_of (year, 3, 1) + moons[year % 19] - 1;

  return moon + 7 - (accord_weekday (moon) + 1) % 7;
}

static gint
first_monday (int year, int month)
{
  gint day = number_of (year, month, 1);

  return day + (7 - accord_weekday (day)) % 7;
}

static gint
last_monday (int year, int month)
{
  gint day = number_of (year, month, 31);

  return day - accord_weekday (day);
}

/* A day of the year, or where that is taken or a weekend the next that is neither. */
static void
put (GHashTable *days, gint day)
{
  while (accord_is_weekend (day) || g_hash_table_contains (days, GINT_TO_POINTER (day)))
    day++;
  g_hash_table_add (days, GINT_TO_POINTER (day));
}

static void
add_christmas (GHashTable *days, int year)
{
  gint christmas = number_of (year, 12, 25);

  /* Boxing Day on a Monday stays, and Christmas Day moves beyond it. */
  if (accord_weekday (christmas) == 6)
    put (days, christmas + 1);
  put (days, christmas);
  if (accord_weekday (christmas) != 6)
    put (days, christmas + 1);
}

static void
add_year (GHashTable *days, int year)
{
  gint sunday = easter (year);
  gint may = first_monday (year, 5), spring = last_monday (year, 5);

  put (days, number_of (year, 1, 1));
  put (days, sunday - 2);
  put (days, sunday + 1);
  if (year == 2020)
    may = number_of (2020, 5, 8);
  if (year == 2012)
    spring = number_of (2012, 6, 4);
  if (year == 2022)
    spring = number_of (2022, 6, 2);
  put (days, may);
  put (days, spring);
  put (days, last_monday (year, 8));
  add_christmas (days, year);
}

static GHashTable *
compute (void)
{
  GHashTable *days = g_hash_table_new (NULL, NULL);

  for (int year = FIRST_YEAR; year <= LAST_YEAR; year++)
    add_year (days, year);
  put (days, number_of (2011, 4, 29));
  put (days, number_of (2012, 6, 5));
  put (days, number_of (2022, 6, 3));
  put (days, number_of (2022, 9, 19));
  put (days, number_of (2023, 5, 8));
  return days;
}

static void
test_by_rule (void)
{
  const AccordHolidays *holidays = accord_bank_holidays_get ();
  g_autoptr (GHashTable) days = compute ();
  guint n = 0;
  gint first, last;

  accord_holidays_get_span (holidays, &first, &last);
  g_assert_cmpint (first, ==, number_of (FIRST_YEAR, 1, 1));
  g_assert_cmpint (last, ==, number_of (LAST_YEAR, 12, 31));
  for (gint day = first; day <= last; day++)
    {
      gboolean kept = accord_holidays_get_name (holidays, day) != NULL;
      char iso[ACCORD_DATE_ISO_SIZE];

      accord_date_from_day_number (day, iso);
      if (kept != g_hash_table_contains (days, GINT_TO_POINTER (day)))
        g_error ("%s is %s the edition", iso, kept ? "in" : "not in");
      n += kept;
    }
  g_assert_cmpuint (n, ==, 8 * (LAST_YEAR - FIRST_YEAR + 1) + 5);
}

static void
test_easter_of_some_years (void)
{
  g_assert_cmpint (easter (2012), ==, number_of (2012, 4, 8));
  g_assert_cmpint (easter (2019), ==, number_of (2019, 4, 21));
  g_assert_cmpint (easter (2024), ==, number_of (2024, 3, 31));
}

static void
assert_refused (const char *edition, const char *why)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (accord_bank_holidays_parse (edition, &error));
  g_assert_nonnull (error);
  if (strstr (error->message, why) == NULL)
    g_error ("“%s” does not say “%s”", error->message, why);
}

static void
test_what_is_no_edition (void)
{
  assert_refused ("", "from");
  assert_refused ("from 2010-01-01\n", "until");
  assert_refused ("from yesterday\nuntil 2010-12-31\n", "Line 1");
  assert_refused ("from 2010-01-01\nuntil 2010-12-31\n2010-02-30 No such day\n", "Line 3");
  assert_refused ("from 2010-01-01\nuntil 2010-12-31\n2011-01-03 Beyond\n", "Line 3");
  assert_refused ("from 2010-01-01\nuntil 2010-12-31\n2010-01-01\n", "Line 3");
  assert_refused ("from 2010-01-01\nuntil 2010-12-31\nNew Year\n", "Line 3");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/bank-holidays/by-rule", test_by_rule);
  g_test_add_func ("/model/bank-holidays/easter-of-some-years", test_easter_of_some_years);
  g_test_add_func ("/model/bank-holidays/what-is-no-edition", test_what_is_no_edition);

  return g_test_run ();
}
