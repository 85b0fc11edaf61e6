/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/figure-table.h"

typedef struct
{
  char *text;
  gboolean explained;
  AccordFigureRef figure;
} Cell;

typedef struct
{
  char *key;
  GArray *cells;
} Row;

/* A table of figures that were worked out, each of which can be asked why. */
struct _AccordFigureTable
{
  GObject parent_instance;

  GPtrArray *titles;
  guint words; /* a bit for each column that holds words */
  guint first_chars;
  GPtrArray *rows;
  GPtrArray *before;
  gboolean has_total;
};

static void accord_figure_table_iface_init (AccordGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AccordFigureTable, accord_figure_table, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ACCORD_TYPE_GRID_MODEL, accord_figure_table_iface_init))

static void
cell_clear (gpointer data)
{
  g_free (((Cell *) data)->text);
}

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->key);
  g_array_unref (row->cells);
  g_free (row);
}

static const Cell *
cell_at (AccordFigureTable *self, guint row, guint column)
{
  const Row *at = self->rows->pdata[row];

  return column < at->cells->len ? &g_array_index (at->cells, Cell, column) : NULL;
}

/* The last row is under the others, where it stands for all of them. */
static guint
get_n_rows (AccordGridModel *model)
{
  AccordFigureTable *self = ACCORD_FIGURE_TABLE (model);

  return self->has_total && self->rows->len > 0 ? self->rows->len - 1 : self->rows->len;
}

static guint
get_n_columns (AccordGridModel *model)
{
  return ACCORD_FIGURE_TABLE (model)->titles->len;
}

static void
get_column (AccordGridModel *model, guint column, AccordGridColumn *description)
{
  AccordFigureTable *self = ACCORD_FIGURE_TABLE (model);

  description->title = self->titles->pdata[column];
  description->kind = (self->words >> column) & 1 ? ACCORD_GRID_WORDS : ACCORD_GRID_WORKED_OUT;
  description->chars = column == 0 ? self->first_chars : 9;
}

static const char *
get_key (AccordGridModel *model, guint row)
{
  return ((Row *) ACCORD_FIGURE_TABLE (model)->rows->pdata[row])->key;
}

static char *
dup_text (AccordGridModel *model, guint row, guint column)
{
  const Cell *cell = cell_at (ACCORD_FIGURE_TABLE (model), row, column);

  return cell != NULL ? g_strdup (cell->text) : NULL;
}

static char *
dup_foot (AccordGridModel *model, guint column)
{
  AccordFigureTable *self = ACCORD_FIGURE_TABLE (model);

  return self->has_total && self->rows->len > 0 ? dup_text (model, self->rows->len - 1, column) : NULL;
}

static void
accord_figure_table_iface_init (AccordGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_key = get_key;
  iface->dup_text = dup_text;
  iface->dup_foot = dup_foot;
}

static void
accord_figure_table_finalize (GObject *object)
{
  AccordFigureTable *self = ACCORD_FIGURE_TABLE (object);

  g_ptr_array_unref (self->titles);
  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->before, g_ptr_array_unref);

  G_OBJECT_CLASS (accord_figure_table_parent_class)->finalize (object);
}

static void
accord_figure_table_class_init (AccordFigureTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = accord_figure_table_finalize;
}

static void
accord_figure_table_init (AccordFigureTable *self)
{
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func (row_free);
}

/**
 * accord_figure_table_new:
 * @titles: (array length=n_titles): what stands over each column; the first names the rows
 * @n_titles: how many columns
 * @words: a bit for each column that holds words
 * @first_chars: how many characters the first has room for
 *
 * Returns: (transfer full): a table without rows
 */
AccordFigureTable *
accord_figure_table_new (const char *const *titles, guint n_titles, guint words, guint first_chars)
{
  AccordFigureTable *self = g_object_new (ACCORD_TYPE_FIGURE_TABLE, NULL);

  for (guint i = 0; i < n_titles; i++)
    g_ptr_array_add (self->titles, g_strdup (titles[i]));
  self->words = words | 1;
  self->first_chars = first_chars;
  return self;
}

/**
 * accord_figure_table_begin:
 * @self: a table
 *
 * Takes all rows out; add others, then end.
 */
void
accord_figure_table_begin (AccordFigureTable *self)
{
  g_clear_pointer (&self->before, g_ptr_array_unref);
  self->before = self->rows;
  self->rows = g_ptr_array_new_with_free_func (row_free);
}

void
accord_figure_table_add_row (AccordFigureTable *self, const char *key, const char *name)
{
  Row *row = g_new0 (Row, 1);

  row->key = g_strdup (key);
  row->cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  g_array_set_clear_func (row->cells, cell_clear);
  g_ptr_array_add (self->rows, row);
  accord_figure_table_add_cell (self, g_strdup (name), NULL);
}

/**
 * accord_figure_table_add_cell:
 * @self: a table
 * @text: (transfer full) (nullable): what stands next in its last row
 * @figure: (nullable): which figure it is
 *
 * Adds a cell.
 */
void
accord_figure_table_add_cell (AccordFigureTable *self, char *text, const AccordFigureRef *figure)
{
  Row *row = self->rows->pdata[self->rows->len - 1];
  Cell cell = { .text = text, .explained = figure != NULL };

  if (figure != NULL)
    cell.figure = *figure;
  g_array_append_val (row->cells, cell);
}

static gboolean
reads_same (const Row *a, const Row *b)
{
  if (a->cells->len != b->cells->len)
    return FALSE;
  for (guint i = 0; i < a->cells->len; i++)
    if (g_strcmp0 (g_array_index (a->cells, Cell, i).text, g_array_index (b->cells, Cell, i).text) != 0)
      return FALSE;
  return TRUE;
}

/**
 * accord_figure_table_end:
 * @self: a table
 * @last_is_total: whether the last row stands for all others, and so stays in sight under them
 *
 * Shows what was added.
 */
void
accord_figure_table_end (AccordFigureTable *self, gboolean last_is_total)
{
  gboolean same_rows = self->rows->len == self->before->len && last_is_total == self->has_total;
  gboolean same = same_rows;

  self->has_total = last_is_total;
  for (guint i = 0; same && i < self->rows->len; i++)
    same = reads_same (self->rows->pdata[i], self->before->pdata[i]);
  if (!same_rows)
    accord_grid_model_changed (ACCORD_GRID_MODEL (self));
  else if (!same)
    accord_grid_model_values_changed (ACCORD_GRID_MODEL (self));
}

/**
 * accord_figure_table_get_figure:
 * @self: a table
 * @row: a row; the total is the one after the last
 * @column: a column
 * @figure: (out): which figure stands there
 *
 * Returns: whether there is one that can be asked why
 */
gboolean
accord_figure_table_get_figure (AccordFigureTable *self, guint row, guint column, AccordFigureRef *figure)
{
  const Cell *cell = row < self->rows->len ? cell_at (self, row, column) : NULL;

  if (cell == NULL || !cell->explained)
    return FALSE;
  *figure = cell->figure;
  return TRUE;
}
