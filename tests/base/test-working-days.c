/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "date.h"
#include "day-words.h"
#include "working-days.h"

#define FIRST 15000
#define LAST 18000

static AccordHolidays *
make_holidays (GRand *rand)
{
  AccordHolidays *holidays = accord_holidays_new (FIRST, LAST);

  for (guint i = 0; i < 200; i++)
    accord_holidays_add (holidays, g_rand_int_range (rand, FIRST, LAST + 1), "A holiday");
  return holidays;
}

/* A calendar of GLib's own says which days are weekends. */
static gboolean
works (const AccordHolidays *holidays, gint day)
{
  g_autoptr (GDate) date = g_date_new_dmy (1, 1, 1970);

  g_date_add_days (date, (guint) day);
  return g_date_get_weekday (date) < G_DATE_SATURDAY && accord_holidays_get_name (holidays, day) == NULL;
}

/* The n-th working day after a day is a working day, and counting back there are n of them. */
static void
test_counted_one_by_one (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20170712);
  g_autoptr (AccordHolidays) holidays = make_holidays (rand);

  for (guint i = 0; i < 4000; i++)
    {
      gint day = g_rand_int_range (rand, FIRST, LAST + 1), then = G_MAXINT;
      guint n = (guint) g_rand_int_range (rand, 1, 40), counted = 0;
      gboolean known = accord_working_days_after (holidays, day, n, &then);
      gint end = known ? then : LAST;

      for (gint one = day + 1; one <= end; one++)
        counted += works (holidays, one);
      if (known)
        {
          g_assert_cmpuint (counted, ==, n);
          g_assert_true (works (holidays, then));
        }
      else
        g_assert_cmpuint (counted, <, n);
    }
}

static void
test_beyond_what_is_known (void)
{
  g_autoptr (AccordHolidays) holidays = accord_holidays_new (FIRST, LAST);
  gint then;

  g_assert_false (accord_working_days_after (holidays, FIRST - 1, 1, &then));
  g_assert_false (accord_working_days_after (holidays, LAST, 1, &then));
  g_assert_true (accord_working_days_after (holidays, FIRST, 1, &then));
}

static void
test_clear_days (void)
{
  g_assert_cmpint (accord_clear_days (100, 129), ==, 28);
  g_assert_cmpint (accord_clear_days (100, 128), ==, 27);
  g_assert_cmpint (accord_clear_days (100, 101), ==, 0);
  g_assert_cmpint (accord_clear_days (100, 100), ==, 0);
  g_assert_cmpint (accord_clear_days (100, 90), ==, 0);
}

static void
test_weekdays (void)
{
  for (gint day = -1000; day < 30000; day += 13)
    {
      g_autoptr (GDate) date = g_date_new_julian ((guint32) (day + 719163));

      g_assert_cmpint (accord_weekday (day), ==, (gint) g_date_get_weekday (date) - 1);
    }
}

static void
test_words (void)
{
  g_autofree char *full = accord_date_dup_in_full ("2017-07-12");
  g_autofree char *brief = accord_date_dup_with_weekday ("2020-05-08");
  g_autofree char *month = accord_month_dup_label ("2026-01-31");
  g_autofree char *none = accord_date_dup_with_weekday ("some day");

  g_assert_cmpstr (full, ==, "Wednesday 12 July 2017");
  g_assert_cmpstr (brief, ==, "Fri 8 May 2020");
  g_assert_cmpstr (month, ==, "January 2026");
  g_assert_cmpstr (none, ==, "some day");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/working-days/counted-one-by-one", test_counted_one_by_one);
  g_test_add_func ("/base/working-days/beyond-what-is-known", test_beyond_what_is_known);
  g_test_add_func ("/base/working-days/clear-days", test_clear_days);
  g_test_add_func ("/base/working-days/weekdays", test_weekdays);
  g_test_add_func ("/base/working-days/words", test_words);

  return g_test_run ();
}
