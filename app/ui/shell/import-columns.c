/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/import-columns.h"

#include <glib/gi18n-lib.h>

struct _AccordImportColumns
{
  AdwPreferencesGroup parent_instance;

  AdwComboRow *rows[ACCORD_SPEND_N_COLUMNS];
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (AccordImportColumns, accord_import_columns, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  COLUMN_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_selected (AdwComboRow *row, GParamSpec *pspec, AccordImportColumns *self)
{
  if (self->showing)
    return;

  for (guint i = 0; i < ACCORD_SPEND_N_COLUMNS; i++)
    if (self->rows[i] == row)
      g_signal_emit (self, signals[COLUMN_CHANGED], 0, i, (int) adw_combo_row_get_selected (row) - 1);
}

static GListModel *
make_choices (AccordSpendLayout *layout)
{
  GtkStringList *choices = gtk_string_list_new (NULL);

  gtk_string_list_append (choices, _ ("Not in this file"));
  for (guint i = 0; i < accord_spend_layout_get_n_headings (layout); i++)
    {
      const char *heading = accord_spend_layout_get_heading (layout, i);
      g_autofree char *unnamed = g_strdup_printf (_ ("Column %u, without a heading"), i + 1);

      gtk_string_list_append (choices, heading != NULL && *heading != '\0' ? heading : unnamed);
    }

  return G_LIST_MODEL (choices);
}

static void
accord_import_columns_class_init (AccordImportColumnsClass *klass)
{
  /**
   * AccordImportColumns::column-changed:
   * @column: an #AccordSpendColumn
   * @index: the column of the file that it is to be read from, or -1 for none
   *
   * A person chose where something is read from.
   */
  signals[COLUMN_CHANGED] = g_signal_new ("column-changed", ACCORD_TYPE_IMPORT_COLUMNS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_INT);
}

static void
accord_import_columns_init (AccordImportColumns *self)
{
  for (guint i = 0; i < ACCORD_SPEND_N_COLUMNS; i++)
    {
      self->rows[i] = ADW_COMBO_ROW (adw_combo_row_new ());
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[i]), accord_spend_column_get_label (i));
      accord_combo_row_speak_value (self->rows[i]);
      g_signal_connect (self->rows[i], "notify::selected", G_CALLBACK (on_selected), self);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->rows[i]));
    }
}

/**
 * accord_import_columns_show:
 * @self: the columns
 * @layout: how they are read
 *
 * Shows from which of the file's columns each thing is read.
 */
void
accord_import_columns_show (AccordImportColumns *self, AccordSpendLayout *layout)
{
  g_autoptr (GListModel) choices = NULL;

  g_return_if_fail (ACCORD_IS_IMPORT_COLUMNS (self));
  g_return_if_fail (layout != NULL);

  choices = make_choices (layout);
  self->showing = TRUE;
  for (guint i = 0; i < ACCORD_SPEND_N_COLUMNS; i++)
    {
      g_autofree char *note = NULL;

      adw_combo_row_set_model (self->rows[i], choices);
      adw_combo_row_set_selected (self->rows[i], (guint) (accord_spend_layout_get_column (layout, i) + 1));
      if (accord_spend_layout_get_column (layout, i) >= 0 && i == ACCORD_SPEND_AMOUNT)
        note = accord_spend_layout_dup_amount_note (layout);
      else if (accord_spend_layout_get_column (layout, i) >= 0 && i == ACCORD_SPEND_DATE)
        note = accord_spend_layout_dup_date_note (layout);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->rows[i]), note != NULL ? note : "");
    }
  self->showing = FALSE;
}

static void
name_value (AdwComboRow *row)
{
  gpointer item = adw_combo_row_get_selected_item (row);
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
  g_autofree char *name = NULL;

  if (!GTK_IS_STRING_OBJECT (item))
    return;

  name = g_strdup_printf ("%s: %s", title, gtk_string_object_get_string (item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * accord_combo_row_speak_value:
 * @row: a row over a list of strings
 *
 * Has a screen reader say what is chosen: GTK 4.8 says only the title.
 */
void
accord_combo_row_speak_value (AdwComboRow *row)
{
  g_return_if_fail (ADW_IS_COMBO_ROW (row));

  g_signal_connect (row, "notify::selected-item", G_CALLBACK (name_value), NULL);
  name_value (row);
}
