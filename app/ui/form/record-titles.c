/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/record-titles.h"

typedef struct
{
  const AccordKind *kind;
  GArray *ids;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *self = data;

  g_array_unref (self->ids);
  g_free (self);
}

static gpointer
read_wanted (AccordReader *reader, gpointer data, GError **error)
{
  Wanted *self = data;

  return accord_record_titles (reader, self->kind, (gint64 *) (gpointer) self->ids->data, self->ids->len,
                               error);
}

/**
 * accord_record_titles:
 * @reader: a reader
 * @kind: a kind
 * @ids: (array length=n_ids): records of it
 * @n_ids: how many
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type utf8): what each is called, in the order of @ids; %NULL on failure
 */
GPtrArray *
accord_record_titles (AccordReader *reader, const AccordKind *kind, const gint64 *ids, gsize n_ids,
                      GError **error)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < n_ids; i++)
    {
      char *title = accord_reader_dup_title (reader, kind, ids[i], error);

      if (title == NULL)
        return NULL;
      g_ptr_array_add (titles, title);
    }
  return g_steal_pointer (&titles);
}

/**
 * accord_record_titles_read_async:
 * @workspace: a workspace
 * @kind: a kind
 * @ids: (array length=n_ids): records of it
 * @n_ids: how many
 * @cancellable: (nullable): to give up
 * @callback: called with the result
 * @user_data: for @callback
 *
 * As accord_record_titles(), without waiting.
 */
void
accord_record_titles_read_async (AccordWorkspace *workspace, const AccordKind *kind, const gint64 *ids,
                                 gsize n_ids, GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->kind = kind;
  wanted->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (wanted->ids, ids, n_ids);
  accord_workspace_read_async (workspace, read_wanted, wanted, wanted_free,
                               (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
accord_record_titles_read_finish (AccordWorkspace *workspace, GAsyncResult *result, GError **error)
{
  return accord_workspace_read_finish (workspace, result, error);
}
