/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording-support.h"

/* A wording and what was decided by it. */
typedef struct
{
  const char *name;
  AccordPageStyle style;
  const char *proposed;
  const char *decision;
  const char *minutes;
  const char *resolutions;
  const char *recommendations;
  guint n_unread;
} Wording;

#define FULL ACCORD_STYLE_FULL
#define SINGLE ACCORD_STYLE_SINGLE_NEWLINE
#define BROKEN ACCORD_STYLE_BROKEN_TABLE
#define MINUTES(name, minutes, resolutions)                                                                  \
  {                                                                                                          \
    name, FULL, NULL, NULL, minutes, resolutions, "", 0                                                      \
  }

static const Wording wordings[] = {
  MINUTES ("resolved-that", "RESOLVED that the plan be noted.", "Rthe plan be noted."),
  MINUTES ("resolved-dash", "Talk.\n\nRESOLVED " DASH " That the plan be noted.", "Rthe plan be noted."),
  MINUTES ("resolved-hyphen", "RESOLVED - That the plan be noted.", "Rthe plan be noted."),
  MINUTES ("resolved-colon", "RESOLVED: That the plan be noted.", "Rthe plan be noted."),
  MINUTES ("resolved-colon-nbsp", "RESOLVED:" N " That the plan be noted.", "Rthe plan be noted."),
  MINUTES ("resolved-semicolon", "RESOLVED- That;\n1. The plan be noted.\n2. The fund be agreed.",
           "R1. The plan be noted.|R2. The fund be agreed."),
  MINUTES ("resolved-that-colon", "RESOLVED - That:\nTo fund the plan for a year.\n\nTalk went on.",
           "RTo fund the plan for a year."),
  MINUTES ("resolved-that-colon-inline", "RESOLVED - That: the module is bought", "Rthe module is bought!"),
  MINUTES ("resolved-alone", "RESOLVED -\n\n(1)" N N " That one be noted.\n\n(2)" N N " That two be noted.",
           "R(1) That one be noted.|R(2) That two be noted."),
  MINUTES ("resolved-slash", "RESOLVED/-\n\n1. That one be noted.", "R1. That one be noted."),
  MINUTES ("resolved-number-inline",
           "RESOLVED " DASH " (1) That one be noted.\n\n\n(2) That two be noted.\n\nThe Chair thanked all.",
           "R(1) That one be noted.|R(2) That two be noted."),
  MINUTES ("resolved-letter-inline",
           "RESOLVED " DASH " (a) That one be noted.\n(b) That two be noted.\nTalk.",
           "R(a) That one be noted.|R(b) That two be noted."),
  MINUTES ("resolved-small", "Resolved:\n\nThat the plan be noted.", "RThat the plan be noted."),
  MINUTES ("resolved-small-dash", "Resolved " DASH " that, the plan be noted.", "Rthe plan be noted."),
  MINUTES ("resolved-unanimously", "UNANIMOUSLY RESOLVED that the plan be noted.", "Rthe plan be noted."),
  MINUTES ("resolved-bracket", "Resolved (unanimously) that the plan be noted.", "Rthe plan be noted."),
  MINUTES ("resolved-bracket-colon", "Resolved: (Unanimously)\n\n\nThat the plan be noted.",
           "RThat the plan be noted."),
  MINUTES ("resolved-votes", "RESOLVED (by 8 votes to 3) that the plan be noted.", "Rthe plan be noted."),
  MINUTES ("cabinet-resolved", "Cabinet RESOLVED that the plan be noted.", "Rthe plan be noted."),
  MINUTES ("board-resolved",
           "The Board resolved :-\n\n(i)" N N " to amend the plan; and\n\n(ii)" N " to note it.",
           "R(i) to amend the plan; and|R(ii) to note it."),
  MINUTES ("resolved-score", "Resolved (12:3) " DASH " That the plan be noted.", "Rthe plan be noted."),
  MINUTES ("resolved-to-list", "The Board resolved to:-\n(i) note one.\n(ii) note two.",
           "R(i) note one.|R(ii) note two."),
  MINUTES ("resolved-earlier",
           "At its last meeting the Committee RESOLVED that the plan be noted.\n\nThe Council resolved to "
           "act on it in 2019.",
           ""),
  MINUTES ("lettered", "RESOLVED:\n\nThat Cabinet:\n\nA:" N N " Welcomes one.\n\nB:" N N " Agrees two.",
           "RA: Welcomes one.<That Cabinet:>|RB: Agrees two.<That Cabinet:>"),
  MINUTES ("decision-and-resolved", "Decision: Cabinet RESOLVED that the plan be noted.",
           "Rthe plan be noted."),
  MINUTES ("that-capital-letters",
           "RESOLVED " DASH " that (A) one be received; and\n\n\n(B)" N N " two be noted.",
           "R(A) one be received; and|R(B) two be noted."),
  MINUTES ("following",
           "Following consideration of the report, appendices and discussion, the Executive resolved to:\n- "
           "Approve one.\n- Agree two.",
           "RApprove one.|RAgree two."),
  MINUTES ("after-debate", "Following a debate it was agreed that it be done. Talk.", "Ait be done. Talk."),
  MINUTES ("list-lost", "RESOLVED:\nThat:\nReasons for decision\nIt was good.", ""),
  MINUTES ("on-a-motion",
           "RESOLVED (on a motion from Councillor A, seconded by Councillor B and carried) to endorse it.",
           "Rto endorse it."),
  MINUTES ("numbered-minutes",
           "13.1" N N " It was read.\n\n13.2" N N " RESOLVED " DASH " that:\n\n(1) it be noted\n\n13.3" N N
           " The Chair spoke.",
           "R(1) it be noted"),
  MINUTES ("numbered-entries", "UNANIMOUSLY RESOLVED\n4.1 that one be granted;\n4.2 that two be granted.",
           "R4.1 that one be granted;|R4.2 that two be granted."),
  MINUTES ("romans-within", "RESOLVED that i. Authority be delegated. ii. the process be run.",
           "Ri. Authority be delegated.|Rii. the process be run."),
  MINUTES ("committee-agreed", "The Committee AGREED to meet again.", "Ato meet again."),
  MINUTES ("lead-and-that", "RESOLVED that Cabinet:\n\n1. That one be noted.\n\n2. That two be noted.",
           "R1. That one be noted.<Cabinet:>|R2. That two be noted.<Cabinet:>"),
  MINUTES ("unanimously-list",
           "RESOLVED unanimously:\n\n1. That one be done to:\n\n(i) agree; and\n\n(ii) sign.\n\n2. That two "
           "report.",
           "R1. That one be done to:{(i) agree; and + (ii) sign.}|R2. That two report."),
  MINUTES ("decision-taken", "Decision Taken:\n\nTo approve it.", "RTo approve it."),
  MINUTES ("lead-inline", "It was RESOLVED that the Committee: a) note one; b) agree two; and c) thank all.",
           "Ra) note one;<the Committee:>|Rb) agree two; and<the Committee:>|Rc) thank all.<the Committee:>"),
  MINUTES ("parts-inline", "RESOLVED that grants be given to: (1) one, (2) two. Talk (2).",
           "Rgrants be given to:{(1) one, + (2) two. Talk (2).}"),
  MINUTES ("not-inline", "RESOLVED that it be noted. Comments were: (1) good; (2) bad.",
           "Rit be noted. Comments were: (1) good; (2) bad."),
  MINUTES ("no-signs-between", "RESOLVED: (1) one be noted under section (2) of it (2) two be noted",
           "R(1) one be noted under section (2) of it|R(2) two be noted!"),
  MINUTES ("and-then", "RESOLVED that:\n\nOne be noted; and\n\nThe Board be told.\n\nThe Chair spoke.",
           "ROne be noted; and|RThe Board be told."),
  MINUTES ("list-and-talk", "RESOLVED that:\n\n(1) one be noted;\n\n(2) two be noted;\n\nThe Chair spoke.",
           "R(1) one be noted;|R(2) two be noted;"),
  MINUTES ("bullet-heading-behind", "It was agreed:\n\n(1) one be noted.\n\n" DOT "Next Matter\n\nTalk.",
           "A(1) one be noted."),
  MINUTES (
      "quoted-within",
      "The minute was to read: \xe2\x80\x9cThe plan was read. RESOLVED that it be noted.\xe2\x80\x9d It was.",
      ""),
  MINUTES ("resolved-to", "RESOLVED to note the plan.", "Rto note the plan."),
  MINUTES ("resolved-pursuant", "RESOLVED pursuant to the Act that the plan be noted.",
           "Rpursuant to the Act that the plan be noted."),
  MINUTES ("it-was-resolved", "It was moved and seconded, and it was RESOLVED that the plan be noted.",
           "Rthe plan be noted."),
  MINUTES ("put-to-the-vote", "Upon being put to the vote, it was\n\nRESOLVED\n\nThat the plan be noted.",
           "RThat the plan be noted."),
  MINUTES ("paragraph-number",
           "8.4 RESOLVED: That the Committee:-\n\n(a)" N N " notes one; and\n\n" N "\n\n(b)" N N
           " asks for two.",
           "R(a) notes one; and<the Committee:->|R(b) asks for two.<the Committee:->"),
  MINUTES ("number-on-its-own-line", "RESOLVED: That\n\n(1)\n\none be noted; and\n\n(2)\n\ntwo be agreed.",
           "R(1) one be noted; and|R(2) two be agreed."),
  MINUTES ("lead-and-plain", "RESOLVED: That Cabinet:\n\nThat one be noted.\n\nThat two be noted.\n\nTalk.",
           "RThat one be noted.<Cabinet:>|RThat two be noted.<Cabinet:>"),
  MINUTES ("that-and-that", "RESOLVED:\n\nThat one be noted.\n\nThat two be noted.\n\nTalk.",
           "RThat one be noted.|RThat two be noted."),
  MINUTES ("agreed", "It was agreed:\n\n\nOfficers be thanked.\n\n\n" DOT "Next Matter\n\n\nTalk.",
           "AOfficers be thanked."),
  MINUTES ("agreed-nbsp", N "It was agreed:\n\n\nOfficers be thanked.", "AOfficers be thanked."),
  MINUTES ("agreed-that", "It was agreed that officers be thanked.", "Aofficers be thanked."),
  MINUTES ("agreed-capitals", "AGREED: The report be noted.", "AThe report be noted."),
  MINUTES ("agreed-dash",
           "Agreed that " DASH "\n\n\n1." N N " the board approves it.\n\n\n2." N N " it meets again.",
           "A1. the board approves it.|A2. it meets again."),
  MINUTES ("action-agreed", "Action agreed\n\nActions agreed: none.", ""),
  MINUTES ("noted", "NOTED that the plan had changed.", "Nthe plan had changed."),
  MINUTES ("decision-heading", "The Committee considered it.\n\nDecision\n\nTo approve the minutes.\n\nTalk.",
           "RTo approve the minutes."),
  MINUTES ("decision-list",
           "Decision\n\n" N "\n\n1." N N " That one be done.\n\n2." N N " That two be done.\n\n5." N N
           " That five be done.\n\nA member spoke:\n\n4." N " That four be done.",
           "R1. That one be done.|R2. That two be done.|R5. That five be done."),
  MINUTES ("number-behind",
           "Decision number:\n|\nDecision:\n|\n|\nThe Cabinet noted the words. |\n184/2023 |\nThe Cabinet "
           "approved the plan. |\nReasons:\nIt is good.",
           "N184/2023 The Cabinet noted the words.|RThe Cabinet approved the plan."),
  MINUTES ("nested",
           "RESOLVED " DASH " That in relation to the Case:-\n\n" N "\n\n(1)" N N
           " the Case be endorsed, subject to:-\n\n" N "\n\n(i)" N N " the need to focus on\n\xc2\xb7" N N
           " one\n\xc2\xb7" N N " two\n\n" N "\n\n(ii)" N N " and further consideration of\n\xc2\xb7" N N
           " three\n\n" N "\n\n(2)" N N " the cases being finalised as a result of learning " N "..." N
           " view the full minutes text for item 5.",
           "R(1) the Case be endorsed, subject to:-<in relation to the Case:->{(i) the need to focus on{one "
           "+ two} + (ii) and further consideration of{three}}|R(2) the cases being finalised as a result of "
           "learning<in relation to the Case:->!"),
  MINUTES ("parts-without-number",
           "RESOLVED that the plan be approved subject to:\n\n" DOT "one;\n\n" DOT "two.\n\n" DOT
           "Another Matter",
           "Rthe plan be approved subject to:{one; + two.}"),
  MINUTES ("numbers-within",
           "RESOLVED: (1) That one be noted; (2) that section (3) be agreed; and (3) that all be thanked.",
           "R(1) That one be noted;|R(2) that section (3) be agreed; and|R(3) that all be thanked."),
  MINUTES ("double-number",
           "RESOLVED\n\n(1) (a) That one be noted.\n(b) That two be noted.\n(2) That three be noted.",
           "R(1) {(a) That one be noted. + (b) That two be noted.}|R(2) That three be noted."),
  MINUTES ("all-ones",
           "RESOLVED that:\n\n  1. One be noted.\n\n" N "\n\n  1. Two be noted.\n\n" N
           "\n\n  1. Three be noted.",
           "R1. One be noted.#|R2. Two be noted.#|R3. Three be noted.#"),
  MINUTES ("reasons-in-the-paragraph",
           "RESOLVED that the plan be noted. Reason for decision: to inform Members.", "Rthe plan be noted."),
  MINUTES ("two-in-one-item", "One.\n\nRESOLVED that one be noted.\n\nTwo.\n\nRESOLVED that two be noted.",
           "Rone be noted.|Rtwo be noted."),
  MINUTES (
      "quoted",
      "The minutes were amended as follows:\n\n\xe2\x80\x9cRESOLVED: That the plan be noted.\xe2\x80\x9d",
      ""),
  MINUTES ("not-decided",
           "The issues were resolved the very next day. Issues RESOLVED were listed.\n\nThe Board noted the "
           "forms of work.\n\nIt was noted that the figures were static.",
           ""),
  MINUTES ("broken-colon",
           "RESOLVED that the reasons outweigh the interest in these reports:\n\nMinute No.\n\n53 Sites",
           "Rthe reasons outweigh the interest in these reports:!"),
  { "glued", BROKEN, NULL, NULL,
    "The report was read. RESOLVED that the plan be noted. The Chair thanked all. |", "Rthe plan be noted.",
    "", 0 },
  { "glued-list", BROKEN, NULL, NULL, "RESOLVED: 1. That one be noted. 2. That two be noted. Talk went on.",
    "R1. That one be noted.|R2. That two be noted.", "", 0 },
  { "wrapped", SINGLE, NULL, NULL,
    "RESOLVED that the addition of part time staff to\nfurther enhance the team be agreed.",
    "Rthe addition of part time staff to further enhance the team be agreed.", "", 0 },
  { "label-list", FULL, NULL, "1. That one be agreed.\n2. That two be agreed.", "Consideration was given.",
    "R1. That one be agreed.|R2. That two be agreed.", "", 0 },
  { "label-twice", BROKEN, NULL, "Cabinet RESOLVED that the minutes be approved.",
    "RESOLVED that the minutes be approved.", "Rthe minutes be approved.", "", 0 },
  { "label-short", FULL, NULL, "Approved.", "Resolved (unanimously) that the minutes be approved.",
    "Rthe minutes be approved.", "", 0 },
  { "label-fuller", FULL, NULL, "The Board resolved :-\n\n(i) to note one;\n\n(ii) to note two.",
    "The Board heard about one and two.", "R(i) to note one;|R(ii) to note two.", "", 0 },
  { "label-nothing", BROKEN, NULL, "No declarations of interest were made at the meeting.",
    "No declarations of interest were made at the meeting.", "", "", 0 },
  { "label-none", BROKEN, NULL, "None.", "None.", "", "", 0 },
  { "label-apology", BROKEN, NULL, "An apology for absence was received from Councillor A.", NULL, "", "",
    0 },
  { "differ", FULL, NULL, "That the fund be given to the school at once.",
    "RESOLVED that bicycles be sold.\n\nRESOLVED that cars be sold.", "Rbicycles be sold.|Rcars be sold.", "",
    1 },
  { "proposed-resolved", FULL, "RESOLVED " DASH " That the press and public be excluded.", NULL,
    "There were no exempt items.", "", "", 0 },
  { "invited", FULL,
    "To consider a report.\n\n" N "\n\nThe Cabinet is invited to\n\n" N "\n\n1." N N " endorse one.\n\n2." N N
    " note two.\n\nOfficer contact: The Clerk",
    NULL, NULL, "", "C1. endorse one.|C2. note two.", 0 },
  { "recommended", FULL, "The Cabinet is recommended:-\n\n\n(1) To establish one.\n\n\n(2) To note two.",
    NULL, NULL, "", "C(1) To establish one.|C(2) To note two.", 0 },
  { "invited-inline", FULL, "The Board is invited to note the report and comment. This is a report.", NULL,
    NULL, "", "Cnote the report and comment.", 0 },
  { "recommendation-label", FULL, "RECOMMENDATION:" N " That the minutes be approved.", NULL, NULL, "",
    "Cthe minutes be approved.", 0 },
  { "invited-to-declare", FULL,
    "Members are asked to declare any interests they may have.\n\nMembers of the public are invited to put "
    "questions to the Cabinet.\n\nMembers of the Board are invited to suggest future items.",
    NULL, NULL, "", "", 0 },
  { "to-consider", FULL, "To consider a report.\n\nTo approve as a correct record the minutes.", NULL, NULL,
    "", "", 0 },
  { "recommended-in-minutes", FULL, NULL, NULL, "The Board recommended that the Council adopt the plan.", "",
    "Cthe Council adopt the plan.", 0 },
  { "to-recommend-council", FULL, NULL, NULL,
    "Resolved to RECOMMEND: (to Council)\n\nThat the terms be approved.", "", "CThat the terms be approved.",
    0 },
  { "council-recommended", FULL, "Council is RECOMMENDED to: -\n\n" N "\n\nEndorse the report", NULL, NULL,
    "", "CEndorse the report!", 0 },
  { "label-reasons", FULL, NULL,
    "1. That one be approved.\n2. That two be approved.\nReasons\nfor Decisions\n1. It was good.", NULL,
    "R1. That one be approved.|R2. That two be approved.", "", 0 },
  { "doubt-list-lost", FULL, NULL, NULL, "RESOLVED:\nThat:\nReasons for decision\nIt was good.", "", "", 1 },
  { "doubt-capitals", FULL, NULL, NULL,
    "The committee NOTED the plan, and AGREED the following:\n1. That it be read.", "", "", 2 },
  { "doubt-to", FULL, NULL, NULL, "To approve the minutes as a record.\n\nThe recommendations were agreed.",
    "", "", 2 },
  { "doubt-that", FULL, NULL, NULL, "That Councillor A be elected Chair.", "", "", 1 },
  { "doubt-record", FULL, NULL, NULL,
    "The Minutes were approved as a correct record and signed by the Chair.", "", "", 1 },
  { "doubt-lost-list", FULL, NULL, NULL,
    "(i) The progress to date be noted;\n\n(ii) The timescales will be noted;", "", "", 1 },
};

static void
test_wording (gconstpointer data)
{
  const Wording *wording = data;
  g_autoptr (AccordCommitteePage) page =
      wording_page_new (wording->style, wording->proposed, wording->decision, wording->minutes);
  AccordPageItem *item = page->items->pdata[0];
  g_autofree char *resolutions = NULL, *recommendations = NULL;

  accord_wording_read_item (page, item);
  resolutions = wording_describe (item->resolutions);
  recommendations = wording_describe (item->recommendations);
  g_assert_cmpstr (resolutions, ==, wording->resolutions);
  g_assert_cmpstr (recommendations, ==, wording->recommendations);
  wording_check_item (page, item);
  if (wording->n_unread > 0)
    g_assert_cmpuint (page->unread->len, ==, wording->n_unread);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (wordings); i++)
    {
      g_autofree char *path = g_strdup_printf ("/committee/wording/resolutions/%s", wordings[i].name);

      g_test_add_data_func (path, &wordings[i], test_wording);
    }
  return g_test_run ();
}
