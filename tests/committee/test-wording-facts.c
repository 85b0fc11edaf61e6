/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording-support.h"

#include <string.h>

/* A text and the sums in it: “text=pence”. */
static const struct
{
  const char *text;
  const char *expected;
  guint n_unread;
} sums[] = {
  { "a gap of £25 million.", "£25 million=2500000000", 0 },
  { "£19 million pounds of it; the 19 million pounds",
    "£19 million pounds=1900000000|19 million pounds=1900000000", 0 },
  { "£350k to A, £1m to B, £12.95m to C", "£350k=35000000|£1m=100000000|£12.95m=1295000000", 0 },
  { "of £17.76 million, £10.8 million and £6.96" N "million",
    "£17.76 million=1776000000|£10.8 million=1080000000|£6.96 million=696000000", 0 },
  { "Savings = £750k or more; > £500,000", "£750k=75000000|£500,000=50000000", 0 },
  { "its £6 billion budget, £27m, £19.2m", "£6 billion=600000000000|£27m=2700000000|£19.2m=1920000000", 0 },
  { "£95,000.50, £0.59 million and £1,234", "£95,000.50=9500050|£0.59 million=59000000|£1,234=123400", 0 },
  { "£3M for 2018/19 and 2,500 people in 2019", "£3M=300000000", 0 },
  { "(-£5m) and 2019-£5m", "-£5m=-500000000|£5m=500000000", 0 },
  { "£170million", "£170million=17000000000", 0 },
  { "£400 each year, £100pa", "£400=40000|£100=10000", 0 },
  { "£ 500 only", "£ 500=50000", 0 },
  { "from £500,000 to £1 million", "£500,000=50000000|£1 million=100000000", 0 },
  { "£1m-£2m", "£1m=100000000|£2m=200000000", 0 },
  { "£ alone, £m, £000 and £'000", "", 0 },
  { "£1-2 million", "", 1 },
  { "£5 to £6m", "£6m=600000000", 1 },
  { "£1.2345", "", 1 },
  { "£1,23 and £2 trillion", "", 2 },
  { "£5b and £2 M Street", "", 2 },
  { "5 pounds of flour, twenty million pounds, GBP/2223/001", "", 0 },
  { "£99999999999999999999999999", "", 0 },
  { "£9999999999999999999 million", "", 1 },
};

static void
test_sums (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      g_autoptr (AccordCommitteePage) page = accord_committee_page_new (ACCORD_FORM_TEXT, NULL);
      g_autoptr (GString) found = g_string_new (NULL);

      page->text = g_strdup (sums[i].text);
      accord_wording_read_page (page);
      for (guint k = 0; k < page->amounts->len; k++)
        {
          const AccordPageAmount *amount = page->amounts->pdata[k];
          g_autofree char *there =
              g_strndup (page->text + amount->span.start, amount->span.end - amount->span.start);

          g_string_append_printf (found, "%s%s=%" G_GINT64_FORMAT, k > 0 ? "|" : "", amount->text,
                                  amount->pence);
          g_assert_true (g_utf8_validate (there, -1, NULL));
        }
      g_assert_cmpstr (found->str, ==, sums[i].expected);
      g_assert_cmpuint (page->unread->len, ==, sums[i].n_unread);
    }
}

static const struct
{
  const char *title;
  const char *proposed;
  const char *minutes;
  const char *iso;
  const char *words;
} meetings[] = {
  { "Date of next meeting", "Next meeting planned for 22nd November 2016, 16.00pm at the Hall.",
    "To be held on 22nd November 2016 at 16.00, the Hall", "2016-11-22",
    "22nd November 2016 at 16.00, the Hall" },
  { "Future items", NULL, "It was noted that the date of the next meeting was 24th November at 18:00.", NULL,
    "24th November at 18:00" },
  { "Any other business", NULL, "The next meeting of the Board will be held on Tuesday, 5 March 2019 at 2pm.",
    "2019-03-05", "Tuesday, 5 March 2019 at 2pm" },
  { "Minutes", "To approve the minutes of the meeting held on 5 March 2019.",
    "A paper would come to the next meeting on the plan.", NULL, NULL },
  { "Next meeting", "To be confirmed.", NULL, NULL, NULL },
  { "Date of next meeting", NULL, "It was held on 1 January 2016.", NULL, NULL },
};

static void
test_next_meeting (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (meetings); i++)
    {
      g_autoptr (AccordCommitteePage) page =
          wording_page_new (ACCORD_STYLE_FULL, meetings[i].proposed, NULL, meetings[i].minutes);
      AccordPageItem *item = page->items->pdata[0];

      page->date = g_strdup ("2016-09-27");
      g_free (item->title);
      item->title = g_strdup (meetings[i].title);
      accord_wording_read_item (page, item);
      accord_wording_read_page (page);
      g_assert_cmpstr (page->next_meeting, ==, meetings[i].iso);
      g_assert_cmpstr (page->next_meeting_words, ==, meetings[i].words);
    }
}

static const struct
{
  const char *minutes;
  const char *expected; /* letter, * where preferred, text */
} options[] = {
  { "Options/Alternatives Considered\n\na) " N " Not to do it.\n\nb) " N
    " To do it with wards and the preferred option.\n\n" N "\n\nRESOLVED that it be done.",
    "a Not to do it.|b* To do it with wards and the preferred option." },
  { "Options/alternatives considered\n\nOption 1 " DASH " To do it.\n\nOption 2 " DASH
    " Not to do it.\n\nOption 2 was the preferred option.",
    "1 To do it.|2* Not to do it." },
  { "Alternative options considered and rejected:\n\n" DOT "Do nothing.\n\n" DOT
    "Do less, which is not the preferred option.",
    "- Do nothing.|- Do less, which is not the preferred option." },
  { "Options considered\n\n1. One\n2. Two\n\nThe preferred option is Option 1.", "1* One|2 Two" },
  { "Options considered\n\nNone were put forward.\n\n1. Another matter.", "" },
  { "OTHER OPTIONS CONSIDERED AND REJECTED " DASH " Options were not applicable.", "" },
  { "The option was discussed.\n\na) One\n\nb) Two", "" },
};

static void
test_options (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autoptr (AccordCommitteePage) page =
          wording_page_new (ACCORD_STYLE_FULL, NULL, NULL, options[i].minutes);
      AccordPageItem *item = page->items->pdata[0];
      g_autoptr (GString) found = g_string_new (NULL);

      accord_wording_read_item (page, item);
      for (guint k = 0; k < item->options->len; k++)
        {
          const AccordPageOption *option = item->options->pdata[k];

          g_string_append_printf (found, "%s%s%s %s", k > 0 ? "|" : "",
                                  option->letter != NULL ? option->letter : "-", option->preferred ? "*" : "",
                                  option->text);
        }
      g_assert_cmpstr (found->str, ==, options[i].expected);
      wording_check_item (page, item);
    }
}

/* Flags in the order key, call-in, urgent, exempt: y, n, or - where the text says neither. */
static const struct
{
  const char *title;
  const char *proposed;
  const char *minutes;
  const char *flags;
  const char *contact;
} words[] = {
  { "Funding - Key Decision", NULL, NULL, "y---", NULL },
  { "Plan (Exempt)", "Officer contact: The Clerk, 0161 474 0000", NULL, "---y", "The Clerk, 0161 474 0000" },
  { "Plan", "Officer Contact: The Clerk on 0161 474 0000 or email:", "The plan was read.", "----",
    "The Clerk on 0161 474 0000" },
  { "Plan", "Officer contact: The Clerk, 0161-474-0000,", NULL, "----", "The Clerk, 0161-474-0000" },
  { "Plan", NULL,
    "The Chair agreed to accept an Item of Business, on the plan, a matter of urgency under the Act; it was "
    "urgent.",
    "--y-", NULL },
  { "Urgent business", "Any other business which the Chair agrees may be considered as a matter of urgency.",
    "No urgent decisions were reported.", "----", NULL },
  { "Part 1 in public and Part 2 in private", NULL, "The following reports were private.", "----", NULL },
  { "Plan", NULL,
    "This was not a Key Decision and so can be implemented. This decision is subject to call-in.", "ny--",
    NULL },
  { "Plan",
    "Is Key decision?: Yes\n\nIs subject to call in?: No\n\nThis decision will be taken under urgency "
    "procedures.",
    NULL, "yny-", NULL },
  { "Plan", "This report is not for publication. It is long.", NULL, "---y", NULL },
};

static char
letter_of (AccordStated stated)
{
  return stated == ACCORD_NOT_STATED ? '-' : stated == ACCORD_STATED_YES ? 'y' : 'n';
}

static void
test_flags (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (AccordCommitteePage) page =
          wording_page_new (ACCORD_STYLE_FULL, words[i].proposed, NULL, words[i].minutes);
      AccordPageItem *item = page->items->pdata[0];
      char found[5] = { 0 };

      g_free (item->title);
      item->title = g_strdup (words[i].title);
      accord_wording_read_item (page, item);
      found[0] = letter_of (item->key);
      found[1] = letter_of (item->call_in);
      found[2] = letter_of (item->urgent);
      found[3] = letter_of (item->exempt);
      g_assert_cmpstr (found, ==, words[i].flags);
      g_assert_cmpstr (item->contact, ==, words[i].contact);
    }
}

/* A decision on a page of decisions: its text is what was decided. */
static void
test_decision (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } decisions[] = {
    { "That the minutes be approved as a correct record.",
      "RThat the minutes be approved as a correct record." },
    { "Addition of two staff to the team.", "RAddition of two staff to the team." },
    { "RESOLVED - That:\nTo allocate the grant.", "RTo allocate the grant." },
    { "  1. That one be approved.\n\n" N "\n\n  1. That two be approved, issue ",
      "R1. That one be approved.#|R2. That two be approved, issue!#" },
    { "Councillor A declared a pecuniary interest in the motion. He left.", "" },
    { "None", "" },
    { "The Officer submitted a report on the accounts.\n\nMembers were informed that it was late.", "" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    {
      g_autoptr (AccordCommitteePage) page = accord_committee_page_new (ACCORD_FORM_TEXT, NULL);
      AccordPageDecision *decision = accord_committee_page_add_decision (page);
      g_autofree char *found = NULL;

      page->style = ACCORD_STYLE_FULL;
      page->text = g_strdup (decisions[i].text);
      decision->text = (AccordSpan){ 0, strlen (page->text) };
      accord_wording_read_decision (page, decision);
      found = wording_describe (decision->resolutions);
      g_assert_cmpstr (found, ==, decisions[i].expected);
      g_assert_cmpuint (decision->declarations->len, ==, i == 4 ? 1 : 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/committee/wording/sums", test_sums);
  g_test_add_func ("/committee/wording/next-meeting", test_next_meeting);
  g_test_add_func ("/committee/wording/options", test_options);
  g_test_add_func ("/committee/wording/flags", test_flags);
  g_test_add_func ("/committee/wording/decision", test_decision);
  return g_test_run ();
}
