/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/text-format.h"

#include <string.h>

/* Words that are another's, and lines that have a form of their own, are shown as they stand. */
static const char *const word_for_word[][2] = {
  { "source", "text" },     { "item", "minutes" },   { "item", "proposed" },   { "endorsement", "words" },
  { "question", "answer" }, { "action", "updates" }, { "benefit", "actuals" }, { "organisation", "address" },
};

/**
 * accord_field_is_formatted:
 * @kind: a kind
 * @field: index of a field
 *
 * Returns: whether it holds Markdown: a long text that people write
 */
gboolean
accord_field_is_formatted (const AccordKind *kind, guint field)
{
  const AccordField *described = &kind->fields[field];

  if (described->type != ACCORD_FIELD_LONG_TEXT || strcmp (described->name, "passage") == 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (word_for_word); i++)
    if (strcmp (kind->name, word_for_word[i][0]) == 0 && strcmp (described->name, word_for_word[i][1]) == 0)
      return FALSE;
  return TRUE;
}

static gsize
bytes_to (const char *text, int characters)
{
  return g_utf8_offset_to_pointer (text, characters) - text;
}

/**
 * accord_format_around:
 * @text: a text
 * @start: (inout): where the selection begins, in characters
 * @end: (inout): where it ends
 * @mark: what stands on both sides of the selection, such as `**`
 *
 * Returns: (transfer full): the text with the marks, or without them where they stood already; the selection
 *   holds the same words as before
 */
char *
accord_format_around (const char *text, int *start, int *end, const char *mark)
{
  gsize from = bytes_to (text, *start), to = bytes_to (text, *end), size = strlen (mark);
  int length = g_utf8_strlen (mark, -1);
  gboolean marked =
      from >= size && strncmp (text + from - size, mark, size) == 0 && strncmp (text + to, mark, size) == 0;

  if (marked)
    {
      *start -= length;
      *end -= length;
      return g_strdup_printf ("%.*s%.*s%s", (int) (from - size), text, (int) (to - from), text + from,
                              text + to + size);
    }
  *start += length;
  *end += length;
  return g_strdup_printf ("%.*s%s%.*s%s%s", (int) from, text, mark, (int) (to - from), text + from, mark,
                          text + to);
}

static gsize
line_start (const char *text, gsize at)
{
  while (at > 0 && text[at - 1] != '\n')
    at--;
  return at;
}

/**
 * accord_format_lines:
 * @text: a text
 * @start: (inout): where the selection begins, in characters
 * @end: (inout): where it ends
 * @prefix: what each line of it is to begin with, such as `- `
 *
 * Returns: (transfer full): the text with all lines that the selection touches so begun, or without where all
 *   of them were; the selection holds these lines
 */
char *
accord_format_lines (const char *text, int *start, int *end, const char *prefix)
{
  gsize from = line_start (text, bytes_to (text, *start)), to = bytes_to (text, *end);
  g_autofree char *chosen = NULL, *joined = NULL;
  g_auto (GStrv) lines = NULL;
  gboolean all = TRUE;

  to += strcspn (text + to, "\n");
  chosen = g_strndup (text + from, to - from);
  lines = g_strsplit (chosen, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    all &= g_str_has_prefix (*line, prefix);
  for (char **line = lines; *line != NULL; line++)
    {
      char *changed = all ? g_strdup (*line + strlen (prefix)) : g_strconcat (prefix, *line, NULL);

      g_free (*line);
      *line = changed;
    }
  joined = g_strjoinv ("\n", lines);
  *start = g_utf8_strlen (text, from);
  *end = *start + g_utf8_strlen (joined, -1);
  return g_strdup_printf ("%.*s%s%s", (int) from, text, joined, text + to);
}

/**
 * accord_format_link:
 * @text: a text
 * @start: (inout): where the selection begins, in characters
 * @end: (inout): where it ends
 *
 * Returns: (transfer full): the text with the selected words as a link; the selection is where its address
 *   goes
 */
char *
accord_format_link (const char *text, int *start, int *end)
{
  gsize from = bytes_to (text, *start), to = bytes_to (text, *end);
  char *linked =
      g_strdup_printf ("%.*s[%.*s](https://)%s", (int) from, text, (int) (to - from), text + from, text + to);

  *start = *end + 3;
  *end = *start + strlen ("https://");
  return linked;
}
