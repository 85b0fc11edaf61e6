/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "site-refresh.h"

#include "date.h"
#include "site-run.h"
#include "thread.h"
#include "today.h"

#define DAYS_BACK 365
#define DAYS_AHEAD 183

static void
failure_free (gpointer data)
{
  AccordRefreshFailure *failure = data;

  g_free (failure->what);
  g_free (failure->address);
  g_free (failure->reason);
  g_free (failure);
}

/**
 * accord_refresh_result_free:
 * @self: what a refresh did
 */
void
accord_refresh_result_free (AccordRefreshResult *self)
{
  g_free (self->organisation);
  g_free (self->from);
  g_free (self->until);
  g_ptr_array_unref (self->failures);
  g_clear_error (&self->stopped);
  g_free (self);
}

static AccordRefreshResult *
result_new (const AccordRefreshOptions *options)
{
  AccordRefreshResult *result = g_new0 (AccordRefreshResult, 1);
  g_autofree char *today = accord_today_dup ();

  result->from = options->from != NULL ? g_strdup (options->from) : accord_date_step (today, -DAYS_BACK);
  result->until = options->until != NULL ? g_strdup (options->until) : accord_date_step (today, DAYS_AHEAD);
  result->failures = g_ptr_array_new_with_free_func (failure_free);
  return result;
}

static GPtrArray *
hold (GPtrArray *committees)
{
  return committees != NULL ? g_ptr_array_ref (committees) : NULL;
}

/**
 * accord_committee_refresh:
 * @workspace: a workspace, which must stay open until it is done
 * @fetcher: a fetcher
 * @organisation: a council whose committee website is known
 * @options: (nullable): what to ask for
 * @progress: (nullable): told of meetings; of committees before it is known how many meetings there are
 * @progress_data: data for @progress
 * @cancellable: (nullable): to stop; what was kept stays
 * @error: return location for an error
 *
 * Asks a council's site for the meetings of its committees, and keeps what is new or changed, each meeting as
 * one change. A meeting that cannot be had or read does not keep the others out; a site that refuses three
 * times in a row is left alone. Begun again within a day after it was broken off, it goes on where it was. To
 * be called on the thread that the workspace was opened on; blocks.
 *
 * Returns: (transfer full) (nullable): what was done, also when it ended early; %NULL if it could not begin
 */
AccordRefreshResult *
accord_committee_refresh (AccordWorkspace *workspace, AccordFetcher *fetcher, gint64 organisation,
                          const AccordRefreshOptions *options, AccordProgressFunc progress,
                          gpointer progress_data, GCancellable *cancellable, GError **error)
{
  static const AccordRefreshOptions nothing = { 0 };
  const AccordRefreshOptions *wanted = options != NULL ? options : &nothing;
  AccordSiteRun refresh = { { workspace, NULL },       fetcher,  organisation,  wanted->all,
                            hold (wanted->committees), progress, progress_data, cancellable };

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace) && ACCORD_IS_FETCHER (fetcher), NULL);

  refresh.result = result_new (wanted);
  return accord_site_run (&refresh, error);
}

/* A refresh for another thread. */
typedef struct
{
  AccordSiteRun run;
  AccordFetcher *fetcher;
} Aside;

static void
aside_free (gpointer data)
{
  Aside *aside = data;

  accord_site_run_clear (&aside->run);
  g_object_unref (aside->fetcher);
  g_free (aside);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Aside *aside = data;
  g_autoptr (GMainContext) context = g_main_context_new ();
  AccordRefreshResult *result;
  GError *error = NULL;

  g_main_context_push_thread_default (context);
  aside->run.work.context = context;
  result = accord_site_run (&aside->run, &error);
  g_main_context_pop_thread_default (context);
  if (result != NULL)
    g_task_return_pointer (task, result, (GDestroyNotify) accord_refresh_result_free);
  else
    g_task_return_error (task, error);
}

/**
 * accord_committee_refresh_async:
 * @workspace: a workspace, which must stay open until it is done
 * @fetcher: a fetcher
 * @organisation: a council whose committee website is known
 * @options: (nullable): what to ask for
 * @progress: (nullable): told of meetings, on another thread
 * @progress_data: data for @progress, which must live until the callback
 * @cancellable: (nullable): to stop; what was kept stays
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * As accord_committee_refresh(), without blocking.
 */
void
accord_committee_refresh_async (AccordWorkspace *workspace, AccordFetcher *fetcher, gint64 organisation,
                                const AccordRefreshOptions *options, AccordProgressFunc progress,
                                gpointer progress_data, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data)
{
  static const AccordRefreshOptions nothing = { 0 };
  const AccordRefreshOptions *wanted = options != NULL ? options : &nothing;
  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);
  Aside *aside;

  g_return_if_fail (ACCORD_IS_WORKSPACE (workspace) && ACCORD_IS_FETCHER (fetcher));

  aside = g_new0 (Aside, 1);
  aside->fetcher = g_object_ref (fetcher);
  aside->run = (AccordSiteRun){ { workspace, NULL },       fetcher,  organisation,  wanted->all,
                                hold (wanted->committees), progress, progress_data, cancellable };
  aside->run.result = result_new (wanted);
  g_task_set_source_tag (task, accord_committee_refresh_async);
  /* What is kept stays kept, so that a late cancel must not hide it. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, aside, aside_free);
  accord_thread_run (task, run_in_thread);
}

/**
 * accord_committee_refresh_finish:
 * @workspace: a workspace
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what was done, also when it ended early; %NULL if it could not begin
 */
AccordRefreshResult *
accord_committee_refresh_finish (AccordWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
