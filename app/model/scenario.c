/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario.h"

#include "scenario-changes.h"
#include "table.h"
#include "validation.h"

ACCORD_DEFINE_RECORD (AccordScenario, accord_scenario)

static const AccordField fields[] = {
  { "name", TEXT, N_ ("Scenario"), REQUIRED | TITLE | SEARCHED | LISTED },
  { "appraisal", REFERENCE, N_ ("Appraisal"), REQUIRED | LISTED | LOOKED_UP, .target = "appraisal" },
  { "description", LONG_TEXT, N_ ("Description"), SEARCHED | LISTED },
  { "changes", LONG_TEXT, N_ ("Changes"),
    .hint = N_ ("One a line: a line’s code or *, the number, × or =, and the value, such as * need × 0.8") },
};

static gboolean
accord_scenario_validate (AccordRecord *self, GError **error)
{
  g_autoptr (GError) problem = NULL;

  return accord_scenario_changes_check (accord_record_get_text (self, "changes"), &problem)
         || accord_validation_fail (self, "changes", error, problem->message);
}

static void
accord_scenario_class_init (AccordScenarioClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_scenario_validate;
  accord_record_class_describe (record_class, "scenario", N_ ("Scenario"), N_ ("Scenarios"),
                                N_ ("Add a scenario"), fields, G_N_ELEMENTS (fields));
}
