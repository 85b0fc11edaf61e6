/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-table.h"

#include "fold.h"

/* Rows looked at before the widths are fixed. */
#define SAMPLE_ROWS 400
/* No column is wider; the whole text is one `show` or `--json` away. */
#define WIDEST 48
#define NARROWEST 10
#define GAP 2

typedef struct
{
  char *heading;
  gboolean number;
  guint width;
} Column;

struct _AccordTable
{
  AccordOutput *output;
  GArray *columns;
  GPtrArray *cells; /* of the rows held back, and of the row being filled */
  gboolean flowing;
};

static void
column_clear (gpointer data)
{
  g_free (((Column *) data)->heading);
}

static guint
char_width (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

/**
 * accord_terminal_width:
 * @text: one line of UTF-8
 *
 * Returns: how many cells of a terminal it takes
 */
guint
accord_terminal_width (const char *text)
{
  guint width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    width += char_width (g_utf8_get_char (at));
  return width;
}

/**
 * accord_terminal_clip:
 * @text: one line of UTF-8
 * @width: cells that it may take, at least 1
 *
 * Returns: (transfer full): @text, or as much of it as fits before an ellipsis
 */
char *
accord_terminal_clip (const char *text, guint width)
{
  const char *end = text;
  guint taken = 0;

  if (accord_terminal_width (text) <= width)
    return g_strdup (text);
  while (*end != '\0')
    {
      guint next = char_width (g_utf8_get_char (end));

      if (taken + next + 1 > width)
        break;
      taken += next;
      end = g_utf8_next_char (end);
    }
  return g_strdup_printf ("%.*s…", (int) (end - text), text);
}

/**
 * accord_terminal_line:
 * @text: text from a workspace or a file
 *
 * Makes text safe to stand in one line of a terminal, as accord_text_line() does.
 *
 * Returns: (transfer full): the line
 */
char *
accord_terminal_line (const char *text)
{
  return accord_text_line (text);
}

static void
write_cell (AccordTable *self, const Column *column, const char *text, gboolean last, gboolean heading)
{
  g_autofree char *clipped = column->number ? g_strdup (text) : accord_terminal_clip (text, column->width);
  guint width = accord_terminal_width (clipped);
  guint padding = width < column->width ? column->width - width : 0;

  if (column->number)
    accord_output_repeat (self->output, ' ', padding);
  if (heading)
    accord_output_heading (self->output, clipped);
  else
    accord_output_write (self->output, clipped, -1);
  if (!last)
    accord_output_repeat (self->output, ' ', column->number ? GAP : padding + GAP);
}

static void
write_row (AccordTable *self, guint first_cell, gboolean heading)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);
      const char *text = heading ? column->heading : g_ptr_array_index (self->cells, first_cell + i);

      write_cell (self, column, text, i + 1 == self->columns->len, heading);
    }
  accord_output_write (self->output, "\n", 1);
}

static void
measure (AccordTable *self)
{
  guint n = self->columns->len;

  for (guint i = 0; i < n; i++)
    {
      Column *column = &g_array_index (self->columns, Column, i);

      column->width = accord_terminal_width (column->heading);
      for (guint cell = i; cell < self->cells->len; cell += n)
        column->width = MAX (column->width, accord_terminal_width (g_ptr_array_index (self->cells, cell)));
      if (!column->number)
        column->width = MIN (column->width, WIDEST);
    }
}

/* Takes from the widest column of words until the table fits the terminal or nothing more can be taken. */
static void
fit_terminal (AccordTable *self)
{
  guint columns = accord_output_get_columns (self->output);
  guint total = 0;

  for (guint i = 0; i < self->columns->len; i++)
    total += g_array_index (self->columns, Column, i).width + (i > 0 ? GAP : 0);
  while (columns > 0 && total > columns)
    {
      Column *widest = NULL;

      for (guint i = 0; i < self->columns->len; i++)
        {
          Column *column = &g_array_index (self->columns, Column, i);

          if (!column->number && column->width > NARROWEST
              && (widest == NULL || column->width > widest->width))
            widest = column;
        }
      if (widest == NULL)
        return;
      widest->width--;
      total--;
    }
}

static void
release_rows (AccordTable *self)
{
  guint n = self->columns->len;

  if (!self->flowing)
    {
      measure (self);
      fit_terminal (self);
      self->flowing = TRUE;
      write_row (self, 0, TRUE);
    }
  for (guint cell = 0; cell + n <= self->cells->len; cell += n)
    write_row (self, cell, FALSE);
  g_ptr_array_set_size (self->cells, 0);
}

/**
 * accord_table_new:
 * @output: where the rows go; must outlive the table
 *
 * Returns: (transfer full): a table without columns
 */
AccordTable *
accord_table_new (AccordOutput *output)
{
  AccordTable *self = g_new0 (AccordTable, 1);

  self->output = output;
  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_array_set_clear_func (self->columns, column_clear);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * accord_table_free:
 * @self: a table
 */
void
accord_table_free (AccordTable *self)
{
  g_array_unref (self->columns);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

/**
 * accord_table_add_column:
 * @self: a table without rows
 * @heading: what stands above
 * @number: whether figures stand in it, which are set to the right and never cut
 */
void
accord_table_add_column (AccordTable *self, const char *heading, gboolean number)
{
  Column column = { g_strdup (heading), number, 0 };

  g_return_if_fail (self->cells->len == 0 && !self->flowing);

  g_array_append_val (self->columns, column);
}

/**
 * accord_table_add_cell:
 * @self: a table
 * @text: (nullable): what stands in the next cell; %NULL and "" are shown as a dash
 *
 * Fills a row from left to right; a full row is complete by itself.
 */
void
accord_table_add_cell (AccordTable *self, const char *text)
{
  guint n = self->columns->len;

  g_return_if_fail (n > 0);

  g_ptr_array_add (self->cells, text != NULL && *text != '\0' ? accord_terminal_line (text) : g_strdup ("–"));
  if (self->cells->len == (self->flowing ? n : n * SAMPLE_ROWS))
    release_rows (self);
}

/**
 * accord_table_finish:
 * @self: a table
 *
 * Writes what was held back. A table without rows writes nothing.
 */
void
accord_table_finish (AccordTable *self)
{
  g_return_if_fail (self->columns->len > 0 && self->cells->len % self->columns->len == 0);

  if (self->cells->len > 0)
    release_rows (self);
}
