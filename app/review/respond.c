/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "respond.h"

#include "date.h"
#include "dossier-read.h"
#include "dossier-write.h"
#include "pack-error.h"
#include "pack-make.h"
#include "reading-private.h"
#include "review-records.h"
#include "uid.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A review on its way back. */
typedef struct
{
  const AccordRespond *respond;
  AccordProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
  AccordPackPlace *place;
  char pack_uid[ACCORD_UID_LENGTH + 1];
} Responding;

static gboolean
fail (GError **error, int code, const char *message)
{
  g_set_error_literal (error, ACCORD_PACK_ERROR, code, message);
  return FALSE;
}

/* The board that the reviewers name, among those of their organisation; 0 where it is not on record. */
static gboolean
find_body (AccordReader *reader, gint64 organisation, const char *who, gint64 *body, GError **error)
{
  g_autoptr (AccordRows) rows = NULL;

  *body = 0;
  if (organisation == ACCORD_UNKNOWN || who == NULL)
    return TRUE;
  rows = accord_reader_query (reader,
                              "SELECT id FROM body WHERE deleted IS NULL AND organisation = ?1 AND name = ?2"
                              " COLLATE NOCASE ORDER BY id LIMIT 1",
                              error);
  if (rows == NULL)
    return FALSE;
  accord_rows_bind_int (rows, 1, organisation);
  accord_rows_bind_text (rows, 2, who);
  if (accord_rows_next (rows, NULL))
    *body = accord_rows_int (rows, 0);
  return TRUE;
}

/* The endorsement that was awaited of the partner; a new record where there was none. */
static AccordRecord *
find_endorsement (AccordReader *reader, AccordRecord *review, const char *who, GError **error)
{
  gint64 known = accord_record_get_int (review, "endorsement");
  gint64 organisation = accord_record_get_int (review, "organisation");
  g_autoptr (GPtrArray) all = NULL;

  if (known != ACCORD_UNKNOWN)
    return accord_review_get (reader, "endorsement", known, error);
  all = accord_review_list (reader, "endorsement", "cases", accord_record_get_int (review, "case"), error);
  if (all == NULL)
    return NULL;
  for (guint i = 0; i < all->len; i++)
    if (accord_review_is_awaited (reader, all->pdata[i], organisation != ACCORD_UNKNOWN ? organisation : 0,
                                  who))
      return g_object_ref (all->pdata[i]);
  return accord_record_new (accord_review_kind (reader, "endorsement"));
}

static gboolean
write_endorsement (AccordWriter *writer, AccordRecord *review, const AccordDecision *decision,
                   AccordRecord *endorsement, GError **error)
{
  const char *who = accord_record_get_text (review, "who");
  gint64 body = accord_record_get_int (review, "body");

  accord_record_set_text (endorsement, "outcome", decision->outcome);
  accord_record_set_text (endorsement, "date", decision->decided);
  accord_record_set_text (endorsement, "words", decision->words);
  accord_record_set_int (endorsement, "review", accord_record_get_id (review));
  if (body != ACCORD_UNKNOWN)
    accord_record_set_int (endorsement, "body", body);
  if (accord_record_get_id (endorsement) != 0)
    {
      if (decision->who != NULL)
        accord_record_set_text (endorsement, "who", decision->who);
      return accord_writer_update (writer, endorsement, error);
    }
  accord_record_set_ids (endorsement, "cases", (gint64[]){ accord_record_get_int (review, "case") }, 1);
  accord_record_set_text (endorsement, "who", decision->who != NULL ? decision->who : who);
  return accord_writer_insert (writer, endorsement, error);
}

/* Whether the review raises any caveat. */
static gboolean
has_caveat (AccordReader *reader, gint64 review, gboolean *has, GError **error)
{
  g_autoptr (AccordRows) rows = accord_reader_query (
      reader,
      "SELECT EXISTS (SELECT 1 FROM comment WHERE review = ?1 AND deleted IS NULL AND sort = 'caveat'"
      " AND reply_to IS NULL) OR EXISTS (SELECT 1 FROM caveat WHERE review = ?1 AND deleted IS NULL)",
      error);

  if (rows == NULL)
    return FALSE;
  accord_rows_bind_int (rows, 1, review);
  *has = accord_rows_next (rows, NULL) && accord_rows_int (rows, 0) == 1;
  return TRUE;
}

static gboolean
check_outcome (AccordReader *reader, gint64 review, const char *outcome, GError **error)
{
  gboolean has = FALSE;

  if (outcome == NULL)
    return fail (
        error, ACCORD_PACK_ERROR_ASKED,
        _ ("Nothing is decided yet: endorse, endorse subject to caveats, defer, or do not endorse."));
  if (strcmp (outcome, "endorsed-with-caveats") != 0)
    return TRUE;
  if (!has_caveat (reader, review, &has, error))
    return FALSE;
  return has
         || fail (
             error, ACCORD_PACK_ERROR_ASKED,
             _ ("It is endorsed subject to caveats, but there is no caveat: say what it is subject to."));
}

/**
 * accord_review_decide:
 * @writer: the open change
 * @review: a review
 * @decision: what was decided
 * @error: return location for an error
 *
 * Writes a decision on the review, and the endorsement that it is: the one that was awaited of this partner
 * where there is one, else a new one. Once more, it is changed and not doubled.
 *
 * Returns: %FALSE with %ACCORD_PACK_ERROR_ASKED where the decision is none, or lacks its caveats
 */
gboolean
accord_review_decide (AccordWriter *writer, gint64 review, const AccordDecision *decision, GError **error)
{
  AccordReader *reader = accord_writer_get_reader (writer);
  g_autoptr (AccordRecord) record = accord_review_get (reader, "review", review, error);
  g_autoptr (AccordRecord) endorsement = NULL;
  gint64 body;

  if (record == NULL || !check_outcome (reader, review, decision->outcome, error)
      || !find_body (reader, accord_record_get_int (record, "organisation"), decision->who, &body, error))
    return FALSE;
  accord_record_set_text (record, "outcome", decision->outcome);
  accord_record_set_text (record, "decided", decision->decided);
  accord_record_set_text (record, "words", decision->words);
  if (decision->reviewer != NULL)
    accord_record_set_text (record, "reviewer", decision->reviewer);
  accord_record_set_int (record, "body", body != 0 ? body : ACCORD_UNKNOWN);
  if (g_strcmp0 (accord_record_get_text (record, "state"), "asked") == 0)
    accord_record_set_text (record, "state", "under-way");
  endorsement = find_endorsement (reader, record, decision->who, error);
  if (endorsement == NULL || !write_endorsement (writer, record, decision, endorsement, error))
    return FALSE;
  accord_record_set_int (record, "endorsement", accord_record_get_id (endorsement));
  return accord_writer_update (writer, record, error);
}

static AccordPackParty *
make_sender (const AccordPackManifest *request, AccordRecord *review, AccordKeyPair *signer)
{
  const char *uid = accord_record_get_uid (review);
  AccordPackParty *from = NULL;

  for (guint i = 0; i < request->to->len && from == NULL; i++)
    if (g_strcmp0 (((const AccordPackParty *) request->to->pdata[i])->review, uid) == 0)
      from = accord_pack_party_copy (request->to->pdata[i]);
  if (from == NULL)
    from = accord_pack_party_new (NULL, accord_record_get_text (review, "who"));
  g_free (from->review);
  from->review = g_strdup (uid);
  g_free (from->person);
  from->person = g_strdup (accord_record_get_text (review, "reviewer"));
  g_free (from->key);
  from->key = accord_public_key_dup_text (accord_key_pair_get_public (signer));
  return from;
}

static AccordPackManifest *
make_manifest (const AccordPackManifest *request, AccordRecord *review, Responding *self)
{
  AccordPackManifest *manifest = accord_pack_manifest_new (ACCORD_PACK_RESPONSE);

  g_free (manifest->uid);
  manifest->uid = g_strdup (self->pack_uid);
  manifest->answers = g_strdup (request->uid);
  manifest->case_uid = g_strdup (request->case_uid);
  manifest->case_name = g_strdup (request->case_name);
  manifest->stage = g_strdup (request->stage);
  manifest->version_uid = g_strdup (request->version_uid);
  manifest->version_name = g_strdup (request->version_name);
  manifest->version_number = request->version_number;
  g_free (manifest->made);
  manifest->made = accord_pack_dup_now ();
  manifest->due = g_strdup (request->due);
  g_clear_pointer (&manifest->from, accord_pack_party_free);
  manifest->from = make_sender (request, review, self->respond->signer);
  g_ptr_array_add (manifest->to, accord_pack_party_copy (request->from));
  return manifest;
}

/* Documents that the asker has already need not go back. */
static GPtrArray *
choose_documents (AccordReader *reader, const AccordPackManifest *request, gint64 business_case,
                  GError **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) all = accord_review_list (reader, "document", "case", business_case, error);
  GPtrArray *chosen;

  if (all == NULL)
    return NULL;
  for (guint i = 0; i < request->parts->len; i++)
    {
      const AccordPackPart *part = request->parts->pdata[i];

      g_hash_table_add (known, part->digest);
    }
  chosen = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < all->len; i++)
    if (!g_hash_table_contains (known, accord_record_get_text (all->pdata[i], "digest")))
      g_ptr_array_add (chosen, g_object_ref (all->pdata[i]));
  return chosen;
}

static gboolean
gather_recipients (const AccordPackManifest *request, const AccordRespond *respond, GPtrArray *recipients,
                   GError **error)
{
  const char *const *named = respond->seal != NULL ? respond->seal->recipients : NULL;
  g_autoptr (AccordPublicKey) asker = NULL;

  for (; named != NULL && *named != NULL; named++)
    g_ptr_array_add (recipients, g_strdup (*named));
  if (respond->seal_to_asker)
    {
      if (request->from->key == NULL)
        return fail (error, ACCORD_PACK_ERROR_KEY, _ ("Who asked has sent no key to seal an answer to."));
      asker = accord_public_key_parse (request->from->key, -1, error);
      if (asker == NULL)
        return FALSE;
      g_ptr_array_add (recipients, g_strdup (accord_public_key_get_sealing (asker)));
    }
  g_ptr_array_add (recipients, NULL);
  return TRUE;
}

static gboolean
make_pack (AccordReader *reader, Responding *self, const AccordPackManifest *request, AccordRecord *review,
           const AccordDossier *dossier, GError **error)
{
  const AccordRespond *respond = self->respond;
  g_autoptr (AccordPackManifest) manifest = make_manifest (request, review, self);
  g_autoptr (GPtrArray) recipients = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) documents =
      choose_documents (reader, request, accord_record_get_int (review, "case"), error);
  AccordPackSeal seal = { NULL, respond->seal != NULL ? respond->seal->passphrase : NULL };
  AccordPackMake make;

  if (documents == NULL || !gather_recipients (request, respond, recipients, error))
    return FALSE;
  if (recipients->len > 1)
    seal.recipients = (const char *const *) recipients->pdata;
  make = (AccordPackMake){ manifest,         dossier,        documents,
                           respond->signer,  &seal,          respond->file,
                           respond->replace, self->progress, self->progress_data,
                           self->cancellable };
  if (!accord_pack_make (reader, &make, error))
    return FALSE;
  accord_pack_place_take (self->place);
  return TRUE;
}

/* Further work follows what went back, and so does the next answer. */
static gboolean
keep_returned (AccordWriter *writer, Responding *self, const AccordPackManifest *request,
               AccordRecord *review, const AccordDossier *dossier, GError **error)
{
  AccordPublicKey *key = accord_key_pair_get_public (self->respond->signer);
  g_autofree char *text = accord_public_key_dup_text (key);
  const AccordFreeze freeze = { .sort = "sent",
                                .stage = request->stage,
                                .dated = self->respond->today,
                                .signed_by = accord_public_key_get_holder (key),
                                .signing_key = text,
                                .pack = self->pack_uid,
                                .name = request->version_name,
                                .number = request->version_number };
  g_autoptr (AccordRecord) version =
      accord_dossier_keep (writer, dossier, accord_record_get_int (review, "case"), &freeze, error);

  return version != NULL;
}

static gboolean
write_respond (AccordWriter *writer, gpointer data, GError **error)
{
  Responding *self = data;
  AccordReader *reader = accord_writer_get_reader (writer);
  g_autofree char *uid = NULL;
  GError *reason = NULL;
  g_autoptr (AccordPackManifest) request = accord_reading_get_manifest (reader, &uid, &reason);
  g_autoptr (AccordRecord) review = NULL;
  g_autoptr (AccordDossier) dossier = NULL;
  gint64 id;

  if (reason != NULL)
    {
      g_propagate_error (error, reason);
      return FALSE;
    }
  if (request == NULL)
    return fail (error, ACCORD_PACK_ERROR_WRONG_CASE,
                 _ ("This workspace is no reading of a pack: there is nothing to return."));
  id = accord_reader_find (reader, accord_review_kind (reader, "review"), uid, error);
  review = id != 0 ? accord_review_get (reader, "review", id, error) : NULL;
  if (review == NULL || !check_outcome (reader, id, accord_record_get_text (review, "outcome"), error)
      || !accord_review_settle_caveats (writer, id, self->respond->today, error)
      || !accord_review_drop_caveats (writer, id, error))
    return FALSE;
  accord_record_set_text (review, "state", "returned");
  accord_record_set_text (review, "returned", self->respond->today);
  if (!accord_writer_update (writer, review, error))
    return FALSE;
  dossier = accord_dossier_read (reader, accord_record_get_int (review, "case"), error);
  return dossier != NULL && keep_returned (writer, self, request, review, dossier, error)
         && make_pack (reader, self, request, review, dossier, error);
}

/**
 * accord_review_dup_day_to_come:
 * @decided: (nullable): the day on which it was decided, as an ISO date
 * @today: the day
 *
 * Returns: (transfer full) (nullable): a sentence that it is still to come; %NULL where it is not
 */
char *
accord_review_dup_day_to_come (const char *decided, const char *today)
{
  g_autofree char *day = NULL;

  if (decided == NULL || !accord_date_is_past (today, decided))
    return NULL;
  day = accord_date_format (decided);
  return g_strdup_printf (_ ("The decision is dated %s, which is still to come."), day);
}

/**
 * accord_review_respond:
 * @reading: a reading file
 * @respond: how it is returned
 * @progress: (nullable): told bytes
 * @progress_data: for @progress
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Makes the response pack of a reading file. It may be made again after further work: the newest counts, and
 * older ones that arrive later change nothing. Whatever fails, there is neither change nor pack.
 *
 * Returns: (transfer full): the change; %NULL with @error set
 */
AccordChange *
accord_review_respond (AccordWorkspace *reading, const AccordRespond *respond, AccordProgressFunc progress,
                       gpointer progress_data, GCancellable *cancellable, GError **error)
{
  Responding self = {
    .respond = respond, .progress = progress, .progress_data = progress_data, .cancellable = cancellable
  };
  AccordChange *change;

  if (respond->seal != NULL && respond->seal->passphrase != NULL
      && (respond->seal_to_asker || respond->seal->recipients != NULL))
    {
      fail (error, ACCORD_PACK_ERROR_ASKED,
            _ ("A pack is sealed either to keys or with a passphrase, not both."));
      return NULL;
    }
  accord_uid_make (self.pack_uid);
  self.place = accord_pack_place_new (respond->file, respond->replace);
  change =
      accord_workspace_write (reading, _ ("Return the review"), write_respond, &self, cancellable, error);
  accord_pack_place_end (self.place, change != NULL);
  return change;
}
