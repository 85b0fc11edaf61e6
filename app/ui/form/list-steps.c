/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/list-steps.h"

/**
 * accord_list_step_over:
 * @selection: what is chosen in a list
 * @view: the list
 * @by: 1 for the next, -1 for the one before
 * @is_heading: tells which items cannot be chosen
 *
 * GTK 4.8 stops at a row that cannot be chosen, so that the keyboard never comes to what stands below it.
 * Where one is next, this chooses the nearest beyond it and brings it into view; else GTK does what it does.
 *
 * Returns: whether another item is chosen; the keyboard is still where it was
 */
gboolean
accord_list_step_over (GtkSingleSelection *selection, GtkWidget *view, int by, AccordListIsHeading is_heading)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (selection));
  const guint from = gtk_single_selection_get_selected (selection);
  guint next = from + (guint) by;

  g_return_val_if_fail (by == 1 || by == -1, FALSE);

  /* Below the first, the sum passes zero and is more than any list has. */
  for (; from != GTK_INVALID_LIST_POSITION && next < n; next += (guint) by)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (selection), next);

      if (is_heading (item))
        continue;
      if (next == from + (guint) by)
        return FALSE;
      gtk_single_selection_set_selected (selection, next);
      gtk_widget_activate_action (view, "list.scroll-to-item", "u", next);
      return TRUE;
    }
  return FALSE;
}
