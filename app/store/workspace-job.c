/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace-job.h"

AccordJob *
accord_job_new (AccordWorkspace *workspace, AccordJobType type, gpointer func, gpointer data,
                GCancellable *cancellable)
{
  AccordJob *job = g_new0 (AccordJob, 1);

  job->workspace = g_object_ref (workspace);
  job->type = type;
  job->func = func;
  job->data = data;
  g_set_object (&job->cancellable, cancellable);
  return job;
}

static void
job_free (AccordJob *job)
{
  if (job->destroy != NULL)
    job->destroy (job->data);
  g_clear_object (&job->cancellable);
  g_clear_object (&job->task);
  g_clear_object (&job->workspace);
  g_clear_error (&job->error);
  g_free (job->label);
  g_free (job);
}

/* On the main loop: tells what was changed, then answers. */
static gboolean
job_finish (gpointer data)
{
  AccordJob *job = data;

  accord_workspace_tell_changes (job->workspace);
  if (job->task != NULL && job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else if (job->task != NULL)
    g_task_return_pointer (job->task, g_steal_pointer (&job->answer), job->free_answer);
  job_free (job);
  return G_SOURCE_REMOVE;
}

static void
run_on_context (AccordWorkspace *self, GSourceFunc func, gpointer data)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, data, NULL);
  g_source_attach (source, self->context);
}

/* On a worker thread. */
static void
job_run (AccordConnection *connection, gpointer data)
{
  AccordJob *job = data;
  AccordCore *core = &job->workspace->core;

  if (job->type == ACCORD_JOB_WRITE)
    job->answer =
        accord_core_write (core, connection, job->label, job->func, job->data, job->cancellable, &job->error);
  else if (job->type == ACCORD_JOB_READ)
    job->answer = accord_core_read (core, connection, job->func, job->data, job->cancellable, &job->error);
  else
    accord_core_collect (core, connection);

  if (!job->waiting)
    {
      run_on_context (job->workspace, job_finish, job);
      return;
    }
  g_mutex_lock (&job->mutex);
  job->done = TRUE;
  g_cond_signal (&job->cond);
  g_mutex_unlock (&job->mutex);
}

/* Runs a job and waits for it: for tests and the command line, which have no main loop to keep going. */
gpointer
accord_job_wait (AccordWorker *worker, AccordJob *job, GError **error)
{
  gpointer answer;

  g_assert (!accord_worker_is_current (worker));
  job->waiting = TRUE;
  g_mutex_init (&job->mutex);
  g_cond_init (&job->cond);
  accord_worker_push (worker, job_run, job);
  g_mutex_lock (&job->mutex);
  while (!job->done)
    g_cond_wait (&job->cond, &job->mutex);
  g_mutex_unlock (&job->mutex);
  g_mutex_clear (&job->mutex);
  g_cond_clear (&job->cond);

  accord_workspace_tell_changes (job->workspace);
  answer = job->answer;
  if (job->error != NULL)
    g_propagate_error (error, g_steal_pointer (&job->error));
  job_free (job);
  return answer;
}

void
accord_job_start (AccordWorker *worker, AccordJob *job, GAsyncReadyCallback callback, gpointer user_data,
                  gpointer tag)
{
  job->task = g_task_new (job->workspace, job->cancellable, callback, user_data);
  g_task_set_source_tag (job->task, tag);
  /* A change that was committed is answered as such even if somebody cancels a moment later. What was read
   * and is no longer wanted must not be: GTask tells a cancelled task an iteration later than others, so that
   * it would come after what was asked instead of it, and would be shown in its place. */
  g_task_set_check_cancellable (job->task, job->type != ACCORD_JOB_WRITE);
  accord_worker_push (worker, job_run, job);
}

/* Runs a job whose answer nobody waits for. */
void
accord_job_push (AccordWorker *worker, AccordJob *job)
{
  accord_worker_push (worker, job_run, job);
}
