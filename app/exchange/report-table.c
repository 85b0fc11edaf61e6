/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-private.h"

#define COLUMN_GAP 9.0
#define ROW_PADDING 3.5
/* The head of a table at the foot of a page would stand alone. */
#define COMPANY 48.0
/* The first column names what the row is of. */
#define FIRST_SHARE 1.15
/* Words get this much at least, where columns are measured. */
#define LEAST 56.0

static guint
n_columns (const AccordReportBlock *block)
{
  return g_strv_length (block->cells);
}

static gboolean
is_number (const AccordSheet *self, guint column)
{
  return (self->head->numbers >> MIN (column, 31) & 1) != 0;
}

static gboolean
is_bold (const AccordReportBlock *block, guint column)
{
  return block->type != ACCORD_REPORT_ROW || column == 0;
}

/* How wide the words of a cell are on one line; of a heading, its longest word. */
static double
natural_width (AccordSheet *self, const AccordReportBlock *block, guint column)
{
  g_auto (GStrv) parts = NULL;
  double widest = 0;

  accord_sheet_set_font (self, ACCORD_SHEET_SMALL, is_bold (block, column));
  parts = g_strsplit (block->cells[column], block->type == ACCORD_REPORT_HEAD_ROW ? " " : "\n", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      int width;

      accord_sheet_set_words (self, parts[i], -1.0 / PANGO_SCALE);
      pango_layout_get_size (self->layout, &width, NULL);
      widest = MAX (widest, width / (double) PANGO_SCALE);
    }
  return widest + 1;
}

static void
spread_evenly (AccordSheet *self, guint n, double all)
{
  for (guint i = 0; i < n; i++)
    self->widths[i] = all * (i == 0 ? FIRST_SHARE : 1) / (n - 1 + FIRST_SHARE);
}

/* Numbers get the room they ask for; words share what is left in proportion to what they ask for. */
static void
measure_columns (AccordSheet *self, guint block, guint n, double all)
{
  g_autofree double *wanted = g_new0 (double, n);
  double numbers = 0, words = 0, left;

  for (guint i = block; i < self->report->blocks->len; i++)
    {
      const AccordReportBlock *row = self->report->blocks->pdata[i];

      if (i > block && row->type != ACCORD_REPORT_ROW && row->type != ACCORD_REPORT_TOTAL_ROW)
        break;
      for (guint j = 0; j < n && row->cells[j] != NULL; j++)
        wanted[j] = MAX (wanted[j], natural_width (self, row, j));
    }
  for (guint i = 0; i < n; i++)
    {
      const double share = is_number (self, i) ? wanted[i] : CLAMP (wanted[i], LEAST, all / 2);

      *(is_number (self, i) ? &numbers : &words) += share;
      self->widths[i] = share;
    }
  left = all - numbers;
  if (words == 0 || left < LEAST * 1.5)
    spread_evenly (self, n, all);
  else
    for (guint i = 0; i < n; i++)
      if (!is_number (self, i))
        self->widths[i] *= left / words;
}

static void
settle_columns (AccordSheet *self, guint block)
{
  const guint n = n_columns (self->head);
  const double all = accord_sheet_text_width (self) - (n - 1) * COLUMN_GAP;

  g_free (self->widths);
  self->widths = g_new0 (double, n);
  if (self->head->measured)
    measure_columns (self, block, n, all);
  else
    spread_evenly (self, n, all);
}

static double
row_height (AccordSheet *self, const AccordReportBlock *block)
{
  double height = 0;

  for (guint i = 0; block->cells[i] != NULL; i++)
    height = MAX (height, accord_sheet_measure (self, block->cells[i], ACCORD_SHEET_SMALL, is_bold (block, i),
                                                self->widths[i]));
  return height;
}

/* @tag is what each cell is, or %NULL for what was read before. */
static void
draw_cells (AccordSheet *self, const AccordReportBlock *block, const char *tag)
{
  const double height = row_height (self, block);
  double x = ACCORD_SHEET_MARGIN;

  accord_sheet_tag (self, tag != NULL ? "TR" : NULL);
  for (guint i = 0; block->cells[i] != NULL; i++)
    {
      const char *cell = tag != NULL && i == 0 ? "TH" : tag;
      const double own = accord_sheet_measure (self, block->cells[i], ACCORD_SHEET_SMALL, is_bold (block, i),
                                               self->widths[i]);

      if (is_number (self, i))
        pango_layout_set_alignment (self->layout, PANGO_ALIGN_RIGHT);
      accord_sheet_tag (self, cell);
      accord_sheet_show (
          self, x,
          self->y + (block->type == ACCORD_REPORT_HEAD_ROW && self->head->measured ? height - own : 0));
      accord_sheet_end_tag (self, cell);
      x += self->widths[i] + COLUMN_GAP;
    }
  accord_sheet_end_tag (self, tag != NULL ? "TR" : NULL);
  self->y += height + ROW_PADDING;
}

/**
 * accord_sheet_draw_head:
 * @self: a sheet
 * @block: index of the head row among the pieces of the report
 * @again: whether it comes again, on another page
 *
 * Draws what stands over the columns of a table.
 */
void
accord_sheet_draw_head (AccordSheet *self, guint block, gboolean again)
{
  if (!again)
    {
      self->y += 4;
      if (accord_sheet_room (self) < COMPANY)
        accord_sheet_turn (self);
      self->head = self->report->blocks->pdata[block];
      settle_columns (self, block);
    }
  draw_cells (self, self->head, again ? NULL : "TH");
  accord_sheet_draw_rule (self, 0);
  self->y += ROW_PADDING;
}

/**
 * accord_sheet_draw_row:
 * @self: a sheet that has drawn the head of a table
 * @block: a row of it
 *
 * Draws a row, whole on one page.
 */
void
accord_sheet_draw_row (AccordSheet *self, const AccordReportBlock *block)
{
  if (accord_sheet_room (self) < row_height (self, block) + ROW_PADDING)
    accord_sheet_turn (self);
  if (block->type == ACCORD_REPORT_TOTAL_ROW)
    {
      self->y -= ROW_PADDING;
      accord_sheet_draw_rule (self, 0);
      self->y += ROW_PADDING;
    }
  draw_cells (self, block, "TD");
  accord_sheet_draw_rule (self, 0.82);
  self->y += ROW_PADDING;
}
