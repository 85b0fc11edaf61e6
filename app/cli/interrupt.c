/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "interrupt.h"

#include <pthread.h>
#include <signal.h>

static int caught;

static void
fill_set (sigset_t *set)
{
  sigemptyset (set);
  sigaddset (set, SIGINT);
  sigaddset (set, SIGTERM);
  sigaddset (set, SIGHUP);
}

static void
die_of (int number)
{
  sigset_t set;

  signal (number, SIG_DFL);
  sigemptyset (&set);
  sigaddset (&set, number);
  pthread_sigmask (SIG_UNBLOCK, &set, NULL);
  raise (number);
}

static gpointer
wait_for_signals (gpointer data)
{
  g_autoptr (GCancellable) cancellable = data;
  sigset_t set;
  int number;

  fill_set (&set);
  if (sigwait (&set, &number) != 0)
    return NULL;
  g_atomic_int_set (&caught, number);
  g_cancellable_cancel (cancellable);
  /* Whoever asks twice does not want to wait for a clean end; the workspace stays whole even so. */
  if (sigwait (&set, &number) == 0)
    die_of (number);
  return NULL;
}

/**
 * accord_interrupt_await:
 * @cancellable: what to cancel
 *
 * From now on the first Ctrl+C (or a polite request to end) cancels @cancellable instead of ending the
 * program; the second one ends it. To be called once, before any other thread is started, so that all threads
 * leave the signals to the one that waits here.
 */
void
accord_interrupt_await (GCancellable *cancellable)
{
  sigset_t set;

  fill_set (&set);
  pthread_sigmask (SIG_BLOCK, &set, NULL);
  g_thread_unref (g_thread_new ("interrupt", wait_for_signals, g_object_ref (cancellable)));
}

/**
 * accord_interrupt_end_if_caught:
 *
 * When a signal was caught, ends the program by that signal, as a shell expects of a program that was
 * interrupted. To be called after everything has been cleaned up.
 */
void
accord_interrupt_end_if_caught (void)
{
  int number = g_atomic_int_get (&caught);

  if (number != 0)
    die_of (number);
}
