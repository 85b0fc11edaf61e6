/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "milestone.h"

#include "table.h"

ACCORD_DEFINE_RECORD (AccordMilestone, accord_milestone)

static const AccordChoice statuses[] = {
  { "planned", N_ ("Planned") },
  { "under-way", N_ ("Under way") },
  { "done", N_ ("Done") },
  { "missed", N_ ("Missed") },
  { NULL, NULL },
};

static const AccordField fields[] = {
  { "name", TEXT, N_ ("What is to happen"), REQUIRED | TITLE | SEARCHED | LISTED },
  { "date", DATE, N_ ("Due on"), LISTED },
  { "date-words", TEXT, N_ ("Due date as stated"), LISTED, .hint = N_ ("Such as “Spring 2017”") },
  { "status", CHOICE, N_ ("Status"), REQUIRED | LISTED, .choices = statuses, .initial = "planned" },
  { "done-on", DATE, N_ ("Done on") },
  { "programme", REFERENCE, N_ ("Programme"), LISTED, .target = "programme" },
  { "workstream", REFERENCE, N_ ("Workstream"), .target = "workstream" },
  { "case", REFERENCE, N_ ("Business case"), .target = "case" },
  { "body", REFERENCE, N_ ("Board or committee"), .target = "body" },
  { "organisation", REFERENCE, N_ ("Organisation"), .target = "organisation" },
  { "note", LONG_TEXT, N_ ("Note"), SEARCHED },
};

static void
accord_milestone_class_init (AccordMilestoneClass *klass)
{
  accord_record_class_describe (ACCORD_RECORD_CLASS (klass), "milestone", N_ ("Milestone"), N_ ("Milestones"),
                                N_ ("Add a milestone"), fields, G_N_ELEMENTS (fields));
}
