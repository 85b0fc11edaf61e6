/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json-canonical.h"

#include "json-string.h"

#include <math.h>

/* Up to here every whole number is a double. */
#define MOST_EXACT 9007199254740992.0

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (a, b);
}

/**
 * accord_json_canonical_number:
 * @number: a finite number
 *
 * Returns: (transfer full): the shortest digits that read back as @number; a whole number without a point
 */
char *
accord_json_canonical_number (double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (number == floor (number) && fabs (number) <= MOST_EXACT)
    return g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) number);
  g_ascii_formatd (digits, sizeof digits, "%.15g", number);
  if (g_ascii_strtod (digits, NULL) != number)
    g_ascii_formatd (digits, sizeof digits, "%.16g", number);
  if (g_ascii_strtod (digits, NULL) != number)
    g_ascii_formatd (digits, sizeof digits, "%.17g", number);
  return g_strdup (digits);
}

static void
append_object (GString *text, JsonObject *object)
{
  g_autoptr (GList) names = g_list_sort (json_object_get_members (object), compare_names);

  g_string_append_c (text, '{');
  for (GList *at = names; at != NULL; at = at->next)
    {
      if (at != names)
        g_string_append_c (text, ',');
      accord_json_append_string (text, at->data);
      g_string_append_c (text, ':');
      accord_json_canonical_append (text, json_object_get_member (object, at->data));
    }
  g_string_append_c (text, '}');
}

static void
append_array (GString *text, JsonArray *array)
{
  g_string_append_c (text, '[');
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      accord_json_canonical_append (text, json_array_get_element (array, i));
    }
  g_string_append_c (text, ']');
}

static void
append_value (GString *text, JsonNode *node)
{
  const GType type = json_node_get_value_type (node);
  g_autofree char *digits = NULL;

  if (type == G_TYPE_STRING)
    accord_json_append_string (text, json_node_get_string (node));
  else if (type == G_TYPE_BOOLEAN)
    g_string_append (text, json_node_get_boolean (node) ? "true" : "false");
  else if (type == G_TYPE_DOUBLE && !isfinite (json_node_get_double (node)))
    g_string_append (text, "null");
  else if (type == G_TYPE_DOUBLE)
    g_string_append (text, digits = accord_json_canonical_number (json_node_get_double (node)));
  else
    g_string_append_printf (text, "%" G_GINT64_FORMAT, json_node_get_int (node));
}

/**
 * accord_json_canonical_append:
 * @text: where to append
 * @node: a value
 *
 * Writes @node in the one spelling that equal values have: members by name, no blanks, the shortest digits. A
 * number that is none is null.
 */
void
accord_json_canonical_append (GString *text, JsonNode *node)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      append_object (text, json_node_get_object (node));
      break;
    case JSON_NODE_ARRAY:
      append_array (text, json_node_get_array (node));
      break;
    case JSON_NODE_VALUE:
      append_value (text, node);
      break;
    default:
      g_string_append (text, "null");
      break;
    }
}

/**
 * accord_json_canonical_object:
 * @object: an object
 *
 * Returns: (transfer full): @object in the one spelling that equal objects have
 */
char *
accord_json_canonical_object (JsonObject *object)
{
  GString *text = g_string_new (NULL);

  append_object (text, object);
  return g_string_free (text, FALSE);
}
