/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier-value.h"

#include <string.h>

static char *
dup_string (const char *text)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), text);

  return json_to_string (node, FALSE);
}

/**
 * accord_dossier_value_dup:
 * @record: a record
 * @field: the number of one of its fields, not a reference
 *
 * Returns: (transfer full) (nullable): its value as the JSON text that a dossier has it in; %NULL where it
 *   is empty
 */
char *
accord_dossier_value_dup (AccordRecord *record, guint field)
{
  const AccordField *row = &accord_record_get_kind (record)->fields[field];
  gint64 number;

  if (accord_record_is_empty (record, field))
    return NULL;
  if (accord_field_is_text (row))
    return dup_string (accord_record_peek_text (record, field));
  number = accord_record_peek_int (record, field);
  /* No is the same as nothing said. */
  if (row->type == ACCORD_FIELD_BOOLEAN)
    return number == 1 ? g_strdup ("true") : NULL;
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

/**
 * accord_dossier_value_dup_references:
 * @uids: (element-type utf8): what is referred to, in order
 * @several: whether the field holds a list
 *
 * Returns: (transfer full) (nullable): the value of a field of references, as JSON text; %NULL for none
 */
char *
accord_dossier_value_dup_references (GPtrArray *uids, gboolean several)
{
  g_autoptr (GString) json = NULL;

  if (uids->len == 0)
    return NULL;
  if (!several)
    return dup_string (uids->pdata[0]);
  json = g_string_new ("[");
  for (guint i = 0; i < uids->len; i++)
    {
      g_autofree char *uid = dup_string (uids->pdata[i]);

      g_string_append_printf (json, "%s%s", i > 0 ? "," : "", uid);
    }
  g_string_append_c (json, ']');
  return g_string_free (g_steal_pointer (&json), FALSE);
}

/* Values were bounded in depth and length when the dossier was read. */
static JsonNode *
parse (const char *value)
{
  return value != NULL ? json_from_string (value, NULL) : NULL;
}

/**
 * accord_dossier_value_dup_text:
 * @value: (nullable): a value, as JSON text
 *
 * Returns: (transfer full) (nullable): the text, where the value is one string; %NULL for any other
 */
char *
accord_dossier_value_dup_text (const char *value)
{
  g_autoptr (JsonNode) node = parse (value);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_dup_string (node)
             : NULL;
}

static gboolean
take_uid (JsonNode *node, GPtrArray *uids)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return FALSE;
  g_ptr_array_add (uids, json_node_dup_string (node));
  return TRUE;
}

/**
 * accord_dossier_value_get_references:
 * @value: (nullable): a value, as JSON text
 * @several: whether the field holds a list
 *
 * Returns: (transfer full) (element-type utf8) (nullable): the uids that it names, in their order; %NULL
 *   where it is no such value
 */
GPtrArray *
accord_dossier_value_get_references (const char *value, gboolean several)
{
  g_autoptr (GPtrArray) uids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (JsonNode) node = parse (value);
  JsonArray *array;

  if (value == NULL)
    return g_steal_pointer (&uids);
  if (node == NULL)
    return NULL;
  if (!several)
    return take_uid (node, uids) ? g_steal_pointer (&uids) : NULL;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return NULL;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!take_uid (json_array_get_element (array, i), uids))
      return NULL;
  return g_steal_pointer (&uids);
}

/* Values are in one spelling, so that the first letter says the type. */
gboolean
accord_dossier_value_fits (const AccordField *field, const char *value)
{
  g_autoptr (GPtrArray) uids = NULL;
  g_autofree char *unknown = NULL;

  if (value == NULL)
    return TRUE;
  if (field->type == ACCORD_FIELD_REFERENCE || field->type == ACCORD_FIELD_REFERENCES)
    {
      uids = accord_dossier_value_get_references (value, field->type == ACCORD_FIELD_REFERENCES);
      return uids != NULL;
    }
  if (accord_field_is_text (field))
    return *value == '"';
  if (field->type == ACCORD_FIELD_BOOLEAN)
    return strcmp (value, "true") == 0 || strcmp (value, "false") == 0;
  /* The number that stands for what nobody knows is no number. */
  unknown = g_strdup_printf ("%" G_GINT64_FORMAT, ACCORD_UNKNOWN);
  return (g_ascii_isdigit (*value) || *value == '-') && strpbrk (value, ".e") == NULL
         && strcmp (value, unknown) != 0;
}

/**
 * accord_dossier_value_put:
 * @record: a record
 * @field: the number of one of its fields, not a reference
 * @value: (nullable): a value, as JSON text; %NULL empties the field
 *
 * Returns: %FALSE where the value is of another type than the field, which then stays as it was
 */
gboolean
accord_dossier_value_put (AccordRecord *record, guint field, const char *value)
{
  const AccordField *row = &accord_record_get_kind (record)->fields[field];
  g_autoptr (JsonNode) node = parse (value);
  GType type;

  if (value != NULL && (node == NULL || !JSON_NODE_HOLDS_VALUE (node)))
    return FALSE;
  type = node != NULL ? json_node_get_value_type (node) : G_TYPE_INVALID;
  if (accord_field_is_text (row))
    {
      if (node != NULL && type != G_TYPE_STRING)
        return FALSE;
      accord_record_set_text (record, row->name, node != NULL ? json_node_get_string (node) : NULL);
    }
  else if (row->type == ACCORD_FIELD_BOOLEAN)
    {
      if (node != NULL && type != G_TYPE_BOOLEAN)
        return FALSE;
      accord_record_set_boolean (record, row->name, node != NULL && json_node_get_boolean (node));
    }
  else
    {
      if (node != NULL && type != G_TYPE_INT64)
        return FALSE;
      accord_record_set_int (record, row->name, node != NULL ? json_node_get_int (node) : ACCORD_UNKNOWN);
    }
  return TRUE;
}
