/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/list-view-private.h"

static gboolean
gives_the_same (AccordQuery *a, AccordQuery *b)
{
  g_autoptr (AccordQuery) sorted = accord_query_copy (a);

  accord_query_set_sort (sorted, accord_query_get_sort (b), accord_query_get_descending (b));
  return accord_query_equal (sorted, b);
}

static void
take_query (AccordListView *self, AccordQuery *query)
{
  gboolean reordered = gives_the_same (self->query, query);

  if (accord_query_equal (self->query, query))
    return;

  /* At the top, rows are moved; further down, GTK would destroy and make them all. */
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);

  g_clear_pointer (&self->query, accord_query_unref);
  self->query = accord_query_ref (query);
  g_clear_pointer (&self->failure, g_free);
  accord_record_list_set_query (self->list, query);
  accord_columns_set_sort (self->columns, accord_query_get_sort (query), accord_query_get_descending (query));
  accord_list_view_count_hidden (self);
  if (!reordered)
    accord_list_view_forget_total (self);
  accord_list_view_update (self);
  accord_list_view_update_menus (self);
  accord_list_view_update_filters (self);
  accord_list_view_remember (self);
  g_object_notify (G_OBJECT (self), "query");
}

static void
search_changed_cb (AccordListView *self)
{
  g_autoptr (AccordQuery) query = NULL;

  if (self->setting_query)
    return;
  query = accord_query_copy (self->query);
  accord_query_set_search (query, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  take_query (self, query);
}

static void
sort_changed_cb (AccordListView *self, int field, gboolean descending)
{
  g_autoptr (AccordQuery) query = accord_query_copy (self->query);

  accord_query_set_sort (query, field, descending);
  take_query (self, query);
}

static void
workspace_changed_cb (AccordListView *self, AccordChange *change)
{
  if (!accord_change_touches_kind (change, self->kind))
    return;
  accord_list_view_count_hidden (self);
  accord_list_view_forget_total (self);
}

/**
 * accord_list_view_get_query:
 * @self: a list view
 *
 * Returns: (transfer none): what is listed, and how
 */
AccordQuery *
accord_list_view_get_query (AccordListView *self)
{
  g_return_val_if_fail (ACCORD_IS_LIST_VIEW (self), NULL);

  return self->query;
}

/**
 * accord_list_view_get_base_query:
 * @self: a list view
 *
 * Returns: (transfer none): what is listed when nothing is asked for
 */
AccordQuery *
accord_list_view_get_base_query (AccordListView *self)
{
  g_return_val_if_fail (ACCORD_IS_LIST_VIEW (self), NULL);

  return self->base;
}

/**
 * accord_list_view_get_vadjustment:
 * @self: a list view
 *
 * Returns: (transfer none): how far the rows are scrolled, in pixels
 */
GtkAdjustment *
accord_list_view_get_vadjustment (AccordListView *self)
{
  g_return_val_if_fail (ACCORD_IS_LIST_VIEW (self), NULL);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
}

/**
 * accord_list_view_get_fields:
 * @self: a list view
 * @n_fields: (out): how many
 *
 * Returns: (transfer none) (array length=n_fields): the fields shown as columns, in their order; valid until
 *   the columns change
 */
const guint *
accord_list_view_get_fields (AccordListView *self, guint *n_fields)
{
  g_return_val_if_fail (ACCORD_IS_LIST_VIEW (self), NULL);

  return accord_columns_get_fields (self->columns, n_fields);
}

/**
 * accord_list_view_set_query:
 * @self: a list view
 * @query: a query of the same kind, which has the base query's filters before any others
 *
 * Lists something else: another search, other filters, another order.
 */
void
accord_list_view_set_query (AccordListView *self, AccordQuery *query)
{
  const char *search;

  g_return_if_fail (ACCORD_IS_LIST_VIEW (self));
  g_return_if_fail (query != NULL && accord_query_get_kind (query) == self->kind);

  search = accord_query_get_search (query);
  self->setting_query = TRUE;
  if (g_strcmp0 (search != NULL ? search : "", gtk_editable_get_text (GTK_EDITABLE (self->search))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->search), search != NULL ? search : "");
  self->setting_query = FALSE;
  take_query (self, query);
}

/**
 * accord_list_view_follow_query:
 * @self: a list view
 *
 * Takes up what the person types, which heading is clicked, and what changes how many records there are.
 */
void
accord_list_view_follow_query (AccordListView *self)
{
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->columns, "sort-changed", G_CALLBACK (sort_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (workspace_changed_cb), self,
                           G_CONNECT_SWAPPED);
}
