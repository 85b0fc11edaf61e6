/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview-parts.h"

#define MOST_CHANGES 60

/* Newest first. One that was taken back and the taking back are still what happened. */
static const char changes_sql[] =
    "SELECT c.id, c.at, c.who, c.label, c.state IN (1, 2) FROM change c WHERE c.id "
    "> ?1 ORDER BY c.id DESC LIMIT ?2";

/* A line about a range of records is one line for all of them. */
static const char parts_sql[] =
    "SELECT kind, operation, json_extract (after, '$.state'), SUM (COALESCE (last, record) - record + 1),"
    " MIN (record) FROM journal WHERE change = ?1 GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1, 2";

static void
part_free (AccordOverviewPart *part)
{
  g_free (part->operation);
  g_free (part->state);
  g_free (part);
}

void
accord_overview_change_free (AccordOverviewChange *self)
{
  g_free (self->at);
  g_free (self->who);
  g_free (self->label);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

static gboolean
read_parts (AccordOverviewChange *change, AccordReader *reader, GError **error)
{
  g_autoptr (AccordRows) rows = accord_reader_query (reader, parts_sql, error);
  g_autoptr (GError) failure = NULL;

  if (rows == NULL)
    return FALSE;
  accord_rows_bind_int (rows, 1, change->id);
  while (accord_rows_next (rows, &failure))
    {
      const AccordKind *kind =
          accord_schema_find_kind (accord_reader_get_schema (reader), accord_rows_text (rows, 0));
      AccordOverviewPart *part;

      /* What a newer Accord keeps, this one cannot speak of. */
      if (kind == NULL)
        continue;
      part = g_new0 (AccordOverviewPart, 1);
      part->kind = kind->name;
      part->operation = g_strdup (accord_rows_text (rows, 1));
      part->state = g_strdup (accord_rows_text (rows, 2));
      part->n = accord_rows_int (rows, 3);
      part->record = accord_rows_int (rows, 4);
      change->n_records += part->n;
      g_ptr_array_add (change->parts, part);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
read_lines (AccordOverview *self, AccordReader *reader, gint64 since, GError **error)
{
  g_autoptr (AccordRows) rows = accord_reader_query (reader, changes_sql, error);
  g_autoptr (GError) failure = NULL;

  if (rows == NULL)
    return FALSE;
  accord_rows_bind_int (rows, 1, since);
  accord_rows_bind_int (rows, 2, MOST_CHANGES);
  while (accord_rows_next (rows, &failure))
    {
      AccordOverviewChange *change = g_new0 (AccordOverviewChange, 1);

      change->id = accord_rows_int (rows, 0);
      change->at = g_strdup (accord_rows_text (rows, 1));
      change->who = g_strdup (accord_rows_text (rows, 2));
      change->label = g_strdup (accord_rows_text (rows, 3));
      change->undone = accord_rows_int (rows, 4) != 0;
      change->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
      g_ptr_array_add (self->changes, change);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/*
 * accord_overview_read_changes:
 * @self: an overview to fill
 * @reader: where to ask
 * @since: the number of the newest change that the person has seen, or 0
 * @error: return location for an error
 *
 * Finds what has changed since.
 *
 * Returns: %FALSE with @error set
 */
gboolean
accord_overview_read_changes (AccordOverview *self, AccordReader *reader, gint64 since, GError **error)
{
  g_autofree char *count =
      g_strdup_printf ("SELECT COUNT (*) FROM change WHERE id > %" G_GINT64_FORMAT, since);

  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_overview_change_free);
  if (!accord_overview_read_number (reader, "SELECT COALESCE (MAX (id), 0) FROM change", NULL,
                                    &self->last_change, error)
      || !accord_overview_read_number (reader, count, NULL, &self->n_changes, error)
      || !read_lines (self, reader, since, error))
    return FALSE;
  for (guint i = 0; i < self->changes->len; i++)
    if (!read_parts (self->changes->pdata[i], reader, error))
      return FALSE;
  return TRUE;
}
