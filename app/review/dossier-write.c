/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier-write.h"

#include "dossier-check.h"
#include "dossier-kinds.h"
#include "dossier-read-private.h"
#include "dossier-stand-in.h"
#include "dossier-value.h"
#include "fold.h"
#include "pack-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  AccordWriter *writer;
  AccordReader *reader;
  AccordSchema *schema;
  const AccordDossier *dossier;
  const AccordDossier *before;
  AccordDossierNames *names;
  GHashTable *late; /* records with references to what was not there yet */
} Writing;

static gboolean
is_reference (const AccordField *field)
{
  return field->type == ACCORD_FIELD_REFERENCE || field->type == ACCORD_FIELD_REFERENCES;
}

static gboolean
is_part (const AccordDossier *dossier, const char *uid)
{
  return dossier != NULL && g_hash_table_contains (dossier->records, uid);
}

/* What a reference means here; 0 where it is not here, or not yet. */
static gboolean
resolve (Writing *self, const AccordKind *target, const char *uid, gint64 *id, GError **error)
{
  const AccordDossierKind *own = accord_dossier_kind_find (target->name);
  const AccordDossierOther *other = g_hash_table_lookup (self->dossier->others, uid);

  *id = 0;
  /* A record of another case is out of reach. */
  if (own != NULL && own->parent != NULL && !is_part (self->dossier, uid) && !is_part (self->before, uid))
    return TRUE;
  *id = accord_dossier_names_find (self->names, target, uid);
  if (*id != 0 || own != NULL || other == NULL || strcmp (other->kind, target->name) != 0)
    return TRUE;
  return accord_dossier_stand_in (self->writer, self->dossier, self->names, target, other, id, error);
}

/* Sets a field of references to those that are here; whether all of them are. */
static gboolean
put_references (Writing *self, AccordRecord *record, guint field, const AccordDossierRecord *from,
                gboolean *whole, GError **error)
{
  const AccordField *row = &accord_record_get_kind (record)->fields[field];
  const AccordKind *target = accord_schema_find_kind (self->schema, row->target);
  g_autoptr (GPtrArray) uids = accord_dossier_record_get_uids (from, row);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < uids->len; i++)
    {
      gint64 id;

      if (!resolve (self, target, uids->pdata[i], &id, error))
        return FALSE;
      if (id != 0)
        g_array_append_val (ids, id);
      else
        *whole = FALSE;
    }
  if (row->type == ACCORD_FIELD_REFERENCES)
    accord_record_set_ids (record, row->name, (const gint64 *) ids->data, ids->len);
  else
    accord_record_set_int (record, row->name, ids->len > 0 ? g_array_index (ids, gint64, 0) : ACCORD_UNKNOWN);
  return TRUE;
}

/* Rules are told by the field alone, and with the value that breaks them; here somebody else wrote both. */
static gboolean
say_where (const AccordDossierRecord *from, GError **error)
{
  if (error != NULL && *error != NULL)
    {
      g_autofree char *line = accord_text_line ((*error)->message);

      g_free ((*error)->message);
      (*error)->message = g_steal_pointer (&line);
    }
  /* Translators: a kind of record and its identifier; what is wrong with it follows. */
  g_prefix_error (error, _ ("The pack’s case.json cannot be taken: %s %s: "), from->kind, from->uid);
  return FALSE;
}

static gboolean
insert (Writing *self, AccordRecord *record, const AccordDossierRecord *from, GError **error)
{
  return accord_writer_insert (self->writer, record, error) || say_where (from, error);
}

static gboolean
update (Writing *self, AccordRecord *record, const AccordDossierRecord *from, GError **error)
{
  return accord_writer_update (self->writer, record, error) || say_where (from, error);
}

/* Gives a record the values of the dossier. */
static gboolean
put_fields (Writing *self, AccordRecord *record, const AccordDossierRecord *from, GError **error)
{
  const AccordKind *kind = accord_record_get_kind (record);
  gboolean whole = TRUE;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const AccordField *field = &kind->fields[i];

      if (!accord_dossier_field_travels (kind, i))
        continue;
      if (is_reference (field))
        {
          if (!put_references (self, record, i, from, &whole, error))
            return FALSE;
        }
      else if (!accord_dossier_value_put (record, i, accord_dossier_record_get (from, field->name)))
        return accord_dossier_fail_type (from, field, error);
    }
  if (!whole)
    g_hash_table_add (self->late, (gpointer) from);
  return TRUE;
}

static gboolean
fail_foreign (const AccordDossierRecord *from, AccordReader *reader, const AccordKind *kind, gint64 id,
              GError **error)
{
  g_autofree char *title = accord_reader_dup_title (reader, kind, id, NULL);

  g_set_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_UNSAFE,
               /* Translators: a record's title, its kind and its identifier. */
               _ ("The pack would change “%s” (%s %s), which belongs to another case here."), title,
               from->kind, from->uid);
  return FALSE;
}

static gboolean
add_record (Writing *self, const AccordKind *kind, const AccordDossierRecord *from, GError **error)
{
  g_autoptr (AccordRecord) record = accord_record_new (kind);

  accord_record_adopt_uid (record, from->uid);
  if (!put_fields (self, record, from, error) || !insert (self, record, from, error))
    return FALSE;
  accord_dossier_names_set (self->names, kind, from->uid, accord_record_get_id (record));
  return TRUE;
}

static gboolean
change_record (Writing *self, const AccordKind *kind, gint64 id, const AccordDossierRecord *from,
               GError **error)
{
  g_autoptr (AccordRecord) record = accord_reader_get (self->reader, kind, id, error);

  if (record == NULL)
    return FALSE;
  if (accord_record_get_deleted (record) != NULL)
    {
      if (!accord_writer_restore (self->writer, kind, id, error))
        return FALSE;
    }
  else if (!is_part (self->before, from->uid))
    return fail_foreign (from, self->reader, kind, id, error);
  accord_dossier_names_set (self->names, kind, from->uid, id);
  return put_fields (self, record, from, error) && update (self, record, from, error);
}

static gint64
find_any (AccordReader *reader, const AccordKind *kind, const char *uid)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE uid = ?1", kind->name);
  g_autoptr (AccordRows) rows = accord_reader_query (reader, sql, NULL);

  if (rows == NULL)
    return 0;
  accord_rows_bind_text (rows, 1, uid);
  return accord_rows_next (rows, NULL) ? accord_rows_int (rows, 0) : 0;
}

/* The records of a kind, by uid, so that the same dossier is written in the same order. */
static GPtrArray *
list_records (const AccordDossier *dossier, const char *kind)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autoptr (GList) uids = g_list_sort (g_hash_table_get_keys (dossier->records), (GCompareFunc) strcmp);

  for (GList *l = uids; l != NULL; l = l->next)
    {
      AccordDossierRecord *record = g_hash_table_lookup (dossier->records, l->data);

      if (strcmp (record->kind, kind) == 0)
        g_ptr_array_add (records, record);
    }
  return g_steal_pointer (&records);
}

/* A record that says what it said before needs no writing. */
static gboolean
is_unchanged (Writing *self, const AccordDossierRecord *from)
{
  const AccordDossierRecord *before =
      self->before != NULL ? g_hash_table_lookup (self->before->records, from->uid) : NULL;
  GHashTableIter iter;
  const char *name;
  const AccordDossierField *field;

  if (before == NULL || !accord_dossier_record_is_there (before))
    return FALSE;
  g_hash_table_iter_init (&iter, from->fields);
  while (g_hash_table_iter_next (&iter, (gpointer *) &name, (gpointer *) &field))
    if (g_strcmp0 (field->value, accord_dossier_record_get (before, name)) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
write_kind (Writing *self, const AccordDossierKind *row, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (self->schema, row->name);
  g_autoptr (GPtrArray) records = list_records (self->dossier, row->name);

  for (guint i = 0; i < records->len; i++)
    {
      const AccordDossierRecord *from = records->pdata[i];
      gint64 id;

      if (!accord_dossier_record_is_there (from) || is_unchanged (self, from))
        continue;
      id = find_any (self->reader, kind, from->uid);
      if (id == 0 ? !add_record (self, kind, from, error) : !change_record (self, kind, id, from, error))
        return FALSE;
    }
  return TRUE;
}

/* References to what came later. */
static gboolean
write_late (Writing *self, GError **error)
{
  g_autoptr (GList) late = g_hash_table_get_keys (self->late);

  for (GList *l = late; l != NULL; l = l->next)
    {
      const AccordDossierRecord *from = l->data;
      const AccordKind *kind = accord_schema_find_kind (self->schema, from->kind);
      g_autoptr (AccordRecord) record =
          accord_reader_get (self->reader, kind, find_any (self->reader, kind, from->uid), error);

      if (record == NULL || !put_fields (self, record, from, error) || !update (self, record, from, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
delete_kind (Writing *self, const AccordDossierKind *row, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (self->schema, row->name);
  g_autoptr (GPtrArray) records = list_records (self->dossier, row->name);

  for (guint i = 0; i < records->len; i++)
    {
      const AccordDossierRecord *from = records->pdata[i];
      gint64 id;

      if (!accord_dossier_record_is_deleted (from) || !is_part (self->before, from->uid))
        continue;
      id = accord_dossier_names_find (self->names, kind, from->uid);
      if (id != 0 && !accord_writer_delete (self->writer, kind, id, error))
        return say_where (from, error);
    }
  return TRUE;
}

static gboolean
write_all (Writing *self, GError **error)
{
  guint n = 0;

  for (; accord_dossier_kinds[n].name != NULL; n++)
    if (!write_kind (self, &accord_dossier_kinds[n], error))
      return FALSE;
  if (!write_late (self, error))
    return FALSE;
  while (n-- > 0)
    if (!delete_kind (self, &accord_dossier_kinds[n], error))
      return FALSE;
  return TRUE;
}

/**
 * accord_dossier_write:
 * @writer: the open change
 * @dossier: the case as it is to be
 * @before: (nullable): what its records came to before, as of accord_dossier_read(); %NULL where the case is
 *   not there yet
 * @error: return location for an error
 *
 * Makes the records of a case those of @dossier, by their identifiers: adds, changes, deletes and restores.
 * What the dossier does not speak of stays. Records of others are recognised, or stand in under their name.
 * Files of documents must be there already. Records that are not the case's own are out of reach.
 *
 * Returns: the case's number; 0 on failure
 */
gint64
accord_dossier_write (AccordWriter *writer, const AccordDossier *dossier, const AccordDossier *before,
                      GError **error)
{
  AccordReader *reader = accord_writer_get_reader (writer);
  AccordSchema *schema = accord_reader_get_schema (reader);
  const AccordKind *kind = accord_schema_find_kind (schema, "case");
  g_autoptr (AccordDossier) newest = NULL;
  g_autoptr (AccordDossierNames) names = NULL;
  g_autoptr (GHashTable) late = g_hash_table_new (NULL, NULL);
  gint64 id = find_any (reader, kind, dossier->case_uid);

  if (!accord_dossier_check (dossier, schema, error)
      || !accord_dossier_read_newest (reader, id, &newest, &names, error))
    return 0;
  Writing self = { writer, reader, schema, dossier, before, names, late };
  if (!write_all (&self, error))
    return 0;
  return accord_dossier_names_find (names, kind, dossier->case_uid);
}
