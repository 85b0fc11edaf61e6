/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/cell-table.h"

#include "appraisal/cell-text.h"
#include "fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_CHOICES 40

typedef struct
{
  char *key;
  char **cells;
} Row;

/* A small table in a dialog: rows are typed, nothing is kept until the dialog does it. */
struct _AccordCellTable
{
  GObject parent_instance;

  AccordCellColumn *columns;
  guint n_columns;
  char **choices;
  GPtrArray *rows;
  guint next_key;
};

static void accord_cell_table_iface_init (AccordGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AccordCellTable, accord_cell_table, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ACCORD_TYPE_GRID_MODEL, accord_cell_table_iface_init))

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->key);
  g_strfreev (row->cells);
  g_free (row);
}

static Row *
add_row (AccordCellTable *self)
{
  Row *row = g_new0 (Row, 1);

  row->key = g_strdup_printf ("%u", self->next_key++);
  row->cells = g_new0 (char *, self->n_columns + 1);
  for (guint i = 0; i < self->n_columns; i++)
    row->cells[i] = g_strdup ("");
  g_ptr_array_add (self->rows, row);
  return row;
}

static guint
get_n_rows (AccordGridModel *model)
{
  return ACCORD_CELL_TABLE (model)->rows->len;
}

static guint
get_n_columns (AccordGridModel *model)
{
  return ACCORD_CELL_TABLE (model)->n_columns;
}

static void
get_column (AccordGridModel *model, guint column, AccordGridColumn *description)
{
  const AccordCellColumn *described = &ACCORD_CELL_TABLE (model)->columns[column];

  description->title = described->title;
  description->chars = described->chars;
  description->kind = described->kind == ACCORD_CELL_WORDS    ? ACCORD_GRID_WORDS
                      : described->kind == ACCORD_CELL_CHOICE ? ACCORD_GRID_CHOICE
                                                              : ACCORD_GRID_FIGURE;
}

static const char *
get_key (AccordGridModel *model, guint row)
{
  return ((Row *) ACCORD_CELL_TABLE (model)->rows->pdata[row])->key;
}

static gboolean
get_may_change (AccordGridModel *model)
{
  return TRUE;
}

static char *
dup_text (AccordGridModel *model, guint row, guint column)
{
  const char *text = accord_cell_table_get (ACCORD_CELL_TABLE (model), row, column);

  return *text != '\0' ? g_strdup (text) : NULL;
}

/* What parts add to is what has to be right. */
static char *
dup_foot (AccordGridModel *model, guint column)
{
  AccordCellTable *self = ACCORD_CELL_TABLE (model);

  if (column == 0)
    return g_strdup (_ ("All"));
  if (self->columns[column].kind == ACCORD_CELL_RATE)
    return accord_cell_dup_rate (accord_cell_table_sum (self, column));
  if (self->columns[column].kind == ACCORD_CELL_MONEY)
    return accord_cell_dup_money (accord_cell_table_sum (self, column));
  return NULL;
}

static const char *
find_choice (AccordCellTable *self, const char *text)
{
  g_autofree char *folded = accord_text_fold (text);

  for (guint i = 0; self->choices[i] != NULL; i++)
    {
      g_autofree char *choice = accord_text_fold (self->choices[i]);

      if (g_str_equal (choice, folded))
        return self->choices[i];
    }
  return NULL;
}

/* What was typed as it is shown, or NULL and why not. */
static char *
tidy (AccordCellTable *self, guint column, const char *text, char **why)
{
  AccordCellScan scan;
  AccordDecimal value;
  gint64 pence;

  if (*text == '\0' || self->columns[column].kind == ACCORD_CELL_WORDS)
    return g_strdup (text);
  if (self->columns[column].kind == ACCORD_CELL_CHOICE)
    {
      const char *choice = find_choice (self, text);

      if (choice == NULL)
        *why = g_strdup_printf (_ ("“%s” cannot be chosen."), text);
      return g_strdup (choice);
    }
  if (self->columns[column].kind == ACCORD_CELL_MONEY)
    {
      scan = accord_cell_scan_money (text, &pence);
      if (scan == ACCORD_CELL_OK)
        return accord_cell_dup_money (pence);
    }
  else
    {
      scan = accord_cell_scan_rate (text, &value);
      if (scan == ACCORD_CELL_OK && value > ACCORD_DECIMAL_ONE)
        scan = ACCORD_CELL_OVER_ALL;
      if (scan == ACCORD_CELL_OK)
        return accord_cell_dup_rate (value);
    }
  *why = accord_cell_dup_why (scan, text);
  return NULL;
}

static gboolean
check (AccordGridModel *model, guint row, guint column, const char *text, char **why)
{
  AccordCellTable *self = ACCORD_CELL_TABLE (model);
  g_autofree char *what = NULL, *shown = tidy (self, column, text, &what);

  if (shown != NULL)
    return TRUE;
  *why = g_strdup_printf (_ ("Line %u, %s: %s"), row + 1, self->columns[column].title, what);
  return FALSE;
}

static void
set (AccordGridModel *model, GPtrArray *entries, AccordGridDeed deed)
{
  AccordCellTable *self = ACCORD_CELL_TABLE (model);

  for (guint i = 0; i < entries->len; i++)
    {
      const AccordGridEntry *entry = entries->pdata[i];
      g_autofree char *why = NULL;
      Row *row;

      while (entry->row >= self->rows->len)
        add_row (self);
      row = self->rows->pdata[entry->row];
      g_free (row->cells[entry->column]);
      row->cells[entry->column] = tidy (self, entry->column, entry->text, &why);
    }
  accord_grid_model_changed (model);
}

static char **
list_choices (AccordGridModel *model, guint row, guint column, const char *typed)
{
  AccordCellTable *self = ACCORD_CELL_TABLE (model);
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
  g_autofree char *folded = accord_text_fold (typed);
  guint n_found = 0;

  for (guint i = 0; self->choices[i] != NULL && n_found < MOST_CHOICES; i++)
    {
      g_autofree char *choice = accord_text_fold (self->choices[i]);

      if (strstr (choice, folded) == NULL)
        continue;
      g_strv_builder_add (found, self->choices[i]);
      n_found++;
    }
  return g_strv_builder_end (found);
}

static void
remove_rows (AccordGridModel *model, guint first, guint n)
{
  g_ptr_array_remove_range (ACCORD_CELL_TABLE (model)->rows, first, n);
  accord_grid_model_changed (model);
}

static void
accord_cell_table_iface_init (AccordGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_key = get_key;
  iface->get_may_change = get_may_change;
  iface->dup_text = dup_text;
  iface->dup_foot = dup_foot;
  iface->check = check;
  iface->set = set;
  iface->list_choices = list_choices;
  iface->remove_rows = remove_rows;
}

static void
accord_cell_table_finalize (GObject *object)
{
  AccordCellTable *self = ACCORD_CELL_TABLE (object);

  g_free (self->columns);
  g_strfreev (self->choices);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (accord_cell_table_parent_class)->finalize (object);
}

static void
accord_cell_table_class_init (AccordCellTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = accord_cell_table_finalize;
}

static void
accord_cell_table_init (AccordCellTable *self)
{
  self->rows = g_ptr_array_new_with_free_func (row_free);
}

/**
 * accord_cell_table_new:
 * @columns: (array length=n_columns): its columns, whose titles must outlive it
 * @n_columns: how many
 * @choices: (array zero-terminated=1): what can be chosen
 *
 * Returns: (transfer full): a table without rows
 */
AccordCellTable *
accord_cell_table_new (const AccordCellColumn *columns, guint n_columns, const char *const *choices)
{
  AccordCellTable *self = g_object_new (ACCORD_TYPE_CELL_TABLE, NULL);

  self->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  self->n_columns = n_columns;
  self->choices = g_strdupv ((char **) choices);
  return self;
}

void
accord_cell_table_add_row (AccordCellTable *self, const char *const *cells)
{
  Row *row = add_row (self);

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_free (row->cells[i]);
      row->cells[i] = g_strdup (cells[i] != NULL ? cells[i] : "");
    }
  accord_grid_model_changed (ACCORD_GRID_MODEL (self));
}

guint
accord_cell_table_get_n_rows (AccordCellTable *self)
{
  return self->rows->len;
}

const char *
accord_cell_table_get (AccordCellTable *self, guint row, guint column)
{
  return ((Row *) self->rows->pdata[row])->cells[column];
}

/**
 * accord_cell_table_get_number:
 * @self: a table
 * @row: a row
 * @column: a column of numbers
 *
 * Returns: an #AccordDecimal, or pence; 0 where nothing is typed
 */
gint64
accord_cell_table_get_number (AccordCellTable *self, guint row, guint column)
{
  const char *text = accord_cell_table_get (self, row, column);
  gint64 value = 0;

  if (*text == '\0')
    return 0;
  if (self->columns[column].kind == ACCORD_CELL_MONEY)
    return accord_cell_scan_money (text, &value) == ACCORD_CELL_OK ? value : 0;
  return accord_cell_scan_rate (text, &value) == ACCORD_CELL_OK ? value : 0;
}

gint64
accord_cell_table_sum (AccordCellTable *self, guint column)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->rows->len; i++)
    if (__builtin_add_overflow (sum, accord_cell_table_get_number (self, i, column), &sum))
      return G_MAXINT64;
  return sum;
}
