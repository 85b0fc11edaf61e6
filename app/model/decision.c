/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decision.h"

#include "table.h"
#include "validation.h"

ACCORD_DEFINE_RECORD (AccordDecision, accord_decision)

/* What a page does not say is neither yes nor no. */
static const AccordChoice stated[] = {
  { "yes", N_ ("Yes") },
  { "no", N_ ("No") },
  { NULL, NULL },
};

static const AccordField fields[] = {
  { "title", TEXT, N_ ("Decision"), REQUIRED | TITLE | SEARCHED | LISTED },
  { "reference", TEXT, N_ ("Reference"), SEARCHED | LISTED, .hint = N_ ("As the page numbers it") },
  { "maker", TEXT, N_ ("Decided by"), SEARCHED | LISTED,
    .hint = N_ ("The body or officer, as the source names them") },
  { "body", REFERENCE, N_ ("Board or committee"), LISTED, .target = "body" },
  { "organisation", REFERENCE, N_ ("Organisation"), .target = "organisation",
    .hint = N_ ("Whose decision it is, where an officer took it") },
  { "meeting", REFERENCE, N_ ("Meeting"), LISTED | LOOKED_UP, .target = "meeting" },
  { "item", REFERENCE, N_ ("Agenda item"), .target = "item" },
  { "status", TEXT, N_ ("Status"), LISTED,
    .hint = N_ ("Such as “Recommendations Approved (subject to call-in)”") },
  { "purpose", LONG_TEXT, N_ ("Purpose or reason"), SEARCHED },
  { "text", LONG_TEXT, N_ ("What was decided"), SEARCHED },
  { "alternatives", LONG_TEXT, N_ ("Alternatives considered"), SEARCHED },
  { "due", DATE, N_ ("Due on"), LISTED | INDEXED, .hint = N_ ("Not before this day") },
  { "due-words", TEXT, N_ ("Due date as stated"), .hint = N_ ("Such as “not before 30th Nov 2018”") },
  { "notice", DATE, N_ ("Notice given on"), .hint = N_ ("A key decision needs 28 clear days’ notice") },
  { "date", DATE, N_ ("Decided on"), LISTED | INDEXED },
  { "made-on", DATE, N_ ("Made at the meeting on") },
  { "published", DATE, N_ ("Published on"), LISTED },
  { "effective", DATE, N_ ("Effective from"), LISTED },
  { "key", CHOICE, N_ ("Key decision"), LISTED, .choices = stated },
  { "call-in", CHOICE, N_ ("Subject to call-in"), LISTED, .choices = stated },
  { "urgent", CHOICE, N_ ("Urgent"), .choices = stated },
  { "exempt", CHOICE, N_ ("Exempt (Part 2)"), .choices = stated },
  { "officer", TEXT, N_ ("Lead officer"), SEARCHED },
  { "incomplete", BOOLEAN, N_ ("Text cut short"), LISTED },
  { "decision-code", CODE, N_ ("Decision number on the council’s site"), FACT | INDEXED },
  { "issue-code", CODE, N_ ("Issue number on the council’s site"), FACT },
};

static void
accord_decision_class_init (AccordDecisionClass *klass)
{
  accord_record_class_describe (ACCORD_RECORD_CLASS (klass), "decision", N_ ("Decision"), N_ ("Decisions"),
                                N_ ("Record a decision"), fields, G_N_ELEMENTS (fields));
}
