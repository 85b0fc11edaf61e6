/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "partnership/day-steps.h"

#include "alliance-facts.h"
#include "date.h"

static char *
dup_step (const char *day, int months)
{
  char out[ACCORD_DATE_ISO_SIZE];
  int number;

  g_assert_true (accord_date_to_day_number (day, &number));
  g_assert_true (accord_date_from_day_number (accord_day_step_months (number, months), out));
  return g_strdup (out);
}

static void
test_months (void)
{
  static const struct
  {
    const char *day;
    int months;
    const char *expected;
  } steps[] = {
    { "2019-04-01", 1, "2019-05-01" },  { "2019-04-01", -4, "2018-12-01" },
    { "2020-01-31", 1, "2020-02-29" },  { "2019-01-31", 1, "2019-02-28" },
    { "2019-12-15", 1, "2020-01-15" },  { "2019-06-15", 12, "2020-06-15" },
    { "2020-02-29", 12, "2021-02-28" }, { "2019-03-31", -1, "2019-02-28" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *day = dup_step (steps[i].day, steps[i].months);

      g_assert_cmpstr (day, ==, steps[i].expected);
    }
}

/* A step forward goes forward, by a month that is 28 to 31 days long, from any day. */
static void
test_any_month (void)
{
  for (int day = 0; day < 4000; day++)
    {
      g_assert_cmpint (accord_day_step_months (day, 1) - day, >=, 28);
      g_assert_cmpint (accord_day_step_months (day, 1) - day, <=, 31);
      g_assert_cmpint (day - accord_day_step_months (day, -1), >=, 28);
      g_assert_cmpint (day - accord_day_step_months (day, -1), <=, 31);
    }
}

static void
add_day (GPtrArray *days, const char *day, const char *words)
{
  AccordAllianceDay *made = g_new0 (AccordAllianceDay, 1);

  made->day = (char *) day;
  made->words = (char *) words;
  g_ptr_array_add (days, made);
}

static void
test_changes (void)
{
  g_autoptr (GPtrArray) days = g_ptr_array_new_with_free_func (g_free);
  int first, last, now, begin, end;

  g_assert_true (accord_date_to_day_number ("2026-11-22", &now));
  accord_day_range (days, "2026-11-22", &first, &last);
  g_assert_true (first < now && now < last);
  g_assert_cmpint (accord_day_find_change (days, "2026-11-22", -1), ==, -1);

  add_day (days, "2019-04-01", "it began");
  add_day (days, "2030-01-01", "it ends");
  accord_day_range (days, "2026-11-22", &first, &last);
  g_assert_true (accord_date_to_day_number ("2019-04-01", &begin));
  g_assert_true (accord_date_to_day_number ("2030-01-01", &end));
  g_assert_true (first < begin && end < last);
  g_assert_cmpint (accord_day_find_change (days, "2026-11-22", -1), ==, 0);
  g_assert_cmpint (accord_day_find_change (days, "2026-11-22", 1), ==, 1);
  g_assert_cmpint (accord_day_find_change (days, "2019-04-01", -1), ==, -1);
  g_assert_cmpint (accord_day_find_change (days, "2019-04-01", 1), ==, 1);
  g_assert_cmpint (accord_day_find_change (days, "2030-01-01", 1), ==, -1);
  g_assert_cmpstr (accord_day_get_words (days, "2030-01-01"), ==, "it ends");
  g_assert_null (accord_day_get_words (days, "2030-01-02"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/partnership/day-steps/months", test_months);
  g_test_add_func ("/partnership/day-steps/any-month", test_any_month);
  g_test_add_func ("/partnership/day-steps/changes", test_changes);
  return g_test_run ();
}
