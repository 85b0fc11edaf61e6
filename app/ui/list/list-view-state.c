/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/list-view-private.h"

#include "form/page-parts.h"
#include "list/list-words.h"

#include <glib/gi18n-lib.h>

/* Shorter waits than this need no sign of waiting. */
#define LOADING_DELAY_MS 150

static void
show_page (AccordListView *self, const char *page)
{
  g_clear_handle_id (&self->loading_source, g_source_remove);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), page);
}

static gboolean
loading_late_cb (gpointer data)
{
  AccordListView *self = data;

  self->loading_source = 0;
  show_page (self, "loading");
  return G_SOURCE_REMOVE;
}

static void
update_no_match (AccordListView *self)
{
  const char *words = accord_query_get_search (self->query);
  g_autofree char *noun = accord_list_dup_noun (self->plural);
  g_autofree char *title = NULL, *description = NULL;

  if (words != NULL)
    /* Translators: %s is what was searched for. */
    title = g_strdup_printf (_ ("Nothing matches “%s”"), words);
  else
    title = g_strdup (_ ("Nothing matches these filters"));
  if (self->n_all > 0)
    {
      g_autofree char *number = accord_list_dup_number (self->n_all);

      /* Translators: a number, and what is counted, such as “1,204 payments are hidden”. */
      description = g_markup_printf_escaped (_ ("%s %s are hidden by what is asked for."), number, noun);
    }
  adw_status_page_set_title (ADW_STATUS_PAGE (self->no_match_page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->no_match_page), description);
}

/* What finds nothing and puts nothing in order is not offered. */
static void
set_tools (AccordListView *self, gboolean some)
{
  GtkWidget *tools[] = { self->filter_button, self->sort_button, self->columns_button };

  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    gtk_widget_set_sensitive (tools[i], some);
}

static void
update_page (AccordListView *self)
{
  const GError *error = accord_record_list_get_error (self->list);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  switch (accord_list_state (n_items, accord_record_list_get_complete (self->list), error != NULL,
                             accord_list_view_is_narrowed (self)))
    {
    case ACCORD_LIST_STATE_LOADING:
      if (self->loading_source == 0)
        self->loading_source = g_timeout_add (LOADING_DELAY_MS, loading_late_cb, self);
      break;
    case ACCORD_LIST_STATE_EMPTY:
      set_tools (self, FALSE);
      show_page (self, "empty");
      break;
    case ACCORD_LIST_STATE_NO_MATCH:
      set_tools (self, TRUE);
      update_no_match (self);
      show_page (self, "no-match");
      break;
    default:
      set_tools (self, TRUE);
      show_page (self, "rows");
    }
}

static void
update_error (AccordListView *self)
{
  const GError *error = accord_record_list_get_error (self->list);
  const char *message = error != NULL ? error->message : self->failure;

  if (message != NULL)
    gtk_label_set_label (GTK_LABEL (self->error_label), message);
  gtk_widget_set_visible (self->error_bar, message != NULL);
}

/* A list that changes on the screen says nothing to those who hear it; the description of what has the focus
 * does. */
static void
announce (AccordListView *self, const char *words)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
}

static void
update_count (AccordListView *self)
{
  gboolean complete = accord_record_list_get_complete (self->list);
  gboolean narrowed = accord_list_view_is_narrowed (self);
  guint total = accord_record_list_get_total (self->list);
  g_autofree char *words = NULL;

  if (complete && !narrowed)
    self->n_all = total;
  words = accord_list_dup_count (total, accord_selection_get_n_selected (self->selection), self->n_all,
                                 complete, narrowed, _ (self->kind->label), self->plural);
  if (*words == '\0')
    return; /* what stood there is better than a gap that comes and goes */
  gtk_label_set_label (GTK_LABEL (self->count_beside), words);
  gtk_label_set_label (GTK_LABEL (self->count_below), words);
  if (self->money < 0)
    announce (self, words);
  accord_list_view_update_total (self);
}

static gpointer
count_all (AccordReader *reader, gpointer data, GError **error)
{
  gint64 *count = g_new (gint64, 1);

  *count = accord_reader_count (reader, data, error);
  if (*count < 0)
    g_clear_pointer (&count, g_free);
  return count;
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordListView) self = data;
  g_autofree gint64 *count = accord_workspace_read_finish (ACCORD_WORKSPACE (source), result, NULL);

  /* Superseded, or it failed, in which case the list says so itself. */
  if (count == NULL || self->list == NULL)
    return;
  self->n_all = *count;
  update_count (self);
}

/**
 * accord_list_view_count_hidden:
 * @self: a list view
 *
 * Finds out how many records there would be without search and filters, when there are any.
 */
void
accord_list_view_count_hidden (AccordListView *self)
{
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  if (!accord_list_view_is_narrowed (self))
    return;

  self->counting = g_cancellable_new ();
  accord_workspace_read_async (self->workspace, count_all, accord_query_ref (self->base),
                               (GDestroyNotify) accord_query_unref, g_free, self->counting, counted_cb,
                               g_object_ref (self));
}

/**
 * accord_list_view_is_narrowed:
 * @self: a list view
 *
 * Returns: whether it is searched, or filtered by more than it was made with
 */
gboolean
accord_list_view_is_narrowed (AccordListView *self)
{
  return accord_query_get_search (self->query) != NULL
         || accord_query_get_n_filters (self->query) > accord_query_get_n_filters (self->base);
}

/**
 * accord_list_view_show_failure:
 * @self: a list view
 * @message: (nullable): what could not be done, or %NULL for nothing
 */
void
accord_list_view_show_failure (AccordListView *self, const char *message)
{
  g_free (self->failure);
  self->failure = g_strdup (message);
  update_error (self);
}

/**
 * accord_list_view_update:
 * @self: a list view
 *
 * Shows what the list has become: its rows, or why there are none, and how many.
 */
void
accord_list_view_update (AccordListView *self)
{
  update_page (self);
  update_error (self);
  update_count (self);
}

/**
 * accord_list_view_update_empty:
 * @self: a list view
 *
 * Says what to do about a list without rows.
 */
void
accord_list_view_update_empty (AccordListView *self)
{
  g_autofree char *noun = accord_list_dup_noun (self->plural);
  /* Translators: %s is what is listed, such as “payments”. */
  g_autofree char *title = accord_query_get_deleted (self->base) ? g_strdup_printf (_ ("No deleted %s"), noun)
                                                                 : g_strdup_printf (_ ("No %s yet"), noun);
  /* Translators: %s is what is listed, such as “payments”. */
  g_autofree char *show_all = g_strdup_printf (_ ("Show all %s"), noun);
  gboolean may_add =
      !accord_workspace_get_read_only (self->workspace) && !accord_query_get_deleted (self->base);
  const AccordListImport *import = may_add ? accord_list_find_import (self->kind->name) : NULL;

  gtk_button_set_label (GTK_BUTTON (self->clear_button), show_all);
  adw_status_page_set_title (ADW_STATUS_PAGE (self->empty_page), title);
  gtk_button_set_label (GTK_BUTTON (self->add_button), self->add_label);
  gtk_widget_set_visible (self->add_button, may_add);
  gtk_widget_set_visible (self->import_button, import != NULL);
  if (import != NULL)
    {
      gtk_button_set_label (GTK_BUTTON (self->import_button), _ (import->label));
      accord_page_name_buttons (self->import_button);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->import_button), import->action);
      gtk_widget_remove_css_class (self->add_button, "suggested-action");
    }
  else
    gtk_widget_add_css_class (self->add_button, "suggested-action");
  adw_status_page_set_description (ADW_STATUS_PAGE (self->empty_page),
                                   import != NULL ? accord_list_get_import_words (import) : NULL);
}
