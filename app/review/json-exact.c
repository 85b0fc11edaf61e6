/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json-exact.h"

#include "json-canonical.h"
#include "json-tree.h"
#include "pack-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* No number that anybody means has more. */
#define MOST_DIGITS 400

/* So many digits are a whole number that 64 bits hold, whatever they are. */
#define SURE_DIGITS 18

/* A point that is moved further leaves nothing, or more than a number is. */
#define FURTHEST 100000

/* Names that are made to look alike to a hash table would take for ever to tell apart. */
#define MOST_MEMBERS 4000

static JsonNode *
fail (const AccordJsonNode *node, AccordPackError code, const char *what, GError **error)
{
  /* Translators: a line of a file, and what is wrong there: "line 3: it breaks off." */
  g_set_error (error, ACCORD_PACK_ERROR, code, _ ("line %u: %s"), node->line, what);
  return NULL;
}

/* A number's digits from the first to the last that is not 0; @point: how many of them stand before the
 * point. */
static char *
dup_digits (const char *number, gint64 *point)
{
  GString *digits = g_string_new (NULL);
  gboolean after = FALSE;
  gint64 n_before = 0, n_zeros = 0;

  for (; *number != '\0' && *number != 'e' && *number != 'E'; number++)
    if (*number == '.')
      after = TRUE;
    else if (g_ascii_isdigit (*number))
      {
        if (digits->len > 0 || *number != '0')
          g_string_append_c (digits, *number);
        else
          n_zeros += after;
        n_before += !after && digits->len > 0;
      }
  while (digits->len > 0 && digits->str[digits->len - 1] == '0')
    g_string_truncate (digits, digits->len - 1);
  *point = n_before - n_zeros;
  if (*number != '\0')
    *point += CLAMP (g_ascii_strtoll (number + 1, NULL, 10), -FURTHEST, FURTHEST);
  if (digits->len == 0)
    *point = 0;
  return g_string_free (digits, FALSE);
}

/* Whether two spellings are the same number, to the last digit. */
static gboolean
is_same_number (const char *a, const char *b)
{
  gint64 point_a, point_b;
  g_autofree char *digits_a = dup_digits (a, &point_a), *digits_b = dup_digits (b, &point_b);

  return point_a == point_b && g_str_equal (digits_a, digits_b);
}

/* What would come out as another number than went in is refused. */
static JsonNode *
take_number (const AccordJsonNode *node, GError **error)
{
  const char *written = node->text;
  const gsize length = strlen (written);
  const gboolean whole = strpbrk (written, ".eE") == NULL;
  const gint64 number = g_ascii_strtoll (written, NULL, 10);
  g_autofree char *kept = NULL;
  double decimal;

  if (whole && length <= SURE_DIGITS)
    return json_node_init_int (json_node_alloc (), number);
  if (length > MOST_DIGITS)
    return fail (node, ACCORD_PACK_ERROR_FORMAT, _ ("a number has more digits than can be kept."), error);
  decimal = g_ascii_strtod (written, NULL);
  if (!isfinite (decimal))
    return fail (node, ACCORD_PACK_ERROR_FORMAT, _ ("a number is larger than can be kept."), error);
  kept = whole ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : accord_json_canonical_number (decimal);
  if (!is_same_number (written, kept))
    return fail (node, ACCORD_PACK_ERROR_FORMAT, _ ("a number has more digits than can be kept."), error);
  if (strpbrk (kept, ".e") == NULL)
    return json_node_init_int (json_node_alloc (), whole ? number : (gint64) decimal);
  return json_node_init_double (json_node_alloc (), decimal);
}

static JsonNode *take_value (const AccordJsonNode *node, GError **error);

static JsonNode *
take_array (const AccordJsonNode *node, GError **error)
{
  g_autoptr (JsonArray) array = json_array_sized_new (node->n_children);

  for (const AccordJsonNode *one = node->first; one != NULL; one = one->next)
    {
      JsonNode *element = take_value (one, error);

      if (element == NULL)
        return NULL;
      json_array_add_element (array, element);
    }
  return json_node_init_array (json_node_alloc (), array);
}

static JsonNode *
take_object (const AccordJsonNode *node, GError **error)
{
  g_autoptr (JsonObject) object = NULL;

  if (node->n_children > MOST_MEMBERS)
    return fail (node, ACCORD_PACK_ERROR_TOO_LARGE, _ ("an object has more members than can be read."),
                 error);
  object = json_object_new ();
  for (const AccordJsonNode *one = node->first; one != NULL; one = one->next)
    {
      JsonNode *member = take_value (one, error);

      if (member == NULL)
        return NULL;
      json_object_set_member (object, one->key, member);
    }
  return json_node_init_object (json_node_alloc (), object);
}

static JsonNode *
take_value (const AccordJsonNode *node, GError **error)
{
  switch (node->type)
    {
    case ACCORD_JSON_OBJECT:
      return take_object (node, error);
    case ACCORD_JSON_ARRAY:
      return take_array (node, error);
    case ACCORD_JSON_STRING:
      return json_node_init_string (json_node_alloc (), node->text);
    case ACCORD_JSON_NUMBER:
      return take_number (node, error);
    case ACCORD_JSON_NULL:
      return json_node_init_null (json_node_alloc ());
    case ACCORD_JSON_FALSE:
    case ACCORD_JSON_TRUE:
    default:
      return json_node_init_boolean (json_node_alloc (), node->type == ACCORD_JSON_TRUE);
    }
}

/**
 * accord_json_exact_read:
 * @text: JSON that somebody else wrote
 * @length: of @text in bytes
 * @most_values: how many values it may have
 * @error: return location for %ACCORD_PACK_ERROR_FORMAT or %ACCORD_PACK_ERROR_TOO_LARGE, which says the line
 *
 * Reads what is to be passed on as it came: as strictly as accord_json_tree_read(), and a number that would
 * be written back as another is refused.
 *
 * Returns: (transfer full) (nullable): what it says
 */
JsonNode *
accord_json_exact_read (const char *text, gsize length, guint most_values, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (AccordJsonTree) tree = accord_json_tree_read (text, length, most_values, &reason);
  const gboolean large = g_error_matches (reason, ACCORD_JSON_ERROR, ACCORD_JSON_ERROR_TOO_LARGE);

  if (tree != NULL)
    return take_value (accord_json_tree_get_root (tree), error);
  g_set_error_literal (error, ACCORD_PACK_ERROR,
                       large ? ACCORD_PACK_ERROR_TOO_LARGE : ACCORD_PACK_ERROR_FORMAT, reason->message);
  return NULL;
}
