/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <signal.h>
#include <string.h>

static JsonObject *
import (Cli *cli, int code, const char *first, const char *second, const char *third)
{
  const char *arguments[] = {
    "--workspace=test.accord", "--json", "import", "payments", first, NULL, NULL, NULL
  };
  g_autoptr (Answer) answer = NULL;
  g_autoptr (JsonNode) root = NULL;

  arguments[5] = second;
  arguments[6] = second != NULL ? third : NULL;
  answer = cli_runv (cli, arguments);
  g_test_message ("%s%s", answer->out, answer->err);
  g_assert_cmpint (answer->code, ==, code);
  root = answer_json (answer);
  g_assert_true (JSON_NODE_HOLDS_OBJECT (root));
  return json_object_ref (json_node_get_object (root));
}

static void
assert_counts (JsonObject *report, guint added, guint updated, guint skipped, guint rejected)
{
  g_assert_cmpint (json_object_get_int_member (report, "added"), ==, added);
  g_assert_cmpint (json_object_get_int_member (report, "updated"), ==, updated);
  g_assert_cmpint (json_object_get_int_member (report, "skipped"), ==, skipped);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (report, "rejected")), ==, rejected);
}

static guint
count_payments (Cli *cli)
{
  g_autoptr (JsonArray) payments = cli_ask (cli, "list", "payment", NULL);

  return json_array_get_length (payments);
}

static const char spend[] = "Supplier,Date,Amount,Reference\n"
                            "Persona,03/04/2019,\"1,234.56\",A1\n"
                            "BARDOC,04/04/2019,-12.00,A2\n"
                            "BARDOC,04/04/2019,-12.00,A2\n"
                            "Broken,not a day,1.00,A3\n"
                            ",,,\n"
                            "Total,,\"1,210.56\",\n";

static void
test_rejections (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonObject) report = NULL;
  g_autoptr (JsonArray) payments = NULL;
  g_autofree char *saved = NULL;
  g_autofree char *path = cli_path (cli, "rejected.csv");
  JsonObject *rejection;

  cli_init (cli);
  cli_write_file (cli, "spend.csv", spend);
  report = import (cli, 1, "--report=rejected.csv", "--paying-body=Bury Council", "spend.csv");
  assert_counts (report, 3, 0, 2, 1);
  rejection = json_array_get_object_element (json_object_get_array_member (report, "rejected"), 0);
  g_assert_cmpint (json_object_get_int_member (rejection, "line"), ==, 5);
  g_assert_cmpstr (json_object_get_string_member (rejection, "reason"), !=, "");
  payments = cli_ask (cli, "list", "payment", "--sort=date", NULL);
  g_assert_cmpuint (json_array_get_length (payments), ==, 3);
  g_assert_cmpint (json_object_get_int_member (json_array_get_object_element (payments, 0), "amount_pence"),
                   ==, 123456);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (payments, 0), "paying_body"),
                   ==, "Bury Council");
  g_assert_true (g_file_get_contents (path, &saved, NULL, NULL));
  g_assert_true (g_str_has_prefix (saved, "File,Line,Reason\n\"spend.csv\",5,\""));
  assert_sound (cli);
}

static void
test_twice (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonObject) first = NULL;
  g_autoptr (JsonObject) again = NULL;
  g_autoptr (JsonObject) update = NULL;

  cli_init (cli);
  cli_write_file (cli, "spend.csv",
                  "Supplier,Date,Amount\nPersona,03/04/2019,10.00\nBARDOC,04/04/2019,20.00\n");
  first = import (cli, 0, "spend.csv", NULL, NULL);
  assert_counts (first, 2, 0, 0, 0);
  again = import (cli, 1, "spend.csv", NULL, NULL);
  assert_counts (again, 0, 0, 0, 1);
  g_assert_cmpuint (count_payments (cli), ==, 2);
  update = import (cli, 0, "--update", "spend.csv", NULL);
  g_assert_cmpint (json_object_get_int_member (update, "added"), ==, 0);
  g_assert_cmpuint (count_payments (cli), ==, 2);
}

static void
test_one_undo (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonObject) report = NULL;

  cli_init (cli);
  cli_write_file (cli, "spend.csv", spend);
  report = import (cli, 1, "spend.csv", NULL, NULL);
  cli_do (cli, "undo", NULL);
  g_assert_cmpuint (count_payments (cli), ==, 0);
  cli_do (cli, "redo", NULL);
  g_assert_cmpuint (count_payments (cli), ==, 3);
  assert_sound (cli);
}

static void
test_dry_run (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonObject) report = NULL;
  g_autoptr (Answer) words = NULL;
  g_autoptr (JsonObject) real = NULL;
  g_autoptr (JsonObject) again = NULL;

  cli_init (cli);
  cli_write_file (cli, "spend.csv", spend);
  report = import (cli, 1, "--dry-run", "spend.csv", NULL);
  assert_counts (report, 3, 0, 2, 1);
  g_assert_cmpuint (count_payments (cli), ==, 0);
  cli_expect (cli, 1, "nothing to undo", "undo", NULL);
  words = cli_run (cli, "import", "payments", "--dry-run", "spend.csv", NULL);
  g_assert_cmpint (words->code, ==, 1);
  g_assert_nonnull (strstr (words->out, "spend.csv:5: "));
  /* What it says of a file that is there already is true too. */
  real = import (cli, 1, "spend.csv", NULL, NULL);
  again = import (cli, 1, "--dry-run", "spend.csv", NULL);
  g_assert_cmpint (json_object_get_int_member (again, "added"), ==, 0);
  assert_sound (cli);
}

static void
test_several (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonObject) report = NULL;
  g_autoptr (JsonObject) none = NULL;

  cli_init (cli);
  cli_write_file (cli, "one.csv", "Supplier,Date,Amount\nPersona,03/04/2019,10.00\n");
  cli_write_file (cli, "two.csv", "Supplier,Date,Amount\nPersona,03/05/2019,11.00\n");
  cli_expect (cli, 3, "“nowhere.csv” cannot be opened: No such file or directory.", "import", "payments",
              "nowhere.csv", NULL);
  report = import (cli, 1, "one.csv", "nowhere.csv", "two.csv");
  assert_counts (report, 2, 0, 0, 1);
  none = import (cli, 3, "nowhere.csv", NULL, NULL);
  assert_counts (none, 0, 0, 0, 1);
  g_assert_cmpuint (count_payments (cli), ==, 2);
}

static void
test_refused (Cli *cli, gconstpointer data)
{
  g_autofree char *noise = g_malloc (20000);
  g_autofree char *path = cli_path (cli, "noise.csv");

  cli_init (cli);
  for (guint i = 0; i < 20000; i++)
    noise[i] = g_test_rand_int ();
  g_assert_true (g_file_set_contents (path, noise, 20000, NULL));
  cli_write_file (cli, "empty.csv", "");
  cli_write_file (cli, "dateless.csv", "Supplier,Amount\nPersona,10.00\nBARDOC,11.00\n");
  cli_write_file (cli, "american.csv",
                  "Supplier,Date,Amount\nPersona,12/31/2019,10.00\nBARDOC,12/30/2019,1\n");
  cli_write_file (cli, "text.csv", "Dear Sir or Madam,\nthere is nothing here.\n");
  cli_expect (cli, 3, "noise.csv", "import", "payments", "noise.csv", NULL);
  cli_expect (cli, 1, "empty.csv", "import", "payments", "empty.csv", NULL);
  cli_expect (cli, 1, "dateless.csv", "import", "payments", "dateless.csv", NULL);
  cli_expect (cli, 1, "american.csv", "import", "payments", "american.csv", NULL);
  cli_expect (cli, 1, "text.csv", "import", "payments", "text.csv", NULL);
  cli_expect (cli, 3, "", "import", "payments", ".", NULL);
  cli_expect (cli, 1, "There is no fund", "import", "payments", "--fund=9", "empty.csv", NULL);
  cli_expect (cli, 2, "nobody", "import", "payments", "--map=nobody=1", "american.csv", NULL);
  g_assert_cmpuint (count_payments (cli), ==, 0);
  assert_sound (cli);
}

static void
test_options (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonObject) report = NULL;
  g_autoptr (JsonObject) payment = NULL;
  g_autoptr (JsonObject) fund = NULL;

  cli_init (cli);
  cli_do (cli, "add", "fund", "name=Transformation Fund", "type=grant", NULL);
  cli_write_file (cli, "spend.csv",
                  "Supplier,Date,Amount,Why,Real supplier\nAgent,03/04/2019,10.00,Rent,Persona\n");
  {
    const char *const arguments[] = {
      "--workspace=test.accord",    "--json",    "import", "payments", "--map=payee=5", "--map=service=Why",
      "--fund=transformation fund", "spend.csv", NULL
    };
    g_autoptr (Answer) answer = cli_runv (cli, arguments);

    g_assert_cmpstr (answer->err, ==, "");
    g_assert_cmpint (answer->code, ==, 0);
  }
  payment = cli_ask_one (cli, "list", "payment", NULL);
  g_assert_cmpstr (json_object_get_string_member (payment, "payee"), ==, "Persona");
  g_assert_cmpstr (json_object_get_string_member (payment, "service"), ==, "Rent");
  g_assert_cmpstr (json_object_get_string_member (payment, "fund_title"), ==, "Transformation Fund");
  fund = cli_ask_one (cli, "funds", NULL);
  g_assert_cmpint (json_object_get_int_member (fund, "paid_pence"), ==, 1000);
}

/* A report on rejected rows never takes the place of the workspace or of the file it is about. */
static void
test_report_elsewhere (Cli *cli, gconstpointer data)
{
  g_autofree char *path = cli_path (cli, "spend.csv");
  g_autofree char *text = NULL;

  cli_init (cli);
  cli_write_file (cli, "spend.csv", "Supplier,Date,Amount\nPersona,03/04/2019,10.00\n");
  cli_expect (cli, 2, "test.accord", "import", "payments", "--report=test.accord", "spend.csv", NULL);
  cli_expect (cli, 2, "spend.csv", "import", "payments", "--report=./spend.csv", "spend.csv", NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "Supplier,"));
  assert_sound (cli);
}

static void
write_many (Cli *cli, const char *name, guint n)
{
  g_autoptr (GString) csv = g_string_new ("Supplier,Date,Amount,Reference\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (csv, "Supplier number %u,%02u/04/2019,%u.50,%s-%u\n", i % 997, i % 28 + 1, i + 1,
                            name, i);
  cli_write_file (cli, name, csv->str);
}

static GSubprocess *
start_import (Cli *cli, const char *name)
{
  g_autoptr (GSubprocessLauncher) launcher =
      cli_launcher (cli, G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  GSubprocess *process = g_subprocess_launcher_spawn (
      launcher, NULL, cli_program (), "--workspace=test.accord", "import", "payments", name, NULL);

  g_assert_nonnull (process);
  return process;
}

static gint64
paid (Cli *cli)
{
  g_autoptr (JsonArray) payments = cli_ask (cli, "list", "payment", "--limit=1", "--sort=-amount", NULL);
  JsonObject *payment;

  if (json_array_get_length (payments) == 0)
    return 0;
  payment = json_array_get_object_element (payments, 0);
  return json_object_get_int_member (payment, "amount_pence");
}

/* Whenever an import is killed, all of it is there or none. */
static void
test_killed (Cli *cli, gconstpointer data)
{
  const guint n = 6000;
  guint n_killed = 0, n_kept = 0;
  gint64 start, longest;

  cli_init (cli);
  write_many (cli, "many.csv", n);
  {
    g_autoptr (GSubprocess) whole = NULL;

    start = g_get_monotonic_time ();
    whole = start_import (cli, "many.csv");
    g_assert_true (g_subprocess_wait_check (whole, NULL, NULL));
    longest = g_get_monotonic_time () - start;
  }
  g_assert_cmpuint (count_payments (cli), ==, n);
  cli_do (cli, "undo", NULL);
  for (guint i = 0; i < 25; i++)
    {
      g_autoptr (GSubprocess) process = start_import (cli, "many.csv");

      /* The moment of the kill is what is tested, so it is drawn and not waited for. */
      g_usleep (g_test_rand_int_range (0, longest));
      g_subprocess_force_exit (process);
      g_assert_true (g_subprocess_wait (process, NULL, NULL));
      n_killed += g_subprocess_get_if_signaled (process);
      assert_sound (cli);
      if (paid (cli) == 0)
        continue;
      g_assert_cmpuint (count_payments (cli), ==, n);
      n_kept++;
      cli_do (cli, "undo", NULL);
    }
  g_test_message ("%u of 25 were killed, %u kept", n_killed, n_kept);
  g_assert_cmpuint (n_killed, >, 0);
}

/* Ctrl+C ends an import by the signal, with a word and with nothing kept. */
static void
test_interrupted (Cli *cli, gconstpointer data)
{
  guint n_interrupted = 0;

  cli_init (cli);
  write_many (cli, "many.csv", 40000);
  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (GSubprocess) process = start_import (cli, "many.csv");
      g_autofree char *err = NULL;

      g_usleep (g_test_rand_int_range (20000, 200000));
      g_subprocess_send_signal (process, SIGINT);
      g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &err, NULL));
      if (!g_subprocess_get_if_signaled (process))
        {
          g_assert_cmpuint (count_payments (cli), ==, 40000);
          cli_do (cli, "undo", NULL);
          continue;
        }
      g_assert_cmpint (g_subprocess_get_term_sig (process), ==, SIGINT);
      n_interrupted++;
      if (*err != '\0')
        g_assert_true (g_str_has_prefix (err, "accordctl: "));
      g_assert_cmpuint (count_payments (cli), ==, 0);
    }
  g_assert_cmpuint (n_interrupted, >, 0);
  assert_sound (cli);
}

/* Two imports at once: one waits for the other, and both are kept. */
static void
test_at_once (Cli *cli, gconstpointer data)
{
  g_autoptr (GSubprocess) one = NULL;
  g_autoptr (GSubprocess) two = NULL;

  cli_init (cli);
  write_many (cli, "one.csv", 5000);
  write_many (cli, "two.csv", 5000);
  one = start_import (cli, "one.csv");
  two = start_import (cli, "two.csv");
  g_assert_true (g_subprocess_wait_check (one, NULL, NULL));
  g_assert_true (g_subprocess_wait_check (two, NULL, NULL));
  g_assert_cmpuint (count_payments (cli), ==, 10000);
  assert_sound (cli);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CLI_TEST ("/cli/import/rejections", test_rejections);
  CLI_TEST ("/cli/import/twice", test_twice);
  CLI_TEST ("/cli/import/one-undo", test_one_undo);
  CLI_TEST ("/cli/import/dry-run", test_dry_run);
  CLI_TEST ("/cli/import/several", test_several);
  CLI_TEST ("/cli/import/refused", test_refused);
  CLI_TEST ("/cli/import/options", test_options);
  CLI_TEST ("/cli/import/report-elsewhere", test_report_elsewhere);
  CLI_TEST ("/cli/import/killed", test_killed);
  CLI_TEST ("/cli/import/interrupted", test_interrupted);
  CLI_TEST ("/cli/import/at-once", test_at_once);
  return g_test_run ();
}
