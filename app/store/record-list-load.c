/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-list-private.h"

#include "list-job.h"
#include "query-sql.h"

/* What a view wants at once: it makes widgets for that many rows. */
#define FIRST_ROWS 208

/* Up to how many records find their new places one by one. */
#define FEW 32

static gboolean
fits_base (AccordRecordList *self)
{
  return self->base != NULL && accord_query_get_sort (self->query) == accord_query_get_sort (self->base_query)
         && accord_query_get_descending (self->query) == accord_query_get_descending (self->base_query);
}

static void
drop_base (AccordRecordList *self)
{
  g_clear_pointer (&self->base, accord_order_unref);
  g_clear_pointer (&self->base_query, accord_query_unref);
}

static void
keep_base (AccordRecordList *self, AccordOrder *base)
{
  accord_order_ref (base);
  drop_base (self);
  self->base = base;
  self->base_query = accord_order_base_query (self->query);
}

static gboolean
asks_for_everything (AccordQuery *query)
{
  return accord_sql_is_bare (query) && accord_query_get_limit (query) < 0;
}

static gboolean
is_current (AccordRecordList *self, AccordListJob *job)
{
  return job->generation == self->generation;
}

/* Loading */

static void
show (AccordRecordList *self, AccordOrder *order, gboolean whole)
{
  if (!accord_list_items_show_more (self->items, order, whole))
    accord_list_items_show_anew (self->items, order, whole);
  accord_record_list_tell_total (self);
}

static void
fail (AccordRecordList *self, const GError *error)
{
  accord_record_list_set_error (self, error);
  accord_record_list_set_state (self, FALSE, FALSE);
}

/* What was told before the order was read is in it. */
static void
settle (AccordRecordList *self, gint64 moment)
{
  self->moment = moment;
  if (self->told > moment)
    return;
  self->disorder = FALSE;
  g_array_set_size (self->touched, 0);
}

static void
finish (AccordRecordList *self, AccordOrder *order, AccordOrder *base, gint64 moment)
{
  settle (self, moment);
  if (self->told <= moment && asks_for_everything (self->query))
    keep_base (self, order);
  else if (self->told <= moment && base != NULL)
    keep_base (self, base);
  accord_record_list_set_state (self, FALSE, TRUE);
  accord_record_list_update (self);
}

static void
on_part (AccordRecordList *self, AccordListJob *job, AccordOrder *order, GPtrArray *rows)
{
  if (!is_current (self, job))
    return;
  if (rows != NULL)
    accord_list_rows_take (self->rows, rows, job->moment);
  show (self, order, FALSE);
}

static void
on_order (AccordRecordList *self, AccordListJob *job, const GError *error)
{
  if (!is_current (self, job))
    return;
  if (error != NULL)
    {
      fail (self, error);
      return;
    }
  accord_order_trim (job->order);
  show (self, job->order, TRUE);
  finish (self, job->order, job->base, job->moment);
}

static void
load_order (AccordRecordList *self)
{
  AccordListJob *job = accord_list_job_new (self, self->generation, on_order);

  job->part = on_part;
  if (self->base != NULL)
    job->base = accord_order_ref (self->base);
  accord_list_job_run_order (job, self->workspace, self->cancellable);
}

static AccordOrder *
order_of_rows (GPtrArray *rows)
{
  AccordOrder *order = accord_order_new (rows->len);

  for (guint i = 0; i < rows->len; i++)
    accord_order_append (order, accord_record_get_id (g_ptr_array_index (rows, i)));
  accord_order_publish (order);
  return order;
}

/* The order is only begun now: beside it the first rows would have come later. */
static void
on_rows (AccordRecordList *self, AccordListJob *job, const GError *error)
{
  g_autoptr (AccordOrder) order = NULL;
  gboolean whole;

  if (!is_current (self, job))
    return;
  if (error != NULL)
    {
      fail (self, error);
      return;
    }
  order = order_of_rows (job->rows);
  whole = job->rows->len < FIRST_ROWS || job->rows->len == accord_query_get_limit (self->query);
  accord_list_rows_take (self->rows, job->rows, job->moment);
  accord_list_items_show_anew (self->items, order, whole);
  accord_record_list_tell_total (self);
  if (!is_current (self, job))
    return;
  if (whole)
    finish (self, order, NULL, job->moment);
  else
    load_order (self);
}

/**
 * accord_record_list_load:
 * @self: a list
 *
 * Begins to answer the query from the beginning.
 */
void
accord_record_list_load (AccordRecordList *self)
{
  g_autoptr (AccordOrder) known = NULL;

  self->generation++;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->ordering = FALSE;
  self->disorder = FALSE;
  g_array_set_size (self->touched, 0);
  if (!fits_base (self))
    drop_base (self);
  accord_record_list_set_error (self, NULL);

  if (self->base != NULL && asks_for_everything (self->query))
    {
      known = accord_order_ref (self->base);
      accord_list_items_show_anew (self->items, known, TRUE);
      accord_record_list_tell_total (self);
      finish (self, known, NULL, self->told);
      return;
    }
  accord_record_list_set_state (self, TRUE, FALSE);
  if (accord_sql_is_bare (self->query) || accord_query_get_deleted (self->query))
    accord_list_job_run_rows (accord_list_job_new (self, self->generation, on_rows), self->workspace,
                              FIRST_ROWS, self->cancellable);
  else
    load_order (self);
}

/* Following */

static void
on_update (AccordRecordList *self, AccordListJob *job, const GError *error)
{
  if (!is_current (self, job))
    return;
  self->ordering = FALSE;
  if (error != NULL)
    {
      self->disorder = TRUE;
      accord_record_list_set_error (self, error);
      return;
    }
  accord_order_trim (job->order);
  accord_list_items_show_difference (self->items, job->order, job->runs);
  accord_record_list_tell_total (self);
  if (is_current (self, job))
    finish (self, job->order, job->base, job->moment);
}

/**
 * accord_record_list_update:
 * @self: a list
 *
 * Makes a complete order follow what was told since it was read.
 */
void
accord_record_list_update (AccordRecordList *self)
{
  AccordListJob *job;

  if (self->ordering || !self->complete || (!self->disorder && self->touched->len == 0))
    return;
  job = accord_list_job_new (self, self->generation, on_update);
  job->before = accord_order_ref (accord_list_items_get_order (self->items));
  job->told = self->told;
  if (!self->disorder)
    job->touched = g_array_copy (self->touched);
  self->disorder = FALSE;
  g_array_set_size (self->touched, 0);
  self->ordering = TRUE;
  accord_list_job_run_order (job, self->workspace, self->cancellable);
}

/* Whether what @field refers to may be called otherwise after @change. */
static gboolean
may_rename (AccordRecordList *self, const AccordField *field, AccordChange *change)
{
  AccordSchema *schema = accord_workspace_get_schema (self->workspace);

  while (field->target != NULL)
    {
      const AccordKind *kind = accord_schema_find_kind (schema, field->target);

      if (kind == NULL)
        return FALSE;
      if (accord_change_touches_kind (change, kind))
        return TRUE;
      field = &kind->fields[kind->title_field];
    }
  return FALSE;
}

static void
note_touched (AccordRecordList *self, const AccordKind *kind, AccordChange *change)
{
  const gint64 *ids;
  gsize n_ids;

  ids = accord_change_get_ids (change, kind, &n_ids);
  if (accord_change_is_wide (change, kind) || self->touched->len + n_ids > FEW
      || accord_query_get_limit (self->query) >= 0)
    self->disorder = TRUE;
  else
    g_array_append_vals (self->touched, ids, n_ids);
}

/**
 * accord_record_list_follow:
 * @self: a list
 * @change: what was changed in the workspace
 *
 * Makes the list follow, as far as it is concerned.
 */
void
accord_record_list_follow (AccordRecordList *self, AccordChange *change)
{
  const AccordKind *kind = accord_query_get_kind (self->query);
  const int sort = accord_query_get_sort (self->query);
  const gboolean touched = accord_change_touches_kind (change, kind);
  const gboolean sorted_anew = sort >= 0 && may_rename (self, &kind->fields[sort], change);
  gboolean renamed = FALSE;

  for (guint i = 0; i < kind->n_fields && !renamed; i++)
    renamed = may_rename (self, &kind->fields[i], change);
  if (!touched && !renamed)
    return;

  self->told = accord_change_get_id (change);
  accord_list_rows_spoil (self->rows, change, renamed || accord_change_is_wide (change, kind));
  if (!touched && !sorted_anew)
    return;
  drop_base (self);
  if (sorted_anew)
    self->disorder = TRUE;
  else
    note_touched (self, kind, change);
  accord_record_list_update (self);
}
