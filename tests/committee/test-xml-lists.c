/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "committee-error.h"
#include "shared.h"
#include "site-list.h"

#include <string.h>

static GBytes *
bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

#define COMMITTEES                                                                                           \
  "<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n"                                                           \
  "<committees>\r\n  <committeescount> 2</committeescount>\r\n"                                              \
  "  <committee>\r\n    <committeeid>41</committeeid>\r\n"                                                   \
  "    <committeetitle>Children&amp;#39;s &amp;amp; Adults&amp;#39;  Board</committeetitle>\r\n"             \
  "    <committeedeleted>False</committeedeleted>\r\n    <committeeexpired>True</committeeexpired>\r\n"      \
  "    <committeecategory>\r\n    </committeecategory>\r\n  </committee>\r\n"                                \
  "  <committee><committeeid>\r\n</committeeid><committeetitle>No number</committeetitle></committee>\r\n"   \
  "</committees>\r\n"

static void
test_committees (void)
{
  g_autoptr (GBytes) raw = bytes (COMMITTEES);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) committees = accord_xml_reader_read_committees (raw, &error);
  const AccordSiteCommittee *committee;

  g_assert_no_error (error);
  g_assert_cmpuint (committees->len, ==, 1);
  committee = committees->pdata[0];
  g_assert_cmpstr (committee->code, ==, "41");
  g_assert_cmpstr (committee->name, ==, "Children's & Adults' Board");
  g_assert_null (committee->category);
  g_assert_false (committee->deleted);
  g_assert_true (committee->expired);
}

#define MEETING(code, date, status)                                                                          \
  "<meeting><meetingid>" code "</meetingid><meetingdate>" date "</meetingdate><meetingstatus>" status        \
  "</meetingstatus><meetingtime>2.30 pm</meetingtime><meetinglocation>\n</meetinglocation></meeting>"
#define MEETINGS                                                                                             \
  "<getmeetings xmlns=\"urn:some\"><meetingscount> 2</meetingscount>"                                        \
  "<committee><committeeid>41</committeeid><committeetitle>Health "                                          \
  "Board</committeetitle><committeemeetings>" MEETING ("7", "03/02/2021", "Cancelled") MEETING (             \
      "8", "31/02/2021", "Somehow") "</committeemeetings></committee><committee><committeeid>42</"           \
                                    "committeeid><committeetitle>Cabinet</committeetitle>"                   \
                                    "<committeemeetings>\n</committeemeetings></committee></getmeetings>"

/* A date that no calendar has is none, and a status that nobody knows is none. */
static void
test_meetings (void)
{
  g_autoptr (GBytes) raw = bytes (MEETINGS);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) meetings = accord_xml_reader_read_meetings (raw, &error);
  const AccordSiteMeeting *meeting;

  g_assert_no_error (error);
  g_assert_cmpuint (meetings->len, ==, 2);
  meeting = meetings->pdata[0];
  g_assert_cmpstr (meeting->code, ==, "7");
  g_assert_cmpstr (meeting->committee_code, ==, "41");
  g_assert_cmpstr (meeting->body, ==, "Health Board");
  g_assert_cmpstr (meeting->date, ==, "2021-02-03");
  g_assert_cmpstr (meeting->time, ==, "14:30");
  g_assert_cmpstr (meeting->status, ==, "cancelled");
  g_assert_null (meeting->venue);
  meeting = meetings->pdata[1];
  g_assert_null (meeting->date);
  g_assert_null (meeting->status);
}

static void
test_meetings_by_date (void)
{
  g_autoptr (GBytes) raw =
      bytes ("<getmeetingsbydate><meetings><meeting><meetingid>9</meetingid><committeeid>3</committeeid>"
             "<committeetitle>Scrutiny</committeetitle><meetingdate>01/12/2020</meetingdate>"
             "<meetinglocation>Room 1</meetinglocation></meeting></meetings></getmeetingsbydate>");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) meetings = accord_xml_reader_read_meetings (raw, &error);
  const AccordSiteMeeting *meeting;

  g_assert_no_error (error);
  g_assert_cmpuint (meetings->len, ==, 1);
  meeting = meetings->pdata[0];
  g_assert_cmpstr (meeting->committee_code, ==, "3");
  g_assert_cmpstr (meeting->body, ==, "Scrutiny");
  g_assert_cmpstr (meeting->date, ==, "2020-12-01");
  g_assert_cmpstr (meeting->venue, ==, "Room 1");
}

static void
assert_refused (const char *text, AccordCommitteeError code)
{
  g_autoptr (GBytes) raw = bytes (text);
  g_autoptr (GError) committees_error = NULL;
  g_autoptr (GError) meetings_error = NULL;

  g_assert_null (accord_xml_reader_read_committees (raw, &committees_error));
  g_assert_error (committees_error, ACCORD_COMMITTEE_ERROR, (int) code);
  g_assert_true (g_str_has_suffix (committees_error->message, "."));
  g_assert_null (accord_xml_reader_read_meetings (raw, &meetings_error));
  g_assert_error (meetings_error, ACCORD_COMMITTEE_ERROR, (int) code);
}

static void
test_refused (void)
{
  g_autoptr (GString) deep = g_string_new ("<committees>");

  assert_refused ("<wards><ward/></wards>", ACCORD_COMMITTEE_ERROR_NOT_A_PAGE);
  assert_refused ("<meeting><meetingid>1</meetingid></meeting>", ACCORD_COMMITTEE_ERROR_NOT_A_PAGE);
  assert_refused ("<committees><committee></meeting></committees>", ACCORD_COMMITTEE_ERROR_BROKEN);
  assert_refused ("<!DOCTYPE c [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><committees>&b;</committees>",
                  ACCORD_COMMITTEE_ERROR_NOT_A_PAGE);
  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "<a>");
  assert_refused (deep->str, ACCORD_COMMITTEE_ERROR_TOO_LARGE);
}

/* Pages that came in the place of a list are told apart in words. */
static void
test_pages (void)
{
  static const struct
  {
    const char *page;
    AccordCommitteeError code;
    const char *words;
  } pages[] = {
    { "<html><head><title>Error</title></head><body><p>x</p></body></html>",
      ACCORD_COMMITTEE_ERROR_NOT_A_PAGE, "error page (“Error”)" },
    { "<!DOCTYPE html><html><head><title>Access denied</title></head><body><p>x</p></body></html>",
      ACCORD_COMMITTEE_ERROR_REFUSED, "to everybody" },
    { "<!-- x --><script>window.location = 'https://example.org'</script>", ACCORD_COMMITTEE_ERROR_NOT_A_PAGE,
      "leads elsewhere" },
    { "<html><head><title>Our committees</title></head><body><p>x</p></body></html>",
      ACCORD_COMMITTEE_ERROR_REFUSED, "web page (“Our committees”)" },
    { "Nothing here", ACCORD_COMMITTEE_ERROR_BROKEN, "XML" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (GBytes) raw = bytes (pages[i].page);
      g_autoptr (GError) error = NULL;

      g_assert_null (accord_xml_reader_read_meetings (raw, &error));
      g_assert_error (error, ACCORD_COMMITTEE_ERROR, (int) pages[i].code);
      g_assert_nonnull (strstr (error->message, pages[i].words));
    }
}

/* A list that ends too early is not a shorter list. */
static void
test_cut (void)
{
  const char *const whole[] = { COMMITTEES, MEETINGS };

  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    for (gsize length = 0; length + 2 < strlen (whole[i]); length++)
      {
        g_autoptr (GBytes) raw = g_bytes_new (whole[i], length);
        g_autoptr (GError) error = NULL;
        g_autoptr (GPtrArray) list = i == 0 ? accord_xml_reader_read_committees (raw, &error)
                                            : accord_xml_reader_read_meetings (raw, &error);

        g_assert_null (list);
        g_assert_error (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_BROKEN);
      }
}

static void
test_real_lists (void)
{
  g_autoptr (GBytes) committees_file = shared_load ("data/pages-xml/manchester.GetCommittees.xml");
  g_autoptr (GBytes) meetings_file = shared_load ("data/pages-xml/manchester.GetMeetings.xml");
  g_autoptr (GPtrArray) committees = NULL;
  g_autoptr (GPtrArray) meetings = NULL;
  g_autoptr (GError) error = NULL;
  const AccordSiteMeeting *meeting;

  if (committees_file == NULL || meetings_file == NULL)
    return;
  committees = accord_xml_reader_read_committees (committees_file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (committees->len, ==, 3);
  g_assert_cmpstr (((AccordSiteCommittee *) committees->pdata[2])->name, ==, "Audit Committee");
  g_assert_true (((AccordSiteCommittee *) committees->pdata[0])->expired);
  meetings = accord_xml_reader_read_meetings (meetings_file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (meetings->len, ==, 2);
  meeting = meetings->pdata[0];
  g_assert_cmpstr (meeting->date, ==, "2026-01-13");
  g_assert_cmpstr (meeting->status, ==, "cancelled");
  g_assert_cmpstr (meeting->committee_code, ==, "144");
  g_assert_cmpstr (meeting->body, ==, "Audit Committee");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/committee/xml-lists/committees", test_committees);
  g_test_add_func ("/committee/xml-lists/meetings", test_meetings);
  g_test_add_func ("/committee/xml-lists/meetings-by-date", test_meetings_by_date);
  g_test_add_func ("/committee/xml-lists/refused", test_refused);
  g_test_add_func ("/committee/xml-lists/pages", test_pages);
  g_test_add_func ("/committee/xml-lists/cut", test_cut);
  g_test_add_func ("/committee/xml-lists/real-lists", test_real_lists);
  return g_test_run ();
}
