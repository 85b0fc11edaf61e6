/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier-merge-private.h"

#include "pack-error.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const AccordDossierMerge *merge;
  AccordDossier *outcome;
  gboolean like_ours;
  gboolean like_theirs;
  GError **error;
} Resolving;

static AccordDossierField *
fail_undecided (const Resolving *resolving, const AccordMergeField *entry)
{
  g_set_error (
      resolving->error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_CHANGED,
      /* Translators: a field, a kind of record and its identifier */
      _ ("“%s” of %s %s was changed on both sides, and nobody has said yet which of the two counts."),
      entry->field, entry->kind, entry->uid);
  return NULL;
}

/* The value that a person chose is a writing of its own, unless it is simply theirs that follows ours. */
static AccordDossierField *
decide (const Resolving *resolving, const AccordMergeField *entry, const AccordDossierField *ours,
        const AccordDossierField *theirs)
{
  g_autofree char *value = NULL;

  switch (entry->choice)
    {
    case ACCORD_MERGE_TAKE_OURS:
      value = g_strdup (ours != NULL ? ours->value : NULL);
      break;
    case ACCORD_MERGE_TAKE_THEIRS:
      value = g_strdup (theirs->value);
      break;
    case ACCORD_MERGE_TAKE_OTHER:
      value = accord_dossier_canonical (entry->other);
      break;
    default:
      return fail_undecided (resolving, entry);
    }
  if (entry->verdict == ACCORD_MERGE_THEIRS && g_strcmp0 (value, theirs->value) == 0)
    return accord_dossier_field_join (theirs, ours);
  return accord_dossier_field_after (theirs, ours, value);
}

/* Of a record that is deleted nobody is asked what it said: the same of the two is kept everywhere, should it
 * ever be restored. */
static AccordDossierField *
settle (const AccordDossierField *ours, const AccordDossierField *theirs)
{
  return accord_dossier_field_after (
      ours, theirs, g_strcmp0 (ours->value, theirs->value) > 0 ? ours->value : theirs->value);
}

static AccordDossierField *
resolve_field (const Resolving *resolving, const char *uid, const char *name, gboolean gone,
               const AccordDossierField *ours, const AccordDossierField *theirs)
{
  const AccordMergeField *entry = accord_dossier_merge_find (resolving->merge, uid, name);

  if (entry != NULL && (entry->choice != ACCORD_MERGE_UNDECIDED || !gone))
    return decide (resolving, entry, ours, theirs);
  switch (accord_dossier_merge_judge (ours, theirs))
    {
    case ACCORD_MERGE_SAME:
    case ACCORD_MERGE_OURS:
      return accord_dossier_field_join (ours, theirs);
    case ACCORD_MERGE_THEIRS:
      return accord_dossier_field_join (theirs, ours);
    default:
      return settle (ours, theirs);
    }
}

static void
keep (Resolving *resolving, AccordDossierRecord *outcome, const char *name, const AccordDossierField *ours,
      const AccordDossierField *theirs, AccordDossierField *field)
{
  resolving->like_ours &= g_strcmp0 (field->value, ours != NULL ? ours->value : NULL) == 0;
  resolving->like_theirs &= g_strcmp0 (field->value, theirs->value) == 0;
  accord_dossier_record_set_field (outcome, name, field);
}

static gboolean
resolve_both (Resolving *resolving, const AccordDossierRecord *ours, const AccordDossierRecord *theirs)
{
  AccordDossierRecord *outcome = accord_dossier_take_record (resolving->outcome, ours->kind, ours->uid);
  g_autoptr (GPtrArray) names = accord_dossier_merge_list_names (ours, theirs);
  gboolean gone = FALSE;

  outcome->unknown = accord_dossier_join_objects (ours->unknown, theirs->unknown);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = names->pdata[i];
      g_autoptr (AccordDossierField) ours_field = accord_dossier_record_dup_field (ours, name);
      g_autoptr (AccordDossierField) theirs_field = accord_dossier_record_dup_field (theirs, name);
      AccordDossierField *field = resolve_field (resolving, ours->uid, name, gone, ours_field, theirs_field);

      if (field == NULL)
        return FALSE;
      keep (resolving, outcome, name, ours_field, theirs_field, field);
      /* It is the first of the names. */
      gone = accord_dossier_record_is_deleted (outcome);
    }
  return TRUE;
}

/* Whether a person wants nothing of a record that is new here. */
static gboolean
is_dropped (const AccordDossierMerge *merge, const AccordDossierRecord *theirs)
{
  gboolean dropped = FALSE;
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, theirs->fields);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      const AccordMergeField *entry = accord_dossier_merge_find (merge, theirs->uid, name);

      if (entry != NULL && entry->choice != ACCORD_MERGE_TAKE_OURS)
        return FALSE;
      dropped |= entry != NULL;
    }
  return dropped;
}

static gboolean
resolve_new (Resolving *resolving, const AccordDossierRecord *theirs)
{
  AccordDossierRecord *outcome = accord_dossier_record_copy (theirs);
  g_autoptr (GPtrArray) names = accord_dossier_merge_list_names (theirs, NULL);

  g_hash_table_replace (resolving->outcome->records, outcome->uid, outcome);
  resolving->like_ours &= accord_dossier_record_is_deleted (theirs);
  if (is_dropped (resolving->merge, theirs))
    {
      resolving->like_theirs = FALSE;
      accord_dossier_record_edit (outcome, ACCORD_DOSSIER_DELETED, "true");
      return TRUE;
    }
  for (guint i = 0; i < names->len; i++)
    {
      const AccordDossierField *theirs_field = g_hash_table_lookup (theirs->fields, names->pdata[i]);
      const AccordMergeField *entry =
          accord_dossier_merge_find (resolving->merge, theirs->uid, names->pdata[i]);
      AccordDossierField *field = entry != NULL ? decide (resolving, entry, NULL, theirs_field) : NULL;

      if (entry != NULL && field == NULL)
        return FALSE;
      if (field != NULL)
        keep (resolving, outcome, names->pdata[i], NULL, theirs_field, field);
    }
  return TRUE;
}

static void
take_over (Resolving *resolving, const AccordDossierRecord *ours)
{
  AccordDossierRecord *outcome = accord_dossier_record_copy (ours);

  g_hash_table_replace (resolving->outcome->records, outcome->uid, outcome);
  resolving->like_theirs &= accord_dossier_record_is_deleted (ours);
}

static gboolean
resolve_records (Resolving *resolving)
{
  const AccordDossier *ours = resolving->merge->ours, *theirs = resolving->merge->theirs;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, ours->records);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const AccordDossierRecord *record = value, *other = g_hash_table_lookup (theirs->records, record->uid);

      if (other == NULL || !g_str_equal (record->kind, other->kind))
        take_over (resolving, record);
      else if (!resolve_both (resolving, record, other))
        return FALSE;
    }
  g_hash_table_iter_init (&iter, theirs->records);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (!g_hash_table_contains (ours->records, ((AccordDossierRecord *) value)->uid)
        && !resolve_new (resolving, value))
      return FALSE;
  return TRUE;
}

/* The members of both; where both have one, ours. */
static JsonObject *
fill_in (JsonObject *ours, JsonObject *theirs)
{
  JsonObject *filled = accord_dossier_copy_object (ours != NULL ? ours : theirs);
  g_autoptr (JsonObject) more = ours != NULL ? accord_dossier_copy_object (theirs) : NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (more == NULL)
    return filled;
  json_object_iter_init (&iter, more);
  while (json_object_iter_next (&iter, &name, &node))
    if (!json_object_has_member (filled, name))
      json_object_set_member (filled, name, json_node_copy (node));
  return filled;
}

/* What is part of the case now is no stranger to it. */
static gboolean
is_record (gpointer uid, gpointer other, gpointer records)
{
  return g_hash_table_contains (records, uid);
}

/* What is no part of the case is called here what it was called here. */
static void
resolve_others (Resolving *resolving)
{
  const AccordDossier *ours = resolving->merge->ours, *theirs = resolving->merge->theirs;
  GHashTable *outcome = resolving->outcome->others;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, ours->others);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      AccordDossierOther *other = accord_dossier_other_copy (value);

      g_hash_table_replace (outcome, other->uid, other);
    }
  g_hash_table_iter_init (&iter, theirs->others);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const AccordDossierOther *more = value;
      AccordDossierOther *other = g_hash_table_lookup (outcome, more->uid);

      if (other == NULL)
        {
          other = accord_dossier_other_copy (more);
          g_hash_table_replace (outcome, other->uid, other);
        }
      else if (g_str_equal (other->kind, more->kind))
        {
          g_autoptr (JsonObject) facts = g_steal_pointer (&other->facts);
          g_autoptr (JsonObject) unknown = g_steal_pointer (&other->unknown);

          other->facts = fill_in (facts, more->facts);
          other->unknown = accord_dossier_join_objects (unknown, more->unknown);
        }
    }
  g_hash_table_foreach_remove (outcome, is_record, resolving->outcome->records);
}

/* What is of one workspace alone is ours. */
static void
resolve_unknown (Resolving *resolving)
{
  JsonObject *ours = resolving->merge->ours->unknown;
  JsonObject *joined = accord_dossier_join_objects (ours, resolving->merge->theirs->unknown);

  resolving->outcome->unknown = joined;
  if (joined == NULL)
    return;
  if (json_object_has_member (joined, ACCORD_DOSSIER_ALIASES))
    json_object_remove_member (joined, ACCORD_DOSSIER_ALIASES);
  if (ours != NULL && json_object_has_member (ours, ACCORD_DOSSIER_ALIASES))
    json_object_set_member (joined, ACCORD_DOSSIER_ALIASES,
                            json_node_copy (json_object_get_member (ours, ACCORD_DOSSIER_ALIASES)));
}

/* What each may have both together may have too much of; what could not be read again is not kept. */
static gboolean
is_readable (const AccordDossier *outcome, GError **error)
{
  g_autofree char *json = accord_dossier_dup_json (outcome);
  g_autoptr (AccordDossier) again = accord_dossier_parse (json, -1, error);

  return again != NULL;
}

/**
 * accord_dossier_merge_resolve:
 * @self: a merge
 * @error: return location for %ACCORD_PACK_ERROR_CHANGED; or what accord_dossier_parse() says of an outcome
 *   that is more than a dossier can be
 *
 * Every field as chosen. A choice is a writing of its own that follows both, so that whoever has either takes
 * it without being asked; the same choice made in two places is one writing. A record that is new here and of
 * which nothing is taken is kept as deleted, so that it does not come again. A record that is deleted needs
 * no decisions on its other fields.
 *
 * What the appraisal came to (@figures) is kept only where the outcome is what it was worked out from.
 *
 * Returns: (transfer full): the outcome; %NULL while a field is undecided, or where it is too large
 */
AccordDossier *
accord_dossier_merge_resolve (const AccordDossierMerge *self, GError **error)
{
  g_autoptr (AccordDossier) outcome = accord_dossier_new (self->ours->case_uid);
  Resolving resolving = { self, outcome, TRUE, TRUE, error };

  if (!resolve_records (&resolving))
    return NULL;
  resolve_others (&resolving);
  resolve_unknown (&resolving);
  if (resolving.like_ours)
    outcome->figures = accord_dossier_copy_object (self->ours->figures);
  else if (resolving.like_theirs)
    outcome->figures = accord_dossier_copy_object (self->theirs->figures);
  return is_readable (outcome, error) ? g_steal_pointer (&outcome) : NULL;
}
