/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fetcher.h"

/* What must be done in a process that has not fetched yet, and is over in a moment. */
#define ONCE "/net/begun/once/subprocess"
#define TRIES 30
#define LONGEST (20 * G_USEC_PER_SEC)

/* Whoever begins a fetcher goes on with sockets of its own, sooner or later while the thread gets ready. */
static void
test_once (void)
{
  g_autoptr (AccordFetcher) fetcher = accord_fetcher_new ();
  int wait = g_random_int_range (40, 120);
  gint64 start = g_get_monotonic_time ();

  while (g_get_monotonic_time () - start < wait)
    continue;
  g_type_ensure (G_TYPE_INET_SOCKET_ADDRESS);
  g_type_ensure (G_TYPE_TCP_CONNECTION);
  g_type_ensure (G_TYPE_TLS_CERTIFICATE);
}

static void
test_begun (void)
{
  for (guint i = 0; i < TRIES; i++)
    {
      g_test_trap_subprocess (ONCE, LONGEST, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_assert_false (g_test_trap_reached_timeout ());
      g_test_trap_assert_passed ();
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/begun", test_begun);
  g_test_add_func (ONCE, test_once);
  return g_test_run ();
}
