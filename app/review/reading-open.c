/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reading.h"

#include "content.h"
#include "dossier-check.h"
#include "dossier-names.h"
#include "dossier-write.h"
#include "pack-error.h"
#include "reading-private.h"
#include "review-records.h"
#include "store/error.h"
#include "uid.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <errno.h>
#include <string.h>

/* A half-made file that is older than this was left by somebody who was ended. */
#define STALE_SECONDS 3600

typedef struct
{
  AccordPack *pack;
  const AccordPackManifest *manifest;
  const AccordDossier *dossier;
  const AccordPackParty *to;
  AccordProgressFunc progress;
  gpointer progress_data;
  gint64 taken;
  gint64 total;
} Opening;

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_FORMAT, message);
  return FALSE;
}

static char *
dup_asked (const AccordPackManifest *manifest)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < manifest->to->len; i++)
    {
      const AccordPackParty *to = manifest->to->pdata[i];

      g_string_append_printf (names, "%s“%s”", i > 0 ? ", " : "", to->name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* As whom the case is read. */
static const AccordPackParty *
choose_party (const AccordPackManifest *manifest, const char *review, GError **error)
{
  g_autofree char *names = NULL;
  const AccordPackParty *to;

  if (review == NULL && manifest->to->len == 1)
    {
      to = manifest->to->pdata[0];
      if (to->review != NULL)
        return to;
    }
  for (guint i = 0; review != NULL && i < manifest->to->len; i++)
    {
      to = manifest->to->pdata[i];
      if (g_strcmp0 (to->review, review) == 0)
        return to;
    }
  names = dup_asked (manifest);
  if (review == NULL && manifest->to->len > 1)
    g_set_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_ASKED,
                 _ ("The pack asks several: say as whom it is read. It asks %s."), names);
  else
    g_set_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_WRONG_CASE,
                 _ ("The pack asks for no such review. It asks %s."), names);
  return NULL;
}

static gboolean
check (AccordPack *pack, const AccordDossier *dossier, const AccordPackParty *to, AccordSchema *schema,
       GError **error)
{
  const AccordPackManifest *manifest = accord_pack_get_manifest (pack);
  const AccordDossierRecord *review = g_hash_table_lookup (dossier->records, to->review);

  if (!accord_reading_is_plain (manifest->uid) || !accord_reading_is_plain (to->review)
      || manifest->version_uid == NULL || strlen (manifest->version_uid) != ACCORD_UID_LENGTH)
    return fail (error, _ ("The pack’s manifest has an identifier of another form than Accord’s."));
  if (strcmp (dossier->case_uid, manifest->case_uid) != 0)
    return fail (error, _ ("The pack’s manifest and its case.json are of different business cases."));
  if (!accord_dossier_record_is_there (review) || strcmp (review->kind, "review") != 0)
    return fail (error, _ ("The pack asks for a review that its case.json does not have."));
  return accord_dossier_check (dossier, schema, error);
}

static void
tell (gint64 done, gint64 total, gpointer data)
{
  Opening *self = data;

  (void) total;
  if (self->progress != NULL)
    self->progress (self->taken + done, self->total, self->progress_data);
}

static gboolean
take_document (AccordWriter *writer, Opening *self, guint index, GError **error)
{
  const AccordPackPart *part = self->manifest->parts->pdata[index];
  GCancellable *cancellable = accord_reader_get_cancellable (accord_writer_get_reader (writer));
  g_autoptr (GFile) file = accord_pack_get_part (self->pack, index);
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autofree char *digest = NULL;
  gint64 size;

  if (stream == NULL
      || !accord_writer_add_content (writer, G_INPUT_STREAM (stream), part->size,
                                     part->name != NULL ? part->name : part->path, tell, self, &digest, &size,
                                     error))
    return FALSE;
  self->taken += size;
  return TRUE;
}

/**
 * accord_reading_take_documents:
 * @writer: the open change
 * @pack: a pack
 * @wanted: (nullable) (element-type utf8 utf8): the uids of those that are wanted, or %NULL for all
 * @progress: (nullable): told bytes
 * @progress_data: for @progress
 * @error: return location for an error
 *
 * Takes in the files of documents whose records are there.
 *
 * Returns: %FALSE with @error set
 */
gboolean
accord_reading_take_documents (AccordWriter *writer, AccordPack *pack, GHashTable *wanted,
                               AccordProgressFunc progress, gpointer progress_data, GError **error)
{
  const AccordPackManifest *manifest = accord_pack_get_manifest (pack);
  Opening self = { .pack = pack, .manifest = manifest, .progress = progress, .progress_data = progress_data };

  for (guint i = 0; i < manifest->parts->len; i++)
    self.total += ((const AccordPackPart *) manifest->parts->pdata[i])->size;
  for (guint i = 0; i < manifest->parts->len; i++)
    {
      const AccordPackPart *part = manifest->parts->pdata[i];

      if (part->document != NULL && (wanted == NULL || g_hash_table_contains (wanted, part->document))
          && !take_document (writer, &self, i, error))
        return FALSE;
    }
  return TRUE;
}

static AccordRecord *
keep_received (AccordWriter *writer, Opening *self, gint64 business_case, GError **error)
{
  AccordPublicKey *key = accord_pack_get_signer (self->pack);
  g_autofree char *text = accord_public_key_dup_text (key);
  g_autofree char *dated = g_strndup (self->manifest->made, 10);
  const AccordFreeze freeze = { .sort = "received",
                                .stage = self->manifest->stage,
                                .dated = dated,
                                .due = self->manifest->due,
                                .signed_by = accord_public_key_get_holder (key),
                                .signing_key = text,
                                .pack = self->manifest->uid,
                                .uid = self->manifest->version_uid,
                                .name = self->manifest->version_name,
                                .number = self->manifest->version_number };

  return accord_dossier_keep (writer, self->dossier, business_case, &freeze, error);
}

/* The reviews that were asked for are of the version that came; the one that is written begins. */
static gboolean
begin_review (AccordWriter *writer, Opening *self, gint64 business_case, gint64 version, GError **error)
{
  AccordReader *reader = accord_writer_get_reader (writer);
  g_autoptr (GPtrArray) reviews = accord_review_list (reader, "review", "case", business_case, error);

  if (reviews == NULL)
    return FALSE;
  for (guint i = 0; i < reviews->len; i++)
    {
      AccordRecord *review = reviews->pdata[i];
      const AccordDossierRecord *from =
          g_hash_table_lookup (self->dossier->records, accord_record_get_uid (review));
      g_autofree char *uid = from != NULL ? accord_dossier_record_dup_reference (from, "version") : NULL;

      if (strcmp (accord_record_get_uid (review), self->to->review) == 0
          && g_strcmp0 (accord_record_get_text (review, "state"), "asked") == 0)
        accord_record_set_text (review, "state", "under-way");
      if (g_strcmp0 (uid, self->manifest->version_uid) == 0)
        accord_record_set_int (review, "version", version);
      if (!accord_writer_update (writer, review, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fill (AccordWriter *writer, gpointer data, GError **error)
{
  Opening *self = data;
  g_autofree char *manifest = accord_pack_manifest_dup_json (self->manifest);
  g_autofree char *words = accord_public_key_dup_words (accord_pack_get_signer (self->pack));
  g_autoptr (AccordRecord) version = NULL;
  gint64 business_case;

  if (!accord_reading_take_documents (writer, self->pack, NULL, self->progress, self->progress_data, error))
    return FALSE;
  business_case = accord_dossier_write (writer, self->dossier, NULL, error);
  if (business_case == 0)
    return FALSE;
  version = keep_received (writer, self, business_case, error);
  if (version == NULL || !begin_review (writer, self, business_case, accord_record_get_id (version), error))
    return FALSE;
  accord_writer_set_lasting (writer);
  return accord_writer_set_setting (writer, ACCORD_READING_MANIFEST, manifest, error)
         && accord_writer_set_setting (writer, ACCORD_READING_REVIEW, self->to->review, error)
         && accord_writer_set_setting (writer, ACCORD_READING_WORDS, words, error);
}

static void
remove_file (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);

      g_unlink (name);
    }
}

/* What somebody who was ended in the middle of it left behind. */
static void
sweep (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf facts;

      if (g_str_has_prefix (name, ".new-") && g_stat (path, &facts) == 0
          && facts.st_mtime + STALE_SECONDS < g_get_real_time () / G_USEC_PER_SEC)
        g_unlink (path);
    }
}

static gboolean
fail_folder (const char *folder, int code, GError **error)
{
  g_autofree char *shown = g_filename_display_name (folder);

  g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_OPEN,
               _ ("The folder of reviews, “%s”, cannot be written to: %s."), shown, g_strerror (code));
  return FALSE;
}

/* The file that is being made has a name that says nothing to anybody. */
static void
say_no_room (const char *folder, GError **error)
{
  g_autofree char *shown = g_filename_display_name (folder);

  g_clear_error (error);
  g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_FULL,
               _ ("There is no room for the reading of this pack in the folder of reviews, “%s”."), shown);
}

/* Whole or not there: it is made under another name, closed, and then put in its place. */
static gboolean
make_file (Opening *self, AccordSchema *schema, const char *folder, const char *path,
           GCancellable *cancellable, GError **error)
{
  char uid[ACCORD_UID_LENGTH + 1];
  g_autofree char *name = NULL, *made = NULL;
  g_autoptr (AccordWorkspace) workspace = NULL;
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (GError) reason = NULL;

  accord_uid_make (uid);
  name = g_strdup_printf (".new-%s.accord", uid);
  made = g_build_filename (folder, name, NULL);
  sweep (folder);
  workspace = accord_workspace_open (made, schema, ACCORD_OPEN_CREATE, cancellable, &reason);
  if (workspace != NULL)
    change = accord_workspace_write (workspace, _ ("The case as it came"), fill, self, cancellable, &reason);
  if (workspace != NULL)
    accord_workspace_close (workspace);
  if (change == NULL)
    {
      remove_file (made);
      if (g_error_matches (reason, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_FULL))
        say_no_room (folder, &reason);
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  if (g_file_test (path, G_FILE_TEST_EXISTS) || g_rename (made, path) == 0)
    {
      remove_file (made);
      return TRUE;
    }
  remove_file (made);
  return fail_folder (folder, errno, error);
}

/**
 * accord_reading_open:
 * @pack: a request
 * @review: (nullable): uid of the review, which says as whom; %NULL where the pack asks for one only
 * @schema: the kinds of record there are
 * @folder: where reading files are kept
 * @progress: (nullable): told bytes
 * @progress_data: for @progress
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Opens the reading file of a request, making it first where there is none yet. For a thread other than the
 * main one.
 *
 * Returns: (transfer full): the reading file
 */
AccordWorkspace *
accord_reading_open (AccordPack *pack, const char *review, AccordSchema *schema, const char *folder,
                     AccordProgressFunc progress, gpointer progress_data, GCancellable *cancellable,
                     GError **error)
{
  const AccordPackManifest *manifest = accord_pack_get_manifest (pack);
  GBytes *bytes = accord_pack_get_case (pack);
  const AccordPackParty *to;
  g_autoptr (AccordDossier) dossier = NULL;
  g_autoptr (JsonObject) aliases = NULL;
  g_autofree char *path = NULL;

  if (manifest->kind != ACCORD_PACK_REQUEST)
    {
      g_set_error_literal (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_ASKED,
                           _ ("The pack is an answer: it is taken into the workspace that asked."));
      return NULL;
    }
  to = choose_party (manifest, review, error);
  if (to == NULL)
    return NULL;
  dossier = accord_dossier_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
  if (dossier == NULL)
    return NULL;
  aliases = accord_dossier_take_aliases (dossier);
  if (!check (pack, dossier, to, schema, error))
    return NULL;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      fail_folder (folder, errno, error);
      return NULL;
    }
  path = accord_reading_dup_path (folder, pack, to->review);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      Opening self = { .pack = pack,
                       .manifest = manifest,
                       .dossier = dossier,
                       .to = to,
                       .progress = progress,
                       .progress_data = progress_data };

      if (!make_file (&self, schema, folder, path, cancellable, error))
        return NULL;
    }
  return accord_workspace_open (path, schema, ACCORD_OPEN_EXISTING, cancellable, error);
}
