/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "bank-holidays.h"
#include "date.h"
#include "notice.h"

#include <string.h>

static const AccordCallInFacts usual = { .call_in = (char *) "yes",
                                         .key = (char *) "yes",
                                         .council = (char *) "A Council",
                                         .organisation = 1,
                                         .nation = 'E',
                                         .days = 5,
                                         .counting = (char *) "clear-working-days",
                                         .signatories = 3 };

static AccordCallIn *
judge (const AccordCallInFacts *facts, const char *today)
{
  AccordCallIn *self = accord_call_in_judge (facts, accord_bank_holidays_get (), today);

  g_assert_nonnull (self->headline);
  g_assert_true (g_str_has_suffix (self->sentence, "."));
  return self;
}

static void
assert_words (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” does not say “%s”", text, words);
}

/* Counted by hand, with a calendar on the wall. */
static void
test_counted_by_hand (void)
{
  static const struct
  {
    const char *published, *last, *carried_out, *says;
  } rows[] = {
    { "2017-07-12", "2017-07-19", "2017-07-20",
      "Thu 13 Jul, Fri 14 Jul, Mon 17 Jul, Tue 18 Jul, Wed 19 Jul 2017" },
    /* Over Easter, and over Christmas into the new year. */
    { "2019-04-17", "2019-04-26", "2019-04-27", "2 weekend days, Good Friday" },
    { "2019-04-17", "2019-04-26", "2019-04-27", "Good Friday, Easter Monday" },
    { "2018-12-20", "2018-12-31", "2019-01-01", "Christmas Day, Boxing Day" },
    { "2021-12-23", "2022-01-04", "2022-01-05", "New Year’s Day (substitute day)" },
    /* Days that a proclamation moved or added. */
    { "2012-05-31", "2012-06-11", "2012-06-12", "Diamond Jubilee" },
    { "2020-04-30", "2020-05-07", "2020-05-08",
      "Fri 1 May, Mon 4 May, Tue 5 May, Wed 6 May, Thu 7 May 2020" },
    { "2020-05-05", "2020-05-13", "2020-05-14", "VE Day" },
    { "2022-05-30", "2022-06-08", "2022-06-09", "Platinum Jubilee" },
    { "2022-09-15", "2022-09-23", "2022-09-24", "State funeral" },
    { "2023-04-28", "2023-05-09", "2023-05-10", "Early May bank holiday, Coronation" },
    /* Published when nobody works. */
    { "2019-04-20", "2019-04-29", "2019-04-30",
      "Tue 23 Apr, Wed 24 Apr, Thu 25 Apr, Fri 26 Apr, Mon 29 Apr 2019" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AccordCallInFacts facts = usual;
      g_autoptr (AccordCallIn) self = NULL;

      facts.published = (char *) rows[i].published;
      self = judge (&facts, "2026-11-22");
      g_assert_cmpint (self->state, ==, ACCORD_CALL_IN_CLOSED);
      g_assert_cmpstr (self->last, ==, rows[i].last);
      g_assert_cmpstr (self->carried_out, ==, rows[i].carried_out);
      assert_words (self->sentence, rows[i].says);
    }
}

static void
test_other_ways_to_count (void)
{
  AccordCallInFacts facts = usual;
  g_autoptr (AccordCallIn) calendar = NULL, working = NULL;

  facts.published = (char *) "2019-04-17";
  facts.counting = (char *) "calendar-days";
  calendar = judge (&facts, "2019-04-17");
  g_assert_cmpstr (calendar->last, ==, "2019-04-22");
  g_assert_null (strstr (calendar->sentence, "not counted"));
  facts.counting = (char *) "working-days";
  facts.days = 3;
  working = judge (&facts, "2019-04-17");
  g_assert_cmpstr (working->last, ==, "2019-04-24");
  assert_words (working->sentence, "(3 signatories, 3 working days)");
}

static void
test_states (void)
{
  static const struct
  {
    const char *today;
    AccordCallInState state;
    const char *headline;
  } rows[] = {
    { "2017-07-12", ACCORD_CALL_IN_TO_OPEN, "Opens on Thu 13 Jul 2017" },
    { "2017-07-13", ACCORD_CALL_IN_OPEN, "Open until Wed 19 Jul 2017" },
    { "2017-07-19", ACCORD_CALL_IN_OPEN, "Open until Wed 19 Jul 2017" },
    { "2017-07-20", ACCORD_CALL_IN_CLOSED, "Closed after Wed 19 Jul 2017" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AccordCallInFacts facts = usual;
      g_autoptr (AccordCallIn) self = NULL;

      facts.published = (char *) "2017-07-12";
      self = judge (&facts, rows[i].today);
      g_assert_cmpint (self->state, ==, rows[i].state);
      g_assert_cmpstr (self->headline, ==, rows[i].headline);
      g_assert_cmpstr (self->opens, ==, "2017-07-13");
    }
}

static void
test_as_stated (void)
{
  static const struct
  {
    const char *call_in, *urgent, *status;
    AccordCallInState state;
  } rows[] = {
    { "no", NULL, NULL, ACCORD_CALL_IN_NOT_SUBJECT },
    { "no", "yes", NULL, ACCORD_CALL_IN_EXEMPT },
    { "yes", NULL, "Called In", ACCORD_CALL_IN_CALLED_IN },
    { "yes", NULL, "Called-in by three members", ACCORD_CALL_IN_CALLED_IN },
    { "yes", NULL, "Not called in", ACCORD_CALL_IN_CLOSED },
    { "yes", "yes", NULL, ACCORD_CALL_IN_CLOSED },
    { NULL, NULL, "Recommendations Approved (subject to call-in)", ACCORD_CALL_IN_CLOSED },
    { NULL, NULL, "Approved, not subject to call-in", ACCORD_CALL_IN_NOT_KNOWN },
    { NULL, "yes", NULL, ACCORD_CALL_IN_NOT_KNOWN },
    { NULL, NULL, NULL, ACCORD_CALL_IN_NOT_KNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AccordCallInFacts facts = usual;
      g_autoptr (AccordCallIn) self = NULL;

      facts.published = (char *) "2017-07-12";
      facts.call_in = (char *) rows[i].call_in;
      facts.urgent = (char *) rows[i].urgent;
      facts.status = (char *) rows[i].status;
      self = judge (&facts, "2026-11-22");
      if (self->state != rows[i].state)
        g_error ("row %u: “%s”, “%s”", i, self->headline, self->sentence);
      g_assert_cmpint (*self->last != '\0', ==, rows[i].state == ACCORD_CALL_IN_CLOSED);
    }
}

static void
assert_not_known (const AccordCallInFacts *facts, const char *words)
{
  g_autoptr (AccordCallIn) self = judge (facts, "2026-11-22");

  g_assert_cmpint (self->state, ==, ACCORD_CALL_IN_NOT_KNOWN);
  g_assert_cmpstr (self->opens, ==, "");
  g_assert_cmpstr (self->last, ==, "");
  g_assert_cmpstr (self->carried_out, ==, "");
  assert_words (self->sentence, words);
}

/* No rule and no day is ever assumed. */
static void
test_not_known (void)
{
  AccordCallInFacts facts = usual;

  assert_not_known (&facts, "the day it was published");
  facts.published = (char *) "2017-07-12";
  facts.days = ACCORD_UNKNOWN;
  assert_not_known (&facts, "how many days A Council gives");
  facts.days = 0;
  assert_not_known (&facts, "how many days A Council gives");
  facts.days = G_MAXINT64;
  assert_not_known (&facts, "how many days A Council gives");
  facts.days = 5;
  facts.counting = NULL;
  assert_not_known (&facts, "how A Council counts");
  facts.council = NULL;
  assert_not_known (&facts, "whose decision it is");
  facts = usual;
  facts.published = (char *) "2031-07-12";
  assert_not_known (&facts, "bank holidays of that time");
  facts.published = (char *) "2027-12-29";
  assert_not_known (&facts, "bank holidays of that time");
  facts.published = (char *) "2017-07-12";
  facts.nation = 'S';
  assert_not_known (&facts, "outside England and Wales");
}

static void
test_source_against_it (void)
{
  AccordCallInFacts facts = usual;
  g_autoptr (AccordCallIn) before = NULL, after = NULL;

  facts.published = (char *) "2017-07-12";
  facts.effective = (char *) "2017-07-19";
  before = judge (&facts, "2026-11-22");
  assert_words (before->sentence,
                "The source has it take effect on Wed 19 Jul 2017, before those days are over.");
  facts.effective = (char *) "2017-07-20";
  after = judge (&facts, "2026-11-22");
  g_assert_null (strstr (after->sentence, "The source has it"));
}

static void
test_notice (void)
{
  static const struct
  {
    const char *key, *notice, *date, *due, *words;
    char nation;
    AccordNoticeState state;
    int clear, missing;
    const char *says;
  } rows[] = {
    { "yes", "2017-06-13", "2017-07-12", NULL, NULL, 'E', ACCORD_NOTICE_ENOUGH, 28, 0, "28 clear days" },
    { "yes", "2017-06-14", "2017-07-12", NULL, NULL, 'E', ACCORD_NOTICE_SHORT, 27, 1,
      "1 short of 28. The general" },
    { "yes", "2017-07-06", "2017-07-12", NULL, NULL, 'E', ACCORD_NOTICE_SHORT, 5, 23,
      "general exception would" },
    { "yes", "2017-07-07", "2017-07-12", NULL, NULL, 'E', ACCORD_NOTICE_SHORT, 4, 24,
      "Only special urgency" },
    { "yes", "2017-07-12", "2017-07-12", NULL, NULL, 0, ACCORD_NOTICE_SHORT, 0, 28, "0 clear days" },
    { "yes", "2017-07-07", "2017-07-12", NULL, "taken under Special Urgency", 'E', ACCORD_NOTICE_SHORT, 4, 24,
      "The source speaks of special urgency." },
    { "yes", "2017-06-13", NULL, "2017-07-12", NULL, 'E', ACCORD_NOTICE_ENOUGH, 28, 0, "28 are needed" },
    { "yes", "2017-06-13", NULL, NULL, NULL, 'E', ACCORD_NOTICE_NOT_KNOWN, -1, 0, "from 12 Jul 2017" },
    { "yes", NULL, "2017-07-12", NULL, NULL, 'E', ACCORD_NOTICE_NOT_KNOWN, -1, 0, "not on record" },
    { "no", NULL, "2017-07-12", NULL, NULL, 'E', ACCORD_NOTICE_NOT_NEEDED, -1, 0, "no key decision" },
    { NULL, "2017-06-13", "2017-07-12", NULL, NULL, 'E', ACCORD_NOTICE_NOT_KNOWN, -1, 0, "whether" },
    { "yes", "2012-09-01", "2012-09-09", NULL, NULL, 'E', ACCORD_NOTICE_NOT_NEEDED, -1, 0, "10 Sep 2012" },
    { "yes", "2017-07-07", "2017-07-12", NULL, NULL, 'W', ACCORD_NOTICE_NOT_NEEDED, -1, 0, "England" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AccordCallInFacts facts = usual;
      g_autoptr (AccordNotice) self = NULL;

      facts.key = (char *) rows[i].key;
      facts.notice = (char *) rows[i].notice;
      facts.date = (char *) rows[i].date;
      facts.due = (char *) rows[i].due;
      facts.words = (char *) rows[i].words;
      facts.nation = rows[i].nation;
      self = accord_notice_judge (&facts);
      g_assert_cmpint (self->state, ==, rows[i].state);
      g_assert_cmpint (self->clear_days, ==, rows[i].clear);
      g_assert_cmpint (self->missing_days, ==, rows[i].missing);
      assert_words (self->sentence, rows[i].says);
    }
}

static void
test_rule (void)
{
  g_autofree char *whole = accord_call_in_dup_rule (3, 5, "clear-working-days");
  g_autofree char *one = accord_call_in_dup_rule (1, 1, "calendar-days");
  g_autofree char *days = accord_call_in_dup_rule (ACCORD_UNKNOWN, 5, NULL);

  g_assert_cmpstr (whole, ==, "3 signatories, 5 clear working days");
  g_assert_cmpstr (one, ==, "1 signatory, 1 calendar day");
  g_assert_cmpstr (days, ==, "5 days, counted in a way that is not known");
  g_assert_null (accord_call_in_dup_rule (ACCORD_UNKNOWN, ACCORD_UNKNOWN, "working-days"));
}

typedef struct
{
  const char *kind;
  gint64 id;
} Wanted;

static gpointer
read_facts (AccordReader *reader, gpointer data, GError **error)
{
  const Wanted *wanted = data;

  return accord_call_in_facts_read (reader, wanted->kind, wanted->id, error);
}

static AccordCallInFacts *
facts_of (Fixture *fixture, const char *kind, gint64 id)
{
  Wanted wanted = { kind, id };
  g_autoptr (GError) error = NULL;
  AccordCallInFacts *facts = accord_workspace_read (fixture->workspace, read_facts, &wanted, NULL, &error);

  g_assert_no_error (error);
  return facts;
}

static gint64
add_council (Fixture *fixture)
{
  g_autoptr (AccordRecord) council = fixture_new (fixture, "organisation");

  accord_record_set_text (council, "name", "A Council");
  accord_record_set_text (council, "type", "council");
  accord_record_set_text (council, "gss-code", "E08000007");
  accord_record_set_int (council, "call-in-days", 5);
  accord_record_set_text (council, "call-in-counting", "clear-working-days");
  accord_record_set_int (council, "call-in-signatories", 4);
  return fixture_save (fixture, council);
}

/* The rule is found by way of the meeting's board; a resolution has it by way of its decision. */
static void
test_from_records (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordRecord) body = fixture_new (fixture, "body"), meeting = fixture_new (fixture, "meeting");
  g_autoptr (AccordRecord) decision = fixture_new (fixture, "decision");
  g_autoptr (AccordRecord) resolution = fixture_new (fixture, "resolution"), other = NULL;
  g_autoptr (AccordCallInFacts) facts = NULL, by_resolution = NULL, alone = NULL;
  g_autoptr (AccordCallIn) judged = NULL, unpublished = NULL;

  accord_record_set_text (body, "name", "Cabinet");
  accord_record_set_int (body, "organisation", add_council (fixture));
  accord_record_set_text (meeting, "name", "Cabinet of 12 July 2017");
  accord_record_set_int (meeting, "body", fixture_save (fixture, body));
  accord_record_set_text (decision, "title", "To go on");
  accord_record_set_int (decision, "meeting", fixture_save (fixture, meeting));
  accord_record_set_text (decision, "call-in", "yes");
  accord_record_set_text (decision, "published", "2017-07-12");
  accord_record_set_text (resolution, "text", "That it go on");
  accord_record_set_text (resolution, "type", "resolution");
  accord_record_set_int (resolution, "meeting", accord_record_get_id (meeting));
  facts = facts_of (fixture, "decision", fixture_save (fixture, decision));
  g_assert_cmpstr (facts->council, ==, "A Council");
  g_assert_cmpint (facts->signatories, ==, 4);
  g_assert_cmpint (facts->nation, ==, 'E');
  judged = judge (facts, "2017-07-14");
  g_assert_cmpint (judged->state, ==, ACCORD_CALL_IN_OPEN);

  alone = facts_of (fixture, "resolution", fixture_save (fixture, resolution));
  g_assert_cmpstr (alone->council, ==, "A Council");
  unpublished = judge (alone, "2017-07-14");
  g_assert_cmpint (unpublished->state, ==, ACCORD_CALL_IN_NOT_KNOWN);
  other = fixture_get (fixture, "resolution", accord_record_get_id (resolution));
  accord_record_set_int (other, "decision", accord_record_get_id (decision));
  by_resolution = facts_of (fixture, "resolution", fixture_save (fixture, other));
  g_assert_cmpstr (by_resolution->published, ==, "2017-07-12");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/call-in/counted-by-hand", test_counted_by_hand);
  g_test_add_func ("/model/call-in/other-ways-to-count", test_other_ways_to_count);
  g_test_add_func ("/model/call-in/states", test_states);
  g_test_add_func ("/model/call-in/as-stated", test_as_stated);
  g_test_add_func ("/model/call-in/not-known", test_not_known);
  g_test_add_func ("/model/call-in/source-against-it", test_source_against_it);
  g_test_add_func ("/model/call-in/notice", test_notice);
  g_test_add_func ("/model/call-in/rule", test_rule);
  fixture_add_test ("/model/call-in/from-records", test_from_records);

  return g_test_run ();
}
