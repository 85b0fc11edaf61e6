/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-private.h"

/* In points. */
#define INDENT 14.0
/* A heading at the foot of a page would stand alone; of what follows it some is to be seen too. */
#define HEADING_COMPANY 48.0
#define CHART_COMPANY 230.0

#define TITLE_SIZE 18.0
#define HEADING_SIZE 13.0
#define SUBHEADING_SIZE 10.5

/* How much of what follows a heading must be on its page. */
static double
company_of (AccordSheet *self, guint next)
{
  const AccordReportBlock *block =
      next < self->report->blocks->len ? self->report->blocks->pdata[next] : NULL;

  if (block == NULL)
    return 0;
  if (block->type == ACCORD_REPORT_CHART)
    return CHART_COMPANY;
  return block->type == ACCORD_REPORT_HEAD_ROW ? accord_sheet_measure_table (self, next) : HEADING_COMPANY;
}

static void
draw_heading (AccordSheet *self, guint index)
{
  const AccordReportBlock *block = self->report->blocks->pdata[index];
  const gboolean chapter = block->type == ACCORD_REPORT_HEADING;
  const double size = chapter ? HEADING_SIZE : SUBHEADING_SIZE, company = company_of (self, index + 1);

  if (self->y > ACCORD_SHEET_MARGIN)
    self->y += chapter ? 16 : 10;
  if (accord_sheet_room (self)
      < accord_sheet_measure (self, block->cells[0], size, TRUE, accord_sheet_text_width (self)) + company)
    accord_sheet_turn (self);
  accord_sheet_add_outline (self, block->cells[0], chapter ? 0 : 1);
  accord_sheet_draw_words (self, block->cells[0], size, TRUE, 0, 0, chapter ? "H2" : "H3");
  self->y += 4;
}

static void
draw_point (AccordSheet *self, const AccordReportBlock *block)
{
  const double width = accord_sheet_text_width (self) - INDENT;
  const double height = accord_sheet_measure (self, block->cells[0], ACCORD_SHEET_TEXT, FALSE, width)
                        + accord_sheet_measure (self, block->cells[1], ACCORD_SHEET_NOTE, FALSE, width);

  /* What is short is not parted; of what is long the dot and the first line belong together. */
  if (accord_sheet_room (self) < (height < self->height / 3 ? height : ACCORD_SHEET_TEXT * 3))
    accord_sheet_turn (self);
  accord_sheet_tag (self, "LI");
  accord_sheet_tag (self, "Lbl");
  accord_sheet_measure (self, "•", ACCORD_SHEET_TEXT, FALSE, INDENT);
  accord_sheet_show (self, ACCORD_SHEET_MARGIN + 3, self->y);
  accord_sheet_end_tag (self, "Lbl");
  accord_sheet_draw_words (self, block->cells[0], ACCORD_SHEET_TEXT, FALSE, INDENT, 0, "LBody");
  if (block->cells[1] != NULL)
    accord_sheet_draw_words (self, block->cells[1], ACCORD_SHEET_NOTE, FALSE, INDENT, 0.3, "LBody");
  accord_sheet_end_tag (self, "LI");
  self->y += 4;
}

static void
draw_paragraph (AccordSheet *self, const AccordReportBlock *block)
{
  const gboolean note = block->type == ACCORD_REPORT_NOTE;

  accord_sheet_draw_words (self, block->cells[0], note ? ACCORD_SHEET_NOTE : ACCORD_SHEET_TEXT, FALSE, 0,
                           note ? 0.3 : 0, "P");
  self->y += 6;
}

static const char *
group_of (const AccordReportBlock *block)
{
  switch (block->type)
    {
    case ACCORD_REPORT_POINT:
      return "L";
    case ACCORD_REPORT_ROW:
    case ACCORD_REPORT_TOTAL_ROW:
      return "Table";
    default:
      return NULL;
    }
}

static void
draw_head (AccordSheet *self, guint index)
{
  accord_sheet_group (self, NULL);
  accord_sheet_group (self, "Table");
  accord_sheet_draw_head (self, index, FALSE);
}

static void
draw_block (AccordSheet *self, guint index)
{
  const AccordReportBlock *block = self->report->blocks->pdata[index];

  if (block->type != ACCORD_REPORT_ROW && block->type != ACCORD_REPORT_TOTAL_ROW)
    self->head = NULL;
  accord_sheet_group (self, group_of (block));
  switch (block->type)
    {
    case ACCORD_REPORT_HEADING:
    case ACCORD_REPORT_SUBHEADING:
      draw_heading (self, index);
      return;
    case ACCORD_REPORT_TEXT:
    case ACCORD_REPORT_NOTE:
      draw_paragraph (self, block);
      return;
    case ACCORD_REPORT_POINT:
      draw_point (self, block);
      return;
    case ACCORD_REPORT_HEAD_ROW:
      draw_head (self, index);
      return;
    case ACCORD_REPORT_FIGURES:
      accord_sheet_draw_figures (self, block);
      return;
    case ACCORD_REPORT_CHART:
      accord_sheet_draw_chart (self, block);
      return;
    case ACCORD_REPORT_PAGE:
      if (self->y > ACCORD_SHEET_MARGIN)
        accord_sheet_turn (self);
      return;
    case ACCORD_REPORT_ROW:
    case ACCORD_REPORT_TOTAL_ROW:
    default:
      accord_sheet_draw_row (self, index);
      return;
    }
}

static void
draw_report (AccordSheet *self)
{
  accord_sheet_begin (self);
  accord_sheet_draw_words (self, self->report->title, TITLE_SIZE, TRUE, 0, 0, "H1");
  if (self->report->subtitle != NULL)
    accord_sheet_draw_words (self, self->report->subtitle, ACCORD_SHEET_TEXT, FALSE, 0, 0.3, "P");
  self->y += 8;
  for (guint i = 0; i < self->report->blocks->len; i++)
    draw_block (self, i);
  accord_sheet_end (self);
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
  AccordSheet sheet = { self, width, height };

  sheet.pages = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  draw_report (&sheet);
  return sheet.pages;
}

/**
 * accord_report_draw:
 * @self: a report
 * @pdf: a PDF of pages of that size
 * @width: their width, in points
 * @height: their height, in points
 * @alternatives: (element-type utf8): gets what each picture shows, in words
 *
 * Draws it straight into a PDF, where everything says what it is: a heading, a paragraph, a cell of a table.
 */
void
accord_report_draw (AccordReport *self, cairo_t *pdf, double width, double height, GPtrArray *alternatives)
{
  g_autoptr (GPtrArray) pages = accord_report_lay_out (self, width, height);
  AccordSheet sheet = { self, width, height, .pdf = pdf, .total = pages->len, .alternatives = alternatives };

  draw_report (&sheet);
}
