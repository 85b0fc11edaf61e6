/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier-merge-private.h"

#include <string.h>

/* Two dossiers on the way to an #AccordDossierMerge, with what each side's edits stand on. */
typedef struct
{
  AccordDossierMerge *merge;
  GHashTable *ours_need;
  GHashTable *theirs_need;
} Holding;

static void
field_free (AccordMergeField *self)
{
  g_free (self->kind);
  g_free (self->uid);
  g_free (self->field);
  g_free (self->base);
  g_free (self->base_revision);
  g_free (self->ours);
  g_free (self->theirs);
  g_free (self->other);
  g_free (self);
}

/**
 * accord_dossier_merge_judge:
 * @ours: (nullable): a field; %NULL where the record is not here
 * @theirs: the same field elsewhere
 *
 * Where the writings say that each follows the other, or that two values are one writing, somebody made that
 * up, and a person is asked.
 *
 * Returns: how they stand
 */
AccordMergeVerdict
accord_dossier_merge_judge (const AccordDossierField *ours, const AccordDossierField *theirs)
{
  gboolean we_know, they_know;

  if (ours != NULL && g_strcmp0 (ours->value, theirs->value) == 0)
    return ACCORD_MERGE_SAME;
  we_know = accord_dossier_field_covers (ours, theirs);
  they_know = accord_dossier_field_covers (theirs, ours);
  if (we_know == they_know)
    return ACCORD_MERGE_BOTH;
  return we_know ? ACCORD_MERGE_OURS : ACCORD_MERGE_THEIRS;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const char *x = *(const char *const *) a, *y = *(const char *const *) b;
  const gboolean first_x = g_str_equal (x, ACCORD_DOSSIER_DELETED);
  const gboolean first_y = g_str_equal (y, ACCORD_DOSSIER_DELETED);

  return first_x != first_y ? first_y - first_x : strcmp (x, y);
}

/**
 * accord_dossier_merge_list_names:
 * @ours: a record
 * @theirs: (nullable): the same record elsewhere
 *
 * Returns: (transfer container) (element-type utf8): the names of the fields of both, "deleted" first; they
 * are owned by the records
 */
GPtrArray *
accord_dossier_merge_list_names (const AccordDossierRecord *ours, const AccordDossierRecord *theirs)
{
  GPtrArray *names = accord_dossier_list_keys (ours->fields);
  GHashTableIter iter;
  gpointer name;

  if (theirs != NULL)
    {
      g_hash_table_iter_init (&iter, theirs->fields);
      while (g_hash_table_iter_next (&iter, &name, NULL))
        if (!g_hash_table_contains (ours->fields, name))
          g_ptr_array_add (names, name);
    }
  g_ptr_array_sort (names, compare_names);
  return names;
}

static gboolean
follows (const AccordDossierField *field, const char *revision)
{
  for (guint i = 0; field->before != NULL && i < field->before->len; i++)
    if (g_str_equal (field->before->pdata[i], revision))
      return TRUE;
  return FALSE;
}

/* The newest writing that both follow, or are. */
static const char *
find_base (const AccordDossierField *ours, const AccordDossierField *theirs)
{
  if (follows (theirs, ours->revision))
    return ours->revision;
  if (follows (ours, theirs->revision))
    return theirs->revision;
  for (guint i = 0; ours->before != NULL && i < ours->before->len; i++)
    if (follows (theirs, ours->before->pdata[i]))
      return ours->before->pdata[i];
  return NULL;
}

static void
learn (AccordMergeField *self, const AccordDossierField *field)
{
  if (self->base_known || g_strcmp0 (self->base_revision, field->revision) != 0)
    return;
  self->base = g_strdup (field->value);
  self->base_known = TRUE;
}

static char *
key_for (const char *uid, const char *field)
{
  return g_strconcat (uid, " ", field, NULL);
}

static void
add_entry (AccordDossierMerge *self, const AccordDossierRecord *theirs, const char *name,
           AccordMergeVerdict verdict, const AccordDossierField *ours_field,
           const AccordDossierField *theirs_field)
{
  AccordMergeField *field = g_new0 (AccordMergeField, 1);

  field->kind = g_strdup (theirs->kind);
  field->uid = g_strdup (theirs->uid);
  field->field = g_strdup (name);
  field->verdict = verdict;
  field->theirs = g_strdup (theirs_field->value);
  field->choice = verdict == ACCORD_MERGE_THEIRS ? ACCORD_MERGE_TAKE_THEIRS : ACCORD_MERGE_UNDECIDED;
  if (ours_field != NULL)
    {
      g_autoptr (AccordDossierField) empty =
          accord_dossier_field_born (theirs->kind, theirs->uid, name, NULL);

      field->ours = g_strdup (ours_field->value);
      field->base_revision = g_strdup (find_base (ours_field, theirs_field));
      learn (field, ours_field);
      learn (field, theirs_field);
      learn (field, empty);
    }
  self->n_both += verdict == ACCORD_MERGE_BOTH;
  g_ptr_array_add (self->fields, field);
  g_hash_table_insert (self->index, key_for (field->uid, name), field);
}

/* A deletion of which the other side did not know when it went on is no simple one. */
static AccordMergeVerdict
judge_deletion (const Holding *holding, const AccordDossierRecord *ours, const AccordDossierField *ours_field,
                const AccordDossierField *theirs_field)
{
  const AccordMergeVerdict verdict = accord_dossier_merge_judge (ours_field, theirs_field);

  if (verdict == ACCORD_MERGE_OURS && ours_field->value != NULL
      && g_hash_table_contains (holding->theirs_need, ours->uid))
    return ACCORD_MERGE_BOTH;
  if (verdict == ACCORD_MERGE_THEIRS && theirs_field->value != NULL
      && g_hash_table_contains (holding->ours_need, ours->uid))
    return ACCORD_MERGE_BOTH;
  return verdict;
}

/* Most fields of most records are the very same writing on both sides. */
static gboolean
is_same_writing (const AccordDossierRecord *ours, const AccordDossierRecord *theirs, const char *name)
{
  const AccordDossierField *a = g_hash_table_lookup (ours->fields, name);
  const AccordDossierField *b = g_hash_table_lookup (theirs->fields, name);

  return a != NULL && b != NULL && b->also == NULL && g_str_equal (a->revision, b->revision)
         && g_strcmp0 (a->value, b->value) == 0;
}

static void
hold_field (Holding *holding, const AccordDossierRecord *ours, const AccordDossierRecord *theirs,
            const char *name, gboolean gone)
{
  g_autoptr (AccordDossierField) ours_field = accord_dossier_record_dup_field (ours, name);
  g_autoptr (AccordDossierField) theirs_field = accord_dossier_record_dup_field (theirs, name);
  AccordMergeVerdict verdict;

  if (g_str_equal (name, ACCORD_DOSSIER_DELETED))
    verdict = judge_deletion (holding, ours, ours_field, theirs_field);
  else
    verdict = accord_dossier_merge_judge (ours_field, theirs_field);
  holding->merge->news |= !accord_dossier_field_covers (ours_field, theirs_field);
  if (!gone && (verdict == ACCORD_MERGE_THEIRS || verdict == ACCORD_MERGE_BOTH))
    add_entry (holding->merge, theirs, name, verdict, ours_field, theirs_field);
}

static void
hold_records (Holding *holding, const AccordDossierRecord *ours, const AccordDossierRecord *theirs)
{
  g_autoptr (GPtrArray) names = accord_dossier_merge_list_names (ours, theirs);
  const gboolean gone = accord_dossier_record_is_deleted (ours) && accord_dossier_record_is_deleted (theirs);

  for (guint i = 0; i < names->len; i++)
    if (!is_same_writing (ours, theirs, names->pdata[i]))
      hold_field (holding, ours, theirs, names->pdata[i], gone);
}

static void
hold_new (AccordDossierMerge *self, const AccordDossierRecord *theirs)
{
  g_autoptr (GPtrArray) names = accord_dossier_merge_list_names (theirs, NULL);

  self->news = TRUE;
  if (accord_dossier_record_is_deleted (theirs))
    return;
  for (guint i = 0; i < names->len; i++)
    {
      const AccordDossierField *field = g_hash_table_lookup (theirs->fields, names->pdata[i]);

      if (field->value != NULL)
        add_entry (self, theirs, names->pdata[i], ACCORD_MERGE_THEIRS, NULL, field);
    }
}

/**
 * accord_dossier_merge_new:
 * @ours: a dossier; it must outlive the merge
 * @theirs: another of the same case; likewise
 *
 * Returns: (transfer full): how they stand to each other
 */
AccordDossierMerge *
accord_dossier_merge_new (const AccordDossier *ours, const AccordDossier *theirs)
{
  AccordDossierMerge *self = g_new0 (AccordDossierMerge, 1);
  g_autoptr (GPtrArray) records = accord_dossier_list_records (theirs);
  g_autoptr (GHashTable) ours_need = accord_dossier_merge_list_needed (ours, theirs);
  g_autoptr (GHashTable) theirs_need = accord_dossier_merge_list_needed (theirs, ours);
  Holding holding = { self, ours_need, theirs_need };

  self->ours = ours;
  self->theirs = theirs;
  self->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) field_free);
  self->index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < records->len; i++)
    {
      const AccordDossierRecord *theirs_record = records->pdata[i];
      const AccordDossierRecord *ours_record = g_hash_table_lookup (ours->records, theirs_record->uid);

      if (ours_record == NULL)
        hold_new (self, theirs_record);
      else if (g_str_equal (ours_record->kind, theirs_record->kind))
        hold_records (&holding, ours_record, theirs_record);
      else
        self->n_clashes++;
    }
  return self;
}

void
accord_dossier_merge_free (AccordDossierMerge *self)
{
  g_hash_table_unref (self->index);
  g_ptr_array_unref (self->fields);
  g_free (self);
}

/**
 * accord_dossier_merge_find:
 * @self: a merge
 * @uid: a record
 * @field: a field
 *
 * Returns: (transfer none) (nullable): how the field stands, where a person has a part in it
 */
AccordMergeField *
accord_dossier_merge_find (const AccordDossierMerge *self, const char *uid, const char *field)
{
  g_autofree char *key = key_for (uid, field);

  return g_hash_table_lookup (self->index, key);
}

/**
 * accord_dossier_merge_learn:
 * @self: a merge
 * @earlier: a dossier of the case as it once was
 *
 * Fields hold what they descend from by revision only. Where @earlier has the very writing that both sides
 * descend from, its value becomes the @base of the entry.
 */
void
accord_dossier_merge_learn (AccordDossierMerge *self, const AccordDossier *earlier)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      AccordMergeField *entry = self->fields->pdata[i];
      const AccordDossierRecord *record = g_hash_table_lookup (earlier->records, entry->uid);

      if (record != NULL && !entry->base_known && g_str_equal (record->kind, entry->kind))
        {
          g_autoptr (AccordDossierField) field = accord_dossier_record_dup_field (record, entry->field);

          learn (entry, field);
        }
    }
}
