/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "caveat-versions.h"

#include "dossier-read.h"

#include <string.h>

/* The versions of a case, the oldest first. */
static GPtrArray *
list_versions (AccordReader *reader, gint64 business_case, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "version");
  g_autoptr (AccordQuery) query = accord_query_new (kind);

  accord_query_add_number (query, (guint) accord_kind_find_field (kind, "case"), ACCORD_OPERATOR_EQUAL,
                           business_case);
  accord_query_set_sort (query, accord_kind_find_field (kind, "number"), FALSE);
  return accord_reader_list (reader, query, error);
}

static gboolean
has_answer (const AccordDossier *dossier, AccordRecord *caveat)
{
  const AccordDossierRecord *record = g_hash_table_lookup (dossier->records, accord_record_get_uid (caveat));

  return record != NULL && !accord_dossier_record_is_deleted (record)
         && accord_dossier_record_get (record, "response") != NULL;
}

/* A version of before the day on which a caveat was answered cannot carry the answer, and need not be read.
 */
static gboolean
may_carry (AccordRecord *version, AccordRecord *caveat)
{
  const char *dated = accord_record_get_text (version, "dated");
  const char *answered = accord_record_get_text (caveat, "answered-on");

  return dated == NULL || answered == NULL || strcmp (dated, answered) >= 0;
}

static GPtrArray *
list_answered (const AccordCaseFile *file)
{
  GPtrArray *answered = g_ptr_array_new ();

  for (guint i = 0; i < file->caveats->len; i++)
    if (accord_record_get_text (file->caveats->pdata[i], "response") != NULL)
      g_ptr_array_add (answered, file->caveats->pdata[i]);
  return answered;
}

/* A version that cannot be read tells nothing; who opens it is told why. */
static void
look_into (AccordReader *reader, AccordRecord *version, GPtrArray *waiting, GHashTable *found)
{
  g_autoptr (AccordDossier) dossier = NULL;
  gboolean any = FALSE;

  for (guint i = 0; i < waiting->len && !any; i++)
    any = may_carry (version, waiting->pdata[i]);
  if (any && accord_record_get_text (version, "dossier") != NULL)
    dossier = accord_dossier_read_version (reader, accord_record_get_id (version), NULL);
  for (guint i = 0; dossier != NULL && i < waiting->len;)
    {
      gint64 id = accord_record_get_id (waiting->pdata[i]);

      if (!has_answer (dossier, waiting->pdata[i]))
        {
          i++;
          continue;
        }
      g_hash_table_insert (found, g_memdup2 (&id, sizeof id), accord_record_dup_title (version));
      g_ptr_array_remove_index (waiting, i);
    }
}

/**
 * accord_caveat_versions_read:
 * @reader: a reader
 * @file: a business case with its caveats
 * @error: return location for an error
 *
 * Finds for each caveat that has an answer the first version of the case that carried one.
 *
 * Returns: (transfer full) (element-type gint64 utf8): what that version is called, by caveat; caveats whose
 * answer has not gone out in any version are left out; %NULL on failure
 */
GHashTable *
accord_caveat_versions_read (AccordReader *reader, const AccordCaseFile *file, GError **error)
{
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GPtrArray) waiting = list_answered (file);
  g_autoptr (GPtrArray) versions = list_versions (reader, accord_record_get_id (file->record), error);

  if (versions == NULL)
    return NULL;
  for (guint i = 0; i < versions->len && waiting->len > 0; i++)
    look_into (reader, versions->pdata[i], waiting, found);
  return g_steal_pointer (&found);
}

/**
 * accord_caveat_versions_find:
 * @versions: (nullable): what accord_caveat_versions_read() found
 * @caveat: a caveat
 *
 * Returns: (nullable): what the first version that carried its answer is called
 */
const char *
accord_caveat_versions_find (GHashTable *versions, AccordRecord *caveat)
{
  gint64 id = accord_record_get_id (caveat);

  return versions != NULL ? g_hash_table_lookup (versions, &id) : NULL;
}
