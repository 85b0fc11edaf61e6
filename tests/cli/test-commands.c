/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

static void
test_add_and_show (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonObject) fund = NULL;
  g_autoptr (JsonObject) same = NULL;
  g_autoptr (JsonObject) holder = NULL;

  cli_add_place (cli);
  fund = cli_ask_one (cli, "show", "fund", "1", NULL);
  g_assert_cmpint (cli_number_of (fund, "amount_pence"), ==, 1920000000);
  g_assert_cmpstr (cli_text_of (fund, "type"), ==, "transformation-fund");
  g_assert_cmpstr (cli_text_of (fund, "holder_title"), ==, "Bury Council");
  g_assert_true (json_object_get_null_member (fund, "announced"));
  g_assert_nonnull (cli_text_of (fund, "created"));
  g_assert_nonnull (cli_text_of (fund, "modified"));
  holder = cli_ask_one (cli, "show", "organisation", "1", NULL);
  g_assert_cmpstr (cli_text_of (fund, "holder_uid"), ==, cli_text_of (holder, "uid"));
  g_assert_cmpint (cli_number_of (fund, "holder"), ==, cli_number_of (holder, "id"));

  same = cli_ask_one (cli, "show", "funds", cli_text_of (fund, "uid"), NULL);
  g_assert_cmpint (cli_number_of (same, "id"), ==, 1);
}

/* What `add` and `set` answer is the record as it now is. */
static void
test_set (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonObject) added = NULL;
  g_autoptr (JsonObject) set = NULL;
  g_autoptr (JsonObject) shown = NULL;

  cli_add_place (cli);
  added = cli_ask_one (cli, "add", "fund", "name=Grant", "type=grant", "amount_pence=123456",
                       "first_year=2017/18", NULL);
  g_assert_cmpint (cli_number_of (added, "amount_pence"), ==, 123456);
  g_assert_cmpint (cli_number_of (added, "first_year"), ==, 2017);
  set = cli_ask_one (cli, "set", "fund", cli_text_of (added, "uid"), "amount=£1,234.57",
                     "first-year=", "holder=bury", "announced=1 April 2019", NULL);
  shown = cli_ask_one (cli, "show", "fund", cli_text_of (added, "uid"), NULL);
  g_assert_true (json_object_equal (set, shown));
  g_assert_cmpint (cli_number_of (shown, "amount_pence"), ==, 123457);
  g_assert_true (json_object_get_null_member (shown, "first_year"));
  g_assert_cmpstr (cli_text_of (shown, "holder_title"), ==, "Bury Council");
  g_assert_cmpstr (cli_text_of (shown, "announced"), ==, "2019-04-01");
  g_assert_cmpstr (cli_text_of (shown, "name"), ==, "Grant");
}

static void
test_references (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonObject) post = NULL;
  JsonArray *ids;

  cli_add_place (cli);
  post = cli_ask_one (cli, "add", "post", "name=Chief Finance Officer", "status=filled",
                      "organisations=Bury CCG; 1", NULL);
  ids = json_object_get_array_member (post, "organisations");
  g_assert_cmpuint (json_array_get_length (ids), ==, 2);
  g_assert_cmpint (json_array_get_int_element (ids, 0), ==, 2);
  g_assert_cmpint (json_array_get_int_element (ids, 1), ==, 1);
  g_assert_cmpstr (
      json_array_get_string_element (json_object_get_array_member (post, "organisations_title"), 0), ==,
      "Bury CCG");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (post, "organisations_uid")), ==, 2);
  cli_expect (cli, 1, "Held by: ", "set", "fund", "1", "holder=Nobody Council", NULL);
}

static guint
count (Cli *cli, const char *condition)
{
  g_autoptr (JsonArray) rows = cli_ask (cli, "list", "fund", "--where", condition, NULL);

  return json_array_get_length (rows);
}

static void
test_conditions (Cli *cli, gconstpointer data)
{
  cli_add_place (cli);
  cli_do (cli, "add", "fund", "name=Small grant", "type=grant", "amount=£100", "announced=2016-07-01", NULL);
  cli_do (cli, "add", "fund", "name=Unknown grant", "type=grant", NULL);
  g_assert_cmpuint (count (cli, "type=grant"), ==, 2);
  g_assert_cmpuint (count (cli, "type=Grant"), ==, 2);
  g_assert_cmpuint (count (cli, "type!=grant"), ==, 1);
  g_assert_cmpuint (count (cli, "amount="), ==, 1);
  g_assert_cmpuint (count (cli, "amount!="), ==, 2);
  g_assert_cmpuint (count (cli, "amount>=£100.00"), ==, 2);
  g_assert_cmpuint (count (cli, "amount_pence>=10001"), ==, 1);
  g_assert_cmpuint (count (cli, "amount_pence<=10000"), ==, 1);
  g_assert_cmpuint (count (cli, "amount=100"), ==, 1);
  g_assert_cmpuint (count (cli, "name~GRANT"), ==, 2);
  g_assert_cmpuint (count (cli, "announced>=1 July 2016"), ==, 1);
  g_assert_cmpuint (count (cli, "announced<=2016-06-30"), ==, 0);
  g_assert_cmpuint (count (cli, "holder=Bury Council"), ==, 1);
  g_assert_cmpuint (count (cli, "holder="), ==, 2);
  g_assert_cmpuint (count (cli, "name=a=b"), ==, 0);
}

static void
assert_names (JsonArray *rows, const char *expected)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (rows); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "," : "",
                            cli_text_of (json_array_get_object_element (rows, i), "name"));
  g_assert_cmpstr (names->str, ==, expected);
}

static void
test_order (Cli *cli, gconstpointer data)
{
  static const char *const orders[][3] = {
    { "--sort=amount", "--limit=10", "A,C,B" },   { "--sort=-amount", "--limit=2", "B,C" },
    { "--sort=amount", "--descending", "B,C,A" }, { "--sort=name", "--search=C", "C" },
    { "--sort=name", "--limit=0", "" },
  };

  cli_init (cli);
  cli_do (cli, "add", "fund", "name=A", "type=grant", "amount=1", NULL);
  cli_do (cli, "add", "fund", "name=B", "type=grant", "amount=30", NULL);
  cli_do (cli, "add", "fund", "name=C", "type=grant", "amount=20", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (JsonArray) rows = cli_ask (cli, "list", "fund", orders[i][0], orders[i][1], NULL);

      assert_names (rows, orders[i][2]);
    }
}

static void
test_delete_and_restore (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonArray) living = NULL;
  g_autoptr (JsonArray) deleted = NULL;
  g_autoptr (JsonObject) back = NULL;

  cli_add_place (cli);
  cli_expect (cli, 1, "Bury Council", "delete", "organisation", "1", "2", NULL);
  living = cli_ask (cli, "list", "organisation", NULL);
  g_assert_cmpuint (json_array_get_length (living), ==, 2);

  cli_do (cli, "delete", "organisation", "2", "2", NULL);
  cli_expect (cli, 1, "There is no organisation “2”", "show", "organisation", "2", NULL);
  cli_expect (cli, 1, "There is no organisation “2”", "delete", "organisation", "2", NULL);
  deleted = cli_ask (cli, "list", "organisation", "--deleted", NULL);
  assert_names (deleted, "Bury CCG");
  g_assert_nonnull (cli_text_of (json_array_get_object_element (deleted, 0), "deleted"));
  back = cli_ask_one (cli, "restore", "organisation", "2", NULL);
  g_assert_cmpstr (cli_text_of (back, "name"), ==, "Bury CCG");
  g_assert_false (json_object_has_member (back, "deleted"));
  cli_expect (cli, 1, "There is no deleted organisation “2”", "restore", "organisation", "2", NULL);
}

static void
test_undo (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonObject) change = NULL;

  cli_init (cli);
  cli_expect (cli, 1, "", "undo", NULL);
  cli_do (cli, "add", "fund", "name=A", "type=grant", NULL);
  cli_do (cli, "set", "fund", "1", "name=B", NULL);
  change = cli_ask_one (cli, "undo", NULL);
  g_assert_nonnull (strstr (cli_text_of (change, "label"), "A"));
  g_assert_cmpuint (count (cli, "name=A"), ==, 1);
  cli_do (cli, "undo", NULL);
  g_assert_cmpuint (count (cli, "name!="), ==, 0);
  cli_do (cli, "redo", NULL);
  cli_do (cli, "redo", NULL);
  g_assert_cmpuint (count (cli, "name=B"), ==, 1);
  cli_expect (cli, 1, "", "redo", NULL);
  assert_sound (cli);
}

static void
test_history (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonArray) entries = NULL;
  g_autoptr (GHashTable) operations = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (Answer) words = NULL;

  cli_add_place (cli);
  cli_do (cli, "set", "fund", "1", "amount=£20m", NULL);
  cli_do (cli, "delete", "fund", "1", NULL);
  entries = cli_ask (cli, "history", "fund", "1", NULL);
  g_assert_cmpuint (json_array_get_length (entries), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      JsonObject *entry = json_array_get_object_element (entries, i);

      g_hash_table_insert (operations, (gpointer) cli_text_of (entry, "operation"), entry);
      g_assert_cmpstr (cli_text_of (entry, "who"), !=, "");
      g_assert_cmpstr (cli_text_of (entry, "kind"), ==, "fund");
    }
  g_assert_nonnull (g_hash_table_lookup (operations, "insert"));
  g_assert_nonnull (g_hash_table_lookup (operations, "delete"));
  {
    JsonObject *update = g_hash_table_lookup (operations, "update");
    JsonObject *before = json_object_get_object_member (update, "before");
    JsonObject *after = json_object_get_object_member (update, "after");

    g_assert_cmpint (cli_number_of (before, "amount_pence"), ==, 1920000000);
    g_assert_cmpint (cli_number_of (after, "amount_pence"), ==, 2000000000);
    g_assert_cmpuint (json_object_get_size (after), ==, 1);
  }
  words = cli_run (cli, "history", "fund", "1", NULL);
  g_assert_nonnull (strstr (words->out, "Amount: £19,200,000.00 → £20,000,000.00"));
}

static void
test_search (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonArray) hits = NULL;
  g_autoptr (JsonArray) one = NULL;
  g_autoptr (JsonArray) none = NULL;
  g_autoptr (Answer) words = NULL;

  cli_add_place (cli);
  hits = cli_ask (cli, "search", "bur", NULL);
  g_assert_cmpuint (json_array_get_length (hits), ==, 2);
  one = cli_ask (cli, "search", "bury", "coun", NULL);
  g_assert_cmpuint (json_array_get_length (one), ==, 1);
  g_assert_cmpstr (cli_text_of (json_array_get_object_element (one, 0), "title"), ==, "Bury Council");
  g_assert_cmpstr (cli_text_of (json_array_get_object_element (one, 0), "kind"), ==, "organisation");
  none = cli_ask (cli, "search", "zebra", NULL);
  g_assert_cmpuint (json_array_get_length (none), ==, 0);
  words = cli_run (cli, "search", "bury", NULL);
  g_assert_null (strstr (words->out, "\u2068"));
}

static void
test_kinds (Cli *cli, gconstpointer data)
{
  static const char expected[] =
      "organisation membership body post fund allocation payment programme "
      "workstream milestone transfer case "
      "option caveat endorsement meeting item resolution decision declaration paper action question finding "
      "benefit risk engagement claim "
      "source document edition unit-cost appraisal cost outcome gain scenario answer portfolio "
      "version review comment";
  g_autoptr (JsonArray) kinds = cli_ask (cli, "kinds", NULL);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (JsonArray) one = NULL;

  for (guint i = 0; i < json_array_get_length (kinds); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                            cli_text_of (json_array_get_object_element (kinds, i), "kind"));
  g_assert_cmpstr (names->str, ==, expected);
  one = cli_ask (cli, "kinds", "bodies", NULL);
  g_assert_cmpuint (json_array_get_length (one), ==, 1);
  g_assert_cmpstr (cli_text_of (json_array_get_object_element (one, 0), "kind"), ==, "body");
}

/* Every kind answers to every reading command while the workspace is empty. */
static void
test_every_kind (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonArray) kinds = cli_ask (cli, "kinds", NULL);

  cli_init (cli);
  for (guint i = 0; i < json_array_get_length (kinds); i++)
    {
      const char *kind = cli_text_of (json_array_get_object_element (kinds, i), "kind");
      g_autoptr (JsonArray) rows = cli_ask (cli, "list", kind, NULL);
      g_autoptr (Answer) words = cli_run (cli, "list", kind, NULL);

      g_assert_cmpuint (json_array_get_length (rows), ==, 0);
      g_assert_true (g_str_has_suffix (words->out, ": none.\n"));
      cli_expect (cli, 1, kind, "show", kind, "1", NULL);
    }
}

static void
test_table (Cli *cli, gconstpointer data)
{
  g_autoptr (Answer) list = NULL;
  g_autoptr (Answer) show = NULL;

  cli_add_place (cli);
  list = cli_run (cli, "list", "fund", NULL);
  g_assert_nonnull (strstr (list->out, "£19,200,000.00"));
  g_assert_nonnull (strstr (list->out, "Bury Council"));
  g_assert_null (strstr (list->out, "\033"));
  show = cli_run (cli, "show", "fund", "1", NULL);
  g_assert_nonnull (strstr (show->out, "Transformation Fund\nfund 1 · "));
  g_assert_nonnull (strstr (show->out, "not known"));
}

static void
test_backup (Cli *cli, gconstpointer data)
{
  g_autofree char *copy = cli_path (cli, "copy.accord");
  g_autoptr (JsonObject) told = NULL;

  cli_add_place (cli);
  told = cli_ask_one (cli, "backup", copy, NULL);
  g_assert_cmpstr (cli_text_of (told, "path"), ==, copy);
  cli_expect (cli, 3, "copy.accord", "backup", copy, NULL);
  g_free (g_steal_pointer (&cli->workspace));
  cli->workspace = g_steal_pointer (&copy);
  g_assert_cmpuint (count (cli, "holder=Bury Council"), ==, 1);
  assert_sound (cli);
}

static void
test_check (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonObject) report = NULL;
  g_autoptr (Answer) words = NULL;

  cli_add_place (cli);
  report = cli_ask_one (cli, "check", "--rebuild", NULL);
  g_assert_true (json_object_get_boolean_member (report, "sound"));
  g_assert_true (json_object_get_boolean_member (report, "rebuilt"));
  g_assert_cmpint (cli_number_of (report, "records"), ==, 3);
  words = cli_run (cli, "check", NULL);
  g_assert_cmpint (words->code, ==, 0);
  g_assert_nonnull (strstr (words->out, "sound"));
}

static void
test_sample (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonArray) organisations = NULL;
  g_autoptr (JsonArray) unsourced = NULL;

  cli_do (cli, "init", "--sample", NULL);
  organisations = cli_ask (cli, "list", "organisation", NULL);
  g_assert_cmpuint (json_array_get_length (organisations), >, 10);
  unsourced = cli_ask (cli, "list", "organisation", "--where", "source=", NULL);
  g_assert_cmpuint (json_array_get_length (unsourced), ==, 0);
  assert_sound (cli);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CLI_TEST ("/cli/commands/add-and-show", test_add_and_show);
  CLI_TEST ("/cli/commands/set", test_set);
  CLI_TEST ("/cli/commands/references", test_references);
  CLI_TEST ("/cli/commands/conditions", test_conditions);
  CLI_TEST ("/cli/commands/order", test_order);
  CLI_TEST ("/cli/commands/delete-and-restore", test_delete_and_restore);
  CLI_TEST ("/cli/commands/undo", test_undo);
  CLI_TEST ("/cli/commands/history", test_history);
  CLI_TEST ("/cli/commands/search", test_search);
  CLI_TEST ("/cli/commands/kinds", test_kinds);
  CLI_TEST ("/cli/commands/every-kind", test_every_kind);
  CLI_TEST ("/cli/commands/table", test_table);
  CLI_TEST ("/cli/commands/backup", test_backup);
  CLI_TEST ("/cli/commands/check", test_check);
  CLI_TEST ("/cli/commands/sample", test_sample);
  return g_test_run ();
}
