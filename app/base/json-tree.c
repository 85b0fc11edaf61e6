/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json-tree.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

G_DEFINE_QUARK (accord_json_error, accord_json_error)

/* How much memory is asked for at a time. */
#define BLOCK 65536

/* So few names are faster compared each with each than sorted. */
#define FEW_NAMES 8

struct _AccordJsonTree
{
  GPtrArray *blocks;
  char *at;
  gsize left;
  AccordJsonNode *root;
};

typedef struct
{
  AccordJsonTree *tree;
  const char *at;
  const char *end;
  guint line;
  guint depth;
  guint n_values;
  guint most_values;
  GString *scratch;
  GError **error;
} Reading;

static gpointer
take (AccordJsonTree *self, gsize size)
{
  gpointer memory;

  size = (size + 7) & ~(gsize) 7;
  if (size > self->left)
    {
      self->left = MAX (size, BLOCK);
      self->at = g_malloc (self->left);
      g_ptr_array_add (self->blocks, self->at);
    }
  memory = self->at;
  self->at += size;
  self->left -= size;
  return memory;
}

static char *
keep (AccordJsonTree *self, const char *text, gsize length)
{
  char *copy = take (self, length + 1);

  memcpy (copy, text, length);
  copy[length] = '\0';
  return copy;
}

static gpointer
fail (Reading *reading, AccordJsonError code, const char *what)
{
  /* Translators: a line of a file, and what is wrong there: "line 3: it breaks off." */
  g_set_error (reading->error, ACCORD_JSON_ERROR, code, _ ("line %u: %s"), reading->line, what);
  return NULL;
}

static gpointer
misread (Reading *reading, const char *what)
{
  return fail (reading, ACCORD_JSON_ERROR_FORMAT, what);
}

static gboolean
is_at (const Reading *reading, char c)
{
  return reading->at < reading->end && *reading->at == c;
}

/* A line ends nowhere else: no text holds what ends one. */
static void
skip_space (Reading *reading)
{
  for (; reading->at < reading->end; reading->at++)
    if (*reading->at == '\n')
      reading->line++;
    else if (*reading->at != ' ' && *reading->at != '\t' && *reading->at != '\r')
      return;
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

static AccordJsonNode *
node_new (Reading *reading, AccordJsonType type)
{
  AccordJsonNode *node = take (reading->tree, sizeof *node);

  *node = (AccordJsonNode){ .type = type, .line = reading->line };
  return node;
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

/* Goes past what stands for itself in a text. Returns: where it began */
static const char *
skip_letters (Reading *reading)
{
  const char *start = reading->at;

  while (reading->at < reading->end && *reading->at != '"' && *reading->at != '\\'
         && (guchar) *reading->at >= 0x20)
    reading->at++;
  return start;
}

/* What is between the quotation marks, the first of which has been read; most texts are just as they stand.
 */
static const char *
read_string (Reading *reading)
{
  const char *start = skip_letters (reading);

  if (is_at (reading, '"'))
    return keep (reading->tree, start, (gsize) (reading->at++ - start));
  g_string_truncate (reading->scratch, 0);
  g_string_append_len (reading->scratch, start, reading->at - start);
  while (is_at (reading, '\\'))
    {
      reading->at++;
      if (!read_escape (reading))
        return misread (reading, _ ("a backslash stands before what it does not belong to."));
      start = skip_letters (reading);
      g_string_append_len (reading->scratch, start, reading->at - start);
    }
  if (!is_at (reading, '"'))
    return misread (reading, _ ("a text is not ended by a quotation mark."));
  reading->at++;
  return keep (reading->tree, reading->scratch->str, reading->scratch->len);
}

static gboolean
skip_digits (Reading *reading)
{
  const char *start = reading->at;

  while (reading->at < reading->end && g_ascii_isdigit (*reading->at))
    reading->at++;
  return reading->at > start;
}

/* Goes past a number. Returns: whether it is written as one */
static gboolean
skip_number (Reading *reading)
{
  reading->at += is_at (reading, '-');
  if (is_at (reading, '0'))
    reading->at++;
  else if (!skip_digits (reading))
    return FALSE;
  if (is_at (reading, '.'))
    {
      reading->at++;
      if (!skip_digits (reading))
        return FALSE;
    }
  if (is_at (reading, 'e') || is_at (reading, 'E'))
    {
      reading->at++;
      reading->at += is_at (reading, '+') || is_at (reading, '-');
      if (!skip_digits (reading))
        return FALSE;
    }
  return reading->at >= reading->end || !g_ascii_isalnum (*reading->at);
}

static AccordJsonNode *
read_number (Reading *reading)
{
  const char *start = reading->at;
  AccordJsonNode *node;

  if (!skip_number (reading))
    return misread (reading, _ ("a number is not written as one."));
  node = node_new (reading, ACCORD_JSON_NUMBER);
  node->text = keep (reading->tree, start, (gsize) (reading->at - start));
  return node;
}

static AccordJsonNode *
read_word (Reading *reading)
{
  static const struct
  {
    const char *word;
    AccordJsonType type;
  } words[] = { { "null", ACCORD_JSON_NULL }, { "true", ACCORD_JSON_TRUE }, { "false", ACCORD_JSON_FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const gsize length = strlen (words[i].word), left = (gsize) (reading->end - reading->at);

      if (left < length || memcmp (reading->at, words[i].word, length) != 0
          || (left > length && g_ascii_isalnum (reading->at[length])))
        continue;
      reading->at += length;
      return node_new (reading, words[i].type);
    }
  return misread (reading, _ ("a value was expected here."));
}

static AccordJsonNode *
fail_twice (Reading *reading, const AccordJsonNode *second)
{
  /* Translators: a name in a file. */
  g_autofree char *what = g_strdup_printf (_ ("“%.80s” stands twice in one object."), second->key);

  reading->line = second->line;
  return misread (reading, what);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const AccordJsonNode *one = *(const AccordJsonNode *const *) a, *other = *(const AccordJsonNode *const *) b;
  const int order = strcmp (one->key, other->key);

  return order != 0 ? order : (one->index > other->index) - (one->index < other->index);
}

/* Sorted, for names can be made to look alike to a hash table, which would then take for ever. */
static const AccordJsonNode *
find_twice_sorted (const AccordJsonNode *object)
{
  g_autofree const AccordJsonNode **members = g_new (const AccordJsonNode *, object->n_children);
  guint n = 0;

  for (const AccordJsonNode *node = object->first; node != NULL; node = node->next)
    members[n++] = node;
  qsort (members, n, sizeof *members, compare_keys);
  for (guint i = 1; i < n; i++)
    if (g_str_equal (members[i - 1]->key, members[i]->key))
      return members[i];
  return NULL;
}

/* Returns: the second member of one name, or NULL */
static const AccordJsonNode *
find_twice (const AccordJsonNode *object)
{
  if (object->n_children > FEW_NAMES)
    return find_twice_sorted (object);
  for (const AccordJsonNode *node = object->first; node != NULL; node = node->next)
    for (const AccordJsonNode *before = object->first; before != node; before = before->next)
      if (g_str_equal (before->key, node->key))
        return node;
  return NULL;
}

static AccordJsonNode *read_value (Reading *reading);

static AccordJsonNode *
read_member (Reading *reading)
{
  const char *key;
  AccordJsonNode *node;
  guint line;

  if (!skip (reading, '"'))
    return misread (reading, _ ("a name in quotation marks was expected here."));
  line = reading->line;
  key = read_string (reading);
  if (key == NULL)
    return NULL;
  if (!skip (reading, ':'))
    return misread (reading, _ ("a colon was expected after a name."));
  node = read_value (reading);
  if (node == NULL)
    return NULL;
  node->key = key;
  node->line = line;
  return node;
}

/* An array or an object, whose opening bracket has been read. */
static AccordJsonNode *
read_several (Reading *reading, AccordJsonType type, char close)
{
  AccordJsonNode *self = node_new (reading, type);
  AccordJsonNode **next = &self->first;
  const AccordJsonNode *twice;

  if (++reading->depth > ACCORD_JSON_DEEPEST)
    return fail (reading, ACCORD_JSON_ERROR_TOO_LARGE, _ ("it is nested deeper than can be read."));
  for (gboolean more = !skip (reading, close); more;)
    {
      AccordJsonNode *node = type == ACCORD_JSON_OBJECT ? read_member (reading) : read_value (reading);

      if (node == NULL)
        return NULL;
      node->parent = self;
      node->index = self->n_children++;
      *next = node;
      next = &node->next;
      more = skip (reading, ',');
      if (!more && !skip (reading, close))
        return misread (reading, _ ("a comma or a closing bracket was expected here."));
    }
  reading->depth--;
  twice = type == ACCORD_JSON_OBJECT ? find_twice (self) : NULL;
  return twice != NULL ? fail_twice (reading, twice) : self;
}

static AccordJsonNode *
read_value (Reading *reading)
{
  AccordJsonNode *node;

  skip_space (reading);
  if (reading->at >= reading->end)
    return misread (reading, _ ("it breaks off."));
  if (reading->n_values >= reading->most_values)
    return fail (reading, ACCORD_JSON_ERROR_TOO_LARGE, _ ("it has more values than can be read."));
  reading->n_values++;
  if (skip (reading, '{'))
    return read_several (reading, ACCORD_JSON_OBJECT, '}');
  if (skip (reading, '['))
    return read_several (reading, ACCORD_JSON_ARRAY, ']');
  if (*reading->at == '-' || g_ascii_isdigit (*reading->at))
    return read_number (reading);
  if (!skip (reading, '"'))
    return read_word (reading);
  node = node_new (reading, ACCORD_JSON_STRING);
  node->text = read_string (reading);
  return node->text != NULL ? node : NULL;
}

/* Returns: whether all of it is text, which holds no nul; the line of what is none is told */
static gboolean
check_letters (Reading *reading)
{
  const char *valid;

  if (g_utf8_validate_len (reading->at, (gsize) (reading->end - reading->at), &valid))
    return TRUE;
  for (const char *c = reading->at; c < valid; c++)
    reading->line += *c == '\n';
  return misread (reading, _ ("this is no text in UTF-8.")) != NULL;
}

/**
 * accord_json_tree_read:
 * @text: a text that anybody may have written; it need not end with a nul
 * @length: of @text in bytes, which is for the caller to bound
 * @most_values: how many values it may have: each takes 56 bytes of memory, besides its words
 * @error: return location for %ACCORD_JSON_ERROR_FORMAT, or %ACCORD_JSON_ERROR_TOO_LARGE where it has more
 *   values, or stands deeper than %ACCORD_JSON_DEEPEST; "line 3: it breaks off."
 *
 * Reads RFC 8259 and no more: UTF-8 without a mark before it, one value, of any type. Stricter than that, it
 * refuses a name that stands twice in an object, half of a surrogate pair, and `\u0000`, which no text of
 * ours can hold.
 *
 * Returns: (transfer full) (nullable): what it says; %NULL where it is not JSON
 */
AccordJsonTree *
accord_json_tree_read (const char *text, gsize length, guint most_values, GError **error)
{
  g_autoptr (AccordJsonTree) self = g_new0 (AccordJsonTree, 1);
  g_autoptr (GString) scratch = g_string_new (NULL);
  Reading reading = { self, text, text + length, 1, 0, 0, most_values, scratch, error };

  g_return_val_if_fail (text != NULL, NULL);

  self->blocks = g_ptr_array_new_with_free_func (g_free);
  if (!check_letters (&reading))
    return NULL;
  self->root = read_value (&reading);
  if (self->root == NULL)
    return NULL;
  skip_space (&reading);
  if (reading.at < reading.end)
    return misread (&reading, _ ("there is more after its end."));
  return g_steal_pointer (&self);
}

/**
 * accord_json_tree_free:
 * @self: a tree
 *
 * Frees it with all its nodes and their texts.
 */
void
accord_json_tree_free (AccordJsonTree *self)
{
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_free (self);
}

/**
 * accord_json_tree_get_root:
 * @self: a tree
 *
 * Returns: (transfer none): its outermost value
 */
AccordJsonNode *
accord_json_tree_get_root (const AccordJsonTree *self)
{
  return self->root;
}
