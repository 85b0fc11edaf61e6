/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

static void
test_funds (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonObject) fund = NULL;
  g_autoptr (JsonObject) unknown = NULL;
  g_autoptr (Answer) words = NULL;
  JsonArray *parts;
  gint64 allocated = 0;

  cli_add_place (cli);
  cli_do (cli, "add", "allocation", "purpose=Teams", "fund=1", "category=service", "amount=£15m",
          "year=2017/18", "organisation=1", NULL);
  cli_do (cli, "add", "allocation", "purpose=Board", "fund=1", "category=organisational-structure",
          "amount=£1m", "year=2018/19", NULL);
  cli_do (cli, "add", "payment", "payee=Persona", "fund=1", "allocation=Teams", "date=2017-05-01",
          "amount=£4.5m", NULL);
  fund = cli_ask_one (cli, "funds", NULL);
  g_assert_cmpint (cli_number_of (fund, "amount_pence"), ==, 1920000000);
  g_assert_cmpint (cli_number_of (fund, "allocated_pence"), ==, 1600000000);
  g_assert_cmpint (cli_number_of (fund, "uncommitted_pence"), ==, 320000000);
  g_assert_cmpint (cli_number_of (fund, "paid_pence"), ==, 450000000);
  g_assert_cmpint (cli_number_of (fund, "unspent_pence"), ==, 1150000000);
  parts = json_object_get_array_member (fund, "by_category");
  for (guint i = 0; i < json_array_get_length (parts); i++)
    {
      JsonObject *part = json_array_get_object_element (parts, i);

      allocated += cli_number_of (part, "allocated_pence");
      if (g_strcmp0 (cli_text_of (part, "category"), "organisational-structure") == 0)
        g_assert_cmpfloat (json_object_get_double_member (part, "allocated_percent"), ==, 6.25);
    }
  g_assert_cmpint (allocated, ==, 1600000000);
  g_assert_true (json_object_has_member (fund, "by_year"));
  g_assert_true (json_object_has_member (fund, "by_organisation"));

  cli_do (cli, "add", "fund", "name=Gap", "type=financial-gap", NULL);
  unknown = cli_ask_one (cli, "funds", "Gap", NULL);
  g_assert_true (json_object_get_null_member (unknown, "uncommitted_pence"));
  words = cli_run (cli, "funds", "1", NULL);
  g_assert_nonnull (strstr (words->out, "6.25%"));
}

/* Where a fund leads, what it is part of, and whether what was said of it is so. */
static void
test_funds_more (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonObject) fund = NULL;
  g_autoptr (JsonObject) early = NULL;
  g_autoptr (Answer) words = NULL;
  JsonObject *forecast, *claim;

  cli_add_place (cli);
  cli_do (cli, "add", "fund", "name=All of it", "type=budget", NULL);
  cli_do (cli, "set", "fund", "1", "part-of=All of it", "last-year=2018/19", NULL);
  cli_do (cli, "add", "payment", "payee=Persona", "fund=1", "category=service", "date=2017-05-01",
          "amount=£4m", NULL);
  cli_do (cli, "add", "claim", "text=Mostly services", "fund=1", "measure=share-to-category",
          "category=service", "comparison=at-least", "threshold=50%", "said-by=the Chair", NULL);
  fund = cli_ask_one (cli, "funds", "1", "--today=1 August 2017", NULL);
  forecast = json_object_get_object_member (fund, "forecast");
  g_assert_cmpint (cli_number_of (forecast, "months_ended"), ==, 4);
  g_assert_cmpint (cli_number_of (forecast, "year_end_pence"), ==, 1200000000);
  g_assert_cmpint (cli_number_of (forecast, "end_pence"), ==, 2400000000);
  g_assert_cmpstr (cli_text_of (json_object_get_object_member (fund, "part_of"), "name"), ==, "All of it");
  claim = json_array_get_object_element (json_object_get_array_member (fund, "claims"), 0);
  g_assert_cmpstr (cli_text_of (claim, "state"), ==, "confirmed");
  early = cli_ask_one (cli, "funds", "1", "--today=2017-05-02", NULL);
  g_assert_true (
      json_object_get_null_member (json_object_get_object_member (early, "forecast"), "year_end_pence"));
  words = cli_run (cli, "funds", "1", "--today=2017-08-01", NULL);
  g_assert_nonnull (strstr (words->out, "Run rate"));
  g_assert_nonnull (strstr (words->out, "Part of: All of it"));
  g_assert_nonnull (strstr (words->out, "Confirmed: “Mostly services”"));
  g_assert_nonnull (strstr (words->out, "The Chair"));
}

static void
test_programme (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonObject) before = NULL;
  g_autoptr (JsonObject) after = NULL;
  g_autoptr (JsonArray) all = NULL;
  g_autoptr (Answer) words = NULL;
  JsonObject *risk, *benefit;

  cli_add_place (cli);
  cli_do (cli, "add", "programme", "name=Together", NULL);
  cli_do (cli, "add", "programme", "name=Another", NULL);
  cli_do (cli, "add", "milestone", "name=Teams in one place", "date=2026-10-01", "status=planned",
          "programme=Together", NULL);
  cli_do (cli, "add", "risk", "name=Too slow", "gross=20", "net=12", "target=8", "previous=16",
          "programme=Together", "status=open", NULL);
  cli_do (cli, "add", "benefit", "measure=Admissions", "baseline=10", "target=5", "programme=Together",
          "actuals=2026-09-30 7.5", NULL);
  before = cli_ask_one (cli, "programme", "Together", "--today", "1 October 2026", NULL);
  after = cli_ask_one (cli, "programme", "Together", "--today=2026-10-02", NULL);
  g_assert_cmpint (cli_number_of (before, "milestones_overdue"), ==, 0);
  g_assert_cmpint (cli_number_of (after, "milestones_overdue"), ==, 1);
  g_assert_true (json_object_get_null_member (after, "next_milestone"));
  risk = json_array_get_object_element (json_object_get_array_member (after, "by_risk"), 0);
  g_assert_cmpstr (cli_text_of (risk, "direction"), ==, "falling");
  g_assert_true (json_object_get_boolean_member (risk, "above_target"));
  benefit = json_array_get_object_element (json_object_get_array_member (after, "by_benefit"), 0);
  g_assert_cmpfloat (json_object_get_double_member (benefit, "progress_percent"), ==, 50);
  g_assert_cmpstr (cli_text_of (benefit, "state"), ==, "towards");
  all = cli_ask (cli, "programme", NULL);
  g_assert_cmpuint (json_array_get_length (all), ==, 2);
  words = cli_run (cli, "programme", "Together", "--today=2026-10-02", NULL);
  g_assert_nonnull (strstr (words->out, "0 of 1 milestones done, 1 overdue"));
  cli_expect (cli, 3, "yesterday", "programme", "--today=yesterday", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CLI_TEST ("/cli/commands/funds", test_funds);
  CLI_TEST ("/cli/commands/funds-more", test_funds_more);
  CLI_TEST ("/cli/commands/programme", test_programme);
  return g_test_run ();
}
