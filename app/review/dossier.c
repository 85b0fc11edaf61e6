/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier-private.h"

#include "json-canonical.h"
#include "json-exact.h"

#include <string.h>

/* What belongs to a case, in the order in which people read it. */
static const char *const kinds[] = {
  "case",   "option",      "appraisal", "cost",     "outcome", "gain",    "scenario",
  "caveat", "endorsement", "answer",    "document", "review",  "comment",
};

/**
 * accord_dossier_kind_order:
 * @kind: the name of a kind
 *
 * Returns: its place among what belongs to a case, from 0; -1 for a kind that this program does not know
 */
int
accord_dossier_kind_order (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i], kind))
      return (int) i;
  return -1;
}

/**
 * accord_dossier_canonical:
 * @json: (nullable): a value as JSON text
 *
 * Returns: (transfer full) (nullable): the value in the one spelling; %NULL for empty
 */
char *
accord_dossier_canonical (const char *json)
{
  g_autoptr (JsonNode) node = NULL;

  if (json == NULL)
    return NULL;
  node = accord_json_exact_read (json, strlen (json), ACCORD_DOSSIER_MOST_VALUES, NULL);
  g_return_val_if_fail (node != NULL, NULL);
  return accord_dossier_spell (node);
}

/**
 * accord_dossier_spell:
 * @node: a value
 *
 * Null, no text and an empty list are all empty.
 *
 * Returns: (transfer full) (nullable): the value in the one spelling; %NULL for empty
 */
char *
accord_dossier_spell (JsonNode *node)
{
  g_autoptr (GString) text = g_string_new (NULL);

  accord_json_canonical_append (text, node);
  if (g_str_equal (text->str, "null") || g_str_equal (text->str, "\"\"") || g_str_equal (text->str, "[]"))
    return NULL;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * accord_dossier_list_keys:
 * @table: (element-type utf8 gpointer): a table
 *
 * Returns: (transfer container) (element-type utf8): its keys, owned by the table
 */
GPtrArray *
accord_dossier_list_keys (GHashTable *table)
{
  GPtrArray *keys = g_ptr_array_sized_new (g_hash_table_size (table));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (keys, key);
  return keys;
}

static JsonNode *
copy_node (JsonNode *node)
{
  JsonNode *copy;
  JsonArray *array;

  if (!JSON_NODE_HOLDS_OBJECT (node) && !JSON_NODE_HOLDS_ARRAY (node))
    return json_node_copy (node);
  copy = json_node_alloc ();
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      json_node_init (copy, JSON_NODE_OBJECT);
      json_node_take_object (copy, accord_dossier_copy_object (json_node_get_object (node)));
      return copy;
    }
  array = json_array_new ();
  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    json_array_add_element (array, copy_node (json_array_get_element (json_node_get_array (node), i)));
  json_node_init (copy, JSON_NODE_ARRAY);
  json_node_take_array (copy, array);
  return copy;
}

/**
 * accord_dossier_copy_object:
 * @object: (nullable): an object
 *
 * Returns: (transfer full) (nullable): a copy of it and of all that is in it
 */
JsonObject *
accord_dossier_copy_object (JsonObject *object)
{
  JsonObject *copy;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (object == NULL)
    return NULL;
  copy = json_object_new ();
  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &node))
    json_object_set_member (copy, name, copy_node (node));
  return copy;
}

static gboolean
is_greater (JsonNode *a, JsonNode *b)
{
  g_autoptr (GString) text_a = g_string_new (NULL), text_b = g_string_new (NULL);

  accord_json_canonical_append (text_a, a);
  accord_json_canonical_append (text_b, b);
  return strcmp (text_a->str, text_b->str) > 0;
}

/**
 * accord_dossier_join_objects:
 * @a: (nullable): members that this program does not know
 * @b: (nullable): the same of somebody else
 *
 * What nobody here understands nobody here can decide on: where both have a member, the one that is greater
 * as text is kept, which is the same one everywhere.
 *
 * Returns: (transfer full) (nullable): the members of both
 */
JsonObject *
accord_dossier_join_objects (JsonObject *a, JsonObject *b)
{
  JsonObject *joined = accord_dossier_copy_object (a != NULL ? a : b);
  g_autoptr (JsonObject) more = a != NULL ? accord_dossier_copy_object (b) : NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (more == NULL)
    return joined;
  json_object_iter_init (&iter, more);
  while (json_object_iter_next (&iter, &name, &node))
    if (!json_object_has_member (joined, name) || is_greater (node, json_object_get_member (joined, name)))
      json_object_set_member (joined, name, json_node_copy (node));
  return joined;
}

AccordDossierRecord *
accord_dossier_record_new (const char *kind, const char *uid)
{
  AccordDossierRecord *self = g_new0 (AccordDossierRecord, 1);

  self->kind = g_strdup (kind);
  self->uid = g_strdup (uid);
  self->fields =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) accord_dossier_field_free);
  return self;
}

AccordDossierRecord *
accord_dossier_record_copy (const AccordDossierRecord *self)
{
  AccordDossierRecord *copy = accord_dossier_record_new (self->kind, self->uid);
  GHashTableIter iter;
  gpointer name, field;

  g_hash_table_iter_init (&iter, self->fields);
  while (g_hash_table_iter_next (&iter, &name, &field))
    accord_dossier_record_set_field (copy, name, accord_dossier_field_copy (field));
  copy->unknown = accord_dossier_copy_object (self->unknown);
  return copy;
}

void
accord_dossier_record_free (AccordDossierRecord *self)
{
  g_free (self->kind);
  g_free (self->uid);
  g_hash_table_unref (self->fields);
  g_clear_pointer (&self->unknown, json_object_unref);
  g_free (self);
}

/* @field: (transfer full) */
void
accord_dossier_record_set_field (AccordDossierRecord *self, const char *name, AccordDossierField *field)
{
  g_hash_table_insert (self->fields, g_strdup (name), field);
}

/**
 * accord_dossier_record_dup_field:
 * @self: a record
 * @name: a field
 *
 * Returns: (transfer full): a copy of the field; as born empty where the record lacks it
 */
AccordDossierField *
accord_dossier_record_dup_field (const AccordDossierRecord *self, const char *name)
{
  const AccordDossierField *field = g_hash_table_lookup (self->fields, name);

  if (field != NULL)
    return accord_dossier_field_copy (field);
  return accord_dossier_field_born (self->kind, self->uid, name, NULL);
}

/**
 * accord_dossier_record_get:
 * @self: a record
 * @field: a field's name
 *
 * Returns: (nullable): its value as JSON text; %NULL for empty
 */
const char *
accord_dossier_record_get (const AccordDossierRecord *self, const char *field)
{
  const AccordDossierField *found = g_hash_table_lookup (self->fields, field);

  return found != NULL ? found->value : NULL;
}

/**
 * accord_dossier_record_is_deleted:
 * @self: a record of a dossier
 *
 * Returns: whether it was deleted, and stays in the list to say so
 */
gboolean
accord_dossier_record_is_deleted (const AccordDossierRecord *self)
{
  return g_strcmp0 (accord_dossier_record_get (self, ACCORD_DOSSIER_DELETED), "true") == 0;
}

/**
 * accord_dossier_record_put:
 * @self: a record
 * @field: a field's name
 * @value: (nullable): its value as JSON text; nothing, null, no text and an empty list are empty
 *
 * Sets a field as it was born: without descent. A field that is put as empty is known to be empty, whereas
 * one that is never put is not known to who reads the record; see accord_dossier_follow().
 */
void
accord_dossier_record_put (AccordDossierRecord *self, const char *field, const char *value)
{
  g_autofree char *canonical = accord_dossier_canonical (value);

  accord_dossier_record_set_field (self, field,
                                   accord_dossier_field_born (self->kind, self->uid, field, canonical));
}

/**
 * accord_dossier_record_edit:
 * @self: a record
 * @field: a field's name
 * @value: (nullable): its value as JSON text, as of accord_dossier_record_put()
 *
 * Sets a field as a person does who saw what was there: the new writing follows it. Nothing happens where it
 * is the same value.
 */
void
accord_dossier_record_edit (AccordDossierRecord *self, const char *field, const char *value)
{
  g_autofree char *canonical = accord_dossier_canonical (value);
  g_autoptr (AccordDossierField) before = NULL;

  if (g_strcmp0 (accord_dossier_record_get (self, field), canonical) == 0)
    return;
  before = accord_dossier_record_dup_field (self, field);
  accord_dossier_record_set_field (self, field, accord_dossier_field_after (before, NULL, canonical));
}

AccordDossierOther *
accord_dossier_other_copy (const AccordDossierOther *self)
{
  AccordDossierOther *copy = g_new0 (AccordDossierOther, 1);

  copy->kind = g_strdup (self->kind);
  copy->uid = g_strdup (self->uid);
  copy->name = g_strdup (self->name);
  copy->facts = accord_dossier_copy_object (self->facts);
  copy->unknown = accord_dossier_copy_object (self->unknown);
  return copy;
}

void
accord_dossier_other_free (AccordDossierOther *self)
{
  g_free (self->kind);
  g_free (self->uid);
  g_free (self->name);
  g_clear_pointer (&self->facts, json_object_unref);
  g_clear_pointer (&self->unknown, json_object_unref);
  g_free (self);
}

/**
 * accord_dossier_new:
 * @case_uid: uid of the business case
 *
 * Returns: (transfer full): a dossier without records
 */
AccordDossier *
accord_dossier_new (const char *case_uid)
{
  AccordDossier *self = g_new0 (AccordDossier, 1);

  self->case_uid = g_strdup (case_uid);
  self->records =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) accord_dossier_record_free);
  self->others =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) accord_dossier_other_free);
  return self;
}

void
accord_dossier_free (AccordDossier *self)
{
  g_free (self->case_uid);
  g_hash_table_unref (self->records);
  g_hash_table_unref (self->others);
  g_clear_pointer (&self->figures, json_object_unref);
  g_clear_pointer (&self->unknown, json_object_unref);
  g_free (self);
}

/**
 * accord_dossier_copy:
 * @self: a dossier
 *
 * Returns: (transfer full): a copy that shares nothing with @self
 */
AccordDossier *
accord_dossier_copy (const AccordDossier *self)
{
  AccordDossier *copy = accord_dossier_new (self->case_uid);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      AccordDossierRecord *record = accord_dossier_record_copy (value);

      g_hash_table_insert (copy->records, record->uid, record);
    }
  g_hash_table_iter_init (&iter, self->others);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      AccordDossierOther *other = accord_dossier_other_copy (value);

      g_hash_table_insert (copy->others, other->uid, other);
    }
  copy->figures = accord_dossier_copy_object (self->figures);
  copy->unknown = accord_dossier_copy_object (self->unknown);
  return copy;
}

static int
compare_records (gconstpointer a, gconstpointer b)
{
  const AccordDossierRecord *x = *(AccordDossierRecord *const *) a, *y = *(AccordDossierRecord *const *) b;
  const guint order_x = (guint) accord_dossier_kind_order (x->kind);
  const guint order_y = (guint) accord_dossier_kind_order (y->kind);
  int order;

  if (order_x != order_y)
    return order_x < order_y ? -1 : 1;
  order = strcmp (x->kind, y->kind);
  return order != 0 ? order : strcmp (x->uid, y->uid);
}

/**
 * accord_dossier_list_records:
 * @self: a dossier
 *
 * Returns: (transfer container) (element-type AccordDossierRecord): its records, those of one kind together,
 * kinds in the order of accord_dossier_kind_order() and unknown ones at the end, by uid within
 */
GPtrArray *
accord_dossier_list_records (const AccordDossier *self)
{
  GPtrArray *records = g_ptr_array_sized_new (g_hash_table_size (self->records));
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    g_ptr_array_add (records, record);
  g_ptr_array_sort (records, compare_records);
  return records;
}

/**
 * accord_dossier_take_record:
 * @self: a dossier
 * @kind: a kind's name
 * @uid: the record's uid
 *
 * Adds a record without fields, instead of one of the same uid.
 *
 * Returns: (transfer none): the record
 */
AccordDossierRecord *
accord_dossier_take_record (AccordDossier *self, const char *kind, const char *uid)
{
  AccordDossierRecord *record = accord_dossier_record_new (kind, uid);

  g_hash_table_replace (self->records, record->uid, record);
  return record;
}

/**
 * accord_dossier_take_other:
 * @self: a dossier
 * @kind: a kind's name
 * @uid: the record's uid
 * @name: (nullable): what it is called
 *
 * Adds a record that the case refers to, instead of one of the same uid.
 *
 * Returns: (transfer none): what is known of it, to be filled
 */
AccordDossierOther *
accord_dossier_take_other (AccordDossier *self, const char *kind, const char *uid, const char *name)
{
  AccordDossierOther *other = g_new0 (AccordDossierOther, 1);

  other->kind = g_strdup (kind);
  other->uid = g_strdup (uid);
  other->name = g_strdup (name);
  g_hash_table_replace (self->others, other->uid, other);
  return other;
}
