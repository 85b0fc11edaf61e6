/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reading.h"

#include "comments.h"
#include "five-case-review.h"
#include "reading-private.h"
#include "review-records.h"

#include <string.h>

/**
 * accord_reading_dup_folder:
 *
 * Returns: (transfer full): where reading files are kept
 */
char *
accord_reading_dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "accord", "reviews", NULL);
}

/* Identifiers come from elsewhere and become part of a file's name here. */
/**
 * accord_reading_is_plain:
 * @uid: (nullable): an identifier
 *
 * Returns: whether it has our form, so that it may be part of a file’s name
 */
gboolean
accord_reading_is_plain (const char *uid)
{
  gsize length = uid != NULL ? strlen (uid) : 0;

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (uid[i]))
      return FALSE;
  return length > 0 && length <= 64;
}

/**
 * accord_reading_dup_path:
 * @folder: where reading files are
 * @pack: a request
 * @review: the uid of a review that it asks for
 *
 * Returns: (transfer full) (nullable): where its reading file is, “FOLDER/PACK-REVIEW.accord”; %NULL where
 *   the identifiers are of another form than ours
 */
char *
accord_reading_dup_path (const char *folder, AccordPack *pack, const char *review)
{
  const AccordPackManifest *manifest = accord_pack_get_manifest (pack);
  g_autofree char *name = NULL;

  /* What is no identifier of ours has no file of ours. */
  if (!accord_reading_is_plain (manifest->uid) || !accord_reading_is_plain (review))
    return NULL;
  name = g_strdup_printf ("%s-%s.accord", manifest->uid, review);
  return g_build_filename (folder, name, NULL);
}

/**
 * accord_reading_get_manifest:
 * @reader: a reader
 * @review: (out) (transfer full): the uid of the review that is written
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the manifest of the request that a reading file is of; %NULL without
 *   @error for any other workspace
 */
AccordPackManifest *
accord_reading_get_manifest (AccordReader *reader, char **review, GError **error)
{
  g_autofree char *json = accord_reader_dup_setting (reader, ACCORD_READING_MANIFEST);

  *review = NULL;
  if (json == NULL)
    return NULL;
  *review = accord_reader_dup_setting (reader, ACCORD_READING_REVIEW);
  return accord_pack_manifest_parse (json, strlen (json), error);
}

static gboolean
read_review (AccordReader *reader, AccordReading *self, GError **error)
{
  g_autoptr (AccordRecord) review = accord_review_get (reader, "review", self->review, error);
  g_autoptr (AccordCaseReview) checklist = NULL;
  g_autoptr (AccordComments) comments = NULL;

  if (review == NULL)
    return FALSE;
  self->business_case = accord_record_get_int (review, "case");
  self->outcome = g_strdup (accord_record_get_text (review, "outcome"));
  self->returned = g_strdup (accord_record_get_text (review, "returned"));
  checklist = accord_case_review_read (reader, self->business_case, self->review, error);
  comments =
      checklist != NULL ? accord_comments_read (reader, self->business_case, self->review, error) : NULL;
  if (comments == NULL)
    return FALSE;
  self->n_answered = checklist->n_answered;
  self->n_questions = checklist->n_questions;
  self->n_comments = comments->threads->len;
  return TRUE;
}

/* A key that cannot be read is one that nobody has trusted. */
static gboolean
judge (AccordReader *reader, AccordReading *self, const AccordPackParty *from, AccordPublicKey *key,
       GError **error)
{
  g_autoptr (GError) local = NULL;
  const gint64 organisation = accord_trust_find_organisation (reader, from, &local);

  self->trust = ACCORD_TRUST_NEW;
  if (local == NULL && key != NULL)
    accord_trust_judge (reader, organisation, key, &self->trust, &local);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return local == NULL;
}

/**
 * accord_reading_read:
 * @reader: a reader of any workspace
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): how the reading stands; %NULL without @error for a workspace that is
 * no reading file
 */
AccordReading *
accord_reading_read (AccordReader *reader, GError **error)
{
  g_autofree char *review = NULL;
  g_autoptr (AccordPackManifest) manifest = accord_reading_get_manifest (reader, &review, error);
  g_autoptr (AccordPublicKey) key = NULL;
  g_autoptr (AccordReading) self = NULL;

  if (manifest == NULL || review == NULL)
    return NULL;
  self = g_new0 (AccordReading, 1);
  self->review = accord_reader_find (reader, accord_review_kind (reader, "review"), review, error);
  if (self->review == 0 || !read_review (reader, self, error))
    return NULL;
  for (guint i = 0; i < manifest->to->len; i++)
    {
      const AccordPackParty *to = manifest->to->pdata[i];

      if (g_strcmp0 (to->review, review) == 0)
        self->organisation = g_strdup (to->name);
    }
  self->asked_by = g_strdup (manifest->from->name);
  self->person = g_strdup (manifest->from->person);
  key = manifest->from->key != NULL ? accord_public_key_parse (manifest->from->key, -1, NULL) : NULL;
  self->signed_by = g_strdup (key != NULL ? accord_public_key_get_holder (key) : manifest->from->name);
  self->words = accord_reader_dup_setting (reader, ACCORD_READING_WORDS);
  if (!judge (reader, self, manifest->from, key, error))
    return NULL;
  self->pack = g_strdup (manifest->uid);
  self->case_name = g_strdup (manifest->case_name);
  self->version_name = g_strdup (manifest->version_name);
  self->due = g_strdup (manifest->due);
  return g_steal_pointer (&self);
}

void
accord_reading_free (AccordReading *self)
{
  g_free (self->organisation);
  g_free (self->asked_by);
  g_free (self->person);
  g_free (self->signed_by);
  g_free (self->words);
  g_free (self->pack);
  g_free (self->case_name);
  g_free (self->version_name);
  g_free (self->due);
  g_free (self->outcome);
  g_free (self->returned);
  g_free (self);
}
