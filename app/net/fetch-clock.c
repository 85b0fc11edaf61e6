/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fetch-clock.h"

static void
drop_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static gboolean
stop_here (gpointer stop)
{
  g_cancellable_cancel (stop);
  return G_SOURCE_REMOVE;
}

/* On whatever thread somebody gives up; the operation is stopped on its own. */
static void
on_given_up (GCancellable *cancellable, gpointer data)
{
  AccordFetchClock *self = data;
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_HIGH);
  g_source_set_callback (source, stop_here, g_object_ref (self->stop), g_object_unref);
  g_source_attach (source, self->context);
}

static gboolean
on_step_late (gpointer data)
{
  AccordFetchClock *self = data;

  self->late = TRUE;
  g_cancellable_cancel (self->stop);
  return G_SOURCE_REMOVE;
}

static gboolean
on_whole_late (gpointer data)
{
  AccordFetchClock *self = data;

  self->whole_late = TRUE;
  return on_step_late (data);
}

static GSource *
add_timer (AccordFetchClock *self, guint milliseconds, GSourceFunc func)
{
  GSource *source = g_timeout_source_new (milliseconds);

  g_source_set_callback (source, func, self, NULL);
  g_source_attach (source, self->context);
  return source;
}

/**
 * accord_fetch_clock_init:
 * @self: a clock
 * @context: the thread's main context
 * @cancellable: (nullable): cancelled when nobody wants it any more
 */
void
accord_fetch_clock_init (AccordFetchClock *self, GMainContext *context, GCancellable *cancellable)
{
  *self = (AccordFetchClock){ .context = context, .stop = g_cancellable_new (), .cancellable = cancellable };
  if (cancellable != NULL)
    self->given_up = g_cancellable_connect (cancellable, G_CALLBACK (on_given_up), self, NULL);
}

/**
 * accord_fetch_clock_clear:
 * @self: a clock
 */
void
accord_fetch_clock_clear (AccordFetchClock *self)
{
  g_cancellable_disconnect (self->cancellable, self->given_up);
  self->given_up = 0;
  drop_source (&self->whole);
  drop_source (&self->step);
  g_clear_object (&self->stop);
  g_clear_object (&self->result);
}

/**
 * accord_fetch_clock_start_whole:
 * @self: a clock
 * @milliseconds: how long everything may take
 */
void
accord_fetch_clock_start_whole (AccordFetchClock *self, guint milliseconds)
{
  drop_source (&self->whole);
  self->whole = add_timer (self, milliseconds, on_whole_late);
}

/**
 * accord_fetch_clock_start_step:
 * @self: a clock
 * @milliseconds: how long the step that begins now may take; the time of the step before it no longer counts
 */
void
accord_fetch_clock_start_step (AccordFetchClock *self, guint milliseconds)
{
  drop_source (&self->step);
  self->step = add_timer (self, milliseconds, on_step_late);
}

/**
 * accord_fetch_clock_stop:
 * @self: a clock
 *
 * Ends what is going on, as when enough has been seen of it.
 */
void
accord_fetch_clock_stop (AccordFetchClock *self)
{
  g_cancellable_cancel (self->stop);
}

/**
 * accord_fetch_clock_done:
 * @object: what the operation was asked of
 * @result: how it went
 * @clock: an #AccordFetchClock
 *
 * A #GAsyncReadyCallback.
 */
void
accord_fetch_clock_done (GObject *object, GAsyncResult *result, gpointer clock)
{
  AccordFetchClock *self = clock;

  g_set_object (&self->result, result);
}

/**
 * accord_fetch_clock_wait:
 * @self: a clock that accord_fetch_clock_done() has been given with an operation
 *
 * Waits until the operation is done, by itself or because it was stopped.
 *
 * Returns: (transfer full): how it went
 */
GAsyncResult *
accord_fetch_clock_wait (AccordFetchClock *self)
{
  while (self->result == NULL)
    g_main_context_iteration (self->context, TRUE);
  return g_steal_pointer (&self->result);
}

/**
 * accord_fetch_clock_sleep:
 * @context: the thread's main context
 * @until: when to go on, in the microseconds of g_get_monotonic_time()
 * @cancellable: (nullable): to stop waiting
 * @error: return location for a %G_IO_ERROR_CANCELLED
 *
 * Returns: %FALSE if it was stopped
 */
gboolean
accord_fetch_clock_sleep (GMainContext *context, gint64 until, GCancellable *cancellable, GError **error)
{
  g_auto (AccordFetchClock) clock = { 0 };
  gint64 left = (until - g_get_monotonic_time () + 999) / 1000;

  if (left > 0)
    {
      accord_fetch_clock_init (&clock, context, cancellable);
      accord_fetch_clock_start_step (&clock, MIN (left, G_MAXINT));
      while (!g_cancellable_is_cancelled (clock.stop))
        g_main_context_iteration (context, TRUE);
    }
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}
