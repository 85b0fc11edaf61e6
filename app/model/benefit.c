/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "benefit.h"

#include "appraisal-lines.h"
#include "table.h"
#include "validation.h"

ACCORD_DEFINE_RECORD (AccordBenefit, accord_benefit)

static const AccordChoice categories[] = {
  { "direct", N_ ("Direct public sector") },
  { "indirect", N_ ("Indirect public sector") },
  { "wider", N_ ("Wider") },
  { NULL, NULL },
};

static const AccordChoice cash[] = {
  { "cash-releasing", N_ ("Cash releasing") },
  { "non-cash", N_ ("Non-cash") },
  { "quantifiable", N_ ("Quantifiable") },
  { "qualitative", N_ ("Qualitative") },
  { NULL, NULL },
};

static const AccordField fields[] = {
  { "measure", TEXT, N_ ("Measure"), REQUIRED | TITLE | SEARCHED | LISTED },
  { "programme", REFERENCE, N_ ("Programme"), LISTED, .target = "programme" },
  { "case", REFERENCE, N_ ("Business case"), .target = "case" },
  { "organisation", REFERENCE, N_ ("Who gains"), LISTED, .target = "organisation" },
  { "unit", TEXT, N_ ("Unit"), LISTED, .hint = N_ ("What is counted, such as bed days") },
  { "baseline", DECIMAL, N_ ("Baseline"), LISTED | SIGNED },
  { "target", DECIMAL, N_ ("Target"), LISTED | SIGNED },
  { "target-date", DATE, N_ ("Target date"), LISTED },
  { "actuals", LONG_TEXT, N_ ("Actual values"), .hint = N_ ("One a line, such as 2017-03-31 12.5") },
  { "number", TEXT, N_ ("Number"), .hint = N_ ("In the benefits register") },
  { "category", CHOICE, N_ ("Category"), .choices = categories },
  { "cash", CHOICE, N_ ("Class"), .choices = cash },
  { "description", LONG_TEXT, N_ ("Description"), SEARCHED },
  { "feature", TEXT, N_ ("Service feature"), SEARCHED },
  { "cost-words", TEXT, N_ ("Cost"), .hint = N_ ("Of bringing it about") },
  { "activities", LONG_TEXT, N_ ("Activities"), SEARCHED },
  { "responsible", TEXT, N_ ("Responsible post"), SEARCHED },
  { "outcome", REFERENCE, N_ ("Outcome line"), LOOKED_UP, .target = "outcome" },
  { "full-year", MONEY, N_ ("Full-year value"), SIGNED },
  { "timescale", TEXT, N_ ("Timescale") },
  { "realised", LONG_TEXT, N_ ("Realised"),
    .hint = N_ ("What it was really worth, one a line, such as 2018/19 165000.00") },
  { "note", LONG_TEXT, N_ ("Note"), SEARCHED },
};

static gboolean
validate_realised (AccordRecord *self, GError **error)
{
  const char *text = accord_record_get_text (self, "realised");
  g_autoptr (GError) problem = NULL;
  g_autoptr (GArray) amounts = text != NULL ? accord_year_amounts_parse (text, &problem) : NULL;

  return text == NULL || amounts != NULL
         || accord_validation_fail (self, "realised", error, problem->message);
}

static gboolean
accord_benefit_validate (AccordRecord *self, GError **error)
{
  return accord_validate_lines (self, "actuals", ACCORD_LINE_ACTUAL, error)
         && validate_realised (self, error);
}

static void
accord_benefit_class_init (AccordBenefitClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_benefit_validate;
  accord_record_class_describe (record_class, "benefit", N_ ("Benefit"), N_ ("Benefits"),
                                N_ ("Add a benefit"), fields, G_N_ELEMENTS (fields));
}
