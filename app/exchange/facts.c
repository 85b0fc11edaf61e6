/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "facts-private.h"

#include "exchange-error.h"
#include "json-depth.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* Facts are written by people; a larger file is something else, and would be held in memory whole. */
#define LARGEST_FILE (64 * 1024 * 1024)
/* An array of objects with arrays of strings: the parser calls itself for each level. */
#define DEEPEST 8

static void
clear_reference (AccordFactReference *reference)
{
  g_strfreev (reference->words);
}

static AccordFact *
fact_new (const char *file, const char *key, const AccordKind *kind)
{
  AccordFact *self = g_new0 (AccordFact, 1);

  self->file = g_strdup (file);
  self->key = g_strdup (key);
  self->record = accord_record_new (kind);
  self->references = g_array_new (FALSE, FALSE, sizeof (AccordFactReference));
  g_array_set_clear_func (self->references, (GDestroyNotify) clear_reference);
  return self;
}

static void
fact_free (AccordFact *self)
{
  g_free (self->file);
  g_free (self->key);
  g_object_unref (self->record);
  g_array_unref (self->references);
  g_free (self);
}

static gboolean
fail_file (const char *name, GError **error, const char *message)
{
  g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_FACTS, "%s: %s", name, message);
  return FALSE;
}

/* Where in the file: its members may be wrong, so the place among the others has to do. */
static gboolean
fail_entry (const char *name, guint entry, GError **error, const char *message)
{
  /* Translators: %s is a file, %u the place of an entry in it, the second %s a sentence about it. */
  g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_FACTS, _ ("%s, entry %u: %s"), name, entry,
               message);
  return FALSE;
}

static const char *
get_member (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);
  const char *text = NULL;

  if (node != NULL && json_node_get_value_type (node) == G_TYPE_STRING)
    text = json_node_get_string (node);
  return text != NULL && *text != '\0' ? text : NULL;
}

static gboolean
add_members (AccordFact *fact, JsonObject *object, GError **error)
{
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &member, &node))
    if (strcmp (member, "kind") != 0 && strcmp (member, "key") != 0
        && !accord_fact_set (fact, member, node, error))
      return FALSE;
  return TRUE;
}

static gboolean
add_object (AccordFacts *self, const char *name, guint entry, JsonNode *node, GError **error)
{
  JsonObject *object;
  const char *kind_name, *key;
  const AccordKind *kind;
  AccordFact *fact, *other;
  g_autofree char *message = NULL;
  g_autoptr (GError) cause = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail_entry (name, entry, error, _ ("Expected an object with “kind” and “key”."));
  object = json_node_get_object (node);
  kind_name = get_member (object, "kind");
  key = get_member (object, "key");
  if (kind_name == NULL || key == NULL)
    return fail_entry (name, entry, error, _ ("“kind” and “key” must both be there, as text."));
  kind = accord_schema_require_kind (self->schema, kind_name, &cause);
  if (kind == NULL)
    return fail_entry (name, entry, error, cause->message);

  fact = fact_new (name, key, kind);
  g_ptr_array_add (self->facts, fact);
  other = g_hash_table_lookup (self->by_key, key);
  if (other != NULL)
    {
      message = g_strdup_printf (_ ("The key is taken by another fact, in %s."), other->file);
      return accord_fact_fail (fact, NULL, error, message);
    }
  g_hash_table_insert (self->by_key, fact->key, fact);
  return add_members (fact, object, error);
}

/**
 * accord_facts_new:
 * @schema: the kinds of record there are
 *
 * Returns: (transfer full): no facts yet
 */
AccordFacts *
accord_facts_new (AccordSchema *schema)
{
  AccordFacts *self;

  g_return_val_if_fail (ACCORD_IS_SCHEMA (schema), NULL);

  self = g_new0 (AccordFacts, 1);
  self->schema = g_object_ref (schema);
  self->facts = g_ptr_array_new_with_free_func ((GDestroyNotify) fact_free);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

/**
 * accord_facts_free:
 * @self: (transfer full): facts
 */
void
accord_facts_free (AccordFacts *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->schema);
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->facts);
  g_free (self);
}

/**
 * accord_facts_add:
 * @self: facts
 * @name: what errors call the file
 * @text: the file's content
 * @error: return location for an error
 *
 * Adds the facts of one file. After an error some of them may have been added; free @self then.
 *
 * Returns: %FALSE with %ACCORD_EXCHANGE_ERROR_FACTS and a sentence that names the file, the key and the field
 */
gboolean
accord_facts_add (AccordFacts *self, const char *name, GBytes *text, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) cause = NULL;
  gsize length;
  const char *data;
  JsonArray *array;

  g_return_val_if_fail (self != NULL && name != NULL && text != NULL, FALSE);

  data = g_bytes_get_data (text, &length);
  if (length == 0)
    return fail_file (name, error, _ ("There is nothing in it."));
  if (!g_utf8_validate_len (data, length, NULL))
    return fail_file (name, error, _ ("This is not UTF-8 text."));
  if (accord_json_find_too_deep (data, length, DEEPEST) != 0)
    return fail_file (name, error, _ ("Its brackets go deeper than those of any facts."));
  if (!json_parser_load_from_data (parser, data, length, &cause))
    return fail_file (name, error, cause->message);
  if (json_parser_get_root (parser) == NULL || !JSON_NODE_HOLDS_ARRAY (json_parser_get_root (parser)))
    return fail_file (name, error, _ ("Expected an array of facts."));

  array = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!add_object (self, name, i + 1, json_array_get_element (array, i), error))
      return FALSE;
  return TRUE;
}

/**
 * accord_facts_add_file:
 * @self: facts
 * @file: a file of facts
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Reads @file and does as accord_facts_add(). Blocks.
 *
 * Returns: %FALSE when it cannot be read, or as accord_facts_add()
 */
gboolean
accord_facts_add_file (AccordFacts *self, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (self != NULL && G_IS_FILE (file), FALSE);

  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return FALSE;
  name = g_file_get_basename (file);
  bytes = g_input_stream_read_bytes (G_INPUT_STREAM (stream), LARGEST_FILE + 1, cancellable, error);
  if (bytes == NULL)
    return FALSE;
  if (g_bytes_get_size (bytes) > LARGEST_FILE)
    return fail_file (name, error, _ ("It is far larger than any file of facts."));
  return accord_facts_add (self, name, bytes, error);
}

/**
 * accord_facts_get_n_facts:
 * @self: facts
 *
 * Returns: how many records accord_facts_write() adds
 */
guint
accord_facts_get_n_facts (AccordFacts *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->facts->len;
}
