/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/list-view-private.h"

#include "list/list-words.h"
#include "total.h"
#include "workspace-sums.h"

/* What is typed and what is selected settles before anything is added up. */
#define TOTAL_DELAY_MS 60

typedef struct
{
  AccordQuery *query;
  GArray *ids; /* what is selected, or NULL for all that the query gives */
  int field;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  accord_query_unref (question->query);
  g_clear_pointer (&question->ids, g_array_unref);
  g_free (question);
}

static gpointer
read_total (AccordReader *reader, gpointer data, GError **error)
{
  Question *question = data;
  AccordTotal *total = g_new0 (AccordTotal, 1);
  gboolean read;

  if (question->ids != NULL)
    read = accord_reader_total_ids (reader, accord_query_get_kind (question->query), question->field,
                                    (const gint64 *) (gconstpointer) question->ids->data, question->ids->len,
                                    total, error);
  else
    read = accord_reader_total (reader, question->query, question->field, total, error);
  if (!read)
    g_clear_pointer (&total, g_free);
  return total;
}

static void
tell (AccordListView *self)
{
  g_autofree char *words = NULL;

  if (*gtk_label_get_label (GTK_LABEL (self->count_beside)) == '\0')
    return;
  words = self->total != NULL ? accord_total_dup_words (self->total, self->money,
                                                        gtk_label_get_label (GTK_LABEL (self->count_beside)))
                              : g_strdup (gtk_label_get_label (GTK_LABEL (self->count_beside)));
  if (g_strcmp0 (words, self->total_words) == 0)
    return;
  g_free (self->total_words);
  self->total_words = g_steal_pointer (&words);
  gtk_label_set_label (GTK_LABEL (self->total_label), self->total_words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->total_words, -1);
  g_object_notify (G_OBJECT (self), "total-words");
}

static void
totalled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordListView) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree AccordTotal *total = accord_workspace_read_finish (ACCORD_WORKSPACE (source), result, &error);

  /* An answer may have been on its way when it was no longer wanted. */
  if (self->list == NULL || g_task_get_cancellable (G_TASK (result)) != self->totalling)
    return;
  if (total == NULL)
    {
      accord_list_view_show_failure (self, error->message);
      return;
    }
  g_free (self->total);
  self->total = g_steal_pointer (&total);
  self->total_stale = FALSE;
  tell (self);
}

static gboolean
ask_cb (gpointer data)
{
  AccordListView *self = data;
  guint n_selected = accord_list_view_get_n_selected (self);
  Question *question;

  self->total_source = 0;
  if (!accord_record_list_get_complete (self->list))
    return G_SOURCE_REMOVE; /* it tells when it is */

  question = g_new0 (Question, 1);
  question->query = accord_query_ref (self->query);
  question->field = self->money;
  if (n_selected > 1 && n_selected < accord_record_list_get_total (self->list))
    question->ids = accord_list_view_get_selected_ids (self);
  self->totalling = g_cancellable_new ();
  accord_workspace_add_up_async (self->workspace, read_total, question, question_free, g_free,
                                 self->totalling, totalled_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

/**
 * accord_list_view_forget_total:
 * @self: a list view
 *
 * To be called when what is listed or selected comes to another sum.
 */
void
accord_list_view_forget_total (AccordListView *self)
{
  g_cancellable_cancel (self->totalling);
  g_clear_object (&self->totalling);
  g_clear_handle_id (&self->total_source, g_source_remove);
  g_clear_pointer (&self->total, g_free);
  self->total_stale = self->money >= 0;
  accord_list_view_update_total (self);
}

/**
 * accord_list_view_update_total:
 * @self: a list view
 *
 * Says how many records there are and what they come to: of those that are selected, when they are several,
 * else of all. The sum is made on a reading thread, once the list stands still.
 */
void
accord_list_view_update_total (AccordListView *self)
{
  if (self->total_stale && self->total_source == 0 && self->totalling == NULL
      && accord_record_list_get_complete (self->list))
    self->total_source = g_timeout_add (TOTAL_DELAY_MS, ask_cb, self);
  /* Until it is known, the sum that stood there is better than a gap that comes and goes. */
  if (!self->total_stale)
    tell (self);
}

/**
 * accord_list_view_get_total_words:
 * @self: a list view
 *
 * Returns: (nullable): how many records are listed, or selected if several are, and what they come to, such
 *   as “1,243 payments · £5,231,904.17”; %NULL until that is known
 */
const char *
accord_list_view_get_total_words (AccordListView *self)
{
  g_return_val_if_fail (ACCORD_IS_LIST_VIEW (self), NULL);

  return self->total_words;
}

/**
 * accord_list_view_set_up_total:
 * @self: a list view
 *
 * Finds out what there is to add up, and heeds what is selected.
 */
void
accord_list_view_set_up_total (AccordListView *self)
{
  self->money = accord_kind_find_ledger (self->kind);
  self->total_stale = self->money >= 0;
  gtk_widget_set_visible (self->total_label, self->money >= 0 && !self->embedded);
  if (self->money >= 0 || self->embedded)
    gtk_widget_set_visible (self->count_beside, FALSE);
  if (self->money >= 0)
    g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (accord_list_view_forget_total),
                             self, G_CONNECT_SWAPPED);
}
