/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "wording-words.h"

/* A word that may stand in a place, and its hash. */
typedef struct
{
  guint32 hash;
  char *word;
} Alternative;

/* One place of a pattern: alternatives, whether it may be missing, or how many words may stand there. */
typedef struct
{
  Alternative *alternatives;
  guint n_alternatives;
  guint64 hashes; /* the last six bits of each, a bit for each number */
  gboolean optional;
  gboolean end;
  guint n_any;
} Piece;

/* A pattern taken apart. */
typedef struct
{
  GArray *pieces;
} Pattern;

static void
clear_piece (Piece *piece)
{
  for (guint i = 0; i < piece->n_alternatives; i++)
    g_free (piece->alternatives[i].word);
  g_free (piece->alternatives);
}

static void
pattern_free (Pattern *self)
{
  g_array_unref (self->pieces);
  g_free (self);
}

static Piece
take_apart (char *words)
{
  gsize length = strlen (words);
  Piece piece = { .optional = length > 1 && words[length - 1] == '?' };
  g_auto (GStrv) alternatives = NULL;

  if (piece.optional)
    words[length - 1] = '\0';
  piece.end = *words == '$';
  piece.n_any = words[0] == '*' && g_ascii_isdigit (words[1]) && words[2] == '\0' ? words[1] - '0' : 0;
  alternatives = g_strsplit (words, "|", -1);
  piece.n_alternatives = g_strv_length (alternatives);
  piece.alternatives = g_new0 (Alternative, piece.n_alternatives);
  for (guint i = 0; i < piece.n_alternatives; i++)
    {
      const char *word = alternatives[i];
      gboolean sign = word[0] != '\0' && word[1] == '\0' && !g_ascii_isalnum (word[0]);

      piece.alternatives[i].hash = sign ? (guint32) word[0] : accord_words_hash (word, strlen (word));
      piece.alternatives[i].word = g_strdup (word);
      piece.hashes |= G_GUINT64_CONSTANT (1) << (piece.alternatives[i].hash % 64);
    }
  return piece;
}

static Pattern *
pattern_new (const char *source)
{
  Pattern *self = g_new0 (Pattern, 1);
  g_auto (GStrv) parts = g_strsplit (source, " ", -1);

  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_set_clear_func (self->pieces, (GDestroyNotify) clear_piece);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      {
        Piece piece = take_apart (parts[i]);

        g_array_append_val (self->pieces, piece);
      }
  return self;
}

/* Patterns are looked for in every paragraph; each thread keeps them taken apart, and knows them by where
 * they are. */
static const Pattern *
get_pattern (const char *source)
{
  static GPrivate kept = G_PRIVATE_INIT ((GDestroyNotify) g_hash_table_unref);
  GHashTable *patterns = g_private_get (&kept);
  Pattern *pattern;

  if (patterns == NULL)
    {
      patterns = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) pattern_free);
      g_private_set (&kept, patterns);
    }
  pattern = g_hash_table_lookup (patterns, source);
  if (pattern == NULL)
    {
      pattern = pattern_new (source);
      g_hash_table_insert (patterns, (gpointer) source, pattern);
    }
  return pattern;
}

/* Whether a word is needed here, whatever the text. */
static gboolean
is_needed (const Piece *piece)
{
  return piece != NULL && !piece->optional && !piece->end && piece->n_any == 0;
}

static inline gboolean
piece_matches (const char *text, const AccordWordToken *token, const Piece *piece)
{
  if ((piece->hashes >> (token->hash % 64) & 1) == 0)
    return FALSE;
  for (guint i = 0; i < piece->n_alternatives; i++)
    if (piece->alternatives[i].hash == token->hash
        && accord_words_is (text, token, piece->alternatives[i].word))
      return TRUE;
  return FALSE;
}

static const Piece *
first_piece (const Pattern *pattern)
{
  return pattern->pieces->len > 0 ? &g_array_index (pattern->pieces, Piece, 0) : NULL;
}

/* Patterns are ours and short, and so is the depth of this. */
static gboolean
match_from (const char *text, GArray *tokens, guint at, guint end, const Pattern *pattern, guint from,
            guint *after)
{
  const Piece *piece = &g_array_index (pattern->pieces, Piece, from);

  if (from == pattern->pieces->len || piece->end)
    {
      *after = at;
      return from == pattern->pieces->len || at == end;
    }
  if (piece->n_any > 0)
    {
      for (guint n = 0; n <= piece->n_any && at + n <= end; n++)
        {
          if (match_from (text, tokens, at + n, end, pattern, from + 1, after))
            return TRUE;
          if (at + n < end && g_array_index (tokens, AccordWordToken, at + n).kind == '.')
            return FALSE;
        }
      return FALSE;
    }
  if (at < end && piece_matches (text, &g_array_index (tokens, AccordWordToken, at), piece)
      && match_from (text, tokens, at + 1, end, pattern, from + 1, after))
    return TRUE;
  return piece->optional && match_from (text, tokens, at, end, pattern, from + 1, after);
}

/**
 * accord_words_match:
 * @text: a text
 * @tokens: (element-type AccordWordToken): its words
 * @range: where to look
 * @pattern: a constant, words with blanks between: `a|b` is either, `a?` may be missing, `*4` is up to four
 * words or signs but no full stop, `$` is the end of @range; words in small letters are those in any letters
 * @after: (out) (optional): the token after what matched
 *
 * Returns: whether the words at the beginning of @range are those
 */
gboolean
accord_words_match (const char *text, GArray *tokens, AccordWordRange range, const char *pattern,
                    guint *after)
{
  const Pattern *wanted = get_pattern (pattern);
  const Piece *first = first_piece (wanted);
  guint end;

  if (is_needed (first)
      && (range.first >= range.after
          || !piece_matches (text, &g_array_index (tokens, AccordWordToken, range.first), first)))
    return FALSE;
  if (!match_from (text, tokens, range.first, range.after, wanted, 0, &end))
    return FALSE;
  if (after != NULL)
    *after = end;
  return TRUE;
}

/**
 * accord_words_find:
 * @text: a text
 * @tokens: (element-type AccordWordToken): its words
 * @range: where to look
 * @pattern: as for accord_words_match()
 * @found: (out) (optional): where they stand
 *
 * Returns: whether the words stand somewhere in @range
 */
gboolean
accord_words_find (const char *text, GArray *tokens, AccordWordRange range, const char *pattern,
                   AccordWordRange *found)
{
  const Pattern *wanted = get_pattern (pattern);
  const Piece *first = first_piece (wanted);
  const gboolean needed = is_needed (first);

  for (guint at = range.first; at < range.after; at++)
    {
      guint end;

      if (needed && !piece_matches (text, &g_array_index (tokens, AccordWordToken, at), first))
        continue;
      if (match_from (text, tokens, at, range.after, wanted, 0, &end))
        {
          if (found != NULL)
            *found = (AccordWordRange){ at, end };
          return TRUE;
        }
    }
  return FALSE;
}
