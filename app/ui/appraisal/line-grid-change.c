/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/line-grid-private.h"

#include <glib/gi18n-lib.h>

/* What is typed, pasted and deleted in a table of lines. */

static AccordRecord *
dup_line (AccordLineGrid *self, guint row)
{
  AccordRecord *before, *line;

  if (row >= accord_grid_model_get_n_rows (ACCORD_GRID_MODEL (self)))
    return accord_appraisal_work_new_line (self->work, self->outcomes, row);
  before = accord_line_grid_get_line (self, row);
  line = accord_record_copy (before);
  accord_line_set_handle (line, accord_line_get_handle (before));
  return line;
}

static gboolean
store (AccordLineGrid *self, guint column, AccordRecord *line, GPtrArray **gains, const char *text,
       char **why)
{
  int year;
  const AccordLineColumn *described = accord_line_grid_get_column (self, column, &year);

  if (described->cell == ACCORD_LINE_YEAR)
    return accord_line_store_amount (line, year, text, why);
  return accord_line_store_cell (self->work, described, line, gains, text, why);
}

gboolean
accord_line_grid_check (AccordGridModel *model, guint row, guint column, const char *text, char **why)
{
  AccordLineGrid *self = ACCORD_LINE_GRID (model);
  g_autoptr (AccordRecord) line = NULL;
  g_autoptr (GPtrArray) gains = NULL;
  g_autofree char *what = NULL, *name = NULL;

  if (!accord_grid_model_get_may_change (model))
    {
      *why = g_strdup (_ ("This appraisal can only be read."));
      return FALSE;
    }
  line = dup_line (self, row);
  if (store (self, column, line, &gains, text, &what))
    return TRUE;
  name = accord_record_dup_title (line);
  /* Translators: the name of a line, the head of a column, and what is wrong there. */
  *why = g_strdup_printf (_ ("%s, %s: %s"), name, (char *) self->titles->pdata[column], what);
  return FALSE;
}

static char *
dup_label (AccordLineGrid *self, GPtrArray *entries, AccordGridDeed deed)
{
  const AccordGridEntry *first = entries->pdata[0];
  const char *title = self->titles->pdata[first->column];
  guint n = entries->len;
  g_autofree char *name = first->row < accord_grid_model_get_n_rows (ACCORD_GRID_MODEL (self))
                              ? accord_record_dup_title (accord_line_grid_get_line (self, first->row))
                              : g_strdup (first->text);

  if (n == 1 && first->row >= accord_grid_model_get_n_rows (ACCORD_GRID_MODEL (self)))
    return g_strdup_printf (_ ("Add “%s”"), name);
  if (n == 1)
    /* Translators: the name of a line, and the head of a column. */
    return g_strdup_printf (_ ("Change “%s”, %s"), name, title);
  switch (deed)
    {
    case ACCORD_GRID_PASTED:
      return g_strdup_printf (ngettext ("Paste %u cell", "Paste %u cells", n), n);
    case ACCORD_GRID_FILLED:
      return g_strdup_printf (ngettext ("Fill %u cell", "Fill %u cells", n), n);
    case ACCORD_GRID_CLEARED:
      return g_strdup_printf (ngettext ("Clear %u cell", "Clear %u cells", n), n);
    case ACCORD_GRID_TYPED:
    default:
      return g_strdup_printf (ngettext ("Change %u cell", "Change %u cells", n), n);
    }
}

/* All cells of one line are one step of the change. Entries come row by row. */
void
accord_line_grid_set (AccordGridModel *model, GPtrArray *entries, AccordGridDeed deed)
{
  AccordLineGrid *self = ACCORD_LINE_GRID (model);
  AccordLineChanges *changes = accord_line_changes_new ();
  g_autofree char *label = dup_label (self, entries, deed);

  for (guint i = 0; i < entries->len;)
    {
      guint row = ((AccordGridEntry *) entries->pdata[i])->row;
      g_autoptr (GPtrArray) gains = NULL;
      g_autoptr (AccordRecord) line = NULL;

      /* A row further down brings those before it, which nothing was said of. */
      while (row > accord_grid_model_get_n_rows (model))
        {
          g_autoptr (AccordRecord) before = dup_line (self, accord_grid_model_get_n_rows (model));

          accord_appraisal_work_put (self->work, self->outcomes, accord_grid_model_get_n_rows (model), before,
                                     NULL, changes);
        }
      line = dup_line (self, row);
      for (; i < entries->len && ((AccordGridEntry *) entries->pdata[i])->row == row; i++)
        {
          const AccordGridEntry *entry = entries->pdata[i];
          g_autofree char *why = NULL;

          if (!store (self, entry->column, line, &gains, entry->text, &why))
            g_warning ("A cell was not checked: %s", why);
        }
      accord_appraisal_work_put (self->work, self->outcomes, row, line, gains, changes);
    }
  accord_appraisal_work_write (self->work, label, changes);
  accord_grid_model_changed (model);
}

void
accord_line_grid_preview (AccordGridModel *model, guint row, guint column, const char *text)
{
  AccordLineGrid *self = ACCORD_LINE_GRID (model);
  g_autoptr (AccordRecord) line = NULL;
  g_autoptr (GPtrArray) gains = NULL;
  g_autofree char *why = NULL;

  if (text == NULL)
    {
      accord_appraisal_work_preview (self->work, self->outcomes, row, NULL, NULL);
      return;
    }
  line = dup_line (self, row);
  if (self->outcomes && row < accord_grid_model_get_n_rows (model))
    gains = g_ptr_array_ref (accord_appraisal_work_get_gains (self->work, row));
  if (store (self, column, line, &gains, text, &why))
    accord_appraisal_work_preview (self->work, self->outcomes, row, line, gains);
}

void
accord_line_grid_remove_rows (AccordGridModel *model, guint first, guint n)
{
  AccordLineGrid *self = ACCORD_LINE_GRID (model);
  AccordLineChanges *changes = accord_line_changes_new ();
  g_autofree char *name = accord_record_dup_title (accord_line_grid_get_line (self, first));
  g_autofree char *label = n == 1 ? g_strdup_printf (_ ("Delete “%s”"), name)
                                  : g_strdup_printf (ngettext ("Delete %u line", "Delete %u lines", n), n);

  accord_appraisal_work_remove (self->work, self->outcomes, first, n, changes);
  accord_appraisal_work_write (self->work, label, changes);
  accord_grid_model_changed (model);
}
