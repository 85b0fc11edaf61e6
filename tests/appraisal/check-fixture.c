/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-fixture.h"

#include <math.h>

/* Two options: the partnership, and one with two costs and an outcome, on which faults are tried. */
void
check_set_up (CheckFixture *self)
{
  AccordCbaOption *option;

  self->cba = test_partnership ();
  self->cba->base_year = 2024;
  self->cba->bias = test_bias_table ();
  g_ptr_array_add (self->cba->series, test_deflator (2020, 2026));
  accord_cba_add_group (self->cba, "Staff", PERCENT);
  option = accord_cba_add_option (self->cba, "p", "Other");
  accord_cba_option_add_cost (option, "d", "Nothing");
  self->cost = accord_cba_option_add_cost (option, "e", "Works");
  accord_cba_cost_set_amount (self->cost, 1, 100000);
  self->outcome = accord_cba_option_add_outcome (option, "f", "Fewer falls");
  self->outcome->need = 10 * ACCORD_DECIMAL_ONE;
  self->outcome->unit_value = 5000;
}

void
check_clear (CheckFixture *self)
{
  accord_cba_free (self->cba);
}

/* That there is one fault, and which. */
void
check_assert_fault (CheckFixture *self, const AccordCbaFault *expected)
{
  g_autoptr (GArray) faults = accord_cba_check (self->cba);
  const AccordCbaFault *found = &g_array_index (faults, AccordCbaFault, 0);
  g_autoptr (GArray) of_run = NULL;
  AccordCbaRun *run = accord_cba_run_new (self->cba, &of_run);

  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_cmpint (found->code, ==, expected->code);
  g_assert_cmpuint (found->option, ==, expected->option);
  g_assert_cmpint (found->is_outcome, ==, expected->is_outcome);
  g_assert_cmpuint (found->line, ==, expected->line);
  g_assert_cmpint (found->field, ==, expected->field);
  g_assert_cmpint (found->year, ==, expected->year);
  g_assert_cmpfloat (fabs (found->value - expected->value), <, 1e-9);
  g_assert_null (run);
  g_assert_cmpuint (of_run->len, ==, 1);
}

void
check_assert_whole_fault (CheckFixture *self, AccordCbaFaultCode code, AccordCbaField field, double value)
{
  const AccordCbaFault fault = {
    code, ACCORD_CBA_NONE, FALSE, ACCORD_CBA_NONE, field, ACCORD_NO_YEAR, value
  };

  check_assert_fault (self, &fault);
}

void
check_assert_cost_fault (CheckFixture *self, AccordCbaFaultCode code, AccordCbaField field, int year,
                         double value)
{
  const AccordCbaFault fault = { code, 1, FALSE, 1, field, year, value };

  check_assert_fault (self, &fault);
}

void
check_assert_outcome_fault (CheckFixture *self, AccordCbaFaultCode code, AccordCbaField field, int year,
                            double value)
{
  const AccordCbaFault fault = { code, 1, TRUE, 0, field, year, value };

  check_assert_fault (self, &fault);
}

void
check_assert_sound (CheckFixture *self)
{
  g_autoptr (GArray) faults = accord_cba_check (self->cba);
  AccordCbaResult *result = accord_cba_evaluate (self->cba, 1, NULL);

  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_nonnull (result);
  accord_cba_result_free (result);
}
