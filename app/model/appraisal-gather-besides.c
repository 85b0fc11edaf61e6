/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal-gather-private.h"

#include "model-error.h"

#include <glib/gi18n-lib.h>

static AccordRecord *
find_given (const AccordAppraisalGather *self, const char *kind_name, gint64 id)
{
  GPtrArray *given = g_hash_table_lookup (self->given, kind_name);

  for (guint i = 0; given != NULL && i < given->len; i++)
    if (accord_record_get_id (given->pdata[i]) == id)
      return given->pdata[i];
  return NULL;
}

static gboolean
gather_editions (AccordReader *reader, AccordAppraisalGather *self, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "edition");
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->editions);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      AccordRecord *edition = accord_reader_get (reader, kind, *(gint64 *) id, error);

      if (edition == NULL)
        return FALSE;
      g_hash_table_iter_replace (&iter, edition);
    }
  return TRUE;
}

/* Figures without a table that they stand on would be false. */
static gboolean
take_given_editions (AccordAppraisalGather *self, GError **error)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->editions);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      AccordRecord *edition = find_given (self, "edition", *(gint64 *) id);

      if (edition == NULL)
        {
          g_set_error_literal (error, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_NOT_KNOWN,
                               _ ("An edition that the appraisal stands on is not here."));
          return FALSE;
        }
      g_hash_table_iter_replace (&iter, g_object_ref (edition));
    }
  return TRUE;
}

static gboolean
gather_names (AccordReader *reader, AccordAppraisalGather *self, GError **error)
{
  g_autoptr (AccordRows) rows = NULL;
  g_autoptr (GString) sql =
      g_string_new ("SELECT id, uid, coalesce (name, '') FROM organisation WHERE id IN (");
  g_autoptr (GError) failure = NULL;
  GHashTableIter iter;
  gpointer id;

  if (g_hash_table_size (self->names) == 0)
    return TRUE;
  g_hash_table_iter_init (&iter, self->names);
  for (gboolean first = TRUE; g_hash_table_iter_next (&iter, &id, NULL); first = FALSE)
    g_string_append_printf (sql, "%s%" G_GINT64_FORMAT, first ? "" : ",", *(gint64 *) id);
  g_string_append_c (sql, ')');
  rows = accord_reader_query (reader, sql->str, error);
  if (rows == NULL)
    return FALSE;
  while (accord_rows_next (rows, &failure))
    {
      const gint64 found = accord_rows_int (rows, 0);
      AccordCbaOrganisation *organisation = g_new0 (AccordCbaOrganisation, 1);

      organisation->uid = g_strdup (accord_rows_text (rows, 1));
      organisation->name = g_strdup (accord_rows_text (rows, 2));
      g_hash_table_insert (self->names, g_memdup2 (&found, sizeof found), organisation);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static void
take_given_names (AccordAppraisalGather *self)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->names);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      AccordRecord *record = find_given (self, "organisation", *(gint64 *) id);
      const char *name = record != NULL ? accord_record_get_text (record, "name") : NULL;
      AccordCbaOrganisation *organisation;

      if (record == NULL)
        continue;
      organisation = g_new0 (AccordCbaOrganisation, 1);
      organisation->uid = g_strdup (accord_record_get_uid (record));
      organisation->name = g_strdup (name != NULL ? name : "");
      g_hash_table_iter_replace (&iter, organisation);
    }
}

gboolean
accord_appraisal_gather_besides (AccordReader *reader, AccordAppraisalGather *self, GError **error)
{
  if (self->given == NULL)
    return gather_editions (reader, self, error) && gather_names (reader, self, error);
  if (!take_given_editions (self, error))
    return FALSE;
  take_given_names (self);
  return TRUE;
}
