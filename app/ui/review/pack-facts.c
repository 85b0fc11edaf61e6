/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/pack-facts.h"

#include "review/pack-words.h"
#include "review/readings.h"

#include <glib/gi18n-lib.h>

/* What is asked of a workspace. */
typedef struct
{
  AccordPack *pack;
  AccordPackFacts *facts;
} Question;

void
accord_pack_facts_free (AccordPackFacts *self)
{
  g_free (self->sentence);
  g_clear_pointer (&self->known, accord_public_key_unref);
  g_clear_pointer (&self->readings, g_ptr_array_unref);
  g_free (self);
}

static gboolean
find_own (AccordReader *reader, const char *pack, gboolean *own, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "version");
  g_autoptr (AccordQuery) query = accord_query_new (kind);
  gint64 n;

  accord_query_add_text (query, accord_kind_find_field (kind, "pack"), ACCORD_OPERATOR_EQUAL, pack);
  n = accord_reader_count (reader, query, error);
  *own = n > 0;
  return n >= 0;
}

static gpointer
ask_workspace (AccordReader *reader, gpointer data, GError **error)
{
  Question *question = data;
  AccordPackFacts *facts = question->facts;
  const AccordPackManifest *manifest = accord_pack_get_manifest (question->pack);
  AccordPublicKey *signer = accord_pack_get_signer (question->pack);
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "case");
  g_autoptr (GError) local = NULL;

  facts->organisation = accord_trust_find_organisation (reader, manifest->from, &local);
  if (local == NULL)
    accord_trust_judge (reader, facts->organisation, signer, &facts->trust, &local);
  if (local == NULL)
    find_own (reader, manifest->uid, &facts->own, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  facts->sentence = accord_trust_dup_sentence (reader, facts->organisation, signer, facts->trust);
  if (facts->organisation != 0)
    facts->known = accord_trust_get_key (reader, facts->organisation, NULL);
  facts->business_case = MAX (0, accord_reader_find (reader, kind, manifest->case_uid, NULL));
  return facts;
}

/* Without a workspace: what earlier readings know, or that it is one's own. */
static void
ask_readings (AccordPackFacts *facts, AccordPack *pack, AccordSchema *schema, AccordPublicKey *own,
              GCancellable *cancellable)
{
  const AccordPackManifest *manifest = accord_pack_get_manifest (pack);
  AccordPublicKey *signer = accord_pack_get_signer (pack);
  g_autofree char *folder = accord_reading_dup_folder ();

  if (own != NULL && accord_public_key_equal (own, signer))
    {
      facts->trust = ACCORD_TRUST_OWN;
      facts->sentence = g_strdup (_ ("Signed with your own key."));
      return;
    }
  if (accord_readings_judge (folder, schema, manifest->from, signer, &facts->trust, &facts->sentence,
                             &facts->known, cancellable))
    return;
  facts->trust = ACCORD_TRUST_NEW;
  facts->sentence = accord_pack_dup_compare (facts->trust, manifest->from->name);
}

static void
find_readings (AccordPackFacts *facts, AccordPack *pack)
{
  const AccordPackManifest *manifest = accord_pack_get_manifest (pack);
  g_autofree char *folder = accord_reading_dup_folder ();

  facts->readings = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < manifest->to->len; i++)
    {
      const AccordPackParty *party = manifest->to->pdata[i];
      g_autofree char *path =
          party->review != NULL ? accord_reading_dup_path (folder, pack, party->review) : NULL;

      g_ptr_array_add (facts->readings, path != NULL && g_file_test (path, G_FILE_TEST_EXISTS)
                                            ? g_steal_pointer (&path)
                                            : NULL);
    }
}

/**
 * accord_pack_facts_read:
 * @pack: a pack
 * @workspace: (nullable): where it was opened
 * @schema: the kinds there are
 * @own: (nullable): the key of who sits here
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error
 *
 * For a thread other than the main one. Nothing is changed anywhere.
 *
 * Returns: (transfer full): what there is to know; %NULL on failure
 */
AccordPackFacts *
accord_pack_facts_read (AccordPack *pack, AccordWorkspace *workspace, AccordSchema *schema,
                        AccordPublicKey *own, GCancellable *cancellable, GError **error)
{
  g_autoptr (AccordPackFacts) facts = g_new0 (AccordPackFacts, 1);
  Question question = { pack, facts };

  find_readings (facts, pack);
  if (workspace == NULL)
    ask_readings (facts, pack, schema, own, cancellable);
  else if (accord_workspace_read (workspace, ask_workspace, &question, cancellable, error) == NULL)
    return NULL;
  if (facts->trust == ACCORD_TRUST_NEW && own != NULL
      && accord_public_key_equal (own, accord_pack_get_signer (pack)))
    {
      facts->trust = ACCORD_TRUST_OWN;
      g_free (facts->sentence);
      facts->sentence = g_strdup (_ ("Signed with your own key."));
    }
  return g_steal_pointer (&facts);
}
