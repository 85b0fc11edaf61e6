/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "wording-words.h"

/* A word that may stand in a place, and its hash. */
typedef struct
{
  guint32 hash;
  char *word;
} Alternative;

/* How many numbers the hashes are told apart by at first sight, in words of 64 bits. */
#define SIEVE_WORDS 4

/* One place of a pattern: alternatives, whether it may be missing, or how many words may stand there. */
typedef struct
{
  guint64 sieve[SIEVE_WORDS]; /* the last bits of each hash, a bit for each number */
  Alternative *alternatives;
  guint n_alternatives;
  gboolean optional;
  gboolean end;
  guint n_any;
} Piece;

/* A pattern taken apart. */
typedef struct
{
  const char *source;
  Piece *pieces;
  guint n_pieces;
  const Piece *needed; /* the first word that must be there whatever the text; NULL for none */
  guint n_before;      /* how many words may stand before it at most */
} Pattern;

/* As many as there may be patterns, and some more; a power of two. */
#define SLOT_BITS 10

/* The patterns of a thread, and where the one of a place was last. */
typedef struct
{
  GHashTable *all;
  const Pattern *slots[1 << SLOT_BITS];
} Patterns;

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
  for (guint i = 0; i < self->n_pieces; i++)
    clear_piece (&self->pieces[i]);
  g_free (self->pieces);
  g_free (self);
}

static void
patterns_free (Patterns *self)
{
  g_hash_table_unref (self->all);
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
      piece.sieve[piece.alternatives[i].hash / 64 % SIEVE_WORDS] |= G_GUINT64_CONSTANT (1)
                                                                    << (piece.alternatives[i].hash % 64);
    }
  return piece;
}

/* Whether a word is needed here, whatever the text. */
static gboolean
is_needed (const Piece *piece)
{
  return !piece->optional && !piece->end && piece->n_any == 0;
}

static void
find_needed (Pattern *self)
{
  for (guint i = 0; i < self->n_pieces && !self->pieces[i].end; i++)
    {
      if (is_needed (&self->pieces[i]))
        {
          self->needed = &self->pieces[i];
          return;
        }
      self->n_before += MAX (self->pieces[i].n_any, 1);
    }
}

static Pattern *
pattern_new (const char *source)
{
  Pattern *self = g_new0 (Pattern, 1);
  g_auto (GStrv) parts = g_strsplit (source, " ", -1);

  self->source = source;
  self->pieces = g_new0 (Piece, g_strv_length (parts));
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      self->pieces[self->n_pieces++] = take_apart (parts[i]);
  find_needed (self);
  return self;
}

static Patterns *
patterns_new (void)
{
  static GPrivate kept = G_PRIVATE_INIT ((GDestroyNotify) patterns_free);
  Patterns *self = g_new0 (Patterns, 1);

  self->all = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) pattern_free);
  g_private_set (&kept, self);
  return self;
}

/* Patterns are looked for in every sentence; each thread keeps them taken apart, and knows them by where
 * they are. */
static const Pattern *
get_pattern (const char *source)
{
  static _Thread_local Patterns *patterns;
  const Pattern **slot;
  Pattern *pattern;

  if (patterns == NULL)
    patterns = patterns_new ();
  /* The upper bits of a product with the golden ratio spread best. */
  slot =
      &patterns
           ->slots[(GPOINTER_TO_SIZE (source) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> (64 - SLOT_BITS)];
  if (*slot != NULL && (*slot)->source == source)
    return *slot;
  pattern = g_hash_table_lookup (patterns->all, source);
  if (pattern == NULL)
    {
      pattern = pattern_new (source);
      g_hash_table_insert (patterns->all, (gpointer) source, pattern);
    }
  *slot = pattern;
  return pattern;
}

static inline gboolean
piece_matches (const char *text, const AccordWordToken *token, const Piece *piece)
{
  if ((piece->sieve[token->hash / 64 % SIEVE_WORDS] >> (token->hash % 64) & 1) == 0)
    return FALSE;
  for (guint i = 0; i < piece->n_alternatives; i++)
    if (piece->alternatives[i].hash == token->hash
        && accord_words_is (text, token, piece->alternatives[i].word))
      return TRUE;
  return FALSE;
}

/* The first token from @at on that may be the word a pattern needs. */
static inline guint
find_piece (const char *text, const AccordWordToken *tokens, guint at, guint end, const Piece *piece)
{
  while (at < end && !piece_matches (text, &tokens[at], piece))
    at++;
  return at;
}

static gboolean match_from (const char *text, const AccordWordToken *tokens, guint at, guint end,
                            const Pattern *pattern, guint from, guint *after);

/* Up to so many words, and then the rest of the pattern. */
static gboolean
match_any (const char *text, const AccordWordToken *tokens, guint at, guint end, const Pattern *pattern,
           guint from, guint *after)
{
  const Piece *next = from + 1 < pattern->n_pieces && is_needed (&pattern->pieces[from + 1])
                          ? &pattern->pieces[from + 1]
                          : NULL;

  for (guint n = 0; n <= pattern->pieces[from].n_any && at + n <= end; n++)
    {
      if ((next == NULL || (at + n < end && piece_matches (text, &tokens[at + n], next)))
          && match_from (text, tokens, at + n, end, pattern, from + 1, after))
        return TRUE;
      if (at + n < end && tokens[at + n].kind == '.')
        return FALSE;
    }
  return FALSE;
}

/* Patterns are ours and short, and so is the depth of this. */
static gboolean
match_from (const char *text, const AccordWordToken *tokens, guint at, guint end, const Pattern *pattern,
            guint from, guint *after)
{
  for (; from < pattern->n_pieces; from++)
    {
      const Piece *piece = &pattern->pieces[from];
      gboolean here;

      if (piece->end)
        {
          *after = at;
          return at == end;
        }
      if (piece->n_any > 0)
        return match_any (text, tokens, at, end, pattern, from, after);
      here = at < end && piece_matches (text, &tokens[at], piece);
      if (!piece->optional)
        {
          if (!here)
            return FALSE;
          at++;
        }
      else if (here && match_from (text, tokens, at + 1, end, pattern, from + 1, after))
        return TRUE;
    }
  *after = at;
  return TRUE;
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
  const AccordWordToken *all = (const AccordWordToken *) tokens->data;
  guint end;

  if (wanted->needed != NULL)
    {
      const guint limit = MIN (range.after, range.first + wanted->n_before + 1);

      if (find_piece (text, all, range.first, limit, wanted->needed) >= limit)
        return FALSE;
    }
  if (!match_from (text, all, range.first, range.after, wanted, 0, &end))
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
  const AccordWordToken *all = (const AccordWordToken *) tokens->data;
  guint needed = range.first;

  for (guint at = range.first; at < range.after; at++)
    {
      guint end;

      if (wanted->needed != NULL)
        {
          needed = find_piece (text, all, MAX (needed, at), range.after, wanted->needed);
          if (needed >= range.after)
            return FALSE;
          if (needed > at + wanted->n_before)
            at = needed - wanted->n_before;
        }
      if (match_from (text, all, at, range.after, wanted, 0, &end))
        {
          if (found != NULL)
            *found = (AccordWordRange){ at, end };
          return TRUE;
        }
    }
  return FALSE;
}
