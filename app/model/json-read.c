/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json-read.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "json-depth.h"
#include "model-error.h"

/* No table is so deep; the parser walks down as deep as a text goes. */
#define DEEPEST 32

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_NOT_KNOWN, message);
  return FALSE;
}

/* The parser knows its place no longer once it has given up. */
static void
note_line (JsonParser *parser, gpointer error, gpointer line)
{
  (void) error;
  *(guint *) line = json_parser_get_current_line (parser);
}

/**
 * accord_json_read:
 * @text: JSON
 * @length: of @text in bytes, or -1 where it ends with a nul
 * @error: return location for an error
 *
 * Reads a text of JSON that somebody else wrote.
 *
 * Returns: (transfer full) (nullable): a parser that holds it, with an object at its root; %NULL with one
 * sentence that names the line where @text is none
 */
JsonParser *
accord_json_read (const char *text, gssize length, GError **error)
{
  const gsize size = length < 0 ? strlen (text) : (gsize) length;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *message = NULL;
  guint deep, line = 1;

  if (!g_utf8_validate (text, (gssize) size, NULL))
    return fail (error, _ ("The JSON is not written in UTF-8.")), NULL;
  deep = accord_json_find_too_deep (text, size, DEEPEST);
  if (deep != 0)
    {
      message = g_strdup_printf (_ ("Line %u of the JSON is nested deeper than a table can be."), deep);
      return fail (error, message), NULL;
    }
  g_signal_connect (parser, "error", G_CALLBACK (note_line), &line);
  if (!json_parser_load_from_data (parser, text, (gssize) size, NULL))
    {
      message = g_strdup_printf (_ ("Line %u of the JSON cannot be read."), line);
      return fail (error, message), NULL;
    }
  g_signal_handlers_disconnect_by_func (parser, note_line, &line);
  if (json_parser_get_root (parser) == NULL || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return fail (error, _ ("The JSON is not an object with members.")), NULL;
  return g_steal_pointer (&parser);
}

static JsonNode *
get_node (JsonObject *object, const char *member, JsonNodeType type)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;

  return node != NULL && json_node_get_node_type (node) == type ? node : NULL;
}

/**
 * accord_json_get_object:
 * @object: (nullable): an object
 * @member: the name of a member
 *
 * Returns: (transfer none) (nullable): the object that @member is
 */
JsonObject *
accord_json_get_object (JsonObject *object, const char *member)
{
  JsonNode *node = get_node (object, member, JSON_NODE_OBJECT);

  return node != NULL ? json_node_get_object (node) : NULL;
}

/**
 * accord_json_get_array:
 * @object: (nullable): an object
 * @member: the name of a member
 *
 * Returns: (transfer none) (nullable): the array that @member is
 */
JsonArray *
accord_json_get_array (JsonObject *object, const char *member)
{
  JsonNode *node = get_node (object, member, JSON_NODE_ARRAY);

  return node != NULL ? json_node_get_array (node) : NULL;
}

/**
 * accord_json_get_row:
 * @array: an array
 * @index: below its length
 *
 * Returns: (transfer none) (nullable): the object at @index
 */
JsonObject *
accord_json_get_row (JsonArray *array, guint index)
{
  JsonNode *node = json_array_get_element (array, index);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/**
 * accord_json_get_text:
 * @object: (nullable): an object
 * @member: the name of a member
 *
 * Returns: (transfer none) (nullable): the text that @member is, unless it is empty
 */
const char *
accord_json_get_text (JsonObject *object, const char *member)
{
  JsonNode *node = get_node (object, member, JSON_NODE_VALUE);
  const char *text =
      node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;

  return text != NULL && *text != '\0' ? text : NULL;
}

static gboolean
get_number (JsonObject *object, const char *member, double *value)
{
  JsonNode *node = get_node (object, member, JSON_NODE_VALUE);
  GType type = node != NULL ? json_node_get_value_type (node) : G_TYPE_NONE;

  if (type == G_TYPE_INT64)
    *value = (double) json_node_get_int (node);
  else if (type == G_TYPE_DOUBLE)
    *value = json_node_get_double (node);
  else
    return FALSE;
  return isfinite (*value);
}

/**
 * accord_json_get_whole:
 * @object: (nullable): an object
 * @member: the name of a member
 * @value: (out): the whole number that it is
 *
 * Returns: %TRUE and @value, or %FALSE where @member is no whole number
 */
gboolean
accord_json_get_whole (JsonObject *object, const char *member, gint64 *value)
{
  double number;

  if (!get_number (object, member, &number) || number != floor (number) || fabs (number) > 1e15)
    return FALSE;
  *value = (gint64) number;
  return TRUE;
}

/**
 * accord_json_get_decimal:
 * @object: (nullable): an object
 * @member: the name of a member
 * @value: (out): the number that it is
 *
 * JSON's numbers are read as doubles, which hold what was written with up to fifteen digits.
 *
 * Returns: %TRUE and @value, or %FALSE where @member is no number that a decimal holds
 */
gboolean
accord_json_get_decimal (JsonObject *object, const char *member, AccordDecimal *value)
{
  double number;

  return get_number (object, member, &number) && accord_decimal_from_double (number, value);
}

/**
 * accord_json_is_true:
 * @object: (nullable): an object
 * @member: the name of a member
 *
 * Returns: whether @member is `true`
 */
gboolean
accord_json_is_true (JsonObject *object, const char *member)
{
  JsonNode *node = get_node (object, member, JSON_NODE_VALUE);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN && json_node_get_boolean (node);
}
