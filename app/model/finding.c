/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "finding.h"

#include "table.h"

ACCORD_DEFINE_RECORD (AccordFinding, accord_finding)

static const AccordChoice types[] = {
  { "outcome", N_ ("Outcome") },         { "strength", N_ ("Strength") },
  { "limitation", N_ ("Limitation") },   { "learning", N_ ("Learning") },
  { "next-year", N_ ("For next year") }, { "enabling", N_ ("Enabling activity") },
  { "comment", N_ ("Comment") },         { NULL, NULL },
};

static const AccordField fields[] = {
  { "text", TEXT, N_ ("Finding"), REQUIRED | TITLE | SEARCHED | LISTED },
  { "type", CHOICE, N_ ("Type"), REQUIRED | LISTED, .choices = types, .initial = "comment" },
  { "programme", REFERENCE, N_ ("Programme"), LISTED, .target = "programme" },
  { "workstream", REFERENCE, N_ ("Workstream"), .target = "workstream" },
  { "item", REFERENCE, N_ ("Agenda item"), LOOKED_UP, .target = "item" },
  { "year", YEAR, N_ ("Financial year"), LISTED },
  { "note", LONG_TEXT, N_ ("Note"), SEARCHED },
};

static void
accord_finding_class_init (AccordFindingClass *klass)
{
  accord_record_class_describe (ACCORD_RECORD_CLASS (klass), "finding", N_ ("Evaluation finding"),
                                N_ ("Evaluation findings"), N_ ("Add an evaluation finding"), fields,
                                G_N_ELEMENTS (fields));
}
