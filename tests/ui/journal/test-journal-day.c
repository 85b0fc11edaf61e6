/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal/journal-day.h"

static void
test_days (void)
{
  g_autofree char *today = accord_journal_dup_day_words ("2026-11-22", "2026-11-22");
  g_autofree char *yesterday = accord_journal_dup_day_words ("2026-11-21", "2026-11-22");
  g_autofree char *turn_of_year = accord_journal_dup_day_words ("2025-12-31", "2026-01-01");
  g_autofree char *long_ago = accord_journal_dup_day_words ("2019-04-01", "2026-11-22");
  g_autofree char *tomorrow = accord_journal_dup_day_words ("2026-11-23", "2026-11-22");
  g_autofree char *never = accord_journal_dup_day_words ("some day", "2026-11-22");

  g_assert_cmpstr (today, ==, "Today");
  g_assert_cmpstr (yesterday, ==, "Yesterday");
  g_assert_cmpstr (turn_of_year, ==, "Yesterday");
  g_assert_cmpstr (long_ago, ==, "1 Apr 2019");
  /* Clocks differ between machines. */
  g_assert_cmpstr (tomorrow, ==, "23 Nov 2026");
  g_assert_cmpstr (never, ==, "Day not known");
}

static void
test_what_is_no_moment (void)
{
  g_autofree char *day = accord_journal_dup_day ("yesterday");
  g_autofree char *hour = accord_journal_dup_hour ("");

  g_assert_cmpstr (day, ==, "");
  g_assert_cmpstr (hour, ==, "");
}

static void
test_summary (void)
{
  AccordPastChange change = { .at = "2026-11-22T12:34:56Z", .who = "An officer", .n_records = 2516 };
  g_autofree char *many = accord_journal_dup_summary (&change);
  g_autofree char *none = NULL;

  g_assert_true (g_str_has_suffix (many, " · An officer · 2,516 records"));
  change.n_records = 0;
  none = accord_journal_dup_summary (&change);
  g_assert_true (g_str_has_suffix (none, " · An officer"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/journal-day/days", test_days);
  g_test_add_func ("/ui/journal-day/what-is-no-moment", test_what_is_no_moment);
  g_test_add_func ("/ui/journal-day/summary", test_summary);

  return g_test_run ();
}
