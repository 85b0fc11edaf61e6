/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-parts.h"
#include "read.h"
#include "text-property.h"

#include <string.h>

/* Text that lost its form on the way: printed, copied from a window that shows less, cut short. */

static const char untitled_items[] =
    "Agenda and minutes\n\nBoard - Wednesday, 22nd June, 2022 7.00 pm\n\nNo. Item\n\n\n\n\n"
    "Apologies for absence are listed above.\n\n\n\n"
    "Members are asked to consider whether they have an interest.\n\n\nThere were none.\n\n\n\n"
    "The minutes of 21 March are attached for approval.\n\n\nThe minutes were agreed.\n\n\n"
    "Overview pdf icon PDF 455 KB\n\nThe Director will speak.\n\n\nThe Director reported it.\n\n\n"
    "Other interests\n\n\nThis report provided an assessment.\n";

/* Titles that were links are lost; where an agenda's text stands alone, an item begins without one. A heading
 * in minutes does not become an item. */
static void
test_titles_lost (void)
{
  g_autoptr (AccordCommitteePage) page = text_read (untitled_items, NULL);

  text_check (page);
  g_assert_cmpuint (page->items->len, ==, 4);
  for (guint i = 0; i < 3; i++)
    g_assert_null (page_item (page, i)->title);
  page_assert_words (page, page_item (page, 0)->minutes, "Apologies for absence are listed above.");
  page_assert_words (page, page_item (page, 1)->minutes, "There were none.");
  page_assert_words (page, page_item (page, 2)->proposed,
                     "The minutes of 21 March are attached for approval.");
  g_assert_cmpstr (page_item (page, 3)->title, ==, "Overview");
  page_assert_words (page, page_item (page, 3)->proposed, "The Director will speak.");
}

/* Numbers of every form, in the order of the page; the entries of a list are none of them. */
static void
test_numbers (void)
{
  static const char *const lists[] = { "43.|43a|43b|44.",       "5.1|5.2|6.1",   "1.|1.(i)|1.(ii)|2.|2.(iii)",
                                       "77/21|78/21",           "C. 261|C. 262", "HWB.14|HWB.19",
                                       "RGSC/19/60|RGSC/19/61", "1|2|6|4|5",     "GMCA 96/19|GMCA 97/19" };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_auto (GStrv) numbers = g_strsplit (lists[i], "|", -1);
      g_autoptr (GString) text = g_string_new ("Agenda and minutes\n\nVenue: Hall\n\nNo. Item\n\n");
      g_autoptr (AccordCommitteePage) page = NULL;

      for (guint j = 0; numbers[j] != NULL; j++)
        g_string_append_printf (
            text, "%s\n\nA title\n\nMinutes:\n\nThe list:\n\n100.\n\none\n\n2016\n\ntwo\n\n", numbers[j]);
      page = text_read (text->str, NULL);
      text_check (page);
      g_assert_cmpuint (page->items->len, ==, g_strv_length (numbers));
      for (guint j = 0; numbers[j] != NULL; j++)
        g_assert_cmpstr (page_item (page, j)->number, ==, numbers[j]);
    }
}

/* Items without a number show in that a label comes again. */
static void
test_bare_headings (void)
{
  g_autoptr (AccordCommitteePage) page = text_read (
      "Agenda and decisions\n\nVenue: Hall\n\nNo. Item\n\nUrgent Business\n\nDecision:\n\nNone.\n\n"
      "Exempt Business\n\nDecision:\n\nNone.\n\n*\n\n3.1\n\nThe Third\n\nDecision:\n\nto note it.\n",
      NULL);

  text_check (page);
  g_assert_cmpuint (page->items->len, ==, 3);
  g_assert_cmpstr (page_item (page, 1)->title, ==, "Exempt Business");
  g_assert_cmpstr (page_item (page, 2)->number, ==, "3.1");
  page_assert_words (page, page_item (page, 2)->decision, "to note it.");
}

/* An item under another of urgent business; the conditions for urgency are none. */
static void
test_hidden (void)
{
  g_autoptr (AccordCommitteePage) page = text_read (
      "Issue - meetings\n\nMeeting: 26/06/2017 - Executive (Item 114)\n\n114 URGENT BUSINESS (IF ANY)\n\n"
      "Any item which by reason of:-\n\n(a) Regulation 11 is urgent; or\n\n(b) is special.\n\nMinutes:\n\n"
      "(a) Integration Update\n\n[NOTE: It was agreed.]\n\nRESOLVED – That it be noted.\n",
      NULL);

  text_check (page);
  g_assert_cmpuint (page->items->len, ==, 2);
  page_assert_words (page, page_item (page, 0)->minutes, NULL);
  g_assert_cmpstr (page_item (page, 1)->number, ==, "(a)");
  g_assert_cmpstr (page_item (page, 1)->title, ==, "Integration Update");
  g_assert_cmpstr (page_item (page, 1)->meeting_body, ==, "Executive");
  g_assert_cmpuint (page_item (page, 1)->resolutions->len, ==, 1);
}

static void
test_numbered_cells (void)
{
  g_autoptr (AccordCommitteePage) page =
      text_read ("No. |\nItem |\n78. |\nApologies:\nMinutes:\nNone were\nreceived.\n|\n79. |\n"
                 "Minutes: PDF 281 KB\nTo confirm them.\nMinutes:\nConfirmed.\n|\n",
                 NULL);

  text_check (page);
  g_assert_cmpint (page->style, ==, ACCORD_STYLE_BROKEN_TABLE);
  g_assert_cmpuint (page->items->len, ==, 2);
  g_assert_cmpstr (page_item (page, 0)->number, ==, "78.");
  g_assert_cmpstr (page_item (page, 1)->title, ==, "Minutes:");
  page_assert_words (page, page_item (page, 1)->proposed, "To confirm them.");
  page_assert_words (page, page_item (page, 1)->minutes, "Confirmed.");
}

static void
test_marked (void)
{
  g_autoptr (AccordCommitteePage) page =
      text_read ("Northtown Council\n\nBoard\n\n4.00pm 16 September 2025\n\nPresent: A and B\n\n<AI1>\n\n13  "
                 "        Minutes\n\n"
                 "13.1 RESOLVED – that they be agreed.\n\n</AI1>\n\n<AI2>\n\n14          Questions\n\n13 "
                 "people came.\n\n</AI2>\n",
                 NULL);

  text_check (page);
  g_assert_cmpint (page->style, ==, ACCORD_STYLE_PRINTED);
  g_assert_null (page->date);
  g_assert_cmpuint (page->items->len, ==, 2);
  g_assert_cmpstr (page_item (page, 1)->number, ==, "14");
  page_assert_words (page, page_item (page, 1)->minutes, "13 people came.");
}

/* Lines without blank ones between them, a title wrapped; without numbers and labels nothing is told apart.
 */
static void
test_single_newline (void)
{
  static const char head[] =
      "Agenda and minutes\nCabinet - Tuesday, 8 May 2018 3.00pm\nVenue: Hall\nNo. Item\n";
  g_autofree char *numbered = g_strconcat (head,
                                           "64.\nA title that is wrapped on this\npage PDF 93 KB\nTo "
                                           "consider it.\nMinutes:\nRESOLVED – that it be noted.\n"
                                           "65.\nSecond\nMinutes:\nNone.\n",
                                           NULL);
  g_autofree char *labelled =
      g_strconcat (head, "Apologies\nMinutes:\nNone.\nInterests\nMinutes:\nSome.\n", NULL);
  g_autofree char *bare = g_strconcat (head, "Apologies\nNone.\nInterests\nRESOLVED that it be so.\n", NULL);
  g_autoptr (AccordCommitteePage) first = text_read (numbered, NULL);
  g_autoptr (AccordCommitteePage) second = text_read (labelled, NULL);
  g_autoptr (AccordCommitteePage) third = text_read (bare, NULL);

  text_check (first);
  g_assert_cmpint (first->style, ==, ACCORD_STYLE_SINGLE_NEWLINE);
  g_assert_cmpuint (first->items->len, ==, 2);
  g_assert_cmpstr (page_item (first, 0)->title, ==, "A title that is wrapped on this page");
  text_check (second);
  g_assert_cmpuint (second->items->len, ==, 2);
  page_assert_words (second, page_item (second, 0)->minutes, "None.");
  text_check (third);
  g_assert_cmpuint (third->items->len, ==, 0);
}

/* What is no page of a council makes nothing, even where it speaks of agendas and decisions. */
static void
test_others (void)
{
  static const char *const others[] = { "",
                                        " \n\n",
                                        "Agenda\n\nI have an agenda.\n",
                                        "Decisions\n\nWe made some.\n",
                                        "1.\n\nOne\n\n2.\n\nTwo\n",
                                        "404 Not found\n" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (AccordCommitteePage) page = text_read (others[i], "http://x/mgAi.aspx?ID=1");

      text_check (page);
      g_assert_cmpint (page->type, ==, ACCORD_PAGE_OTHER);
    }
}

static gint64
time_of (const char *unit, gsize size)
{
  GString *text = g_string_new ("Agenda and minutes\n\nVenue: Hall\n\nNo. | Item |\n");
  gint64 start;

  while (text->len < size)
    g_string_append (text, unit);
  start = g_get_monotonic_time ();
  accord_committee_page_unref (text_read (text->str, NULL));
  g_string_free (text, TRUE);
  return g_get_monotonic_time () - start;
}

/* Eight times the page takes about eight times as long, whatever it is made of. */
static void
test_linear (void)
{
  static const char *const units[] = { "a",           "| ",  "Minutes: ",   "To x ",           "PDF 1 KB ",
                                       "1.\n\nA\n\n", "x\n", "A a. |\n|\n", "1 January 2001 ", "x | y |\n",
                                       "ref: 1 ",     "\n" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      gint64 small = time_of (units[i], 100 * 1000);
      gint64 large = time_of (units[i], 800 * 1000);

      g_assert_cmpint (large, <, 40 * small + 2 * G_USEC_PER_SEC);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/committee/text-worn/titles-lost", test_titles_lost);
  g_test_add_func ("/committee/text-worn/numbers", test_numbers);
  g_test_add_func ("/committee/text-worn/bare-headings", test_bare_headings);
  g_test_add_func ("/committee/text-worn/hidden", test_hidden);
  g_test_add_func ("/committee/text-worn/numbered-cells", test_numbered_cells);
  g_test_add_func ("/committee/text-worn/marked", test_marked);
  g_test_add_func ("/committee/text-worn/single-newline", test_single_newline);
  g_test_add_func ("/committee/text-worn/others", test_others);
  g_test_add_func ("/committee/text-worn/linear", test_linear);
  return g_test_run ();
}
