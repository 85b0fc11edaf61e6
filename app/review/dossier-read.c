/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier-read.h"

#include "content.h"
#include "dossier-figures.h"
#include "dossier-kinds.h"
#include "dossier-read-private.h"
#include "dossier-value.h"
#include "pack-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  AccordReader *reader;
  AccordSchema *schema;
  AccordDossier *dossier;
  AccordDossier *before;
  AccordDossierNames *names;
} Reading;

static void note_other (Reading *self, const AccordKind *kind, gint64 id, const char *uid);

/* The identifiers of a reference field, one or several. */
static const gint64 *
peek_references (AccordRecord *record, guint field, gint64 *one, gsize *n_ids)
{
  const AccordField *row = &accord_record_get_kind (record)->fields[field];

  if (row->type == ACCORD_FIELD_REFERENCES)
    return accord_record_peek_ids (record, field, n_ids);
  *one = accord_record_peek_int (record, field);
  *n_ids = *one != ACCORD_UNKNOWN ? 1 : 0;
  return one;
}

/* Whether what a field held in the latest version comes to what it holds now. What is not here at all (a
 * version that was frozen elsewhere, another case) can be held by no field, and is not lost by that. */
static gboolean
still_means (Reading *self, const AccordKind *target, GPtrArray *uids, const gint64 *ids, gsize n_ids)
{
  gsize n = 0;

  for (guint i = 0; i < uids->len; i++)
    {
      gint64 id = accord_dossier_names_find (self->names, target, uids->pdata[i]);

      if (id == 0)
        continue;
      if (n == n_ids || ids[n] != id)
        return FALSE;
      n++;
    }
  return n == n_ids;
}

/* As the latest version had it, where that is the same; else by what the records are called. */
static char *
dup_references (Reading *self, AccordRecord *record, guint field, const char *before)
{
  const AccordField *row = &accord_record_get_kind (record)->fields[field];
  const AccordKind *target = accord_schema_find_kind (self->schema, row->target);
  const gboolean several = row->type == ACCORD_FIELD_REFERENCES;
  g_autoptr (GPtrArray) uids = accord_dossier_value_get_references (before, several);
  gsize n_ids;
  gint64 one;
  const gint64 *ids = peek_references (record, field, &one, &n_ids);

  if (uids == NULL || !still_means (self, target, uids, ids, n_ids))
    {
      g_clear_pointer (&uids, g_ptr_array_unref);
      uids = g_ptr_array_new_with_free_func (g_free);
      for (gsize i = 0; i < n_ids; i++)
        g_ptr_array_add (uids, g_strdup (accord_dossier_names_get_uid (self->names, target, ids[i])));
    }
  for (guint i = 0; i < uids->len; i++)
    note_other (self, target, accord_dossier_names_find (self->names, target, uids->pdata[i]),
                uids->pdata[i]);
  return accord_dossier_value_dup_references (uids, several);
}

static gboolean
is_reference (const AccordField *field)
{
  return field->type == ACCORD_FIELD_REFERENCE || field->type == ACCORD_FIELD_REFERENCES;
}

static void
put_facts (Reading *self, AccordDossierOther *other, AccordRecord *record)
{
  const AccordKind *kind = accord_record_get_kind (record);
  const char *const *facts = accord_dossier_kind_get_facts (kind->name);

  for (guint i = 0; facts != NULL && facts[i] != NULL; i++)
    {
      int field = accord_kind_find_field (kind, facts[i]);
      g_autofree char *value = is_reference (&kind->fields[field])
                                   ? dup_references (self, record, field, NULL)
                                   : accord_dossier_value_dup (record, field);

      if (value == NULL)
        continue;
      if (other->facts == NULL)
        other->facts = json_object_new ();
      json_object_set_member (other->facts, facts[i], json_from_string (value, NULL));
    }
}

/* A record that the case refers to, with what it can be recognised by. What is not here any more stays as the
 * latest version had it. */
static void
note_other (Reading *self, const AccordKind *kind, gint64 id, const char *uid)
{
  const AccordDossierOther *known =
      self->before != NULL ? g_hash_table_lookup (self->before->others, uid) : NULL;
  g_autoptr (AccordRecord) record = NULL;
  g_autofree char *title = NULL;
  AccordDossierOther *other;
  const AccordDossierKind *own = accord_dossier_kind_find (kind->name);

  if ((own != NULL && own->parent != NULL) || strcmp (uid, self->dossier->case_uid) == 0
      || g_hash_table_contains (self->dossier->others, uid))
    return;
  record = id != 0 ? accord_reader_get (self->reader, kind, id, NULL) : NULL;
  if (record == NULL && known == NULL)
    return;
  title = record != NULL ? accord_record_dup_title (record) : g_strdup (known->name);
  other = accord_dossier_take_other (self->dossier, kind->name, uid, title);
  if (record != NULL)
    put_facts (self, other, record);
  else if (known->facts != NULL)
    other->facts = json_object_ref (known->facts);
}

static gboolean
take_record (AccordRecord *record, gpointer data, GError **error)
{
  Reading *self = data;
  const AccordKind *kind = accord_record_get_kind (record);
  const char *uid = accord_record_get_uid (record);
  const AccordDossierRecord *before =
      self->before != NULL ? g_hash_table_lookup (self->before->records, uid) : NULL;
  AccordDossierRecord *taken = accord_dossier_take_record (self->dossier, kind->name, uid);

  (void) error;
  accord_dossier_names_set (self->names, kind, uid, accord_record_get_id (record));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const AccordField *field = &kind->fields[i];
      g_autofree char *value = NULL;

      if (!accord_dossier_field_travels (kind, i))
        continue;
      value = is_reference (field) ? dup_references (
                  self, record, i, before != NULL ? accord_dossier_record_get (before, field->name) : NULL)
                                   : accord_dossier_value_dup (record, i);
      accord_dossier_record_put (taken, field->name, value);
    }
  return TRUE;
}

/* The records of a kind that hang on @parent. */
static gboolean
take_children (Reading *self, const AccordDossierKind *row, gint64 parent, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (self->schema, row->name);
  g_autoptr (AccordQuery) query = accord_query_new (kind);
  int field = accord_kind_find_field (kind, row->parent);

  accord_query_add_number (query, field,
                           kind->fields[field].type == ACCORD_FIELD_REFERENCE ? ACCORD_OPERATOR_EQUAL
                                                                              : ACCORD_OPERATOR_CONTAINS,
                           parent);
  return accord_reader_walk (self->reader, query, take_record, self, error);
}

static GArray *
list_taken (Reading *self, const char *kind_name)
{
  const AccordKind *kind = accord_schema_find_kind (self->schema, kind_name);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  AccordDossierRecord *record;

  g_hash_table_iter_init (&iter, self->dossier->records);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &record))
    if (strcmp (record->kind, kind_name) == 0)
      {
        gint64 id = accord_dossier_names_find (self->names, kind, record->uid);

        g_array_append_val (ids, id);
      }
  return ids;
}

static gboolean
take_all (Reading *self, gint64 business_case, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (self->schema, "case");
  g_autoptr (AccordRecord) record = accord_reader_get (self->reader, kind, business_case, error);

  if (record == NULL)
    return FALSE;
  take_record (record, self, NULL);
  for (const AccordDossierKind *row = accord_dossier_kinds; row->name != NULL; row++)
    {
      g_autoptr (GArray) parents = row->parent != NULL ? list_taken (self, row->parent_kind) : NULL;

      for (guint i = 0; parents != NULL && i < parents->len; i++)
        if (!take_children (self, row, g_array_index (parents, gint64, i), error))
          return FALSE;
    }
  return TRUE;
}

static char *
dup_content (AccordReader *reader, const char *digest, gsize *size, GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  if (!accord_reader_copy_content (reader, digest, stream, NULL, NULL, error)
      || !g_output_stream_close (stream, NULL, error))
    return NULL;
  *size = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream));
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static AccordDossier *
read_kept (AccordReader *reader, gint64 version, JsonObject **aliases, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "version");
  g_autoptr (AccordRecord) record = accord_reader_get (reader, kind, version, error);
  const char *digest = record != NULL ? accord_record_get_text (record, "dossier") : NULL;
  g_autofree char *json = NULL;
  AccordDossier *dossier;
  gsize size;

  if (record == NULL)
    return NULL;
  if (digest == NULL)
    {
      g_set_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_FORMAT,
                   _ ("“%s” was kept without the case as it was then."),
                   accord_record_get_text (record, "name"));
      return NULL;
    }
  json = dup_content (reader, digest, &size, error);
  dossier = json != NULL ? accord_dossier_parse (json, size, error) : NULL;
  if (dossier != NULL)
    *aliases = accord_dossier_take_aliases (dossier);
  return dossier;
}

/**
 * accord_dossier_read_version:
 * @reader: a reader
 * @version: a version
 * @error: return location for an error
 *
 * Returns: (transfer full): the case as the version kept it
 */
AccordDossier *
accord_dossier_read_version (AccordReader *reader, gint64 version, GError **error)
{
  g_autoptr (JsonObject) aliases = NULL;

  return read_kept (reader, version, &aliases, error);
}

/**
 * accord_dossier_find_version:
 * @reader: a reader
 * @business_case: a case
 * @error: return location for an #AccordStoreError
 *
 * Returns: the newest version of it that kept its dossier; 0 without @error where there is none
 */
gint64
accord_dossier_find_version (AccordReader *reader, gint64 business_case, GError **error)
{
  g_autoptr (AccordRows) rows = accord_reader_query (
      reader, "SELECT max (id) FROM version WHERE \"case\" = ?1 AND deleted IS NULL AND dossier IS NOT NULL",
      error);
  gint64 id;

  if (rows == NULL)
    return 0;
  accord_rows_bind_int (rows, 1, business_case);
  if (!accord_rows_next (rows, error))
    return 0;
  id = accord_rows_int (rows, 0);
  return id != ACCORD_UNKNOWN ? id : 0;
}

/**
 * accord_dossier_read_newest:
 * @reader: a reader
 * @business_case: a case
 * @newest: (out) (transfer full) (nullable): the dossier of its newest version; %NULL where there is none
 * @names: (out) (transfer full): what its records are called here
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
accord_dossier_read_newest (AccordReader *reader, gint64 business_case, AccordDossier **newest,
                            AccordDossierNames **names, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (JsonObject) aliases = NULL;
  gint64 version = accord_dossier_find_version (reader, business_case, &reason);

  *newest = version != 0 ? read_kept (reader, version, &aliases, &reason) : NULL;
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  *names = accord_dossier_names_new (reader, aliases);
  return TRUE;
}

/**
 * accord_dossier_read:
 * @reader: a reader
 * @business_case: a case
 * @error: return location for an error
 *
 * Reads a case with all that belongs to it. Each field that is as the latest version had it keeps its
 * descent; one that is not follows what was there.
 *
 * Returns: (transfer full): the dossier
 */
AccordDossier *
accord_dossier_read (AccordReader *reader, gint64 business_case, GError **error)
{
  AccordSchema *schema = accord_reader_get_schema (reader);
  const AccordKind *kind = accord_schema_find_kind (schema, "case");
  g_autoptr (AccordRecord) record = accord_reader_get (reader, kind, business_case, error);
  g_autoptr (AccordDossier) dossier = NULL, before = NULL;
  g_autoptr (AccordDossierNames) names = NULL;
  GError *reason = NULL;

  if (record == NULL || !accord_dossier_read_newest (reader, business_case, &before, &names, error))
    return NULL;
  dossier = accord_dossier_new (accord_record_get_uid (record));
  Reading self = { reader, schema, dossier, before, names };
  if (!take_all (&self, business_case, error))
    return NULL;
  if (before != NULL)
    accord_dossier_follow (dossier, before);
  dossier->figures = accord_dossier_figures_read (reader, business_case, names, &reason);
  if (reason == NULL)
    return g_steal_pointer (&dossier);
  g_propagate_error (error, reason);
  return NULL;
}
