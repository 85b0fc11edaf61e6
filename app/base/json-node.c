/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json-tree.h"

#include <string.h>

/* A number whose point is moved further than this is either nought or more than can be kept. */
#define FURTHEST 400

/**
 * accord_json_node_find:
 * @self: (nullable): a value
 * @key: a name
 *
 * Marks the member as asked for.
 *
 * Returns: (transfer none) (nullable): the member of an object that has the name, unless it is null
 */
AccordJsonNode *
accord_json_node_find (AccordJsonNode *self, const char *key)
{
  if (self == NULL || self->type != ACCORD_JSON_OBJECT)
    return NULL;
  for (AccordJsonNode *node = self->first; node != NULL; node = node->next)
    if (g_str_equal (node->key, key))
      {
        node->used = TRUE;
        return node->type != ACCORD_JSON_NULL ? node : NULL;
      }
  return NULL;
}

/**
 * accord_json_node_dup_path:
 * @self: a value
 *
 * Returns: (transfer full): where it stands: `costs[2].amounts_pence.3`; "" for the outermost
 */
char *
accord_json_node_dup_path (const AccordJsonNode *self)
{
  g_autofree char *above = NULL;

  if (self->parent == NULL)
    return g_strdup ("");
  above = accord_json_node_dup_path (self->parent);
  if (self->key == NULL)
    return g_strdup_printf ("%s[%u]", above, self->index);
  return g_strdup_printf ("%s%s%.80s", above, *above != '\0' ? "." : "", self->key);
}

/* A number with an exponent, which begins at @mark, written without one; NULL where it is too large. */
static char *
dup_moved (const char *text, const char *mark)
{
  gboolean negative = *text == '-';
  g_autoptr (GString) digits = g_string_new (NULL);
  gssize point = -1;
  gint64 moved;

  moved = g_ascii_strtoll (mark + 1, NULL, 10);
  for (const char *c = text + negative; c < mark; c++)
    if (*c == '.')
      point = (gssize) digits->len;
    else
      g_string_append_c (digits, *c);
  if (strspn (digits->str, "0") == digits->len)
    return g_strdup ("0");
  if (moved > FURTHEST || digits->len > FURTHEST)
    return NULL;
  if (moved < -FURTHEST)
    return g_strdup ("0");
  point = (point < 0 ? (gssize) digits->len : point) + (gssize) moved;
  for (; point < 0; point++)
    g_string_prepend_c (digits, '0');
  while ((gssize) digits->len < point)
    g_string_append_c (digits, '0');
  g_string_insert_c (digits, point, '.');
  if (negative)
    g_string_prepend_c (digits, '-');
  return g_strdup (digits->str);
}

/**
 * accord_json_node_dup_plain:
 * @self: a value
 *
 * Returns: (transfer full) (nullable): a number as it was written, but without an exponent; %NULL where it is
 * none, or larger than anything that is kept
 */
char *
accord_json_node_dup_plain (const AccordJsonNode *self)
{
  const char *mark;

  if (self->type != ACCORD_JSON_NUMBER)
    return NULL;
  mark = strpbrk (self->text, "eE");
  return mark != NULL ? dup_moved (self->text, mark) : g_strdup (self->text);
}

/**
 * accord_json_node_get_whole:
 * @self: a value
 * @value: (out): the number
 *
 * Returns: whether it is a whole number, however it is written (`1500`, `1500.0`, `1.5e3`), that 64 bits hold
 */
gboolean
accord_json_node_get_whole (const AccordJsonNode *self, gint64 *value)
{
  g_autofree char *plain = accord_json_node_dup_plain (self);
  char *point;

  if (plain == NULL)
    return FALSE;
  point = strchr (plain, '.');
  if (point != NULL)
    {
      if (strspn (point + 1, "0") != strlen (point + 1))
        return FALSE;
      *point = '\0';
    }
  if (*plain == '\0' || g_str_equal (plain, "-"))
    {
      *value = 0;
      return TRUE;
    }
  return g_ascii_string_to_signed (plain, 10, G_MININT64, G_MAXINT64, value, NULL);
}
