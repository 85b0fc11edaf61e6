/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal-fixture.h"

#include "benefits-register.h"
#include "editions.h"

#include <string.h>

static gpointer
read_benefits (AccordReader *reader, gpointer data, GError **error)
{
  return accord_benefits_register_read (reader, *(gint64 *) data, error);
}

static AccordBenefitsRegister *
register_of (Fixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;
  AccordBenefitsRegister *benefits =
      accord_workspace_read (fixture->workspace, read_benefits, &id, NULL, &error);

  g_assert_no_error (error);
  return benefits;
}

static AccordBenefitsUpdate
update (Fixture *fixture, gint64 id, gboolean overwrite)
{
  AccordBenefitsUpdate done = { .business_case = id, .overwrite = overwrite };
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_workspace_write (
      fixture->workspace, "Update", accord_benefits_update_write, &done, NULL, &error);

  g_assert_no_error (error);
  return done;
}

static void
test_update (Fixture *fixture, gconstpointer data)
{
  Appraised made;
  g_autoptr (AccordBenefitsRegister) before = NULL, after = NULL, edited = NULL, last = NULL;
  AccordBenefitsUpdate done;
  const AccordBenefitEntry *entry;
  g_autofree char *differences = NULL;
  gint64 id;

  appraised_begin (fixture, &made);
  before = register_of (fixture, made.business_case);
  g_assert_cmpuint (before->n_missing, ==, 1);
  g_assert_null (((AccordBenefitEntry *) before->entries->pdata[0])->record);

  done = update (fixture, made.business_case, FALSE);
  g_assert_cmpuint (done.n_added, ==, 1);
  after = register_of (fixture, made.business_case);
  g_assert_cmpuint (after->n_missing, ==, 0);
  entry = after->entries->pdata[0];
  id = accord_record_get_id (entry->record);
  g_assert_cmpstr (accord_record_get_text (entry->record, "number"), ==, "B1");
  g_assert_cmpstr (accord_record_get_text (entry->record, "measure"), ==, "Fewer admissions");
  /* Half of it is cashable; most of it goes to who does not pay. */
  g_assert_cmpstr (accord_record_get_text (entry->record, "cash"), ==, "cash-releasing");
  g_assert_cmpstr (accord_record_get_text (entry->record, "category"), ==, "indirect");
  g_assert_cmpint (accord_record_get_int (entry->record, "organisation"), ==, made.trust);
  g_assert_cmpint (accord_record_get_int (entry->record, "full-year"), ==, 16588260);
  g_assert_cmpstr (accord_record_get_text (entry->record, "timescale"), ==, "Every year, 2018/19 to 2021/22");
  g_assert_cmpstr (accord_record_get_text (entry->record, "description"), ==,
                   "Who gains: An Acute Trust 70%, The Council 30%.");

  /* What a person wrote is not overwritten unseen; what they did not write follows. */
  appraised_set (fixture, "benefit", id, "measure", "Fewer nights in hospital");
  appraised_set (fixture, "benefit", id, "responsible", "the Director of Care");
  appraised_set (fixture, "benefit", id, "timescale", "");
  done = update (fixture, made.business_case, FALSE);
  g_assert_cmpuint (done.n_added, ==, 0);
  g_assert_cmpuint (done.n_changed, ==, 1);
  g_assert_cmpuint (done.n_kept, ==, 1);
  edited = register_of (fixture, made.business_case);
  entry = edited->entries->pdata[0];
  g_assert_cmpstr (accord_record_get_text (entry->record, "measure"), ==, "Fewer nights in hospital");
  g_assert_nonnull (accord_record_get_text (entry->record, "timescale"));
  differences = accord_benefits_register_dup_differences (edited);
  g_assert_cmpstr (differences, ==,
                   "Fewer nights in hospital, Measure: “Fewer nights in hospital” in the register, “Fewer "
                   "admissions” in the appraisal.");
  done = update (fixture, made.business_case, TRUE);
  g_assert_cmpuint (done.n_kept, ==, 0);
  last = register_of (fixture, made.business_case);
  entry = last->entries->pdata[0];
  g_assert_cmpstr (accord_record_get_text (entry->record, "measure"), ==, "Fewer admissions");
  g_assert_cmpstr (accord_record_get_text (entry->record, "responsible"), ==, "the Director of Care");
}

static void
test_realised (Fixture *fixture, gconstpointer data)
{
  Appraised made;
  g_autoptr (AccordBenefitsRegister) nothing = NULL, half = NULL, both = NULL;
  g_autofree char *none = NULL, *unpaid = NULL, *said = NULL;
  gint64 id;
  double spent, realised;

  appraised_begin (fixture, &made);
  appraised_set (fixture, "appraisal", made.appraisal, "deflator", "");
  update (fixture, made.business_case, FALSE);
  nothing = register_of (fixture, made.business_case);
  none = accord_benefits_register_dup_bcr (nothing);
  g_assert_cmpstr (none, ==, "Nothing that was paid or realised is recorded yet.");
  id = accord_record_get_id (((AccordBenefitEntry *) nothing->entries->pdata[0])->record);
  appraised_set (fixture, "benefit", id, "realised", "2018/19 100000.00");
  half = register_of (fixture, made.business_case);
  unpaid = accord_benefits_register_dup_bcr (half);
  g_assert_true (g_str_has_prefix (unpaid, "What was paid is not recorded, so there is no realised ratio"));

  appraised_set (fixture, "cost", made.cost, "spent", "2017/18 150000.00\n2018/19 140000.00");
  both = register_of (fixture, made.business_case);
  spent = 15000000 + 14000000 / 1.035;
  realised = 10000000 / 1.035;
  g_assert_cmpint (both->until, ==, 2018);
  g_assert_cmpfloat_with_epsilon (both->bcr.value, realised / spent, 1e-9);
  g_assert_cmpfloat_with_epsilon (both->forecast_bcr.value,
                                  (16588260.0 / 1.035) / (16500000.0 + 16500000.0 / 1.035), 1e-6);
  /* Without a price series it is said that the money is that of each year. */
  g_assert_false (both->rebased);
  said = accord_benefits_register_dup_bcr (both);
  g_assert_nonnull (strstr (said, "Realised BCR up to 2018/19: 0.34; forecast: 0.49."));
  g_assert_nonnull (strstr (said, "in the money of each year"));
  g_assert_cmpint (both->once_forecast, ==, 0);
  g_assert_cmpint (both->recurrent_forecast, ==, 52621248);
}

static gboolean
settle (AccordWriter *writer, gpointer data, GError **error)
{
  return accord_editions_settle (writer, data, error) && accord_writer_update (writer, data, error);
}

/* Begins the appraisal in another year, with the price series that has it. */
static void
rebegin (Fixture *fixture, gint64 appraisal, gint64 year)
{
  g_autoptr (AccordRecord) record = fixture_get (fixture, "appraisal", appraisal);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = NULL;

  accord_record_set_int (record, "base-year", year);
  accord_record_set_int (record, "deflator", ACCORD_UNKNOWN);
  change = accord_workspace_write (fixture->workspace, "Begin", settle, record, NULL, &error);
  g_assert_no_error (error);
}

/* With a price series what was paid and realised is brought to the appraisal's prices. */
static void
test_rebased (Fixture *fixture, gconstpointer data)
{
  Appraised made;
  g_autoptr (AccordBenefitsRegister) benefits = NULL;

  appraised_begin (fixture, &made);
  appraised_set (fixture, "cost", made.cost, "amounts", "2002/03 150000.00");
  rebegin (fixture, made.appraisal, 2002);
  appraised_set (fixture, "cost", made.cost, "spent", "2002/03 150000.00\n2003/04 140000.00");
  benefits = register_of (fixture, made.business_case);
  g_assert_true (benefits->rebased);
  g_assert_cmpint (benefits->spent, ==, accord_cba_pence (15000000 + 14000000 / 1.02789 / 1.035));
}

static void
test_none (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_add_named (fixture, "case", "Enablers");
  g_autoptr (AccordBenefitsRegister) benefits = register_of (fixture, id);
  AccordBenefitsUpdate done = { .business_case = id };
  g_autoptr (AccordRecord) wrong = fixture_new (fixture, "benefit");
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (benefits->problem, ==, "The case has no appraisal yet.");
  g_assert_null (accord_workspace_write (fixture->workspace, "Update", accord_benefits_update_write, &done,
                                         NULL, &error));
  g_assert_cmpstr (error->message, ==, "The case has no appraisal yet.");
  accord_record_set_text (wrong, "measure", "Days");
  accord_record_set_text (wrong, "realised", "2018/19 lots");
  fixture_assert_refused (fixture, wrong, "Realised");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add_test ("/benefits-register/update", test_update);
  fixture_add_test ("/benefits-register/realised", test_realised);
  fixture_add_test ("/benefits-register/rebased", test_rebased);
  fixture_add_test ("/benefits-register/none", test_none);

  return g_test_run ();
}
