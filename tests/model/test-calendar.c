/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "calendar.h"

#include <string.h>

#define TODAY "2017-07-14"

static gpointer
read_calendar (AccordReader *reader, gpointer data, GError **error)
{
  return accord_calendar_read (reader, TODAY, error);
}

static AccordCalendar *
calendar_of (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  AccordCalendar *calendar = accord_workspace_read (fixture->workspace, read_calendar, NULL, NULL, &error);

  g_assert_no_error (error);
  return calendar;
}

/* Saves a record of a kind with fields and their values, up to a NULL. */
static gint64 G_GNUC_NULL_TERMINATED
add (Fixture *fixture, const char *kind, ...)
{
  g_autoptr (AccordRecord) record = fixture_new (fixture, kind);
  va_list arguments;
  const char *field;

  va_start (arguments, kind);
  while ((field = va_arg (arguments, const char *)) != NULL)
    accord_record_set_text (record, field, va_arg (arguments, const char *));
  va_end (arguments);
  return fixture_save (fixture, record);
}

static void
refer (Fixture *fixture, const char *kind, gint64 id, const char *field, gint64 to)
{
  g_autoptr (AccordRecord) record = fixture_get (fixture, kind, id);

  accord_record_set_int (record, field, to);
  fixture_save (fixture, record);
}

static const AccordCalendarEntry *
find (const AccordCalendar *calendar, AccordCalendarWhat what)
{
  for (guint i = 0; i < calendar->entries->len; i++)
    if (((AccordCalendarEntry *) calendar->entries->pdata[i])->what == what)
      return calendar->entries->pdata[i];
  return NULL;
}

static void
assert_entry (const AccordCalendar *calendar, AccordCalendarWhat what, const char *title, const char *day)
{
  const AccordCalendarEntry *entry = find (calendar, what);

  g_assert_nonnull (entry);
  g_assert_cmpstr (entry->title, ==, title);
  g_assert_cmpstr (entry->from, ==, day);
  g_assert_cmpstr (entry->until, ==, day);
  g_assert_false (entry->vague);
}

static void
test_every_sort (Fixture *fixture, gconstpointer data)
{
  gint64 council = add (fixture, "organisation", "name", "A Council", "type", "council", "call-in-counting",
                        "clear-working-days", NULL);
  gint64 cabinet = add (fixture, "body", "name", "Cabinet", NULL);
  gint64 meeting = add (fixture, "meeting", "name", "Cabinet in July", "date", "2017-07-12", "time",
                        "6.00 pm", "next-meeting", "2017-09-19", NULL);
  gint64 decision = add (fixture, "decision", "title", "To go on", "date", "2017-07-12", "published",
                         "2017-07-12", "effective", "2017-07-20", "call-in", "yes", NULL);
  g_autoptr (AccordRecord) review = NULL;
  g_autoptr (AccordCalendar) calendar = NULL;

  refer (fixture, "organisation", council, "call-in-days", 5);
  refer (fixture, "body", cabinet, "organisation", council);
  refer (fixture, "meeting", meeting, "body", cabinet);
  refer (fixture, "decision", decision, "body", cabinet);
  add (fixture, "decision", "title", "To begin", "due", "2018-11-30", "due-words", "Not before 30th Nov 2018",
       NULL);
  add (fixture, "action", "text", "Report back", "due", "2017-08-01", "state", "open", NULL);
  add (fixture, "milestone", "name", "Launch", "date", "2019-04-01", "date-words", "1 April, 2019", "status",
       "done", NULL);
  add (fixture, "engagement", "name", "Asset review", "type", "consultation", "until", "2017-08-14", NULL);
  review = fixture_new (fixture, "review");
  accord_record_set_text (review, "who", "Viaduct Care");
  accord_record_set_text (review, "due", "2017-09-01");
  accord_record_set_text (review, "state", "asked");
  accord_record_set_int (review, "case", fixture_add_named (fixture, "case", "Enablers"));
  fixture_save (fixture, review);
  calendar = calendar_of (fixture);
  assert_entry (calendar, ACCORD_CALENDAR_REVIEW, "Enablers: Viaduct Care", "2017-09-01");
  assert_entry (calendar, ACCORD_CALENDAR_MEETING, "Cabinet in July", "2017-07-12");
  g_assert_cmpint (find (calendar, ACCORD_CALENDAR_MEETING)->minutes, ==, 18 * 60);
  g_assert_cmpstr (find (calendar, ACCORD_CALENDAR_MEETING)->place, ==, "Cabinet, A Council");
  assert_entry (calendar, ACCORD_CALENDAR_NEXT_MEETING, "Cabinet", "2017-09-19");
  assert_entry (calendar, ACCORD_CALENDAR_DECISION, "To begin", "2018-11-30");
  g_assert_cmpint (find (calendar, ACCORD_CALENDAR_DECISION)->standing, ==, ACCORD_CALENDAR_NOT_BEFORE);
  assert_entry (calendar, ACCORD_CALENDAR_CALL_IN, "To go on", "2017-07-19");
  assert_entry (calendar, ACCORD_CALENDAR_EFFECTIVE, "To go on", "2017-07-20");
  assert_entry (calendar, ACCORD_CALENDAR_ACTION, "Report back", "2017-08-01");
  assert_entry (calendar, ACCORD_CALENDAR_MILESTONE, "Launch", "2019-04-01");
  g_assert_cmpint (find (calendar, ACCORD_CALENDAR_MILESTONE)->standing, ==, ACCORD_CALENDAR_DONE);
  assert_entry (calendar, ACCORD_CALENDAR_CONSULTATION, "Asset review", "2017-08-14");
  g_assert_cmpuint (calendar->entries->len, ==, 9);
  g_assert_cmpuint (calendar->bodies->len, ==, 1);
  g_assert_cmpstr (((AccordCalendarBody *) calendar->bodies->pdata[0])->name, ==, "Cabinet, A Council");
}

/* The month is known, the day is not; a date beside the words does not make it known. */
static void
test_half_known (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordCalendar) calendar = NULL;
  g_autoptr (GPtrArray) march = NULL, april = NULL;
  AccordCalendarFilter filter = { ACCORD_CALENDAR_ALL, 0, "2017-03-01", "2017-03-31" };

  add (fixture, "milestone", "name", "Full status", "date-words", "in Spring 2017", "status", "planned",
       NULL);
  add (fixture, "milestone", "name", "A week", "date", "2017-03-06", "date-words",
       "week commencing 6th March 2017", "status", "planned", NULL);
  add (fixture, "milestone", "name", "Some day", "date-words", "in October", "status", "planned", NULL);
  add (fixture, "milestone", "name", "A day in words", "date-words", "by the 1st April 2017", "status",
       "planned", NULL);
  calendar = calendar_of (fixture);
  g_assert_cmpuint (calendar->n_undated, ==, 1);
  march = accord_calendar_filter (calendar, &filter);
  g_assert_cmpuint (march->len, ==, 2);
  for (guint i = 0; i < march->len; i++)
    g_assert_true (((AccordCalendarEntry *) march->pdata[i])->vague);
  filter.from = "2017-04-01";
  filter.until = "2017-04-30";
  april = accord_calendar_filter (calendar, &filter);
  g_assert_cmpuint (april->len, ==, 2);
  g_assert_cmpstr (((AccordCalendarEntry *) april->pdata[1])->title, ==, "A day in words");
  g_assert_cmpstr (((AccordCalendarEntry *) april->pdata[1])->from, ==, "2017-04-01");
  g_assert_false (((AccordCalendarEntry *) april->pdata[1])->vague);
}

/* A meeting that is on record is not announced as well; one that is called off is not forgotten. */
static void
test_meetings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordCalendar) calendar = NULL;
  gint64 later;

  add (fixture, "meeting", "name", "One", "date", "2017-07-12", "next-meeting", "2017-09-19", NULL);
  later = add (fixture, "meeting", "name", "Two", "date", "2017-09-19", "status", "cancelled", NULL);
  calendar = calendar_of (fixture);
  g_assert_null (find (calendar, ACCORD_CALENDAR_NEXT_MEETING));
  g_assert_cmpuint (calendar->entries->len, ==, 2);
  g_assert_cmpint (((AccordCalendarEntry *) calendar->entries->pdata[1])->standing, ==,
                   ACCORD_CALENDAR_CANCELLED);
  fixture_delete (fixture, "meeting", later);
  g_clear_pointer (&calendar, accord_calendar_free);
  calendar = calendar_of (fixture);
  g_assert_nonnull (find (calendar, ACCORD_CALENDAR_NEXT_MEETING));
}

/* What nobody knows has no day: no rule of the council, or no day of publication. */
static void
test_no_window_without_rule (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordCalendar) calendar = NULL;

  add (fixture, "decision", "title", "To go on", "date", "2017-07-12", "published", "2017-07-12", "call-in",
       "yes", NULL);
  calendar = calendar_of (fixture);
  g_assert_cmpuint (calendar->entries->len, ==, 0);
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  gint64 cabinet = add (fixture, "body", "name", "Cabinet", NULL);
  gint64 meeting = add (fixture, "meeting", "name", "Afternoon", "date", "2017-07-12", "time", "2pm", NULL);
  g_autoptr (AccordCalendar) calendar = NULL;
  g_autoptr (GPtrArray) all = NULL, of_body = NULL, actions = NULL, none = NULL;
  AccordCalendarFilter filter = { ACCORD_CALENDAR_ALL, 0, NULL, NULL };

  refer (fixture, "meeting", meeting, "body", cabinet);
  add (fixture, "meeting", "name", "Morning", "date", "2017-07-12", "time", "10.00 am", NULL);
  add (fixture, "action", "text", "All day", "due", "2017-07-12", "state", "open", NULL);
  calendar = calendar_of (fixture);
  all = accord_calendar_filter (calendar, &filter);
  g_assert_cmpuint (all->len, ==, 3);
  g_assert_cmpstr (((AccordCalendarEntry *) all->pdata[0])->title, ==, "Morning");
  g_assert_cmpstr (((AccordCalendarEntry *) all->pdata[2])->title, ==, "All day");
  g_assert_cmpstr (accord_calendar_find_day (all, "2017-01-01", TRUE), ==, "2017-07-12");
  g_assert_cmpstr (accord_calendar_find_day (all, "2026-01-01", FALSE), ==, "2017-07-12");
  g_assert_null (accord_calendar_find_day (all, "2017-07-12", TRUE));
  filter.body = cabinet;
  of_body = accord_calendar_filter (calendar, &filter);
  g_assert_cmpuint (of_body->len, ==, 1);
  filter.body = 0;
  filter.whats = 1u << ACCORD_CALENDAR_ACTION;
  actions = accord_calendar_filter (calendar, &filter);
  g_assert_cmpuint (actions->len, ==, 1);
  filter.from = "2017-07-13";
  none = accord_calendar_filter (calendar, &filter);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  fixture_add_test ("/model/calendar/every-sort", test_every_sort);
  fixture_add_test ("/model/calendar/half-known", test_half_known);
  fixture_add_test ("/model/calendar/meetings", test_meetings);
  fixture_add_test ("/model/calendar/no-window-without-rule", test_no_window_without_rule);
  fixture_add_test ("/model/calendar/filter", test_filter);

  return g_test_run ();
}
