/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calendar.h"
#include "ics.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define MODIFIED "2026-11-22T07:48:03Z"

static AccordCalendarEntry
make_entry (AccordCalendarWhat what, const char *day, const char *title)
{
  AccordCalendarEntry entry = { .what = what,
                                .minutes = -1,
                                .title = (char *) title,
                                .kind = "meeting",
                                .id = 1,
                                .uid = (char *) "01M8",
                                .modified = (char *) MODIFIED };

  g_strlcpy (entry.from, day, sizeof entry.from);
  g_strlcpy (entry.until, day, sizeof entry.until);
  return entry;
}

/* What a reader that knows nothing of ours finds in the file. */
static JsonNode *
read_back (GFile *file)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "exchange", "ics.py", NULL);
  const char *argv[] = { "/usr/bin/python3", script, g_file_peek_path (file), NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
      g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error);
  g_autofree char *out = NULL, *err = NULL;
  JsonNode *node;

  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &out, &err, &error));
  if (!g_subprocess_get_successful (process))
    g_error ("%s", err);
  node = json_from_string (out, &error);
  g_assert_no_error (error);
  return node;
}

static JsonNode *
write_and_read (AccordCalendarEntry *entries, guint n, const char *name, guint n_left_out)
{
  g_autoptr (GPtrArray) array = g_ptr_array_new ();
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "accord-test-XXXXXX.ics", NULL);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  JsonNode *node;
  guint left_out = 99;

  g_close (g_mkstemp (path), NULL);
  file = g_file_new_for_path (path);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (array, &entries[i]);
  g_assert_true (accord_ics_write (array, name, file, &left_out, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (left_out, ==, n_left_out);
  node = read_back (file);
  g_assert_cmpint (g_unlink (path), ==, 0);
  return node;
}

static JsonArray *
events_of (JsonNode *node)
{
  return json_object_get_array_member (json_node_get_object (node), "events");
}

static const char *
value_of (JsonNode *node, guint index, const char *name)
{
  return json_object_get_string_member_with_default (json_array_get_object_element (events_of (node), index),
                                                     name, NULL);
}

static void
test_meeting (void)
{
  AccordCalendarEntry entry =
      make_entry (ACCORD_CALENDAR_MEETING, "2017-07-12", "Extraordinary Meeting, Cabinet");
  g_autoptr (JsonNode) node = NULL;

  entry.minutes = 18 * 60;
  entry.hour = (char *) "6.00 pm";
  entry.venue = (char *) "Conference Room 1";
  entry.place = (char *) "Cabinet, A Council";
  entry.standing = ACCORD_CALENDAR_CANCELLED;
  node = write_and_read (&entry, 1, "Accord", 0);
  g_assert_cmpstr (value_of (node, 0, "DTSTART"), ==, "2017-07-12T18:00:00");
  g_assert_null (value_of (node, 0, "DTEND"));
  g_assert_cmpstr (value_of (node, 0, "SUMMARY"), ==, "Extraordinary Meeting, Cabinet");
  g_assert_cmpstr (value_of (node, 0, "LOCATION"), ==, "Conference Room 1");
  g_assert_cmpstr (value_of (node, 0, "DESCRIPTION"), ==, "Cabinet, A Council\ncancelled");
  g_assert_cmpstr (value_of (node, 0, "STATUS"), ==, "CANCELLED");
  g_assert_cmpstr (value_of (node, 0, "UID"), ==, "01M8-meeting@accord");
  g_assert_cmpstr (value_of (node, 0, "DTSTAMP"), ==, "2026-11-22T07:48:03");
}

static void
test_whole_day (void)
{
  AccordCalendarEntry entries[] = { make_entry (ACCORD_CALENDAR_CALL_IN, "2019-12-31", "To go on"),
                                    make_entry (ACCORD_CALENDAR_DECISION, "2018-11-30", "To begin"),
                                    make_entry (ACCORD_CALENDAR_MILESTONE, "2017-03-01", "Full status") };
  g_autoptr (JsonNode) node = NULL;

  entries[1].standing = ACCORD_CALENDAR_NOT_BEFORE;
  entries[1].words = (char *) "Not before 30th Nov 2018";
  entries[2].vague = TRUE;
  node = write_and_read (entries, G_N_ELEMENTS (entries), "Accord", 1);
  g_assert_cmpuint (json_array_get_length (events_of (node)), ==, 2);
  g_assert_cmpstr (value_of (node, 0, "DTSTART"), ==, "2019-12-31");
  g_assert_cmpstr (value_of (node, 0, "DTEND"), ==, "2020-01-01");
  g_assert_cmpstr (value_of (node, 0, "SUMMARY"), ==, "Last day for call-in: To go on");
  g_assert_null (value_of (node, 0, "STATUS"));
  g_assert_cmpstr (value_of (node, 1, "STATUS"), ==, "TENTATIVE");
}

static void
test_nothing (void)
{
  g_autoptr (JsonNode) node = write_and_read (NULL, 0, "Nothing at all", 0);

  g_assert_cmpuint (json_array_get_length (events_of (node)), ==, 0);
}

/* Whatever is in a title comes back, but for what controls a terminal. */
static void
test_round_trip (void)
{
  static const char *const pieces[] = { "a",  "é", "“",   "𝄞", "\\", ";",          ",",
                                        "\n", " ", "\\n", ":", "\"", "END:VEVENT", "\u00a0" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (5545);

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (GString) title = g_string_new ("x");
      g_autoptr (JsonNode) node = NULL;
      AccordCalendarEntry entry;

      for (guint k = 0; k < 10 * i; k++)
        g_string_append (title, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      g_string_append_c (title, 'x');
      entry = make_entry (ACCORD_CALENDAR_MEETING, "2017-07-12", title->str);
      node = write_and_read (&entry, 1, title->str, 0);
      g_assert_cmpstr (value_of (node, 0, "SUMMARY"), ==, title->str);
      g_assert_cmpstr (json_object_get_string_member (json_node_get_object (node), "name"), ==, title->str);
    }
}

static void
test_hostile (void)
{
  AccordCalendarEntry entry =
      make_entry (ACCORD_CALENDAR_MEETING, "9999-12-31", "A\r\nEND:VEVENT\x1b[31m\xff\xfe and \x7f more");
  g_autoptr (JsonNode) node = NULL;

  entry.modified = (char *) "never";
  node = write_and_read (&entry, 1, "A", 0);
  g_assert_cmpuint (json_array_get_length (events_of (node)), ==, 1);
  g_assert_null (strchr (value_of (node, 0, "SUMMARY"), '\x1b'));
  g_assert_null (value_of (node, 0, "DTEND"));
}

static void
test_later_is_higher (void)
{
  AccordCalendarEntry first = make_entry (ACCORD_CALENDAR_MEETING, "2017-07-12", "A meeting");
  AccordCalendarEntry second = first;
  g_autoptr (JsonNode) before = NULL, after = NULL;

  second.modified = (char *) "2026-11-22T07:48:04Z";
  before = write_and_read (&first, 1, "A", 0);
  after = write_and_read (&second, 1, "A", 0);
  g_assert_cmpstr (value_of (before, 0, "UID"), ==, value_of (after, 0, "UID"));
  g_assert_cmpint (
      json_object_get_int_member (json_array_get_object_element (events_of (before), 0), "SEQUENCE"), <,
      json_object_get_int_member (json_array_get_object_element (events_of (after), 0), "SEQUENCE"));
}

static void
test_cannot_write (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at/all.ics");
  g_autoptr (GError) error = NULL;
  guint left_out;

  g_assert_false (accord_ics_write (none, "A", file, &left_out, &error));
  g_assert_nonnull (strstr (error->message, "all.ics"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/ics/meeting", test_meeting);
  g_test_add_func ("/exchange/ics/whole-day", test_whole_day);
  g_test_add_func ("/exchange/ics/nothing", test_nothing);
  g_test_add_func ("/exchange/ics/round-trip", test_round_trip);
  g_test_add_func ("/exchange/ics/hostile", test_hostile);
  g_test_add_func ("/exchange/ics/later-is-higher", test_later_is_higher);
  g_test_add_func ("/exchange/ics/cannot-write", test_cannot_write);

  return g_test_run ();
}
