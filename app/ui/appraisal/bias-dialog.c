/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/line-dialogs.h"

#include "appraisal-sheet.h"
#include "appraisal/cell-text.h"
#include "appraisal/sheet-dialog.h"
#include "form/page-parts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The optimism-bias worksheet of a cost: what is built by share, and what was done against the bias. */
typedef struct
{
  AccordAppraisalWork *work;
  AccordCellTable *works;
  AccordCellTable *mitigations;
  AccordBiasTable *table;
  GtkWidget *evidenced;
  char *key;
} Worksheet;

static void
worksheet_free (gpointer data, GClosure *closure)
{
  Worksheet *self = data;

  g_object_unref (self->work);
  g_object_unref (self->works);
  g_object_unref (self->mitigations);
  accord_bias_table_free (self->table);
  g_free (self->key);
  g_free (self);
}

static const AccordBiasType *
find_type (Worksheet *self, const char *name)
{
  for (guint i = 0; i < self->table->types->len; i++)
    {
      const AccordBiasType *type = self->table->types->pdata[i];

      if (g_strcmp0 (type->name, name) == 0)
        return type;
    }
  return NULL;
}

/* A cause is one line, and what stands before evidence is none of it. */
static char *
dup_tidy (const char *text)
{
  g_autoptr (GString) tidy = g_string_new (text);

  g_string_replace (tidy, "|", "/", 0);
  g_string_replace (tidy, "\n", " ", 0);
  return g_strstrip (g_string_free (g_steal_pointer (&tidy), FALSE));
}

static AccordBiasSheet *
make_sheet (Worksheet *self)
{
  AccordBiasSheet *sheet = accord_bias_sheet_new ();

  for (guint i = 0; i < accord_cell_table_get_n_rows (self->works); i++)
    {
      const AccordBiasType *type = find_type (self, accord_cell_table_get (self->works, i, 0));

      if (type != NULL)
        accord_bias_sheet_add_work (sheet, type->code, accord_cell_table_get_number (self->works, i, 1));
    }
  for (guint i = 0; i < accord_cell_table_get_n_rows (self->mitigations); i++)
    {
      g_autofree char *name = dup_tidy (accord_cell_table_get (self->mitigations, i, 0));
      g_autofree char *evidence = dup_tidy (accord_cell_table_get (self->mitigations, i, 4));

      if (*name == '\0')
        continue;
      accord_bias_sheet_add_mitigation (
          sheet, &(AccordMitigation){ .name = name,
                                      .share = accord_cell_table_get_number (self->mitigations, i, 1),
                                      .mitigated = accord_cell_table_get_number (self->mitigations, i, 2),
                                      .cost = accord_cell_table_get_number (self->mitigations, i, 3),
                                      .evidence = *evidence != '\0' ? evidence : NULL });
    }
  sheet->evidenced = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->evidenced));
  return sheet;
}

static char *
dup_part (double value)
{
  AccordDecimal decimal = 0;

  accord_decimal_from_double ((double) (gint64) (value * 10000 + 0.5) / 10000, &decimal);
  return accord_cell_dup_rate (decimal);
}

static char *
dup_outcome (const AccordBiasOutcome *outcome)
{
  g_autofree char *upper = dup_part (outcome->upper), *lower = dup_part (outcome->lower);
  g_autofree char *mitigated = dup_part (outcome->mitigated), *rate = dup_part (outcome->rate);
  g_autofree char *cost = accord_cell_dup_money (outcome->cost);
  g_autofree char *sentence = g_strdup_printf (
      /* Translators: upper bound, lower bound, how much is mitigated, what is left, and a sum in pounds. */
      _ ("Upper bound %s, lower bound %s; %s mitigated leaves %s, and mitigation costs £%s."), upper, lower,
      mitigated, rate, cost);

  return g_strconcat (sentence, outcome->held ? " " : "",
                      outcome->held ? _ ("Without evidence it does not fall below the lower bound.") : "",
                      NULL);
}

static void
on_changed (AccordSheetDialog *dialog, Worksheet *self)
{
  g_autoptr (AccordBiasSheet) sheet = make_sheet (self);
  g_autofree char *words = NULL;
  AccordBiasOutcome outcome;

  if (sheet->works->len == 0 && sheet->mitigations->len == 0)
    accord_sheet_dialog_say (dialog, _ ("Without a worksheet the line’s own rate counts."), TRUE);
  else if (accord_cell_table_sum (self->works, 1) != ACCORD_DECIMAL_ONE)
    accord_sheet_dialog_say (dialog, _ ("The shares of the works do not add to 100%."), FALSE);
  else if (accord_cell_table_sum (self->mitigations, 1) > ACCORD_DECIMAL_ONE)
    accord_sheet_dialog_say (dialog, _ ("The parts of the bias add to more than 100%."), FALSE);
  else if (!accord_bias_sheet_work_out (sheet, self->table, &outcome))
    accord_sheet_dialog_say (dialog, _ ("This cannot be worked out."), FALSE);
  else
    {
      words = dup_outcome (&outcome);
      accord_sheet_dialog_say (dialog, words, TRUE);
    }
}

static void
on_toggled (GtkWidget *check, AccordSheetDialog *dialog)
{
  g_signal_emit_by_name (dialog, "changed");
}

static void
keep (Worksheet *self, guint row, AccordRecord *before)
{
  g_autoptr (AccordBiasSheet) sheet = make_sheet (self);
  g_autoptr (AccordRecord) cost = accord_record_copy (before);
  g_autofree char *works = accord_works_format (sheet), *mitigations = accord_mitigations_format (sheet);
  g_autofree char *title = accord_record_dup_title (before);
  g_autofree char *label = g_strdup_printf (_ ("Change the worksheet of “%s”"), title);
  AccordLineChanges *changes = accord_line_changes_new ();

  accord_line_set_handle (cost, accord_line_get_handle (before));
  accord_record_set_text (cost, "works", *works != '\0' ? works : NULL);
  accord_record_set_text (cost, "mitigations", *mitigations != '\0' ? mitigations : NULL);
  accord_record_set_boolean (cost, "evidenced", sheet->evidenced);
  accord_appraisal_work_put (self->work, FALSE, row, cost, NULL, changes);
  accord_appraisal_work_write (self->work, label, changes);
  accord_appraisal_work_lines_changed (self->work);
}

static void
on_save (AccordSheetDialog *dialog, Worksheet *self)
{
  GPtrArray *lines = accord_appraisal_work_get_lines (self->work, FALSE);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    if (g_str_equal (accord_line_handle_get_key (accord_line_get_handle (lines->pdata[i])), self->key))
      {
        keep (self, i, lines->pdata[i]);
        return;
      }
}

static void
fill (Worksheet *self, AccordRecord *cost)
{
  g_autoptr (AccordBiasSheet) sheet = accord_bias_sheet_new ();

  accord_works_parse (accord_record_get_text (cost, "works"), sheet, NULL);
  accord_mitigations_parse (accord_record_get_text (cost, "mitigations"), sheet, NULL);
  for (guint i = 0; i < sheet->works->len; i++)
    {
      const AccordBiasWork *work = sheet->works->pdata[i];
      const AccordBiasType *type = accord_bias_table_find (self->table, work->code);
      g_autofree char *share = accord_cell_dup_rate (work->share);

      accord_cell_table_add_row (self->works, (const char *[]){ type != NULL ? type->name : "", share });
    }
  for (guint i = 0; i < sheet->mitigations->len; i++)
    {
      const AccordMitigation *one = sheet->mitigations->pdata[i];
      g_autofree char *share = accord_cell_dup_rate (one->share);
      g_autofree char *mitigated = accord_cell_dup_rate (one->mitigated);
      g_autofree char *sum = accord_cell_dup_money (one->cost);

      accord_cell_table_add_row (self->mitigations,
                                 (const char *[]){ one->name, share, mitigated, sum, one->evidence });
    }
}

static void
make_tables (Worksheet *self)
{
  const AccordCellColumn works[] = { { _ ("What is built or bought"), ACCORD_CELL_CHOICE, 30 },
                                     { _ ("Share"), ACCORD_CELL_RATE, 8 } };
  const AccordCellColumn mitigations[] = { { _ ("Cause of the bias"), ACCORD_CELL_WORDS, 20 },
                                           { _ ("Part"), ACCORD_CELL_RATE, 5 },
                                           { _ ("Mitigated"), ACCORD_CELL_RATE, 5 },
                                           { _ ("Cost £"), ACCORD_CELL_MONEY, 7 },
                                           { _ ("Evidence"), ACCORD_CELL_WORDS, 20 } };
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->table->types->len; i++)
    g_ptr_array_add (names, ((AccordBiasType *) self->table->types->pdata[i])->name);
  g_ptr_array_add (names, NULL);
  self->works =
      accord_cell_table_new (works, G_N_ELEMENTS (works), (const char *const *) (gconstpointer) names->pdata);
  self->mitigations =
      accord_cell_table_new (mitigations, G_N_ELEMENTS (mitigations), (const char *[]){ NULL });
}

/**
 * accord_bias_dialog_open:
 * @from: the widget that it belongs to
 * @work: an appraisal that is worked on
 * @row: a cost
 *
 * Opens the worksheet of a cost.
 *
 * Returns: whether there is one: the appraisal stands on a table of optimism bias
 */
gboolean
accord_bias_dialog_open (GtkWidget *from, AccordAppraisalWork *work, guint row)
{
  const AccordCba *cba = accord_appraisal_work_get_cba (work);
  AccordRecord *cost = accord_appraisal_work_get_lines (work, FALSE)->pdata[row];
  g_autofree char *title = NULL;
  AccordSheetDialog *dialog;
  Worksheet *self;

  if (cba == NULL || cba->bias == NULL || !accord_appraisal_work_get_may_change (work))
    return FALSE;
  self = g_new0 (Worksheet, 1);
  self->work = g_object_ref (work);
  self->table = accord_bias_table_copy (cba->bias);
  self->key = g_strdup (accord_line_handle_get_key (accord_line_get_handle (cost)));
  make_tables (self);
  fill (self, cost);
  title = accord_record_dup_title (cost);
  dialog = accord_sheet_dialog_new (from, title);
  accord_sheet_dialog_add_table (dialog, _ ("Works"), _ ("Add works…"), self->works);
  accord_sheet_dialog_add_table (dialog, _ ("What was done against the bias"), _ ("Add a cause…"),
                                 self->mitigations);
  self->evidenced = gtk_check_button_new_with_label (_ ("There is evidence for less than the lower bound"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->evidenced), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("There is evidence for less than the lower bound"), -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->evidenced),
                               accord_record_get_boolean (cost, "evidenced"));
  g_signal_connect_object (self->evidenced, "toggled", G_CALLBACK (on_toggled), dialog, 0);
  accord_sheet_dialog_add (dialog, self->evidenced);
  g_signal_connect_data (dialog, "changed", G_CALLBACK (on_changed), self, worksheet_free, 0);
  g_signal_connect (dialog, "save", G_CALLBACK (on_save), self);
  on_changed (dialog, self);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}
