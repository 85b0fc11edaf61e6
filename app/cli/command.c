/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>

#define NEEDS ACCORD_COMMAND_NEEDS_WORKSPACE
#define CHANGES (NEEDS | ACCORD_COMMAND_CHANGES | ACCORD_COMMAND_WRITES)

static const AccordCommand commands[] = {
  { "init", N_ ("[FILE]"), 0, 1, ACCORD_COMMAND_WRITES | ACCORD_COMMAND_PATHS, ACCORD_OPTION_SAMPLE,
    accord_command_init, N_ ("Make a new workspace, empty or with the sample"),
    N_ ("A file that is there already is never touched.") },
  { "list", N_ ("[KIND]"), 0, 1, NEEDS, ACCORD_OPTIONS_QUERY | ACCORD_OPTION_SAVED | ACCORD_OPTION_TOTAL,
    accord_command_list, N_ ("List the records of a kind"),
    N_ ("A condition without a value, as in --where amount= , asks for records where the field is not "
        "known. Values are written as for “add”. A saved search brings its own kind, conditions and order; "
        "what else is asked for narrows it.") },
  { "show", N_ ("KIND ID"), 2, 2, NEEDS, 0, accord_command_show, N_ ("Show one record in full"),
    N_ ("ID is the record's number or its uid.") },
  { "search", N_ ("TEXT"), 1, -1, NEEDS, ACCORD_OPTION_LIMIT, accord_command_search,
    N_ ("Search everything, by the beginnings of words"),
    N_ ("The limit is for each kind; without one, ten of each are shown.") },
  { "add", N_ ("KIND FIELD=VALUE…"), 2, -1, CHANGES, 0, accord_command_add, N_ ("Add a record"),
    N_ ("Fields are named as “accordctl kinds KIND” has them, with dashes or underscores. Values are "
        "written as people write them: money as “£1,234.56” (or, for amount_pence=, in whole pence), "
        "dates as 2019-04-01 or 1 April 2019, financial years as 2019/20, other records by number, uid "
        "or name, several of them parted by “;”.") },
  { "set", N_ ("KIND ID FIELD=VALUE…"), 3, -1, CHANGES, 0, accord_command_set,
    N_ ("Change fields of a record"), N_ ("FIELD= empties the field. Values are written as for “add”.") },
  { "edit", N_ ("KIND [ID…] FIELD=VALUE…"), 2, -1, CHANGES, ACCORD_OPTIONS_QUERY, accord_command_edit,
    N_ ("Change the same fields of several records"),
    N_ ("Those that are named, else those that the conditions give. All of them or none: what a record is "
        "refused for is said for each. One “undo” takes it all back.") },
  { "delete", N_ ("KIND ID…"), 2, -1, CHANGES, 0, accord_command_delete, N_ ("Delete records"),
    N_ ("All of them or none: a record that others speak of is not deleted. Nothing is lost; see "
        "“restore” and “undo”.") },
  { "restore", N_ ("KIND ID…"), 2, -1, CHANGES, 0, accord_command_restore, N_ ("Bring deleted records back"),
    N_ ("“list KIND --deleted” shows which there are.") },
  { "undo", "", 0, 0, CHANGES, 0, accord_command_undo, N_ ("Undo the last change"),
    N_ ("An import is one change, whatever its size.") },
  { "redo", "", 0, 0, CHANGES, 0, accord_command_redo, N_ ("Do again what was undone last"), NULL },
  { "pins", "", 0, 0, NEEDS, 0, accord_command_pins, N_ ("List the pinned records and saved searches"),
    NULL },
  { "pin", N_ ("KIND ID"), 2, 2, CHANGES, 0, accord_command_pin,
    N_ ("Pin a record, so that it is at hand in the window"), NULL },
  { "save", N_ ("NAME KIND"), 2, 2, CHANGES, ACCORD_OPTIONS_QUERY, accord_command_save,
    N_ ("Save a search under a name"),
    N_ ("“list --saved NAME” runs it; the window shows it beside its places. A search of the same name is "
        "replaced.") },
  { "unpin", N_ ("PIN"), 1, 1, CHANGES, 0, accord_command_unpin,
    N_ ("Let go of a pinned record or a saved search"),
    N_ ("PIN is its name or its number as “pins” has them.") },
  { "history", N_ ("KIND ID"), 2, 2, NEEDS, 0, accord_command_history,
    N_ ("Tell who changed a record, when, and from what to what"), NULL },
  { "changes", "", 0, 0, NEEDS, ACCORD_OPTION_SEARCH | ACCORD_OPTION_LIMIT, accord_command_changes,
    N_ ("List the changes that were made, the newest first"),
    N_ ("A search finds them by their name, by who made them and by the values in them. Without a limit "
        "the newest fifty are listed.") },
  { "go-back", N_ ("KIND ID CHANGE"), 3, 3, CHANGES, 0, accord_command_go_back,
    N_ ("Make a record what it was just after a change"),
    N_ ("The numbers of changes are those of “changes” and “history --json”. Going back is itself a change, "
        "which can be undone.") },
  { "import", N_ ("payments|organisations|committee|appraisal|editions|unit-costs FILE…"), 1, -1,
    CHANGES | ACCORD_COMMAND_PATHS, ACCORD_OPTIONS_IMPORT, accord_command_import,
    N_ ("Take in payments, organisations or pages"),
    N_ ("Each file is one change: all of its good rows are kept or, when it is broken off, none. Rows that "
        "cannot be read are rejected one by one and told with their line; the exit code is then 1. "
        "Organisations come from the ODS register: an answer of its ORD service, or a table such as etr.csv "
        "and epraccur.csv; FILE may be its address. With --known and no file the register is asked about "
        "every "
        "organisation here that has a code. A committee page is what modern.gov's web service answers, a web "
        "page, or text copied from one; FILE may be its address, or - for standard input. What it does not "
        "say itself is asked for; all pages of one command are one change. An appraisal is a file as "
        "“appraise” reads it; --case names the business case it becomes that of. Editions are published "
        "tables that "
        "appraisals stand on (discount rates, price indices, optimism bias, confidence grades), and unit "
        "costs; "
        "what is there is never changed, a newer one stands beside it.") },
  { "read", N_ ("committee FILE"), 2, 2, ACCORD_COMMAND_PATHS, ACCORD_OPTIONS_PAGE, accord_command_read,
    N_ ("Tell what a committee page says"),
    N_ ("Nothing is kept. FILE may be an address, or - for standard input. What could not be read is told as "
        "well.") },
  { "duplicates", N_ ("[KIND]"), 0, 1, NEEDS, 0, accord_command_duplicates,
    N_ ("List what may be kept twice"),
    N_ ("KIND is organisation, or body. Two that have two codes are never the same.") },
  { "merge", N_ ("KIND KEEP DROP"), 3, 3, CHANGES, 0, accord_command_merge, N_ ("Make two records one"),
    N_ ("What named DROP names KEEP from then on, and what only DROP knew KEEP then knows. One “undo” takes "
        "it "
        "back.") },
  { "refresh", N_ ("ORGANISATION"), 1, 1, CHANGES,
    ACCORD_OPTION_FROM | ACCORD_OPTION_UNTIL | ACCORD_OPTION_ALL, accord_command_refresh,
    N_ ("Fetch a council's meetings from its committee website"),
    N_ ("Of the boards and committees that have their number on the site (committee-code), or of all; from a "
        "year ago until half a year from now, unless --from and --until say otherwise. What is new or "
        "changed "
        "is kept, each meeting as one change. Broken off, it goes on where it was when it is called "
        "again.") },
  { "paste", N_ ("KIND FILE"), 2, 2, CHANGES | ACCORD_COMMAND_PATHS, ACCORD_OPTION_DRY_RUN,
    accord_command_paste, N_ ("Add records from a block of a spreadsheet"),
    N_ ("The file holds what a spreadsheet puts on the clipboard: cells parted by tabs, the first row naming "
        "the fields. Rows that cannot become records are left aside, each with the reason.") },
  { "export", N_ ("KIND FILE"), 2, 2, NEEDS | ACCORD_COMMAND_WRITES | ACCORD_COMMAND_PATHS,
    ACCORD_OPTIONS_QUERY, accord_command_export, N_ ("Write a list to a CSV or XLSX file"),
    N_ ("The file's ending says which it is. The options choose what goes into it, as for “list”.") },
  { "funds", N_ ("[FUND]"), 0, 1, NEEDS, ACCORD_OPTION_TODAY, accord_command_funds,
    N_ ("Answer the money questions: uncommitted, unspent, shares"),
    N_ ("With a fund's number, uid or name: its figures by category, financial year and organisation, the "
        "forecast at the rate of this year so far, its shares, and what was said of it beside what the "
        "ledger "
        "shows.") },
  { "programme", N_ ("[PROGRAMME]"), 0, 1, NEEDS, ACCORD_OPTION_TODAY, accord_command_programme,
    N_ ("Say whether a programme is on time, and works"),
    N_ ("With a programme's number, uid or name: its milestones, parts, actions, risks and benefits. Without "
        "one: a line for each programme.") },
  { "overview", "", 0, 0, NEEDS, ACCORD_OPTION_TODAY | ACCORD_OPTION_SINCE, accord_command_overview,
    N_ ("Say what needs you today"),
    N_ ("Open caveats, overdue actions, unanswered questions, who has still to endorse, what is left of the "
        "money, the days ahead and passed, and what has changed.") },
  { "decision", N_ ("DECISION"), 1, 1, NEEDS, ACCORD_OPTION_TODAY, accord_command_decision,
    N_ ("Say until when a decision can be called in, and why"),
    N_ ("DECISION is its number, uid or name. The days are counted by the rule of its own council; where "
        "that or "
        "the day of publication is not on record, it says so. Notice of a key decision is held against 28 "
        "clear "
        "days.") },
  { "calendar", "", 0, 0, NEEDS | ACCORD_COMMAND_WRITES,
    ACCORD_OPTION_FROM | ACCORD_OPTION_UNTIL | ACCORD_OPTION_TODAY | ACCORD_OPTION_ICS,
    accord_command_calendar, N_ ("List meetings, what is due, and the last days for call-ins"),
    N_ ("All days on record, unless --from or --until say which. What a source states by month or season "
        "only "
        "is told with its words and given no day; a calendar file leaves it out. The last day for a call-in "
        "is "
        "counted by the rule of the decision's own council, where that is on record.") },
  { "alliance", N_ ("ORGANISATION"), 1, 1, NEEDS, ACCORD_OPTION_ON, accord_command_alliance,
    N_ ("Say who is in an alliance, and who answers to whom"),
    N_ ("ORGANISATION is an alliance or any other organisation, by number, uid or name: its partners, its "
        "posts, lines of accountability and scrutiny, and what was before and after it. A partner whose "
        "first day is not on record counts from the day on which both it and the alliance had begun.") },
  { "board", N_ ("BOARD"), 1, 1, NEEDS, 0, accord_command_board,
    N_ ("Say whom a board answers to, and what it decided"),
    N_ ("BOARD is a board or committee, by number, uid or name: lines of accountability and scrutiny above "
        "and below it, its posts, its meetings and what it resolved there.") },
  { "accountability", N_ ("[BOARD]"), 0, 1, NEEDS, 0, accord_command_accountability,
    N_ ("Say who answers to whom, and what each decided"),
    N_ ("Every board or committee, or one by number, uid or name: to whom it is accountable, who scrutinises "
        "it, how much of what it decided is on record, and the latest of it.") },
  { "meeting", N_ ("MEETING"), 1, 1, NEEDS, 0, accord_command_meeting,
    N_ ("Tell what came of a meeting, and who owes what"),
    N_ ("MEETING is its number, uid or name. With --json each record is told with its passage and where in "
        "the text that is, counted in characters.") },
  { "passage", N_ ("KIND RECORD"), 2, 2, NEEDS, 0, accord_command_passage,
    N_ ("Show the sentence a record was made from"), N_ ("RECORD is its number, uid or name.") },
  { "case", N_ ("[versions] CASE"), 1, 2, NEEDS, ACCORD_OPTION_TODAY, accord_command_case,
    N_ ("Tell where a business case stands"),
    N_ ("Its stages, who has endorsed it and who has still to, its caveats by group and state. CASE is its "
        "number, uid or name. A caveat is overdue when it is open after the day it was due. “versions” lists "
        "the versions of it that were kept, sent, or came back.") },
  { "compare", N_ ("CASE BEFORE [AFTER]"), 2, 3, NEEDS, 0, accord_command_compare,
    N_ ("Hold two versions of a business case against each other"),
    N_ ("BEFORE and AFTER are versions as “case versions” lists them, by number, uid or name, or “now” for "
        "the case as it stands, which is meant where AFTER is left out. Text is told by words, figures by "
        "how "
        "much they differ, and for what the appraisal rests on, what that one difference does to the "
        "NPSV.") },
  { "checklist", N_ ("CASE"), 1, 1, NEEDS | ACCORD_COMMAND_WRITES,
    ACCORD_OPTION_ANSWER | ACCORD_OPTION_NOTE | ACCORD_OPTION_REVIEWER | ACCORD_OPTION_DATE,
    accord_command_checklist, N_ ("Say how complete a business case is"),
    N_ ("The sections of its five cases, what the records tell beside each, and the questions of the "
        "reviewer's checklist with their answers. CASE is its number, uid or name. With --answer one "
        "question "
        "is answered first, in place of the answer that was there.") },
  { "comments", N_ ("CASE"), 1, 1, NEEDS, 0, accord_command_comments,
    N_ ("List what was said of a business case"),
    N_ ("Comments with their replies, in the order of what they are on: the case as a whole, its sections, "
        "its "
        "figures, its documents by page. CASE is its number, uid or name.") },
  { "appraise", N_ ("CASE|FILE.json"), 1, 1, ACCORD_COMMAND_PATHS | ACCORD_COMMAND_WRITES,
    ACCORD_OPTIONS_APPRAISAL | ACCORD_OPTION_DRAWS | ACCORD_OPTION_SEED | ACCORD_OPTION_OUTPUT,
    accord_command_appraise, N_ ("Say what an appraisal comes to, and for whom"),
    N_ ("Costs and benefits, net present social value, benefit-cost ratio, payback, by option, by year and "
        "by "
        "organisation. A file is a whole appraisal of its own, in the form that appraisal.schema.json "
        "describes, and needs no workspace. With --output the appraisal is written to such a file as "
        "well.") },
  { "report", N_ ("[comments|letter] CASE|FILE.json|REVIEW FILE.pdf|FILE.xlsx"), 2, 3,
    ACCORD_COMMAND_PATHS | ACCORD_COMMAND_WRITES, ACCORD_OPTIONS_APPRAISAL | ACCORD_OPTION_TODAY,
    accord_command_report,
    N_ ("Write an appraisal, or what partners said of a case, as a paper or as a workbook"),
    N_ ("A .pdf is a paper: summary, options, charts, who pays and who gains, sensitivity, assumptions. A "
        ".xlsx is a "
        "workbook in which every figure is a formula on the typed numbers. “report comments CASE FILE” "
        "writes "
        "what all partners said of a case, with the caveats and their answers, as a paper or a workbook; "
        "“report "
        "letter REVIEW FILE.pdf” the answer to one of them.") },
  { "explain", N_ ("CASE|FILE.json FIGURE"), 2, 2, ACCORD_COMMAND_PATHS,
    ACCORD_OPTIONS_APPRAISAL | ACCORD_OPTION_ORGANISATION | ACCORD_OPTION_YEARS | ACCORD_OPTION_LINE,
    accord_command_explain, N_ ("Say why a figure of an appraisal is what it is"),
    N_ ("As a sentence and as a tree, down to the typed numbers and where they are from. FIGURE is npsv, "
        "bcr, "
        "pvc, pvb, eac, payback, roi, budget-impact, fiscal, capital and so on; year-cost, year-benefit and "
        "year-cumulative with --year; organisation-net, organisation-cost, organisation-benefit and "
        "organisation-deepest with --organisation; line and line-year with --line.") },
  { "discount-factors", "", 0, 0, 0, ACCORD_OPTION_SCHEDULE | ACCORD_OPTION_COUNTED,
    accord_command_discount_factors, N_ ("List what a pound of each year is worth in year 0"),
    N_ ("By the standard schedule and up to year 60, unless --schedule and --years say otherwise.") },
  { "benefits", N_ ("CASE"), 1, 1, NEEDS | ACCORD_COMMAND_WRITES,
    ACCORD_OPTION_UPDATE | ACCORD_OPTION_OVERWRITE | ACCORD_OPTION_OUTPUT, accord_command_benefits,
    N_ ("Tell the benefits register of a business case"),
    N_ ("The benefits, forecast and realised by year, and the realised benefit-cost ratio beside the "
        "forecast to "
        "the same year. With --update every outcome line of the preferred option has a benefit; what the "
        "register says otherwise is told, and replaced only with --overwrite. A file may be PDF or CSV.") },
  { "portfolio", N_ ("[PORTFOLIO]"), 0, 1, NEEDS,
    ACCORD_OPTION_LIMIT | ACCORD_OPTION_FUND | ACCORD_OPTION_MUST | ACCORD_OPTION_EXCLUDE
        | ACCORD_OPTION_YEARS,
    accord_command_portfolio, N_ ("Rank the business cases, and choose within the money"),
    N_ ("All cases by benefit-cost ratio, and the set of them that is worth most within the limit, or within "
        "what is left of the fund; exactly. PORTFOLIO is a saved one, whose limits and conditions count "
        "unless "
        "others are given. A case without an appraisal is told as such.") },
  { "matrix", "", 0, 0, NEEDS | ACCORD_COMMAND_WRITES, ACCORD_OPTION_TODAY | ACCORD_OPTION_OUTPUT,
    accord_command_matrix, N_ ("Say who has endorsed which business case"),
    N_ ("For each case: the latest outcome of every body that was asked, its date and the caveats that are "
        "still open, and who has still to say. With --json also the earlier outcomes. A file may be PDF or "
        "CSV.") },
  { "evaluation", N_ ("PROGRAMME"), 1, 1, NEEDS | ACCORD_COMMAND_WRITES,
    ACCORD_OPTION_TODAY | ACCORD_OPTION_OUTPUT, accord_command_evaluation,
    N_ ("Tell what the evaluation of a programme found"),
    N_ ("PROGRAMME is its number, uid or name: its workstreams and what was found, by year and sort, each "
        "finding with the sentence it rests on. With --output a report of several pages, as PDF.") },
  { "editions", N_ ("[EDITION]"), 0, 1, NEEDS, 0, accord_command_editions,
    N_ ("List the published tables that appraisals stand on"),
    N_ ("With an edition's number, uid or name: its table and where it is from.") },
  { "unit-costs", N_ ("[WORD…]"), 0, -1, NEEDS, ACCORD_OPTION_PRICES, accord_command_unit_costs,
    N_ ("Find unit costs by their words"),
    N_ ("Costs are told as published, with the year of their prices. With --prices also in the prices of "
        "another year, where a price series of the same kind of years has both.") },
  { "attach", N_ ("KIND ID FILE…"), 3, -1, CHANGES | ACCORD_COMMAND_PATHS, 0, accord_command_attach,
    N_ ("Keep files in the workspace, with a record"),
    N_ ("KIND is case, programme, fund, meeting or organisation; ID is the record's number, uid or name. "
        "Each file is one change; the same bytes are kept once.") },
  { "extract", N_ ("DOCUMENT FILE"), 2, 2, NEEDS | ACCORD_COMMAND_WRITES | ACCORD_COMMAND_PATHS, 0,
    accord_command_extract, N_ ("Write the file of a document, byte for byte"),
    N_ ("A file that is there already is never touched.") },
  { "pack", N_ ("create|inspect|verify|open|respond|merge …"), 1, -1,
    ACCORD_COMMAND_PATHS | ACCORD_COMMAND_WRITES, ACCORD_OPTIONS_PACK, accord_command_run_part,
    N_ ("Send a case for review, read it, answer it, and take the answer in"),
    N_ ("A pack is a business case on its way to a partner and back. A sealed one is opened by your own key, "
        "or "
        "by the passphrase in a file."),
    accord_pack_parts },
  { "check", "", 0, 0, NEEDS | ACCORD_COMMAND_WRITES, ACCORD_OPTION_REBUILD, accord_command_check,
    N_ ("Check that a workspace is whole and its journal untouched"), NULL },
  { "backup", N_ ("FILE"), 1, 1, NEEDS | ACCORD_COMMAND_WRITES | ACCORD_COMMAND_PATHS, 0,
    accord_command_backup, N_ ("Write a copy of the workspace, even while it is in use"),
    N_ ("A file that is there already is never touched.") },
  { "key", N_ ("new|show|export|copy|take|trust|open …"), 1, -1, ACCORD_COMMAND_PATHS | ACCORD_COMMAND_WRITES,
    ACCORD_OPTION_NAME | ACCORD_OPTION_KEY_FILE | ACCORD_OPTION_PASSPHRASE_FILE | ACCORD_OPTION_REPLACE
        | ACCORD_OPTION_OUTPUT | ACCORD_OPTION_TODAY,
    accord_command_run_part, N_ ("Make, show, pass on and trust keys, and open what was sealed"),
    N_ ("Your own key signs what you send and opens what was sealed to you. It is kept in the keyring, or in "
        "a file that is sealed with a passphrase."),
    accord_key_parts },
  { "kinds", N_ ("[KIND]"), 0, 1, 0, 0, accord_command_kinds,
    N_ ("List the kinds of record, or the fields of one"), NULL },
  { "help", N_ ("[COMMAND]"), 0, 2, 0, 0, accord_command_help,
    N_ ("Say how the program or a command is used"), NULL },
};

/**
 * accord_command_find:
 * @name: a word of the command line
 *
 * Returns: (nullable): the command of this name
 */
const AccordCommand *
accord_command_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];
  return NULL;
}

/**
 * accord_command_at:
 * @index: a number from 0
 *
 * Returns: (nullable): the command there, or %NULL beyond the last
 */
const AccordCommand *
accord_command_at (guint index)
{
  return index < G_N_ELEMENTS (commands) ? &commands[index] : NULL;
}
