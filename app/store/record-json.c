/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-json.h"

#include "error.h"
#include "json-string.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/**
 * accord_record_append_json:
 * @self: a record
 * @index: index of a field
 * @json: where to append
 *
 * Appends the value of a field as JSON: text as a string, money in whole pence, references by identifier,
 * what is not known as null.
 */
void
accord_record_append_json (AccordRecord *self, guint index, GString *json)
{
  const AccordField *field = &accord_record_get_kind (self)->fields[index];
  const gint64 *ids;
  gsize n_ids;

  if (accord_record_is_empty (self, index))
    g_string_append (json, field->type == ACCORD_FIELD_REFERENCES ? "[]" : "null");
  else if (accord_field_is_text (field))
    accord_json_append_string (json, accord_record_peek_text (self, index));
  else if (field->type == ACCORD_FIELD_BOOLEAN)
    g_string_append (json, accord_record_peek_int (self, index) == 1 ? "true" : "false");
  else if (field->type == ACCORD_FIELD_REFERENCES)
    {
      ids = accord_record_peek_ids (self, index, &n_ids);
      for (gsize i = 0; i < n_ids; i++)
        g_string_append_printf (json, "%c%" G_GINT64_FORMAT, i == 0 ? '[' : ',', ids[i]);
      g_string_append_c (json, ']');
    }
  else
    g_string_append_printf (json, "%" G_GINT64_FORMAT, accord_record_peek_int (self, index));
}

static void
append_key (GString *json, const AccordField *field)
{
  g_autofree char *column = accord_field_column (field);

  g_string_append_printf (json, "%s\"%s\":", json->len > 1 ? "," : "", column);
}

/**
 * accord_record_dup_json:
 * @self: a record
 * @fields: a bit for each field that is wanted
 *
 * Returns: (transfer full): an object of the wanted fields, by column name
 */
char *
accord_record_dup_json (AccordRecord *self, guint64 fields)
{
  const AccordKind *kind = accord_record_get_kind (self);
  GString *json = g_string_new ("{");

  for (guint i = 0; i < kind->n_fields; i++)
    if ((fields >> i) & 1)
      {
        append_key (json, &kind->fields[i]);
        accord_record_append_json (self, i, json);
      }
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

static void
apply_member (AccordRecord *record, guint index, JsonNode *node)
{
  const AccordField *field = &accord_record_get_kind (record)->fields[index];
  gboolean null = JSON_NODE_HOLDS_NULL (node);

  if (accord_field_is_text (field))
    accord_record_put_text (record, index, null ? NULL : json_node_get_string (node), -1);
  else if (field->type == ACCORD_FIELD_BOOLEAN)
    accord_record_put_int (record, index, !null && json_node_get_boolean (node));
  else if (field->type != ACCORD_FIELD_REFERENCES)
    accord_record_put_int (record, index, null ? ACCORD_UNKNOWN : json_node_get_int (node));
  else
    {
      JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
      guint n_ids = array != NULL ? json_array_get_length (array) : 0;
      g_autofree gint64 *ids = g_new (gint64, n_ids + 1);

      for (guint i = 0; i < n_ids; i++)
        ids[i] = json_array_get_int_element (array, i);
      accord_record_put_ids (record, index, ids, n_ids);
    }
}

/**
 * accord_record_apply_json:
 * @self: a record
 * @json: an object as of accord_record_dup_json()
 * @fields: (out): a bit for each field that was set
 * @error: return location for an error
 *
 * Sets the fields that @json names; members that are no fields of the kind are passed over.
 *
 * Returns: %FALSE when @json cannot be read
 */
gboolean
accord_record_apply_json (AccordRecord *self, const char *json, guint64 *fields, GError **error)
{
  const AccordKind *kind = accord_record_get_kind (self);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  *fields = 0;
  if (!json_parser_load_from_data (parser, json, -1, NULL) || json_parser_get_root (parser) == NULL
      || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    {
      g_set_error_literal (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_CORRUPT,
                           _ ("A line of the journal cannot be read."));
      return FALSE;
    }
  json_object_iter_init (&iter, json_node_get_object (json_parser_get_root (parser)));
  while (json_object_iter_next (&iter, &name, &node))
    {
      int index = accord_kind_find_field (kind, name);

      if (index < 0)
        continue;
      apply_member (self, index, node);
      *fields |= G_GUINT64_CONSTANT (1) << index;
    }
  return TRUE;
}

/**
 * accord_record_matches_json:
 * @self: a record
 * @json: an object as of accord_record_dup_json()
 * @difference: (out) (transfer full): the label of the first field that differs
 *
 * Returns: whether the fields that @json names have those values in @self
 */
gboolean
accord_record_matches_json (AccordRecord *self, const char *json, char **difference)
{
  const AccordKind *kind = accord_record_get_kind (self);
  g_autoptr (AccordRecord) other = accord_record_copy (self);
  guint64 fields;

  *difference = NULL;
  if (!accord_record_apply_json (other, json, &fields, NULL))
    {
      *difference = g_strdup (_ ("the journal line itself"));
      return FALSE;
    }
  for (guint i = 0; i < kind->n_fields; i++)
    if (((fields >> i) & 1) && !accord_record_field_equal (self, other, i))
      {
        *difference = g_strdup (_ (kind->fields[i].label));
        return FALSE;
      }
  return TRUE;
}

/**
 * accord_record_append_digest:
 * @self: a record with its unique identifier
 * @bytes: where to append
 *
 * Appends what a digest of an import is made of: the unique identifier and every field that is known, by
 * name, so that a field added in a later version changes no old digest.
 */
void
accord_record_append_digest (AccordRecord *self, GString *bytes)
{
  const AccordKind *kind = accord_record_get_kind (self);

  /* A damaged file may have lost it; the digest then differs, as it must. */
  if (accord_record_get_uid (self) != NULL)
    g_string_append (bytes, accord_record_get_uid (self));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const AccordField *field = &kind->fields[i];

      if (accord_record_is_empty (self, i)
          || (field->type == ACCORD_FIELD_BOOLEAN && accord_record_peek_int (self, i) == 0))
        continue;
      g_string_append_c (bytes, '\x1f');
      g_string_append (bytes, field->name);
      g_string_append_c (bytes, '=');
      if (accord_field_is_text (field))
        g_string_append (bytes, accord_record_peek_text (self, i));
      else
        accord_record_append_json (self, i, bytes);
    }
  g_string_append_c (bytes, '\x1e');
}
