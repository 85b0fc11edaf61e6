/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "spend-row.h"

#include "fold.h"

#include <string.h>

#define NBSP "\xc2\xa0"

/* What a non-breaking space has become in files that went through a Macintosh. */
#define DAGGER "\xe2\x80\xa0"

/* More of a cell than this is not shown. */
#define SHOWN 60

static gsize
white_length (const char *at, const char *end)
{
  if (g_ascii_isspace (*at))
    return 1;
  if (end - at >= 2 && memcmp (at, NBSP, 2) == 0)
    return 2;
  return 0;
}

static gboolean
begins_with_word (AccordSlice slice, const char *word)
{
  gsize len = strlen (word);

  return slice.len >= len && g_ascii_strncasecmp (slice.text, word, len) == 0
         && (slice.len == len || !g_ascii_isalnum (slice.text[len]));
}

static gboolean
contains_word (AccordSlice slice, const char *word)
{
  gboolean edge = TRUE;

  for (gsize i = 0; i < slice.len; i++)
    {
      if (edge && begins_with_word ((AccordSlice){ slice.text + i, slice.len - i }, word))
        return TRUE;
      edge = !g_ascii_isalnum (slice.text[i]);
    }
  return FALSE;
}

static AccordSlice
trim (AccordSlice slice)
{
  const char *at = slice.text, *end = at + slice.len;
  gsize n;

  while (at < end && (n = white_length (at, end)) > 0)
    at += n;
  for (;;)
    {
      if (at < end && g_ascii_isspace (end[-1]))
        end--;
      else if (end - at >= 2 && memcmp (end - 2, NBSP, 2) == 0)
        end -= 2;
      else
        return (AccordSlice){ at, end - at };
    }
}

/**
 * accord_spend_text_is_blank:
 * @slice: a cell
 *
 * Returns: whether there is nothing in it but white space, or the daggers that white space can turn into
 */
gboolean
accord_spend_text_is_blank (AccordSlice slice)
{
  const char *at = slice.text, *end = at + slice.len;

  while (at < end)
    {
      gsize n = white_length (at, end);

      if (n == 0 && end - at >= 3 && memcmp (at, DAGGER, 3) == 0)
        n = 3;
      if (n == 0)
        return FALSE;
      at += n;
    }
  return TRUE;
}

/**
 * accord_spend_text_is_total:
 * @slice: a cell
 *
 * Returns: whether it says that its row is a sum of other rows; a firm called Total Care does not
 */
gboolean
accord_spend_text_is_total (AccordSlice slice)
{
  static const char *const words[] = { "total",     "totals",   "grand total", "sub total",
                                       "sub-total", "subtotal", "sum" };
  static const char *const after[] = { "for", "of", "spend", "payments", "amount", "value", "expenditure" };
  AccordSlice cell = trim (slice);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      AccordSlice rest = { cell.text + strlen (words[i]), cell.len - strlen (words[i]) };

      if (!begins_with_word (cell, words[i]))
        continue;
      rest = trim (rest);
      if (rest.len == 0 || !g_ascii_isalnum (*rest.text))
        return TRUE;
      for (gsize j = 0; j < G_N_ELEMENTS (after); j++)
        if (begins_with_word (rest, after[j]))
          return TRUE;
    }
  return FALSE;
}

/**
 * accord_spend_text_is_redacted:
 * @slice: a payee
 *
 * Returns: whether the name is withheld; a firm called Redactive does not withhold its own
 */
gboolean
accord_spend_text_is_redacted (AccordSlice slice)
{
  return contains_word (slice, "redacted") || contains_word (slice, "withheld");
}

/**
 * accord_spend_text_tidy:
 * @slice: a cell
 * @scratch: where the tidied text goes if it is not a part of the cell
 *
 * Takes white space off both ends and makes one blank of every run of it within.
 *
 * Returns: the tidied text, in the cell or in @scratch
 */
AccordSlice
accord_spend_text_tidy (AccordSlice slice, GString *scratch)
{
  AccordSlice trimmed = trim (slice);
  const char *end = trimmed.text + trimmed.len;
  const char *at = trimmed.text;

  while (at < end && (*at != ' ' || at[1] != ' ') && (guchar) *at >= ' ' && *at != '\xc2')
    at++;
  if (at == end)
    return trimmed;
  g_string_truncate (scratch, 0);
  for (at = trimmed.text; at < end;)
    {
      gsize n = white_length (at, end);

      if (n == 0)
        g_string_append_c (scratch, *at++);
      else
        {
          at += n;
          if (white_length (at, end) == 0)
            g_string_append_c (scratch, ' ');
        }
    }
  return (AccordSlice){ scratch->str, scratch->len };
}

/**
 * accord_spend_text_show:
 * @slice: a cell
 *
 * Returns: (transfer full): the cell for a sentence, cut short if it is long
 */
char *
accord_spend_text_show (AccordSlice slice)
{
  g_autofree char *copy = g_strndup (slice.text, slice.len);
  g_autofree char *text = accord_text_collapse (copy);
  g_autofree char *cut = NULL;

  if (g_utf8_strlen (text, -1) <= SHOWN)
    return g_steal_pointer (&text);
  cut = g_utf8_substring (text, 0, SHOWN - 1);
  return g_strconcat (cut, "…", NULL);
}

/**
 * accord_spend_find_glued:
 * @slice: a cell
 * @at: (out): where in the cell the date begins
 *
 * Looks for a date such as 25/06/2012 that has other text run together with it.
 *
 * Returns: whether there is one
 */
gboolean
accord_spend_find_glued (AccordSlice slice, gsize *at)
{
  static const char shape[] = "dd/dd/dddd";
  AccordSlice trimmed = trim (slice);

  for (gsize i = 0; trimmed.len > strlen (shape) && i + strlen (shape) <= trimmed.len; i++)
    {
      gsize n = 0;

      while (shape[n] != '\0'
             && (shape[n] == 'd' ? g_ascii_isdigit (trimmed.text[i + n]) : trimmed.text[i + n] == shape[n]))
        n++;
      if (shape[n] == '\0')
        {
          *at = i;
          return TRUE;
        }
    }
  return FALSE;
}
