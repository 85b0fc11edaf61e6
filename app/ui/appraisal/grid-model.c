/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/grid-model.h"

enum
{
  CHANGED,
  VALUES_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (AccordGridModel, accord_grid_model, G_TYPE_OBJECT)

static void
accord_grid_model_default_init (AccordGridModelInterface *iface)
{
  /**
   * AccordGridModel::changed:
   *
   * There are other rows or columns.
   */
  signals[CHANGED] = g_signal_new ("changed", ACCORD_TYPE_GRID_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  /**
   * AccordGridModel::values-changed:
   *
   * The same cells read differently.
   */
  signals[VALUES_CHANGED] = g_signal_new ("values-changed", ACCORD_TYPE_GRID_MODEL, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

AccordGridEntry *
accord_grid_entry_new (guint row, guint column, const char *text)
{
  AccordGridEntry *self = g_new0 (AccordGridEntry, 1);

  self->row = row;
  self->column = column;
  self->text = g_strdup (text);
  return self;
}

void
accord_grid_entry_free (AccordGridEntry *self)
{
  g_free (self->text);
  g_free (self);
}

guint
accord_grid_model_get_n_rows (AccordGridModel *self)
{
  return ACCORD_GRID_MODEL_GET_IFACE (self)->get_n_rows (self);
}

guint
accord_grid_model_get_n_columns (AccordGridModel *self)
{
  return ACCORD_GRID_MODEL_GET_IFACE (self)->get_n_columns (self);
}

void
accord_grid_model_get_column (AccordGridModel *self, guint column, AccordGridColumn *description)
{
  ACCORD_GRID_MODEL_GET_IFACE (self)->get_column (self, column, description);
}

const char *
accord_grid_model_get_key (AccordGridModel *self, guint row)
{
  return ACCORD_GRID_MODEL_GET_IFACE (self)->get_key (self, row);
}

/**
 * accord_grid_model_find_key:
 * @self: a model
 * @key: (nullable): of a row
 *
 * Returns: where that row is now, or -1
 */
int
accord_grid_model_find_key (AccordGridModel *self, const char *key)
{
  guint n_rows = accord_grid_model_get_n_rows (self);

  for (guint i = 0; key != NULL && i < n_rows; i++)
    if (g_str_equal (accord_grid_model_get_key (self, i), key))
      return (int) i;
  return -1;
}

gboolean
accord_grid_model_get_may_change (AccordGridModel *self)
{
  AccordGridModelInterface *iface = ACCORD_GRID_MODEL_GET_IFACE (self);

  return iface->get_may_change != NULL && iface->get_may_change (self);
}

/**
 * accord_grid_model_can_type:
 * @self: a model
 * @row: a row, also one that is not there yet
 * @column: a column
 *
 * Returns: whether a person can change what stands there
 */
gboolean
accord_grid_model_can_type (AccordGridModel *self, guint row, guint column)
{
  AccordGridModelInterface *iface = ACCORD_GRID_MODEL_GET_IFACE (self);
  AccordGridColumn description;

  if (!accord_grid_model_get_may_change (self))
    return FALSE;
  iface->get_column (self, column, &description);
  return description.kind != ACCORD_GRID_WORKED_OUT
         && (iface->is_fixed == NULL || row >= iface->get_n_rows (self)
             || !iface->is_fixed (self, row, column));
}

char *
accord_grid_model_dup_text (AccordGridModel *self, guint row, guint column)
{
  return ACCORD_GRID_MODEL_GET_IFACE (self)->dup_text (self, row, column);
}

char *
accord_grid_model_dup_entry (AccordGridModel *self, guint row, guint column)
{
  AccordGridModelInterface *iface = ACCORD_GRID_MODEL_GET_IFACE (self);
  char *entry =
      iface->dup_entry != NULL ? iface->dup_entry (self, row, column) : iface->dup_text (self, row, column);

  return entry != NULL ? entry : g_strdup ("");
}

char *
accord_grid_model_dup_foot (AccordGridModel *self, guint column)
{
  AccordGridModelInterface *iface = ACCORD_GRID_MODEL_GET_IFACE (self);

  return iface->dup_foot != NULL ? iface->dup_foot (self, column) : NULL;
}

gboolean
accord_grid_model_check (AccordGridModel *self, guint row, guint column, const char *text, char **why)
{
  AccordGridModelInterface *iface = ACCORD_GRID_MODEL_GET_IFACE (self);

  return iface->check != NULL && iface->check (self, row, column, text, why);
}

void
accord_grid_model_set (AccordGridModel *self, GPtrArray *entries, AccordGridDeed deed)
{
  AccordGridModelInterface *iface = ACCORD_GRID_MODEL_GET_IFACE (self);

  g_return_if_fail (iface->set != NULL);

  iface->set (self, entries, deed);
}

void
accord_grid_model_preview (AccordGridModel *self, guint row, guint column, const char *text)
{
  AccordGridModelInterface *iface = ACCORD_GRID_MODEL_GET_IFACE (self);

  if (iface->preview != NULL)
    iface->preview (self, row, column, text);
}

char **
accord_grid_model_list_choices (AccordGridModel *self, guint row, guint column, const char *typed)
{
  AccordGridModelInterface *iface = ACCORD_GRID_MODEL_GET_IFACE (self);

  return iface->list_choices != NULL ? iface->list_choices (self, row, column, typed) : g_new0 (char *, 1);
}

void
accord_grid_model_remove_rows (AccordGridModel *self, guint first, guint n)
{
  AccordGridModelInterface *iface = ACCORD_GRID_MODEL_GET_IFACE (self);

  g_return_if_fail (iface->remove_rows != NULL);

  iface->remove_rows (self, first, n);
}

void
accord_grid_model_changed (AccordGridModel *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

void
accord_grid_model_values_changed (AccordGridModel *self)
{
  g_signal_emit (self, signals[VALUES_CHANGED], 0);
}
