/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/fund-choice.h"

#include <glib/gi18n-lib.h>

#define FUNDS "accord-funds"

static gpointer
read_funds (AccordReader *reader, gpointer data, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "fund");
  g_autoptr (AccordQuery) query = accord_query_new (kind);

  accord_query_set_sort (query, (int) kind->title_field, FALSE);

  return accord_reader_list (reader, query, error);
}

static void
on_funds (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwComboRow) row = data;
  g_autoptr (GPtrArray) funds = accord_workspace_read_finish (ACCORD_WORKSPACE (source), result, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  if (funds == NULL)
    return;

  gtk_string_list_append (names, _ ("None, or not known yet"));
  for (guint i = 0; i < funds->len; i++)
    {
      g_autofree char *title = accord_record_dup_title (g_ptr_array_index (funds, i));

      gtk_string_list_append (names, title);
    }

  g_object_set_data_full (G_OBJECT (row), FUNDS, g_steal_pointer (&funds),
                          (GDestroyNotify) g_ptr_array_unref);
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
}

/**
 * accord_fund_choice_fill:
 * @row: a row to choose in
 * @workspace: where the funds are
 * @cancellable: (nullable): to stop with
 *
 * Lets a person choose one of the funds of @workspace, or none.
 */
void
accord_fund_choice_fill (AdwComboRow *row, AccordWorkspace *workspace, GCancellable *cancellable)
{
  g_return_if_fail (ADW_IS_COMBO_ROW (row));
  g_return_if_fail (ACCORD_IS_WORKSPACE (workspace));

  accord_workspace_read_async (workspace, read_funds, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                               cancellable, on_funds, g_object_ref (row));
}

/**
 * accord_fund_choice_get:
 * @row: a row that accord_fund_choice_fill() was called for
 *
 * Returns: the fund chosen, or %ACCORD_UNKNOWN
 */
gint64
accord_fund_choice_get (AdwComboRow *row)
{
  GPtrArray *funds;
  guint selected;

  g_return_val_if_fail (ADW_IS_COMBO_ROW (row), ACCORD_UNKNOWN);

  funds = g_object_get_data (G_OBJECT (row), FUNDS);
  selected = adw_combo_row_get_selected (row);
  if (funds == NULL || selected == 0 || selected > funds->len)
    return ACCORD_UNKNOWN;

  return accord_record_get_id (g_ptr_array_index (funds, selected - 1));
}
