/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json-guard.h"

#include "pack-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Longer than any number that means something here. */
#define LONGEST_NUMBER 64

/**
 * Level:
 * @object: whether it is an object rather than an array
 * @names: (nullable): the names met so far, from the second on
 * @first: (nullable): the first name
 *
 * An array or object that is open.
 */
typedef struct
{
  gboolean object;
  GHashTable *names;
  char *first;
} Level;

typedef struct
{
  const char *at;
  const char *end;
  const char *what;
  Level levels[ACCORD_JSON_GUARD_DEPTH];
  guint depth;
  guint n_values;
  guint n_containers;
  GString *name;
} Guard;

static gboolean
fail (const Guard *self, AccordPackError code, const char *why, GError **error)
{
  /* Translators: a part of a pack, and what is wrong with it. */
  g_set_error (error, ACCORD_PACK_ERROR, code, _ ("“%s” is not sound: %s."), self->what, why);
  return FALSE;
}

static gboolean
fail_json (const Guard *self, GError **error)
{
  return fail (self, ACCORD_PACK_ERROR_FORMAT, _ ("it is not JSON"), error);
}

static void
skip_space (Guard *self)
{
  while (self->at < self->end
         && (*self->at == ' ' || *self->at == '\t' || *self->at == '\n' || *self->at == '\r'))
    self->at++;
}

static gboolean
skip (Guard *self, char c)
{
  if (self->at >= self->end || *self->at != c)
    return FALSE;
  self->at++;
  return TRUE;
}

static gboolean
read_hex (Guard *self, gunichar *code)
{
  *code = 0;
  for (guint i = 0; i < 4; i++, self->at++)
    {
      if (self->at >= self->end || !g_ascii_isxdigit (*self->at))
        return FALSE;
      *code = *code * 16 + (gunichar) g_ascii_xdigit_value (*self->at);
    }
  return TRUE;
}

/* A NUL would end the text early for whoever reads it; half a pair is no letter. */
static gboolean
read_unicode (Guard *self, GString *into)
{
  gunichar code, second;

  if (!read_hex (self, &code))
    return FALSE;
  if (code >= 0xd800 && code < 0xdc00)
    {
      if (!skip (self, '\\') || !skip (self, 'u') || !read_hex (self, &second) || second < 0xdc00
          || second > 0xdfff)
        return FALSE;
      code = 0x10000 + ((code - 0xd800) << 10) + (second - 0xdc00);
    }
  if (code == 0 || (code >= 0xdc00 && code <= 0xdfff))
    return FALSE;
  if (into != NULL)
    g_string_append_unichar (into, code);
  return TRUE;
}

static gboolean
read_escape (Guard *self, GString *into)
{
  static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
  const char *found;

  if (self->at >= self->end)
    return FALSE;
  if (skip (self, 'u'))
    return read_unicode (self, into);
  found = *self->at != '\0' ? strchr (from, *self->at) : NULL;
  if (found == NULL)
    return FALSE;
  if (into != NULL)
    g_string_append_c (into, to[found - from]);
  self->at++;
  return TRUE;
}

/* What is between the quotation marks, the first of which is read; kept only where it is a name. */
static gboolean
read_string (Guard *self, GString *into)
{
  while (self->at < self->end && *self->at != '"')
    {
      const char c = *self->at++;

      if ((guchar) c < 0x20 || (c == '\\' && !read_escape (self, into)))
        return FALSE;
      if (into != NULL && c != '\\')
        g_string_append_c (into, c);
    }
  return skip (self, '"');
}

static gsize
skip_digits (Guard *self)
{
  const char *start = self->at;

  while (self->at < self->end && g_ascii_isdigit (*self->at))
    self->at++;
  return (gsize) (self->at - start);
}

static gboolean
read_number (Guard *self)
{
  const char *start = self->at;
  char copy[LONGEST_NUMBER + 1];
  gsize length;

  skip (self, '-');
  if (!skip (self, '0') && skip_digits (self) == 0)
    return FALSE;
  if (skip (self, '.') && skip_digits (self) == 0)
    return FALSE;
  if (skip (self, 'e') || skip (self, 'E'))
    {
      if (!skip (self, '+'))
        skip (self, '-');
      if (skip_digits (self) == 0)
        return FALSE;
    }
  length = (gsize) (self->at - start);
  if (length > LONGEST_NUMBER)
    return FALSE;
  memcpy (copy, start, length);
  copy[length] = '\0';
  return isfinite (g_ascii_strtod (copy, NULL));
}

static gboolean
read_word (Guard *self)
{
  static const char *const words[] = { "null", "true", "false" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (self->end - self->at) >= length && memcmp (self->at, words[i], length) == 0)
        {
          self->at += length;
          return TRUE;
        }
    }
  return FALSE;
}

static void
level_clear (Level *level)
{
  g_clear_pointer (&level->names, g_hash_table_unref);
  g_clear_pointer (&level->first, g_free);
}

/* Most objects of a list have a few names; one alone needs no table. */
static gboolean
is_new_name (Level *level, const char *name)
{
  if (level->first == NULL)
    {
      level->first = g_strdup (name);
      return TRUE;
    }
  if (level->names == NULL)
    {
      level->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_add (level->names, g_strdup (level->first));
    }
  return g_hash_table_add (level->names, g_strdup (name));
}

/* The name of a member and its colon. Two parsers may not agree which of two members of one name counts. */
static gboolean
read_name (Guard *self, GError **error)
{
  g_autofree char *why = NULL;

  skip_space (self);
  g_string_truncate (self->name, 0);
  if (!skip (self, '"') || !read_string (self, self->name))
    return fail_json (self, error);
  if (!is_new_name (&self->levels[self->depth - 1], self->name->str))
    {
      why = g_strdup_printf (_ ("“%.80s” stands twice in one object"), self->name->str);
      return fail (self, ACCORD_PACK_ERROR_FORMAT, why, error);
    }
  skip_space (self);
  return skip (self, ':') || fail_json (self, error);
}

static gboolean
open_level (Guard *self, gboolean object, GError **error)
{
  if (self->depth == ACCORD_JSON_GUARD_DEPTH)
    return fail (self, ACCORD_PACK_ERROR_TOO_LARGE, _ ("it is nested too deep"), error);
  if (++self->n_containers > ACCORD_JSON_GUARD_CONTAINERS)
    return fail (self, ACCORD_PACK_ERROR_TOO_LARGE, _ ("it holds more than any business case"), error);
  self->levels[self->depth++] = (Level){ .object = object };
  return TRUE;
}

/* A value, or the beginning of one. @opened: whether it is an array or object that holds something. */
static gboolean
read_value (Guard *self, gboolean *opened, GError **error)
{
  gboolean object;

  *opened = FALSE;
  skip_space (self);
  if (self->at >= self->end)
    return fail_json (self, error);
  if (++self->n_values > ACCORD_JSON_GUARD_VALUES)
    return fail (self, ACCORD_PACK_ERROR_TOO_LARGE, _ ("it holds more than any business case"), error);
  object = *self->at == '{';
  if (object || *self->at == '[')
    {
      self->at++;
      if (!open_level (self, object, error))
        return FALSE;
      skip_space (self);
      if (!skip (self, object ? '}' : ']'))
        *opened = TRUE;
      else
        self->depth--;
      return TRUE;
    }
  if (*self->at == '"')
    {
      self->at++;
      return read_string (self, NULL) || fail_json (self, error);
    }
  if (*self->at == '-' || g_ascii_isdigit (*self->at))
    return read_number (self) || fail_json (self, error);
  return read_word (self) || fail_json (self, error);
}

/* What may follow a value: a comma, or the end of as many levels as end here. @more: after a comma. */
static gboolean
read_after (Guard *self, gboolean *more, GError **error)
{
  *more = FALSE;
  while (self->depth > 0)
    {
      Level *level = &self->levels[self->depth - 1];

      skip_space (self);
      if (skip (self, ','))
        {
          *more = TRUE;
          return TRUE;
        }
      if (!skip (self, level->object ? '}' : ']'))
        return fail_json (self, error);
      level_clear (level);
      self->depth--;
    }
  return TRUE;
}

/* Without recursion, so that what is nested deep costs nothing. */
static gboolean
read_whole (Guard *self, GError **error)
{
  for (gboolean more = TRUE; more;)
    {
      gboolean opened;

      if (self->depth > 0 && self->levels[self->depth - 1].object && !read_name (self, error))
        return FALSE;
      if (!read_value (self, &opened, error))
        return FALSE;
      if (!opened && !read_after (self, &more, error))
        return FALSE;
    }
  skip_space (self);
  return self->at == self->end || fail_json (self, error);
}

/**
 * accord_json_guard:
 * @text: a text
 * @length: of @text in bytes
 * @what: what it is called, for the sentence
 * @error: return location for %ACCORD_PACK_ERROR_FORMAT or %ACCORD_PACK_ERROR_TOO_LARGE
 *
 * Looks through a text that somebody else wrote before a parser gets it, which would go down as deep as the
 * text does and take the last of two members of one name. Its memory is bounded by the names of the objects
 * that are open.
 *
 * Returns: whether it is JSON within bounds
 */
gboolean
accord_json_guard (const char *text, gsize length, const char *what, GError **error)
{
  g_autoptr (GString) name = g_string_new (NULL);
  Guard self = { .at = text, .end = text + length, .what = what, .name = name };
  gboolean sound;

  if (!g_utf8_validate (text, (gssize) length, NULL))
    return fail (&self, ACCORD_PACK_ERROR_FORMAT, _ ("it is not a text in UTF-8"), error);
  sound = read_whole (&self, error);
  while (self.depth > 0)
    level_clear (&self.levels[--self.depth]);
  return sound;
}
