/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/line-dialogs.h"

#include "appraisal/cell-text.h"
#include "appraisal/gain-text.h"
#include "appraisal/sheet-dialog.h"

#include <glib/gi18n-lib.h>

/* Who gains of an outcome: organisations and their shares, which have to add to all of it. */
typedef struct
{
  AccordAppraisalWork *work;
  AccordCellTable *table;
  char *key;
} Gains;

static void
gains_free (gpointer data, GClosure *closure)
{
  Gains *self = data;

  g_object_unref (self->work);
  g_object_unref (self->table);
  g_free (self->key);
  g_free (self);
}

static char **
list_names (AccordAppraisalWork *work)
{
  const GPtrArray *all = accord_appraisal_work_get_organisations (work);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < all->len; i++)
    g_strv_builder_add (names, ((const AccordWorkOrganisation *) all->pdata[i])->name);
  return g_strv_builder_end (names);
}

/* In the form in which a cell takes it. */
static char *
dup_line (Gains *self)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < accord_cell_table_get_n_rows (self->table); i++)
    {
      const char *name = accord_cell_table_get (self->table, i, 0);
      const char *share = accord_cell_table_get (self->table, i, 1);

      if (*name != '\0' || *share != '\0')
        g_string_append_printf (line, "%s%s %s", line->len > 0 ? "; " : "", name,
                                *share != '\0' ? share : "0%");
    }
  return g_string_free (line, FALSE);
}

static void
on_changed (AccordSheetDialog *dialog, Gains *self)
{
  g_autofree char *line = dup_line (self), *why = NULL;
  g_autoptr (GPtrArray) gains = NULL;

  if (!accord_gain_text_parse (self->work, line, &gains, &why))
    accord_sheet_dialog_say (dialog, why, FALSE);
  else
    accord_sheet_dialog_say (
        dialog, gains->len > 0 ? _ ("The shares add to 100%.") : _ ("Nobody is named who gains."), TRUE);
}

static void
on_save (AccordSheetDialog *dialog, Gains *self)
{
  GPtrArray *lines = accord_appraisal_work_get_lines (self->work, TRUE);
  g_autofree char *line = dup_line (self), *why = NULL;
  g_autoptr (GPtrArray) gains = NULL;

  if (!accord_gain_text_parse (self->work, line, &gains, &why))
    return;
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    if (g_str_equal (accord_line_handle_get_key (accord_line_get_handle (lines->pdata[i])), self->key))
      {
        AccordLineChanges *changes = accord_line_changes_new ();
        g_autoptr (AccordRecord) outcome = g_object_ref (lines->pdata[i]);
        g_autofree char *title = accord_record_dup_title (outcome);
        g_autofree char *label = g_strdup_printf (_ ("Change who gains of “%s”"), title);

        accord_appraisal_work_put (self->work, TRUE, i, outcome, gains, changes);
        accord_appraisal_work_write (self->work, label, changes);
        accord_appraisal_work_lines_changed (self->work);
        return;
      }
}

static void
fill (Gains *self, GPtrArray *gains)
{
  for (guint i = 0; gains != NULL && i < gains->len; i++)
    {
      const AccordWorkOrganisation *organisation = accord_appraisal_work_find_organisation (
          self->work, accord_record_get_int (gains->pdata[i], "organisation"));
      g_autofree char *share = NULL;
      AccordDecimal value;

      if (accord_decimal_parse (accord_record_get_text (gains->pdata[i], "share"), &value))
        share = accord_cell_dup_rate (value);
      accord_cell_table_add_row (self->table,
                                 (const char *[]){ organisation != NULL ? organisation->name : "", share });
    }
}

/**
 * accord_gains_dialog_open:
 * @from: the widget that it belongs to
 * @work: an appraisal that is worked on
 * @row: an outcome
 *
 * Asks who gains of an outcome, and which share.
 */
void
accord_gains_dialog_open (GtkWidget *from, AccordAppraisalWork *work, guint row)
{
  const AccordCellColumn columns[] = { { _ ("Who gains"), ACCORD_CELL_CHOICE, 30 },
                                       { _ ("Share"), ACCORD_CELL_RATE, 8 } };
  AccordRecord *outcome = accord_appraisal_work_get_lines (work, TRUE)->pdata[row];
  g_auto (GStrv) names = list_names (work);
  g_autofree char *title = accord_record_dup_title (outcome);
  AccordSheetDialog *dialog = accord_sheet_dialog_new (from, title);
  Gains *self = g_new0 (Gains, 1);

  self->work = g_object_ref (work);
  self->table = accord_cell_table_new (columns, G_N_ELEMENTS (columns), (const char *const *) names);
  self->key = g_strdup (accord_line_handle_get_key (accord_line_get_handle (outcome)));
  fill (self, accord_appraisal_work_get_gains (work, row));
  accord_sheet_dialog_add_table (dialog, _ ("Who gains"), _ ("Add an organisation…"), self->table);
  g_signal_connect_data (dialog, "changed", G_CALLBACK (on_changed), self, gains_free, 0);
  g_signal_connect (dialog, "save", G_CALLBACK (on_save), self);
  on_changed (dialog, self);
  gtk_window_present (GTK_WINDOW (dialog));
}
