/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json-tree.h"

#include "exchange-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* No appraisal is so deep; what reads goes down as deep as the text does. */
#define DEEPEST 32

/* More values than the most lines with an amount in each of the most years: nobody typed them. */
#define MOST_VALUES 6000000

/* How much memory is asked for at a time. */
#define BLOCK 65536

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
  const char *text;
  const char *at;
  const char *end;
  guint depth;
  guint n_values;
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

static guint
find_line (const Reading *reading)
{
  guint line = 1;

  for (const char *c = reading->text; c < reading->at && c < reading->end; c++)
    line += *c == '\n';
  return line;
}

static AccordJsonNode *
fail (Reading *reading, const char *what)
{
  /* Translators: a line of a file, and what is wrong there. */
  g_set_error (reading->error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_NOT_TEXT,
               _ ("This is not JSON: line %u: %s"), find_line (reading), what);
  return NULL;
}

static void
skip_space (Reading *reading)
{
  while (reading->at < reading->end && strchr (" \t\r\n", *reading->at) != NULL && *reading->at != '\0')
    reading->at++;
}

static gboolean
skip (Reading *reading, char c)
{
  skip_space (reading);
  if (reading->at >= reading->end || *reading->at != c)
    return FALSE;
  reading->at++;
  return TRUE;
}

static AccordJsonNode *
node_new (Reading *reading, AccordJsonType type)
{
  AccordJsonNode *node = take (reading->tree, sizeof *node);

  *node = (AccordJsonNode){ .type = type };
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

/* Two escapes may stand for one letter. */
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

  if (reading->at >= reading->end)
    return FALSE;
  if (*reading->at == 'u')
    {
      reading->at++;
      return read_unicode (reading);
    }
  found = *reading->at != '\0' ? strchr (from, *reading->at) : NULL;
  if (found == NULL)
    return FALSE;
  g_string_append_c (reading->scratch, to[found - from]);
  reading->at++;
  return TRUE;
}

/* What is between the quotation marks, the first of which has been read. */
static const char *
read_string (Reading *reading)
{
  g_string_truncate (reading->scratch, 0);
  while (reading->at < reading->end && *reading->at != '"')
    {
      const char c = *reading->at++;

      if (c == '\\')
        {
          if (!read_escape (reading))
            return fail (reading, _ ("a backslash stands before what it does not belong to.")), NULL;
        }
      else if ((guchar) c < 0x20)
        return fail (reading, _ ("a text is not ended by a quotation mark.")), NULL;
      else
        g_string_append_c (reading->scratch, c);
    }
  if (reading->at >= reading->end)
    return fail (reading, _ ("a text is not ended by a quotation mark.")), NULL;
  reading->at++;
  return keep (reading->tree, reading->scratch->str, reading->scratch->len);
}

static gsize
skip_digits (Reading *reading)
{
  const char *start = reading->at;

  while (reading->at < reading->end && g_ascii_isdigit (*reading->at))
    reading->at++;
  return (gsize) (reading->at - start);
}

static AccordJsonNode *
read_number (Reading *reading)
{
  const char *start = reading->at;
  AccordJsonNode *node;
  gboolean sound;

  reading->at += *reading->at == '-';
  sound =
      reading->at < reading->end && *reading->at == '0' ? (reading->at++, TRUE) : skip_digits (reading) > 0;
  if (sound && reading->at < reading->end && *reading->at == '.')
    {
      reading->at++;
      sound = skip_digits (reading) > 0;
    }
  if (sound && reading->at < reading->end && (*reading->at == 'e' || *reading->at == 'E'))
    {
      reading->at++;
      if (reading->at < reading->end && (*reading->at == '+' || *reading->at == '-'))
        reading->at++;
      sound = skip_digits (reading) > 0;
    }
  if (!sound || (reading->at < reading->end && g_ascii_isalnum (*reading->at)))
    return fail (reading, _ ("a number is not written as one."));
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
      gsize length = strlen (words[i].word);

      if ((gsize) (reading->end - reading->at) < length || strncmp (reading->at, words[i].word, length) != 0
          || (reading->at + length < reading->end && g_ascii_isalnum (reading->at[length])))
        continue;
      reading->at += length;
      return node_new (reading, words[i].type);
    }
  return fail (reading, _ ("a value was expected here."));
}

static AccordJsonNode *read_value (Reading *reading);

static gboolean
check_keys (Reading *reading, const AccordJsonNode *object)
{
  g_autoptr (GHashTable) met = NULL;

  if (object->n_children < 2)
    return TRUE;
  met = g_hash_table_new (g_str_hash, g_str_equal);
  for (const AccordJsonNode *node = object->first; node != NULL; node = node->next)
    if (!g_hash_table_add (met, (gpointer) node->key))
      {
        /* Translators: a name in a file. */
        g_autofree char *what = g_strdup_printf (_ ("“%.80s” stands twice in one object."), node->key);

        fail (reading, what);
        return FALSE;
      }
  return TRUE;
}

static AccordJsonNode *
read_member (Reading *reading, gboolean named)
{
  const char *key = NULL;
  AccordJsonNode *node;

  if (named)
    {
      if (!skip (reading, '"'))
        return fail (reading, _ ("a name in quotation marks was expected here."));
      key = read_string (reading);
      if (key == NULL)
        return NULL;
      if (!skip (reading, ':'))
        return fail (reading, _ ("a colon was expected after a name."));
    }
  node = read_value (reading);
  if (node != NULL)
    node->key = key;
  return node;
}

/* An array or an object, whose opening bracket has been read. */
static AccordJsonNode *
read_several (Reading *reading, AccordJsonType type, char close)
{
  AccordJsonNode *self = node_new (reading, type);
  AccordJsonNode **next = &self->first;

  if (++reading->depth > DEEPEST)
    return fail (reading, _ ("it is nested deeper than any appraisal."));
  for (gboolean more = !skip (reading, close); more;)
    {
      AccordJsonNode *node = read_member (reading, type == ACCORD_JSON_OBJECT);

      if (node == NULL)
        return NULL;
      node->parent = self;
      node->index = self->n_children++;
      *next = node;
      next = &node->next;
      more = skip (reading, ',');
      if (!more && !skip (reading, close))
        return fail (reading, _ ("a comma or a closing bracket was expected here."));
    }
  reading->depth--;
  return type == ACCORD_JSON_ARRAY || check_keys (reading, self) ? self : NULL;
}

static AccordJsonNode *
read_value (Reading *reading)
{
  AccordJsonNode *node;

  skip_space (reading);
  if (reading->at >= reading->end)
    return fail (reading, _ ("it breaks off."));
  if (++reading->n_values > MOST_VALUES)
    return fail (reading, _ ("it has more values than any appraisal."));
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

static AccordJsonNode *
read_whole (Reading *reading)
{
  AccordJsonNode *root;

  /* Some programs put a mark in front that says nothing. */
  if (g_str_has_prefix (reading->at, "\xef\xbb\xbf"))
    reading->at += 3;
  root = read_value (reading);
  skip_space (reading);
  if (root != NULL && reading->at < reading->end)
    return fail (reading, _ ("there is more after its end."));
  return root;
}

/**
 * accord_json_tree_read:
 * @text: a text
 * @length: of @text in bytes
 * @error: return location for %ACCORD_EXCHANGE_ERROR_NOT_TEXT, which names the line
 *
 * Returns: (transfer full): what it says; %NULL where it is not JSON
 */
AccordJsonTree *
accord_json_tree_read (const char *text, gsize length, GError **error)
{
  g_autoptr (AccordJsonTree) self = NULL;
  g_autoptr (GString) scratch = g_string_new (NULL);
  /* It is walked as a string, which ends with a nul. */
  g_autofree char *copy = NULL;
  Reading reading;

  if (length > ACCORD_JSON_TREE_LARGEST)
    {
      g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_NOT_TEXT,
                   _ ("This file is larger than %d MB, which no appraisal is."),
                   ACCORD_JSON_TREE_LARGEST / 1024 / 1024);
      return NULL;
    }
  if (!g_utf8_validate (text, (gssize) length, NULL))
    {
      g_set_error_literal (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_NOT_TEXT,
                           _ ("This is not JSON: it is not a text in UTF-8."));
      return NULL;
    }
  copy = g_strndup (text, length);
  self = g_new0 (AccordJsonTree, 1);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  reading = (Reading){ self, copy, copy, copy + length, 0, 0, scratch, error };
  self->root = read_whole (&reading);
  return self->root != NULL ? g_steal_pointer (&self) : NULL;
}

void
accord_json_tree_free (AccordJsonTree *self)
{
  g_ptr_array_unref (self->blocks);
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
