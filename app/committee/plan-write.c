/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-private.h"

#include "committee-error.h"
#include "content.h"
#include "history.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One plan on its way into the workspace. */
typedef struct
{
  AccordCommitteePlan *plan;
  AccordWriter *writer;
  AccordCommitteeKnown *known;
  AccordPlanResult *result;
  guint reference;
  guint n_done;
} Writing;

static gboolean
fail (GError **error, AccordCommitteeError code, const char *message)
{
  g_set_error_literal (error, ACCORD_COMMITTEE_ERROR, code, message);
  return FALSE;
}

/* What nobody has said is not made up. */
static gboolean
check_needs (AccordCommitteePlan *self, GError **error)
{
  if (self->needs & ACCORD_PLAN_NEEDS_BODY)
    return fail (error, ACCORD_COMMITTEE_ERROR_BODY,
                 _ ("The page does not say which board or committee it is of; say which one it is."));
  if (self->needs & ACCORD_PLAN_NEEDS_DATE)
    return fail (error, ACCORD_COMMITTEE_ERROR_DATE,
                 _ ("The page does not say of what day it is; say which day it was."));
  if (self->needs & ACCORD_PLAN_NEEDS_KIND)
    return fail (error, ACCORD_COMMITTEE_ERROR_NOT_A_PAGE,
                 _ ("This is none of the committee pages that are known, so nothing is made of it unless "
                    "somebody says that it is to be kept as a document."));
  return TRUE;
}

/* Kinds in which a page is looked for: any change in them could have brought it. */
static gboolean
decides (const char *kind)
{
  static const char *const kinds[] = { "source", "body", "meeting", "decision", "organisation" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i], kind) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
speaks_of (AccordCommitteePlan *self, const char *kind, gint64 first, gint64 last)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const AccordPlanRow *row = self->rows->pdata[i];
      gint64 id = accord_record_get_id (row->record);

      if (id >= first && id <= last && strcmp (accord_record_get_kind (row->record)->name, kind) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether nothing that the plan stands on was changed since it was made. */
gboolean
accord_plan_is_up_to_date (AccordCommitteePlan *self, AccordReader *reader, GError **error)
{
  g_autoptr (AccordRows) rows =
      accord_reader_query (reader,
                           "SELECT kind, record, coalesce (last, record) FROM journal"
                           " WHERE change > ?1 AND change <= (SELECT coalesce (max (id), 0) FROM change)",
                           error);
  GError *reason = NULL;

  if (rows == NULL)
    return FALSE;
  /* Lines without a change of their own yet are of the change at hand. */
  accord_rows_bind_int (rows, 1, self->change);
  while (accord_rows_next (rows, &reason))
    if (decides (accord_rows_text (rows, 0))
        || speaks_of (self, accord_rows_text (rows, 0), accord_rows_int (rows, 1), accord_rows_int (rows, 2)))
      return fail (error, ACCORD_COMMITTEE_ERROR_CHANGED,
                   _ ("The workspace has changed since the page was looked through; look through it again."));
  if (reason != NULL)
    g_propagate_error (error, reason);
  return reason == NULL;
}

/* The page byte for byte, which the source document names by its digest. */
static gboolean
write_raw (Writing *self, GError **error)
{
  GBytes *raw = self->plan->page->raw;
  g_autoptr (GInputStream) stream = NULL;
  g_autofree char *digest = NULL;
  gint64 size;

  if (raw == NULL)
    return TRUE;
  stream = g_memory_input_stream_new_from_bytes (raw);
  return accord_writer_add_content (self->writer, stream, g_bytes_get_size (raw), _ ("The page"), NULL, NULL,
                                    &digest, &size, error);
}

static void
fill_link (AccordRecord *record, const AccordPlanLink *link)
{
  const AccordKind *kind = accord_record_get_kind (record);
  int field = link->field != NULL ? accord_kind_find_field (kind, link->field) : -1;
  g_autoptr (GArray) all = NULL;
  const gint64 *ids;
  gsize n_ids;

  if (field < 0 || !link->taken)
    return;
  if (kind->fields[field].type == ACCORD_FIELD_REFERENCE)
    {
      if (accord_record_is_empty (record, field))
        accord_record_put_int (record, field, link->id);
      return;
    }
  ids = accord_record_peek_ids (record, field, &n_ids);
  for (gsize i = 0; i < n_ids; i++)
    if (ids[i] == link->id)
      return;
  all = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (n_ids > 0)
    g_array_append_vals (all, ids, n_ids);
  g_array_append_val (all, link->id);
  accord_record_put_ids (record, field, (const gint64 *) (gpointer) all->data, all->len);
}

/* Names what came before it, and what a person took of the links. References are in the order of rows. */
static void
fill_in (Writing *self, guint index, AccordPlanRow *row)
{
  GArray *references = self->plan->references;

  for (; self->reference < references->len; self->reference++)
    {
      const AccordPlanReference *reference =
          &g_array_index (references, AccordPlanReference, self->reference);
      const AccordPlanRow *target = self->plan->rows->pdata[reference->target];
      gint64 id = accord_record_get_id (target->record);

      if (reference->row > index)
        break;
      if (reference->row == index)
        accord_record_put_int (row->record, reference->field, id > 0 ? id : ACCORD_UNKNOWN);
    }
  for (guint i = 0; i < row->links->len; i++)
    fill_link (row->record, row->links->pdata[i]);
}

static gboolean
write_new (Writing *self, AccordPlanRow *row, GError **error)
{
  if (!accord_writer_insert (self->writer, row->record, error))
    return FALSE;
  self->result->added++;
  self->n_done++;
  if (self->known != NULL)
    accord_committee_known_note (self->known, row->record);
  return TRUE;
}

static gboolean
belongs_to_nothing (Writing *self, const AccordPlanRow *row)
{
  const AccordPlanRow *parent = row->parent >= 0 ? self->plan->rows->pdata[row->parent] : NULL;

  return parent != NULL && accord_record_get_id (parent->record) == 0;
}

static gboolean
write_row (Writing *self, guint index, GError **error)
{
  AccordPlanRow *row = self->plan->rows->pdata[index];

  if (!row->taken || row->doing == ACCORD_PLAN_GONE || belongs_to_nothing (self, row))
    return TRUE;
  fill_in (self, index, row);
  if (row->doing == ACCORD_PLAN_ADD)
    return write_new (self, row, error);
  if ((row->doing == ACCORD_PLAN_UPDATE || row->quiet)
      && !accord_writer_update (self->writer, row->record, error))
    return FALSE;
  if (row->doing == ACCORD_PLAN_UPDATE)
    {
      self->result->updated++;
      self->n_done++;
    }
  else
    self->result->same++;
  return TRUE;
}

/* A change in which the page was read says so in its source document, so that later readings can tell what
 * came of the page from what came of people. */
static gboolean
note_reading (Writing *self, GError **error)
{
  AccordPlanRow *row = self->plan->rows->pdata[self->plan->source_row];
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");

  if (row->doing != ACCORD_PLAN_SAME || self->n_done == 0)
    return TRUE;
  accord_record_set_text (row->record, "fetched-at", at);
  return accord_writer_update (self->writer, row->record, error);
}

static void
tell (Writing *self)
{
  AccordCommitteePlan *plan = self->plan;
  const AccordPlanRow *source = plan->rows->pdata[plan->source_row];
  gint64 id = accord_record_get_id (source->record);

  self->result->source = id > 0 ? id : ACCORD_UNKNOWN;
  self->result->main = ACCORD_UNKNOWN;
  if (plan->main_row >= 0)
    {
      const AccordPlanRow *row = plan->rows->pdata[plan->main_row];

      id = accord_record_get_id (row->record);
      self->result->main = id > 0 ? id : ACCORD_UNKNOWN;
      self->result->main_kind = accord_record_get_kind (row->record)->name;
    }
}

/* As accord_committee_plan_write(); @known, if any, is told of what is added. */
gboolean
accord_committee_plan_write_known (AccordCommitteePlan *self, AccordWriter *writer,
                                   AccordCommitteeKnown *known, AccordPlanResult *result, GError **error)
{
  Writing writing = { .plan = self, .writer = writer, .known = known, .result = result };
  const AccordPlanRow *source = self->rows->pdata[self->source_row];

  *result = (AccordPlanResult){ .source = ACCORD_UNKNOWN, .main = ACCORD_UNKNOWN };
  if (!check_needs (self, error)
      || !accord_plan_is_up_to_date (self, accord_writer_get_reader (writer), error))
    return FALSE;
  if (source->taken && source->doing != ACCORD_PLAN_SAME && !write_raw (&writing, error))
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    if (!write_row (&writing, i, error))
      return FALSE;
  if (!note_reading (&writing, error))
    return FALSE;
  tell (&writing);
  return TRUE;
}

/**
 * accord_committee_plan_write:
 * @self: a plan
 * @writer: the open change
 * @result: (out): what was done; its number of the change is not known yet
 * @error: return location for an error
 *
 * Keeps what is taken of a plan, as part of a change. To be called on the writing thread.
 *
 * Returns: %FALSE with nothing to be kept: %ACCORD_COMMITTEE_ERROR_BODY, %ACCORD_COMMITTEE_ERROR_DATE or
 * %ACCORD_COMMITTEE_ERROR_NOT_A_PAGE where something has to be asked first, %ACCORD_COMMITTEE_ERROR_CHANGED
 * where the plan is to be made anew, or an error of the workspace
 */
gboolean
accord_committee_plan_write (AccordCommitteePlan *self, AccordWriter *writer, AccordPlanResult *result,
                             GError **error)
{
  return accord_committee_plan_write_known (self, writer, NULL, result, error);
}
