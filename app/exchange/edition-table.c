/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edition-table.h"

#include <string.h>

static void
row_free (gpointer data)
{
  AccordEditionRow *self = data;

  g_free (self->place);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

/**
 * accord_edition_table_new:
 *
 * Returns: (transfer full): a table without rows
 */
AccordEditionTable *
accord_edition_table_new (void)
{
  AccordEditionTable *self = g_new0 (AccordEditionTable, 1);

  self->rows = g_ptr_array_new_with_free_func (row_free);
  return self;
}

/**
 * accord_edition_table_free:
 * @self: (nullable) (transfer full): a table
 */
void
accord_edition_table_free (AccordEditionTable *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rows);
  g_free (self->name);
  g_free (self->edition);
  g_free (self->published);
  g_free (self->publisher);
  g_free (self->address);
  g_free (self->licence);
  g_free (self->price_year);
  g_free (self->own);
  g_free (self->sort);
  g_free (self->code);
  g_free (self->note);
  g_free (self);
}

/**
 * accord_edition_table_add_row:
 * @self: a table
 * @place: (transfer full): where the row stands, as a sentence about it begins
 *
 * Returns: (transfer none): a new row without cells
 */
AccordEditionRow *
accord_edition_table_add_row (AccordEditionTable *self, char *place)
{
  AccordEditionRow *row = g_new0 (AccordEditionRow, 1);

  row->place = place;
  row->cells = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->rows, row);
  return row;
}

/**
 * accord_edition_row_add:
 * @self: a row
 * @text: (nullable): what stands in its next cell
 * @length: of @text in bytes, or -1 where it ends with a nul
 */
void
accord_edition_row_add (AccordEditionRow *self, const char *text, gssize length)
{
  g_autofree char *cell = text == NULL ? NULL
                          : length < 0 ? g_strdup (text)
                                       : g_strndup (text, (gsize) length);
  static const char mark[] = "\xef\xbb\xbf", blank[] = "\xc2\xa0";
  char *start = cell;

  for (char *at = cell != NULL ? strstr (cell, blank) : NULL; at != NULL; at = strstr (at, blank))
    memcpy (at, "  ", 2);
  if (start != NULL && g_str_has_prefix (start, mark))
    start += strlen (mark);
  if (start != NULL)
    start = g_strstrip (start);
  g_ptr_array_add (self->cells, start != NULL && *start != '\0' ? g_strdup (start) : NULL);
}

/**
 * accord_edition_row_get:
 * @self: a row
 * @column: a column, or -1 for none
 *
 * Returns: (nullable): what stands there
 */
const char *
accord_edition_row_get (const AccordEditionRow *self, int column)
{
  return column >= 0 && (guint) column < self->cells->len ? g_ptr_array_index (self->cells, column) : NULL;
}

/**
 * accord_edition_row_is_blank:
 * @self: a row
 *
 * Returns: whether nothing stands in it
 */
gboolean
accord_edition_row_is_blank (const AccordEditionRow *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (g_ptr_array_index (self->cells, i) != NULL)
      return FALSE;
  return TRUE;
}

/**
 * accord_edition_table_count_columns:
 * @self: a table
 *
 * Returns: how many cells its longest row has
 */
guint
accord_edition_table_count_columns (const AccordEditionTable *self)
{
  guint most = 0;

  for (guint i = 0; i < self->rows->len; i++)
    most = MAX (most, ((AccordEditionRow *) g_ptr_array_index (self->rows, i))->cells->len);
  return most;
}
