/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-private.h"

#include "date.h"
#include "today.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

/* In points. */
#define MARGIN 48.0
#define FOOT_GAP 10.0
#define INDENT 14.0
#define COLUMN_GAP 9.0
#define ROW_PADDING 4.0
/* A heading at the foot of a page would stand alone. */
#define HEADING_COMPANY 48.0
#define TITLE_SIZE 18.0
#define HEADING_SIZE 13.0
#define SUBHEADING_SIZE 10.5
#define TEXT_SIZE 9.5
#define NOTE_SIZE 8.0
/* The first column names what the row is of. */
#define FIRST_SHARE 1.15

/* A report being laid out: @head is the table that goes on on the next page, or %NULL. */
typedef struct
{
  AccordReport *report;
  double width;
  double height;
  double y;
  GPtrArray *pages;
  cairo_t *cairo;
  PangoLayout *layout;
  const AccordReportBlock *head;
} Sheet;

static void
set_font (Sheet *sheet, double size, gboolean bold)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, "Cantarell, sans-serif");
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (sheet->layout, font);
  pango_font_description_free (font);
}

static double
set_words (Sheet *sheet, const char *words, double width)
{
  int height;

  pango_layout_set_width (sheet->layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (sheet->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (sheet->layout, PANGO_ALIGN_LEFT);
  pango_layout_set_text (sheet->layout, words, -1);
  pango_layout_get_size (sheet->layout, NULL, &height);
  return height / (double) PANGO_SCALE;
}

static void
set_grey (Sheet *sheet, double grey)
{
  cairo_set_source_rgb (sheet->cairo, grey, grey, grey);
}

static double
room (Sheet *sheet)
{
  return sheet->height - MARGIN - sheet->y;
}

static void draw_row (Sheet *sheet, const AccordReportBlock *block);

static void
turn_page (Sheet *sheet)
{
  cairo_rectangle_t paper = { 0, 0, sheet->width, sheet->height };
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &paper);

  g_clear_pointer (&sheet->cairo, cairo_destroy);
  g_clear_object (&sheet->layout);
  g_ptr_array_add (sheet->pages, surface);
  sheet->cairo = cairo_create (surface);
  sheet->layout = pango_cairo_create_layout (sheet->cairo);
  sheet->y = MARGIN;
  set_grey (sheet, 0);
  if (sheet->head != NULL)
    draw_row (sheet, sheet->head);
}

/* Draws what is in the layout line by line, so that a long paragraph goes on on the next page. */
static void
draw_lines (Sheet *sheet, double x, double grey)
{
  g_autoptr (PangoLayout) layout = g_object_ref (sheet->layout);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      PangoRectangle logical;
      double height, baseline;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      height = logical.height / (double) PANGO_SCALE;
      baseline = (pango_layout_iter_get_baseline (iter) - logical.y) / (double) PANGO_SCALE;
      if (room (sheet) < height)
        turn_page (sheet);
      set_grey (sheet, grey);
      cairo_move_to (sheet->cairo, x + logical.x / (double) PANGO_SCALE, sheet->y + baseline);
      pango_cairo_show_layout_line (sheet->cairo, pango_layout_iter_get_line_readonly (iter));
      cairo_new_path (sheet->cairo);
      sheet->y += height;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  set_grey (sheet, 0);
}

static void
draw_words (Sheet *sheet, const char *words, double size, gboolean bold, double indent, double grey)
{
  set_font (sheet, size, bold);
  set_words (sheet, words, sheet->width - 2 * MARGIN - indent);
  draw_lines (sheet, MARGIN + indent, grey);
}

static void
draw_heading (Sheet *sheet, const AccordReportBlock *block)
{
  gboolean chapter = block->type == ACCORD_REPORT_HEADING;
  double size = chapter ? HEADING_SIZE : SUBHEADING_SIZE;

  if (sheet->y > MARGIN)
    sheet->y += chapter ? 16 : 10;
  set_font (sheet, size, TRUE);
  if (room (sheet) < set_words (sheet, block->cells[0], sheet->width - 2 * MARGIN) + HEADING_COMPANY)
    turn_page (sheet);
  draw_words (sheet, block->cells[0], size, TRUE, 0, 0);
  sheet->y += 4;
}

static double
measure (Sheet *sheet, const char *words, double size)
{
  if (words == NULL)
    return 0;
  set_font (sheet, size, FALSE);
  return set_words (sheet, words, sheet->width - 2 * MARGIN - INDENT);
}

static void
draw_point (Sheet *sheet, const AccordReportBlock *block)
{
  double height = measure (sheet, block->cells[0], TEXT_SIZE) + measure (sheet, block->cells[1], NOTE_SIZE);

  /* What is short is not parted; of what is long the dot and the first line belong together. */
  if (room (sheet) < (height < sheet->height / 3 ? height : TEXT_SIZE * 2))
    turn_page (sheet);
  set_font (sheet, TEXT_SIZE, FALSE);
  set_words (sheet, "•", INDENT);
  cairo_move_to (sheet->cairo, MARGIN + 3, sheet->y);
  pango_cairo_show_layout (sheet->cairo, sheet->layout);
  cairo_new_path (sheet->cairo);
  draw_words (sheet, block->cells[0], TEXT_SIZE, FALSE, INDENT, 0);
  if (block->cells[1] != NULL)
    draw_words (sheet, block->cells[1], NOTE_SIZE, FALSE, INDENT, 0.3);
  sheet->y += 4;
}

static void
draw_rule (Sheet *sheet, double grey)
{
  set_grey (sheet, grey);
  cairo_set_line_width (sheet->cairo, 0.5);
  cairo_move_to (sheet->cairo, MARGIN, sheet->y);
  cairo_line_to (sheet->cairo, sheet->width - MARGIN, sheet->y);
  cairo_stroke (sheet->cairo);
  set_grey (sheet, 0);
}

static double
column_width (Sheet *sheet, guint n_columns, guint column)
{
  double all = sheet->width - 2 * MARGIN - (n_columns - 1) * COLUMN_GAP;

  return all * (column == 0 ? FIRST_SHARE : 1) / (n_columns - 1 + FIRST_SHARE);
}

static void
draw_cell (Sheet *sheet, const AccordReportBlock *block, guint column, double x)
{
  guint n_columns = g_strv_length (block->cells);

  set_font (sheet, NOTE_SIZE + 0.5, block->type == ACCORD_REPORT_HEAD_ROW || column == 0);
  set_words (sheet, block->cells[column], column_width (sheet, n_columns, column));
  cairo_move_to (sheet->cairo, x, sheet->y);
  pango_cairo_show_layout (sheet->cairo, sheet->layout);
  cairo_new_path (sheet->cairo);
}

static void
draw_row (Sheet *sheet, const AccordReportBlock *block)
{
  guint n_columns = g_strv_length (block->cells);
  double height = 0, x = MARGIN;

  for (guint i = 0; i < n_columns; i++)
    {
      double one;

      set_font (sheet, NOTE_SIZE + 0.5, block->type == ACCORD_REPORT_HEAD_ROW || i == 0);
      one = set_words (sheet, block->cells[i], column_width (sheet, n_columns, i));
      height = MAX (height, one);
    }
  if (block->type == ACCORD_REPORT_ROW && room (sheet) < height + ROW_PADDING)
    turn_page (sheet);
  for (guint i = 0; i < n_columns; i++)
    {
      draw_cell (sheet, block, i, x);
      x += column_width (sheet, n_columns, i) + COLUMN_GAP;
    }
  sheet->y += height + ROW_PADDING;
  draw_rule (sheet, block->type == ACCORD_REPORT_HEAD_ROW ? 0 : 0.82);
  sheet->y += ROW_PADDING;
}

static void
draw_block (Sheet *sheet, const AccordReportBlock *block)
{
  if (block->type != ACCORD_REPORT_ROW)
    sheet->head = NULL;
  switch (block->type)
    {
    case ACCORD_REPORT_HEADING:
    case ACCORD_REPORT_SUBHEADING:
      draw_heading (sheet, block);
      return;
    case ACCORD_REPORT_TEXT:
      draw_words (sheet, block->cells[0], TEXT_SIZE, FALSE, 0, 0);
      sheet->y += 6;
      return;
    case ACCORD_REPORT_POINT:
      draw_point (sheet, block);
      return;
    case ACCORD_REPORT_HEAD_ROW:
      sheet->y += 6;
      if (room (sheet) < HEADING_COMPANY)
        turn_page (sheet);
      draw_row (sheet, block);
      sheet->head = block;
      return;
    case ACCORD_REPORT_ROW:
    default:
      draw_row (sheet, block);
      return;
    }
}

/* Sheets get apart: each says what it is of. */
static void
draw_foot (Sheet *sheet, guint page)
{
  g_autofree char *today = accord_today_dup ();
  g_autofree char *day = accord_date_format (today);
  g_autofree char *left = g_strdup_printf ("%s · %s", sheet->report->title, day);
  /* Translators: the number of a page, and how many there are. */
  g_autofree char *right = g_strdup_printf (_ ("Page %u of %u"), page + 1, sheet->pages->len);
  double width = sheet->width - 2 * MARGIN, y = sheet->height - MARGIN + FOOT_GAP;

  g_clear_pointer (&sheet->cairo, cairo_destroy);
  g_clear_object (&sheet->layout);
  sheet->cairo = cairo_create (sheet->pages->pdata[page]);
  sheet->layout = pango_cairo_create_layout (sheet->cairo);
  set_grey (sheet, 0.3);
  set_font (sheet, NOTE_SIZE, FALSE);
  set_words (sheet, left, width * 0.8);
  pango_layout_set_single_paragraph_mode (sheet->layout, TRUE);
  pango_layout_set_ellipsize (sheet->layout, PANGO_ELLIPSIZE_END);
  cairo_move_to (sheet->cairo, MARGIN, y);
  pango_cairo_show_layout (sheet->cairo, sheet->layout);
  set_words (sheet, right, width);
  pango_layout_set_alignment (sheet->layout, PANGO_ALIGN_RIGHT);
  cairo_move_to (sheet->cairo, MARGIN, y);
  pango_cairo_show_layout (sheet->cairo, sheet->layout);
}

/**
 * accord_report_lay_out:
 * @self: a report
 * @width: width of the paper, in points
 * @height: its height, in points
 *
 * Returns: (transfer full) (element-type cairo_surface_t): its pages, ready to be drawn; at least one
 */
GPtrArray *
accord_report_lay_out (AccordReport *self, double width, double height)
{
  Sheet sheet = { self, width, height };

  sheet.pages = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  turn_page (&sheet);
  draw_words (&sheet, self->title, TITLE_SIZE, TRUE, 0, 0);
  if (self->subtitle != NULL)
    draw_words (&sheet, self->subtitle, TEXT_SIZE, FALSE, 0, 0.3);
  sheet.y += 8;
  for (guint i = 0; i < self->blocks->len; i++)
    draw_block (&sheet, self->blocks->pdata[i]);
  for (guint i = 0; i < sheet.pages->len; i++)
    draw_foot (&sheet, i);
  g_clear_pointer (&sheet.cairo, cairo_destroy);
  g_clear_object (&sheet.layout);
  return sheet.pages;
}
