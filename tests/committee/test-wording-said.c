/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording-support.h"

/* Minutes of an item with a title, and what they say: “who/nature/text”, “asker?question=answerer!answer” and
   “owner>text@due(due words)state{update|update}”. */
typedef struct
{
  const char *name;
  AccordPageStyle style;
  const char *title;
  const char *minutes;
  const char *expected;
  guint n_unread;
} Said;

#define FULL ACCORD_STYLE_FULL
#define NONE ""

static const char *
or_dash (const char *words)
{
  return words != NULL ? words : "-";
}

static char *
describe_declarations (AccordPageItem *item)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < item->declarations->len; i++)
    {
      const AccordPageDeclaration *one = item->declarations->pdata[i];

      g_string_append_printf (out, "%s%s/%s/%s", i > 0 ? " || " : "", or_dash (one->who),
                              or_dash (one->nature), one->text);
    }
  return g_string_free (out, FALSE);
}

static char *
describe_questions (AccordPageItem *item)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < item->questions->len; i++)
    {
      const AccordPageQuestion *one = item->questions->pdata[i];

      g_string_append_printf (out, "%s%s?%s=%s!%s", i > 0 ? " || " : "", or_dash (one->asked_by),
                              or_dash (one->question), or_dash (one->answered_by), or_dash (one->answer));
    }
  return g_string_free (out, FALSE);
}

static char *
describe_actions (AccordPageItem *item)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < item->actions->len; i++)
    {
      const AccordPageAction *one = item->actions->pdata[i];

      g_string_append_printf (out, "%s%s>%s@%s(%s)%s", i > 0 ? " || " : "", or_dash (one->owner), one->text,
                              or_dash (one->due), or_dash (one->due_words), one->state);
      for (guint k = 0; k < one->updates->len; k++)
        {
          const AccordPageUpdate *update = one->updates->pdata[k];

          g_string_append_printf (out, "{%s%s%s}", update->date != NULL ? update->date : "",
                                  update->date != NULL ? " " : "", update->text);
        }
    }
  return g_string_free (out, FALSE);
}

static const Said declarations[] = {
  { "plain", FULL, "Declarations of interest",
    "Members were asked to declare any interest.\n\nCouncillor A declared an interest in that she worked for "
    "a charity.",
    "Councillor A/-/Councillor A declared an interest in that she worked for a charity.", 0 },
  { "nature", FULL, "Interests", "Cllr A declared a personal and prejudicial interest in item 3. He left.",
    "Cllr A/personal and prejudicial/Cllr A declared a personal and prejudicial interest in item 3.", 0 },
  { "two", FULL, "Interests",
    "Councillors A and B each declared a non-pecuniary interest.\n\nDr C declared a disclosable pecuniary "
    "interest.",
    "Councillors A and B/non-pecuniary/Councillors A and B each declared a non-pecuniary interest. || Dr "
    "C/disclosable pecuniary/Dr C declared a disclosable pecuniary interest.",
    0 },
  { "during", FULL, "Report", "During consideration of item 4, Cllr A declared a personal interest in it.",
    "Cllr A/personal/During consideration of item 4, Cllr A declared a personal interest in it.", 0 },
  { "motion-number", FULL, "Report",
    "During discussion of motion no. 8 (minute no. 6 refers), Cllr A declared a personal interest.",
    "Cllr A/personal/During discussion of motion no. 8 (minute no. 6 refers), Cllr A declared a personal "
    "interest.",
    0 },
  { "nobody", FULL, "Interests",
    "It was noted that no Member declared an interest. No interests were declared by Members.", NONE, 0 },
  { "post", FULL, "Report", "The Director of Public Health declared an interest as a trustee.",
    "Director of Public Health/-/The Director of Public Health declared an interest as a trustee.", 0 },
  { "chair", FULL, "Report", "The Chair, Councillor A, declared a personal interest in item 3.",
    "Chair, Councillor A/personal/The Chair, Councillor A, declared a personal interest in item 3.", 0 },
  { "passive", FULL, "Interests", "A personal interest was declared by Councillor A in item 3.",
    "Councillor A/personal/A personal interest was declared by Councillor A in item 3.", 0 },
  { "announced", FULL, "Interests",
    "The following declarations of interest were made:\n\n" DOT
    "Councillor A in relation to her employment at a centre.",
    "Councillor A/-/Councillor A in relation to her employment at a centre.", 0 },
  { "asked-to-note", FULL, "Disclosure of Interests",
    DOT "Councillor A asked it be noted that she was a trustee, Item 7 refers.",
    "Councillor A/-/Councillor A asked it be noted that she was a trustee, Item 7 refers.", 0 },
  { "asked-elsewhere", FULL, "Report", "Councillor A asked it be noted that the figures were old.", NONE, 0 },
  { "table", FULL, "Interests",
    "Councillor\n\nMinute Number\n\nNature of Interest\n\nA.B. Member\n\n8 " DASH
    " Motion\n\nSister is a teacher.\n\nC. Member\n\n9 " DASH " Other\n\nIs a governor.",
    "A.B. Member/Sister is a teacher./A.B. Member 8 " DASH
    " Motion Sister is a teacher. || C. Member/Is a governor./C. Member 9 " DASH " Other Is a governor.",
    0 },
  { "none", FULL, "Interests",
    "No declarations of interest were made.\n\nThere were no interests declared.\n\nNo Member declared an "
    "interest.\n\nThere were no declarations of interest received.\n\nMembers were reminded that if they "
    "should have declared an interest they must.",
    NONE, 0 },
  { "invited", FULL, "Interests", "Councillors and officers were invited to declare any interests they had.",
    NONE, 0 },
};

static const Said questions[] = {
  { "questioner", FULL, "Public Question Time",
    "Members of the public were invited to submit questions.\n\n" N "\n\nOne question was submitted.\n\n" N
    "\n\nThe questioner asked why nothing was said.\n\n" N
    "\n\nIn response, the Cabinet Member for Health addressed a number of points, including: one; two.",
    "-?The questioner asked why nothing was said.=Cabinet Member for Health!In response, the Cabinet Member "
    "for Health addressed a number of points, including: one; two.",
    0 },
  { "numbered", FULL, "Question Time",
    "(1)" N " The first question asked what had been done.\n\nIn response the Executive Councillor (Support) "
    "stated that much was. More was to come.\n\n(2)" N " The second question asserted that it had not.",
    "-?The first question asked what had been done.=Executive Councillor (Support)!In response the Executive "
    "Councillor (Support) stated that much was. More was to come. || -?The second question asserted that it "
    "had not.=-!-",
    0 },
  { "bullets", ACCORD_STYLE_SINGLE_NEWLINE, "Questions",
    "\xc2\xb7 Question 19-21 - Cllr A enquired why it rained. Cllr B stated that she would write.\n\xc2\xb7 "
    "Question 19- 24 " DASH " Cllr A enquired if it snowed. Cllr C confirmed that it did.",
    "Cllr A?Cllr A enquired why it rained.=Cllr B!Cllr B stated that she would write. || Cllr A?Cllr A "
    "enquired if it snowed.=Cllr C!Cllr C confirmed that it did.",
    0 },
  { "lost-question", FULL, "Organisation",
    "Responding to a Member\xe2\x80\x99s question the Chief Executive reported that money was spent. Little "
    "was left.",
    "a Member?-=Chief Executive!Responding to a Member\xe2\x80\x99s question the Chief Executive reported "
    "that money was spent. Little was left.",
    0 },
  { "responding", FULL, "Organisation",
    "Members asked for assurance in respect of the plan. Responding, the Chief Executive reported that all "
    "was well.",
    "Members?Members asked for assurance in respect of the plan.=Chief Executive!Responding, the Chief "
    "Executive reported that all was well.",
    0 },
  { "unsure", FULL, "Organisation",
    "Members sought assurances that it would last. The Chair reported that it would.", NONE, 1 },
  { "replied", FULL, "Report",
    "Councillor A asked when it would open. The Director replied that it would in May.",
    "Councillor A?Councillor A asked when it would open.=Director!The Director replied that it would in May.",
    0 },
  { "received-from", FULL, "Public Questions",
    "1." N N " Question received from A Person via email:\n\n" N
    "\n\n\xe2\x80\x9cWhy is it so?\xe2\x80\x9d\n\nIt matters to me.\n\nCouncillor B, Cabinet Member for "
    "Health, responded that it was.",
    "A Person?\xe2\x80\x9cWhy is it so?\xe2\x80\x9d It matters to me.=Councillor B, Cabinet Member for "
    "Health!Councillor B, Cabinet Member for Health, responded that it was.",
    0 },
  { "letter", FULL, "Public Question Time",
    "The following question was submitted by A Group:\n\nDear Chair,\n\n1) Who pays?\n\n2) Who "
    "gains?\n\nResponse:\n\n1) The Council.\n\n2) Everybody.",
    "A Group?Dear Chair, 1) Who pays? 2) Who gains?=-!1) The Council. 2) Everybody.", 0 },
  { "q-and-a", FULL, "Questions to the Mayor",
    "Q." N N " Councillor A asked the following question:-\n\n\xe2\x80\x9cWhen?\xe2\x80\x9d\n\nA." N N
    " The Mayor gave the following response:-\n\n\xe2\x80\x9cSoon.\xe2\x80\x9d",
    "Councillor A?\xe2\x80\x9cWhen?\xe2\x80\x9d=Mayor!\xe2\x80\x9cSoon.\xe2\x80\x9d", 0 },
  { "who-asked", FULL, "Questions",
    "A question was received from Councillor A who asked if it was so?\n\nThe Leader indicated that it was.",
    "Councillor A?A question was received from Councillor A who asked if it was so?=Leader!The Leader "
    "indicated that it was.",
    0 },
  { "another-question", FULL, "Question Time",
    "62.1" N N
    " In respect of question 1, Councillor A asked if it rained. Councillor B that it did.\n\n62.2" N N
    " In response to a supplementary question, Councillor B advised that it might.",
    "Councillor A?Councillor A asked if it rained.=-!- || -?-=Councillor B!In response to a supplementary "
    "question, Councillor B advised that it might.",
    0 },
  { "he-asked", FULL, "Questions",
    "In his supplementary Councillor A noted it. He asked why it was so.\n\nThe Leader responded that it "
    "was.",
    "-?He asked why it was so.=Leader!The Leader responded that it was.", 0 },
  { "question-from", FULL, "Questions", "Question 1 from Councillor A: Why is it so?\n\nReply: It is.",
    "Councillor A?Why is it so?=-!It is.", 0 },
  { "there-was-one", FULL, "Public Questions",
    "There was one question from a member of the public, A Person.\n\nThe report shows a need.\n\nCan you "
    "confirm it?\n\nIn response Councillor B said that it was so.",
    "a member of the public?The report shows a need. Can you confirm it?=Councillor B!In response Councillor "
    "B said that it was so.",
    0 },
  { "none", FULL, "Public Question Time", "There were no public questions received.", NONE, 0 },
  { "no-questions", FULL, "Questions", "No questions were received from the public.", NONE, 0 },
  { "asked-to", FULL, "Report", "Members were asked to note the report. The Chair stated that it was long.",
    NONE, 0 },
};

static const Said actions[] = {
  { "dashes", FULL, "Matters arising",
    "Actions updated as follows:\n\nAction " DASH " Cllr A to send a letter to the county\n\nUpdate " DASH
    " cleared as sent.\n\nAction - PMO to arrange talks\n\nUpdate - not yet complete.",
    "Cllr A>Cllr A to send a letter to the county@-(-)done{cleared as sent.} || PMO>PMO to arrange "
    "talks@-(-)open{not yet complete.}",
    0 },
  { "both", FULL, "Matters arising",
    "Action " DASH " One to do this\n\nUpdate " DASH " cleared.\n\nAction " DASH
    " Two to do this\n\nAction " DASH
    " Three to do that\n\nUpdate - both above linked as one action which has been cleared as done.",
    "One>One to do this@-(-)done{cleared.} || Two>Two to do this@-(-)done{both above linked as one action "
    "which has been cleared as done.} || Three>Three to do that@-(-)done{both above linked as one action "
    "which has been cleared as done.}",
    0 },
  { "unlabelled-update", ACCORD_STYLE_LABELS_LOST, "Actions",
    "ACTION: Councillor A to write to the group.\n\nNote issued and part of agenda - Cleared\n\n\nACTION: "
    "The Executive were asked to pass on views.\n\nTalks went on.",
    "Councillor A>Councillor A to write to the group.@-(-)done{Note issued and part of agenda - Cleared} || "
    "Executive>The Executive were asked to pass on views.@-(-)open",
    0 },
  { "point", FULL, "Review", "A form would be sent.\n\nAction Point: PMO to send a form by COB 22.09.15.",
    "PMO>PMO to send a form by COB 22.09.15.@2015-09-22(COB 22.09.15)open", 0 },
  { "initials", FULL, "Review",
    "HH to bring back a plan to the next meeting.\n\nGP to GP transfers were discussed.",
    "HH>HH to bring back a plan to the next meeting.@-(to the next meeting)open", 0 },
  { "invited", FULL, "Future items", "An Officer-Name to be invited to future meetings of the board.", NONE,
    0 },
  { "name-invited", FULL, "Future items", "Firstname Second-Name to be invited to future meetings.",
    "->Firstname Second-Name to be invited to future meetings.@-(-)open", 0 },
  { "vague-due", FULL, "Matters",
    "Action - Dr A to bring it back in September to cover it.\n\nAction - PMO to talk ahead of evaluation in "
    "September.\n\nAction: Clerk to report by the end of March 2017.",
    "Dr A>Dr A to bring it back in September to cover it.@-(in September)open || PMO>PMO to talk ahead of "
    "evaluation in September.@-(ahead of evaluation in September)open || Clerk>Clerk to report by the end of "
    "March 2017.@-(by the end of March 2017)open",
    0 },
  { "exact-due", FULL, "Matters", "Action: Clerk to report by 22nd November 2016.",
    "Clerk>Clerk to report by 22nd November 2016.@2016-11-22(22nd November 2016)open", 0 },
  { "nobody", FULL, "Matters", "Action: Report to be circulated.", "->Report to be circulated.@-(-)open", 0 },
  { "list", FULL, "Matters", "Actions:\n\n" DOT "Clerk to write.\n\n" DOT "Chair to ring.",
    "Clerk>Clerk to write.@-(-)open || Chair>Chair to ring.@-(-)open", 0 },
  { "only-owner", FULL, "Matters", "It would be sent.\n\nAction: Democratic Services", NONE, 1 },
  { "by-number", FULL, "Matters", "Action No. 92(b). Comments were received.", NONE, 1 },
  { "dated-update", FULL, "Matters", "Action: Clerk to write.\n\nUpdate 12 March 2017: letter sent.",
    "Clerk>Clerk to write.@-(-)open{2017-03-12 letter sent.}", 0 },
  { "to-follow", FULL, "Report", "Report to follow.\n\nUpdate on the programme\n\nAction plan agreed.", NONE,
    0 },
  { "resolved-is-none", FULL, "Report", "RESOLVED that Councillor A to be chair.", NONE, 0 },
};

static void
check (const Said *said, char *(*describe) (AccordPageItem *item))
{
  g_autoptr (AccordCommitteePage) page = wording_page_new (said->style, NULL, NULL, said->minutes);
  AccordPageItem *item = page->items->pdata[0];
  g_autofree char *found = NULL;

  g_free (item->title);
  item->title = g_strdup (said->title);
  accord_wording_read_item (page, item);
  found = describe (item);
  g_assert_cmpstr (found, ==, said->expected);
  wording_check_item (page, item);
  if (said->n_unread > 0)
    g_assert_cmpuint (page->unread->len, ==, said->n_unread);
}

static void
test_declaration (gconstpointer data)
{
  check (data, describe_declarations);
}

static void
test_question (gconstpointer data)
{
  check (data, describe_questions);
}

static void
test_action (gconstpointer data)
{
  check (data, describe_actions);
}

static void
add_all (const char *what, const Said *said, guint n, GTestDataFunc test)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/committee/wording/%s/%s", what, said[i].name);

      g_test_add_data_func (path, &said[i], test);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_all ("declarations", declarations, G_N_ELEMENTS (declarations), test_declaration);
  add_all ("questions", questions, G_N_ELEMENTS (questions), test_question);
  add_all ("actions", actions, G_N_ELEMENTS (actions), test_action);
  return g_test_run ();
}
