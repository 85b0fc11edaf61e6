/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edition-import.h"

#include "editions.h"
#include "sample-fixture.h"
#include "support.h"
#include "unit-costs.h"

#include <string.h>

static AccordEditionResult *
import_text (Sample *self, const char *text, gboolean dry_run)
{
  GFile *place = test_file_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordEditionFile) file = accord_edition_file_open (place, ACCORD_EDITION_ANY, NULL, &error);
  AccordEditionResult *result = NULL;

  g_assert_no_error (error);
  result = accord_edition_import (self->workspace, file, dry_run, NULL, &error);
  g_assert_no_error (error);
  test_file_free (place);
  return result;
}

static const AccordEditionMade *
get_made (AccordEditionResult *result, guint index)
{
  g_assert_cmpuint (result->made->len, >, index);
  return result->made->pdata[index];
}

static char *
unit_costs (const char *version, int attendance, const char *last)
{
  return g_strdup_printf ("{\"source\":\"Database of Somewhere "
                          "%s\",\"entries\":[{\"code\":\"HE1\",\"description\":\"Attendance\",\"unit\":"
                          "\"each\",\"cost_gbp\":%d,\"source_detail\":\"2009/"
                          "10\"},{\"code\":\"HE2\",\"description\":\"Visit\",\"unit\":"
                          "\"each\",\"cost_gbp\":20,\"source_detail\":\"2009/10\"},%s]}",
                          version, attendance, last);
}

#define LAST_OLD                                                                                             \
  "{\"code\":\"HE3\",\"description\":\"Old\",\"unit\":\"each\",\"cost_gbp\":1,\"source_detail\":\"2009/"     \
  "10\"}"
#define LAST_NEW                                                                                             \
  "{\"code\":\"HE4\",\"description\":\"New\",\"unit\":\"each\",\"cost_gbp\":2,\"source_detail\":\"2013/"     \
  "14\"}"

/* A first import, the same again, a dry run, another edition, and one undo for each. */
static void
test_editions (Sample *self, gconstpointer data)
{
  g_autofree char *old = unit_costs ("v1.4", 100, LAST_OLD), *later = unit_costs ("v2.0", 120, LAST_NEW);
  g_autofree char *changed = unit_costs ("v1.4", 101, LAST_OLD);
  g_autoptr (AccordEditionResult) dry = import_text (self, old, TRUE);
  g_autoptr (AccordEditionResult) first = NULL, again = NULL, other = NULL, third = NULL;
  const AccordEditionMade *made;

  g_assert_cmpint (dry->change, ==, 0);
  g_assert_cmpuint (sample_count (self, "edition", ""), ==, 0);
  first = import_text (self, old, FALSE);
  g_assert_cmpuint (first->n_new, ==, 1);
  g_assert_cmpint (get_made (first, 0)->fate, ==, ACCORD_EDITION_FIRST);
  g_assert_cmpuint (sample_count (self, "unit-cost", ""), ==, 3);
  again = import_text (self, old, FALSE);
  g_assert_cmpint (get_made (again, 0)->fate, ==, ACCORD_EDITION_SAME);
  g_assert_cmpint (again->change, ==, 0);
  g_assert_cmpuint (sample_count (self, "unit-cost", ""), ==, 3);
  g_assert_cmpuint (sample_count (self, "edition", ""), ==, 1);

  other = import_text (self, later, FALSE);
  made = get_made (other, 0);
  g_assert_cmpint (made->fate, ==, ACCORD_EDITION_ANOTHER);
  g_assert_cmpuint (made->differences->len, ==, 3);
  g_assert_cmpstr (made->differences->pdata[0], ==, "HE1 Attendance: £100.00 (2009/10) to £120.00 (2009/10)");
  g_assert_cmpstr (made->differences->pdata[1], ==, "New: HE4 New, £2.00 (2013/14)");
  g_assert_cmpstr (made->differences->pdata[2], ==, "Gone: HE3 Old");
  g_assert_cmpuint (sample_count (self, "unit-cost", ""), ==, 6);

  /* The same edition with another figure: the one that is there stays. */
  third = import_text (self, changed, FALSE);
  made = get_made (third, 0);
  g_assert_cmpint (made->fate, ==, ACCORD_EDITION_ANOTHER);
  assert_text (made->edition, "edition", "v1.4 (2)");
  g_assert_cmpuint (sample_count (self, "edition", ""), ==, 3);

  for (guint i = 0; i < 3; i++)
    accord_change_unref (accord_workspace_undo (self->workspace, NULL, NULL));
  g_assert_cmpuint (sample_count (self, "edition", ""), ==, 0);
  g_assert_cmpuint (sample_count (self, "unit-cost", ""), ==, 0);
  g_assert_cmpuint (sample_count (self, "source", ""), ==, 0);
}

static void
test_source (Sample *self, gconstpointer data)
{
  g_autoptr (AccordEditionResult) result = import_text (self, "year,value\n2013,99\n2014,100\n", FALSE);
  g_autoptr (AccordRecord) source = sample_follow (self, get_made (result, 0)->edition, "source");

  g_assert_nonnull (accord_record_get_text (source, "digest"));
  assert_contains (source, "note", "calendar years");
}

static gboolean
write_record (AccordWriter *writer, gpointer data, GError **error)
{
  AccordRecord *record = data;

  return accord_record_get_id (record) == 0 ? accord_writer_insert (writer, record, error)
                                            : accord_writer_update (writer, record, error);
}

static gint64
keep (Sample *self, AccordRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change =
      accord_workspace_write (self->workspace, "Keep", write_record, record, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (change);
  return accord_record_get_id (record);
}

static AccordRecord *
new_record (Sample *self, const char *kind)
{
  AccordRecord *record =
      accord_record_new (accord_schema_find_kind (accord_workspace_get_schema (self->workspace), kind));

  accord_record_fill_in (record);
  return record;
}

static gpointer
ask_editions (AccordReader *reader, gpointer data, GError **error)
{
  return accord_edition_offers (reader, data, error);
}

static gpointer
ask_lines (AccordReader *reader, gpointer data, GError **error)
{
  return accord_unit_cost_offers (reader, data, error);
}

static AccordRecord *
add_appraisal (Sample *self, gint64 *option)
{
  g_autoptr (AccordRecord) business_case = new_record (self, "case"), choice = new_record (self, "option");
  AccordRecord *appraisal = new_record (self, "appraisal");

  accord_record_set_text (business_case, "name", "Intermediate tier");
  accord_record_set_text (business_case, "stage", "outline");
  accord_record_set_text (business_case, "status", "draft");
  accord_record_set_text (choice, "name", "Do it");
  accord_record_set_int (choice, "case", keep (self, business_case));
  *option = keep (self, choice);
  accord_record_set_int (appraisal, "case", accord_record_get_id (business_case));
  accord_record_set_int (appraisal, "base-year", 2017);
  accord_record_set_int (appraisal, "horizon", 5);
  return appraisal;
}

/* A newer edition is offered with what it says otherwise; taking it is one change that can be undone. */
static void
test_edition_offers (Sample *self, gconstpointer data)
{
  g_autoptr (AccordEditionResult) old =
      import_text (self,
                   "{\"label\":\"Standard\",\"edition\":\"2022\",\"schedule\":[{\"years\":\"1-30\",\"rate\":"
                   "0.035},{\"years\":"
                   "\"31+\",\"rate\":0.03}]}",
                   FALSE);
  g_autoptr (AccordRecord) appraisal = NULL, back = NULL;
  g_autoptr (AccordEditionResult) later = NULL, other = NULL;
  g_autoptr (GPtrArray) none = NULL, offers = NULL, taken = NULL;
  AccordEditionOffer *offer;
  gint64 option;

  appraisal = add_appraisal (self, &option);
  accord_record_set_int (appraisal, "schedule", accord_record_get_id (get_made (old, 0)->edition));
  keep (self, appraisal);
  other = import_text (
      self, "{\"label\":\"Health\",\"edition\":\"2026\",\"schedule\":[{\"years\":\"1+\",\"rate\":0.015}]}",
      FALSE);
  none = accord_workspace_read (self->workspace, ask_editions, appraisal, NULL, NULL);
  g_assert_cmpuint (none->len, ==, 0);

  later = import_text (self,
                       "{\"label\":\"Standard\",\"edition\":\"2026\",\"schedule\":[{\"years\":\"1-30\","
                       "\"rate\":0.035},{\"years\":"
                       "\"31+\",\"rate\":0.028}]}",
                       FALSE);
  offers = accord_workspace_read (self->workspace, ask_editions, appraisal, NULL, NULL);
  g_assert_cmpuint (offers->len, ==, 1);
  offer = offers->pdata[0];
  g_assert_cmpstr (offer->field, ==, "schedule");
  assert_text (offer->newer, "edition", "2026");
  g_assert_cmpuint (offer->differences->len, ==, 1);
  g_assert_cmpstr (offer->differences->pdata[0], ==, "Rate from year 31: 3.00\xc2\xa0% to 2.80\xc2\xa0%");

  accord_record_set_int (appraisal, offer->field, accord_record_get_id (offer->newer));
  keep (self, appraisal);
  taken = accord_workspace_read (self->workspace, ask_editions, appraisal, NULL, NULL);
  g_assert_cmpuint (taken->len, ==, 0);
  accord_change_unref (accord_workspace_undo (self->workspace, NULL, NULL));
  back = sample_one (self, "appraisal", "");
  g_assert_cmpint (accord_record_get_int (back, "schedule"), ==,
                   accord_record_get_id (get_made (old, 0)->edition));
}

static void
test_unit_cost_offers (Sample *self, gconstpointer data)
{
  g_autofree char *old = unit_costs ("v1.4", 100, LAST_OLD), *later = unit_costs ("v2.0", 120, LAST_NEW);
  g_autofree char *sentence = NULL;
  g_autoptr (AccordEditionResult) first = import_text (self, old, FALSE), second = NULL;
  g_autoptr (AccordRecord) appraisal = NULL, line = sample_one (self, "unit-cost", "code=HE1");
  g_autoptr (AccordRecord) outcome = new_record (self, "outcome"), same = new_record (self, "outcome");
  g_autoptr (AccordRecord) visit = sample_one (self, "unit-cost", "code=HE2");
  g_autoptr (GPtrArray) none = NULL, offers = NULL, taken = NULL;
  AccordUnitCostOffer *offer;
  gint64 option;

  appraisal = add_appraisal (self, &option);
  keep (self, appraisal);
  accord_record_set_text (outcome, "name", "Fewer attendances");
  accord_record_set_int (outcome, "option", option);
  g_assert_true (accord_outcome_take_unit_cost (outcome, line, get_made (first, 0)->edition, NULL));
  assert_int (outcome, "unit-value", 10000);
  assert_text (outcome, "price-year", "2009/10");
  assert_text (outcome, "basis", "Database of Somewhere v1.4, HE1, 2009/10 prices");
  assert_int (outcome, "unit-cost", accord_record_get_id (line));
  keep (self, outcome);
  accord_record_set_text (same, "name", "Fewer visits");
  accord_record_set_int (same, "option", option);
  g_assert_true (accord_outcome_take_unit_cost (same, visit, get_made (first, 0)->edition, NULL));
  keep (self, same);
  none = accord_workspace_read (self->workspace, ask_lines, appraisal, NULL, NULL);
  g_assert_cmpuint (none->len, ==, 0);

  second = import_text (self, later, FALSE);
  offers = accord_workspace_read (self->workspace, ask_lines, appraisal, NULL, NULL);
  g_assert_cmpuint (offers->len, ==, 1);
  offer = offers->pdata[0];
  sentence = accord_unit_cost_offer_dup_sentence (offer);
  g_assert_cmpstr (sentence, ==, "Fewer attendances: £100.00 (2009/10) to £120.00 (2009/10)");
  g_assert_true (
      accord_outcome_take_unit_cost (offer->outcome, offer->newer, get_made (second, 0)->edition, NULL));
  keep (self, offer->outcome);
  taken = accord_workspace_read (self->workspace, ask_lines, appraisal, NULL, NULL);
  g_assert_cmpuint (taken->len, ==, 0);
}

/* By the worked example of the Treasury: £7.4m of 1998-99 is £8.36m in 2003-04. */
static void
test_rebase (Sample *self, gconstpointer data)
{
  g_autoptr (GPtrArray) shipped = accord_editions_shipped (accord_workspace_get_schema (self->workspace));
  g_autoptr (AccordPriceSeries) series = NULL;
  g_autoptr (AccordRecord) line = new_record (self, "unit-cost");
  g_autoptr (GError) error = NULL;
  gint64 pence;

  for (guint i = 0; i < shipped->len; i++)
    if (g_strcmp0 (accord_record_get_text (shipped->pdata[i], "code"), "gdp-financial") == 0)
      series = accord_edition_get_series (shipped->pdata[i], NULL);
  accord_record_set_text (line, "description", "Line");
  accord_record_set_int (line, "amount", 740000000);
  accord_record_set_text (line, "price-year", "1998/99");
  g_assert_true (accord_unit_cost_rebase (line, series, 2003, &pence, NULL));
  g_assert_cmpfloat_with_epsilon ((double) pence, 740000000 * 102.789 / 91.031, 0.5);
  g_assert_false (accord_unit_cost_rebase (line, series, 2030, &pence, &error));
  g_assert_nonnull (strstr (error->message, "2030/31"));
  g_clear_error (&error);
  accord_record_set_text (line, "price-year", "1998");
  g_assert_false (accord_unit_cost_rebase (line, series, 2003, &pence, &error));
  g_assert_nonnull (strstr (error->message, "calendar year"));
  g_clear_error (&error);
  accord_record_set_text (line, "price-year", "about then");
  g_assert_false (accord_unit_cost_rebase (line, series, 2003, &pence, &error));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/edition-import/editions", Sample, NULL, sample_set_up_empty, test_editions, sample_tear_down);
  g_test_add ("/edition-import/source", Sample, NULL, sample_set_up_empty, test_source, sample_tear_down);
  g_test_add ("/edition-import/edition-offers", Sample, NULL, sample_set_up_empty, test_edition_offers,
              sample_tear_down);
  g_test_add ("/edition-import/unit-cost-offers", Sample, NULL, sample_set_up_empty, test_unit_cost_offers,
              sample_tear_down);
  g_test_add ("/edition-import/rebase", Sample, NULL, sample_set_up_empty, test_rebase, sample_tear_down);
  return g_test_run ();
}
