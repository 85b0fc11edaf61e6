/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fetcher.h"

#include "fetch-seat.h"
#include "thread.h"

/* An address that somebody waits for, on the stack of the one who waits. */
typedef struct
{
  const char *address;
  const AccordFetchOptions *options;
  GCancellable *cancellable;
  AccordFetched *fetched;
  GError *error;
  gboolean begun;
  gboolean done;
} Job;

/*
 * AccordFetcher:
 *
 * Fetches web pages as a polite person would: one at a time, with pauses, and not at all where the server
 * does not want it. One thread does all of it, so that no other waits for a network.
 */
struct _AccordFetcher
{
  GObject parent_instance;

  AccordFetchManners manners;
  GMainContext *context;
  GThread *thread;
  GMutex lock;
  GCond changed;
  GQueue jobs;
  gboolean ending;
};

G_DEFINE_FINAL_TYPE (AccordFetcher, accord_fetcher, G_TYPE_OBJECT)

/* What an asynchronous call asks for. */
typedef struct
{
  char *address;
  gsize limit;
  char *etag;
  char *last_modified;
} Request;

static void
request_free (Request *request)
{
  g_free (request->address);
  g_free (request->etag);
  g_free (request->last_modified);
  g_free (request);
}

static Job *
take_job (AccordFetcher *self, gboolean *ending)
{
  Job *job;

  g_mutex_lock (&self->lock);
  job = g_queue_pop_head (&self->jobs);
  if (job != NULL)
    job->begun = TRUE;
  *ending = self->ending;
  g_mutex_unlock (&self->lock);
  return job;
}

static void
finish_job (AccordFetcher *self, Job *job, AccordFetched *fetched, GError *error)
{
  g_mutex_lock (&self->lock);
  job->fetched = fetched;
  job->error = error;
  job->done = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
}

/* The fetching thread. It holds no reference to the fetcher, which waits for its end. */
static gpointer
fetch_jobs (gpointer data)
{
  AccordFetcher *self = data;
  AccordFetchSeat *seat;
  gboolean ending = FALSE;

  g_main_context_push_thread_default (self->context);
  seat = accord_fetch_seat_new (self->context, &self->manners);
  while (!ending)
    {
      Job *job = take_job (self, &ending);
      GError *error = NULL;

      if (job != NULL)
        {
          AccordFetched *fetched =
              accord_fetch_seat_fetch (seat, job->address, job->options, job->cancellable, &error);

          finish_job (self, job, fetched, error);
        }
      else if (!ending)
        g_main_context_iteration (self->context, TRUE);
    }
  accord_fetch_seat_free (seat);
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

static void
on_cancelled (GCancellable *cancellable, gpointer fetcher)
{
  AccordFetcher *self = fetcher;

  g_mutex_lock (&self->lock);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
}

/* A job that has begun is waited for: it hears of the cancelling by itself, and points to this stack. */
static void
wait_for_job (AccordFetcher *self, Job *job)
{
  g_mutex_lock (&self->lock);
  g_queue_push_tail (&self->jobs, job);
  g_main_context_wakeup (self->context);
  while (!job->done && (job->begun || !g_cancellable_is_cancelled (job->cancellable)))
    g_cond_wait (&self->changed, &self->lock);
  if (!job->begun)
    {
      g_queue_remove (&self->jobs, job);
      g_cancellable_set_error_if_cancelled (job->cancellable, &job->error);
    }
  g_mutex_unlock (&self->lock);
}

static void
accord_fetcher_constructed (GObject *object)
{
  AccordFetcher *self = ACCORD_FETCHER (object);

  G_OBJECT_CLASS (accord_fetcher_parent_class)->constructed (object);
  self->context = g_main_context_new ();
}

static void
accord_fetcher_finalize (GObject *object)
{
  AccordFetcher *self = ACCORD_FETCHER (object);

  g_mutex_lock (&self->lock);
  self->ending = TRUE;
  g_mutex_unlock (&self->lock);
  g_main_context_wakeup (self->context);
  g_clear_pointer (&self->thread, g_thread_join);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);
  G_OBJECT_CLASS (accord_fetcher_parent_class)->finalize (object);
}

static void
accord_fetcher_class_init (AccordFetcherClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = accord_fetcher_constructed;
  G_OBJECT_CLASS (klass)->finalize = accord_fetcher_finalize;
}

static void
accord_fetcher_init (AccordFetcher *self)
{
  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  g_queue_init (&self->jobs);
}

/**
 * accord_fetch_manners_init:
 * @manners: (out): filled with how polite and patient a fetcher is unless somebody says otherwise
 */
void
accord_fetch_manners_init (AccordFetchManners *manners)
{
  *manners = (AccordFetchManners){
    .pause = 1000,
    .connecting = 20 * 1000,
    .answering = 60 * 1000,
    .stalling = 30 * 1000,
    .whole = 180 * 1000,
    .first_wait = 5 * 1000,
    .longest_wait = 120 * 1000,
    .tries = 4,
  };
}

/**
 * accord_fetcher_new:
 *
 * Returns: (transfer full): a fetcher with good manners
 */
AccordFetcher *
accord_fetcher_new (void)
{
  AccordFetchManners manners;

  accord_fetch_manners_init (&manners);
  return accord_fetcher_new_with_manners (&manners);
}

/**
 * accord_fetcher_new_with_manners:
 * @manners: how polite and patient it is
 *
 * Returns: (transfer full): a fetcher
 */
AccordFetcher *
accord_fetcher_new_with_manners (const AccordFetchManners *manners)
{
  AccordFetcher *self = g_object_new (ACCORD_TYPE_FETCHER, NULL);

  self->manners = *manners;
  accord_fetch_seat_prepare ();
  self->thread = g_thread_new ("fetcher", fetch_jobs, self);
  return self;
}

/**
 * accord_fetcher_fetch:
 * @self: a fetcher
 * @address: an http or https address
 * @options: (nullable): what else to ask for
 * @cancellable: (nullable): to stop, at any point
 * @error: return location for an %ACCORD_NET_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Fetches a page, after those that were asked for before. Blocks, so it is not for the main thread; safe on
 * any other, also on several.
 *
 * Returns: (transfer full) (nullable): what was fetched
 */
AccordFetched *
accord_fetcher_fetch (AccordFetcher *self, const char *address, const AccordFetchOptions *options,
                      GCancellable *cancellable, GError **error)
{
  static const AccordFetchOptions nothing = { 0 };
  Job job = { address, options != NULL ? options : &nothing, cancellable };
  gulong handler = 0;

  g_return_val_if_fail (ACCORD_IS_FETCHER (self) && address != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled), self, NULL);
  wait_for_job (self, &job);
  g_cancellable_disconnect (cancellable, handler);
  if (job.error != NULL)
    g_propagate_error (error, job.error);
  return job.fetched;
}

static void
fetch_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Request *request = data;
  AccordFetchOptions options = { request->limit, request->etag, request->last_modified };
  GError *error = NULL;
  AccordFetched *fetched = accord_fetcher_fetch (source, request->address, &options, cancellable, &error);

  if (fetched != NULL)
    g_task_return_pointer (task, fetched, (GDestroyNotify) accord_fetched_free);
  else
    g_task_return_error (task, error);
}

/**
 * accord_fetcher_fetch_async:
 * @self: a fetcher
 * @address: an http or https address
 * @options: (nullable): what else to ask for
 * @cancellable: (nullable): to stop, at any point
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * As accord_fetcher_fetch(), without blocking.
 */
void
accord_fetcher_fetch_async (AccordFetcher *self, const char *address, const AccordFetchOptions *options,
                            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  g_return_if_fail (ACCORD_IS_FETCHER (self) && address != NULL);

  request->address = g_strdup (address);
  if (options != NULL)
    {
      request->limit = options->limit;
      request->etag = g_strdup (options->etag);
      request->last_modified = g_strdup (options->last_modified);
    }
  g_task_set_source_tag (task, accord_fetcher_fetch_async);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  accord_thread_run (task, fetch_in_thread);
}

/**
 * accord_fetcher_fetch_finish:
 * @self: a fetcher
 * @result: what the callback was given
 * @error: return location for an %ACCORD_NET_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what was fetched
 */
AccordFetched *
accord_fetcher_fetch_finish (AccordFetcher *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
