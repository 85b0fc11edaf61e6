/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ods-match.h"

#include "fold.h"

struct _AccordOdsMatch
{
  GHashTable *by_code;
  GHashTable *by_name;
};

static gint64 *
new_id (gint64 id)
{
  gint64 *kept = g_new (gint64, 1);

  *kept = id;
  return kept;
}

static char *
dup_key (const char *name)
{
  g_autofree char *collapsed = accord_text_collapse (name);

  return accord_text_fold (collapsed);
}

static gboolean
take_organisation (AccordRecord *record, gpointer data, GError **error)
{
  AccordOdsMatch *self = data;
  const char *code = accord_record_get_text (record, "ods-code");
  const char *name = accord_record_get_text (record, "name");
  gint64 id = accord_record_get_id (record);

  if (code != NULL)
    g_hash_table_insert (self->by_code, g_ascii_strup (code, -1), new_id (id));
  else if (name != NULL)
    g_hash_table_insert (self->by_name, dup_key (name), new_id (id));
  return TRUE;
}

/**
 * accord_ods_match_new:
 * @reader: a reader
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the organisations that there are
 */
AccordOdsMatch *
accord_ods_match_new (AccordReader *reader, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "organisation");
  g_autoptr (AccordQuery) query = accord_query_new (kind);
  g_autoptr (AccordOdsMatch) self = g_new0 (AccordOdsMatch, 1);

  self->by_code = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!accord_reader_walk (reader, query, take_organisation, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * accord_ods_match_free:
 * @self: (nullable) (transfer full): a match
 */
void
accord_ods_match_free (AccordOdsMatch *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_code);
  g_hash_table_unref (self->by_name);
  g_free (self);
}

/**
 * accord_ods_match_by_code:
 * @self: a match
 * @code: an ODS code
 *
 * Returns: the organisation that has it, or 0
 */
gint64
accord_ods_match_by_code (AccordOdsMatch *self, const char *code)
{
  const gint64 *id = g_hash_table_lookup (self->by_code, code);

  return id != NULL ? *id : 0;
}

/**
 * accord_ods_match_by_name:
 * @self: a match
 * @name: a name
 *
 * Returns: an organisation without a code that is called so, whatever the letters, or 0
 */
gint64
accord_ods_match_by_name (AccordOdsMatch *self, const char *name)
{
  g_autofree char *key = dup_key (name);
  const gint64 *id = g_hash_table_lookup (self->by_name, key);

  return id != NULL ? *id : 0;
}

/**
 * accord_ods_match_add:
 * @self: a match
 * @code: an ODS code
 * @id: the organisation that now has it
 */
void
accord_ods_match_add (AccordOdsMatch *self, const char *code, gint64 id)
{
  g_hash_table_insert (self->by_code, g_strdup (code), new_id (id));
}
