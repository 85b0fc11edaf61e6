/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "worker.h"

typedef struct
{
  AccordJobFunc func;
  gpointer data;
} Job;

struct _AccordWorker
{
  GThread *thread;
  AccordConnection *connection;
  GMutex mutex;
  GCond wake;
  GQueue jobs;
  gboolean latest_first;
  gboolean closing;
};

static gpointer
work (gpointer data)
{
  AccordWorker *self = data;

  g_mutex_lock (&self->mutex);
  while (TRUE)
    {
      Job *job = self->latest_first ? g_queue_pop_tail (&self->jobs) : g_queue_pop_head (&self->jobs);

      if (job == NULL && self->closing)
        break;
      if (job == NULL)
        {
          g_cond_wait (&self->wake, &self->mutex);
          continue;
        }
      g_mutex_unlock (&self->mutex);
      job->func (self->connection, job->data);
      g_free (job);
      g_mutex_lock (&self->mutex);
    }
  g_mutex_unlock (&self->mutex);
  return NULL;
}

/**
 * accord_worker_new:
 * @name: what the thread is called in a debugger
 * @connection: (transfer full): the connection it owns
 * @latest_first: whether the newest job goes first
 *
 * Returns: (transfer full): a running worker
 */
AccordWorker *
accord_worker_new (const char *name, AccordConnection *connection, gboolean latest_first)
{
  AccordWorker *self = g_new0 (AccordWorker, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->wake);
  g_queue_init (&self->jobs);
  self->connection = connection;
  self->latest_first = latest_first;
  self->thread = g_thread_new (name, work, self);
  return self;
}

/* Does the jobs that wait, ends the thread and closes the connection. */
void
accord_worker_free (AccordWorker *self)
{
  g_assert (!accord_worker_is_current (self));
  g_mutex_lock (&self->mutex);
  self->closing = TRUE;
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->mutex);
  g_thread_join (self->thread);
  accord_connection_free (self->connection);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->wake);
  g_free (self);
}

void
accord_worker_push (AccordWorker *self, AccordJobFunc func, gpointer data)
{
  Job *job = g_new (Job, 1);

  job->func = func;
  job->data = data;
  g_mutex_lock (&self->mutex);
  g_queue_push_tail (&self->jobs, job);
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->mutex);
}

gboolean
accord_worker_is_current (AccordWorker *self)
{
  return g_thread_self () == self->thread;
}
