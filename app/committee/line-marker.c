/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "line-marker.h"

#include <string.h>

/* Longer numbers are years, and amounts. */
#define MAX_DIGITS 3
/* “xxviii” */
#define MAX_ROMAN 6

/**
 * accord_line_is_wide_white:
 * @c: a character beyond ASCII
 *
 * Returns: what accord_line_is_white() says of it
 */
gboolean
accord_line_is_wide_white (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x200b || c == 0xfeff || c == 0x2060;
}

/**
 * accord_line_is_bullet:
 * @c: a character
 *
 * Returns: whether it is a bullet wherever it stands: one of the printed ones, or what a symbol font leaves
 */
gboolean
accord_line_is_bullet (gunichar c)
{
  switch (c)
    {
    case 0x00b7:
    case 0x2022:
    case 0x2023:
    case 0x2043:
    case 0x2219:
    case 0x25a0:
    case 0x25aa:
    case 0x25ab:
    case 0x25cb:
    case 0x25cf:
    case 0x25e6:
    case 0x27a2:
      return TRUE;
    default:
      return c >= 0xf020 && c <= 0xf0ff;
    }
}

/**
 * accord_line_skip_white:
 * @text: a text
 * @at: where to begin
 * @end: where to stop
 *
 * Returns: where the next character is that shows something, or @end
 */
gsize
accord_line_skip_white (const char *text, gsize at, gsize end)
{
  while (at < end && accord_line_is_white (g_utf8_get_char (text + at)))
    at = g_utf8_next_char (text + at) - text;
  return at;
}

static gboolean
is_blank_at (const char *text, gsize at, gsize end)
{
  return at >= end || accord_line_is_white (g_utf8_get_char (text + at));
}

/* How wide the blank is that begins at @at: one ordinary blank is a word's, more than that sets a marker off.
 */
static gboolean
is_set_off (const char *text, gsize at, gsize end)
{
  gsize next;

  if (at >= end)
    return TRUE;
  if (!accord_line_is_white (g_utf8_get_char (text + at)))
    return FALSE;
  if (text[at] != ' ')
    return TRUE;
  next = at + 1;
  return is_blank_at (text, next, end);
}

static gboolean
take_bullet (const char *text, AccordSpan span, AccordSpan *mark)
{
  gunichar c = g_utf8_get_char (text + span.start);
  gsize next = g_utf8_next_char (text + span.start) - text;

  if (accord_line_is_bullet (c)
      || ((c == '-' || c == '*' || c == 0x2010 || c == 0x2011 || c == 0x2013 || c == 0x2014)
          && is_blank_at (text, next, span.end) && next < span.end)
      || (c == 'o' && next < span.end && is_set_off (text, next, span.end)))
    {
      *mark = (AccordSpan){ span.start, next };
      return TRUE;
    }
  return FALSE;
}

static gboolean
is_roman (const char *text, gsize start, gsize end)
{
  gboolean ones = FALSE;

  for (gsize i = start; i < end; i++)
    switch (g_ascii_tolower (text[i]))
      {
      case 'i':
        ones = TRUE;
        break;
      case 'v':
        break;
      case 'x':
        if (ones && i + 1 < end)
          return FALSE;
        break;
      default:
        return FALSE;
      }
  return end > start;
}

/* The number, letter or letters at @at, and what they are. */
static gboolean
take_figure (const char *text, gsize at, gsize end, gsize *after, AccordLineMarker *marker)
{
  gsize to = at;

  while (to < end && g_ascii_isdigit (text[to]))
    to++;
  if (to > at)
    {
      *marker = ACCORD_LINE_ARABIC;
      *after = to;
      return to - at <= MAX_DIGITS;
    }
  while (to < end && g_ascii_isalpha (text[to]))
    to++;
  *after = to;
  if (to - at == 1)
    {
      *marker = is_roman (text, at, to) ? ACCORD_LINE_ROMAN : ACCORD_LINE_LETTER;
      return TRUE;
    }
  *marker = ACCORD_LINE_ROMAN;
  return to - at >= 2 && to - at <= MAX_ROMAN && is_roman (text, at, to)
         && (g_ascii_islower (text[at]) == g_ascii_islower (text[to - 1]));
}

static gboolean
is_that (const char *text, gsize at, gsize end)
{
  return end - at > 5 && text[at] == ' ' && g_ascii_strncasecmp (text + at + 1, "that ", 5) == 0;
}

/* “2.1” with a wide blank or “that” behind it, which “2.1 million” has not. */
static gboolean
take_nested_number (const char *text, AccordSpan span, gsize after, gsize *end)
{
  gsize at = after;
  guint n_levels = 0;

  while (at + 1 < span.end && text[at] == '.' && g_ascii_isdigit (text[at + 1]))
    {
      at++;
      while (at < span.end && g_ascii_isdigit (text[at]))
        at++;
      n_levels++;
    }
  if (n_levels == 0 || n_levels > 3)
    return FALSE;
  if (at < span.end && text[at] == '.')
    at++;
  *end = at;
  return at < span.end && (is_set_off (text, at, span.end) || is_that (text, at, span.end));
}

static gboolean
take_open (const char *text, AccordSpan span, gsize after, AccordLineMarker marker, gsize *end)
{
  if (after >= span.end)
    return FALSE;
  /* “A    Note the report” */
  if (marker == ACCORD_LINE_LETTER && g_ascii_isupper (text[after - 1]) && after - span.start == 1
      && after + 3 < span.end && strncmp (text + after, "   ", 3) == 0)
    {
      *end = after;
      return TRUE;
    }
  *end = after + 1;
  if (text[after] == ')')
    return TRUE;
  if (text[after] == ':')
    return marker == ACCORD_LINE_LETTER && after - span.start == 1 && is_set_off (text, after + 1, span.end)
           && after + 1 < span.end;
  if (text[after] != '.')
    return FALSE;
  if (marker == ACCORD_LINE_ARABIC && take_nested_number (text, span, after, end))
    return TRUE;
  *end = after + 1;
  /* “R. Briggs” is somebody, “A.  Members” may be the first of a list. */
  if (marker != ACCORD_LINE_ARABIC && g_ascii_isupper (text[after - 1]) && after - span.start == 1)
    return is_set_off (text, after + 1, span.end);
  return is_blank_at (text, after + 1, span.end);
}

/**
 * accord_line_take_marker:
 * @text: a text
 * @span: a place in it that begins with no white space
 * @marker: (out): what it begins with
 * @mark: (out): where that stands; nothing for none
 *
 * Finds the bullet or the number that words begin with. A single i, v or x counts as %ACCORD_LINE_ROMAN:
 * only its neighbours can tell.
 *
 * Returns: whether there is one
 */
gboolean
accord_line_take_marker (const char *text, AccordSpan span, AccordLineMarker *marker, AccordSpan *mark)
{
  gsize after, end = 0;
  gboolean bracket;

  *marker = ACCORD_LINE_PLAIN;
  *mark = (AccordSpan){ span.start, span.start };
  if (accord_span_is_empty (span))
    return FALSE;
  if (take_bullet (text, span, mark))
    {
      *marker = ACCORD_LINE_BULLET;
      return TRUE;
    }
  bracket = text[span.start] == '(';
  if (!take_figure (text, span.start + (bracket ? 1 : 0), span.end, &after, marker)
      || !(bracket ? after < span.end && text[after] == ')' : take_open (text, span, after, *marker, &end)))
    {
      *marker = ACCORD_LINE_PLAIN;
      return FALSE;
    }
  *mark = (AccordSpan){ span.start, bracket ? after + 1 : end };
  return TRUE;
}

static guint
roman_value (const char *text, gsize start, gsize end)
{
  guint value = 0;

  for (gsize i = start; i < end; i++)
    {
      char c = g_ascii_tolower (text[i]);
      char next = i + 1 < end ? g_ascii_tolower (text[i + 1]) : '\0';

      if (c == 'i')
        value += next == 'v' || next == 'x' ? -1 : 1;
      else
        value += c == 'v' ? 5 : 10;
    }
  return value;
}

/**
 * accord_line_mark_value:
 * @text: a text
 * @mark: where a marker stands in it
 * @marker: what it is
 *
 * Returns: how many it counts: 3 for “(3)”, “c.” and “iii)”; 0 where it counts nothing. Of “2.1” it is the
 * last number
 */
guint
accord_line_mark_value (const char *text, AccordSpan mark, AccordLineMarker marker)
{
  gsize start = mark.start, end = mark.end;

  while (start < end && !g_ascii_isalnum (text[start]))
    start++;
  while (end > start && !g_ascii_isalnum (text[end - 1]))
    end--;
  if (marker == ACCORD_LINE_ROMAN)
    return roman_value (text, start, end);
  if (marker == ACCORD_LINE_LETTER && end > start)
    return g_ascii_tolower (text[start]) - 'a' + 1;
  if (marker == ACCORD_LINE_ARABIC)
    {
      gsize at = end;

      while (at > start && g_ascii_isdigit (text[at - 1]))
        at--;
      return (guint) g_ascii_strtoull (text + at, NULL, 10);
    }
  return 0;
}
