/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plain-grid.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  char *key;
  char **cells;
} Row;

struct _PlainGrid
{
  GObject parent_instance;

  GPtrArray *rows;
  guint n_figures;
  guint next_key;
  guint n_changes;
  char *preview;
  GPtrArray *titles;
  gboolean may_change;
};

static void plain_grid_iface_init (AccordGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlainGrid, plain_grid, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ACCORD_TYPE_GRID_MODEL, plain_grid_iface_init))

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->key);
  g_strfreev (row->cells);
  g_free (row);
}

static Row *
row_new (PlainGrid *self)
{
  Row *row = g_new0 (Row, 1);

  row->key = g_strdup_printf ("row-%u", self->next_key++);
  row->cells = g_new0 (char *, self->n_figures + 3);
  for (guint i = 0; i < self->n_figures + 2; i++)
    row->cells[i] = g_strdup ("");
  return row;
}

static char **
cell (AccordGridModel *model, guint row, guint column)
{
  return &((Row *) PLAIN_GRID (model)->rows->pdata[row])->cells[column];
}

static guint
get_n_rows (AccordGridModel *model)
{
  return PLAIN_GRID (model)->rows->len;
}

static guint
get_n_columns (AccordGridModel *model)
{
  return PLAIN_GRID (model)->n_figures + 3;
}

static void
get_column (AccordGridModel *model, guint column, AccordGridColumn *description)
{
  PlainGrid *self = PLAIN_GRID (model);

  description->title = self->titles->pdata[column];
  description->kind = column == 0                     ? ACCORD_GRID_WORDS
                      : column == 1                   ? ACCORD_GRID_CHOICE
                      : column == self->n_figures + 2 ? ACCORD_GRID_WORKED_OUT
                                                      : ACCORD_GRID_FIGURE;
  description->chars = column == 0 ? 24 : 8;
}

static const char *
get_key (AccordGridModel *model, guint row)
{
  return ((Row *) PLAIN_GRID (model)->rows->pdata[row])->key;
}

static gboolean
get_may_change (AccordGridModel *model)
{
  return PLAIN_GRID (model)->may_change;
}

static char *
dup_sum (AccordGridModel *model, guint first_row, guint n_rows, guint first, guint n)
{
  gint64 sum = 0;

  for (guint i = first_row; i < first_row + n_rows; i++)
    for (guint j = first; j < first + n; j++)
      sum += g_ascii_strtoll (*cell (model, i, j), NULL, 10);
  return g_strdup_printf ("%" G_GINT64_FORMAT, sum);
}

static char *
dup_text (AccordGridModel *model, guint row, guint column)
{
  PlainGrid *self = PLAIN_GRID (model);

  if (column == self->n_figures + 2)
    return dup_sum (model, row, 1, 2, self->n_figures);
  return **cell (model, row, column) != '\0' ? g_strdup (*cell (model, row, column)) : NULL;
}

static char *
dup_entry (AccordGridModel *model, guint row, guint column)
{
  return g_strdup (*cell (model, row, column));
}

static char *
dup_foot (AccordGridModel *model, guint column)
{
  PlainGrid *self = PLAIN_GRID (model);

  if (column == 0)
    return g_strdup ("Total");
  if (column == 1)
    return NULL;
  if (column == self->n_figures + 2)
    return dup_sum (model, 0, self->rows->len, 2, self->n_figures);
  return dup_sum (model, 0, self->rows->len, column, 1);
}

static gboolean
check (AccordGridModel *model, guint row, guint column, const char *text, char **why)
{
  char *end;

  if (column == 0 || *text == '\0')
    return TRUE;
  if (column == 1 && (g_str_equal (text, "Capital") || g_str_equal (text, "Revenue")))
    return TRUE;
  if (column > 1)
    {
      g_ascii_strtoll (text, &end, 10);
      if (*end == '\0')
        return TRUE;
    }
  *why = g_strdup_printf ("Row %u, %s: “%s” is no number.", row + 1,
                          (char *) PLAIN_GRID (model)->titles->pdata[column], text);
  return FALSE;
}

static void
set (AccordGridModel *model, GPtrArray *entries, AccordGridDeed deed)
{
  PlainGrid *self = PLAIN_GRID (model);
  guint n_rows = self->rows->len;

  self->n_changes++;
  g_clear_pointer (&self->preview, g_free);
  for (guint i = 0; i < entries->len; i++)
    {
      const AccordGridEntry *entry = entries->pdata[i];

      while (entry->row >= self->rows->len)
        g_ptr_array_add (self->rows, row_new (self));
      g_free (*cell (model, entry->row, entry->column));
      *cell (model, entry->row, entry->column) = g_strdup (entry->text);
    }
  if (self->rows->len != n_rows)
    accord_grid_model_changed (model);
  else
    accord_grid_model_values_changed (model);
}

static void
preview (AccordGridModel *model, guint row, guint column, const char *text)
{
  PlainGrid *self = PLAIN_GRID (model);

  g_free (self->preview);
  self->preview = g_strdup (text);
}

static char **
list_choices (AccordGridModel *model, guint row, guint column, const char *typed)
{
  const char *const all[] = { "Capital", "Revenue", NULL };
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();

  for (guint i = 0; all[i] != NULL; i++)
    if (g_ascii_strncasecmp (all[i], typed, strlen (typed)) == 0)
      g_strv_builder_add (found, all[i]);
  return g_strv_builder_end (found);
}

static void
remove_rows (AccordGridModel *model, guint first, guint n)
{
  PlainGrid *self = PLAIN_GRID (model);

  self->n_changes++;
  g_ptr_array_remove_range (self->rows, first, n);
  accord_grid_model_changed (model);
}

static void
plain_grid_iface_init (AccordGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_key = get_key;
  iface->get_may_change = get_may_change;
  iface->dup_text = dup_text;
  iface->dup_entry = dup_entry;
  iface->dup_foot = dup_foot;
  iface->check = check;
  iface->set = set;
  iface->preview = preview;
  iface->list_choices = list_choices;
  iface->remove_rows = remove_rows;
}

static void
plain_grid_finalize (GObject *object)
{
  PlainGrid *self = PLAIN_GRID (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->titles);
  g_free (self->preview);

  G_OBJECT_CLASS (plain_grid_parent_class)->finalize (object);
}

static void
plain_grid_class_init (PlainGridClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plain_grid_finalize;
}

static void
plain_grid_init (PlainGrid *self)
{
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->may_change = TRUE;
}

PlainGrid *
plain_grid_new (guint n_rows, guint n_figures)
{
  PlainGrid *self = g_object_new (PLAIN_TYPE_GRID, NULL);

  self->n_figures = n_figures;
  g_ptr_array_add (self->titles, g_strdup ("Line"));
  g_ptr_array_add (self->titles, g_strdup ("Kind"));
  for (guint i = 0; i < n_figures; i++)
    g_ptr_array_add (self->titles, g_strdup_printf ("Year %u", i));
  g_ptr_array_add (self->titles, g_strdup ("Sum"));
  for (guint i = 0; i < n_rows; i++)
    {
      Row *row = row_new (self);

      g_free (row->cells[0]);
      row->cells[0] = g_strdup_printf ("Line %u", i + 1);
      g_ptr_array_add (self->rows, row);
    }
  return self;
}

/* What was typed, a line a row, with a stroke between cells. */
char *
plain_grid_dup_all (PlainGrid *self)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autofree char *row = g_strjoinv ("|", ((Row *) self->rows->pdata[i])->cells);

      g_string_append_printf (all, "%s%s", i > 0 ? "\n" : "", row);
    }
  return g_string_free (all, FALSE);
}

/* As another process would do it. */
void
plain_grid_insert (PlainGrid *self, guint row)
{
  g_ptr_array_insert (self->rows, (int) row, row_new (self));
  accord_grid_model_changed (ACCORD_GRID_MODEL (self));
}

guint
plain_grid_get_n_changes (PlainGrid *self)
{
  return self->n_changes;
}

const char *
plain_grid_get_preview (PlainGrid *self)
{
  return self->preview;
}

void
plain_grid_set_may_change (PlainGrid *self, gboolean may)
{
  self->may_change = may;
  accord_grid_model_changed (ACCORD_GRID_MODEL (self));
}
