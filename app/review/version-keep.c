/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier-write.h"

#include "content.h"
#include "dossier-check.h"
#include "dossier-read-private.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>
#include <string.h>

static const AccordKind *
find_kind (AccordWriter *writer, const char *name)
{
  return accord_schema_find_kind (accord_reader_get_schema (accord_writer_get_reader (writer)), name);
}

/* Versions are counted by stage: those that went out or were kept. What came back, and what was brought
 * together, has the number of what it answers. */
static gint64
find_number (AccordReader *reader, gint64 business_case, const char *stage, GError **error)
{
  g_autoptr (AccordRows) rows = accord_reader_query (
      reader,
      "SELECT coalesce (max (number), 0) FROM version WHERE \"case\" = ?1 AND deleted IS NULL"
      " AND coalesce (stage, '') = coalesce (?2, '')",
      error);

  if (rows == NULL)
    return -1;
  accord_rows_bind_int (rows, 1, business_case);
  accord_rows_bind_text (rows, 2, stage);
  return accord_rows_next (rows, error) ? accord_rows_int (rows, 0) : -1;
}

static char *
dup_name (const AccordKind *kind, const char *stage, gint64 number, const AccordFreeze *freeze)
{
  const AccordField *field = accord_kind_get_field (kind, "stage");
  const char *label = stage != NULL ? accord_field_choice_label (field, stage) : NULL;
  g_autofree char *base = NULL;

  if (number == 0)
    base = g_strdup (label != NULL ? label : _ ("Business case"));
  else
    /* Translators: a stage such as “Outline Business Case”, and a number. */
    base = g_strdup_printf (_ ("%s, version %" PRId64), label != NULL ? label : _ ("Business case"), number);
  if (strcmp (freeze->sort, "merged") != 0 || freeze->signed_by == NULL)
    return g_steal_pointer (&base);
  /* Translators: a version of a business case, and who it was brought together with. */
  return g_strdup_printf (_ ("%s, brought together with %s"), base, freeze->signed_by);
}

static gboolean
add_content (AccordWriter *writer, const AccordDossier *dossier, AccordRecord *version, GError **error)
{
  AccordReader *reader = accord_writer_get_reader (writer);
  g_autoptr (AccordDossier) kept = accord_dossier_copy (dossier), newest = NULL;
  g_autoptr (JsonObject) own = accord_dossier_take_aliases (kept), aliases = NULL;
  g_autoptr (AccordDossierNames) names = NULL;
  g_autofree char *json = NULL, *digest = NULL;
  g_autoptr (GInputStream) stream = NULL;
  gint64 size;

  if (!accord_dossier_read_newest (reader, accord_record_get_int (version, "case"), &newest, &names, error))
    return FALSE;
  aliases = accord_dossier_names_dup_aliases (names, kept);
  if (aliases != NULL)
    {
      if (kept->unknown == NULL)
        kept->unknown = json_object_new ();
      json_object_set_object_member (kept->unknown, "aliases", g_steal_pointer (&aliases));
    }
  json = accord_dossier_dup_json (kept);
  stream = g_memory_input_stream_new_from_data (json, strlen (json), NULL);
  if (!accord_writer_add_content (writer, stream, strlen (json), accord_record_get_text (version, "name"),
                                  NULL, NULL, &digest, &size, error))
    return FALSE;
  accord_record_set_text (version, "dossier", digest);
  return TRUE;
}

/**
 * accord_dossier_keep:
 * @writer: the open change
 * @dossier: a case as it is to be kept
 * @business_case: the case
 * @freeze: how
 * @error: return location for an error
 *
 * Keeps a version of a case: what it was, and the descent that later readings of it follow.
 *
 * Returns: (transfer full): the version
 */
AccordRecord *
accord_dossier_keep (AccordWriter *writer, const AccordDossier *dossier, gint64 business_case,
                     const AccordFreeze *freeze, GError **error)
{
  const AccordKind *kind = find_kind (writer, "version");
  const AccordDossierRecord *own = g_hash_table_lookup (dossier->records, dossier->case_uid);
  g_autoptr (AccordRecord) version = accord_record_new (kind);
  g_autofree char *stage = freeze->stage != NULL ? g_strdup (freeze->stage)
                           : own != NULL         ? accord_dossier_record_dup_text (own, "stage")
                                                 : NULL;
  g_autofree char *name = NULL;
  gint64 number = freeze->number;

  if (number == 0)
    {
      number = find_number (accord_writer_get_reader (writer), business_case, stage, error);
      if (number < 0)
        return NULL;
      number += strcmp (freeze->sort, "merged") != 0;
    }
  name = freeze->name != NULL ? g_strdup (freeze->name) : dup_name (kind, stage, number, freeze);
  if (freeze->uid != NULL)
    accord_record_adopt_uid (version, freeze->uid);
  accord_record_set_text (version, "name", name);
  accord_record_set_int (version, "case", business_case);
  accord_record_set_text (version, "stage", stage);
  accord_record_set_int (version, "number", number > 0 ? number : ACCORD_UNKNOWN);
  accord_record_set_text (version, "sort", freeze->sort);
  accord_record_set_text (version, "dated", freeze->dated);
  accord_record_set_text (version, "due", freeze->due);
  accord_record_set_ids (version, "sent-to", freeze->sent_to, freeze->n_sent_to);
  accord_record_set_text (version, "signed-by", freeze->signed_by);
  accord_record_set_text (version, "signing-key", freeze->signing_key);
  accord_record_set_text (version, "pack", freeze->pack);
  accord_record_set_text (version, "note", freeze->note);
  if (!add_content (writer, dossier, version, error) || !accord_writer_insert (writer, version, error))
    return NULL;
  return g_steal_pointer (&version);
}
