/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "meeting-passage.h"

#include <string.h>

/* A part of a passage is no part of it when it is a few common words. */
#define LEAST_WORDS 4
#define LEAST_SHARE 3

typedef struct
{
  guint start;
  guint end;
  guint id;
} Word;

struct _AccordPassageText
{
  char *text;
  GString *folded;
  GArray *starts; /* for each byte of the folded text, where its character begins in the text */
  GArray *ends;
  GArray *words; /* of the folded text, once asked for */
  GHashTable *ids;
  GPtrArray *places; /* for each word, the indexes at which it stands */
};

static gboolean
is_white (gunichar c)
{
  switch (c)
    {
    case 0xb7: /* bullets of several kinds: what they begin is the passage */
    case 0x2022:
    case 0x2023:
    case 0x25aa:
    case 0x25cf:
    case 0xf0b7:
      return TRUE;
    default:
      return g_unichar_isspace (c);
    }
}

static gboolean
is_nothing (gunichar c)
{
  return c == 0xad || c == 0xfeff || (c >= 0x200b && c <= 0x200d) || c == 0x2060;
}

/* What a character is compared as, at most three bytes or one other character. */
static const char *
stand_in (gunichar c)
{
  switch (c)
    {
    case '"':
    case 0x60:
    case 0xab:
    case 0xb4:
    case 0xbb:
    case 0x2032:
    case 0x2033:
      return "'";
    case 0x2212:
      return "-";
    case 0x2026:
      return "...";
    default:
      if (c >= 0x2018 && c <= 0x201f)
        return "'";
      if (c >= 0x2010 && c <= 0x2015)
        return "-";
      return NULL;
    }
}

static void
append_folded (GString *folded, gunichar c)
{
  const char *other = stand_in (c);

  if (other != NULL)
    g_string_append (folded, other);
  else if (!is_white (c))
    g_string_append_unichar (folded, g_unichar_tolower (c));
  else if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
    g_string_append_c (folded, ' ');
}

/* Folds a text; with @starts and @ends, notes for each byte of the outcome the character that it came from.
 */
static GString *
fold (const char *text, GArray *starts, GArray *ends)
{
  GString *folded = g_string_sized_new (strlen (text));

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      guint start = at - text;
      guint end = g_utf8_next_char (at) - text;

      if (is_nothing (c))
        continue;
      append_folded (folded, c);
      while (starts != NULL && starts->len < folded->len)
        {
          g_array_append_val (starts, start);
          g_array_append_val (ends, end);
        }
    }
  return folded;
}

/**
 * accord_passage_fold:
 * @words: any words
 *
 * Returns: (transfer full): @words as passages are compared: in small letters, with one blank for any white
 * space or bullet, one kind of quotation mark and one kind of dash
 */
char *
accord_passage_fold (const char *words)
{
  g_autofree char *valid = g_utf8_make_valid (words, -1);

  return g_strstrip (g_string_free (fold (valid, NULL, NULL), FALSE));
}

/**
 * accord_passage_text_new:
 * @text: a text; what is no UTF-8 in it is replaced
 *
 * Returns: (transfer full): the same, for passages to be found in
 */
AccordPassageText *
accord_passage_text_new (const char *text)
{
  AccordPassageText *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (AccordPassageText, 1);
  self->text = g_utf8_make_valid (text, -1);
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint));
  self->folded = fold (self->text, self->starts, self->ends);
  return self;
}

void
accord_passage_text_free (AccordPassageText *self)
{
  g_free (self->text);
  g_string_free (self->folded, TRUE);
  g_array_unref (self->starts);
  g_array_unref (self->ends);
  g_clear_pointer (&self->words, g_array_unref);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_free (self);
}

/**
 * accord_passage_text_get:
 * @self: a text
 *
 * Returns: (transfer none): the text itself, which ranges speak of
 */
const char *
accord_passage_text_get (AccordPassageText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

/* Whether two neighbours are of one word, so that a passage does not begin or end between them. */
static gboolean
within_word (const char *text, const char *at)
{
  return at > text && *at != '\0' && g_unichar_isalnum (g_utf8_get_char (at))
         && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)));
}

static const char *
find_whole (const char *text, const char *from, const char *words)
{
  gsize length = strlen (words);

  for (const char *at = strstr (from, words); at != NULL; at = strstr (at + 1, words))
    if (!within_word (text, at) && !within_word (text, at + length))
      return at;
  return NULL;
}

static AccordPassageRange
make_range (AccordPassageText *self, gsize start, gsize end, AccordPassageMatch match)
{
  return (AccordPassageRange){ g_array_index (self->starts, guint, start),
                               g_array_index (self->ends, guint, end - 1), match };
}

/* Where the folded text has reached what begins at a byte of the text. */
static gsize
folded_place (AccordPassageText *self, gsize from)
{
  gsize low = 0, high = self->starts->len;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (g_array_index (self->starts, guint, middle) < from)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
find_exact (AccordPassageText *self, const char *words, gsize from, AccordPassageRange *range)
{
  const char *at = find_whole (self->text, self->text + from, words);

  if (at == NULL)
    return FALSE;
  *range = (AccordPassageRange){ at - self->text, at - self->text + strlen (words), ACCORD_PASSAGE_EXACT };
  return TRUE;
}

static gboolean
find_like (AccordPassageText *self, const char *folded, gsize from, AccordPassageRange *range)
{
  const char *text = self->folded->str;
  const char *at = find_whole (text, text + folded_place (self, from), folded);

  if (at == NULL)
    return FALSE;
  *range = make_range (self, at - text, at - text + strlen (folded), ACCORD_PASSAGE_LIKE);
  return TRUE;
}

/* The words of a folded text. Those that no text before had get new numbers if @ids is to grow, else none. */
static GArray *
split_words (const char *folded, GHashTable *ids, gboolean grow)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  const char *at = folded;

  while (*at != '\0')
    {
      const char *start = at;
      g_autofree char *key = NULL;
      gpointer id;

      while (*at != '\0' && g_unichar_isalnum (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      if (at == start)
        {
          at = g_utf8_next_char (at);
          continue;
        }
      key = g_strndup (start, at - start);
      if (!g_hash_table_lookup_extended (ids, key, NULL, &id))
        {
          id = GUINT_TO_POINTER (grow ? g_hash_table_size (ids) : G_MAXUINT);
          if (grow)
            g_hash_table_insert (ids, g_steal_pointer (&key), id);
        }
      g_array_append_val (words, ((Word){ start - folded, at - folded, GPOINTER_TO_UINT (id) }));
    }
  return words;
}

static void
index_words (AccordPassageText *self)
{
  if (self->words != NULL)
    return;
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->words = split_words (self->folded->str, self->ids, TRUE);
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  while (self->places->len < g_hash_table_size (self->ids))
    g_ptr_array_add (self->places, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < self->words->len; i++)
    g_array_append_val (self->places->pdata[g_array_index (self->words, Word, i).id], i);
}

static guint
run_length (GArray *text, guint at, GArray *words, guint from)
{
  guint n = 0;

  while (at + n < text->len && from + n < words->len
         && g_array_index (text, Word, at + n).id == g_array_index (words, Word, from + n).id)
    n++;
  return n;
}

static gboolean
goes_before (GArray *text, guint at, GArray *words, guint from)
{
  return at > 0 && from > 0
         && g_array_index (text, Word, at - 1).id == g_array_index (words, Word, from - 1).id;
}

/* The longest run of words that both have. */
static gboolean
find_part (AccordPassageText *self, const char *folded, AccordPassageRange *range)
{
  g_autoptr (GArray) words = NULL;
  guint best = 0, best_at = 0;

  index_words (self);
  words = split_words (folded, self->ids, FALSE);
  for (guint i = 0; i < words->len; i++)
    {
      guint id = g_array_index (words, Word, i).id;
      GArray *places = id != G_MAXUINT ? self->places->pdata[id] : NULL;

      for (guint k = 0; places != NULL && k < places->len; k++)
        {
          guint at = g_array_index (places, guint, k);
          guint n = goes_before (self->words, at, words, i) ? 0 : run_length (self->words, at, words, i);

          if (n > best)
            {
              best = n;
              best_at = at;
            }
        }
    }
  if (best < LEAST_WORDS || best * LEAST_SHARE < words->len)
    return FALSE;
  *range = make_range (self, g_array_index (self->words, Word, best_at).start,
                       g_array_index (self->words, Word, best_at + best - 1).end, ACCORD_PASSAGE_PART);
  return TRUE;
}

/**
 * accord_passage_text_find:
 * @self: a text
 * @words: what to find, one passage
 * @from: the byte from which on it is looked for first; before it only when it is not after
 * @least: how well it must agree to count
 *
 * Finds words in a text: as they are; or without regard to white space, bullets, capitals and the kinds of
 * quotation marks and dashes; or the longest run of them, if that is a good part. Nothing is found inside
 * words.
 *
 * Returns: where they stand
 */
AccordPassageRange
accord_passage_text_find (AccordPassageText *self, const char *words, gsize from, AccordPassageMatch least)
{
  AccordPassageRange range = { 0 };
  g_autofree char *exact = NULL, *folded = NULL;

  g_return_val_if_fail (self != NULL && words != NULL, range);

  exact = g_strstrip (g_utf8_make_valid (words, -1));
  folded = accord_passage_fold (words);
  from = MIN (from, strlen (self->text));
  if (*folded == '\0' || find_exact (self, exact, from, &range)
      || (least < ACCORD_PASSAGE_EXACT && find_like (self, folded, from, &range))
      || find_exact (self, exact, 0, &range)
      || (least < ACCORD_PASSAGE_EXACT && find_like (self, folded, 0, &range)))
    return range;
  if (least < ACCORD_PASSAGE_LIKE)
    find_part (self, folded, &range);
  return range;
}

/* Whether a sentence ends with the character here: a line does, and a full stop before white space. */
static gboolean
ends_sentence (const char *at)
{
  if (*at == '\n')
    return TRUE;
  if (strchr (".!?", *at) == NULL)
    return FALSE;
  for (at++; *at != '\0' && strchr (")'\"", *at) != NULL; at++)
    ;
  return *at == '\0' || g_ascii_isspace (*at);
}

static const char *
back (const char *text, const char *at, guint n_sentences)
{
  gboolean words = TRUE;

  while (at > text)
    {
      const char *before = g_utf8_prev_char (at);

      if (words && ends_sentence (before))
        {
          if (n_sentences-- == 0)
            return at;
          words = FALSE;
        }
      else if (!g_unichar_isspace (g_utf8_get_char (before)))
        words = TRUE;
      at = before;
    }
  return text;
}

static const char *
forward (const char *text, const char *at, guint n_sentences)
{
  gboolean words = at == text || !ends_sentence (g_utf8_prev_char (at));

  if (!words && n_sentences-- == 0)
    return at;
  for (; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (words && ends_sentence (at))
        {
          if (n_sentences-- == 0)
            return *at == '\n' ? at : at + 1;
          words = FALSE;
        }
      else if (!g_unichar_isspace (g_utf8_get_char (at)))
        words = TRUE;
    }
  return at;
}

/**
 * accord_passage_text_around:
 * @self: a text
 * @range: a range of it
 * @n_sentences: how many sentences or lines to see before and after those that it is in
 *
 * Returns: the range with what stands around it
 */
AccordPassageRange
accord_passage_text_around (AccordPassageText *self, AccordPassageRange range, guint n_sentences)
{
  const char *start, *end;

  g_return_val_if_fail (self != NULL, range);

  start = back (self->text, self->text + range.start, n_sentences);
  end = forward (self->text, self->text + range.end, n_sentences);
  while (start < self->text + range.start && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  range.start = start - self->text;
  range.end = end - self->text;
  return range;
}
