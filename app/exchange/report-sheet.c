/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-private.h"

#include "date.h"
#include "today.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define FOOT_GAP 10.0
#define MINUS "−"

/* Nothing but words of a page is tagged: what comes again on every page would be read again and again. */

void
accord_sheet_set_font (AccordSheet *self, double size, gboolean bold)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, "Cantarell, sans-serif");
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (self->layout, font);
  pango_font_description_free (font);
}

/* A minus stays with the sum behind it; letters stay letters, so that what is copied or searched is found. */
static PangoAttrList *
make_attributes (const char *words)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga=0"));

  for (const char *at = strstr (words, MINUS); at != NULL; at = strstr (at + strlen (MINUS), MINUS))
    {
      PangoAttribute *whole = pango_attr_allow_breaks_new (FALSE);

      whole->start_index = (guint) (at - words);
      whole->end_index = whole->start_index + (guint) strcspn (at, " \n");
      pango_attr_list_insert (attributes, whole);
    }
  return attributes;
}

/* How high they are. */
double
accord_sheet_set_words (AccordSheet *self, const char *words, double width)
{
  PangoAttrList *attributes = make_attributes (words);
  int height;

  pango_layout_set_attributes (self->layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_width (self->layout, (int) (width * PANGO_SCALE));
  pango_layout_set_height (self->layout, -1);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_NONE);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (self->layout, PANGO_ALIGN_LEFT);
  pango_layout_set_text (self->layout, words, -1);
  pango_layout_get_size (self->layout, NULL, &height);
  return height / (double) PANGO_SCALE;
}

double
accord_sheet_measure (AccordSheet *self, const char *words, double size, gboolean bold, double width)
{
  if (words == NULL)
    return 0;
  accord_sheet_set_font (self, size, bold);
  return accord_sheet_set_words (self, words, width);
}

void
accord_sheet_set_grey (AccordSheet *self, double grey)
{
  cairo_set_source_rgb (self->cairo, grey, grey, grey);
}

double
accord_sheet_room (const AccordSheet *self)
{
  return self->height - ACCORD_SHEET_MARGIN - self->y;
}

double
accord_sheet_text_width (const AccordSheet *self)
{
  return self->width - 2 * ACCORD_SHEET_MARGIN;
}

/* Draws what is in the layout. */
void
accord_sheet_show (AccordSheet *self, double x, double y)
{
  cairo_move_to (self->cairo, x, y);
  pango_cairo_show_layout (self->cairo, self->layout);
  cairo_new_path (self->cairo);
}

/* --- What things are, for those who have a page read to them. */

void
accord_sheet_tag (AccordSheet *self, const char *tag)
{
  if (self->pdf != NULL && tag != NULL)
    cairo_tag_begin (self->pdf, tag, NULL);
}

void
accord_sheet_end_tag (AccordSheet *self, const char *tag)
{
  if (self->pdf != NULL && tag != NULL)
    cairo_tag_end (self->pdf, tag);
}

/* Ends the list or table before, unless @tag goes on with it. */
void
accord_sheet_group (AccordSheet *self, const char *tag)
{
  if (g_strcmp0 (self->group, tag) == 0)
    return;
  accord_sheet_end_tag (self, self->group);
  accord_sheet_tag (self, tag);
  self->group = tag;
}

void
accord_sheet_add_outline (AccordSheet *self, const char *words, guint level)
{
  g_autofree char *place = NULL;

  if (self->pdf == NULL)
    return;
  place = g_strdup_printf ("page=%u pos=[%d %d]", self->page, (int) ACCORD_SHEET_MARGIN, (int) self->y);
  self->outline[level] = cairo_pdf_surface_add_outline (
      cairo_get_target (self->pdf), level == 0 ? CAIRO_PDF_OUTLINE_ROOT : self->outline[0], words, place,
      CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

/* --- Pages. */

/* Sheets get apart: each says what it is of. */
static void
draw_foot (AccordSheet *self, guint page, guint total)
{
  g_autofree char *today = accord_today_dup ();
  g_autofree char *day = accord_date_format (today);
  g_autofree char *left = self->report->foot != NULL ? g_strdup (self->report->foot)
                                                     : g_strdup_printf ("%s · %s", self->report->title, day);
  /* Translators: the number of a page, and how many there are. */
  g_autofree char *right = g_strdup_printf (_ ("Page %u of %u"), page, total);
  const double width = accord_sheet_text_width (self), y = self->height - ACCORD_SHEET_MARGIN + FOOT_GAP;

  accord_sheet_set_grey (self, 0.3);
  accord_sheet_set_font (self, ACCORD_SHEET_NOTE, FALSE);
  accord_sheet_set_words (self, left, width * 0.8);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  accord_sheet_show (self, ACCORD_SHEET_MARGIN, y);
  accord_sheet_set_words (self, right, width);
  pango_layout_set_alignment (self->layout, PANGO_ALIGN_RIGHT);
  accord_sheet_show (self, ACCORD_SHEET_MARGIN, y);
}

/* Letters are as wide wherever they are drawn: what was counted on one surface holds on another. */
static void
begin_layout (AccordSheet *self)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  g_clear_object (&self->layout);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  self->layout = pango_cairo_create_layout (self->cairo);
  pango_cairo_context_set_font_options (pango_layout_get_context (self->layout), options);
  pango_layout_context_changed (self->layout);
  cairo_font_options_destroy (options);
}

static void
begin_page (AccordSheet *self)
{
  cairo_rectangle_t paper = { 0, 0, self->width, self->height };

  if (self->pdf == NULL)
    {
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &paper);

      g_clear_pointer (&self->cairo, cairo_destroy);
      g_ptr_array_add (self->pages, surface);
      self->cairo = cairo_create (surface);
    }
  begin_layout (self);
  self->page++;
  self->y = ACCORD_SHEET_MARGIN;
  accord_sheet_set_grey (self, 0);
}

static void
end_page (AccordSheet *self)
{
  if (self->pdf == NULL)
    return;
  begin_layout (self);
  draw_foot (self, self->page, self->total);
  cairo_show_page (self->pdf);
}

/**
 * accord_sheet_turn:
 * @self: a sheet without a tag open that words stand in
 *
 * Goes on on the next page; a table begins there with what stands over its columns.
 */
void
accord_sheet_turn (AccordSheet *self)
{
  end_page (self);
  begin_page (self);
  if (self->head != NULL)
    accord_sheet_draw_head (self, 0, TRUE);
}

void
accord_sheet_begin (AccordSheet *self)
{
  if (self->pdf != NULL)
    self->cairo = cairo_reference (self->pdf);
  accord_sheet_tag (self, "Document");
  begin_page (self);
}

void
accord_sheet_end (AccordSheet *self)
{
  accord_sheet_group (self, NULL);
  accord_sheet_end_tag (self, "Document");
  end_page (self);
  for (guint i = 0; self->pages != NULL && i < self->pages->len; i++)
    {
      g_clear_pointer (&self->cairo, cairo_destroy);
      self->cairo = cairo_create (self->pages->pdata[i]);
      begin_layout (self);
      draw_foot (self, i + 1, self->pages->len);
    }
  g_clear_pointer (&self->cairo, cairo_destroy);
  g_clear_object (&self->layout);
  g_clear_pointer (&self->widths, g_free);
}

/* --- Words. */

/* Draws what is in the layout line by line, so that a long paragraph goes on on the next page; neither its
 * first line nor its last stands alone. */
static void
draw_lines (AccordSheet *self, double x, double grey, const char *tag)
{
  g_autoptr (PangoLayout) layout = g_object_ref (self->layout);
  const int n_lines = pango_layout_get_line_count (layout);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int line = 0;

  accord_sheet_tag (self, tag);
  do
    {
      PangoRectangle logical;
      double height, baseline;
      int together;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      height = logical.height / (double) PANGO_SCALE;
      baseline = (pango_layout_iter_get_baseline (iter) - logical.y) / (double) PANGO_SCALE;
      together = n_lines > 1 && (line == 0 || line == n_lines - 2) ? 2 : 1;
      if (accord_sheet_room (self) < height * together && self->y > ACCORD_SHEET_MARGIN)
        {
          accord_sheet_end_tag (self, tag);
          accord_sheet_turn (self);
          accord_sheet_tag (self, tag);
        }
      accord_sheet_set_grey (self, grey);
      cairo_move_to (self->cairo, x + logical.x / (double) PANGO_SCALE, self->y + baseline);
      pango_cairo_show_layout_line (self->cairo, pango_layout_iter_get_line_readonly (iter));
      cairo_new_path (self->cairo);
      self->y += height;
      line++;
    }
  while (pango_layout_iter_next_line (iter));
  accord_sheet_end_tag (self, tag);
  pango_layout_iter_free (iter);
  accord_sheet_set_grey (self, 0);
}

void
accord_sheet_draw_words (AccordSheet *self, const char *words, double size, gboolean bold, double indent,
                         double grey, const char *tag)
{
  accord_sheet_set_font (self, size, bold);
  accord_sheet_set_words (self, words, accord_sheet_text_width (self) - indent);
  draw_lines (self, ACCORD_SHEET_MARGIN + indent, grey, tag);
}

void
accord_sheet_draw_rule (AccordSheet *self, double grey)
{
  accord_sheet_set_grey (self, grey);
  cairo_set_line_width (self->cairo, 0.5);
  cairo_move_to (self->cairo, ACCORD_SHEET_MARGIN, self->y);
  cairo_line_to (self->cairo, self->width - ACCORD_SHEET_MARGIN, self->y);
  cairo_stroke (self->cairo);
  accord_sheet_set_grey (self, 0);
}
