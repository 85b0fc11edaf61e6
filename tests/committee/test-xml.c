/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "committee-error.h"
#include "read.h"
#include "shared.h"

#include <string.h>

#define ITEM_1                                                                                               \
  "<agendaitem><agendaitemid>501</agendaitemid><agendaitemtitle>Declarations &amp;amp; Members&amp;#39; "    \
  "Interests</agendaitemtitle>"                                                                              \
  "<agendatext>&lt;div class=\"WordSection1\"&gt;\r\n&lt;p class=\"MsoNormal\"&gt;To receive any\r\n"        \
  "declarations of interest.&lt;/p&gt;&lt;p&gt;&amp;nbsp;&lt;/p&gt;&lt;p&gt;Councillors&amp;#39; papers "    \
  "are "                                                                                                     \
  "attached.&lt;/p&gt;&lt;/div&gt;</agendatext>"                                                             \
  "<agendaitemnumber>4</agendaitemnumber><fulldisplaynumberformat>1.</fulldisplaynumberformat>"              \
  "<commentlabel2>Actions</commentlabel2><commenttext2>\r\n</commenttext2>"                                  \
  "<minutesnonemptyhtmlbody>\r\n</minutesnonemptyhtmlbody>"                                                  \
  "<iscallin>False</iscallin><isrestricted>False</isrestricted></agendaitem>"
#define HEADING                                                                                              \
  "<agendaitem><agendaitemid>502</agendaitemid><agendaitemtitle>Key Decisions</agendaitemtitle><agendatext>" \
  "</agendatext><agendaitemnumber>0</agendaitemnumber><fulldisplaynumberformat>\r\n</"                       \
  "fulldisplaynumberformat>"                                                                                 \
  "</agendaitem>"
#define ITEM_2                                                                                               \
  "<agendaitem><agendaitemid>503</agendaitemid><agendaitemtitle>Pooled fund</agendaitemtitle>"               \
  "<agendaitemnumber>12</agendaitemnumber><fulldisplaynumberformat>2a</fulldisplaynumberformat>"             \
  "<commentlabel1>Presented By</commentlabel1><commenttext1>The Director of Finance</commenttext1>"          \
  "<commentlabel2>Actions</commentlabel2><commenttext2>&lt;p&gt;The Clerk to circulate the paper.&lt;/p&gt;" \
  "&lt;p&gt;The Chair to write to partners.&lt;/p&gt;</commenttext2>"                                        \
  "<minutesnonemptyhtmlbody>&lt;p&gt;The report was noted.&lt;/p&gt;&lt;ol type=\"a\"&gt;&lt;li&gt;First "   \
  "part&lt;/li&gt;&lt;li&gt;Second part&lt;/li&gt;&lt;/ol&gt;</minutesnonemptyhtmlbody>"                     \
  "<iscallin>True</iscallin><isrestricted>True</isrestricted><publicnote>These words stand in an element "   \
  "that "                                                                                                    \
  "nobody has heard of.</publicnote>"                                                                        \
  "<linkeddocuments><linkeddoc><attachmentid>77</attachmentid><title>Pooled  fund report</title>"            \
  "<url>https://democracy.example.org/mgConvert2PDF.aspx?ID=77</url><isrestricted>True</isrestricted>"       \
  "<publicationdate>01/02/2021</publicationdate><meetingdate>09/02/2021</meetingdate>"                       \
  "<committeetitle>Health Board</committeetitle></linkeddoc></linkeddocuments></agendaitem>"
#define MEETING                                                                                              \
  "<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<meeting>\r\n<meetingid>88</meetingid>"                     \
  "<meetingdate>09/02/2021</meetingdate><meetingstatus>Confirmed</meetingstatus>"                            \
  "<meetingtime>2.00 pm</meetingtime><meetinglocation>\r\n</meetinglocation><meetingroom>Room "              \
  "4</meetingroom>"                                                                                          \
  "<agendaitems>" ITEM_1 HEADING ITEM_2 "</agendaitems><attendees>"                                          \
  "<attendee membertype=\"U\" name=\"Councillor A\" roledescription=\"Chair\" attendance=\"Present\"/>"      \
  "<attendee><name>Councillor "                                                                              \
  "B</name><attendance>Apologies</attendance></attendee></attendees></meeting>\r\n"

static AccordCommitteePage *
read_text (const char *text, gsize length, GError **error)
{
  g_autoptr (GBytes) raw = g_bytes_new (text, length);

  return accord_committee_read (raw, NULL, NULL, error);
}

static void
assert_span (AccordCommitteePage *page, AccordSpan span, const char *expected)
{
  g_autofree char *words = accord_committee_page_dup_span (page, span);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_meeting (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordCommitteePage) page = read_text (MEETING, strlen (MEETING), &error);
  const AccordPageAttendee *attendee;

  g_assert_no_error (error);
  g_assert_cmpint (page->form, ==, ACCORD_FORM_XML);
  g_assert_cmpint (page->type, ==, ACCORD_PAGE_MEETING);
  g_assert_cmpstr (page->body, ==, "Health Board");
  g_assert_cmpstr (page->date, ==, "2021-02-09");
  g_assert_cmpstr (page->time, ==, "14:00");
  g_assert_cmpstr (page->venue, ==, "Room 4");
  g_assert_cmpstr (page->status, ==, "confirmed");
  g_assert_cmpstr (page->meeting_code, ==, "88");
  g_assert_true (page->complete);
  g_assert_cmpuint (page->items->len, ==, 3);
  g_assert_cmpuint (page->attendance->len, ==, 2);
  attendee = page->attendance->pdata[0];
  g_assert_cmpstr (attendee->name, ==, "Councillor A");
  g_assert_cmpstr (attendee->role, ==, "Chair");
  attendee = page->attendance->pdata[1];
  g_assert_cmpstr (attendee->name, ==, "Councillor B");
  g_assert_cmpstr (attendee->attendance, ==, "Apologies");
}

static void
test_items (void)
{
  g_autoptr (AccordCommitteePage) page = read_text (MEETING, strlen (MEETING), NULL);
  const AccordPageItem *item = page->items->pdata[0];

  g_assert_cmpstr (item->number, ==, "1.");
  g_assert_cmpstr (item->title, ==, "Declarations & Members' Interests");
  g_assert_cmpstr (item->code, ==, "501");
  assert_span (page, item->proposed,
               "To receive any declarations of interest.\n\nCouncillors' papers are attached.");
  g_assert_true (accord_span_is_empty (item->minutes));
  g_assert_cmpint (item->exempt, ==, ACCORD_STATED_NO);
  g_assert_cmpint (item->call_in, ==, ACCORD_NOT_STATED);
  g_assert_cmpuint (item->actions->len, ==, 0);
  item = page->items->pdata[1];
  g_assert_null (item->number);
  g_assert_cmpstr (item->title, ==, "Key Decisions");
  g_assert_true (accord_span_is_empty (item->proposed));
}

static void
test_item_with_all (void)
{
  g_autoptr (AccordCommitteePage) page = read_text (MEETING, strlen (MEETING), NULL);
  const AccordPageItem *item = page->items->pdata[2];
  const AccordPageDocument *paper;
  const AccordPageUnread *unread;

  g_assert_cmpstr (item->number, ==, "2a");
  assert_span (page, item->minutes, "The report was noted.\n\na. First part\n\nb. Second part");
  g_assert_cmpint (item->exempt, ==, ACCORD_STATED_YES);
  g_assert_cmpint (item->call_in, ==, ACCORD_STATED_YES);
  g_assert_cmpuint (item->actions->len, ==, 2);
  g_assert_cmpstr (((AccordPageAction *) item->actions->pdata[1])->text, ==,
                   "The Chair to write to partners.");
  assert_span (page, ((AccordPageAction *) item->actions->pdata[0])->span,
               "The Clerk to circulate the paper.");
  g_assert_cmpuint (item->documents->len, ==, 1);
  paper = item->documents->pdata[0];
  g_assert_cmpstr (paper->title, ==, "Pooled  fund report");
  g_assert_cmpstr (paper->code, ==, "77");
  g_assert_cmpstr (paper->published, ==, "2021-02-01");
  g_assert_true (paper->exempt);
  assert_span (page, paper->span, "Pooled  fund report");
  g_assert_cmpuint (page->unread->len, ==, 1);
  unread = page->unread->pdata[0];
  g_assert_true (g_str_has_prefix (unread->text, "These words stand in"));
  g_assert_nonnull (strstr (page->text, "Presented By:"));
}

/* Papers of two committees leave it open whose meeting it is, and so do those of another day. */
static void
test_body_uncertain (void)
{
  g_autoptr (AccordCommitteePage) page = NULL;
  g_autoptr (GString) other = g_string_new (MEETING);

  g_string_replace (other, "</linkeddocuments>",
                    "<linkeddoc><title>x</title><meetingdate>09/02/2021</meetingdate>"
                    "<committeetitle>Cabinet</committeetitle></linkeddoc></linkeddocuments>",
                    1);
  page = read_text (other->str, other->len, NULL);
  g_assert_null (page->body);
  g_clear_pointer (&page, accord_committee_page_unref);
  g_string_assign (other, MEETING);
  g_string_replace (other, "<meetingdate>09/02/2021</meetingdate><committeetitle>",
                    "<meetingdate>10/02/2021</meetingdate><committeetitle>", 1);
  page = read_text (other->str, other->len, NULL);
  g_assert_null (page->body);
}

static gboolean
is_known (const char *value, const char *whole)
{
  return value == NULL || strcmp (value, whole) == 0;
}

static guint
count (const char *text, gsize length, const char *what)
{
  guint n = 0;

  for (const char *at = text; (at = g_strstr_len (at, text + length - at, what)) != NULL; at++)
    n++;
  return n;
}

/* Cut at any byte it is refused, or says so, and says nothing that the whole does not say. */
static void
test_cut (void)
{
  static const char *const titles[] = { "Declarations & Members' Interests", "Key Decisions", "Pooled fund" };
  static const char *const numbers[] = { "1.", NULL, "2a" };
  gsize whole = strlen (MEETING) - 2;
  guint n_read = 0;

  for (gsize length = 0; length < whole; length++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AccordCommitteePage) page = read_text (MEETING, length, &error);

      if (page == NULL || page->form == ACCORD_FORM_TEXT)
        continue;
      n_read++;
      g_assert_false (page->complete);
      g_assert_true (is_known (page->date, "2021-02-09"));
      g_assert_true (is_known (page->time, "14:00"));
      g_assert_true (is_known (page->body, "Health Board"));
      g_assert_true (is_known (page->venue, "Room 4"));
      for (guint i = 0; i < page->items->len; i++)
        {
          const AccordPageItem *item = page->items->pdata[i];

          g_assert_true (is_known (item->title, titles[i]));
          g_assert_true (item->number == NULL || g_strcmp0 (item->number, numbers[i]) == 0);
          g_assert_true (!item->complete || i < count (MEETING, length, "</agendaitem"));
          g_assert_true (item->complete || i >= count (MEETING, length, "</agendaitem>"));
        }
    }
  g_assert_cmpuint (n_read, >, whole / 2);
}

static void
assert_refused (const char *text, AccordCommitteeError code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordCommitteePage) page = read_text (text, strlen (text), &error);

  g_assert_null (page);
  g_assert_error (error, ACCORD_COMMITTEE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, words));
}

#define LAUGH(n, m)                                                                                          \
  "<!ENTITY l" #n " \"&l" #m ";&l" #m ";&l" #m ";&l" #m ";&l" #m ";&l" #m ";&l" #m ";&l" #m ";\">"

static void
test_hostile (void)
{
  g_autoptr (GString) many = g_string_new ("<meeting><agendaitems>");
  g_autoptr (GString) deep = g_string_new ("<meeting>");

  assert_refused ("<!DOCTYPE meeting [<!ENTITY l0 \"lol\">" LAUGH (1, 0) LAUGH (2, 1) LAUGH (3, 2)
                      LAUGH (4, 3) LAUGH (5, 4) LAUGH (6, 5) LAUGH (7, 6)
                          LAUGH (8, 7) "]><meeting><meetingid>&l8;</meetingid>"
                                       "</meeting>",
                  ACCORD_COMMITTEE_ERROR_NOT_A_PAGE, "document type");
  assert_refused (
      "<!DOCTYPE meeting [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><meeting><meetingid>&x;</meetingid>"
      "</meeting>",
      ACCORD_COMMITTEE_ERROR_NOT_A_PAGE, "document type");
  assert_refused ("<!DOCTYPE meeting SYSTEM \"http://127.0.0.1:9/x.dtd\"><meeting/>",
                  ACCORD_COMMITTEE_ERROR_NOT_A_PAGE, "document type");
  assert_refused ("<meeting><meetingid>&undeclared;</meetingid></meeting>", ACCORD_COMMITTEE_ERROR_BROKEN,
                  "line 1");
  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "<a>");
  assert_refused (deep->str, ACCORD_COMMITTEE_ERROR_TOO_LARGE, "deeper");
  for (guint i = 0; i < 300000; i++)
    g_string_append (many, "<b/>");
  assert_refused (many->str, ACCORD_COMMITTEE_ERROR_TOO_LARGE, "elements");
  g_string_assign (many, "<meeting");
  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (many, i % 2 ? " a%x=\"\"" : " xmlns:a%x=\"u\"", i);
  assert_refused (many->str, ACCORD_COMMITTEE_ERROR_TOO_LARGE, "attributes");
}

static void
test_other_xml (void)
{
  assert_refused ("<councillorsbyward><wards/></councillorsbyward>", ACCORD_COMMITTEE_ERROR_NOT_A_PAGE,
                  "councillors");
  assert_refused ("<committees><committee/></committees>", ACCORD_COMMITTEE_ERROR_NOT_A_PAGE, "committees");
  assert_refused ("<rss><channel/></rss>", ACCORD_COMMITTEE_ERROR_NOT_A_PAGE, "rss");
  assert_refused ("<meeting>\n</meeting>", ACCORD_COMMITTEE_ERROR_NOT_A_PAGE, "says nothing");
  assert_refused ("<meeting><a></b></meeting>", ACCORD_COMMITTEE_ERROR_BROKEN, "line 1");
}

static void
test_real_meeting (void)
{
  g_autoptr (GBytes) raw = shared_load ("data/pages-xml/manchester.GetMeeting.4967-with-minutes.xml");
  g_autoptr (AccordCommitteePage) page = NULL;
  g_autoptr (GError) error = NULL;
  const AccordPageItem *item;

  if (raw == NULL)
    return;
  page = accord_committee_read (raw, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (page->body, ==, "Audit Committee");
  g_assert_cmpstr (page->date, ==, "2026-02-10");
  g_assert_cmpstr (page->time, ==, "10:00");
  g_assert_cmpstr (page->venue, ==, "Council Antechamber, Level 2, Town Hall Extension");
  g_assert_cmpstr (page->status, ==, "confirmed");
  g_assert_cmpuint (page->items->len, ==, 2);
  g_assert_cmpuint (page->attendance->len, ==, 1);
  /* Minutes that say “To approve …” leave it open whether that was done. */
  g_assert_cmpuint (page->unread->len, <=, 1);
  item = page->items->pdata[1];
  g_assert_cmpstr (item->number, ==, "9.");
  g_assert_cmpstr (item->title, ==, "Work Programme");
  assert_span (page, item->proposed, "The report of the Governance and Scrutiny Support Unit, attached.");
  g_assert_cmpuint (item->documents->len, ==, 1);
  g_assert_cmpstr (((AccordPageDocument *) item->documents->pdata[0])->title, ==, "DRAFT WP  FEBRUARY 2026");
}

/* What sites sent in place of their data. */
static void
test_real_refusals (void)
{
  static const char *const files[] = { "data/pages-xml/leeds.gov.uk.CouncillorsByWard.xml",
                                       "data/pages-xml/denbighshire.gov.uk.CouncillorsByWard.xml" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) raw = shared_load (files[i]);
      g_autoptr (GError) error = NULL;

      if (raw == NULL)
        return;
      g_assert_null (accord_committee_read (raw, NULL, NULL, &error));
      g_assert_error (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_NOT_A_PAGE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/committee/xml/meeting", test_meeting);
  g_test_add_func ("/committee/xml/items", test_items);
  g_test_add_func ("/committee/xml/item-with-all", test_item_with_all);
  g_test_add_func ("/committee/xml/body-uncertain", test_body_uncertain);
  g_test_add_func ("/committee/xml/cut", test_cut);
  g_test_add_func ("/committee/xml/hostile", test_hostile);
  g_test_add_func ("/committee/xml/other-xml", test_other_xml);
  g_test_add_func ("/committee/xml/real-meeting", test_real_meeting);
  g_test_add_func ("/committee/xml/real-refusals", test_real_refusals);
  return g_test_run ();
}
