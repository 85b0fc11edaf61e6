/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-private.h"

#include <string.h>

#define COLUMN_GAP 9.0
#define ROW_PADDING 3.5
#define HEAD_GAP 4.0
/* The first column names what the row is of. */
#define FIRST_SHARE 1.15
/* Words get this much at least, where columns are measured. */
#define LEAST 56.0
#define HEADING_ROOM 78.0
/* A row must fit on a page with what stands over it: of what is longer the end is left out. */
#define HEADING_LINES 6
#define CELL_LINES 18

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

/* Sets the words of a cell; of the first column the first line names the row and what is below belongs to it.
 */
static double
set_cell (AccordSheet *self, const AccordReportBlock *block, guint column, double width)
{
  const char *below = strchr (block->cells[column], '\n');
  PangoAttrList *attributes;
  PangoAttribute *plain;
  int height;

  accord_sheet_measure (self, block->cells[column], ACCORD_SHEET_SMALL, is_bold (block, column), width);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (self->layout,
                           block->type == ACCORD_REPORT_HEAD_ROW ? -HEADING_LINES : -CELL_LINES);
  if (below != NULL && is_bold (block, column))
    {
      attributes = pango_attr_list_copy (pango_layout_get_attributes (self->layout));
      plain = pango_attr_weight_new (PANGO_WEIGHT_NORMAL);
      plain->start_index = (guint) (below - block->cells[column]);
      pango_attr_list_insert (attributes, plain);
      pango_layout_set_attributes (self->layout, attributes);
      pango_attr_list_unref (attributes);
    }
  pango_layout_get_size (self->layout, NULL, &height);
  return height / (double) PANGO_SCALE;
}

/* How wide the widest of some words is, parted by @between. */
static double
widest_part (AccordSheet *self, const AccordReportBlock *block, guint column, const char *between)
{
  g_auto (GStrv) parts = g_strsplit (block->cells[column], between, -1);
  double widest = 0;

  accord_sheet_set_font (self, ACCORD_SHEET_SMALL, is_bold (block, column));
  for (guint i = 0; parts[i] != NULL; i++)
    {
      int width;

      accord_sheet_set_words (self, parts[i], -1.0 / PANGO_SCALE);
      pango_layout_get_size (self->layout, &width, NULL);
      widest = MAX (widest, width / (double) PANGO_SCALE);
    }
  return widest + 1;
}

/* How much room the words of a cell ask for: a heading may be broken, but not into shreds. */
static double
natural_width (AccordSheet *self, const AccordReportBlock *block, guint column)
{
  if (block->type != ACCORD_REPORT_HEAD_ROW)
    return widest_part (self, block, column, "\n");
  return MAX (MIN (widest_part (self, block, column, "\n"), HEADING_ROOM),
              widest_part (self, block, column, " "));
}

static void
spread_evenly (AccordSheet *self, guint n, double all)
{
  for (guint i = 0; i < n; i++)
    self->widths[i] = all * (i == 0 ? FIRST_SHARE : 1) / (n - 1 + FIRST_SHARE);
}

/* The widest cell of a column, and its longest word. */
static void
measure_column (AccordSheet *self, guint block, guint column, double *widest, double *longest)
{
  for (guint i = block; i < self->report->blocks->len; i++)
    {
      const AccordReportBlock *row = self->report->blocks->pdata[i];

      if (i > block && row->type != ACCORD_REPORT_ROW && row->type != ACCORD_REPORT_TOTAL_ROW)
        return;
      *widest = MAX (*widest, natural_width (self, row, column));
      *longest = MAX (*longest, widest_part (self, row, column, " "));
    }
}

/* Numbers get the room they ask for; words get that of their longest word, and share what is left in
 * proportion to what more they ask for. */
static void
measure_columns (AccordSheet *self, guint block, guint n, double all)
{
  g_autofree double *more = g_new0 (double, n);
  double given = 0, asked = 0;

  for (guint i = 0; i < n; i++)
    {
      double widest = 0, longest = 0;

      measure_column (self, block, i, &widest, &longest);
      self->widths[i] = is_number (self, i) ? widest : MIN (MAX (longest, LEAST), MIN (widest, all / 4));
      more[i] = is_number (self, i) ? 0 : MIN (widest, all / 2) - self->widths[i] + 1;
      given += self->widths[i];
      asked += more[i];
    }
  if (given > all || asked <= 0)
    spread_evenly (self, n, all);
  else
    for (guint i = 0; i < n; i++)
      self->widths[i] += more[i] * (all - given) / asked;
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
    {
      const double own = set_cell (self, block, i, self->widths[i]);

      height = MAX (height, own);
    }
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
      const double own = set_cell (self, block, i, self->widths[i]);

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
 * accord_sheet_measure_table:
 * @self: a sheet
 * @block: index of the head row among the pieces of the report
 *
 * Returns: how high the beginning of a table is: its head and its first row
 */
double
accord_sheet_measure_table (AccordSheet *self, guint block)
{
  const GPtrArray *blocks = self->report->blocks;
  const AccordReportBlock *next = block + 1 < blocks->len ? blocks->pdata[block + 1] : NULL;
  double height;

  self->head = blocks->pdata[block];
  settle_columns (self, block);
  height = row_height (self, self->head) + 2 * ROW_PADDING + HEAD_GAP;
  if (next != NULL && next->type == ACCORD_REPORT_ROW)
    height += row_height (self, next) + 2 * ROW_PADDING;
  self->head = NULL;
  return height;
}

/**
 * accord_sheet_draw_head:
 * @self: a sheet
 * @block: index of the head row among the pieces of the report; not looked at when it comes @again
 * @again: whether it comes again, on another page
 *
 * Draws what stands over the columns of a table.
 */
void
accord_sheet_draw_head (AccordSheet *self, guint block, gboolean again)
{
  if (!again)
    {
      if (accord_sheet_room (self) < accord_sheet_measure_table (self, block))
        accord_sheet_turn (self);
      self->y += HEAD_GAP;
      self->head = self->report->blocks->pdata[block];
    }
  draw_cells (self, self->head, again ? NULL : "TH");
  accord_sheet_draw_rule (self, 0);
  self->y += ROW_PADDING;
}

static gboolean
is_row (const AccordSheet *self, guint index)
{
  const AccordReportBlock *block =
      index < self->report->blocks->len ? self->report->blocks->pdata[index] : NULL;

  return block != NULL && (block->type == ACCORD_REPORT_ROW || block->type == ACCORD_REPORT_TOTAL_ROW);
}

/**
 * accord_sheet_draw_row:
 * @self: a sheet that has drawn the head of a table
 * @index: of a row of it among the pieces of the report
 *
 * Draws a row, whole on one page. The last of a table does not stand on a page alone.
 */
void
accord_sheet_draw_row (AccordSheet *self, guint index)
{
  const AccordReportBlock *block = self->report->blocks->pdata[index];
  double height = row_height (self, block) + ROW_PADDING;

  if (is_row (self, index + 1) && !is_row (self, index + 2))
    height += row_height (self, self->report->blocks->pdata[index + 1]) + 2 * ROW_PADDING;
  if (accord_sheet_room (self) < height)
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
