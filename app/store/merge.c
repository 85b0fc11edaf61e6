/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "merge.h"

#include "error.h"
#include "query.h"

#include <glib/gi18n-lib.h>

/**
 * accord_merge_dup_label:
 * @keep: the record that stays
 * @drop: the record that goes
 *
 * Returns: (transfer full): what the change is called
 */
char *
accord_merge_dup_label (AccordRecord *keep, AccordRecord *drop)
{
  g_autofree char *one = accord_record_dup_title (drop);
  g_autofree char *other = accord_record_dup_title (keep);

  /* Translators: what two records are called. */
  return g_strdup_printf (_ ("Merge %s into %s"), one, other);
}

/* A list of references with one of them exchanged, each named once and none that names its own record. */
static void
exchange_in_list (AccordRecord *record, guint field, const AccordMerge *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const gboolean own =
      accord_record_get_kind (record) == self->kind && accord_record_get_id (record) == self->keep;
  const gint64 *before;
  gsize n_before;

  before = accord_record_peek_ids (record, field, &n_before);
  for (gsize i = 0; i < n_before; i++)
    {
      gint64 id = before[i] == self->drop ? self->keep : before[i];
      gboolean there = own && id == self->keep;

      for (guint j = 0; j < ids->len && !there; j++)
        there = g_array_index (ids, gint64, j) == id;
      if (!there)
        g_array_append_val (ids, id);
    }
  accord_record_put_ids (record, field, (const gint64 *) (gpointer) ids->data, ids->len);
}

static gboolean
move_one (AccordWriter *writer, AccordMerge *self, AccordRecord *record, guint field, GError **error)
{
  const AccordKind *kind = accord_record_get_kind (record);
  const gboolean own = kind == self->kind && accord_record_get_id (record) == self->keep;

  if (kind->fields[field].type == ACCORD_FIELD_REFERENCES)
    exchange_in_list (record, field, self);
  else
    accord_record_put_int (record, field, own ? ACCORD_UNKNOWN : self->keep);
  self->n_moved++;
  return accord_writer_update (writer, record, error);
}

/* Everything that names the one in this field names the other from now on. */
static gboolean
move_field (AccordWriter *writer, AccordMerge *self, const AccordKind *kind, guint field, GError **error)
{
  const gboolean list = kind->fields[field].type == ACCORD_FIELD_REFERENCES;
  g_autoptr (AccordQuery) query = accord_query_new (kind);
  g_autoptr (GPtrArray) records = NULL;

  accord_query_add_number (query, field, list ? ACCORD_OPERATOR_CONTAINS : ACCORD_OPERATOR_EQUAL, self->drop);
  records = accord_reader_list (accord_writer_get_reader (writer), query, error);
  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      AccordRecord *record = records->pdata[i];

      if (kind == self->kind && accord_record_get_id (record) == self->drop)
        continue;
      if (!move_one (writer, self, record, field, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
move_all (AccordWriter *writer, AccordMerge *self, GError **error)
{
  AccordSchema *schema = accord_reader_get_schema (accord_writer_get_reader (writer));

  for (guint k = 0; k < accord_schema_get_n_kinds (schema); k++)
    {
      const AccordKind *kind = accord_schema_get_kind (schema, k);

      for (guint i = 0; i < kind->n_fields; i++)
        if (g_strcmp0 (kind->fields[i].target, self->kind->name) == 0
            && !move_field (writer, self, kind, i, error))
          return FALSE;
    }
  return TRUE;
}

static void
copy_value (AccordRecord *from, AccordRecord *to, const AccordField *field)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_object_get_property (G_OBJECT (from), field->name, &value);
  g_object_set_property (G_OBJECT (to), field->name, &value);
}

/* What the one did not know and the other did. */
static gboolean
take_over (AccordWriter *writer, AccordMerge *self, AccordRecord *drop, GError **error)
{
  g_autoptr (AccordRecord) keep =
      accord_reader_get (accord_writer_get_reader (writer), self->kind, self->keep, error);
  gboolean taken = FALSE;

  if (keep == NULL)
    return FALSE;
  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      const AccordField *field = &self->kind->fields[i];

      if (field->flags & ACCORD_FIELD_DERIVED || !accord_record_is_empty (keep, i)
          || accord_record_is_empty (drop, i)
          || (field->type == ACCORD_FIELD_REFERENCE && accord_record_peek_int (drop, i) == self->keep
              && g_strcmp0 (field->target, self->kind->name) == 0))
        continue;
      copy_value (drop, keep, field);
      if (field->type == ACCORD_FIELD_REFERENCES && g_strcmp0 (field->target, self->kind->name) == 0)
        exchange_in_list (keep, i, self);
      taken = TRUE;
    }
  return !taken || accord_writer_update (writer, keep, error);
}

/**
 * accord_merge_write:
 * @writer: the open change
 * @data: an #AccordMerge
 * @error: return location for an error
 *
 * Makes two records one: all that named the one names the other, what only the one knew the other then knows,
 * and the one is deleted. One undo takes it back. For accord_workspace_write().
 *
 * Returns: whether it was done
 */
gboolean
accord_merge_write (AccordWriter *writer, gpointer data, GError **error)
{
  AccordMerge *self = data;
  g_autoptr (AccordRecord) drop = NULL;

  if (self->keep == self->drop)
    {
      g_set_error_literal (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_INVALID,
                           _ ("A record cannot be merged with itself."));
      return FALSE;
    }
  drop = accord_reader_get (accord_writer_get_reader (writer), self->kind, self->drop, error);
  if (drop == NULL)
    return FALSE;
  self->n_moved = 0;
  return move_all (writer, self, error) && take_over (writer, self, drop, error)
         && accord_writer_delete (writer, self->kind, self->drop, error);
}
