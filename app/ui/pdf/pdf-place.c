/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/pdf-place.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>

/* Of one comment. A page full of words has some sixty lines. */
#define MOST_RECTANGLES 4096
/* The largest page that a PDF may have is 14,400 points; in units of its own it may be more. */
#define FARTHEST 1e7
/* Words of one line stand no farther apart than this, in heights of the line. */
#define WIDEST_GAP 1.6

G_DEFINE_BOXED_TYPE (AccordPdfPlace, accord_pdf_place, accord_pdf_place_copy, accord_pdf_place_free)

/**
 * accord_pdf_rectangles_new:
 *
 * Returns: (transfer full) (element-type AccordPdfRectangle): no rectangles yet
 */
GArray *
accord_pdf_rectangles_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (AccordPdfRectangle));
}

/**
 * accord_pdf_place_new:
 * @page: counted from 0
 *
 * Returns: (transfer full): the whole page, without words
 */
AccordPdfPlace *
accord_pdf_place_new (guint page)
{
  AccordPdfPlace *self = g_new0 (AccordPdfPlace, 1);

  self->page = page;
  self->rectangles = accord_pdf_rectangles_new ();
  return self;
}

/**
 * accord_pdf_place_copy:
 * @self: a place
 *
 * Returns: (transfer full): the same place
 */
AccordPdfPlace *
accord_pdf_place_copy (const AccordPdfPlace *self)
{
  AccordPdfPlace *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = accord_pdf_place_new (self->page);
  if (self->rectangles->len > 0)
    g_array_append_vals (copy->rectangles, self->rectangles->data, self->rectangles->len);
  copy->quote = g_strdup (self->quote);
  return copy;
}

/**
 * accord_pdf_place_free:
 * @self: a place
 *
 * Frees it.
 */
void
accord_pdf_place_free (AccordPdfPlace *self)
{
  g_array_unref (self->rectangles);
  g_free (self->quote);
  g_free (self);
}

/**
 * accord_pdf_place_get_bounds:
 * @self: a place
 *
 * Returns: the least rectangle around its rectangles; the page's top left corner if it has none
 */
AccordPdfRectangle
accord_pdf_place_get_bounds (const AccordPdfPlace *self)
{
  AccordPdfRectangle bounds = { 0 };

  for (guint i = 0; i < self->rectangles->len; i++)
    {
      const AccordPdfRectangle *next = &g_array_index (self->rectangles, AccordPdfRectangle, i);

      if (i == 0)
        bounds = *next;
      bounds.x1 = MIN (bounds.x1, next->x1);
      bounds.y1 = MIN (bounds.y1, next->y1);
      bounds.x2 = MAX (bounds.x2, next->x2);
      bounds.y2 = MAX (bounds.y2, next->y2);
    }
  return bounds;
}

/**
 * accord_pdf_mark_new:
 * @id: what it is told by
 * @place: where
 * @style: what it is for
 * @label: what it says
 * @selected: whether it is the one that is being read
 *
 * Returns: (transfer full): a mark
 */
AccordPdfMark *
accord_pdf_mark_new (const char *id, const AccordPdfPlace *place, AccordPdfMarkStyle style, const char *label,
                     gboolean selected)
{
  AccordPdfMark *self = g_new0 (AccordPdfMark, 1);

  self->id = g_strdup (id);
  self->place = accord_pdf_place_copy (place);
  self->style = style;
  self->label = g_strdup (label);
  self->selected = selected;
  return self;
}

/**
 * accord_pdf_mark_free:
 * @self: a mark
 *
 * Frees it.
 */
void
accord_pdf_mark_free (AccordPdfMark *self)
{
  g_free (self->id);
  accord_pdf_place_free (self->place);
  g_free (self->label);
  g_free (self);
}

/* --- As text. */

static void
append_number (GString *text, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  /* Nought has no sign. */
  if (fabs (number) < 0.005)
    number = 0;
  g_string_append (text, g_ascii_formatd (digits, sizeof digits, "%.2f", number));
}

/**
 * accord_pdf_rectangles_to_text:
 * @rectangles: (element-type AccordPdfRectangle): in points
 *
 * Writes rectangles as they are kept: "x1 y1 x2 y2; x1 y1 x2 y2", two decimals each.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL if there are none
 */
char *
accord_pdf_rectangles_to_text (const GArray *rectangles)
{
  GString *text;

  if (rectangles == NULL || rectangles->len == 0)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < rectangles->len; i++)
    {
      const AccordPdfRectangle *next = &g_array_index (rectangles, AccordPdfRectangle, i);

      if (i > 0)
        g_string_append (text, "; ");
      append_number (text, next->x1);
      g_string_append_c (text, ' ');
      append_number (text, next->y1);
      g_string_append_c (text, ' ');
      append_number (text, next->x2);
      g_string_append_c (text, ' ');
      append_number (text, next->y2);
    }
  return g_string_free (text, FALSE);
}

static gboolean
read_rectangle (const char *text, AccordPdfRectangle *rectangle)
{
  double numbers[4];
  const char *at = text;
  char *end;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      numbers[i] = g_ascii_strtod (at, &end);
      if (end == at || !isfinite (numbers[i]) || fabs (numbers[i]) > FARTHEST)
        return FALSE;
      at = end;
    }
  at += strspn (at, " ");
  rectangle->x1 = MIN (numbers[0], numbers[2]);
  rectangle->y1 = MIN (numbers[1], numbers[3]);
  rectangle->x2 = MAX (numbers[0], numbers[2]);
  rectangle->y2 = MAX (numbers[1], numbers[3]);
  return *at == '\0';
}

/**
 * accord_pdf_rectangles_from_text:
 * @text: (nullable): as accord_pdf_rectangles_to_text() writes it
 * @error: return location for an error
 *
 * Reads rectangles, whose corners may come in any order. It may be anybody's text: numbers must be finite and
 * within a page's bounds, and there may be no more than a page has lines.
 *
 * Returns: (transfer full) (element-type AccordPdfRectangle): the rectangles, none for no text, or %NULL with
 *   @error set
 */
GArray *
accord_pdf_rectangles_from_text (const char *text, GError **error)
{
  g_autoptr (GArray) rectangles = accord_pdf_rectangles_new ();
  g_auto (GStrv) parts = NULL;

  if (text == NULL || *text == '\0')
    return g_steal_pointer (&rectangles);
  parts = g_strsplit (text, ";", MOST_RECTANGLES + 1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      AccordPdfRectangle rectangle;

      if (i == MOST_RECTANGLES || !read_rectangle (parts[i], &rectangle))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       /* Translators: %u counts rectangles, from 1. */
                       _ ("The place on the page is not written as “x1 y1 x2 y2; …” at rectangle %u."),
                       i + 1);
          return NULL;
        }
      g_array_append_val (rectangles, rectangle);
    }
  return g_steal_pointer (&rectangles);
}

/* --- Lines. */

static double
overlap (double from, double to, double other_from, double other_to)
{
  double least = MIN (to - from, other_to - other_from);

  return least > 0 ? (MIN (to, other_to) - MAX (from, other_from)) / least : 0;
}

static double
gap (double from, double to, double other_from, double other_to)
{
  return MAX (0, MAX (from, other_from) - MIN (to, other_to));
}

/* Whether a glyph goes on with a line; words set on end go on downwards, one glyph wide. */
static gboolean
goes_on (const AccordPdfRectangle *line, const AccordPdfRectangle *glyph)
{
  double size = MAX (glyph->y2 - glyph->y1, line->y2 - line->y1);
  double width = MAX (glyph->x2 - glyph->x1, glyph->y2 - glyph->y1);

  if (overlap (line->y1, line->y2, glyph->y1, glyph->y2) >= 0.5
      && gap (line->x1, line->x2, glyph->x1, glyph->x2) <= size * WIDEST_GAP)
    return TRUE;
  return line->x2 - line->x1 <= width * 1.2 && overlap (line->x1, line->x2, glyph->x1, glyph->x2) >= 0.5
         && gap (line->y1, line->y2, glyph->y1, glyph->y2) <= (glyph->y2 - glyph->y1) * 0.2;
}

/**
 * accord_pdf_rectangles_merge:
 * @glyphs: (array length=n_glyphs): in reading order
 * @n_glyphs: how many
 *
 * Joins what stands side by side, so that there is one rectangle for each line of words.
 *
 * Returns: (transfer full) (element-type AccordPdfRectangle): the lines
 */
GArray *
accord_pdf_rectangles_merge (const AccordPdfRectangle *glyphs, guint n_glyphs)
{
  GArray *lines = accord_pdf_rectangles_new ();

  for (guint i = 0; i < n_glyphs; i++)
    {
      const AccordPdfRectangle *glyph = &glyphs[i];
      AccordPdfRectangle *line =
          lines->len > 0 ? &g_array_index (lines, AccordPdfRectangle, lines->len - 1) : NULL;

      /* The end of a line is a glyph without a size. */
      if (!(glyph->x2 > glyph->x1) || !(glyph->y2 > glyph->y1))
        continue;
      if (line == NULL || !goes_on (line, glyph))
        {
          g_array_append_val (lines, *glyph);
          continue;
        }
      line->x1 = MIN (line->x1, glyph->x1);
      line->y1 = MIN (line->y1, glyph->y1);
      line->x2 = MAX (line->x2, glyph->x2);
      line->y2 = MAX (line->y2, glyph->y2);
    }
  return lines;
}

/**
 * accord_pdf_rectangle_flip:
 * @self: a rectangle whose origin is at the bottom left
 * @page_height: of the page as it is shown, in points
 *
 * Returns: the same with its origin at the top left, or the other way about
 */
AccordPdfRectangle
accord_pdf_rectangle_flip (const AccordPdfRectangle *self, double page_height)
{
  return (AccordPdfRectangle){ MIN (self->x1, self->x2), page_height - MAX (self->y1, self->y2),
                               MAX (self->x1, self->x2), page_height - MIN (self->y1, self->y2) };
}
