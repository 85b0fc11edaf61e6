/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "portfolio/portfolio-work.h"

#include "thread.h"

typedef struct
{
  AccordPortfolioChoice *choice;
  GCancellable *enough;
} Work;

static void
work_free (gpointer data)
{
  Work *self = data;

  g_clear_pointer (&self->choice, accord_portfolio_choice_free);
  g_object_unref (self->enough);
  g_free (self);
}

static gboolean
is_enough (gpointer data)
{
  return g_cancellable_is_cancelled (data);
}

static void
work_out (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *self = data;

  accord_portfolio_choice_work_out (self->choice, is_enough, self->enough);
  g_task_return_boolean (task, TRUE);
}

/**
 * accord_portfolio_work_async:
 * @choice: (transfer full): cases as they were read
 * @enough: cancelled when the best set found so far will do
 * @callback: called when it is done, also when it was enough
 * @user_data: for @callback
 *
 * Finds the best set on a thread of its own.
 */
void
accord_portfolio_work_async (AccordPortfolioChoice *choice, GCancellable *enough,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->choice = choice;
  work->enough = g_object_ref (enough);
  g_task_set_task_data (task, work, work_free);
  accord_thread_run (task, work_out);
}

/**
 * accord_portfolio_work_finish:
 * @result: what the callback was given
 *
 * Returns: (transfer full): the choice, with the best set
 */
AccordPortfolioChoice *
accord_portfolio_work_finish (GAsyncResult *result)
{
  Work *work = g_task_get_task_data (G_TASK (result));

  return g_steal_pointer (&work->choice);
}
