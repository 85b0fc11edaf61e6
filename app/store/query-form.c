/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query-form.h"

#include "error.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

/* The words of #AccordOperator, in its order. */
static const char *const operators[] = {
  "equal", "not-equal", "at-least", "at-most", "contains", "unknown", "known", "in-effect",
};

static void
write_filter (JsonBuilder *builder, const AccordKind *kind, const AccordFilter *filter)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "field");
  json_builder_add_string_value (builder, kind->fields[filter->field].name);
  json_builder_set_member_name (builder, "operator");
  json_builder_add_string_value (builder, operators[filter->op]);
  if (filter->alternative)
    {
      json_builder_set_member_name (builder, "or");
      json_builder_add_boolean_value (builder, TRUE);
    }
  if (filter->text != NULL)
    {
      json_builder_set_member_name (builder, "text");
      json_builder_add_string_value (builder, filter->text);
    }
  else if (filter->op != ACCORD_OPERATOR_UNKNOWN && filter->op != ACCORD_OPERATOR_KNOWN)
    {
      json_builder_set_member_name (builder, "number");
      json_builder_add_int_value (builder, filter->number);
    }
  json_builder_end_object (builder);
}

/**
 * accord_query_dup_json:
 * @self: a query
 *
 * Puts a query into words that can be kept, such as a search that a person wants again. Fields are named, so
 * that a later version with more of them reads it too.
 *
 * Returns: (transfer full): a JSON object
 */
char *
accord_query_dup_json (AccordQuery *self)
{
  const AccordKind *kind = accord_query_get_kind (self);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "kind");
  json_builder_add_string_value (builder, kind->name);
  if (accord_query_get_search (self) != NULL)
    {
      json_builder_set_member_name (builder, "search");
      json_builder_add_string_value (builder, accord_query_get_search (self));
    }
  if (accord_query_get_sort (self) >= 0)
    {
      json_builder_set_member_name (builder, "sort");
      json_builder_add_string_value (builder, kind->fields[accord_query_get_sort (self)].name);
    }
  json_builder_set_member_name (builder, "descending");
  json_builder_add_boolean_value (builder, accord_query_get_descending (self));
  json_builder_set_member_name (builder, "deleted");
  json_builder_add_boolean_value (builder, accord_query_get_deleted (self));
  if (accord_query_get_limit (self) >= 0)
    {
      json_builder_set_member_name (builder, "limit");
      json_builder_add_int_value (builder, accord_query_get_limit (self));
    }
  json_builder_set_member_name (builder, "filters");
  json_builder_begin_array (builder);
  for (guint i = 0; i < accord_query_get_n_filters (self); i++)
    write_filter (builder, kind, accord_query_get_filter (self, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

static int
find_field (const AccordKind *kind, const char *name, GError **error)
{
  int field = name != NULL ? accord_kind_find_field (kind, name) : -1;

  if (field < 0)
    g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NOT_FOUND, _ ("A %s has no field “%s”."),
                 kind->name, name != NULL ? name : "");
  return field;
}

static const char *
text_of (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node)
                                                                          : NULL;
}

static gboolean
truth_of (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN && json_node_get_boolean (node);
}

static gint64
number_of (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : 0;
}

static gboolean
read_filter (AccordQuery *query, JsonNode *node, GError **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *word = object != NULL ? text_of (object, "operator") : NULL;
  int field =
      object != NULL ? find_field (accord_query_get_kind (query), text_of (object, "field"), error) : -1;

  for (guint op = 0; word != NULL && field >= 0 && op < G_N_ELEMENTS (operators); op++)
    if (g_str_equal (word, operators[op]))
      {
        AccordFilter filter = { field, op, (char *) text_of (object, "text"), number_of (object, "number"),
                                truth_of (object, "or") };

        accord_query_add_filter (query, &filter);
        return TRUE;
      }
  if (error == NULL || *error == NULL)
    g_set_error_literal (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_INVALID,
                         _ ("A filter of this search is not one that Accord knows."));
  return FALSE;
}

static AccordQuery *
read_query (AccordSchema *schema, JsonObject *object, GError **error)
{
  const char *name = text_of (object, "kind");
  const AccordKind *kind = accord_schema_require_kind (schema, name != NULL ? name : "", error);
  g_autoptr (AccordQuery) query = kind != NULL ? accord_query_new (kind) : NULL;
  JsonNode *filters = json_object_get_member (object, "filters");
  int sort = -1;

  if (query == NULL)
    return NULL;
  if (text_of (object, "sort") != NULL && (sort = find_field (kind, text_of (object, "sort"), error)) < 0)
    return NULL;
  if (text_of (object, "search") != NULL)
    accord_query_set_search (query, text_of (object, "search"));
  if (sort >= 0)
    accord_query_set_sort (query, sort, truth_of (object, "descending"));
  accord_query_set_deleted (query, truth_of (object, "deleted"));
  if (json_object_has_member (object, "limit"))
    accord_query_set_limit (query, number_of (object, "limit"));
  for (guint i = 0; filters != NULL && JSON_NODE_HOLDS_ARRAY (filters)
                    && i < json_array_get_length (json_node_get_array (filters));
       i++)
    if (!read_filter (query, json_array_get_element (json_node_get_array (filters), i), error))
      return NULL;
  return g_steal_pointer (&query);
}

/**
 * accord_query_new_from_json:
 * @schema: the kinds
 * @json: what accord_query_dup_json() wrote
 * @error: return location for an error
 *
 * Returns: (transfer full): the query; %NULL where a kind or a field of it is not known here
 */
AccordQuery *
accord_query_new_from_json (AccordSchema *schema, const char *json, GError **error)
{
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (ACCORD_IS_SCHEMA (schema), NULL);
  g_return_val_if_fail (json != NULL, NULL);

  root = json_from_string (json, NULL);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_INVALID,
                           _ ("This saved search cannot be read."));
      return NULL;
    }
  return read_query (schema, json_node_get_object (root), error);
}
