/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edition-cell.h"

#include <string.h>

#include "financial-year.h"

#define EN_DASH "\xe2\x80\x93"

/**
 * accord_edition_cell_is_blank:
 * @text: (nullable): a cell
 *
 * Returns: whether it says that there is nothing
 */
gboolean
accord_edition_cell_is_blank (const char *text)
{
  static const char *const nothing[] = { "not set", "n/a", "na", "-", "..", ":", "…", EN_DASH, "null", NULL };
  g_autofree char *low = text != NULL ? g_utf8_strdown (text, -1) : NULL;

  return low == NULL || *low == '\0' || g_strv_contains (nothing, low);
}

/* Thousands are parted in threes: "1,234,567.5". */
static char *
dup_ungrouped (const char *text)
{
  GString *plain = g_string_new (NULL);
  gsize since = 0;
  gboolean grouped = FALSE, fraction = FALSE;

  for (const char *at = text; *at != '\0'; at++)
    if (*at == ',' && !fraction && plain->len > 0 && (!grouped || since == 3))
      {
        grouped = TRUE;
        since = 0;
      }
    else if (*at == '.' || g_ascii_isdigit (*at) || ((*at == '-' || *at == '+') && at == text))
      {
        if (*at == '.' && grouped && since != 3)
          return g_string_free (plain, TRUE);
        fraction |= *at == '.';
        since++;
        g_string_append_c (plain, *at);
      }
    else
      return g_string_free (plain, TRUE);
  if (grouped && !fraction && since != 3)
    return g_string_free (plain, TRUE);
  return g_string_free (plain, FALSE);
}

/**
 * accord_edition_cell_read_number:
 * @text: (nullable): a cell
 * @number: (out): the number; of "3.5 %" it is 0.035
 * @percent: (out) (optional): whether it is written as a percentage
 *
 * Returns: whether @text is a number, with separators of thousands or without
 */
gboolean
accord_edition_cell_read_number (const char *text, AccordDecimal *number, gboolean *percent)
{
  static const char *const signs[] = { "%", "per cent", "percent", NULL };
  g_autofree char *plain = g_strdup (text != NULL ? text : "");
  g_autofree char *digits = NULL;
  gboolean is_percent = FALSE;

  for (guint i = 0; signs[i] != NULL && !is_percent; i++)
    if (g_str_has_suffix (plain, signs[i]))
      {
        plain[strlen (plain) - strlen (signs[i])] = '\0';
        is_percent = TRUE;
      }
  if (percent != NULL)
    *percent = is_percent;
  digits = dup_ungrouped (g_strstrip (plain));
  if (digits == NULL || !accord_decimal_parse (digits, number))
    return FALSE;
  if (is_percent)
    *number /= 100;
  return TRUE;
}

/**
 * accord_edition_cell_read_year:
 * @text: (nullable): a cell
 * @years: (out): what kind of year it is
 * @year: (out): the year, a financial one by the year it begins in
 *
 * Marks of a footnote behind the year are passed over: "2024-25 (5)", "2018*".
 *
 * Returns: whether @text is "2013", "2013/14", "2013-14" or the like
 */
gboolean
accord_edition_cell_read_year (const char *text, AccordPriceYears *years, int *year)
{
  g_autofree char *plain = g_strdup (text != NULL ? text : "");
  char *mark = strpbrk (plain, "(*[");

  if (mark != NULL)
    *mark = '\0';
  g_strstrip (plain);
  if (g_str_has_prefix (plain, "FY") || g_str_has_prefix (plain, "fy"))
    memset (plain, ' ', 2);
  g_strstrip (plain);
  if (!accord_financial_year_parse (plain, year, NULL))
    return FALSE;
  *years = strlen (plain) == strlen ("2013") ? ACCORD_PRICES_CALENDAR : ACCORD_PRICES_FINANCIAL;
  return TRUE;
}

static const char *
skip_words (const char *at)
{
  while (*at != '\0' && !g_ascii_isdigit (*at) && *at != '+')
    at++;
  return at;
}

/**
 * accord_edition_cell_read_span:
 * @text: (nullable): a cell
 * @first: (out): the first year counted from year 0
 * @last: (out): the last one; %G_MAXUINT for "301+" and "301 onwards"
 *
 * Returns: whether @text is a span of numbered years, such as "1-30", "31 to 75" or "301+", or one such year
 */
gboolean
accord_edition_cell_read_span (const char *text, guint *first, guint *last)
{
  const char *at = skip_words (text != NULL ? text : "");
  char *end;
  guint64 from, to;

  if (!g_ascii_isdigit (*at))
    return FALSE;
  from = g_ascii_strtoull (at, &end, 10);
  at = skip_words (end);
  to = g_ascii_isdigit (*at) ? g_ascii_strtoull (at, &end, 10) : from;
  if (*at == '+' || strstr (text, "onward") != NULL || strstr (text, "over") != NULL
      || strstr (text, "and above") != NULL)
    to = G_MAXUINT;
  if (*skip_words (end) != '\0' && *skip_words (end) != '+')
    return FALSE;
  if (from > 100000 || (to > 100000 && to != G_MAXUINT) || to < from)
    return FALSE;
  *first = (guint) from;
  *last = (guint) to;
  return TRUE;
}

/**
 * accord_edition_heading_dup_words:
 * @text: (nullable): a heading as a file writes it
 *
 * Returns: (transfer full): its words, small, with a blank between them and around the whole: " price year "
 */
char *
accord_edition_heading_dup_words (const char *text)
{
  GString *words = g_string_new (" ");
  gboolean lower = FALSE;

  for (const char *at = text != NULL ? text : ""; *at != '\0'; at++)
    {
      /* "PriceYear" is two words. */
      if (g_ascii_isupper (*at) && lower && words->str[words->len - 1] != ' ')
        g_string_append_c (words, ' ');
      lower = g_ascii_islower (*at);
      if (g_ascii_isalnum (*at) || *at == '%')
        g_string_append_c (words, g_ascii_tolower (*at));
      else if (g_str_has_prefix (at, "£"))
        g_string_append (words, words->str[words->len - 1] == ' ' ? "gbp " : " gbp ");
      else if (((guchar) *at & 0x80) == 0 && words->str[words->len - 1] != ' ')
        g_string_append_c (words, ' ');
    }
  if (words->str[words->len - 1] != ' ')
    g_string_append_c (words, ' ');
  return g_string_free (words, FALSE);
}

/**
 * accord_edition_heading_has:
 * @words: words of accord_edition_heading_dup_words()
 * @word: a word or several, small
 *
 * Returns: whether @word is among them; what ends with `*` need only begin a word
 */
gboolean
accord_edition_heading_has (const char *words, const char *word)
{
  const gsize length = strlen (word);
  g_autofree char *sought = length > 0 && word[length - 1] == '*'
                                ? g_strdup_printf (" %.*s", (int) length - 1, word)
                                : g_strdup_printf (" %s ", word);

  return strstr (words, sought) != NULL;
}

/**
 * accord_edition_heading_has_any:
 * @words: words of accord_edition_heading_dup_words()
 * @any: (array zero-terminated=1): words
 *
 * Returns: whether one of @any is among them
 */
gboolean
accord_edition_heading_has_any (const char *words, const char *const *any)
{
  for (guint i = 0; any[i] != NULL; i++)
    if (accord_edition_heading_has (words, any[i]))
      return TRUE;
  return FALSE;
}
