/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/pdf-text.h"

#include <math.h>

static gboolean
has_size (const AccordPdfRectangle *glyph)
{
  return glyph->x2 > glyph->x1 && glyph->y2 > glyph->y1;
}

/* Whether words run across at a glyph, and not up or down; told by its neighbours in the line. */
static double
part_passed (const AccordPdfContent *content, guint i, double x, double y)
{
  const AccordPdfRectangle *glyph = &content->glyphs[i];
  const AccordPdfRectangle *next = i + 1 < content->n_glyphs && has_size (glyph + 1) ? glyph + 1 : NULL;
  const AccordPdfRectangle *previous = i > 0 && has_size (glyph - 1) ? glyph - 1 : NULL;
  double dx = 1, dy = 0;

  if (next != NULL || previous != NULL)
    {
      const AccordPdfRectangle *a = next != NULL ? glyph : previous, *b = next != NULL ? next : glyph;

      dx = (b->x1 + b->x2) - (a->x1 + a->x2);
      dy = (b->y1 + b->y2) - (a->y1 + a->y2);
    }
  if (fabs (dx) >= fabs (dy))
    return (dx < 0 ? glyph->x2 - x : x - glyph->x1) / (glyph->x2 - glyph->x1);
  return (dy < 0 ? glyph->y2 - y : y - glyph->y1) / (glyph->y2 - glyph->y1);
}

/**
 * accord_pdf_text_find:
 * @content: what stands on a page
 * @x: in points
 * @y: in points
 * @reach: how far off words may be, in points; any distance if it is negative
 *
 * Finds the place between characters that is nearest to a point. The line matters more than the column.
 *
 * Returns: the place, or -1 if there are no words within reach
 */
int
accord_pdf_text_find (const AccordPdfContent *content, double x, double y, double reach)
{
  double nearest = G_MAXDOUBLE;
  guint found = 0;

  for (guint i = 0; i < content->n_glyphs; i++)
    {
      const AccordPdfRectangle *glyph = &content->glyphs[i];
      double dx = MAX (MAX (glyph->x1 - x, x - glyph->x2), 0),
             dy = MAX (MAX (glyph->y1 - y, y - glyph->y2), 0);
      double distance = dx + 4 * dy;

      if (has_size (glyph) && distance < nearest && (reach < 0 || MAX (dx, dy) <= reach))
        {
          nearest = distance;
          found = i;
        }
    }
  if (nearest == G_MAXDOUBLE)
    return -1;
  return (int) found + (part_passed (content, found, x, y) > 0.5);
}

static gboolean
is_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '\'' || c == 0x2019 || c == '_' || c == '-';
}

static const char *
at_offset (const AccordPdfContent *content, guint at)
{
  return g_utf8_offset_to_pointer (content->text, MIN (at, content->n_glyphs));
}

/**
 * accord_pdf_text_get_line:
 * @content: what stands on a page
 * @at: a place in its words
 * @from: (out): where the line begins
 * @to: (out): where it ends
 *
 * Finds a whole line.
 */
void
accord_pdf_text_get_line (const AccordPdfContent *content, guint at, guint *from, guint *to)
{
  const char *here = at_offset (content, at), *start = here, *end = here;

  while (start > content->text && start[-1] != '\n')
    start--;
  while (*end != '\0' && *end != '\n')
    end++;
  *from = MIN (at, content->n_glyphs) - (guint) g_utf8_strlen (start, here - start);
  *to = MIN (at, content->n_glyphs) + (guint) g_utf8_strlen (here, end - here);
}

/**
 * accord_pdf_text_get_word:
 * @content: what stands on a page
 * @at: a place in its words
 * @from: (out): where the word begins
 * @to: (out): where it ends
 *
 * Finds a whole word; between words, one character.
 */
void
accord_pdf_text_get_word (const AccordPdfContent *content, guint at, guint *from, guint *to)
{
  const char *here = at_offset (content, at), *start = here, *end = here;

  *from = *to = MIN (at, content->n_glyphs);
  while (start > content->text && is_word (g_utf8_get_char (g_utf8_prev_char (start))))
    {
      start = g_utf8_prev_char (start);
      --*from;
    }
  while (*end != '\0' && is_word (g_utf8_get_char (end)))
    {
      end = g_utf8_next_char (end);
      ++*to;
    }
  if (*from == *to && *to < content->n_glyphs)
    ++*to;
}

static guint
step_word (const AccordPdfContent *content, guint from, gboolean on)
{
  const char *here = at_offset (content, from);

  if (on)
    {
      for (; *here != '\0' && !is_word (g_utf8_get_char (here)); from++)
        here = g_utf8_next_char (here);
      for (; *here != '\0' && is_word (g_utf8_get_char (here)); from++)
        here = g_utf8_next_char (here);
      return from;
    }
  for (; from > 0 && !is_word (g_utf8_get_char (g_utf8_prev_char (here))); from--)
    here = g_utf8_prev_char (here);
  for (; from > 0 && is_word (g_utf8_get_char (g_utf8_prev_char (here))); from--)
    here = g_utf8_prev_char (here);
  return from;
}

/* Up or down to the same height of the next line, as nearly as its characters allow. */
static guint
step_line (const AccordPdfContent *content, guint at, gboolean on)
{
  double x = accord_pdf_text_get_caret (content, at).x1, nearest = G_MAXDOUBLE;
  guint from, to, found;

  accord_pdf_text_get_line (content, at, &from, &to);
  if (on ? to >= content->n_glyphs : from == 0)
    return on ? content->n_glyphs : 0;
  accord_pdf_text_get_line (content, on ? to + 1 : from - 1, &from, &to);
  found = from;
  for (guint i = from; i <= to; i++)
    {
      double distance = fabs (accord_pdf_text_get_caret (content, i).x1 - x);

      if (distance < nearest)
        {
          nearest = distance;
          found = i;
        }
    }
  return found;
}

/**
 * accord_pdf_text_step:
 * @content: what stands on a page
 * @from: a place in its words
 * @step: how far
 * @on: whether onwards, and not back
 *
 * Returns: the place that a caret goes to; the same at the ends of the page
 */
guint
accord_pdf_text_step (const AccordPdfContent *content, guint from, AccordPdfStep step, gboolean on)
{
  guint start, end;

  from = MIN (from, content->n_glyphs);
  switch (step)
    {
    case ACCORD_PDF_STEP_CHARACTER:
      return on ? MIN (from + 1, content->n_glyphs) : from - (from > 0);
    case ACCORD_PDF_STEP_WORD:
      return step_word (content, from, on);
    case ACCORD_PDF_STEP_LINE:
      return step_line (content, from, on);
    case ACCORD_PDF_STEP_LINE_END:
      accord_pdf_text_get_line (content, from, &start, &end);
      return on ? end : start;
    case ACCORD_PDF_STEP_PAGE_END:
    default:
      return on ? content->n_glyphs : 0;
    }
}

/**
 * accord_pdf_text_get_caret:
 * @content: what stands on a page
 * @at: a place in its words
 *
 * Returns: where a caret is drawn there: a line without a width, in points
 */
AccordPdfRectangle
accord_pdf_text_get_caret (const AccordPdfContent *content, guint at)
{
  AccordPdfRectangle caret = { 0 };

  at = MIN (at, content->n_glyphs);
  if (at < content->n_glyphs && has_size (&content->glyphs[at]))
    {
      caret = content->glyphs[at];
      caret.x2 = caret.x1;
    }
  else if (at > 0)
    {
      caret = content->glyphs[at - 1];
      caret.x1 = caret.x2;
    }
  return caret;
}

/**
 * accord_pdf_text_dup:
 * @content: what stands on a page
 * @from: a place in its words
 * @to: a place behind it
 *
 * Returns: (transfer full): the words between them, in lines as on the page
 */
char *
accord_pdf_text_dup (const AccordPdfContent *content, guint from, guint to)
{
  to = MIN (to, content->n_glyphs);
  return from < to ? g_utf8_substring (content->text, from, to) : g_strdup ("");
}

/**
 * accord_pdf_text_dup_place:
 * @content: what stands on a page
 * @page: which page that is, from 0
 * @from: a place in its words
 * @to: a place behind it
 *
 * Returns: (transfer full): the place, with its words in one line
 */
AccordPdfPlace *
accord_pdf_text_dup_place (const AccordPdfContent *content, guint page, guint from, guint to)
{
  AccordPdfPlace *place = accord_pdf_place_new (page);

  to = MIN (to, content->n_glyphs);
  if (from >= to)
    return place;
  g_array_unref (place->rectangles);
  place->rectangles = accord_pdf_rectangles_merge (content->glyphs + from, to - from);
  place->quote = accord_pdf_text_dup (content, from, to);
  g_strdelimit (place->quote, "\n\r\t\f", ' ');
  g_strstrip (place->quote);
  return place;
}
