/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack-make.h"

#include "content.h"
#include "pack-error.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  AccordReader *reader;
  const char *json;
  gsize length;
} Making;

static gboolean
write_part (const AccordPackPart *part, GOutputStream *stream, gpointer data, GCancellable *cancellable,
            GError **error)
{
  const Making *self = data;

  if (strcmp (part->path, ACCORD_PACK_CASE) == 0)
    return g_output_stream_write_all (stream, self->json, self->length, NULL, cancellable, error);
  return accord_reader_copy_content (self->reader, part->digest, stream, NULL, NULL, error);
}

static void
add_documents (AccordPackManifest *manifest, GPtrArray *documents)
{
  for (guint i = 0; i < documents->len; i++)
    {
      AccordRecord *document = documents->pdata[i];
      g_autofree char *path = g_strdup_printf ("documents/%u", i + 1);
      AccordPackPart *part = accord_pack_part_new (path, accord_record_get_int (document, "size"),
                                                   accord_record_get_text (document, "digest"));

      part->name = g_strdup (accord_record_get_text (document, "file-name"));
      part->media_type = g_strdup (accord_record_get_text (document, "media-type"));
      part->document = g_strdup (accord_record_get_uid (document));
      g_ptr_array_add (manifest->parts, part);
    }
}

/**
 * accord_pack_make:
 * @reader: a reader of the workspace that has the documents
 * @make: what is to be made
 * @error: return location for an error
 *
 * Makes a pack: case.json of the dossier, the documents, the manifest over them.
 *
 * Returns: %FALSE when it could not be written; then there is none
 */
gboolean
accord_pack_make (AccordReader *reader, const AccordPackMake *make, GError **error)
{
  g_autofree char *json = accord_dossier_dup_json (make->dossier);
  Making self = { reader, json, strlen (json) };
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, json, self.length);
  AccordPackPart *part = accord_pack_part_new (ACCORD_PACK_CASE, self.length, digest);

  part->media_type = g_strdup ("application/json");
  g_ptr_array_add (make->manifest->parts, part);
  add_documents (make->manifest, make->documents);
  return accord_pack_write (make->file, make->manifest, write_part, &self, make->signer, make->seal,
                            make->replace, make->progress, make->progress_data, make->cancellable, error);
}

/**
 * accord_pack_party_read:
 * @reader: a reader
 * @organisation: an organisation
 * @error: return location for an #AccordStoreError
 *
 * Returns: (transfer full) (nullable): who it is, as a pack names it: with its codes; %NULL with
 *   @error set
 */
AccordPackParty *
accord_pack_party_read (AccordReader *reader, gint64 organisation, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "organisation");
  g_autoptr (AccordRecord) record = accord_reader_get (reader, kind, organisation, error);
  AccordPackParty *party;

  if (record == NULL)
    return NULL;
  party = accord_pack_party_new (accord_record_get_uid (record), accord_record_get_text (record, "name"));
  party->ods_code = g_strdup (accord_record_get_text (record, "ods-code"));
  party->gss_code = g_strdup (accord_record_get_text (record, "gss-code"));
  return party;
}

/**
 * accord_pack_party_copy:
 * @party: somebody who is named in a pack
 *
 * Returns: (transfer full): the same
 */
AccordPackParty *
accord_pack_party_copy (const AccordPackParty *party)
{
  AccordPackParty *copy = accord_pack_party_new (party->uid, party->name);

  copy->ods_code = g_strdup (party->ods_code);
  copy->gss_code = g_strdup (party->gss_code);
  copy->person = g_strdup (party->person);
  copy->key = g_strdup (party->key);
  copy->review = g_strdup (party->review);
  return copy;
}

/**
 * accord_pack_dup_now:
 *
 * Returns: (transfer full): this moment in UTC, as manifests have it
 */
char *
accord_pack_dup_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

struct _AccordPackPlace
{
  char *path;
  char *aside;
  gboolean taken;
};

/* What is there is held under a second name for as long as it may have to come back. */
AccordPackPlace *
accord_pack_place_new (GFile *file, gboolean replace)
{
  AccordPackPlace *self = g_new0 (AccordPackPlace, 1);
  g_autofree char *folder = NULL, *name = NULL, *aside = NULL;

  self->path = g_file_get_path (file);
  if (self->path == NULL || !replace)
    return self;
  folder = g_path_get_dirname (self->path);
  name = g_strdup_printf (".accord-%08x%08x", g_random_int (), g_random_int ());
  aside = g_build_filename (folder, name, NULL);
  if (link (self->path, aside) == 0)
    self->aside = g_steal_pointer (&aside);
  return self;
}

/**
 * accord_pack_place_take:
 * @self: a place
 *
 * Says that the pack is in its place, so that there is something to take back.
 */
void
accord_pack_place_take (AccordPackPlace *self)
{
  self->taken = TRUE;
}

/**
 * accord_pack_place_end:
 * @self: (transfer full): a place
 * @keep: whether the change that the pack belongs to was kept
 *
 * Ends it: the pack stays, or what was there before comes back.
 */
void
accord_pack_place_end (AccordPackPlace *self, gboolean keep)
{
  if (self->taken && !keep && self->path != NULL)
    {
      if (self->aside == NULL || g_rename (self->aside, self->path) != 0)
        g_unlink (self->path);
    }
  if (self->aside != NULL)
    g_unlink (self->aside);
  g_free (self->path);
  g_free (self->aside);
  g_free (self);
}
