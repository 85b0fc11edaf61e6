/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording-support.h"

#include <string.h>
#include <time.h>

/* Whatever wordings are made of, in any order: what is read stays in its place and nothing breaks. */
static const char *const pieces[] = {
  "\n",
  "\n\n",
  "\n" N "\n",
  " ",
  N,
  ". ",
  "; ",
  ": ",
  ":-",
  " " DASH " ",
  "- ",
  "(1) ",
  "(2) ",
  "(a) ",
  "(i) ",
  "(ii) ",
  "1. ",
  "1. ",
  "2. ",
  DOT,
  "o" N N,
  "RESOLVED",
  "Resolved",
  "RESOLVED that ",
  "It was agreed",
  "AGREED",
  "NOTED",
  "Decision",
  "That ",
  "that ",
  "the plan be noted",
  "The Cabinet ",
  "is invited to ",
  "recommended",
  "RECOMMENDATION",
  "Councillor A ",
  "declared ",
  "a personal ",
  "interest",
  "Question",
  "asked why ",
  "In response, ",
  "the Chair stated ",
  "Response:",
  "Action",
  "ACTION: ",
  "Update",
  "Cleared",
  "both above ",
  "Clerk to report ",
  "in September",
  "22.09.15",
  "Options considered",
  "Option 1 " DASH " ",
  "preferred option",
  "\xc2\xa3",
  "1.5",
  " million",
  "k",
  "view the full minutes text for item 5.",
  "...",
  "\xe2\x80\x9c",
  "\xe2\x80\x9d",
  "|",
  "184/2023",
  "next meeting will be held on ",
  "5 March 2019",
  "Councillor\n\nMinute Number\n\nNature of Interest\n\n",
  "A. Member\n\n",
  "\xef\x82\xb7",
  "\xc3\xa9",
  "and",
  ")",
  "(",
};

static char *
make_words (guint most)
{
  GString *text = g_string_new (NULL);
  guint n = g_test_rand_int_range (0, most);

  for (guint i = 0; i < n; i++)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

static void
test_any_words (void)
{
  for (guint round = 0; round < 6000; round++)
    {
      AccordPageStyle style = round % (ACCORD_STYLE_PRINTED + 1);
      g_autofree char *proposed = make_words (12);
      g_autofree char *decision = make_words (12);
      g_autofree char *minutes = make_words (60);
      g_autoptr (AccordCommitteePage) page = wording_page_new (style, proposed, decision, minutes);
      AccordPageItem *item = page->items->pdata[0];
      AccordPageDecision *one = accord_committee_page_add_decision (page);

      one->text = item->minutes;
      one->purpose = item->proposed;
      one->alternatives = item->decision;
      accord_wording_read_item (page, item);
      accord_wording_read_decision (page, one);
      accord_wording_read_page (page);
      wording_check_item (page, item);
      for (guint i = 0; i < page->unread->len; i++)
        g_assert_cmpuint (((AccordPageUnread *) page->unread->pdata[i])->span.end, <=, strlen (page->text));
    }
}

/* What the processor was busy with this, in microseconds: a machine may do other things meanwhile. */
static gint64
cpu_time (void)
{
  return (gint64) clock () * G_USEC_PER_SEC / CLOCKS_PER_SEC;
}

static gint64
time_of (const char *piece, gsize length, AccordPageStyle style)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (AccordCommitteePage) page = NULL;
  gint64 start;

  while (text->len < length)
    g_string_append (text, piece);
  page = wording_page_new (style, NULL, NULL, text->str);
  start = cpu_time ();
  accord_wording_read_item (page, page->items->pdata[0]);
  accord_wording_read_page (page);
  return cpu_time () - start;
}

/* Eight times as much takes about eight times as long. */
static void
test_linear (void)
{
  static const char *const lines[] = {
    "RESOLVED that ",
    "RESOLVED: ",
    "RESOLVED. ",
    "It was agreed: one. ",
    "\n(1) one",
    "\n\n" DOT "one;",
    "RESOLVED\n(1)\n",
    "\xc2\xa3",
    "1",
    "1.",
    "(1) ",
    "\xc2\xa3"
    "1-",
    "Action: a to b\n\n",
    "Action: a to b\n\nUpdate - all above cleared\n\n",
    "Councillor A declared ",
    "In response, ",
    "Members asked why. The Chair stated it. ",
    "Question: ",
    "Option 1 - a\n",
    "The Cabinet is invited to ",
    "a, ",
    "\xe2\x80\x9c",
    "That one be noted.\n",
    "the next meeting will be held on ",
    "Decision: ",
    "| ",
    "Decision\n\nThat a be:\n\n1. b\n\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    for (int style = ACCORD_STYLE_FULL; style <= ACCORD_STYLE_PRINTED; style += 2)
      {
        gint64 small = MAX (time_of (lines[i], 1 << 14, style), 4000);
        gint64 large = time_of (lines[i], 1 << 17, style);

        if (large > 40 * small)
          large = time_of (lines[i], 1 << 17, style);
        if (large > 40 * small)
          g_test_message ("%s: %" G_GINT64_FORMAT " against %" G_GINT64_FORMAT " microseconds", lines[i],
                          large, small);
        g_assert_cmpint (large, <=, 40 * small);
      }
}

static void
test_nothing (void)
{
  g_autoptr (AccordCommitteePage) page = accord_committee_page_new (ACCORD_FORM_TEXT, NULL);

  accord_wording_read_item (page, accord_committee_page_add_item (page));
  accord_wording_read_decision (page, accord_committee_page_add_decision (page));
  accord_wording_read_page (page);
  g_assert_cmpuint (page->unread->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/committee/wording/any-words", test_any_words);
  g_test_add_func ("/committee/wording/linear", test_linear);
  g_test_add_func ("/committee/wording/nothing", test_nothing);
  return g_test_run ();
}
