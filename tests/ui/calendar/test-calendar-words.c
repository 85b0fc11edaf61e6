/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calendar/calendar-month.h"
#include "calendar/calendar-words.h"
#include "date.h"
#include "working-days.h"

#include <string.h>

static void
test_months (void)
{
  static const struct
  {
    const char *from;
    int months;
    const char *to;
  } rows[] = {
    { "2017-07-12", 1, "2017-08-12" },
    { "2017-01-31", 1, "2017-02-28" },
    { "2020-01-31", 1, "2020-02-29" },
    { "2017-12-01", 1, "2018-01-01" },
    { "2017-01-15", -1, "2016-12-15" },
    { "2020-02-29", 12, "2021-02-28" },
    { "2017-07-12", -2400, "1817-07-12" },
    { "9999-12-31", 1, NULL },
    { "1000-01-31", -1, NULL },
    { "9999-11-30", 1, "9999-12-30" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      char out[ACCORD_DATE_ISO_SIZE];

      g_assert_cmpint (accord_calendar_step_months (rows[i].from, rows[i].months, out), ==,
                       rows[i].to != NULL);
      if (rows[i].to != NULL)
        g_assert_cmpstr (out, ==, rows[i].to);
    }
}

/* A month's weeks begin on a Monday, hold all of it and no whole week besides. */
static void
test_weeks (void)
{
  char month[ACCORD_DATE_ISO_SIZE] = "1999-01-15";

  for (guint i = 0; i < 500; i++)
    {
      char first[ACCORD_DATE_ISO_SIZE], last[ACCORD_DATE_ISO_SIZE];
      gint monday, begins, ends;
      guint n = accord_calendar_weeks (month, &monday);

      accord_calendar_month_of (month, first, last);
      accord_date_to_day_number (first, &begins);
      accord_date_to_day_number (last, &ends);
      g_assert_cmpint (accord_weekday (monday), ==, 0);
      g_assert_cmpint (monday, <=, begins);
      g_assert_cmpint (begins - monday, <, 7);
      g_assert_cmpint (ends - monday, <, (gint) n * 7);
      g_assert_cmpint (ends - monday, >=, (gint) (n - 1) * 7);
      g_assert_true (accord_calendar_same_month (first, last));
      g_assert_true (accord_calendar_step_months (month, 1, month));
    }
}

static AccordCalendarEntry
make_entry (void)
{
  AccordCalendarEntry entry = { .what = ACCORD_CALENDAR_MEETING,
                                .minutes = 18 * 60,
                                .hour = (char *) "6.00 pm",
                                .title = (char *) "Cabinet",
                                .place = (char *) "Cabinet, A Council",
                                .kind = "meeting",
                                .id = 1 };

  strcpy (entry.from, "2017-07-12");
  strcpy (entry.until, "2017-07-12");
  return entry;
}

static void
test_entry (void)
{
  AccordCalendarEntry entry = make_entry ();
  g_autofree char *brief = accord_calendar_dup_short (&entry);
  g_autofree char *name = accord_calendar_dup_name (&entry);
  g_autofree char *half_known = NULL, *unread = NULL;

  g_assert_cmpstr (brief, ==, "18:00 Cabinet");
  g_assert_cmpstr (name, ==, "Cabinet, Meeting, 18:00, Cabinet, A Council, Wednesday 12 July 2017");
  entry.standing = ACCORD_CALENDAR_CANCELLED;
  g_assert_true (accord_calendar_is_struck (&entry));
  entry.standing = ACCORD_CALENDAR_NOT_BEFORE;
  entry.what = ACCORD_CALENDAR_DECISION;
  entry.minutes = -1;
  entry.hour = NULL;
  entry.vague = TRUE;
  entry.words = (char *) "not before late 2017";
  half_known = accord_calendar_dup_name (&entry);
  g_assert_cmpstr (half_known, ==,
                   "Cabinet, Decision due, Cabinet, A Council, not before this day, not before late 2017");
  entry = make_entry ();
  entry.minutes = -1;
  entry.hour = (char *) "after the AGM";
  unread = accord_calendar_dup_second (&entry);
  g_assert_cmpstr (unread, ==, "Meeting · after the AGM · Cabinet, A Council");
}

static void
test_filter (void)
{
  AccordCalendarBody body = { 7, (char *) "Cabinet, A Council" };
  g_autoptr (GPtrArray) bodies = g_ptr_array_new ();
  AccordCalendarFilter filter = { ACCORD_CALENDAR_ALL, 0, NULL, NULL };
  g_autofree char *some = NULL, *one = NULL, *none = NULL;

  g_ptr_array_add (bodies, &body);
  g_assert_null (accord_calendar_dup_filter (&filter, bodies));
  filter.body = 7;
  one = accord_calendar_dup_filter (&filter, bodies);
  g_assert_cmpstr (one, ==, "Cabinet, A Council");
  filter.whats = 1u << ACCORD_CALENDAR_MEETING | 1u << ACCORD_CALENDAR_ACTION;
  some = accord_calendar_dup_filter (&filter, bodies);
  g_assert_cmpstr (some, ==, "Meetings, Actions due · Cabinet, A Council");
  filter.whats = 0;
  filter.body = 0;
  none = accord_calendar_dup_filter (&filter, bodies);
  g_assert_cmpstr (none, ==, "Nothing");
}

static void
test_day_name (void)
{
  g_autofree char *plain = accord_calendar_dup_day_name ("2017-07-12", 1, NULL, FALSE);
  g_autofree char *rich = accord_calendar_dup_day_name ("2022-09-19", 0, "State funeral", TRUE);

  g_assert_cmpstr (plain, ==, "Wednesday 12 July 2017, 1 entry");
  g_assert_cmpstr (rich, ==, "Monday 19 September 2022, today, State funeral, no entries");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/calendar-words/months", test_months);
  g_test_add_func ("/ui/calendar-words/weeks", test_weeks);
  g_test_add_func ("/ui/calendar-words/entry", test_entry);
  g_test_add_func ("/ui/calendar-words/filter", test_filter);
  g_test_add_func ("/ui/calendar-words/day-name", test_day_name);

  return g_test_run ();
}
