/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-fixture.h"
#include "read.h"

#include <string.h>

#define COMMITTEE(code, name, expired)                                                                       \
  "<committee><committeeid>" code "</committeeid><committeetitle>" name                                      \
  "</committeetitle><committeedeleted>False</committeedeleted><committeeexpired>" expired                    \
  "</committeeexpired></committee>"
#define MEETING(code, date, status)                                                                          \
  "<meeting><meetingid>" code "</meetingid><meetingdate>" date "</meetingdate><meetingstatus>" status        \
  "</meetingstatus><meetingtime>2.00 pm</meetingtime></meeting>"
#define LIST(meetings)                                                                                       \
  "<?xml version=\"1.0\"?><getmeetings><committee><committeeid>7</committeeid><committeetitle>Joint Board"   \
  "</committeetitle><committeemeetings>" meetings "</committeemeetings></committee></getmeetings>"

static AccordCommitteePage *
read_text (const char *text)
{
  g_autoptr (GBytes) raw = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  const AccordReadOptions options = {
    .address = "https://council.example/mgWebService.asmx/GetMeetings?lCommitteeId=7"
  };
  AccordCommitteePage *page = accord_committee_read (raw, &options, NULL, &error);

  g_assert_no_error (error);
  return page;
}

/* The committees of a list become boards with their numbers; one that no longer meets only if a person says
 * so. */
static void
test_committees (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordCommitteePage) page =
      read_text ("<?xml version=\"1.0\"?><committees><committeescount> 2</committeescount>" COMMITTEE (
          "7", "Joint Board", "False") COMMITTEE ("8", "Old Board", "True") "</committees>");
  g_autoptr (AccordRecord) body = NULL;
  AccordPlanResult result;

  g_assert_cmpint (page->type, ==, ACCORD_PAGE_COMMITTEES);
  plan_import (fixture, page);
  body = plan_only (fixture, "body");
  g_assert_cmpstr (accord_record_get_text (body, "name"), ==, "Joint Board");
  g_assert_cmpstr (accord_record_get_text (body, "committee-code"), ==, "7");
  plan_assert_passages (fixture);
  result = plan_import (fixture, page);
  g_assert_cmpuint (result.added, ==, 0);
  g_assert_cmpuint (result.updated, ==, 0);
}

/* A meeting of a list is found again by its number when its day or its status is another. */
static void
test_meetings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordCommitteePage) page = read_text (LIST (MEETING ("41", "04/06/2019", "Provisional")));
  g_autoptr (AccordCommitteePage) later =
      read_text (LIST (MEETING ("41", "11/06/2019", "Confirmed") MEETING ("42", "18/06/2019", "Cancelled")));
  g_autoptr (AccordRecord) meeting = NULL;
  AccordPlanResult result;

  g_assert_cmpint (page->type, ==, ACCORD_PAGE_MEETINGS);
  plan_import (fixture, page);
  meeting = plan_only (fixture, "meeting");
  g_assert_cmpstr (accord_record_get_text (meeting, "date"), ==, "2019-06-04");
  g_assert_cmpstr (accord_record_get_text (meeting, "status"), ==, "provisional");
  g_assert_cmpint (plan_count (fixture, "body"), ==, 1);
  plan_assert_passages (fixture);
  result = plan_import (fixture, later);
  /* The document, and the meeting. */
  g_assert_cmpuint (result.updated, ==, 2);
  g_clear_object (&meeting);
  meeting = fixture_get (fixture, "meeting", 1);
  g_assert_cmpstr (accord_record_get_text (meeting, "date"), ==, "2019-06-11");
  g_assert_cmpint (plan_count (fixture, "meeting"), ==, 2);
  g_assert_cmpint (plan_count (fixture, "body"), ==, 1);
  result = plan_import (fixture, later);
  g_assert_cmpuint (result.added, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/committee/plan-lists/committees", test_committees);
  fixture_add_test ("/committee/plan-lists/meetings", test_meetings);
  return g_test_run ();
}
