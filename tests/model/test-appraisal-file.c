/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal-fixture.h"

#include "result.h"

#include <math.h>
#include <string.h>

static AccordCbaResult *
evaluate (const AccordAppraisalFile *file, guint option)
{
  g_autoptr (GArray) faults = NULL;
  AccordCbaResult *result;

  g_assert_cmpuint (file->problems->len, ==, 0);
  g_assert_nonnull (file->cba);
  result = accord_cba_evaluate (file->cba, option, &faults);
  if (result == NULL)
    for (guint i = 0; i < faults->len; i++)
      g_test_message ("fault %d", g_array_index (faults, AccordCbaFault, i).code);
  g_assert_nonnull (result);
  return result;
}

/* What the method's own example comes to, read from records. */
static void
test_figures (Fixture *fixture, gconstpointer data)
{
  Appraised made;
  g_autoptr (AccordAppraisalFile) file = NULL;
  g_autoptr (AccordCbaResult) result = NULL;

  appraised_begin (fixture, &made);
  file = appraised_read (fixture, made.business_case);
  result = evaluate (file, accord_appraisal_file_get_shown_option (file));
  g_assert_cmpint (accord_cba_pence (result->net.pvb), ==, 52621248);
  g_assert_cmpint (accord_cba_pence (result->net.pvc), ==, 47844956);
  g_assert_cmpint (accord_cba_pence (result->net.npsv), ==, 4776293);
  g_assert_cmpfloat_with_epsilon (result->net.bcr.value, 1.0998, 5e-5);
  g_assert_cmpfloat_with_epsilon (result->net.roi.value, 0.5499, 5e-5);
  g_assert_cmpfloat (result->net.discounted_payback.value, ==, 4);
  g_assert_cmpint (accord_cba_pence (result->net.budget_impact), ==, -21534331);

  g_assert_cmpuint (file->remarks->len, ==, 0);
  g_assert_cmpuint (file->cba->organisations->len, ==, 2);
  g_assert_cmpuint (accord_appraisal_file_find_organisation (file, made.council), ==, 1);
  g_assert_cmpuint (accord_appraisal_file_find_organisation (file, made.business_case + 999), ==,
                    ACCORD_CBA_NONE);
  g_assert_cmpuint (file->editions->len, >=, 5);
  g_assert_cmpuint (file->n_draws, ==, 10000);
}

/* A case that has none is no error. */
static void
test_none (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_add_named (fixture, "case", "Enablers");
  g_autoptr (AccordAppraisalFile) file = appraised_read (fixture, id);

  g_assert_null (file->appraisal);
  g_assert_null (file->cba);
  g_assert_cmpuint (accord_appraisal_file_get_shown_option (file), ==, ACCORD_CBA_NONE);
}

/* Without what cannot be read figures would be false: there are none, and a sentence says where it lies. */
static void
test_problems (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *kind;
    const char *field;
    const char *value;
    const char *start;
  } cases[] = {
    { "appraisal", "base-year", "2018/19", "“Team costs”, Amounts: 2017/18 is before year 0, 2018/19." },
    { "outcome", "price-year", "2013",
      "“Fewer admissions”, Unit value in prices of: 2013 is a calendar year" },
    { "appraisal", "price-year", "2013", "The appraisal’s prices are of 2013, a calendar year" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Appraised made;
      g_autoptr (AccordAppraisalFile) file = NULL;
      gint64 id;

      appraised_begin (fixture, &made);
      id = g_str_equal (cases[i].kind, "appraisal") ? made.appraisal : made.outcome;
      appraised_set (fixture, cases[i].kind, id, cases[i].field, cases[i].value);
      file = appraised_read (fixture, made.business_case);
      g_assert_null (file->cba);
      g_assert_cmpuint (file->problems->len, >=, 1);
      if (!g_str_has_prefix (file->problems->pdata[0], cases[i].start))
        g_error ("“%s” does not begin with “%s”", (char *) file->problems->pdata[0], cases[i].start);
      g_assert_true (g_str_has_suffix (file->problems->pdata[0], "."));
    }
}

static void
test_remarks (Fixture *fixture, gconstpointer data)
{
  Appraised made;
  g_autoptr (AccordAppraisalFile) file = NULL;

  appraised_begin (fixture, &made);
  appraised_add (fixture, "outcome", "name=Wellbeing|need=100", "option", made.option);
  appraised_set (fixture, "outcome", made.outcome, "deadweight", "");
  file = appraised_read (fixture, made.business_case);
  g_assert_nonnull (file->cba);
  g_assert_cmpuint (file->remarks->len, ==, 2);
  g_assert_cmpstr (
      file->remarks->pdata[0], ==,
      "“Fewer admissions” is counted in full, as if these changed nothing: not stated: Deadweight.");
  g_assert_cmpstr (
      file->remarks->pdata[1], ==,
      "“Wellbeing” is counted as nothing: not stated: Unit value, Engagement, Impact, Deadweight.");
}

static void
test_options (Fixture *fixture, gconstpointer data)
{
  Appraised made;
  g_autoptr (AccordAppraisalFile) file = NULL;
  g_autoptr (AccordCbaResult) result = NULL;
  gint64 minimum;

  appraised_begin (fixture, &made);
  minimum = appraised_add (fixture, "option", "name=Do the minimum|letter=a|comparator=do-minimum", "case",
                           made.business_case);
  appraised_add (fixture, "cost", "name=Upkeep|amounts=2017/18 10000.00|sort=in-kind", "option", minimum);
  file = appraised_read (fixture, made.business_case);
  g_assert_cmpuint (file->options->len, ==, 2);
  g_assert_cmpint (accord_record_get_id (file->options->pdata[0]), ==, minimum);
  g_assert_cmpuint (accord_cba_find_comparator (file->cba), ==, 0);
  g_assert_cmpuint (accord_appraisal_file_get_shown_option (file), ==, 1);
  result = evaluate (file, 1);
  g_assert_cmpint (accord_cba_pence (result->net.pvc), ==, 47844956 - 1000000);
  g_assert_cmpint (accord_cba_pence (result->own.pvc), ==, 47844956);
}

/* Every field of the records reaches the line. */
static void
test_lines (Fixture *fixture, gconstpointer data)
{
  Appraised made;
  g_autoptr (AccordAppraisalFile) file = NULL;
  const AccordCbaOption *option;
  const AccordCbaCost *cost;
  const AccordCbaOutcome *outcome;

  appraised_begin (fixture, &made);
  appraised_set (fixture, "appraisal", made.appraisal, "groups", "0.5 Staff costs\n0.25 Demand");
  appraised_add (fixture, "cost",
                 "name=Hub|position=1|sort=capital|timing=one-off|amounts=2018/19 100.00\n2020/21 5.50|"
                 "works=standard-buildings 1|mitigations=0.5 0.8 12.00 Land|evidenced=yes|bias-rate=0.2|"
                 "mitigated=0.5|spread=triangular|low=0.8|likely=1.1|high=1.3|moves-with=Staff costs|"
                 "moves-against=yes|basis=Quotation",
                 "option", made.option);
  appraised_add (fixture, "outcome",
                 "name=Calls|position=1|need=10.5|unit-value=-3.00|attribution=0.9|displacement=0.1|"
                 "leakage=0.2|lasts=3|phasing=2018/19 0.5\n2020/21 1|outcome-class=social|timing=one-off|"
                 "spread=normal|high=0.1|moves-with=Nobody|price-year=2016/17",
                 "option", made.option);
  file = appraised_read (fixture, made.business_case);
  g_assert_cmpuint (file->problems->len, ==, 0);
  option = file->cba->options->pdata[0];
  cost = option->costs->pdata[0];
  g_assert_cmpstr (cost->name, ==, "Hub");
  g_assert_cmpint (cost->kind, ==, ACCORD_COST_CAPITAL);
  g_assert_cmpint (cost->timing, ==, ACCORD_TIMING_ONE_OFF);
  g_assert_cmpint (accord_cba_cost_get_amount (cost, 0), ==, 0);
  g_assert_cmpint (accord_cba_cost_get_amount (cost, 1), ==, 10000);
  g_assert_cmpint (accord_cba_cost_get_amount (cost, 3), ==, 550);
  g_assert_true (cost->sheet->evidenced);
  g_assert_cmpint (cost->bias, ==, 200000000);
  g_assert_cmpint (cost->mitigated, ==, 500000000);
  g_assert_cmpint (cost->spread.likely, ==, 1100000000);
  g_assert_cmpuint (cost->spread.group, ==, 0);
  g_assert_true (cost->spread.against);
  g_assert_cmpstr (cost->source, ==, "Quotation");
  g_assert_cmpuint (cost->organisation, ==, ACCORD_CBA_NONE);
  outcome = option->outcomes->pdata[0];
  g_assert_cmpint (outcome->need, ==, 10500000000);
  g_assert_cmpint (outcome->engagement, ==, ACCORD_DECIMAL_ONE);
  g_assert_cmpint (outcome->unit_value, ==, -300);
  g_assert_cmpint (outcome->price_year, ==, 2016);
  g_assert_cmpint (outcome->leakage, ==, 200000000);
  g_assert_cmpuint (outcome->lasts, ==, 3);
  g_assert_cmpuint (outcome->phasing->len, ==, 4);
  g_assert_cmpint (g_array_index (outcome->phasing, AccordDecimal, 0), ==, 0);
  g_assert_cmpint (g_array_index (outcome->phasing, AccordDecimal, 2), ==, 500000000);
  g_assert_cmpint (g_array_index (outcome->phasing, AccordDecimal, 3), ==, ACCORD_DECIMAL_ONE);
  g_assert_cmpint (outcome->outcome_class, ==, ACCORD_OUTCOME_SOCIAL);
  g_assert_cmpint (outcome->spread.high, ==, 100000000);
  g_assert_cmpuint (outcome->spread.group, !=, ACCORD_CBA_NONE);
  g_assert_cmpuint (outcome->spread.group, >=, file->cba->groups->len);
}

static void
test_scenarios (Fixture *fixture, gconstpointer data)
{
  Appraised made;
  g_autoptr (AccordAppraisalFile) file = NULL;
  g_autoptr (AccordRecord) cost = NULL;
  g_autofree char *changes = NULL;
  const AccordAppraisalScenario *scenario;
  const AccordScenarioChange *change;

  appraised_begin (fixture, &made);
  cost = fixture_get (fixture, "cost", made.cost);
  changes = g_strdup_printf ("name=Late|changes=* lag-years = 2\n%s amounts x 1.2\n* rate + 0.01\n"
                             "* unit-value = £20.50",
                             accord_record_get_uid (cost));
  appraised_add (fixture, "scenario", changes, "appraisal", made.appraisal);
  appraised_add (fixture, "scenario", "name=Broken|changes=01ZZ need × 2", "appraisal", made.appraisal);
  file = appraised_read (fixture, made.business_case);
  g_assert_nonnull (file->cba);
  g_assert_cmpuint (file->scenarios->len, ==, 2);
  scenario = file->scenarios->pdata[0];
  g_assert_cmpstr (scenario->problem, ==,
                   "Line 1: no line of the appraisal that has “need” is known as “01ZZ”.");
  g_assert_cmpuint (scenario->changes->len, ==, 0);
  scenario = file->scenarios->pdata[1];
  g_assert_null (scenario->problem);
  g_assert_cmpuint (scenario->changes->len, ==, 4);
  change = &g_array_index (scenario->changes, AccordScenarioChange, 0);
  g_assert_true (change->input.is_outcome && !change->relative);
  g_assert_cmpfloat (change->value, ==, 2);
  change = &g_array_index (scenario->changes, AccordScenarioChange, 1);
  g_assert_true (!change->input.is_outcome && change->relative);
  g_assert_cmpfloat (change->value, ==, 1.2);
  change = &g_array_index (scenario->changes, AccordScenarioChange, 2);
  g_assert_cmpuint (change->input.option, ==, ACCORD_CBA_NONE);
  g_assert_cmpfloat (change->value, ==, 0.01);
  change = &g_array_index (scenario->changes, AccordScenarioChange, 3);
  g_assert_cmpfloat (change->value, ==, 2050);
}

/* Whichever way a case is read, it is the same. */
static void
assert_same (const AccordAppraisalFile *a, const AccordAppraisalFile *b)
{
  g_assert_cmpuint (a->options->len, ==, b->options->len);
  g_assert_cmpuint (a->problems->len, ==, b->problems->len);
  g_assert_cmpuint (a->editions->len, ==, b->editions->len);
  g_assert_cmpint (a->cba == NULL, ==, b->cba == NULL);
  for (guint i = 0; a->cba != NULL && i < a->options->len; i++)
    {
      g_autoptr (AccordCbaResult) one = evaluate (a, i), other = evaluate (b, i);

      g_assert_true (memcmp (&one->net.npsv, &other->net.npsv, sizeof (double)) == 0);
      g_assert_cmpuint (one->net.positions->len, ==, other->net.positions->len);
    }
}

typedef struct
{
  Fixture *fixture;
  const Appraised *pattern;
  guint n_cases;
  guint n_lines;
} Many;

static AccordRecord *
insert (AccordWriter *writer, AccordRecord *pattern, const char *reference, gint64 target)
{
  AccordRecord *record = accord_record_new (accord_record_get_kind (pattern));
  const AccordKind *kind = accord_record_get_kind (pattern);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (accord_field_is_integer (&kind->fields[i]))
        accord_record_put_int (record, i, accord_record_peek_int (pattern, i));
      else if (accord_field_is_text (&kind->fields[i]))
        accord_record_put_text (record, i, accord_record_peek_text (pattern, i), -1);
    }
  accord_record_set_int (record, reference, target);
  accord_writer_insert (writer, record, &error);
  g_assert_no_error (error);
  return record;
}

static gboolean
write_many (AccordWriter *writer, gpointer data, GError **error)
{
  const Many *many = data;
  AccordReader *reader = accord_writer_get_reader (writer);
  const char *const kinds[] = { "case", "appraisal", "option", "cost", "outcome" };
  const gint64 ids[] = { many->pattern->business_case, many->pattern->appraisal, many->pattern->option,
                         many->pattern->cost, many->pattern->outcome };
  g_autoptr (GPtrArray) patterns = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_ptr_array_add (patterns,
                     accord_reader_get (reader, fixture_kind (many->fixture, kinds[i]), ids[i], error));
  for (guint i = 0; i < many->n_cases; i++)
    {
      g_autoptr (AccordRecord) business_case =
          insert (writer, patterns->pdata[0], "programme", ACCORD_UNKNOWN);
      g_autoptr (AccordRecord) appraisal =
          insert (writer, patterns->pdata[1], "case", accord_record_get_id (business_case));
      g_autoptr (AccordRecord) option =
          insert (writer, patterns->pdata[2], "case", accord_record_get_id (business_case));

      for (guint j = 0; j < many->n_lines; j++)
        {
          g_autoptr (AccordRecord) line =
              insert (writer, patterns->pdata[3 + j % 2], "option", accord_record_get_id (option));
        }
    }
  return TRUE;
}

static void
test_all_at_once (Fixture *fixture, gconstpointer data)
{
  Appraised made;
  Many many = { fixture, &made, g_test_perf () ? 2000 : 20, g_test_perf () ? 30 : 5 };
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start;

  appraised_begin (fixture, &made);
  fixture_add_named (fixture, "case", "Enablers");
  change = accord_workspace_write (fixture->workspace, "many", write_many, &many, NULL, &error);
  g_assert_no_error (error);
  start = g_get_monotonic_time ();
  files = appraised_read_all (fixture);
  g_test_message ("%u cases read in %.0f ms", files->len, (double) (g_get_monotonic_time () - start) / 1e3);
  g_assert_cmpuint (files->len, ==, many.n_cases + 2);
  for (guint i = 0; i < MIN (files->len, 30); i++)
    {
      const AccordAppraisalFile *file = files->pdata[i];
      g_autoptr (AccordAppraisalFile) alone =
          appraised_read (fixture, accord_record_get_id (file->business_case));

      assert_same (file, alone);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/appraisal-file/figures", test_figures);
  fixture_add_test ("/appraisal-file/none", test_none);
  fixture_add_test ("/appraisal-file/problems", test_problems);
  fixture_add_test ("/appraisal-file/remarks", test_remarks);
  fixture_add_test ("/appraisal-file/options", test_options);
  fixture_add_test ("/appraisal-file/lines", test_lines);
  fixture_add_test ("/appraisal-file/scenarios", test_scenarios);
  fixture_add_test ("/appraisal-file/all-at-once", test_all_at_once);
  return g_test_run ();
}
