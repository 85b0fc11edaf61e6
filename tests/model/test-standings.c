/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "benefit-standing.h"
#include "risk-standing.h"

#include <string.h>

#define TODAY "2026-11-22"

static void
test_dated_values (void)
{
  g_autoptr (GPtrArray) values = accord_dated_values_parse (
      "  2018-03-31\t-2.50 \n\n2017-03-31 12.5\nnot a line\n2018-03-31 7\n2019-02-30 1\n"
      "2019-03-31 1e3\n2019-03-31 .5");
  const AccordDatedValue *first = values->pdata[0], *second = values->pdata[1], *third = values->pdata[2];
  g_autoptr (GPtrArray) none = accord_dated_values_parse (NULL);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (values->len, ==, 3);
  g_assert_cmpstr (first->date, ==, "2017-03-31");
  g_assert_cmpfloat (first->value, ==, 12.5);
  g_assert_cmpstr (second->date, ==, "2018-03-31");
  g_assert_cmpstr (second->text, ==, "7");
  g_assert_cmpfloat (third->value, ==, 0.5);
}

static void
test_decimal (void)
{
  static const char *const cases[][2] = {
    { "0", "0" },
    { "12", "12" },
    { "999", "999" },
    { "1000", "1,000" },
    { "-1234567.5", "−1,234,567.5" },
    { ".5", ".5" },
    { "12345.", "12,345." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = accord_decimal_dup_display (cases[i][0]);

      g_assert_cmpstr (shown, ==, cases[i][1]);
    }
}

static AccordRecord *
new_risk (Fixture *fixture, const char *name, gint64 gross, gint64 net, gint64 target, gint64 previous)
{
  AccordRecord *risk = fixture_new (fixture, "risk");

  accord_record_set_text (risk, "name", name);
  accord_record_set_text (risk, "status", "open");
  accord_record_set_int (risk, "gross", gross);
  accord_record_set_int (risk, "net", net);
  accord_record_set_int (risk, "target", target);
  accord_record_set_int (risk, "previous", previous);
  return risk;
}

static void
test_risk_words (Fixture *fixture, gconstpointer data)
{
  const gint64 no = ACCORD_UNKNOWN;
  const struct
  {
    gint64 gross, net, target, previous;
    const char *words;
    gboolean above;
  } cases[] = {
    { 20, 12, 8, 16, "gross 20, net 12, was 16, falling; target 8", TRUE },
    { 20, 16, 16, 12, "gross 20, net 16, was 12, rising; target 16", FALSE },
    { no, 12, no, 12, "net 12, unchanged", FALSE },
    { 9, no, 4, 6, "gross 9, net score not known; target 4", FALSE },
    { no, 1, 2, no, "net 1; target 2", FALSE },
    { no, no, no, no, "not scored", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AccordRecord) risk =
          new_risk (fixture, "It may rain", cases[i].gross, cases[i].net, cases[i].target, cases[i].previous);
      g_autoptr (AccordRiskStanding) standing = accord_risk_standing_new (risk);
      g_autofree char *words = accord_risk_standing_dup_words (standing, TRUE);

      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpint (standing->above_target, ==, cases[i].above);
      g_assert_cmpint (standing->scored, ==, i + 1 < G_N_ELEMENTS (cases));
    }
}

static gpointer
read_risks (AccordReader *reader, gpointer data, GError **error)
{
  return accord_risk_standings (reader, *(gint64 *) data, error);
}

static void
test_risk_order (Fixture *fixture, gconstpointer data)
{
  static const char *const order[] = { "worst",      "second, by gross", "second",
                                       "gross only", "nothing",          "closed" };
  gint64 programme = fixture_add_named (fixture, "programme", "Together");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) risks = NULL;
  const struct
  {
    const char *name;
    gint64 gross, net;
  } cases[] = {
    { "nothing", ACCORD_UNKNOWN, ACCORD_UNKNOWN },
    { "second", 12, 9 },
    { "closed", 25, 25 },
    { "gross only", 25, ACCORD_UNKNOWN },
    { "second, by gross", 20, 9 },
    { "worst", ACCORD_UNKNOWN, 10 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AccordRecord) risk =
          new_risk (fixture, cases[i].name, cases[i].gross, cases[i].net, ACCORD_UNKNOWN, ACCORD_UNKNOWN);

      accord_record_set_int (risk, "programme", programme);
      if (strcmp (cases[i].name, "closed") == 0)
        accord_record_set_text (risk, "status", "closed");
      fixture_save (fixture, risk);
    }
  risks = accord_workspace_read (fixture->workspace, read_risks, &programme, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (risks->len, ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < risks->len; i++)
    g_assert_cmpstr (((AccordRiskStanding *) risks->pdata[i])->name, ==, order[i]);
}

static AccordBenefitStanding *
stand (Fixture *fixture, const char *baseline, const char *target, const char *date, const char *actuals)
{
  g_autoptr (AccordRecord) benefit = fixture_new (fixture, "benefit");

  accord_record_set_text (benefit, "measure", "Admissions");
  accord_record_set_text (benefit, "baseline", baseline);
  accord_record_set_text (benefit, "target", target);
  accord_record_set_text (benefit, "target-date", date);
  accord_record_set_text (benefit, "actuals", actuals);
  return accord_benefit_standing_new (benefit, TODAY);
}

static void
test_benefit_state (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    const char *baseline, *target, *date, *actuals, *code;
    gint64 progress;
  } cases[] = {
    { NULL, NULL, NULL, NULL, "no-figures", ACCORD_UNKNOWN },
    { "10", NULL, NULL, NULL, "no-figures", ACCORD_UNKNOWN },
    { "10", "5", NULL, NULL, "no-actuals", ACCORD_UNKNOWN },
    { "10", NULL, NULL, "2026-01-01 8", "no-target", ACCORD_UNKNOWN },
    { NULL, "5", NULL, "2026-01-01 8", "no-baseline", ACCORD_UNKNOWN },
    { NULL, "5", NULL, "2026-01-01 5.0", "reached", ACCORD_UNKNOWN },
    /* Down is good, then up is good. */
    { "10", "5", "2027-01-01", "2026-01-01 7.5", "towards", 5000 },
    { "10", "5", "2027-01-01", "2026-01-01 4", "reached", 12000 },
    { "5", "10", "2027-01-01", "2026-01-01 4", "no-nearer", -2000 },
    { "5", "10", "2027-01-01", "2025-01-01 9\n2026-01-01 5", "no-nearer", 0 },
    { "5", "10", "2026-11-21", "2026-01-01 9", "missed", 8000 },
    { "5", "10", TODAY, "2026-01-01 9", "towards", 8000 },
    { "5", "10", "2020-01-01", "2026-01-01 10", "reached", 10000 },
    /* What is to stay as it is. */
    { "5", "5", NULL, "2026-01-01 5", "reached", ACCORD_UNKNOWN },
    { "5", "5", NULL, "2026-01-01 6", "no-nearer", ACCORD_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AccordBenefitStanding) benefit =
          stand (fixture, cases[i].baseline, cases[i].target, cases[i].date, cases[i].actuals);

      g_assert_cmpstr (accord_benefit_state_get_code (benefit->state), ==, cases[i].code);
      g_assert_cmpint (benefit->progress, ==, cases[i].progress);
      g_assert_cmpint (accord_benefit_state_is_on_track (benefit->state), ==,
                       strcmp (cases[i].code, "reached") == 0 || strcmp (cases[i].code, "towards") == 0);
    }
}

static void
test_benefit_extremes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *digits = g_strnfill (400, '9');
  g_autofree char *line = g_strdup_printf ("2026-01-01 %s", digits);
  g_autoptr (AccordBenefitStanding) huge = stand (fixture, "0", "1", NULL, line);
  g_autoptr (AccordBenefitStanding) target = stand (fixture, "0", digits, NULL, "2026-01-01 1");

  g_assert_cmpint (huge->progress, ==, ACCORD_UNKNOWN);
  g_assert_cmpstr (accord_benefit_state_get_code (huge->state), ==, "reached");
  g_assert_cmpstr (accord_benefit_state_get_code (target->state), ==, "no-nearer");
}

static void
test_benefit_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordBenefitStanding) benefit =
      stand (fixture, "1480", "1150", "2027-03-31", "2026-03-31 1290\n2025-09-30 1365");
  g_autofree char *words = NULL;
  const char *const units[][2] = { { "admissions", "1,480 admissions" },
                                   { "%", "1,480%" },
                                   { "£ million", "£1,480 million" },
                                   { "£", "£1,480" } };

  words = accord_benefit_standing_dup_words (benefit);
  g_assert_cmpstr (words, ==,
                   "On its way: 1,290 on 31 Mar 2026; baseline 1,480; target 1,150 by 31 Mar 2027");
  g_assert_cmpstr (accord_benefit_standing_in_year (benefit, 2025)->text, ==, "1290");
  g_assert_null (accord_benefit_standing_in_year (benefit, 2026));
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autofree char *value = NULL;

      g_free (benefit->unit);
      benefit->unit = g_strdup (units[i][0]);
      value = accord_benefit_dup_value (benefit, benefit->baseline);
      g_assert_cmpstr (value, ==, units[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/standings/dated-values", test_dated_values);
  g_test_add_func ("/standings/decimal", test_decimal);
  fixture_add_test ("/standings/risk/words", test_risk_words);
  fixture_add_test ("/standings/risk/order", test_risk_order);
  fixture_add_test ("/standings/benefit/state", test_benefit_state);
  fixture_add_test ("/standings/benefit/extremes", test_benefit_extremes);
  fixture_add_test ("/standings/benefit/words", test_benefit_words);
  return g_test_run ();
}
