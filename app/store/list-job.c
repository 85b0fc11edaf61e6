/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list-job.h"

#include "order-diff.h"
#include "workspace-private.h"

static void
job_unref (gpointer data)
{
  AccordListJob *self = data;

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_weak_ref_clear (&self->list);
  accord_query_unref (self->query);
  g_clear_pointer (&self->before, accord_order_unref);
  g_clear_pointer (&self->touched, g_array_unref);
  g_clear_pointer (&self->base, accord_order_unref);
  g_clear_pointer (&self->order, accord_order_unref);
  g_clear_pointer (&self->runs, g_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->partial, accord_order_unref);
  g_clear_pointer (&self->partial_rows, g_ptr_array_unref);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/* In passing */

static gboolean
on_part (gpointer data)
{
  AccordListJob *self = data;
  g_autoptr (AccordRecordList) list = g_weak_ref_get (&self->list);
  g_autoptr (AccordOrder) order = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  g_mutex_lock (&self->mutex);
  self->posted = FALSE;
  order = g_steal_pointer (&self->partial);
  rows = g_steal_pointer (&self->partial_rows);
  g_mutex_unlock (&self->mutex);
  if (list != NULL)
    self->part (list, self, order, rows);
  return G_SOURCE_REMOVE;
}

static void
post (AccordListJob *self)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_atomic_ref_count_inc (&self->ref_count);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_part, self, job_unref);
  g_source_attach (source, self->context);
}

/* On a reading thread. The main loop is told once for all that came until it listens. */
static void
on_progress (AccordOrder *order, GPtrArray *rows, gpointer data)
{
  AccordListJob *self = data;

  g_mutex_lock (&self->mutex);
  if (self->partial == NULL)
    self->partial = accord_order_ref (order);
  if (rows != NULL && self->partial_rows == NULL)
    self->partial_rows = g_ptr_array_ref (rows);
  if (!self->posted)
    post (self);
  self->posted = TRUE;
  g_mutex_unlock (&self->mutex);
}

/* On the reading threads */

static gpointer
read_rows (AccordReader *reader, gpointer data, GError **error)
{
  AccordListJob *self = data;

  self->rows = accord_rows_read_first (reader, self->query, self->n_rows, error);
  if (self->rows == NULL)
    return NULL;
  self->moment = accord_rows_read_moment (reader);
  return self;
}

static gpointer
read_order (AccordReader *reader, gpointer data, GError **error)
{
  AccordListJob *self = data;
  const gint64 *before, *after;
  guint n_before, n_after;

  self->moment = accord_rows_read_moment (reader);
  /* A change that was not told yet may have moved any of the rows that the others are held against. */
  if (self->touched != NULL && self->moment <= self->told)
    {
      self->order = accord_order_place (reader, self->query, self->before,
                                        (const gint64 *) (gpointer) self->touched->data, self->touched->len,
                                        &self->runs, error);
      return self->order != NULL ? self : NULL;
    }

  self->order = accord_order_read (reader, self->query, &self->base, self->part != NULL ? on_progress : NULL,
                                   self, error);
  if (self->order == NULL)
    return NULL;
  if (self->before != NULL)
    {
      before = accord_order_peek (self->before, &n_before);
      after = accord_order_peek (self->order, &n_after);
      self->runs = accord_order_diff (before, n_before, after, n_after);
    }
  return self;
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  AccordListJob *self = data;
  g_autoptr (AccordRecordList) list = g_weak_ref_get (&self->list);
  g_autoptr (GError) error = NULL;

  accord_workspace_read_finish (ACCORD_WORKSPACE (source), result, &error);
  if (list != NULL)
    self->done (list, self, error);
  job_unref (self);
}

/**
 * accord_list_job_new:
 * @list: the list that asks
 * @generation: which of its questions this belongs to
 * @done: told at the end, on the main loop
 *
 * Returns: (transfer full): a job about the query of @list, to be handed to one of the two functions that run
 * it
 */
AccordListJob *
accord_list_job_new (AccordRecordList *list, guint64 generation, AccordListDoneFunc done)
{
  AccordListJob *self = g_new0 (AccordListJob, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_weak_ref_init (&self->list, list);
  g_mutex_init (&self->mutex);
  self->generation = generation;
  self->query = accord_query_ref (accord_record_list_get_query (list));
  self->done = done;
  self->context = g_main_context_ref_thread_default ();
  return self;
}

/**
 * accord_list_job_run_rows:
 * @self: (transfer full): a job
 * @workspace: whom to ask
 * @n_rows: how many at most
 * @cancellable: what stops it
 *
 * Reads the first records of the query, into `rows`.
 */
void
accord_list_job_run_rows (AccordListJob *self, AccordWorkspace *workspace, guint n_rows,
                          GCancellable *cancellable)
{
  self->n_rows = n_rows;
  accord_workspace_run_page_async (workspace, read_rows, self, NULL, NULL, cancellable, on_done, self);
}

/**
 * accord_list_job_run_order:
 * @self: (transfer full): a job
 * @workspace: whom to ask
 * @cancellable: what stops it
 *
 * Reads the order of the query, into `order`, and what differs from `before` where that is given, into
 * `runs`.
 */
void
accord_list_job_run_order (AccordListJob *self, AccordWorkspace *workspace, GCancellable *cancellable)
{
  accord_workspace_run_order_async (workspace, read_order, self, NULL, NULL, cancellable, on_done, self);
}
