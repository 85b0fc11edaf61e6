/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-diff.h"

#include <string.h>

/* Beyond so many pairs of words the texts are told apart as wholes: nobody reads such a difference. */
#define MOST_PAIRS 4000000

void
accord_diff_part_free (AccordDiffPart *self)
{
  g_free (self->text);
  g_free (self);
}

/* Words and the white space between them, each by itself, so that nothing is lost. */
static GPtrArray *
split (const char *text)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  while (*text != '\0')
    {
      gboolean blank = g_ascii_isspace (*text);
      gsize length = 0;

      while (text[length] != '\0' && !!g_ascii_isspace (text[length]) == blank)
        length++;
      g_ptr_array_add (words, g_strndup (text, length));
      text += length;
    }
  return words;
}

static void
append (GPtrArray *parts, char kind, const char *word)
{
  AccordDiffPart *last = parts->len > 0 ? parts->pdata[parts->len - 1] : NULL;
  char *joined;

  if (last != NULL && last->kind == kind)
    {
      joined = g_strconcat (last->text, word, NULL);
      g_free (last->text);
      last->text = joined;
      return;
    }
  last = g_new0 (AccordDiffPart, 1);
  last->kind = kind;
  last->text = g_strdup (word);
  g_ptr_array_add (parts, last);
}

static void
append_all (GPtrArray *parts, char kind, GPtrArray *words, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    append (parts, kind, words->pdata[i]);
}

/* The longest row of words that both have, by the table of what is left from each pair on. */
static void
compare_middle (GPtrArray *parts, GPtrArray *a, guint a_from, guint a_to, GPtrArray *b, guint b_from,
                guint b_to)
{
  gsize width = b_to - b_from + 1;
  gsize height = a_to - a_from + 1;
  g_autofree guint16 *left = NULL;
  guint i = a_from, j = b_from;

  if (width * height > MOST_PAIRS || MIN (width, height) > G_MAXUINT16)
    {
      append_all (parts, '-', a, a_from, a_to);
      append_all (parts, '+', b, b_from, b_to);
      return;
    }
  left = g_new0 (guint16, width * height);
#define LEFT(row, column) left[((row) -a_from) * width + ((column) -b_from)]
  for (guint row = a_to; row-- > a_from;)
    for (guint column = b_to; column-- > b_from;)
      LEFT (row, column) = strcmp (a->pdata[row], b->pdata[column]) == 0
                               ? LEFT (row + 1, column + 1) + 1
                               : MAX (LEFT (row + 1, column), LEFT (row, column + 1));
  while (i < a_to && j < b_to)
    if (strcmp (a->pdata[i], b->pdata[j]) == 0)
      {
        append (parts, ' ', a->pdata[i]);
        i++;
        j++;
      }
    else if (LEFT (i + 1, j) >= LEFT (i, j + 1))
      append (parts, '-', a->pdata[i++]);
    else
      append (parts, '+', b->pdata[j++]);
#undef LEFT
  append_all (parts, '-', a, i, a_to);
  append_all (parts, '+', b, j, b_to);
}

static gboolean
is_gap (const AccordDiffPart *part)
{
  gboolean blank = part->kind == ' ';

  for (const char *c = part->text; blank && *c != '\0'; c++)
    blank = *c == ' ' || *c == '\t';
  return blank;
}

/* Word for word struck out and put in reads like two texts shuffled: what only a blank keeps apart went and
 * came together. */
static GPtrArray *
settle (GPtrArray *parts)
{
  GPtrArray *settled = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_diff_part_free);
  g_autoptr (GString) went = g_string_new (NULL), came = g_string_new (NULL);

  for (guint i = 0; i <= parts->len; i++)
    {
      const AccordDiffPart *part = i < parts->len ? parts->pdata[i] : NULL;
      const gboolean within =
          part != NULL && (went->len > 0 || came->len > 0) && i + 1 < parts->len && is_gap (part);

      if (part != NULL && (within || part->kind == '-'))
        g_string_append (went, part->text);
      if (part != NULL && (within || part->kind == '+'))
        g_string_append (came, part->text);
      if (part != NULL && (within || part->kind != ' '))
        continue;
      if (went->len > 0)
        append (settled, '-', went->str);
      if (came->len > 0)
        append (settled, '+', came->str);
      g_string_truncate (went, 0);
      g_string_truncate (came, 0);
      if (part != NULL)
        append (settled, ' ', part->text);
    }
  return settled;
}

/**
 * accord_text_diff:
 * @before: (nullable): a text
 * @after: (nullable): what became of it
 *
 * Returns: (transfer full) (element-type AccordDiffPart): what stayed, went and came, word by
 *   word; what went stands before what came in its place
 */
GPtrArray *
accord_text_diff (const char *before, const char *after)
{
  g_autoptr (GPtrArray) a = split (before != NULL ? before : "");
  g_autoptr (GPtrArray) b = split (after != NULL ? after : "");
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_diff_part_free);
  guint start = 0, a_end = a->len, b_end = b->len;

  while (start < a_end && start < b_end && strcmp (a->pdata[start], b->pdata[start]) == 0)
    append (parts, ' ', a->pdata[start++]);
  while (a_end > start && b_end > start && strcmp (a->pdata[a_end - 1], b->pdata[b_end - 1]) == 0)
    {
      a_end--;
      b_end--;
    }
  compare_middle (parts, a, start, a_end, b, start, b_end);
  append_all (parts, ' ', a, a_end, a->len);
  return settle (parts);
}
