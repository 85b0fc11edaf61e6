/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "names-words.h"

#define SEED G_GUINT64_CONSTANT (14695981039346656037)
#define PRIME G_GUINT64_CONSTANT (1099511628211)

typedef struct
{
  GArray *words;
  AccordWord word;
  gboolean open;
  gboolean apart;
  guint n_breaks;
} Splitter;

static guint64
add_byte (guint64 sign, guint8 byte)
{
  return (sign ^ byte) * PRIME;
}

static guint64
add_character (guint64 sign, gunichar c)
{
  for (; c > 0x7f; c >>= 8)
    sign = add_byte (sign, c);
  return add_byte (sign, c);
}

static void
close_word (Splitter *self)
{
  if (!self->open)
    return;
  g_array_append_val (self->words, self->word);
  self->open = self->apart = FALSE;
  self->n_breaks = 0;
}

static void
open_word (Splitter *self, guint at, gboolean capital)
{
  if (self->open)
    return;
  self->word = (AccordWord){ at, at, SEED, capital, self->apart || self->n_breaks > 1 };
  self->open = TRUE;
}

/* “&” is “and”. */
static void
add_and (Splitter *self, guint at, guint end)
{
  close_word (self);
  open_word (self, at, FALSE);
  self->word.sign = add_byte (add_byte (add_byte (SEED, 'a'), 'n'), 'd');
  self->word.end = end;
  close_word (self);
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019;
}

/* The “s” of a genitive is no letter of the name. */
static const char *
skip_genitive (const char *at)
{
  const char *next = g_utf8_next_char (at);

  if (*next != 's' || g_unichar_isalnum (g_utf8_get_char (next + 1)))
    return at;
  return next;
}

/* What may stand between two words of one name. */
static gboolean
is_within_names (gunichar c)
{
  return g_unichar_isspace (c) || c == ',' || c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2013;
}

/**
 * accord_names_split:
 * @text: valid UTF-8
 *
 * Returns: (transfer full) (element-type AccordWord): its words in order: runs of letters and figures, in
 * which an apostrophe counts for nothing, nor the “s” of a genitive after it
 */
GArray *
accord_names_split (const char *text)
{
  Splitter self = { .words = g_array_new (FALSE, FALSE, sizeof (AccordWord)), .apart = TRUE };

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      guint start = at - text, end = g_utf8_next_char (at) - text;

      if (g_unichar_isalnum (c))
        {
          open_word (&self, start, g_unichar_isupper (c) || g_unichar_isdigit (c));
          self.word.sign = add_character (self.word.sign, g_unichar_tolower (c));
          self.word.end = end;
        }
      else if (c == '&')
        add_and (&self, start, end);
      else if (is_apostrophe (c))
        {
          const char *last = skip_genitive (at);

          if (last != at)
            close_word (&self);
          at = last;
        }
      else
        {
          close_word (&self);
          self.n_breaks += c == '\n';
          self.apart = self.apart || !is_within_names (c);
        }
    }
  close_word (&self);
  return self.words;
}
