/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json-strict.h"

#include "pack-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* No number that anybody means has more. */
#define MOST_DIGITS 400

/* A point that is moved further leaves nothing, or more than a number is. */
#define FURTHEST 100000

/* Names that are made to look alike to a hash table would take for ever to tell apart. */
#define MOST_MEMBERS 4000

typedef struct
{
  const char *text;
  const char *at;
  const char *end;
  guint depth;
  guint n_values;
  guint most_values;
  GString *scratch;
  GError **error;
} Reading;

static guint
find_line (const Reading *reading)
{
  guint line = 1;

  for (const char *c = reading->text; c < reading->at && c < reading->end; c++)
    line += *c == '\n';
  return line;
}

static gpointer
fail (Reading *reading, AccordPackError code, const char *what)
{
  /* Translators: a line of a file, and what is wrong there: "line 3: it breaks off." */
  g_set_error (reading->error, ACCORD_PACK_ERROR, code, _ ("line %u: %s"), find_line (reading), what);
  return NULL;
}

static gpointer
misread (Reading *reading, const char *what)
{
  return fail (reading, ACCORD_PACK_ERROR_FORMAT, what);
}

static gboolean
is_at (const Reading *reading, char c)
{
  return reading->at < reading->end && *reading->at == c;
}

static void
skip_space (Reading *reading)
{
  while (is_at (reading, ' ') || is_at (reading, '\n') || is_at (reading, '\t') || is_at (reading, '\r'))
    reading->at++;
}

static gboolean
skip (Reading *reading, char c)
{
  skip_space (reading);
  if (!is_at (reading, c))
    return FALSE;
  reading->at++;
  return TRUE;
}

static gboolean
read_hex (Reading *reading, gunichar *code)
{
  *code = 0;
  for (guint i = 0; i < 4; i++, reading->at++)
    {
      if (reading->at >= reading->end || !g_ascii_isxdigit (*reading->at))
        return FALSE;
      *code = *code * 16 + (gunichar) g_ascii_xdigit_value (*reading->at);
    }
  return TRUE;
}

/* Two escapes may stand for one letter; half of a letter stands for none, and no text holds a nul. */
static gboolean
read_unicode (Reading *reading)
{
  gunichar code, second;

  if (!read_hex (reading, &code))
    return FALSE;
  if (code >= 0xd800 && code < 0xdc00)
    {
      if (reading->end - reading->at < 2 || reading->at[0] != '\\' || reading->at[1] != 'u')
        return FALSE;
      reading->at += 2;
      if (!read_hex (reading, &second) || second < 0xdc00 || second > 0xdfff)
        return FALSE;
      code = 0x10000 + ((code - 0xd800) << 10) + (second - 0xdc00);
    }
  if (code == 0 || (code >= 0xdc00 && code <= 0xdfff))
    return FALSE;
  g_string_append_unichar (reading->scratch, code);
  return TRUE;
}

static gboolean
read_escape (Reading *reading)
{
  static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
  const char *found;

  if (is_at (reading, 'u'))
    {
      reading->at++;
      return read_unicode (reading);
    }
  found = reading->at < reading->end ? memchr (from, *reading->at, sizeof from - 1) : NULL;
  if (found == NULL)
    return FALSE;
  g_string_append_c (reading->scratch, to[found - from]);
  reading->at++;
  return TRUE;
}

/* What is between the quotation marks, the first of which has been read; it stays in the scratch. */
static const char *
read_string (Reading *reading)
{
  g_string_truncate (reading->scratch, 0);
  while (reading->at < reading->end && *reading->at != '"')
    {
      const char *start = reading->at;

      while (reading->at < reading->end && *reading->at != '"' && *reading->at != '\\'
             && (guchar) *reading->at >= 0x20)
        reading->at++;
      g_string_append_len (reading->scratch, start, reading->at - start);
      if (is_at (reading, '\\'))
        {
          reading->at++;
          if (!read_escape (reading))
            return misread (reading, _ ("a backslash stands before what it does not belong to."));
        }
      else if (reading->at < reading->end && *reading->at != '"')
        return misread (reading, _ ("a text is not ended by a quotation mark."));
    }
  if (reading->at >= reading->end)
    return misread (reading, _ ("a text is not ended by a quotation mark."));
  reading->at++;
  return reading->scratch->str;
}

static gsize
skip_digits (Reading *reading)
{
  const char *start = reading->at;

  while (reading->at < reading->end && g_ascii_isdigit (*reading->at))
    reading->at++;
  return (gsize) (reading->at - start);
}

/* Goes past a number. Returns: whether it is written as one; @whole: without a point and an exponent. */
static gboolean
skip_number (Reading *reading, gboolean *whole)
{
  *whole = TRUE;
  if (is_at (reading, '-'))
    reading->at++;
  if (is_at (reading, '0'))
    reading->at++;
  else if (skip_digits (reading) == 0)
    return FALSE;
  if (is_at (reading, '.'))
    {
      reading->at++;
      *whole = FALSE;
      if (skip_digits (reading) == 0)
        return FALSE;
    }
  if (is_at (reading, 'e') || is_at (reading, 'E'))
    {
      reading->at++;
      *whole = FALSE;
      if (is_at (reading, '+') || is_at (reading, '-'))
        reading->at++;
      if (skip_digits (reading) == 0)
        return FALSE;
    }
  return reading->at >= reading->end || !g_ascii_isalnum (*reading->at);
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
read_number (Reading *reading)
{
  const char *start = reading->at;
  g_autofree char *written = NULL, *kept = NULL;
  gboolean whole;
  gint64 number;
  double decimal;

  if (!skip_number (reading, &whole))
    return misread (reading, _ ("a number is not written as one."));
  if (reading->at - start > MOST_DIGITS)
    return misread (reading, _ ("a number has more digits than can be kept."));
  written = g_strndup (start, (gsize) (reading->at - start));
  number = g_ascii_strtoll (written, NULL, 10);
  decimal = g_ascii_strtod (written, NULL);
  if (!isfinite (decimal))
    return misread (reading, _ ("a number is larger than can be kept."));
  kept = whole ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : accord_json_canonical_number (decimal);
  if (!is_same_number (written, kept))
    return misread (reading, _ ("a number has more digits than can be kept."));
  if (strpbrk (kept, ".e") == NULL)
    return json_node_init_int (json_node_alloc (), whole ? number : (gint64) decimal);
  return json_node_init_double (json_node_alloc (), decimal);
}

static gboolean
skip_word (Reading *reading, const char *word)
{
  const gsize length = strlen (word);

  if ((gsize) (reading->end - reading->at) < length || strncmp (reading->at, word, length) != 0)
    return FALSE;
  if (reading->at + length < reading->end && g_ascii_isalnum (reading->at[length]))
    return FALSE;
  reading->at += length;
  return TRUE;
}

static JsonNode *
read_word (Reading *reading)
{
  if (skip_word (reading, "null"))
    return json_node_init_null (json_node_alloc ());
  if (skip_word (reading, "true"))
    return json_node_init_boolean (json_node_alloc (), TRUE);
  if (skip_word (reading, "false"))
    return json_node_init_boolean (json_node_alloc (), FALSE);
  return misread (reading, _ ("a value was expected here."));
}

static JsonNode *read_value (Reading *reading);

static JsonNode *
read_array (Reading *reading)
{
  g_autoptr (JsonArray) array = json_array_new ();

  for (gboolean more = !skip (reading, ']'); more;)
    {
      JsonNode *node = read_value (reading);

      if (node == NULL)
        return NULL;
      json_array_add_element (array, node);
      more = skip (reading, ',');
      if (!more && !skip (reading, ']'))
        return misread (reading, _ ("a comma or a closing bracket was expected here."));
    }
  return json_node_init_array (json_node_alloc (), array);
}

static gboolean
read_member (Reading *reading, JsonObject *object)
{
  g_autofree char *name = NULL, *what = NULL;
  JsonNode *node;

  if (!skip (reading, '"'))
    return misread (reading, _ ("a name in quotation marks was expected here.")) != NULL;
  name = g_strdup (read_string (reading));
  if (name == NULL)
    return FALSE;
  if (json_object_get_size (object) >= MOST_MEMBERS)
    return fail (reading, ACCORD_PACK_ERROR_TOO_LARGE, _ ("an object has more members than can be read."))
           != NULL;
  if (json_object_has_member (object, name))
    {
      /* Translators: a name in a file. */
      what = g_strdup_printf (_ ("“%.80s” stands twice in one object."), name);
      return misread (reading, what) != NULL;
    }
  if (!skip (reading, ':'))
    return misread (reading, _ ("a colon was expected after a name.")) != NULL;
  node = read_value (reading);
  if (node == NULL)
    return FALSE;
  json_object_set_member (object, name, node);
  return TRUE;
}

static JsonNode *
read_object (Reading *reading)
{
  g_autoptr (JsonObject) object = json_object_new ();

  for (gboolean more = !skip (reading, '}'); more;)
    {
      if (!read_member (reading, object))
        return NULL;
      more = skip (reading, ',');
      if (!more && !skip (reading, '}'))
        return misread (reading, _ ("a comma or a closing bracket was expected here."));
    }
  return json_node_init_object (json_node_alloc (), object);
}

static JsonNode *
read_several (Reading *reading, gboolean named)
{
  JsonNode *node;

  if (reading->depth >= ACCORD_JSON_STRICT_DEPTH)
    return fail (reading, ACCORD_PACK_ERROR_TOO_LARGE, _ ("it is nested deeper than can be read."));
  reading->depth++;
  node = named ? read_object (reading) : read_array (reading);
  reading->depth--;
  return node;
}

static JsonNode *
read_value (Reading *reading)
{
  const char *text;

  skip_space (reading);
  if (reading->at >= reading->end)
    return misread (reading, _ ("it breaks off."));
  if (reading->n_values >= reading->most_values)
    return fail (reading, ACCORD_PACK_ERROR_TOO_LARGE, _ ("it has more values than can be read."));
  reading->n_values++;
  if (skip (reading, '{'))
    return read_several (reading, TRUE);
  if (skip (reading, '['))
    return read_several (reading, FALSE);
  if (*reading->at == '-' || g_ascii_isdigit (*reading->at))
    return read_number (reading);
  if (!skip (reading, '"'))
    return read_word (reading);
  text = read_string (reading);
  return text != NULL ? json_node_init_string (json_node_alloc (), text) : NULL;
}

/**
 * accord_json_strict_read:
 * @text: JSON (RFC 8259) that somebody else wrote
 * @length: of @text in bytes
 * @most_values: how many values it may have
 * @error: return location for %ACCORD_PACK_ERROR_FORMAT or %ACCORD_PACK_ERROR_TOO_LARGE, which says the line
 *
 * Reads strictly: a name that stands twice in an object is refused, for nobody knows which of the two is
 * meant; and so is a number that would be written back as another, for it would be passed on changed.
 *
 * Returns: (transfer full): what it says
 */
JsonNode *
accord_json_strict_read (const char *text, gsize length, guint most_values, GError **error)
{
  g_autoptr (GString) scratch = g_string_new (NULL);
  Reading reading = { text, text, text + length, 0, 0, most_values, scratch, error };
  g_autoptr (JsonNode) root = NULL;
  const char *valid;

  if (!g_utf8_validate_len (text, length, &valid))
    {
      reading.at = valid;
      return misread (&reading, _ ("this is no text in UTF-8."));
    }
  root = read_value (&reading);
  skip_space (&reading);
  if (root != NULL && reading.at < reading.end)
    return misread (&reading, _ ("there is more after its end."));
  return g_steal_pointer (&root);
}
