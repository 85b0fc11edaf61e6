/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier-stand-in.h"

#include "dossier-kinds.h"
#include "dossier-value.h"
#include "pack-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *
dup_fact (const AccordDossierOther *other, const char *name)
{
  JsonNode *node = other->facts != NULL ? json_object_get_member (other->facts, name) : NULL;

  return node != NULL && !JSON_NODE_HOLDS_NULL (node) ? json_to_string (node, FALSE) : NULL;
}

/* Facts refer down a row of kinds that comes to an end: a resolution to its item, that to its meeting … */
static gboolean
put_reference (AccordWriter *writer, const AccordDossier *dossier, AccordDossierNames *names,
               AccordRecord *record, guint field, const char *value, GError **error)
{
  const AccordField *row = &accord_record_get_kind (record)->fields[field];
  AccordSchema *schema = accord_reader_get_schema (accord_writer_get_reader (writer));
  const AccordKind *target = accord_schema_find_kind (schema, row->target);
  g_autoptr (GPtrArray) uids = accord_dossier_value_get_references (value, FALSE);
  const AccordDossierOther *other =
      uids != NULL && uids->len == 1 ? g_hash_table_lookup (dossier->others, uids->pdata[0]) : NULL;
  gint64 id = 0;

  if (other == NULL || strcmp (other->kind, target->name) != 0)
    return TRUE;
  if (!accord_dossier_stand_in (writer, dossier, names, target, other, &id, error))
    return FALSE;
  if (id != 0)
    accord_record_set_int (record, row->name, id);
  return TRUE;
}

static gboolean
put_facts (AccordWriter *writer, const AccordDossier *dossier, AccordDossierNames *names,
           AccordRecord *record, const AccordDossierOther *other, GError **error)
{
  const AccordKind *kind = accord_record_get_kind (record);
  const char *const *facts = accord_dossier_kind_get_facts (kind->name);

  for (guint i = 0; facts[i] != NULL; i++)
    {
      int field = accord_kind_find_field (kind, facts[i]);
      g_autofree char *value = dup_fact (other, facts[i]);

      if (value == NULL)
        continue;
      if (kind->fields[field].type == ACCORD_FIELD_REFERENCE)
        {
          if (!put_reference (writer, dossier, names, record, field, value, error))
            return FALSE;
        }
      else if (!accord_dossier_value_put (record, field, value))
        {
          g_set_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_FORMAT,
                       _ ("The pack’s case.json has a value of the wrong type: %s %s, %s."), other->kind,
                       other->uid, _ (kind->fields[field].label));
          return FALSE;
        }
    }
  return TRUE;
}

/* One that was here once, as an undone change left it, comes back. */
static gboolean
bring_back (AccordWriter *writer, const AccordKind *kind, const char *uid, gint64 *id, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT id FROM \"%s\" WHERE uid = ?1 AND deleted IS NOT NULL", kind->name);
  g_autoptr (AccordRows) rows = accord_reader_query (accord_writer_get_reader (writer), sql, error);

  if (rows == NULL)
    return FALSE;
  accord_rows_bind_text (rows, 1, uid);
  if (!accord_rows_next (rows, NULL))
    return TRUE;
  *id = accord_rows_int (rows, 0);
  g_clear_pointer (&rows, accord_rows_free);
  return accord_writer_restore (writer, kind, *id, error);
}

/**
 * accord_dossier_stand_in:
 * @writer: the open change
 * @dossier: a dossier
 * @names: what its records are here
 * @kind: a kind
 * @other: a record of it that the dossier refers to
 * @id: (out): its number here; 0 where there is none and none can stand in
 * @error: return location for an error
 *
 * Recognises a record by identifier, code or name; where nobody knows it, one is added under its name with
 * the facts that the dossier has of it.
 *
 * Returns: %FALSE where it could not be added
 */
gboolean
accord_dossier_stand_in (AccordWriter *writer, const AccordDossier *dossier, AccordDossierNames *names,
                         const AccordKind *kind, const AccordDossierOther *other, gint64 *id, GError **error)
{
  g_autoptr (AccordRecord) record = NULL;

  *id = accord_dossier_names_recognise (names, kind, other);
  if (*id != 0 || !accord_dossier_kind_stands_in (kind->name))
    return TRUE;
  if (!bring_back (writer, kind, other->uid, id, error))
    return FALSE;
  if (*id == 0)
    {
      record = accord_record_new (kind);
      accord_record_adopt_uid (record, other->uid);
      accord_record_set_text (record, kind->fields[kind->title_field].name, other->name);
      if (!put_facts (writer, dossier, names, record, other, error))
        return FALSE;
      accord_record_fill_in (record);
      if (!accord_writer_insert (writer, record, error))
        return FALSE;
      *id = accord_record_get_id (record);
    }
  accord_dossier_names_set (names, kind, other->uid, *id);
  return TRUE;
}
