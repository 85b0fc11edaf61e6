/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-private.h"

static void
block_free (gpointer data)
{
  AccordReportBlock *block = data;

  g_strfreev (block->cells);
  g_clear_pointer (&block->chart, accord_chart_unref);
  g_free (block);
}

static AccordReportBlock *
add_block (AccordReport *self, AccordReportBlockType type, char **cells)
{
  AccordReportBlock *block = g_new0 (AccordReportBlock, 1);

  block->type = type;
  block->cells = cells;
  g_ptr_array_add (self->blocks, block);
  return block;
}

static char **
dup_pair (const char *first, const char *second)
{
  char **cells = g_new0 (char *, 3);

  cells[0] = g_strdup (first != NULL ? first : "");
  cells[1] = g_strdup (second);
  return cells;
}

/**
 * accord_report_new:
 * @title: what it is
 * @subtitle: (nullable): what else there is to say, such as the day
 *
 * Returns: (transfer full): a report with nothing in it
 */
AccordReport *
accord_report_new (const char *title, const char *subtitle)
{
  AccordReport *self = g_atomic_rc_box_new0 (AccordReport);

  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  return self;
}

AccordReport *
accord_report_ref (AccordReport *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
report_clear (gpointer data)
{
  AccordReport *self = data;

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->foot);
  g_ptr_array_unref (self->blocks);
}

void
accord_report_unref (AccordReport *self)
{
  g_atomic_rc_box_release_full (self, report_clear);
}

const char *
accord_report_get_title (AccordReport *self)
{
  return self->title;
}

/**
 * accord_report_set_landscape:
 * @self: a report
 * @landscape: whether it reads better on its side
 *
 * Says how the paper lies.
 */
void
accord_report_set_landscape (AccordReport *self, gboolean landscape)
{
  self->landscape = landscape;
}

gboolean
accord_report_get_landscape (AccordReport *self)
{
  return self->landscape;
}

/**
 * accord_report_set_foot:
 * @self: a report
 * @foot: what every page says of itself, instead of the title and today
 *
 * Says what stands at the foot of every page.
 */
void
accord_report_set_foot (AccordReport *self, const char *foot)
{
  g_free (self->foot);
  self->foot = g_strdup (foot);
}

/**
 * accord_report_add_heading:
 * @self: a report
 * @level: 1 for a chapter, 2 for what is within one
 * @words: the heading; it stays with what follows it
 *
 * Adds a heading.
 */
void
accord_report_add_heading (AccordReport *self, guint level, const char *words)
{
  add_block (self, level <= 1 ? ACCORD_REPORT_HEADING : ACCORD_REPORT_SUBHEADING, dup_pair (words, NULL));
}

/**
 * accord_report_add_text:
 * @self: a report
 * @words: a paragraph, or several parted by line ends
 *
 * Adds words.
 */
void
accord_report_add_text (AccordReport *self, const char *words)
{
  add_block (self, ACCORD_REPORT_TEXT, dup_pair (words, NULL));
}

/**
 * accord_report_add_note:
 * @self: a report
 * @words: a paragraph of less weight: a source, how a table is to be read
 *
 * Adds small words.
 */
void
accord_report_add_note (AccordReport *self, const char *words)
{
  add_block (self, ACCORD_REPORT_NOTE, dup_pair (words, NULL));
}

/**
 * accord_report_add_point:
 * @self: a report
 * @words: what is said
 * @note: (nullable): what belongs to it, such as where it was said
 *
 * Adds a point of a list.
 */
void
accord_report_add_point (AccordReport *self, const char *words, const char *note)
{
  add_block (self, ACCORD_REPORT_POINT, dup_pair (words, note));
}

/**
 * accord_report_begin_table:
 * @self: a report
 * @headings: (array zero-terminated=1): what stands over each column, on every page
 *
 * Begins a table; its rows come by accord_report_add_row().
 */
void
accord_report_begin_table (AccordReport *self, const char *const *headings)
{
  add_block (self, ACCORD_REPORT_HEAD_ROW, g_strdupv ((char **) headings));
}

/**
 * accord_report_add_row:
 * @self: a report whose last piece is of a table
 * @cells: (array zero-terminated=1): as many as the table has columns
 *
 * Adds a row.
 */
void
accord_report_add_row (AccordReport *self, const char *const *cells)
{
  add_block (self, ACCORD_REPORT_ROW, g_strdupv ((char **) cells));
}

/**
 * accord_report_begin_figures_table:
 * @self: a report
 * @headings: (array zero-terminated=1): what stands over each column, on every page
 * @numbers: a bit for each column that holds numbers, the first of them bit 0
 *
 * Begins a table whose columns are as wide as what is in them asks for; numbers stand at their right.
 */
void
accord_report_begin_figures_table (AccordReport *self, const char *const *headings, guint numbers)
{
  AccordReportBlock *block = add_block (self, ACCORD_REPORT_HEAD_ROW, g_strdupv ((char **) headings));

  block->numbers = numbers;
  block->measured = TRUE;
}

/**
 * accord_report_add_total:
 * @self: a report whose last piece is of a table
 * @cells: (array zero-terminated=1): as many as the table has columns
 *
 * Adds a row that sums up those before it.
 */
void
accord_report_add_total (AccordReport *self, const char *const *cells)
{
  add_block (self, ACCORD_REPORT_TOTAL_ROW, g_strdupv ((char **) cells));
}

/**
 * accord_report_add_figures:
 * @self: a report
 * @cells: (array zero-terminated=1): for each figure its name, its value and a note, one after the other
 *
 * Adds key figures, large and side by side.
 */
void
accord_report_add_figures (AccordReport *self, const char *const *cells)
{
  g_return_if_fail (cells[0] != NULL && g_strv_length ((char **) cells) % 3 == 0);

  add_block (self, ACCORD_REPORT_FIGURES, g_strdupv ((char **) cells));
}

/**
 * accord_report_add_chart:
 * @self: a report
 * @chart: a chart
 *
 * Adds a chart with what it shows, in words, under it.
 */
void
accord_report_add_chart (AccordReport *self, AccordChart *chart)
{
  add_block (self, ACCORD_REPORT_CHART, dup_pair (NULL, NULL))->chart = accord_chart_ref (chart);
}

/**
 * accord_report_begin_page:
 * @self: a report
 *
 * What follows begins on a page of its own.
 */
void
accord_report_begin_page (AccordReport *self)
{
  add_block (self, ACCORD_REPORT_PAGE, dup_pair (NULL, NULL));
}
