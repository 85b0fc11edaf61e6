/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "homecoming.h"

#include "date.h"
#include "dossier-check.h"
#include "dossier-kinds.h"
#include "dossier-read-private.h"
#include "dossier-read.h"
#include "homecoming-title.h"
#include "homecoming-voice.h"
#include "pack-error.h"
#include "review-records.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Versions that are looked through for what both sides descend from. */
#define MOST_VERSIONS 50

static void
item_free (gpointer data)
{
  AccordHomeItem *self = data;

  g_free (self->uid);
  g_free (self->title);
  g_free (self->speaks_for);
  g_ptr_array_unref (self->fields);
  g_free (self);
}

void
accord_homecoming_free (AccordHomecoming *self)
{
  g_free (self->sentence);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->merge, accord_dossier_merge_free);
  g_clear_pointer (&self->remarks, g_ptr_array_unref);
  g_clear_pointer (&self->ours, accord_dossier_free);
  g_clear_pointer (&self->theirs, accord_dossier_free);
  g_clear_pointer (&self->signer, accord_public_key_unref);
  g_free (self);
}

static gboolean
fail (GError **error, int code, const char *message)
{
  g_set_error_literal (error, ACCORD_PACK_ERROR, code, message);
  return FALSE;
}

static gboolean
exists (AccordReader *reader, const char *sql, gint64 number, const char *text)
{
  g_autoptr (AccordRows) rows = accord_reader_query (reader, sql, NULL);

  if (rows == NULL)
    return FALSE;
  accord_rows_bind_int (rows, 1, number);
  accord_rows_bind_text (rows, 2, text);
  return accord_rows_next (rows, NULL);
}

/* A case that somebody deleted here is had back before what is said of it. */
static gboolean
fail_no_case (AccordReader *reader, const AccordPackManifest *manifest, GError **error)
{
  g_autoptr (AccordRows) rows =
      accord_reader_query (reader, "SELECT 1 FROM \"case\" WHERE uid = ?1 AND deleted IS NOT NULL", error);

  if (rows == NULL)
    return FALSE;
  accord_rows_bind_text (rows, 1, manifest->case_uid);
  g_set_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_WRONG_CASE,
               accord_rows_next (rows, NULL)
                   ? _ ("The pack answers on “%s”, which was deleted here: restore the business case first.")
                   : _ ("The pack answers on “%s”, which is not a business case of this workspace."),
               manifest->case_name);
  return FALSE;
}

/* An answer is to something that was sent from here. What was sent from another copy of the workspace, or
 * from this one before it was put back from a backup, is not known here; then only a key that a person here
 * has trusted already vouches for the answer. */
static gboolean
check_answer (AccordReader *reader, AccordHomecoming *self, const AccordPackManifest *manifest,
              GError **error)
{
  if (manifest->kind != ACCORD_PACK_RESPONSE)
    return TRUE;
  if (self->business_case == 0)
    return fail_no_case (reader, manifest, error);
  self->unasked = !exists (
      reader, "SELECT 1 FROM version WHERE \"case\" = ?1 AND deleted IS NULL AND sort = 'sent' AND pack = ?2",
      self->business_case, manifest->answers);
  if (!self->unasked || self->trust == ACCORD_TRUST_TRUSTED)
    return TRUE;
  g_set_error (
      error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_WRONG_CASE,
      /* Translators: a version of a business case, and who answers. */
      _ ("The pack answers a request that this workspace never sent, or that was undone: “%s”. If it "
         "was sent from another copy of the workspace, trust the key of %s here first."),
      manifest->version_name != NULL ? manifest->version_name : manifest->case_name, manifest->from->name);
  return FALSE;
}

/* A key that is known as somebody else's vouches for nobody. */
static gboolean
check_whose_key (AccordReader *reader, AccordHomecoming *self, const AccordPackManifest *manifest,
                 GError **error)
{
  g_autoptr (AccordRows) rows = accord_reader_query (
      reader, "SELECT name FROM organisation WHERE deleted IS NULL AND id <> ?1 AND signing_key = ?2 LIMIT 1",
      error);

  if (rows == NULL)
    return FALSE;
  accord_rows_bind_int (rows, 1, self->organisation);
  accord_rows_bind_text (rows, 2, accord_public_key_get_signing (self->signer));
  if (self->trust != ACCORD_TRUST_NEW || !accord_rows_next (rows, NULL))
    return TRUE;
  g_set_error (
      error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_KEY,
      /* Translators: who a pack says it is from, and whose key really signed it. */
      _ ("The pack says that it is from “%s”, but it is signed with the key that is trusted for “%s”."),
      manifest->from->name, accord_rows_text (rows, 0));
  return FALSE;
}

/* An organisation that was made one with another since it was asked is who its review is of now. Whether it
 * is really they who answer, the key says. */
static gint64
find_merged (AccordReader *reader, const AccordPackManifest *manifest)
{
  const AccordPackParty *from = manifest->from;
  g_autoptr (AccordRows) rows = NULL;

  if (manifest->kind != ACCORD_PACK_RESPONSE || from->review == NULL || from->uid == NULL
      || !exists (reader, "SELECT 1 FROM organisation WHERE ?1 = 0 AND uid = ?2 AND deleted IS NOT NULL", 0,
                  from->uid))
    return 0;
  rows = accord_reader_query (
      reader,
      "SELECT organisation FROM review WHERE uid = ?1 AND deleted IS NULL AND organisation IS NOT NULL",
      NULL);
  if (rows == NULL)
    return 0;
  accord_rows_bind_text (rows, 1, from->review);
  return accord_rows_next (rows, NULL) ? accord_rows_int (rows, 0) : 0;
}

static gboolean
read_trust (AccordReader *reader, AccordHomecoming *self, const AccordPackManifest *manifest, GError **error)
{
  GError *reason = NULL;

  self->organisation = accord_trust_find_organisation (reader, manifest->from, &reason);
  if (reason != NULL)
    {
      g_propagate_error (error, reason);
      return FALSE;
    }
  if (self->organisation == 0)
    self->organisation = find_merged (reader, manifest);
  self->trust = ACCORD_TRUST_NEW;
  if (self->organisation != 0
      && !accord_trust_judge (reader, self->organisation, self->signer, &self->trust, error))
    return FALSE;
  self->sentence = accord_trust_dup_sentence (reader, self->organisation, self->signer, self->trust);
  if (self->trust == ACCORD_TRUST_CHANGED)
    return fail (error, ACCORD_PACK_ERROR_KEY, self->sentence);
  return check_whose_key (reader, self, manifest, error);
}

static gboolean
read_ours (AccordReader *reader, AccordHomecoming *self, const AccordPackManifest *manifest, GError **error)
{
  g_autoptr (AccordRows) rows =
      accord_reader_query (reader, "SELECT id FROM \"case\" WHERE uid = ?1 AND deleted IS NULL", error);

  if (rows == NULL)
    return FALSE;
  accord_rows_bind_text (rows, 1, manifest->case_uid);
  if (accord_rows_next (rows, NULL))
    self->business_case = accord_rows_int (rows, 0);
  if (!check_answer (reader, self, manifest, error))
    return FALSE;
  self->ours = self->business_case != 0 ? accord_dossier_read (reader, self->business_case, error)
                                        : accord_dossier_new (manifest->case_uid);
  return self->ours != NULL;
}

/* A record is of one kind, here and there. */
static gboolean
check_kinds (const AccordHomecoming *self, GError **error)
{
  GHashTableIter iter;
  const AccordDossierRecord *theirs, *ours;

  g_hash_table_iter_init (&iter, self->theirs->records);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &theirs))
    {
      ours = g_hash_table_lookup (self->ours->records, theirs->uid);
      if (ours != NULL && strcmp (ours->kind, theirs->kind) != 0)
        {
          g_set_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_FORMAT,
                       _ ("The pack’s case.json calls a record by another kind than it is here: %s %s."),
                       theirs->kind, theirs->uid);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
read_theirs (AccordReader *reader, AccordHomecoming *self, AccordPack *pack, GError **error)
{
  GBytes *bytes = accord_pack_get_case (pack);
  const AccordPackManifest *manifest = accord_pack_get_manifest (pack);
  g_autoptr (JsonObject) aliases = NULL;

  self->theirs = accord_dossier_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
  if (self->theirs == NULL)
    return FALSE;
  aliases = accord_dossier_take_aliases (self->theirs);
  if (strcmp (self->theirs->case_uid, manifest->case_uid) != 0)
    return fail (error, ACCORD_PACK_ERROR_FORMAT,
                 _ ("The pack’s manifest and its case.json are of different business cases."));
  return accord_dossier_check (self->theirs, accord_reader_get_schema (reader), error)
         && check_kinds (self, error);
}

/* Whether who signed speaks for the case itself: who asks does, where the case came from them or is of them;
 * who answers never does. */
static gboolean
speaks_for_case (AccordReader *reader, AccordHomecoming *self, const AccordPackManifest *manifest)
{
  g_autoptr (AccordRecord) record = NULL;
  g_autofree char *key = NULL;

  if (manifest->kind == ACCORD_PACK_RESPONSE)
    return FALSE;
  if (self->business_case == 0)
    return TRUE;
  record = accord_review_get (reader, "case", self->business_case, NULL);
  if (record != NULL && self->organisation != 0
      && accord_record_get_int (record, "organisation") == self->organisation)
    return TRUE;
  key = accord_public_key_dup_text (self->signer);
  return exists (reader,
                 "SELECT 1 FROM version WHERE \"case\" = ?1 AND deleted IS NULL AND sort = 'received'"
                 " AND signing_key = ?2",
                 self->business_case, key);
}

static AccordHomeSort
find_sort (const AccordHomecoming *self, const AccordHomeItem *item)
{
  const AccordDossierRecord *ours = g_hash_table_lookup (self->ours->records, item->uid);
  const AccordDossierRecord *theirs = g_hash_table_lookup (self->theirs->records, item->uid);
  AccordHomeSort sort = ACCORD_HOME_CHANGED;

  if (!accord_dossier_record_is_there (ours) && accord_dossier_record_is_there (theirs))
    sort = ACCORD_HOME_NEW;
  for (guint i = 0; i < item->fields->len; i++)
    {
      const AccordMergeField *field = item->fields->pdata[i];

      if (field->verdict == ACCORD_MERGE_BOTH)
        return ACCORD_HOME_BOTH;
      if (strcmp (field->field, ACCORD_DOSSIER_DELETED) == 0 && field->theirs != NULL)
        sort = ACCORD_HOME_DELETED;
    }
  return sort;
}

static AccordHomeItem *
find_item (AccordHomecoming *self, AccordVoice *voice, const AccordKind *kind, const AccordMergeField *field,
           const AccordDossierRecord *record)
{
  const gboolean may = accord_voice_may_say (voice, record, field->field);
  AccordHomeItem *item;

  for (guint i = self->items->len; i > 0; i--)
    {
      item = self->items->pdata[i - 1];
      /* Those of one record follow each other. */
      if (strcmp (item->uid, field->uid) != 0)
        break;
      if (item->theirs_to_say == may)
        return item;
    }
  item = g_new0 (AccordHomeItem, 1);
  item->kind = kind;
  item->uid = g_strdup (field->uid);
  item->title = accord_homecoming_dup_title (voice, record);
  item->theirs_to_say = may;
  item->speaks_for = may ? NULL : accord_voice_dup_speaks_for (voice, record);
  item->fields = g_ptr_array_new ();
  g_ptr_array_add (self->items, item);
  return item;
}

/* What they say for themselves first, of that the decision; then the rest, as the kinds come. */
static guint
rank (const AccordHomeItem *item)
{
  static const char *const first[] = { "review", "endorsement", "caveat", "comment", "answer" };
  guint place = G_N_ELEMENTS (first);

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    if (strcmp (first[i], item->kind->name) == 0)
      place = i;
  return (item->theirs_to_say ? 0 : 100) + place;
}

static int
compare_items (gconstpointer one, gconstpointer other)
{
  const AccordHomeItem *a = *(AccordHomeItem *const *) one, *b = *(AccordHomeItem *const *) other;
  const guint rank_a = rank (a), rank_b = rank (b);

  if (rank_a != rank_b)
    return rank_a < rank_b ? -1 : 1;
  if (a->kind != b->kind)
    return strcmp (a->kind->name, b->kind->name);
  return strcmp (a->uid, b->uid);
}

static void
count (AccordHomecoming *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      AccordHomeItem *item = self->items->pdata[i];

      item->sort = find_sort (self, item);
      self->n_new += item->sort == ACCORD_HOME_NEW;
      self->n_changed += item->sort != ACCORD_HOME_NEW;
      self->n_left += !item->theirs_to_say;
      for (guint j = 0; j < item->fields->len; j++)
        {
          AccordMergeField *field = item->fields->pdata[j];

          if (!item->theirs_to_say)
            field->choice = ACCORD_MERGE_UNDECIDED;
          if (field->verdict == ACCORD_MERGE_BOTH && item->speaks_for == NULL)
            self->n_both++;
        }
    }
  self->known = self->items->len == 0;
}

static void
make_items (AccordReader *reader, AccordHomecoming *self, AccordVoice *voice)
{
  self->items = g_ptr_array_new_with_free_func (item_free);
  for (guint i = 0; i < self->merge->fields->len; i++)
    {
      AccordMergeField *field = self->merge->fields->pdata[i];
      const AccordDossierRecord *record = g_hash_table_lookup (self->theirs->records, field->uid);
      const AccordKind *kind = accord_dossier_kind_find (field->kind) != NULL
                                   ? accord_schema_find_kind (accord_reader_get_schema (reader), field->kind)
                                   : NULL;

      /* Records of kinds and fields that this program does not know are passed on without a word. */
      if (record == NULL || kind == NULL
          || (accord_kind_find_field (kind, field->field) < 0
              && strcmp (field->field, ACCORD_DOSSIER_DELETED) != 0))
        continue;
      g_ptr_array_add (find_item (self, voice, kind, field, record)->fields, field);
    }
  count (self);
  g_ptr_array_sort (self->items, compare_items);
}

/* What both sides descend from is in one of the versions that were kept: the newest first. */
static gboolean
learn_bases (AccordReader *reader, AccordHomecoming *self, GError **error)
{
  g_autoptr (AccordRows) rows = accord_reader_query (reader,
                                                     "SELECT id FROM version WHERE \"case\" = ?1 AND deleted "
                                                     "IS NULL AND dossier IS NOT NULL ORDER BY id DESC",
                                                     error);

  if (rows == NULL)
    return FALSE;
  accord_rows_bind_int (rows, 1, self->business_case);
  for (guint n = 0; n < MOST_VERSIONS && accord_rows_next (rows, NULL); n++)
    {
      /* One that cannot be read any more only leaves the base unsaid. */
      g_autoptr (AccordDossier) earlier =
          accord_dossier_read_version (reader, accord_rows_int (rows, 0), NULL);

      if (earlier != NULL)
        accord_dossier_merge_learn (self->merge, earlier);
    }
  return TRUE;
}

/**
 * accord_homecoming_read:
 * @reader: a reader of the workspace it comes to
 * @pack: a pack
 * @error: return location for an error
 *
 * Works out what taking a pack in would do. Nothing of it happens.
 *
 * Returns: (transfer full): the plan; %NULL with %ACCORD_PACK_ERROR_KEY where the key is not the one that is
 * trusted, %ACCORD_PACK_ERROR_WRONG_CASE for an answer to nothing that was sent from here
 */
AccordHomecoming *
accord_homecoming_read (AccordReader *reader, AccordPack *pack, GError **error)
{
  const AccordPackManifest *manifest = accord_pack_get_manifest (pack);
  g_autoptr (AccordHomecoming) self = g_new0 (AccordHomecoming, 1);
  g_autoptr (AccordDossier) newest = NULL;
  g_autoptr (AccordDossierNames) names = NULL;
  g_autoptr (AccordVoice) voice = NULL;

  self->signer = accord_public_key_ref (accord_pack_get_signer (pack));
  self->remarks = g_ptr_array_new_with_free_func (g_free);
  if (!read_trust (reader, self, manifest, error) || !read_ours (reader, self, manifest, error)
      || !read_theirs (reader, self, pack, error)
      || !accord_dossier_read_newest (reader, self->business_case, &newest, &names, error))
    return NULL;
  voice = accord_voice_new (reader, manifest, self->ours, self->theirs, names, self->organisation,
                            speaks_for_case (reader, self, manifest), self->unasked);
  self->merge = accord_dossier_merge_new (self->ours, self->theirs);
  if (self->merge->n_both > 0 && !learn_bases (reader, self, error))
    return NULL;
  make_items (reader, self, voice);
  accord_homecoming_remark (reader, self, manifest);
  return g_steal_pointer (&self);
}

/**
 * accord_homecoming_prefer:
 * @self: a plan
 * @choice: ours or theirs
 *
 * Chooses for all that is undecided. What speaks for somebody else than who signed stays as it is here, and
 * changes of the case itself are taken only with %ACCORD_MERGE_TAKE_THEIRS.
 */
void
accord_homecoming_prefer (AccordHomecoming *self, AccordMergeChoice choice)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const AccordHomeItem *item = self->items->pdata[i];

      for (guint j = 0; j < item->fields->len && item->speaks_for == NULL; j++)
        {
          AccordMergeField *field = item->fields->pdata[j];

          if (field->choice == ACCORD_MERGE_UNDECIDED
              && (choice == ACCORD_MERGE_TAKE_THEIRS || field->verdict == ACCORD_MERGE_BOTH))
            field->choice = choice;
        }
    }
}

guint
accord_homecoming_count_undecided (const AccordHomecoming *self)
{
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      const AccordHomeItem *item = self->items->pdata[i];

      for (guint j = 0; j < item->fields->len && item->speaks_for == NULL; j++)
        {
          const AccordMergeField *field = item->fields->pdata[j];

          n += field->choice == ACCORD_MERGE_UNDECIDED && field->verdict == ACCORD_MERGE_BOTH;
        }
    }
  return n;
}
