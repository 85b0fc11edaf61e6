/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

static void
add_place (Cli *cli)
{
  cli_init (cli);
  cli_do (cli, "add", "organisation", "name=Persona", "type=company", NULL);
  cli_do (cli, "add", "organisation", "name=Pennine Care", "type=nhs-trust", NULL);
  cli_do (cli, "add", "fund", "name=Fund", "type=budget", "amount=£100", NULL);
  cli_do (cli, "add", "fund", "name=Grant", "type=grant", NULL);
  cli_do (cli, "add", "payment", "payee=Persona", "amount=£7,000.17", "date=2019-05-01",
          "organisation=Persona", NULL);
  cli_do (cli, "add", "payment", "payee=Pennine", "amount=-£0.18", "date=2019-06-01",
          "organisation=Pennine Care", NULL);
  cli_do (cli, "add", "payment", "payee=Nobody", "amount=£5", "date=2021-06-01", NULL);
}

static void
test_total (Cli *cli, gconstpointer data)
{
  g_autoptr (Answer) words = NULL;
  g_autoptr (Answer) sums = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *total;

  add_place (cli);
  words = cli_run (cli, "list", "payment", "--total", "--where", "date>=2019-04-01", "--where",
                   "date<=2020-03-31", "--where", "organisation=Persona|Pennine Care", NULL);
  g_assert_cmpint (words->code, ==, 0);
  g_assert_cmpstr (words->out, ==, "Payments · 2019/20 · Persona or Pennine Care\n2 payments · £6,999.99\n");
  sums = cli_run (cli, "--json", "list", "fund", "--total", NULL);
  node = answer_json (sums);
  total = json_node_get_object (node);
  g_assert_cmpint (json_object_get_int_member (total, "count"), ==, 2);
  /* Funds are parts of one another: their sum would count shares twice. */
  g_assert_false (json_object_has_member (total, "sum_pence"));
  g_clear_pointer (&sums, answer_free);
  g_clear_pointer (&node, json_node_unref);
  sums = cli_run (cli, "--json", "list", "payment", "--total", NULL);
  node = answer_json (sums);
  total = json_node_get_object (node);
  g_assert_cmpstr (json_object_get_string_member (total, "field"), ==, "amount");
  g_assert_cmpint (json_object_get_int_member (total, "count"), ==, 3);
  g_assert_cmpint (json_object_get_int_member (total, "sum_pence"), ==, 700499);
  g_assert_cmpint (json_object_get_int_member (total, "unknown"), ==, 0);
}

static void
test_any_of (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonArray) both = NULL;
  g_autoptr (JsonArray) unknown = NULL;
  g_autoptr (JsonArray) text = NULL;

  add_place (cli);
  both = cli_ask (cli, "list", "fund", "--where", "type=budget|grant", NULL);
  g_assert_cmpuint (json_array_get_length (both), ==, 2);
  unknown = cli_ask (cli, "list", "payment", "--where", "organisation=Persona|", NULL);
  g_assert_cmpuint (json_array_get_length (unknown), ==, 2);
  /* In text a bar is a bar. */
  text = cli_ask (cli, "list", "payment", "--where", "payee=Persona|Nobody", NULL);
  g_assert_cmpuint (json_array_get_length (text), ==, 0);
  cli_expect (cli, 2, "is none of", "list", "fund", "--where", "type=budget|nonsense", NULL);
}

static void
test_edit (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonArray) changed = NULL;
  g_autoptr (JsonArray) undone = NULL;

  add_place (cli);
  cli_do (cli, "edit", "payment", "--where", "date<=2020-03-31", "category=service", "fund=Fund", NULL);
  changed = cli_ask (cli, "list", "payment", "--where", "category=service", "--where", "fund=Fund", NULL);
  g_assert_cmpuint (json_array_get_length (changed), ==, 2);
  cli_do (cli, "undo", NULL);
  undone = cli_ask (cli, "list", "payment", "--where", "category=service", NULL);
  g_assert_cmpuint (json_array_get_length (undone), ==, 0);

  /* All or none, and each refusal is said. */
  cli_expect (cli, 1, "“Persona”", "edit", "payment", "1", "2", "3", "payee=", NULL);
  cli_expect (cli, 2, "which records", "edit", "payment", "payee=x", NULL);
  assert_sound (cli);
}

static void
test_paste (Cli *cli, gconstpointer data)
{
  g_autofree char *path = cli_path (cli, "rows.tsv");
  g_autoptr (Answer) looked = NULL, pasted = NULL, sums = NULL;
  g_autoptr (JsonArray) persona = NULL;

  add_place (cli);
  cli_write_file (cli, "rows.tsv",
                  "Paid to\tDate\tAmount (£)\tFund\tNotes of ours\n"
                  "Persona\t2019-07-01\t£1,000.50\tFund\tx\n"
                  "Persona\tsome day\t5\tFund\t\n"
                  "\"A \"\"B\"\"\tC\"\t1 Aug 2019\t7\t\t\n");
  looked = cli_run (cli, "paste", "payment", path, "--dry-run", NULL);
  g_assert_cmpint (looked->code, ==, 1);
  g_assert_nonnull (strstr (looked->out, "Row 2"));
  pasted = cli_run (cli, "paste", "payment", path, NULL);
  g_assert_cmpint (pasted->code, ==, 1);
  g_assert_nonnull (strstr (pasted->out, "Add 2 payments"));
  persona = cli_ask (cli, "list", "payment", "--where", "amount_pence=100050", "--where", "fund=Fund", NULL);
  g_assert_cmpuint (json_array_get_length (persona), ==, 1);
  sums = cli_run (cli, "list", "payment", "--total", NULL);
  g_assert_nonnull (strstr (sums->out, "5 payments"));
  cli_expect (cli, 3, "no-such-file", "paste", "payment", "no-such-file", NULL);
  assert_sound (cli);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  CLI_TEST ("/cli/lists/total", test_total);
  CLI_TEST ("/cli/lists/any-of", test_any_of);

  CLI_TEST ("/cli/lists/edit", test_edit);
  CLI_TEST ("/cli/lists/paste", test_paste);

  return g_test_run ();
}
