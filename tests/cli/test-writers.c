/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <signal.h>

static GSubprocess *
start_adding (Cli *cli, const char *name)
{
  g_autoptr (GSubprocessLauncher) launcher =
      cli_launcher (cli, G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autofree char *assignment = g_strconcat ("name=", name, NULL);
  g_autoptr (GError) error = NULL;
  GSubprocess *process =
      g_subprocess_launcher_spawn (launcher, &error, cli_program (), "--workspace=test.accord", "add", "fund",
                                   "type=grant", assignment, NULL);

  g_assert_no_error (error);
  return process;
}

static guint
count_funds (Cli *cli)
{
  g_autoptr (JsonArray) funds = cli_ask (cli, "list", "fund", NULL);

  return json_array_get_length (funds);
}

/* Many programs that write to one workspace at once wait for each other, and every change is kept. */
static void
test_at_once (Cli *cli, gconstpointer data)
{
  const guint rounds = 6, at_once = 8;

  cli_init (cli);
  for (guint round = 0; round < rounds; round++)
    {
      g_autoptr (GPtrArray) processes = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = 0; i < at_once; i++)
        {
          g_autofree char *name = g_strdup_printf ("Fund %u of round %u", i, round);

          g_ptr_array_add (processes, start_adding (cli, name));
        }
      for (guint i = 0; i < at_once; i++)
        {
          g_autofree char *err = NULL;
          GSubprocess *process = g_ptr_array_index (processes, i);

          g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &err, NULL));
          g_assert_cmpstr (err, ==, "");
          g_assert_true (g_subprocess_get_successful (process));
        }
    }
  g_assert_cmpuint (count_funds (cli), ==, rounds * at_once);
  assert_sound (cli);
}

/* Whenever a change is killed, it has happened or it has not; and what had happened before still has. */
static void
test_killed_edit (Cli *cli, gconstpointer data)
{
  guint n_before = 0;
  guint n_killed = 0;

  cli_init (cli);
  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (GSubprocess) process = start_adding (cli, "Killed");
      guint n_after;

      /* The moment of the kill is what is tested, so it is drawn and not waited for. */
      g_usleep (g_test_rand_int_range (0, 25000));
      g_subprocess_force_exit (process);
      g_assert_true (g_subprocess_wait (process, NULL, NULL));
      n_killed += g_subprocess_get_if_signaled (process);
      n_after = count_funds (cli);
      g_assert_true (n_after == n_before || n_after == n_before + 1);
      if (!g_subprocess_get_if_signaled (process))
        g_assert_cmpuint (n_after, ==, n_before + 1);
      n_before = n_after;
    }
  g_test_message ("%u of 60 were killed, %u were kept", n_killed, n_before);
  g_assert_cmpuint (n_killed, >, 0);
  assert_sound (cli);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CLI_TEST ("/cli/writers/at-once", test_at_once);
  CLI_TEST ("/cli/writers/killed-edit", test_killed_edit);
  return g_test_run ();
}
