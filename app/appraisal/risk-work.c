/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "risk-work.h"

/* What the threads share. The pieces of a phase are handed out by number; whoever finds none left waits until
 * those that are being done are done, for the next phase needs them. */
typedef struct
{
  const AccordPhase *phases;
  guint n_phases;
  gpointer data;
  gsize scratch_size;
  gpointer stop_data;
  GMutex mutex;
  GCond changed;
  guint phase;
  guint next;
  guint n_done;
  gboolean stopped;
} Work;

/* Returns: whether there is a piece to do */
static gboolean
take_piece (Work *self, guint *phase, guint *piece)
{
  gboolean taken = FALSE;

  g_mutex_lock (&self->mutex);
  while (!self->stopped && self->phase < self->n_phases && self->next == self->phases[self->phase].n_pieces)
    if (self->n_done == self->next)
      {
        self->phase++;
        self->next = self->n_done = 0;
        g_cond_broadcast (&self->changed);
      }
    else
      g_cond_wait (&self->changed, &self->mutex);
  if (!self->stopped && self->phase < self->n_phases)
    {
      *phase = self->phase;
      *piece = self->next++;
      taken = TRUE;
    }
  g_mutex_unlock (&self->mutex);
  return taken;
}

static void
give_back (Work *self, gboolean stopped)
{
  g_mutex_lock (&self->mutex);
  self->n_done++;
  self->stopped = self->stopped || stopped;
  if (self->stopped || self->n_done == self->phases[self->phase].n_pieces)
    g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
}

static void
work (Work *self, AccordStopFunc stop)
{
  g_autofree gpointer scratch = g_malloc (self->scratch_size);
  guint phase, piece;

  while (take_piece (self, &phase, &piece))
    {
      self->phases[phase].do_piece (self->data, piece, scratch);
      give_back (self, stop != NULL && stop (self->stop_data));
    }
}

static gpointer
work_along (gpointer data)
{
  work (data, NULL);
  return NULL;
}

static guint
most_pieces (const AccordPhase *phases, guint n_phases)
{
  guint most = 1;

  for (guint i = 0; i < n_phases; i++)
    most = MAX (most, phases[i].n_pieces);
  return most;
}

/**
 * accord_work_share_out:
 * @phases: (array length=n_phases): what is to be done
 * @n_phases: how many phases there are
 * @data: for them
 * @scratch_size: how much room each thread has for itself, in bytes
 * @n_threads: how many threads may work at it, the one that calls among them; where one cannot be had, the
 * others do its work
 * @stop: (nullable): asked after each piece that the calling thread does whether to give up
 * @stop_data: for @stop
 *
 * Returns: whether all was done
 */
gboolean
accord_work_share_out (const AccordPhase *phases, guint n_phases, gpointer data, gsize scratch_size,
                       guint n_threads, AccordStopFunc stop, gpointer stop_data)
{
  const guint n = CLAMP (n_threads, 1, most_pieces (phases, n_phases));
  g_autofree GThread **threads = g_new0 (GThread *, n);
  Work self = { .phases = phases, .n_phases = n_phases, .data = data, .scratch_size = scratch_size };

  self.stop_data = stop_data;
  g_mutex_init (&self.mutex);
  g_cond_init (&self.changed);
  for (guint i = 1; i < n; i++)
    threads[i] = g_thread_try_new ("appraisal", work_along, &self, NULL);
  work (&self, stop);
  for (guint i = 1; i < n; i++)
    if (threads[i] != NULL)
      g_thread_join (threads[i]);
  g_cond_clear (&self.changed);
  g_mutex_clear (&self.mutex);
  return !self.stopped;
}
