/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case.h"

#include "table.h"
#include "validation.h"

ACCORD_DEFINE_RECORD (AccordCase, accord_case)

const AccordChoice accord_case_stages[] = {
  { "strategic-outline", N_ ("Strategic Outline Case") },
  { "outline", N_ ("Outline Business Case") },
  { "full", N_ ("Full Business Case") },
  { NULL, NULL },
};

static const AccordChoice statuses[] = {
  { "draft", N_ ("Draft") },
  { "engagement", N_ ("In engagement") },
  { "endorsed", N_ ("Endorsed") },
  { "endorsed-with-caveats", N_ ("Endorsed subject to caveats") },
  { "deferred", N_ ("Deferred") },
  { "approved", N_ ("Approved") },
  { "not-endorsed", N_ ("Not endorsed") },
  { "withdrawn", N_ ("Withdrawn") },
  { NULL, NULL },
};

static const AccordField fields[] = {
  { "name", TEXT, N_ ("Name"), REQUIRED | TITLE | SEARCHED | LISTED },
  { "programme", REFERENCE, N_ ("Programme"), LISTED, .target = "programme" },
  { "stage", CHOICE, N_ ("Stage"), REQUIRED | LISTED, .choices = accord_case_stages,
    .initial = "strategic-outline" },
  { "status", CHOICE, N_ ("Status"), REQUIRED | LISTED, .choices = statuses, .initial = "draft" },
  { "owner", TEXT, N_ ("Owner"), SEARCHED | LISTED },
  { "organisation", REFERENCE, N_ ("Organisation"), .target = "organisation" },
  { "started", DATE, N_ ("Started on") },
  { "decision-due", DATE, N_ ("Decision due on"), LISTED },
  { "decision-due-words", TEXT, N_ ("Decision due, as stated"), LISTED, .hint = N_ ("Such as “late 2017”") },
  { "summary", LONG_TEXT, N_ ("Summary"), SEARCHED },
  { "strategic", LONG_TEXT, N_ ("Strategic case"), SEARCHED, .hint = N_ ("Why the change is needed") },
  { "economic", LONG_TEXT, N_ ("Economic case"), SEARCHED, .hint = N_ ("What it is worth to everybody") },
  { "commercial", LONG_TEXT, N_ ("Commercial case"), SEARCHED, .hint = N_ ("How it is to be bought") },
  { "financial", LONG_TEXT, N_ ("Financial case"), SEARCHED,
    .hint = N_ ("What it costs each partner, and who pays") },
  { "management", LONG_TEXT, N_ ("Management case"), SEARCHED, .hint = N_ ("How it is to be carried out") },
};

static gboolean
accord_case_validate (AccordRecord *self, GError **error)
{
  return accord_validate_order (self, "started", "decision-due", error);
}

static void
accord_case_class_init (AccordCaseClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_case_validate;
  accord_record_class_describe (record_class, "case", N_ ("Business case"), N_ ("Business cases"),
                                N_ ("Add a business case"), fields, G_N_ELEMENTS (fields));
}
