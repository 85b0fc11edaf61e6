/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edition-fixture.h"

#include "editions.h"

#include <string.h>

static void
test_bias (void)
{
  g_autoptr (AccordEditionFile) staged = edition_require (
      "{\"matrix\":{\"standard_buildings\":{\"label\":\"Standard "
      "buildings\",\"capex\":{\"soc\":0.24,\"obc\":0.04,"
      "\"fbc\":0.02},\"duration\":{\"soc\":0.04,\"obc\":0.02,\"fbc\":0.01}},\"outsourced_it\":{"
      "\"label\":\"Outsourced "
      "IT\",\"capex\":{\"soc\":2.0,\"obc\":0.38,\"fbc\":0.1},\"duration\":{\"soc\":null,\"obc\":"
      "null,\"fbc\":null}}},"
      "\"stages\":{\"soc\":\"A\",\"obc\":\"B\",\"fbc\":\"C\"},\"source\":{\"publisher\":\"HM "
      "Treasury\",\"date\":\"2022\"}}");
  g_autoptr (AccordEditionFile) upper = edition_require (
      "category,description,capex_upper,duration_upper\nstandard_buildings,Schools,0.24,0.04\n"
      "outsourcing,Services,0.41,\n");
  g_autoptr (AccordEditionFile) percent = edition_require (
      "Project type,Capital: upper (%),Capital: lower (%),Works duration: upper,Works duration: lower\n"
      "Non-standard buildings,51,4,39,2\nEquipment/development,200,10,54,10\n");
  g_autoptr (AccordBiasTable) by_stage = accord_edition_get_bias (edition_get (staged, 0), NULL);
  g_autoptr (AccordBiasTable) without_lower = accord_edition_get_bias (edition_get (upper, 0), NULL);
  g_autoptr (AccordBiasTable) whole = accord_edition_get_bias (edition_get (percent, 0), NULL);
  const AccordBiasType *type = accord_bias_table_find (by_stage, "outsourced-it");

  g_assert_cmpstr (accord_record_get_text (edition_get (staged, 0), "code"), ==, "optimism-bias-by-stage");
  g_assert_cmpint (type->capital_upper, ==, 2 * ACCORD_DECIMAL_ONE);
  g_assert_cmpint (type->capital_lower, ==, 100000000);
  g_assert_cmpint (type->duration_upper, ==, ACCORD_DECIMAL_UNKNOWN);
  g_assert_nonnull (strstr (accord_record_get_text (edition_get (staged, 0), "content"), "\"obc\":0.38"));
  g_assert_true (edition_has_remark (staged, "outline case"));

  type = accord_bias_table_find (without_lower, "outsourcing");
  g_assert_cmpint (type->capital_upper, ==, 410000000);
  g_assert_cmpint (type->capital_lower, ==, 0);
  g_assert_true (edition_has_remark (upper, "no lower bounds"));

  type = accord_bias_table_find (whole, "non-standard-buildings");
  g_assert_cmpint (type->capital_upper, ==, 510000000);
  g_assert_cmpint (type->duration_lower, ==, 20000000);
}

static void
test_grades (void)
{
  static const char *const same[] = {
    "Grade,Correction\n1,0%\n2,5%\n3,10%\n",
    "grade,correction\n1,0\n2,0.05\n3,0.1\n",
    "Confidence grade,Costs,Benefits\n1,0,0\n2,+5,-5\n3,10,-10\n",
    "{\"grades\":[{\"grade\":1,\"correction\":0},{\"grade\":2,\"correction\":0.05},{\"grade\":3,"
    "\"correction\":0.1}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autoptr (AccordEditionFile) file = edition_require (same[i]);
      g_autoptr (AccordGradeTable) table = accord_edition_get_grades (edition_get (file, 0), NULL);

      g_assert_cmpuint (table->corrections->len, ==, 3);
      g_assert_cmpint (g_array_index (table->corrections, AccordDecimal, 1), ==, 50000000);
    }
}

static AccordRecord *
get_line (AccordEditionFile *file, guint index)
{
  AccordEditionDraft *draft = file->drafts->pdata[0];

  g_assert_nonnull (draft->unit_costs);
  g_assert_cmpuint (draft->unit_costs->len, >, index);
  return draft->unit_costs->pdata[index];
}

static void
test_unit_costs_json (void)
{
  g_autoptr (AccordEditionFile) file = edition_require (
      "{\"source\":\"Database of Somewhere v1.4 (made "
      "there)\",\"price_base\":\"Various\",\"publisher\":\"Research "
      "Team\",\"categories\":{"
      "\"a\":{\"count\":2,\"entries\":[{\"code\":\"A1.0\",\"category\":\"A\",\"detail\":\"-\","
      "\"description\":\"One "
      "thing\",\"unit\":\"Per "
      "incident\",\"cost_gbp\":59.28,\"agency\":null,\"agency_detail\":null,\"source_detail\":"
      "\"2002/"
      "03\",\"notes\":\"=IF(H3>0,1)\"},{\"code\":\"A1.1\",\"description\":\"=HYPERLINK(1)\",\"cost_gbp\":"
      "1000,"
      "\"notes\":\"Said by "
      "somebody\"}]},\"b\":{\"entries\":[{\"code\":\"B1.0\",\"description\":\"Another\",\"cost_gbp\":"
      "null,\"source_detail\":\"2013/14\"}]}}}");
  AccordRecord *edition = edition_get (file, 0), *line = get_line (file, 0);

  g_assert_cmpstr (accord_record_get_text (edition, "name"), ==, "Database of Somewhere");
  g_assert_cmpstr (accord_record_get_text (edition, "edition"), ==, "v1.4");
  g_assert_cmpstr (accord_record_get_text (edition, "publisher"), ==, "Research Team");
  g_assert_cmpstr (accord_record_get_text (edition, "code"), ==, "database-of-somewhere");
  g_assert_cmpint (accord_record_get_int (line, "amount"), ==, 5928);
  g_assert_cmpstr (accord_record_get_text (line, "price-year"), ==, "2002/03");
  g_assert_null (accord_record_get_text (line, "note"));
  g_assert_null (accord_record_get_text (line, "agency"));
  g_assert_null (accord_record_get_text (line, "detail"));
  line = get_line (file, 1);
  g_assert_cmpstr (accord_record_get_text (line, "note"), ==, "Said by somebody");
  g_assert_cmpint (accord_record_get_int (get_line (file, 2), "amount"), ==, ACCORD_UNKNOWN);
  g_assert_true (edition_has_remark (file, "1 note is a formula"));
  g_assert_false (edition_has_remark (file, "Various"));
  g_assert_true (edition_has_remark (file, "1 line states no cost"));
}

/* Columns of any order, a title before them, and cells that people write. */
static void
test_unit_costs_csv (void)
{
  g_autoptr (AccordEditionFile) file = edition_require (
      "Unit costs of somewhere,,,,,,\n\nPrice year,Unit cost (£),Description,Who bears the "
      "cost,Unit,Ref,Notes\n"
      "2009/10,\"£1,807.50\",Attendance,NHS,Each,HE1,@x\nHEALTH,,,,,,\n2013-14,12.345,\"Visit, at "
      "home\",,,HE2,\n"
      "about 2010,0,Third,,,HE3,\n");
  AccordRecord *line = get_line (file, 0);

  g_assert_cmpint (accord_record_get_int (line, "amount"), ==, 180750);
  g_assert_cmpstr (accord_record_get_text (line, "code"), ==, "HE1");
  g_assert_cmpstr (accord_record_get_text (line, "agency"), ==, "NHS");
  g_assert_null (accord_record_get_text (line, "note"));
  line = get_line (file, 1);
  g_assert_cmpint (accord_record_get_int (line, "amount"), ==, 1235);
  g_assert_cmpstr (accord_record_get_text (line, "description"), ==, "Visit, at home");
  g_assert_cmpstr (accord_record_get_text (line, "price-year"), ==, "2013-14");
  g_assert_cmpint (accord_record_get_int (get_line (file, 2), "amount"), ==, 0);
  g_assert_true (edition_has_remark (file, "rounded to the penny"));
  g_assert_true (edition_has_remark (file, "“about 2010”"));
}

/* By name within domains, with the year of the prices once for all. */
static void
test_unit_costs_named (void)
{
  g_autoptr (AccordEditionFile) file = edition_require (
      "{\"label\":\"Costs\",\"price_base_year\":2023,\"domains\":{\"crime\":{\"theft\":{\"value\":"
      "1600,\"label\":\"Cost per "
      "theft\",\"source_detail\":\"Somebody 2024-25\"},\"order\":{\"value\":3800,\"label\":\"Cost "
      "per order\"}},\"health\":{"
      "\"visit\":{\"value\":49,\"label\":\"Cost per "
      "visit\",\"price_year\":2019},\"stay\":{\"value\":415,\"label\":\"Cost "
      "per day\"}}}}");
  AccordEditionDraft *draft = file->drafts->pdata[0];

  g_assert_cmpuint (draft->unit_costs->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpstr (accord_record_get_text (get_line (file, i), "price-year"), ==,
                     g_str_equal (accord_record_get_text (get_line (file, i), "code"), "visit") ? "2019"
                                                                                                : "2023");
  g_assert_true (edition_has_remark (file, "Prices are of 2023"));
}

static void
test_real_unit_costs (void)
{
  g_autoptr (AccordEditionFile) file = edition_open_shared ("gmca-unit-costs-full.json");
  guint n_formulas = 0;

  if (file == NULL)
    return;
  g_assert_cmpuint (((AccordEditionDraft *) file->drafts->pdata[0])->unit_costs->len, ==, 674);
  g_assert_cmpstr (accord_record_get_text (edition_get (file, 0), "name"), ==, "GMCA Unit Cost Database");
  g_assert_cmpstr (accord_record_get_text (edition_get (file, 0), "edition"), ==, "v1.4");
  for (guint i = 0; i < 674; i++)
    {
      AccordRecord *line = get_line (file, i);
      const char *note = accord_record_get_text (line, "note");

      g_assert_nonnull (accord_record_get_text (line, "code"));
      g_assert_nonnull (accord_record_get_text (line, "price-year"));
      g_assert_cmpint (accord_record_get_int (line, "amount"), !=, ACCORD_UNKNOWN);
      g_assert_true (accord_record_validate (line, NULL));
      n_formulas += note != NULL && *note == '=';
    }
  g_assert_cmpuint (n_formulas, ==, 0);
}

static void
test_real_bias (void)
{
  g_autoptr (AccordEditionFile) file = edition_open_shared ("optimism-bias.json");
  g_autoptr (AccordBiasTable) table = NULL;

  if (file == NULL)
    return;
  table = accord_edition_get_bias (edition_get (file, 0), NULL);
  g_assert_cmpuint (table->types->len, ==, 6);
  g_assert_cmpint (accord_bias_table_find (table, "non-standard-buildings")->capital_upper, ==, 510000000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edition-files/bias", test_bias);
  g_test_add_func ("/edition-files/grades", test_grades);
  g_test_add_func ("/edition-files/unit-costs-json", test_unit_costs_json);
  g_test_add_func ("/edition-files/unit-costs-csv", test_unit_costs_csv);
  g_test_add_func ("/edition-files/unit-costs-named", test_unit_costs_named);
  g_test_add_func ("/edition-files/real-unit-costs", test_real_unit_costs);
  g_test_add_func ("/edition-files/real-bias", test_real_bias);
  return g_test_run ();
}
