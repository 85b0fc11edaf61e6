/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "send.h"

#include "date.h"
#include "dossier-read.h"
#include "dossier-write.h"
#include "pack-error.h"
#include "pack-make.h"
#include "review-records.h"
#include "send-comments.h"
#include "trust.h"
#include "uid.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A case on its way out. */
typedef struct
{
  const AccordSend *send;
  AccordProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
  AccordPackPlace *place;
  GPtrArray *reviews;
  gint64 version;
  char version_uid[ACCORD_UID_LENGTH + 1];
  char pack_uid[ACCORD_UID_LENGTH + 1];
} Sending;

static gboolean
fail (GError **error, int code, const char *message)
{
  g_set_error_literal (error, ACCORD_PACK_ERROR, code, message);
  return FALSE;
}

static gboolean
check (const AccordSend *send, GError **error)
{
  if (send->n_organisations == 0)
    return fail (error, ACCORD_PACK_ERROR_ASKED, _ ("Nobody is asked: say which organisation it goes to."));
  for (gsize i = 0; i < send->n_organisations; i++)
    for (gsize j = 0; j < i; j++)
      if (send->organisations[i] == send->organisations[j])
        return fail (error, ACCORD_PACK_ERROR_ASKED, _ ("The same organisation is asked twice."));
  if (send->due != NULL && accord_date_is_past (send->due, send->today))
    return fail (error, ACCORD_PACK_ERROR_ASKED, _ ("The day by which an answer is wanted is past."));
  if (send->seal != NULL && send->seal->passphrase != NULL
      && (send->seal_to_trusted || send->seal->recipients != NULL))
    return fail (error, ACCORD_PACK_ERROR_ASKED,
                 _ ("A pack is sealed either to keys or with a passphrase, not both."));
  return TRUE;
}

static gboolean
ask_one (AccordWriter *writer, Sending *self, gint64 organisation, GError **error)
{
  AccordReader *reader = accord_writer_get_reader (writer);
  g_autoptr (AccordRecord) record = accord_review_get (reader, "organisation", organisation, error);
  g_autoptr (AccordRecord) review = NULL;

  if (record == NULL)
    return FALSE;
  review = accord_record_new (accord_review_kind (reader, "review"));
  accord_record_set_text (review, "who", accord_record_get_text (record, "name"));
  accord_record_set_int (review, "case", self->send->business_case);
  accord_record_set_int (review, "organisation", organisation);
  accord_record_set_text (review, "state", "asked");
  accord_record_set_text (review, "asked", self->send->today);
  accord_record_set_text (review, "due", self->send->due);
  if (!accord_writer_insert (writer, review, error))
    return FALSE;
  g_ptr_array_add (self->reviews, g_steal_pointer (&review));
  return TRUE;
}

/* The reviews are of the version that is kept after them. */
static void
name_version (Sending *self, AccordDossier *dossier)
{
  g_autofree char *value = g_strdup_printf ("\"%s\"", self->version_uid);

  for (guint i = 0; i < self->reviews->len; i++)
    {
      const char *uid = accord_record_get_uid (self->reviews->pdata[i]);

      accord_dossier_record_put (g_hash_table_lookup (dossier->records, uid), "version", value);
    }
}

static AccordRecord *
keep_version (AccordWriter *writer, Sending *self, const AccordDossier *dossier, GError **error)
{
  const AccordSend *send = self->send;
  AccordPublicKey *key = accord_key_pair_get_public (send->signer);
  g_autofree char *text = accord_public_key_dup_text (key);
  const AccordFreeze freeze = { .sort = "sent",
                                .dated = send->today,
                                .due = send->due,
                                .sent_to = send->organisations,
                                .n_sent_to = send->n_organisations,
                                .signed_by = accord_public_key_get_holder (key),
                                .signing_key = text,
                                .pack = self->pack_uid,
                                .note = send->note,
                                .uid = self->version_uid };
  g_autoptr (AccordRecord) version =
      accord_dossier_keep (writer, dossier, send->business_case, &freeze, error);

  if (version == NULL)
    return NULL;
  for (guint i = 0; i < self->reviews->len; i++)
    {
      accord_record_set_int (self->reviews->pdata[i], "version", accord_record_get_id (version));
      if (!accord_writer_update (writer, self->reviews->pdata[i], error))
        return NULL;
    }
  return g_steal_pointer (&version);
}

static gboolean
is_chosen (const AccordSend *send, gint64 document)
{
  for (gsize i = 0; i < send->n_documents; i++)
    if (send->documents[i] == document)
      return TRUE;
  return send->documents == NULL;
}

/* The documents that go along; those that do not are not spoken of either. */
static GPtrArray *
choose_documents (AccordReader *reader, const AccordSend *send, AccordDossier *dossier, GError **error)
{
  g_autoptr (GPtrArray) all = accord_review_list (reader, "document", "case", send->business_case, error);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (is_chosen (send, accord_record_get_id (all->pdata[i])))
      g_ptr_array_add (chosen, g_object_ref (all->pdata[i]));
    else
      g_hash_table_remove (dossier->records, accord_record_get_uid (all->pdata[i]));
  if (all == NULL)
    return NULL;
  if (send->documents != NULL && chosen->len != send->n_documents)
    {
      fail (error, ACCORD_PACK_ERROR_ASKED,
            _ ("A document that is to go along is not one of this business case."));
      return NULL;
    }
  return g_steal_pointer (&chosen);
}

/* What others wrote in confidence goes to nobody else unasked. */
static void
leave_comments (Sending *self, AccordDossier *dossier)
{
  g_autoptr (GPtrArray) asked = g_ptr_array_new ();
  guint n_left = 0;

  for (guint i = 0; i < self->reviews->len; i++)
    g_ptr_array_add (asked, (gpointer) accord_record_get_uid (self->reviews->pdata[i]));
  if (!self->send->with_comments)
    n_left = accord_send_leave_comments (dossier, (const char *const *) asked->pdata, asked->len);
  if (self->send->n_left != NULL)
    *self->send->n_left = n_left;
}

/* Who asks: who was said to; else whose case it is; else who signs, or whose programme it is. */
static AccordPackParty *
find_asker (AccordReader *reader, const AccordSend *send, AccordRecord *record, GError **error)
{
  const char *holder = accord_public_key_get_holder (accord_key_pair_get_public (send->signer));
  gint64 from = send->from != 0 ? send->from : accord_record_get_int (record, "organisation");
  gint64 programme = accord_record_get_int (record, "programme");
  g_autoptr (AccordRecord) led = NULL;

  if (from == ACCORD_UNKNOWN)
    from = accord_reader_resolve (reader, accord_review_kind (reader, "organisation"), holder, NULL);
  if (from <= 0 && programme != ACCORD_UNKNOWN)
    {
      led = accord_review_get (reader, "programme", programme, error);
      if (led == NULL)
        return NULL;
      from = accord_record_get_int (led, "organisation");
    }
  return from > 0 ? accord_pack_party_read (reader, from, error) : accord_pack_party_new (NULL, holder);
}

static gboolean
name_parties (AccordReader *reader, Sending *self, AccordPackManifest *manifest, AccordRecord *record,
              GError **error)
{
  const AccordSend *send = self->send;

  g_clear_pointer (&manifest->from, accord_pack_party_free);
  manifest->from = find_asker (reader, send, record, error);
  if (manifest->from == NULL)
    return FALSE;
  manifest->from->person = g_strdup (send->person);
  manifest->from->key = accord_public_key_dup_text (accord_key_pair_get_public (send->signer));
  for (guint i = 0; i < self->reviews->len; i++)
    {
      AccordPackParty *to = accord_pack_party_read (reader, send->organisations[i], error);

      if (to == NULL)
        return FALSE;
      to->review = g_strdup (accord_record_get_uid (self->reviews->pdata[i]));
      g_ptr_array_add (manifest->to, to);
    }
  return TRUE;
}

static AccordPackManifest *
make_manifest (AccordReader *reader, Sending *self, AccordRecord *version, GError **error)
{
  g_autoptr (AccordPackManifest) manifest = accord_pack_manifest_new (ACCORD_PACK_REQUEST);
  g_autoptr (AccordRecord) record = accord_review_get (reader, "case", self->send->business_case, error);

  if (record == NULL || !name_parties (reader, self, manifest, record, error))
    return NULL;
  g_free (manifest->uid);
  manifest->uid = g_strdup (self->pack_uid);
  manifest->case_uid = g_strdup (accord_record_get_uid (record));
  manifest->case_name = g_strdup (accord_record_get_text (record, "name"));
  manifest->stage = g_strdup (accord_record_get_text (record, "stage"));
  manifest->version_uid = g_strdup (self->version_uid);
  manifest->version_name = g_strdup (accord_record_get_text (version, "name"));
  manifest->version_number = accord_record_get_int (version, "number");
  g_free (manifest->made);
  manifest->made = accord_pack_dup_now ();
  manifest->due = g_strdup (self->send->due);
  return g_steal_pointer (&manifest);
}

/* The keys it is sealed to: those that were named, and those that are trusted of who is asked. */
static gboolean
gather_recipients (AccordReader *reader, const AccordSend *send, GPtrArray *recipients, GError **error)
{
  for (const char *const *named = send->seal != NULL ? send->seal->recipients : NULL;
       named != NULL && *named != NULL; named++)
    g_ptr_array_add (recipients, g_strdup (*named));
  for (gsize i = 0; send->seal_to_trusted && i < send->n_organisations; i++)
    {
      GError *reason = NULL;
      g_autoptr (AccordPublicKey) key = accord_trust_get_key (reader, send->organisations[i], &reason);
      g_autofree char *name = NULL;

      if (key != NULL)
        {
          g_ptr_array_add (recipients, g_strdup (accord_public_key_get_sealing (key)));
          continue;
        }
      if (reason != NULL)
        {
          g_propagate_error (error, reason);
          return FALSE;
        }
      name = accord_reader_dup_title (reader, accord_review_kind (reader, "organisation"),
                                      send->organisations[i], NULL);
      g_set_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_KEY,
                   _ ("The pack cannot be sealed to %s, whose key nobody here has trusted yet."), name);
      return FALSE;
    }
  g_ptr_array_add (recipients, NULL);
  return TRUE;
}

static gboolean
make_pack (AccordReader *reader, Sending *self, AccordDossier *dossier, AccordRecord *version, GError **error)
{
  const AccordSend *send = self->send;
  g_autoptr (GPtrArray) recipients = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (AccordPackManifest) manifest = make_manifest (reader, self, version, error);
  g_autoptr (GPtrArray) documents = manifest != NULL ? choose_documents (reader, send, dossier, error) : NULL;
  AccordPackSeal seal = { NULL, send->seal != NULL ? send->seal->passphrase : NULL };
  AccordPackMake make;

  if (documents == NULL || !gather_recipients (reader, send, recipients, error))
    return FALSE;
  leave_comments (self, dossier);
  if (recipients->len > 1)
    seal.recipients = (const char *const *) recipients->pdata;
  make =
      (AccordPackMake){ manifest,   dossier,       documents,      send->signer,        &seal,
                        send->file, send->replace, self->progress, self->progress_data, self->cancellable };
  if (!accord_pack_make (reader, &make, error))
    return FALSE;
  accord_pack_place_take (self->place);
  return TRUE;
}

static gboolean
write_send (AccordWriter *writer, gpointer data, GError **error)
{
  Sending *self = data;
  AccordReader *reader = accord_writer_get_reader (writer);
  g_autoptr (AccordDossier) dossier = NULL;
  g_autoptr (AccordRecord) version = NULL;

  for (gsize i = 0; i < self->send->n_organisations; i++)
    if (!ask_one (writer, self, self->send->organisations[i], error))
      return FALSE;
  dossier = accord_dossier_read (reader, self->send->business_case, error);
  if (dossier == NULL)
    return FALSE;
  name_version (self, dossier);
  version = keep_version (writer, self, dossier, error);
  if (version == NULL)
    return FALSE;
  self->version = accord_record_get_id (version);
  return make_pack (reader, self, dossier, version, error);
}

/**
 * accord_review_send:
 * @workspace: a workspace
 * @send: what is to be sent
 * @progress: (nullable): told bytes
 * @progress_data: for @progress
 * @version: (out) (optional): the version that was frozen
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Asks partners to review a case: a review for each of them, the case frozen as a version, and the pack.
 * Whatever fails, there is neither change nor pack, and a file that was to be replaced is as it was. For a
 * thread other than the main one.
 *
 * Returns: (transfer full): the change; %NULL with @error set
 */
AccordChange *
accord_review_send (AccordWorkspace *workspace, const AccordSend *send, AccordProgressFunc progress,
                    gpointer progress_data, gint64 *version, GCancellable *cancellable, GError **error)
{
  Sending self = {
    .send = send, .progress = progress, .progress_data = progress_data, .cancellable = cancellable
  };
  AccordChange *change;

  if (!check (send, error))
    return NULL;
  accord_uid_make (self.version_uid);
  accord_uid_make (self.pack_uid);
  self.reviews = g_ptr_array_new_with_free_func (g_object_unref);
  self.place = accord_pack_place_new (send->file, send->replace);
  change = accord_workspace_write (workspace, _ ("Send for review"), write_send, &self, cancellable, error);
  accord_pack_place_end (self.place, change != NULL);
  g_ptr_array_unref (self.reviews);
  if (change != NULL && version != NULL)
    *version = self.version;
  return change;
}
