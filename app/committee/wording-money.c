/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording-money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "line-marker.h"
#include "lines.h"
#include "money.h"

#define POUND "\xc2\xa3"
#define MINUS "\xe2\x88\x92"

/* Longer than this is no sum that anybody prints. */
#define MAX_DIGITS 24

/* From where a sum is counted in thousands and has no need of the word behind the next. */
#define WHOLE_DIGITS 4

/* A figure with what stands behind it. */
typedef struct
{
  gsize start;
  gsize digits_end;
  gsize end;
  gboolean scaled;
  gboolean doubtful;
  guint n_digits;
} Figure;

static gsize
skip_blanks (const char *text, gsize at)
{
  for (guint n = 0; n < 3; n++)
    {
      if (text[at] == ' ')
        at++;
      else if (strncmp (text + at, "\xc2\xa0", 2) == 0)
        at += 2;
      else
        break;
    }
  return at;
}

static gsize
skip_letters (const char *text, gsize at)
{
  while (g_ascii_isalpha (text[at]))
    at++;
  return at;
}

static gboolean
is_one_of (const char *text, gsize length, const char *const *words)
{
  for (; *words != NULL; words++)
    if (strlen (*words) == length && g_ascii_strncasecmp (text, *words, length) == 0)
      return TRUE;
  return FALSE;
}

/* The digits at @at, with points and commas between them. */
static gboolean
read_digits (const char *text, gsize at, Figure *figure)
{
  figure->n_digits = 0;
  while (g_ascii_isdigit (text[at])
         || ((text[at] == ',' || text[at] == '.') && figure->n_digits > 0 && g_ascii_isdigit (text[at + 1]))
         || (text[at] == '.' && figure->n_digits == 0 && g_ascii_isdigit (text[at + 1])))
    {
      figure->n_digits += g_ascii_isdigit (text[at]) ? 1 : 0;
      at++;
    }
  figure->digits_end = figure->end = at;
  return figure->n_digits > 0 && figure->n_digits <= MAX_DIGITS;
}

/* “m”, “ million”; a single letter that stands apart may be somebody's. */
static void
read_scale (const char *text, Figure *figure)
{
  static const char *const scales[] = { "k", "m", "mn", "bn", "thousand", "million", "billion", NULL };
  static const char *const unknown[] = { "trillion",  "tn",   "hundred", "dozen",    "b",
                                         "t",         "mil",  "mill",    "millions", "billions",
                                         "thousands", "lakh", "crore",   NULL };
  static const char *const each[] = { "pa", "pcm", "pw", "ph", "pm", "p", NULL };
  gsize at = figure->digits_end;
  gsize word = skip_blanks (text, at);
  gsize end = skip_letters (text, word);
  gsize length = end - word;

  if (length == 0 || (g_ascii_isdigit (text[end]) && word != at))
    return;
  if (is_one_of (text + word, length, scales) && (word == at || length > 1 || g_ascii_islower (text[word])))
    {
      figure->scaled = TRUE;
      figure->end = end;
    }
  else if (is_one_of (text + word, length, unknown) || (length == 1 && strchr ("kKmM", text[word]) != NULL))
    figure->doubtful = TRUE;
  else if (word == at && !is_one_of (text + word, length, each))
    figure->doubtful = TRUE;
}

/* “£1-2 million” and “£5 to £6m” leave open what the first figure counts. */
static void
read_range (const char *text, Figure *figure)
{
  gsize at = skip_blanks (text, figure->end);
  Figure second = { 0 };

  if (figure->scaled || figure->n_digits >= WHOLE_DIGITS)
    return;
  if (strncmp (text + at, "\xe2\x80\x93", 3) == 0 || strncmp (text + at, "\xe2\x80\x94", 3) == 0)
    at += 3;
  else if (text[at] == '-' || text[at] == '/')
    at++;
  else if (g_ascii_strncasecmp (text + at, "to ", 3) == 0 || g_ascii_strncasecmp (text + at, "or ", 3) == 0)
    at += 3;
  else if (g_ascii_strncasecmp (text + at, "and ", 4) == 0)
    at += 4;
  else
    return;
  at = skip_blanks (text, at);
  if (strncmp (text + at, POUND, strlen (POUND)) == 0)
    at = skip_blanks (text, at + strlen (POUND));
  if (!read_digits (text, at, &second))
    return;
  read_scale (text, &second);
  figure->doubtful |= second.scaled || second.doubtful;
}

/* “ pounds” after “£19 million” belongs to it. */
static void
read_pounds (const char *text, Figure *figure)
{
  gsize word = skip_blanks (text, figure->end);

  if (word > figure->end && g_ascii_strncasecmp (text + word, "pounds", 6) == 0
      && !g_ascii_isalpha (text[word + 6]))
    figure->end = word + 6;
}

static void
doubt (AccordCommitteePage *page, const Figure *figure)
{
  AccordSpan span = { figure->start, figure->end };

  accord_committee_page_add_unread (page, span,
                                    _ ("This may be a sum of money; how much it is cannot be told."));
}

static void
add_amount (AccordCommitteePage *page, const Figure *figure)
{
  AccordSpan span = { figure->start, figure->end };
  g_autofree char *words = accord_lines_dup_words (page->text, span);
  AccordPageAmount *amount;
  gint64 pence;

  if (figure->doubtful || accord_money_scan (words, strlen (words), &pence) != ACCORD_MONEY_SCAN_OK)
    {
      doubt (page, figure);
      return;
    }
  amount = accord_page_amount_new (span, pence);
  amount->text = g_steal_pointer (&words);
  g_ptr_array_add (page->amounts, amount);
}

/* “(-£5m)” is less than nothing; the dash of “2019-£5m” is not. */
static gsize
find_sign (const char *text, gsize at)
{
  gsize sign = at;

  if (at >= 1 && text[at - 1] == '-')
    sign = at - 1;
  else if (at >= strlen (MINUS) && strncmp (text + at - strlen (MINUS), MINUS, strlen (MINUS)) == 0)
    sign = at - strlen (MINUS);
  if (sign == at)
    return at;
  return sign == 0 || text[sign - 1] == ' ' || text[sign - 1] == '\n' || text[sign - 1] == '(' ? sign : at;
}

/* “(£000)” heads a column. */
static gboolean
is_heading (const char *text, gsize at)
{
  return strncmp (text + at, "000", 3) == 0 && !g_ascii_isdigit (text[at + 3]);
}

static gsize
take_signed (AccordCommitteePage *page, gsize at)
{
  const char *text = page->text;
  gsize digits = at + strlen (POUND);
  Figure figure = { .start = find_sign (text, at) };

  if (!g_ascii_isdigit (text[digits]) && text[digits] != '.')
    digits = skip_blanks (text, digits);
  if (is_heading (text, digits) || !read_digits (text, digits, &figure))
    return at + strlen (POUND);
  read_scale (text, &figure);
  read_range (text, &figure);
  read_pounds (text, &figure);
  add_amount (page, &figure);
  return figure.end;
}

static gboolean
begins_word (const char *text, gsize at)
{
  return at == 0
         || !(g_ascii_isalnum (text[at - 1]) || text[at - 1] == '.' || text[at - 1] == ','
              || (guchar) text[at - 1] == 0xa3);
}

/* “19 million pounds” */
static gsize
take_worded (AccordCommitteePage *page, gsize at)
{
  const char *text = page->text;
  Figure figure = { .start = at };
  gsize word;

  if (!begins_word (text, at) || !read_digits (text, at, &figure))
    return at + 1;
  read_scale (text, &figure);
  word = skip_blanks (text, figure.end);
  if (!figure.scaled || word == figure.end || g_ascii_strncasecmp (text + word, "pounds", 6) != 0
      || g_ascii_isalpha (text[word + 6]))
    return figure.digits_end;
  read_pounds (text, &figure);
  add_amount (page, &figure);
  return figure.end;
}

/**
 * accord_wording_read_amounts:
 * @page: a page
 *
 * Finds the sums of money on a page, to the penny: “£12.95m”, “£750k”, “19 million pounds”. Where it is open
 * how much is meant, as in “£1-2 million”, it is noted as unread.
 */
void
accord_wording_read_amounts (AccordCommitteePage *page)
{
  const char *text = page->text != NULL ? page->text : "";

  for (gsize at = 0; text[at] != '\0';)
    {
      if (text[at] == POUND[0] && text[at + 1] == POUND[1])
        at = take_signed (page, at);
      else if (g_ascii_isdigit (text[at]))
        at = take_worded (page, at);
      else
        at++;
    }
}
