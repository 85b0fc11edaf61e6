/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare-appraisal.h"

#include "dossier-value.h"
#include "pack-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const lines[] = { "appraisal", "option", "cost", "outcome", "gain" };

struct _AccordCompareAppraisal
{
  const AccordComparing *comparing;
  GHashTable *numbers; /* uid to number */
  GHashTable *given;   /* kind to GPtrArray of AccordRecord */
  AccordRecord *business_case;
};

static gint64
number_of (AccordCompareAppraisal *self, const char *uid)
{
  gpointer number = g_hash_table_lookup (self->numbers, uid);

  if (number != NULL)
    return GPOINTER_TO_INT (number);
  g_hash_table_insert (self->numbers, g_strdup (uid),
                       GINT_TO_POINTER ((int) g_hash_table_size (self->numbers) + 1));
  return g_hash_table_size (self->numbers);
}

static AccordRecord *
record_new (AccordCompareAppraisal *self, const AccordKind *kind, const char *uid)
{
  AccordRecord *record = accord_record_new (kind);

  accord_record_clear (record);
  accord_record_adopt_uid (record, uid);
  accord_record_stand_in (record, number_of (self, uid));
  return record;
}

static gboolean
fail_value (const AccordKind *kind, const char *uid, guint field, GError **error)
{
  g_set_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_FORMAT,
               /* Translators: a kind of record, its identifier and the label of a field */
               _ ("%s %s: “%s” is not what it has to be."), kind->name, uid, _ (kind->fields[field].label));
  return FALSE;
}

static gboolean
put (AccordCompareAppraisal *self, AccordRecord *record, guint field, const char *value, GError **error)
{
  const AccordKind *kind = accord_record_get_kind (record);
  const AccordFieldType type = kind->fields[field].type;
  g_autoptr (GPtrArray) uids = NULL;

  if (type != ACCORD_FIELD_REFERENCE && type != ACCORD_FIELD_REFERENCES)
    return accord_dossier_value_put (record, field, value)
           || fail_value (kind, accord_record_get_uid (record), field, error);
  uids = accord_dossier_value_get_references (value, type == ACCORD_FIELD_REFERENCES);
  if (uids == NULL)
    return fail_value (kind, accord_record_get_uid (record), field, error);
  if (type == ACCORD_FIELD_REFERENCE)
    accord_record_put_int (record, field, uids->len > 0 ? number_of (self, uids->pdata[0]) : ACCORD_UNKNOWN);
  return TRUE;
}

/**
 * accord_compare_appraisal_make_record:
 * @self: an appraisal
 * @from: a record of a dossier
 * @field: (nullable): a field that is to be as in @as
 * @as: (nullable): the record as another dossier has it
 * @error: return location for an error
 *
 * What no workspace would keep cannot be worked out either.
 *
 * Returns: (transfer full): a record that is never to be kept
 */
AccordRecord *
accord_compare_appraisal_make_record (AccordCompareAppraisal *self, const AccordDossierRecord *from,
                                      const char *field, const AccordDossierRecord *as, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (self->comparing->schema, from->kind);
  g_autoptr (AccordRecord) record = record_new (self, kind, from->uid);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const char *name = kind->fields[i].name;
      const AccordDossierRecord *source = g_strcmp0 (name, field) == 0 ? as : from;

      if (!put (self, record, i, accord_dossier_record_get (source, name), error))
        return NULL;
    }
  return accord_record_validate (record, error) ? g_steal_pointer (&record) : NULL;
}

static AccordRecord *
make_other (AccordCompareAppraisal *self, const AccordKind *kind, const AccordDossierOther *other,
            GError **error)
{
  g_autoptr (AccordRecord) record = record_new (self, kind, other->uid);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  accord_record_put_text (record, kind->title_field, other->name, -1);
  if (other->facts == NULL)
    return g_steal_pointer (&record);
  json_object_iter_init (&iter, other->facts);
  while (json_object_iter_next (&iter, &name, &node))
    {
      int field = accord_kind_find_field (kind, name);
      g_autofree char *value = json_to_string (node, FALSE);

      if (field >= 0 && !put (self, record, (guint) field, value, error))
        return NULL;
    }
  return g_steal_pointer (&record);
}

static GPtrArray *
get_given (AccordCompareAppraisal *self, const char *kind)
{
  GPtrArray *given = g_hash_table_lookup (self->given, kind);

  if (given != NULL)
    return given;
  given = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_insert (self->given, g_strdup (kind), given);
  return given;
}

static gboolean
give_records (AccordCompareAppraisal *self, const AccordDossier *side, GError **error)
{
  g_autoptr (GPtrArray) records = accord_dossier_list_records (side);

  for (guint i = 0; i < records->len; i++)
    {
      const AccordDossierRecord *from = records->pdata[i];
      AccordRecord *record;
      gboolean wanted = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (lines); j++)
        wanted |= g_str_equal (from->kind, lines[j]);
      if (!wanted || accord_dossier_record_is_deleted (from))
        continue;
      record = accord_compare_appraisal_make_record (self, from, NULL, NULL, error);
      if (record == NULL)
        return FALSE;
      g_ptr_array_add (get_given (self, from->kind), record);
    }
  return TRUE;
}

/* The tables and organisations of both sides, for a difference undone may need those of the other. */
static gboolean
give_others (AccordCompareAppraisal *self, const AccordDossier *side, const AccordDossier *known,
             GError **error)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, side->others);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const AccordDossierOther *other = value;
      const AccordKind *kind = accord_schema_find_kind (self->comparing->schema, other->kind);
      AccordRecord *record;

      if (kind == NULL
          || (!g_str_equal (other->kind, "edition") && !g_str_equal (other->kind, "organisation"))
          || (known != NULL && g_hash_table_contains (known->others, other->uid)))
        continue;
      record = make_other (self, kind, other, error);
      if (record == NULL)
        return FALSE;
      g_ptr_array_add (get_given (self, other->kind), record);
    }
  return TRUE;
}

/**
 * accord_compare_appraisal_new:
 * @comparing: two dossiers
 * @side: one of them
 * @error: return location for %ACCORD_PACK_ERROR_FORMAT
 *
 * Returns: (transfer full): what the appraisal of @side is made of
 */
AccordCompareAppraisal *
accord_compare_appraisal_new (const AccordComparing *comparing, const AccordDossier *side, GError **error)
{
  g_autoptr (AccordCompareAppraisal) self = g_new0 (AccordCompareAppraisal, 1);
  const AccordDossier *other = side == comparing->after ? comparing->before : comparing->after;
  const AccordKind *kind = accord_schema_find_kind (comparing->schema, "case");

  self->comparing = comparing;
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->given = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->business_case = record_new (self, kind, side->case_uid);
  if (!give_records (self, side, error) || !give_others (self, side, NULL, error)
      || !give_others (self, other, side, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
accord_compare_appraisal_free (AccordCompareAppraisal *self)
{
  g_hash_table_unref (self->numbers);
  g_clear_pointer (&self->given, g_hash_table_unref);
  g_clear_object (&self->business_case);
  g_free (self);
}

/**
 * accord_compare_appraisal_build:
 * @self: an appraisal
 * @error: return location for an error
 *
 * Returns: (transfer full): it, ready to be worked out
 */
AccordAppraisalFile *
accord_compare_appraisal_build (AccordCompareAppraisal *self, GError **error)
{
  return accord_appraisal_file_new_from (self->business_case, self->given, error);
}

/**
 * accord_compare_appraisal_build_without:
 * @self: an appraisal
 * @kind: a kind of record
 * @uid: a record that is to be left out
 * @instead: (nullable): what is to be in its place
 *
 * Returns: (transfer full) (nullable): the appraisal as it would be; %NULL where it cannot be made
 */
AccordAppraisalFile *
accord_compare_appraisal_build_without (AccordCompareAppraisal *self, const char *kind, const char *uid,
                                        AccordRecord *instead)
{
  GPtrArray *now = get_given (self, kind), *changed = g_ptr_array_new_with_free_func (g_object_unref);
  AccordAppraisalFile *file;

  for (guint i = 0; i < now->len; i++)
    if (!g_str_equal (accord_record_get_uid (now->pdata[i]), uid))
      g_ptr_array_add (changed, g_object_ref (now->pdata[i]));
  if (instead != NULL)
    g_ptr_array_add (changed, g_object_ref (instead));
  g_ptr_array_ref (now);
  g_hash_table_insert (self->given, g_strdup (kind), changed);
  file = accord_compare_appraisal_build (self, NULL);
  g_hash_table_insert (self->given, g_strdup (kind), now);
  return file;
}
