/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario.h"

#include "table.h"

ACCORD_DEFINE_RECORD (AccordScenario, accord_scenario)

static const AccordField fields[] = {
  { "name", TEXT, N_ ("Scenario"), REQUIRED | TITLE | SEARCHED | LISTED },
  { "appraisal", REFERENCE, N_ ("Appraisal"), REQUIRED | LISTED | LOOKED_UP, .target = "appraisal" },
  { "description", LONG_TEXT, N_ ("Description"), SEARCHED | LISTED },
  { "changes", LONG_TEXT, N_ ("Changes"),
    .hint = N_ ("One a line: a line’s code or *, the number, × or =, and the value") },
};

static void
accord_scenario_class_init (AccordScenarioClass *klass)
{
  accord_record_class_describe (ACCORD_RECORD_CLASS (klass), "scenario", N_ ("Scenario"), N_ ("Scenarios"),
                                N_ ("Add a scenario"), fields, G_N_ELEMENTS (fields));
}
