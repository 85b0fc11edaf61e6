/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edition/edition-data.h"

#include <glib/gi18n-lib.h>

#include "editions.h"

static void
use_free (gpointer data)
{
  AccordEditionUse *self = data;

  g_free (self->title);
  g_free (self->as);
  g_free (self);
}

/**
 * accord_edition_data_free:
 * @self: (transfer full): what was read
 */
void
accord_edition_data_free (AccordEditionData *self)
{
  g_clear_pointer (&self->rows, accord_edition_rows_free);
  g_clear_pointer (&self->uses, g_ptr_array_unref);
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  g_clear_object (&self->other);
  g_free (self->problem);
  g_free (self);
}

static gboolean
add_uses (AccordReader *reader, const char *name, guint field, gint64 id, GPtrArray *uses, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), name);
  g_autoptr (AccordQuery) query = accord_query_new (kind);
  g_autoptr (GPtrArray) records = NULL;

  accord_query_add_number (query, field, ACCORD_OPERATOR_EQUAL, id);
  records = accord_reader_list (reader, query, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      AccordEditionUse *use = g_new0 (AccordEditionUse, 1);

      use->kind = kind->name;
      use->id = accord_record_get_id (records->pdata[i]);
      use->title = accord_record_dup_title (records->pdata[i]);
      /* Translators: a kind of record, and which field of it. */
      use->as = g_strdup_printf (_ ("%s, %s"), _ (kind->label), _ (kind->fields[field].label));
      g_ptr_array_add (uses, use);
    }
  return records != NULL;
}

static const char lines_sql[] = "SELECT o.id, o.\"name\", u.\"code\" FROM \"outcome\" o"
                                " JOIN \"unit-cost\" u ON u.id = o.\"unit_cost\""
                                " WHERE u.\"edition\" = ?1 AND o.deleted IS NULL ORDER BY 2";

/* Outcome lines that took their value from one of its unit costs. */
static gboolean
read_lines (AccordReader *reader, gint64 id, GPtrArray *uses, GError **error)
{
  g_autoptr (AccordRows) rows = accord_reader_query (reader, lines_sql, error);
  g_autoptr (GError) failure = NULL;

  if (rows == NULL)
    return FALSE;
  accord_rows_bind_int (rows, 1, id);
  while (accord_rows_next (rows, &failure))
    {
      AccordEditionUse *use = g_new0 (AccordEditionUse, 1);

      use->kind = "outcome";
      use->id = accord_rows_int (rows, 0);
      use->title = g_strdup (accord_rows_text (rows, 1));
      use->as = g_strdup (accord_rows_is_null (rows, 2) ? _ ("Outcome line") : accord_rows_text (rows, 2));
      g_ptr_array_add (uses, use);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Appraisals, and lines of them that go by a schedule of their own. */
static gboolean
read_uses (AccordReader *reader, gint64 id, GPtrArray *uses, GError **error)
{
  static const char *const kinds[] = { "appraisal", "cost", "outcome" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), kinds[i]);

      for (guint field = 0; field < kind->n_fields; field++)
        if (kind->fields[field].type == ACCORD_FIELD_REFERENCE
            && g_strcmp0 (kind->fields[field].target, "edition") == 0
            && !add_uses (reader, kinds[i], field, id, uses, error))
          return FALSE;
    }
  return read_lines (reader, id, uses, error);
}

static gboolean
read_other (AccordReader *reader, AccordRecord *edition, AccordEditionData *data, GError **error)
{
  g_autoptr (GPtrArray) others = accord_editions_list_alike (reader, edition, error);
  g_autoptr (GError) unreadable = NULL;

  if (others == NULL)
    return FALSE;
  if (others->len == 0)
    return TRUE;
  data->other = g_object_ref (others->pdata[0]);
  data->other_is_newer = accord_edition_compare (data->other, edition) > 0;
  /* An edition that cannot be read says so itself. */
  data->differences = data->other_is_newer
                          ? accord_editions_read_differences (reader, edition, data->other, &unreadable)
                          : accord_editions_read_differences (reader, data->other, edition, &unreadable);
  return TRUE;
}

static gboolean
count_lines (AccordReader *reader, gint64 id, AccordEditionData *data, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "unit-cost");
  g_autoptr (AccordQuery) query = accord_query_new (kind);

  accord_query_add_number (query, (guint) accord_kind_find_field (kind, "edition"), ACCORD_OPERATOR_EQUAL,
                           id);
  data->n_lines = accord_reader_count (reader, query, error);
  return data->n_lines >= 0;
}

/**
 * accord_edition_data_read:
 * @reader: a reader
 * @id: an edition
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what its page shows
 */
AccordEditionData *
accord_edition_data_read (AccordReader *reader, gint64 id, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "edition");
  g_autoptr (AccordRecord) edition = accord_reader_get (reader, kind, id, error);
  g_autoptr (GError) unreadable = NULL;
  AccordEditionData *data;

  if (edition == NULL)
    return NULL;
  data = g_new0 (AccordEditionData, 1);
  data->uses = g_ptr_array_new_with_free_func (use_free);
  data->rows = accord_edition_read_rows (edition, &unreadable);
  data->problem = unreadable != NULL ? g_strdup (unreadable->message) : NULL;
  if (count_lines (reader, id, data, error) && read_uses (reader, id, data->uses, error)
      && read_other (reader, edition, data, error))
    return data;
  accord_edition_data_free (data);
  return NULL;
}
