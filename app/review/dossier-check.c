/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier-check.h"

#include "dossier-kinds.h"
#include "dossier-value.h"
#include "pack-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * accord_dossier_record_get_uids:
 * @record: a record of a dossier
 * @field: one of its fields, a reference or several
 *
 * Returns: (transfer full) (element-type utf8): what it refers to; never %NULL
 */
GPtrArray *
accord_dossier_record_get_uids (const AccordDossierRecord *record, const AccordField *field)
{
  GPtrArray *uids = accord_dossier_value_get_references (accord_dossier_record_get (record, field->name),
                                                         field->type == ACCORD_FIELD_REFERENCES);

  return uids != NULL ? uids : g_ptr_array_new_with_free_func (g_free);
}

/**
 * accord_dossier_record_is_empty:
 * @record: a record of a dossier
 *
 * Returns: whether it has no value at all, as one that was never taken
 */
gboolean
accord_dossier_record_is_empty (const AccordDossierRecord *record)
{
  GHashTableIter iter;
  gpointer name;
  AccordDossierField *field;

  g_hash_table_iter_init (&iter, record->fields);
  while (g_hash_table_iter_next (&iter, &name, (gpointer *) &field))
    if (field->value != NULL && strcmp (name, "deleted") != 0)
      return FALSE;
  return TRUE;
}

/**
 * accord_dossier_record_is_there:
 * @record: (nullable): a record of a dossier
 *
 * Returns: whether it lives and has values
 */
gboolean
accord_dossier_record_is_there (const AccordDossierRecord *record)
{
  return record != NULL && !accord_dossier_record_is_deleted (record)
         && !accord_dossier_record_is_empty (record);
}

/**
 * accord_dossier_record_dup_text:
 * @record: a record of a dossier
 * @field: the name of a field
 *
 * Returns: (transfer full) (nullable): its text; %NULL where there is none
 */
char *
accord_dossier_record_dup_text (const AccordDossierRecord *record, const char *field)
{
  return accord_dossier_value_dup_text (accord_dossier_record_get (record, field));
}

/**
 * accord_dossier_record_dup_reference:
 * @record: a record of a dossier
 * @field: the name of a field
 *
 * Returns: (transfer full) (nullable): the uid it refers to; %NULL where there is none
 */
char *
accord_dossier_record_dup_reference (const AccordDossierRecord *record, const char *field)
{
  return accord_dossier_record_dup_text (record, field);
}

static gboolean
hangs_on (const AccordDossier *dossier, const AccordDossierRecord *record, const AccordDossierKind *row,
          const AccordField *field)
{
  g_autoptr (GPtrArray) uids = accord_dossier_record_get_uids (record, field);

  for (guint i = 0; i < uids->len; i++)
    {
      const AccordDossierRecord *parent = g_hash_table_lookup (dossier->records, uids->pdata[i]);

      if (parent != NULL && strcmp (parent->kind, row->parent_kind) == 0
          && accord_dossier_record_is_there (parent)
          && (strcmp (row->parent_kind, "case") != 0 || strcmp (parent->uid, dossier->case_uid) == 0))
        return TRUE;
    }
  return FALSE;
}

gboolean
accord_dossier_fail_type (const AccordDossierRecord *record, const AccordField *field, GError **error)
{
  g_set_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_FORMAT,
               /* Translators: a kind of record, its identifier, and a field's label. */
               _ ("The pack’s case.json has a value of the wrong type: %s %s, %s."), record->kind,
               record->uid, _ (field->label));
  return FALSE;
}

static gboolean
check_record (const AccordDossier *dossier, const AccordDossierRecord *record, AccordSchema *schema,
              GError **error)
{
  const AccordDossierKind *row = accord_dossier_kind_find (record->kind);
  const AccordKind *kind = row != NULL ? accord_schema_find_kind (schema, row->name) : NULL;

  if (kind == NULL || !accord_dossier_record_is_there (record))
    return TRUE;
  for (guint i = 0; i < kind->n_fields; i++)
    if (accord_dossier_field_travels (kind, i)
        && !accord_dossier_value_fits (&kind->fields[i],
                                       accord_dossier_record_get (record, kind->fields[i].name)))
      return accord_dossier_fail_type (record, &kind->fields[i], error);
  if (row->parent == NULL ? strcmp (record->uid, dossier->case_uid) == 0
                          : hangs_on (dossier, record, row, accord_kind_get_field (kind, row->parent)))
    return TRUE;
  g_set_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_FORMAT,
               /* Translators: the first %s is a kind of record, the second its identifier. */
               _ ("The pack’s case.json has a record that is no part of its case: %s %s."), record->kind,
               record->uid);
  return FALSE;
}

/**
 * accord_dossier_check:
 * @dossier: a dossier that came from elsewhere
 * @schema: the kinds of record there are
 * @error: return location for an error
 *
 * Holds every record against what it must hang on, and its values against the types of its fields.
 *
 * Returns: %FALSE with %ACCORD_PACK_ERROR_FORMAT where the case itself is missing, a record belongs
 * elsewhere, or a value is of another type than its field
 */
gboolean
accord_dossier_check (const AccordDossier *dossier, AccordSchema *schema, GError **error)
{
  const AccordDossierRecord *own = g_hash_table_lookup (dossier->records, dossier->case_uid);
  GHashTableIter iter;
  AccordDossierRecord *record;

  if (own == NULL || strcmp (own->kind, "case") != 0 || !accord_dossier_record_is_there (own))
    {
      g_set_error_literal (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_FORMAT,
                           _ ("The pack’s case.json does not hold the business case itself."));
      return FALSE;
    }
  g_hash_table_iter_init (&iter, dossier->records);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &record))
    if (!check_record (dossier, record, schema, error))
      return FALSE;
  return TRUE;
}
