/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fold.h"

#include <string.h>

#define DOTLESS_I 0x131
#define BYTE_ORDER_MARK 0xfeff
#define ZERO_WIDTH_SPACE 0x200b

/* One character as the search index folds it: lower case, and a Latin letter without what stands on it. By
 * way of the capital, so that the long and the final s fold like the common one; the dotless i is a letter of
 * its own. */
static gunichar
fold_character (gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  if (c != DOTLESS_I)
    c = g_unichar_tolower (g_unichar_toupper (c));
  if (g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts)) > 1 && parts[0] < 0x80
      && g_ascii_isalpha (parts[0]))
    return g_ascii_tolower (parts[0]);
  return c;
}

static gboolean
is_combining (gunichar c)
{
  return c >= 0x300 && c <= 0x36f && g_unichar_ismark (c);
}

static gboolean
is_white (gunichar c)
{
  return g_unichar_isspace (c) || c == ZERO_WIDTH_SPACE;
}

/**
 * accord_text_fold:
 * @text: any text
 *
 * Folds case and accents away, for comparing. It agrees with the search index (FTS5's unicode61 with
 * remove_diacritics 2) on every letter that both know, so that what compares equal is also found.
 *
 * Returns: (transfer full): the folded text, valid UTF-8 whatever came in.
 */
char *
accord_text_fold (const char *text)
{
  g_autofree char *valid = NULL;
  GString *folded;

  g_return_val_if_fail (text != NULL, NULL);

  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);
  folded = g_string_sized_new (strlen (text));
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c < 0x80)
        g_string_append_c (folded, g_ascii_tolower (c));
      else if (!is_combining (c))
        g_string_append_unichar (folded, fold_character (c));
    }
  return g_string_free (folded, FALSE);
}

/**
 * accord_text_collapse:
 * @text: any text
 *
 * Takes white space off both ends and makes one blank of every run of it within. Non-breaking and zero-width
 * spaces count as white; byte order marks vanish.
 *
 * Returns: (transfer full): the text, valid UTF-8 whatever came in.
 */
char *
accord_text_collapse (const char *text)
{
  g_autofree char *valid = NULL;
  GString *collapsed;
  gboolean pending = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);
  collapsed = g_string_sized_new (strlen (text));
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == BYTE_ORDER_MARK)
        continue;
      if (is_white (c))
        {
          pending = collapsed->len > 0;
          continue;
        }
      if (pending)
        g_string_append_c (collapsed, ' ');
      pending = FALSE;
      g_string_append_unichar (collapsed, c);
    }
  return g_string_free (collapsed, FALSE);
}

static gboolean
turns_order (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/**
 * accord_text_line:
 * @text: text that somebody else wrote
 *
 * Makes text safe to stand in one line among words of ours, on a page and in a terminal: runs of white space
 * become one space, and control characters, which could move a cursor or change colours, are left out, as are
 * those that turn the order of the letters after them.
 *
 * Returns: (transfer full): the line
 */
char *
accord_text_line (const char *text)
{
  g_autofree char *valid = NULL;
  GString *line;
  gboolean space = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  line = g_string_new (NULL);
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c) && c != 0xa0)
        {
          space = line->len > 0;
          continue;
        }
      if (g_unichar_iscntrl (c) || turns_order (c))
        continue;
      if (space)
        g_string_append_c (line, ' ');
      space = FALSE;
      g_string_append_unichar (line, c);
    }
  return g_string_free (line, FALSE);
}

/**
 * accord_text_slug:
 * @text: any text, a title say
 *
 * Makes a name fit for a file or an address: lower-case ASCII letters and figures in words joined by hyphens.
 * An apostrophe joins (`St Mary's` is `st-marys`), an ampersand is “and”.
 *
 * Returns: (transfer full): the slug, empty if nothing of @text can be kept.
 */
char *
accord_text_slug (const char *text)
{
  g_autofree char *folded = NULL;
  g_autofree char *ascii = NULL;
  GString *slug;
  gboolean pending = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  folded = accord_text_fold (text);
  ascii = g_str_to_ascii (folded, "C");
  slug = g_string_new (NULL);
  for (const char *at = ascii; *at != '\0'; at++)
    {
      const char *piece = *at == '&' ? "and" : NULL;

      if (*at == '\'')
        continue;
      if (piece == NULL && !g_ascii_isalnum (*at))
        {
          pending = slug->len > 0;
          continue;
        }
      if (slug->len > 0 && (pending || piece != NULL) && slug->str[slug->len - 1] != '-')
        g_string_append_c (slug, '-');
      pending = piece != NULL;
      if (piece != NULL)
        g_string_append (slug, piece);
      else
        g_string_append_c (slug, g_ascii_tolower (*at));
    }
  return g_string_free (slug, FALSE);
}
