/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier-names.h"

#include "dossier-value.h"

#include <string.h>

#define ALIASES "aliases"

struct _AccordDossierNames
{
  AccordReader *reader;
  GHashTable *aliases; /* uid in the dossier: uid here */
  GHashTable *reverse; /* uid here: uid in the dossier */
  GHashTable *found;   /* "kind/uid": id */
  GHashTable *uids;    /* "kind/id": uid */
};

/**
 * accord_dossier_names_new:
 * @reader: a reader, which must outlive it
 * @aliases: (nullable): what a version remembered
 *
 * Returns: (transfer full): the names
 */
AccordDossierNames *
accord_dossier_names_new (AccordReader *reader, JsonObject *aliases)
{
  AccordDossierNames *self = g_new0 (AccordDossierNames, 1);
  JsonObjectIter iter;
  const char *uid;
  JsonNode *node;

  self->reader = reader;
  self->aliases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->reverse = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->uids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (aliases == NULL)
    return self;
  json_object_iter_init (&iter, aliases);
  while (json_object_iter_next (&iter, &uid, &node))
    if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
      {
        g_hash_table_insert (self->aliases, g_strdup (uid), json_node_dup_string (node));
        g_hash_table_insert (self->reverse, json_node_dup_string (node), g_strdup (uid));
      }
  return self;
}

void
accord_dossier_names_free (AccordDossierNames *self)
{
  g_hash_table_unref (self->aliases);
  g_hash_table_unref (self->reverse);
  g_hash_table_unref (self->found);
  g_hash_table_unref (self->uids);
  g_free (self);
}

/* The only living record for which a condition holds; 0 where there is none, or are several. */
static gint64
find_only (AccordReader *reader, const AccordKind *kind, const char *condition, const char *value,
           gint64 number)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT id FROM \"%s\" WHERE deleted IS NULL AND %s LIMIT 2", kind->name, condition);
  g_autoptr (AccordRows) rows = accord_reader_query (reader, sql, NULL);
  gint64 id = 0;

  if (rows == NULL)
    return 0;
  accord_rows_bind_text (rows, 1, value);
  if (number != ACCORD_UNKNOWN)
    accord_rows_bind_int (rows, 2, number);
  if (accord_rows_next (rows, NULL))
    id = accord_rows_int (rows, 0);
  return id != 0 && accord_rows_next (rows, NULL) ? 0 : id;
}

static char *
dup_key (const AccordKind *kind, const char *uid)
{
  return g_strconcat (kind->name, "/", uid, NULL);
}

/**
 * accord_dossier_names_set:
 * @self: the names
 * @kind: a kind
 * @uid: what a record is called in the dossier
 * @id: the record
 *
 * Remembers that a record of the workspace has come to be what @uid means.
 */
void
accord_dossier_names_set (AccordDossierNames *self, const AccordKind *kind, const char *uid, gint64 id)
{
  g_hash_table_insert (self->found, dup_key (kind, uid), g_memdup2 (&id, sizeof id));
}

/**
 * accord_dossier_names_find:
 * @self: the names
 * @kind: a kind
 * @uid: (nullable): what a record is called in the dossier
 *
 * Returns: the living record that is meant; 0 where there is none
 */
gint64
accord_dossier_names_find (AccordDossierNames *self, const AccordKind *kind, const char *uid)
{
  g_autofree char *key = dup_key (kind, uid);
  const gint64 *known = g_hash_table_lookup (self->found, key);
  const char *here = g_hash_table_lookup (self->aliases, uid);
  gint64 id;

  if (known != NULL)
    return *known;
  id = find_only (self->reader, kind, "uid = ?1", uid, ACCORD_UNKNOWN);
  if (id == 0 && here != NULL)
    id = find_only (self->reader, kind, "uid = ?1", here, ACCORD_UNKNOWN);
  /* What is not here may come to be here. */
  if (id != 0)
    accord_dossier_names_set (self, kind, uid, id);
  return id;
}

static char *
dup_fact (const AccordDossierOther *other, const char *name)
{
  JsonNode *node = other->facts != NULL ? json_object_get_member (other->facts, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_dup_string (node)
             : NULL;
}

static gint64
recognise_organisation (AccordDossierNames *self, const AccordKind *kind, const AccordDossierOther *other)
{
  g_autofree char *ods = dup_fact (other, "ods-code"), *gss = dup_fact (other, "gss-code");
  gint64 id = 0;

  if (ods != NULL)
    id = find_only (self->reader, kind, "ods_code = ?1 COLLATE NOCASE", ods, ACCORD_UNKNOWN);
  if (id == 0 && gss != NULL)
    id = find_only (self->reader, kind, "gss_code = ?1 COLLATE NOCASE", gss, ACCORD_UNKNOWN);
  if (id == 0)
    id = find_only (self->reader, kind, "name = ?1 COLLATE NOCASE", other->name, ACCORD_UNKNOWN);
  return id;
}

/* Boards are all called “Board”: only that of the same organisation is meant. */
static gint64
recognise_body (AccordDossierNames *self, const AccordKind *kind, const AccordDossierOther *other)
{
  const AccordKind *organisations =
      accord_schema_find_kind (accord_reader_get_schema (self->reader), "organisation");
  g_autofree char *uid = dup_fact (other, "organisation");
  gint64 organisation = uid != NULL ? accord_dossier_names_find (self, organisations, uid) : 0;

  if (organisation == 0)
    return uid != NULL ? 0
                       : find_only (self->reader, kind, "name = ?1 COLLATE NOCASE AND organisation IS NULL",
                                    other->name, ACCORD_UNKNOWN);
  return find_only (self->reader, kind, "name = ?1 COLLATE NOCASE AND organisation = ?2", other->name,
                    organisation);
}

/* The same edition with other figures is another one. */
static gint64
recognise_edition (AccordDossierNames *self, const AccordKind *kind, const AccordDossierOther *other)
{
  g_autofree char *content = dup_fact (other, "content"), *sort = dup_fact (other, "sort");
  g_autofree char *edition = dup_fact (other, "edition");
  gint64 id;
  g_autoptr (AccordRecord) record = NULL;

  if (content == NULL)
    return 0;
  id = find_only (self->reader, kind, "content = ?1", content, ACCORD_UNKNOWN);
  record = id != 0 ? accord_reader_get (self->reader, kind, id, NULL) : NULL;
  return record != NULL && g_strcmp0 (accord_record_get_text (record, "sort"), sort) == 0
                 && g_strcmp0 (accord_record_get_text (record, "edition"), edition) == 0
                 && g_strcmp0 (accord_record_get_text (record, "name"), other->name) == 0
             ? id
             : 0;
}

/**
 * accord_dossier_names_recognise:
 * @self: the names
 * @kind: a kind
 * @other: a record that the dossier refers to
 *
 * Finds the record by what the dossier calls it; else an organisation, a board, an edition or a programme by
 * the codes or the name that tell it from any other.
 *
 * Returns: the living record that is meant; 0 where there is none
 */
gint64
accord_dossier_names_recognise (AccordDossierNames *self, const AccordKind *kind,
                                const AccordDossierOther *other)
{
  gint64 id = accord_dossier_names_find (self, kind, other->uid);

  if (id == 0 && strcmp (kind->name, "organisation") == 0)
    id = recognise_organisation (self, kind, other);
  else if (id == 0 && strcmp (kind->name, "body") == 0)
    id = recognise_body (self, kind, other);
  else if (id == 0 && strcmp (kind->name, "edition") == 0)
    id = recognise_edition (self, kind, other);
  else if (id == 0 && strcmp (kind->name, "programme") == 0)
    id = find_only (self->reader, kind, "name = ?1 COLLATE NOCASE", other->name, ACCORD_UNKNOWN);
  if (id != 0)
    accord_dossier_names_set (self, kind, other->uid, id);
  return id;
}

/**
 * accord_dossier_names_get_uid:
 * @self: the names
 * @kind: a kind
 * @id: a record
 *
 * Returns: (transfer none) (nullable): what it is called in the dossier; %NULL where there is no such
 *   record
 */
const char *
accord_dossier_names_get_uid (AccordDossierNames *self, const AccordKind *kind, gint64 id)
{
  g_autofree char *key = g_strdup_printf ("%s/%" G_GINT64_FORMAT, kind->name, id);
  const char *uid = g_hash_table_lookup (self->uids, key), *called;
  g_autofree char *sql = NULL;
  g_autoptr (AccordRows) rows = NULL;

  if (uid != NULL)
    return uid;
  sql = g_strdup_printf ("SELECT uid FROM \"%s\" WHERE id = ?1", kind->name);
  rows = accord_reader_query (self->reader, sql, NULL);
  if (rows == NULL)
    return NULL;
  accord_rows_bind_int (rows, 1, id);
  if (!accord_rows_next (rows, NULL))
    return NULL;
  uid = accord_rows_text (rows, 0);
  called = g_hash_table_lookup (self->reverse, uid);
  uid = g_strdup (called != NULL ? called : uid);
  g_hash_table_insert (self->uids, g_steal_pointer (&key), (gpointer) uid);
  return uid;
}

/**
 * accord_dossier_names_dup_aliases:
 * @self: the names
 * @dossier: a dossier
 *
 * Returns: (transfer full) (nullable): what is called otherwise in @dossier than here; %NULL where nothing
 *   is
 */
JsonObject *
accord_dossier_names_dup_aliases (AccordDossierNames *self, const AccordDossier *dossier)
{
  AccordSchema *schema = accord_reader_get_schema (self->reader);
  g_autoptr (JsonObject) aliases = json_object_new ();
  GHashTableIter iter;
  AccordDossierOther *other;

  g_hash_table_iter_init (&iter, dossier->others);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &other))
    {
      const AccordKind *kind = accord_schema_find_kind (schema, other->kind);
      gint64 id = kind != NULL ? accord_dossier_names_recognise (self, kind, other) : 0;
      g_autoptr (AccordRecord) record = id != 0 ? accord_reader_get (self->reader, kind, id, NULL) : NULL;

      if (record != NULL && strcmp (accord_record_get_uid (record), other->uid) != 0)
        json_object_set_string_member (aliases, other->uid, accord_record_get_uid (record));
    }
  return json_object_get_size (aliases) > 0 ? g_steal_pointer (&aliases) : NULL;
}

/**
 * accord_dossier_take_aliases:
 * @dossier: a dossier that was kept
 *
 * Takes the member “aliases” off it, which is for the workspace alone that wrote it.
 *
 * Returns: (transfer full) (nullable): the aliases; %NULL where there are none
 */
JsonObject *
accord_dossier_take_aliases (AccordDossier *dossier)
{
  JsonNode *node = dossier->unknown != NULL ? json_object_get_member (dossier->unknown, ALIASES) : NULL;
  JsonObject *aliases = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_dup_object (node) : NULL;

  if (node != NULL)
    json_object_remove_member (dossier->unknown, ALIASES);
  if (dossier->unknown != NULL && json_object_get_size (dossier->unknown) == 0)
    g_clear_pointer (&dossier->unknown, json_object_unref);
  return aliases;
}
