/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording-words.h"

#include <string.h>

#include "line-marker.h"

/* How many signs may close behind a full stop. */
#define MAX_CLOSERS 4

static inline char
to_small (char c)
{
  return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
}

static gboolean
is_word_char (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum (c) || c == '&';
  return g_unichar_isalnum (c) || c == 0xa3 || c == '&' || g_unichar_ismark (c);
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019;
}

/* What may stand inside a word: an apostrophe, and between figures a point, a comma, a colon or a stroke. */
static gboolean
is_inside (const char *text, gsize at, gsize end, gsize start)
{
  gunichar c = g_utf8_get_char (text + at);
  gsize next = g_utf8_next_char (text + at) - text;
  gunichar before, after;

  if (next >= end || at <= start || c == ' ')
    return FALSE;
  before = g_utf8_get_char (g_utf8_prev_char (text + at));
  after = g_utf8_get_char (text + next);
  if (is_apostrophe (c))
    return g_unichar_isalpha (before) && g_unichar_isalpha (after);
  return (c == '.' || c == ',' || c == ':' || c == '/') && g_unichar_isdigit (before)
         && g_unichar_isdigit (after);
}

static gsize
word_end (const char *text, gsize start, gsize end)
{
  gsize at = start;

  for (;;)
    {
      while (at < end && g_ascii_isalnum (text[at]))
        at++;
      if (at >= end || text[at] == ' '
          || (!is_word_char (g_utf8_get_char (text + at)) && !is_inside (text, at, end, start)))
        return at;
      at = g_utf8_next_char (text + at) - text;
    }
}

static char
sign_kind (gunichar c, gboolean opens)
{
  if (c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 || c == 0x2014 || c == 0x2212)
    return '-';
  if (c == 0x2018 || c == 0x201c || ((c == '"' || c == '\'') && opens))
    return '"';
  if (c == 0x2019 || c == 0x201d || c == '"')
    return '\'';
  if (c == 0x2026)
    return '.';
  return c < 0x80 ? (char) c : '*';
}

/**
 * accord_words_hash:
 * @word: a word
 * @length: its length in bytes
 *
 * Returns: a number that is the same for the word in any letters, and for any apostrophe in it
 */
guint32
accord_words_hash (const char *word, gsize length)
{
  const char *end = word + length;
  guint32 hash = 5381;

  while (word < end)
    {
      gunichar c;

      if ((guchar) *word < 0x80)
        {
          hash = hash * 33 + (guchar) to_small (*word++);
          continue;
        }
      c = g_utf8_get_char (word);
      c = is_apostrophe (c) ? '\'' : g_unichar_tolower (c);
      hash = hash * 33 + c;
      word = g_utf8_next_char (word);
    }
  return hash;
}

/**
 * accord_words_split:
 * @text: a text in UTF-8
 * @span: a place in it
 * @tokens: (element-type AccordWordToken): where to add its words and signs
 */
void
accord_words_split (const char *text, AccordSpan span, GArray *tokens)
{
  gboolean after_white = TRUE;

  for (gsize at = span.start; at < span.end;)
    {
      gunichar c = (guchar) text[at] < 0x80 ? (guchar) text[at] : g_utf8_get_char (text + at);
      gsize next = c < 0x80 ? at + 1 : (gsize) (g_utf8_next_char (text + at) - text);
      AccordWordToken token = { (guint32) at, (guint32) next, 'w' };

      if (accord_line_is_white (c))
        {
          after_white = TRUE;
          at = next;
          continue;
        }
      if (is_word_char (c))
        token.end = (guint32) word_end (text, at, span.end);
      else
        token.kind = sign_kind (c, after_white || (at > span.start && text[at - 1] == '('));
      token.hash = token.kind == 'w' ? accord_words_hash (text + token.start, token.end - token.start)
                                     : (guint32) token.kind;
      g_array_append_val (tokens, token);
      after_white = FALSE;
      at = token.end;
    }
}

/**
 * accord_words_is:
 * @text: a text
 * @token: a word or sign of it
 * @word: a word in small letters, which is that in any letters; one in capitals is that in capitals only
 *
 * Returns: whether it is that word
 */
gboolean
accord_words_is (const char *text, const AccordWordToken *token, const char *word)
{
  gsize at = token->start;

  if (token->kind != 'w')
    return token->kind == word[0] && word[1] == '\0';
  for (; *word != '\0' && at < token->end; word++)
    {
      gunichar c;

      if ((guchar) text[at] < 0x80)
        {
          if (*word != (g_ascii_isupper (*word) ? text[at] : to_small (text[at])))
            return FALSE;
          at++;
          continue;
        }
      c = g_utf8_get_char (text + at);
      at = g_utf8_next_char (text + at) - text;
      if (is_apostrophe (c) ? *word != '\''
                            : (guchar) *word != (g_ascii_isupper (*word) ? c : g_unichar_tolower (c)))
        return FALSE;
    }
  return *word == '\0' && at == token->end;
}

gboolean
accord_words_is_upper (const char *text, const AccordWordToken *token)
{
  gboolean letter = FALSE;

  for (gsize at = token->start; at < token->end; at = g_utf8_next_char (text + at) - text)
    {
      gunichar c = g_utf8_get_char (text + at);

      if (g_unichar_islower (c))
        return FALSE;
      letter |= g_unichar_isalpha (c);
    }
  return letter && token->kind == 'w';
}

gboolean
accord_words_is_capital (const char *text, const AccordWordToken *token)
{
  return token->kind == 'w' && g_unichar_isupper (g_utf8_get_char (text + token->start));
}

/* “Cllr.”, “No.” and the initials of a name do not end a sentence. */
static gboolean
is_abbreviation (const char *text, const AccordWordToken *token)
{
  static const char *const words[] = { "cllr", "cllrs", "mr", "mrs",    "ms",  "dr", "prof",
                                       "no",   "nos",   "st", "ref",    "e",   "g",  "i",
                                       "para", "paras", "vs", "approx", "rev", "hon" };

  if (token->kind != 'w')
    return FALSE;
  if (token->end - token->start == 1 && g_ascii_isalpha (text[token->start]))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (accord_words_is (text, token, words[i]))
      return TRUE;
  return FALSE;
}

/* The stop of “1.” where it numbers what follows. */
static gboolean
is_number_mark (const char *text, GArray *tokens, guint first, guint stop)
{
  const AccordWordToken *number = &g_array_index (tokens, AccordWordToken, stop - 1);
  gsize length = number->end - number->start;

  if (length > 2 || !g_ascii_isdigit (text[number->start]) || !g_ascii_isdigit (text[number->end - 1]))
    return FALSE;
  return stop - 1 == first || (number[-1].kind != 'w' && number[-1].kind != ',' && number[-1].kind != '(');
}

static gboolean
begins_sentence (const char *text, const AccordWordToken *before, const AccordWordToken *token)
{
  gunichar c = g_utf8_get_char (text + token->start);

  return token->start > before->end
         && (g_unichar_isupper (c) || g_unichar_isdigit (c) || c == 0xa3 || token->kind == '"'
             || token->kind == '(' || token->kind == '*' || token->kind == '.' || token->kind == '[');
}

/* No sentence ends with a word or a comma. */
static inline gboolean
leads_on (const AccordWordToken *token)
{
  return token->kind == 'w' || token->kind == ',';
}

/**
 * accord_words_is_sentence:
 * @text: a text
 * @tokens: (element-type AccordWordToken): its words
 * @first: where the paragraph begins
 * @at: a token of it
 *
 * Returns: whether a sentence begins at @at; brackets and quotation marks that close behind a full stop
 * belong to the sentence before
 */
gboolean
accord_words_is_sentence (const char *text, GArray *tokens, guint first, guint at)
{
  guint stop = at;
  const AccordWordToken *token;

  if (at <= first)
    return TRUE;
  token = &g_array_index (tokens, AccordWordToken, at - 1);
  if (leads_on (token))
    return FALSE;
  if (!begins_sentence (text, &g_array_index (tokens, AccordWordToken, at - 1),
                        &g_array_index (tokens, AccordWordToken, at)))
    return FALSE;
  do
    token = &g_array_index (tokens, AccordWordToken, --stop);
  while (stop > first && at - stop <= MAX_CLOSERS && (token->kind == '\'' || token->kind == ')'));
  if (token->kind == '?' || token->kind == '!')
    return TRUE;
  return token->kind == '.'
         && !(stop > first && token->start == token[-1].end
              && (is_abbreviation (text, token - 1) || is_number_mark (text, tokens, first, stop)));
}

/**
 * accord_words_sentence_end:
 * @text: a text
 * @tokens: (element-type AccordWordToken): its words
 * @range: from the beginning of a sentence to the end of its paragraph
 *
 * Returns: the token after the sentence
 */
guint
accord_words_sentence_end (const char *text, GArray *tokens, AccordWordRange range)
{
  const AccordWordToken *all = (const AccordWordToken *) tokens->data;

  for (guint at = range.first + 1; at < range.after; at++)
    if (!leads_on (&all[at - 1]) && accord_words_is_sentence (text, tokens, range.first, at))
      return at;
  return range.after;
}

/**
 * accord_words_span:
 * @tokens: (element-type AccordWordToken): the words of a text
 * @range: some of them
 *
 * Returns: where they stand
 */
AccordSpan
accord_words_span (GArray *tokens, AccordWordRange range)
{
  if (range.after <= range.first || range.after > tokens->len)
    return (AccordSpan){ 0, 0 };
  return (AccordSpan){ g_array_index (tokens, AccordWordToken, range.first).start,
                       g_array_index (tokens, AccordWordToken, range.after - 1).end };
}
