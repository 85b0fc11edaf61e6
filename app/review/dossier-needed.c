/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier-merge-private.h"

#include "uid.h"

#include <string.h>

/* Adds whatever in @value has the form of a uid and is the whole of a text. */
static void
add_uids (GHashTable *needed, const char *value)
{
  for (const char *at = strchr (value, '"'); at != NULL; at = strchr (at + 1, '"'))
    if (strspn (at + 1, "0123456789ABCDEFGHJKMNPQRSTVWXYZ") == ACCORD_UID_LENGTH
        && at[ACCORD_UID_LENGTH + 1] == '"')
      g_hash_table_add (needed, g_strndup (at + 1, ACCORD_UID_LENGTH));
}

/* Whether @record says anything that @other does not know of. */
static gboolean
has_edit (const AccordDossierRecord *record, const AccordDossierRecord *other)
{
  g_autoptr (GPtrArray) names = NULL;

  if (other == NULL)
    return TRUE;
  names = accord_dossier_merge_list_names (record, other);
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (AccordDossierField) mine = NULL, known = NULL;

      if (g_strcmp0 (accord_dossier_record_get (record, names->pdata[i]),
                     accord_dossier_record_get (other, names->pdata[i]))
          == 0)
        continue;
      mine = accord_dossier_record_dup_field (record, names->pdata[i]);
      known = accord_dossier_record_dup_field (other, names->pdata[i]);
      if (!accord_dossier_field_covers (known, mine))
        return TRUE;
    }
  return FALSE;
}

/**
 * accord_dossier_merge_list_needed:
 * @side: a dossier
 * @other: another of the same case
 *
 * An edit stands on what its record refers to, and on the record itself: whoever deletes that without knowing
 * of the edit takes the ground from under it.
 *
 * Returns: (transfer full) (element-type utf8): uids of the records on which edits of @side stand that @other
 * does not know
 */
GHashTable *
accord_dossier_merge_list_needed (const AccordDossier *side, const AccordDossier *other)
{
  GHashTable *needed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter records, fields;
  gpointer value, field;

  g_hash_table_iter_init (&records, side->records);
  while (g_hash_table_iter_next (&records, NULL, &value))
    {
      const AccordDossierRecord *record = value;
      const AccordDossierRecord *known = g_hash_table_lookup (other->records, record->uid);

      /* One that clashes with a record of another kind is left out of the merge. */
      if (accord_dossier_record_is_deleted (record)
          || (known != NULL && !g_str_equal (known->kind, record->kind)) || !has_edit (record, known))
        continue;
      g_hash_table_add (needed, g_strdup (record->uid));
      g_hash_table_iter_init (&fields, record->fields);
      while (g_hash_table_iter_next (&fields, NULL, &field))
        if (((AccordDossierField *) field)->value != NULL)
          add_uids (needed, ((AccordDossierField *) field)->value);
    }
  return needed;
}
