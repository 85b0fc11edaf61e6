/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "thread.h"

typedef struct
{
  GTask *task;
  GTaskThreadFunc func;
} Run;

static void
run (GTask *runner, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Run *self = data;

  (void) source;
  (void) cancellable;
  self->func (self->task, g_task_get_source_object (self->task), g_task_get_task_data (self->task),
              g_task_get_cancellable (self->task));
  g_task_return_boolean (runner, TRUE);
}

/* On the loop that asked: the thread has nothing of the task any more. */
static void
on_over (GObject *source, GAsyncResult *result, gpointer data)
{
  Run *self = data;

  (void) source;
  (void) result;
  g_object_unref (self->task);
  g_free (self);
}

/**
 * accord_thread_run:
 * @task: what is to be done, made on the main loop
 * @func: does it, and answers with one of g_task_return_pointer() and its like as the last thing it does
 *
 * Runs @func on a thread. It is what g_task_run_in_thread() is, but for the end: there, the thread lets go of
 * the task, of its source object and of its data when it likes, so that a window which was closed meanwhile
 * is taken apart on the thread while the main loop works with what the window had. Here all three are held
 * until @func is over and then let go of on the main loop.
 */
void
accord_thread_run (GTask *task, GTaskThreadFunc func)
{
  g_autoptr (GTask) runner = NULL;
  Run *self;

  g_return_if_fail (G_IS_TASK (task));
  g_return_if_fail (func != NULL);

  self = g_new (Run, 1);
  self->task = g_object_ref (task);
  self->func = func;
  runner = g_task_new (NULL, NULL, on_over, self);
  g_task_set_priority (runner, g_task_get_priority (task));
  g_task_set_task_data (runner, self, NULL);
  g_task_run_in_thread (runner, run);
}
