/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier-private.h"

static void
follow_field (AccordDossierRecord *now, const char *name, const AccordDossierField *field,
              const AccordDossierRecord *before)
{
  g_autoptr (AccordDossierField) earlier = accord_dossier_record_dup_field (before, name);
  g_autofree char *value = g_strdup (field->value);

  if (g_strcmp0 (earlier->value, value) == 0)
    accord_dossier_record_set_field (now, name, g_steal_pointer (&earlier));
  else
    accord_dossier_record_set_field (now, name, accord_dossier_field_after (earlier, NULL, value));
}

static void
follow_record (AccordDossierRecord *now, const AccordDossierRecord *before)
{
  g_autoptr (GPtrArray) names = accord_dossier_list_keys (now->fields);
  GHashTableIter iter;
  gpointer name, field;

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *kept = g_strdup (names->pdata[i]);

      follow_field (now, kept, g_hash_table_lookup (now->fields, kept), before);
    }
  g_hash_table_iter_init (&iter, before->fields);
  while (g_hash_table_iter_next (&iter, &name, &field))
    if (!g_hash_table_contains (now->fields, name) && !g_str_equal (name, ACCORD_DOSSIER_DELETED))
      accord_dossier_record_set_field (now, name, accord_dossier_field_copy (field));
  /* Whatever is read afresh is alive, unless it says otherwise. */
  if (!g_hash_table_contains (now->fields, ACCORD_DOSSIER_DELETED)
      && g_hash_table_contains (before->fields, ACCORD_DOSSIER_DELETED))
    {
      accord_dossier_record_set_field (now, ACCORD_DOSSIER_DELETED,
                                       accord_dossier_record_dup_field (before, ACCORD_DOSSIER_DELETED));
      accord_dossier_record_edit (now, ACCORD_DOSSIER_DELETED, NULL);
    }
  if (now->unknown == NULL)
    now->unknown = accord_dossier_copy_object (before->unknown);
}

/* A record that is there no more; what this program does not know was never there to be deleted. */
static void
keep_deleted (AccordDossier *now, const AccordDossierRecord *before)
{
  AccordDossierRecord *record = accord_dossier_record_copy (before);

  g_hash_table_insert (now->records, record->uid, record);
  if (accord_dossier_kind_order (record->kind) >= 0)
    accord_dossier_record_edit (record, ACCORD_DOSSIER_DELETED, "true");
}

/* Members that this program does not know; what is of this workspace alone is for who reads it to say. */
static void
keep_unknown (AccordDossier *now, const AccordDossier *before)
{
  g_autoptr (JsonObject) kept = accord_dossier_copy_object (before->unknown);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (kept == NULL)
    return;
  if (now->unknown == NULL)
    now->unknown = json_object_new ();
  json_object_iter_init (&iter, kept);
  while (json_object_iter_next (&iter, &name, &node))
    if (!json_object_has_member (now->unknown, name))
      json_object_set_member (now->unknown, name, json_node_copy (node));
}

/**
 * accord_dossier_follow:
 * @now: a dossier that was read afresh, its fields as accord_dossier_record_put() puts them
 * @before: what was last frozen or merged of the same case
 *
 * Gives @now the descent of @before: a field of the same value is the same writing; one of another value is a
 * new writing that follows it. A record that is no more in @now is kept as deleted, one that was deleted and
 * is there again is restored.
 *
 * A field that a record of @now does not have at all, and a record of a kind that
 * accord_dossier_kind_order() does not know, are not known to who read @now: they are kept as they were. So a
 * field that is known and empty must be put as empty. What @now does not say of a record that is deleted in
 * both stays. Members that nobody here knows are kept.
 */
void
accord_dossier_follow (AccordDossier *now, const AccordDossier *before)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, before->records);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const AccordDossierRecord *earlier = value;
      AccordDossierRecord *record = g_hash_table_lookup (now->records, earlier->uid);

      if (record == NULL)
        keep_deleted (now, earlier);
      else if (g_str_equal (record->kind, earlier->kind))
        follow_record (record, earlier);
    }
  keep_unknown (now, before);
}
