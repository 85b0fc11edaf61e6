/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "homecoming.h"

#include "dossier-check.h"
#include "dossier-read.h"
#include "dossier-write.h"
#include "homecoming-resolve.h"
#include "pack-error.h"
#include "reading-private.h"
#include "review-records.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  AccordPack *pack;
  const AccordPackManifest *manifest;
  AccordHomecoming *home;
  gboolean trust_key;
  const char *who;
  const char *today;
  gboolean nothing;
} Applying;

static gboolean
fail (GError **error, int code, const char *message)
{
  g_set_error_literal (error, ACCORD_PACK_ERROR, code, message);
  return FALSE;
}

/* What was looked at is what is here. */
static gboolean
check_unchanged (AccordReader *reader, const AccordHomecoming *home, GError **error)
{
  g_autoptr (AccordDossier) now = NULL;
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (AccordRows) rows =
      accord_reader_query (reader, "SELECT id FROM \"case\" WHERE uid = ?1 AND deleted IS NULL", error);
  gint64 id;

  if (rows == NULL)
    return FALSE;
  accord_rows_bind_text (rows, 1, home->ours->case_uid);
  id = accord_rows_next (rows, NULL) ? accord_rows_int (rows, 0) : 0;
  if (id == home->business_case && id != 0)
    {
      now = accord_dossier_read (reader, id, error);
      if (now == NULL)
        return FALSE;
      before = accord_dossier_dup_json (home->ours);
      after = accord_dossier_dup_json (now);
    }
  return (id == home->business_case && g_strcmp0 (before, after) == 0)
         || fail (error, ACCORD_PACK_ERROR_CHANGED,
                  _ ("The business case was changed meanwhile: look again at what would be taken in."));
}

/* The files of the documents that are taken. */
static gboolean
take_documents (AccordWriter *writer, Applying *self, const AccordDossier *outcome, GError **error)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  const AccordDossierRecord *record;

  g_hash_table_iter_init (&iter, outcome->records);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &record))
    if (strcmp (record->kind, "document") == 0 && accord_dossier_record_is_there (record))
      g_hash_table_add (wanted, record->uid);
  return accord_reading_take_documents (writer, self->pack, wanted, NULL, NULL, error);
}

/* What was sent from here knows its stage and its number; what an answer says of that counts for nothing. */
static gboolean
read_answered (AccordReader *reader, Applying *self, char **stage, gint64 *number, GError **error)
{
  g_autoptr (AccordRows) rows = NULL;

  *stage = g_strdup (self->manifest->stage);
  *number = self->manifest->version_number;
  if (self->manifest->kind != ACCORD_PACK_RESPONSE)
    return TRUE;
  rows = accord_reader_query (
      reader,
      "SELECT stage, number FROM version WHERE \"case\" = ?1 AND pack = ?2 AND sort = 'sent'"
      " AND deleted IS NULL",
      error);
  if (rows == NULL)
    return FALSE;
  accord_rows_bind_int (rows, 1, self->home->business_case);
  accord_rows_bind_text (rows, 2, self->manifest->answers);
  g_clear_pointer (stage, g_free);
  *number = 0;
  if (accord_rows_next (rows, NULL))
    {
      *stage = g_strdup (accord_rows_text (rows, 0));
      *number = accord_rows_is_null (rows, 1) ? 0 : accord_rows_int (rows, 1);
    }
  return TRUE;
}

static gboolean
keep_version (AccordWriter *writer, Applying *self, const AccordDossier *outcome, gint64 business_case,
              GError **error)
{
  const AccordPackManifest *manifest = self->manifest;
  const gboolean came = self->home->business_case == 0;
  g_autofree char *text = accord_public_key_dup_text (self->home->signer), *stage = NULL;
  gint64 number;

  if (!read_answered (accord_writer_get_reader (writer), self, &stage, &number, error))
    return FALSE;
  const AccordFreeze freeze = { .sort = came ? "received" : "merged",
                                .stage = stage,
                                .dated = self->today,
                                .due = came ? manifest->due : NULL,
                                .signed_by = manifest->from->name,
                                .signing_key = text,
                                .pack = manifest->uid,
                                .name = came ? manifest->version_name : NULL,
                                .number = number };
  g_autoptr (AccordRecord) version = accord_dossier_keep (writer, outcome, business_case, &freeze, error);

  return version != NULL;
}

/* Who signed what this review says: the workspace's own knowledge. */
static gboolean
sign_review (AccordWriter *writer, Applying *self, AccordRecord *review, GError **error)
{
  g_autofree char *text = accord_public_key_dup_text (self->home->signer);

  accord_record_set_text (review, "signed-by", accord_public_key_get_holder (self->home->signer));
  accord_record_set_text (review, "signing-key", text);
  return accord_writer_update (writer, review, error);
}

/* An endorsement that was awaited of the partner, and that nobody filled because it came to the register
 * after the case had gone out: the one that came takes its place. */
static gboolean
fill_awaited (AccordWriter *writer, AccordRecord *review, GError **error)
{
  AccordReader *reader = accord_writer_get_reader (writer);
  const AccordKind *kind = accord_review_kind (reader, "endorsement");
  gint64 given = accord_record_get_int (review, "endorsement");
  gint64 organisation = accord_record_get_int (review, "organisation");
  g_autoptr (GPtrArray) all = NULL;

  if (given == ACCORD_UNKNOWN || organisation == ACCORD_UNKNOWN)
    return TRUE;
  all = accord_review_list (reader, "endorsement", "cases", accord_record_get_int (review, "case"), error);
  if (all == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    {
      AccordRecord *awaited = all->pdata[i];
      gsize n_cases;

      accord_record_get_ids (awaited, "cases", &n_cases);
      if (n_cases != 1 || accord_record_get_id (awaited) == given
          || !accord_review_is_awaited (reader, awaited, organisation,
                                        accord_record_get_text (review, "who")))
        continue;
      return accord_writer_delete (writer, kind, accord_record_get_id (awaited), error);
    }
  return TRUE;
}

/* What follows here from an answer. */
static gboolean
finish_answer (AccordWriter *writer, Applying *self, const AccordDossier *outcome, GError **error)
{
  AccordReader *reader = accord_writer_get_reader (writer);
  const char *uid = self->manifest->from->review;
  g_autoptr (AccordRecord) review = NULL;
  gint64 id;

  /* A review that is not the signer's is not theirs to finish. */
  if (self->manifest->kind != ACCORD_PACK_RESPONSE || uid == NULL
      || !accord_dossier_record_is_there (g_hash_table_lookup (outcome->records, uid))
      || (!self->home->unasked && !g_hash_table_contains (self->home->ours->records, uid)))
    return TRUE;
  id = accord_reader_find (reader, accord_review_kind (reader, "review"), uid, NULL);
  /* It may be that they deleted it, and somebody here took that. */
  if (id == 0)
    return TRUE;
  review = accord_review_get (reader, "review", id, error);
  if (review == NULL)
    return FALSE;
  if (accord_record_get_deleted (review) != NULL
      || accord_record_get_int (review, "organisation") != self->home->organisation)
    return TRUE;
  return sign_review (writer, self, review, error)
         && accord_review_settle_caveats (writer, id, self->today, error)
         && fill_awaited (writer, review, error);
}

/* Anybody can write a partner's name into a pack: only the key says whether it is theirs, and only a person
 * knows whose the key is. */
static gboolean
check_trusted (Applying *self, GError **error)
{
  g_autofree char *words = NULL;

  if (self->trust_key || self->home->trust != ACCORD_TRUST_NEW || !accord_homecoming_takes (self->home))
    return TRUE;
  words = accord_public_key_dup_words (self->home->signer);
  g_set_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_KEY,
               _ ("Nobody here has said yet that the key which signed this is that of %s: compare its words "
                  "with them, and trust it first (%s)."),
               self->manifest->from->name, words);
  return FALSE;
}

/* Who signed may have come here with the pack. */
static gboolean
pin (AccordWriter *writer, Applying *self, GError **error)
{
  gint64 organisation = self->home->organisation;

  if (!self->trust_key || self->home->trust != ACCORD_TRUST_NEW)
    return TRUE;
  if (organisation == 0)
    {
      g_autoptr (GError) reason = NULL;

      organisation =
          accord_trust_find_organisation (accord_writer_get_reader (writer), self->manifest->from, &reason);
      if (reason != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return FALSE;
        }
    }
  if (organisation == 0)
    return fail (error, ACCORD_PACK_ERROR_KEY,
                 _ ("The key cannot be trusted: who signed is not an organisation of this workspace."));
  return accord_trust_pin (writer, organisation, self->home->signer, self->today, self->who, FALSE, error);
}

static gboolean
take (AccordWriter *writer, Applying *self, GError **error)
{
  AccordHomecoming *home = self->home;
  g_autoptr (AccordDossier) outcome = accord_homecoming_resolve (home, error);
  gint64 id;

  if (outcome == NULL || !take_documents (writer, self, outcome, error))
    return FALSE;
  id = accord_dossier_write (writer, outcome, home->business_case != 0 ? home->ours : NULL, error);
  return id != 0 && keep_version (writer, self, outcome, id, error)
         && finish_answer (writer, self, outcome, error);
}

static gboolean
apply (AccordWriter *writer, gpointer data, GError **error)
{
  Applying *self = data;
  g_autofree char *label = NULL;

  if (!check_unchanged (accord_writer_get_reader (writer), self->home, error) || !check_trusted (self, error))
    return FALSE;
  /* Translators: who answered. */
  label = g_strdup_printf (self->manifest->kind == ACCORD_PACK_RESPONSE ? _ ("Take in the answer of %s")
                                                                        : _ ("Take in the case from %s"),
                           self->manifest->from->name);
  accord_writer_set_label (writer, label);
  if (accord_homecoming_takes (self->home) && !take (writer, self, error))
    return FALSE;
  if (!pin (writer, self, error))
    return FALSE;
  self->nothing = accord_writer_get_n_changes (writer) == 0;
  return TRUE;
}

/**
 * accord_homecoming_apply:
 * @workspace: the workspace it comes to
 * @pack: the pack
 * @home: the plan, with its choices
 * @trust_key: whether a person said that the key is the organisation's
 * @who: (nullable): who said so
 * @today: the day
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Takes a pack in: one change, one step to undo. Held against the workspace once more inside the change: what
 * became of it since fails with %ACCORD_PACK_ERROR_CHANGED. A pack that brings nothing new changes nothing
 * and gives %NULL without @error. Where nobody here has trusted the key and @trust_key does not say so now,
 * it fails with %ACCORD_PACK_ERROR_KEY.
 *
 * Returns: (transfer full) (nullable): the change
 */
AccordChange *
accord_homecoming_apply (AccordWorkspace *workspace, AccordPack *pack, AccordHomecoming *home,
                         gboolean trust_key, const char *who, const char *today, GCancellable *cancellable,
                         GError **error)
{
  Applying self = { pack, accord_pack_get_manifest (pack), home, trust_key, who, today, FALSE };
  g_autoptr (AccordChange) change =
      accord_workspace_write (workspace, _ ("Take in a pack"), apply, &self, cancellable, error);

  return change != NULL && !self.nothing ? g_steal_pointer (&change) : NULL;
}
