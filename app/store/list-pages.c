/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list-pages.h"

#include "order-reader.h"
#include "workspace-private.h"

/* The thread does one after the other; this many keep it from waiting for the main loop in between. */
#define MOST_PAGES 4

/* Lives until the last asking came back, even if the list that asked does not. */
struct _AccordListPages
{
  grefcount ref_count;
  AccordWorkspace *workspace;
  const AccordKind *kind;
  AccordPageFunc func;
  gpointer user_data;
  GCancellable *cancellable;
  GHashTable *asked;
  guint n_pages;
};

typedef struct
{
  AccordListPages *pages;
  const AccordKind *kind;
  gint64 ids[ACCORD_LIST_PAGE];
  guint n_ids;
} Page;

typedef struct
{
  GPtrArray *records;
  gint64 moment;
} Answer;

static void
pages_unref (AccordListPages *self)
{
  if (!g_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->asked);
  g_object_unref (self->cancellable);
  g_object_unref (self->workspace);
  g_free (self);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_ptr_array_unref (answer->records);
  g_free (answer);
}

/* On a reading thread. */
static gpointer
read_page (AccordReader *reader, gpointer data, GError **error)
{
  const Page *page = data;
  GPtrArray *records = accord_rows_read_page (reader, page->kind, page->ids, page->n_ids, error);
  Answer *answer;

  if (records == NULL)
    return NULL;
  answer = g_new (Answer, 1);
  answer->records = records;
  answer->moment = accord_rows_read_moment (reader);
  return answer;
}

static void
on_page_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Page *page = data;
  AccordListPages *self = page->pages;
  g_autoptr (GError) error = NULL;
  Answer *answer = accord_workspace_read_finish (ACCORD_WORKSPACE (source), result, &error);

  self->n_pages--;
  for (guint i = 0; i < page->n_ids; i++)
    g_hash_table_remove (self->asked, &page->ids[i]);
  if (!g_cancellable_is_cancelled (self->cancellable))
    self->func (page->ids, page->n_ids, answer != NULL ? answer->records : NULL,
                answer != NULL ? answer->moment : 0, error, self->user_data);
  g_clear_pointer (&answer, answer_free);
  pages_unref (self);
}

/**
 * accord_list_pages_new:
 * @workspace: where the records are
 * @kind: their kind
 * @func: told when a page was read, on the main loop
 * @user_data: for @func
 *
 * Returns: (transfer full): something to ask
 */
AccordListPages *
accord_list_pages_new (AccordWorkspace *workspace, const AccordKind *kind, AccordPageFunc func,
                       gpointer user_data)
{
  AccordListPages *self = g_new0 (AccordListPages, 1);

  g_ref_count_init (&self->ref_count);
  self->workspace = g_object_ref (workspace);
  self->kind = kind;
  self->func = func;
  self->user_data = user_data;
  self->cancellable = g_cancellable_new ();
  self->asked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

/* Nothing is told any more. */
void
accord_list_pages_free (AccordListPages *self)
{
  g_cancellable_cancel (self->cancellable);
  pages_unref (self);
}

/**
 * accord_list_pages_is_busy:
 * @self: something to ask
 *
 * Returns: whether it is better to ask later, when what is wanted may have changed
 */
gboolean
accord_list_pages_is_busy (AccordListPages *self)
{
  return self->n_pages >= MOST_PAGES;
}

/**
 * accord_list_pages_is_asked:
 * @self: something to ask
 * @id: an identifier
 *
 * Returns: whether @id was asked for and the answer is still out
 */
gboolean
accord_list_pages_is_asked (AccordListPages *self, gint64 id)
{
  return g_hash_table_contains (self->asked, &id);
}

/**
 * accord_list_pages_ask:
 * @self: something to ask
 * @ids: (array length=n_ids): identifiers
 * @n_ids: how many, at most %ACCORD_LIST_PAGE
 *
 * Asks for records. What is asked last is answered first.
 */
void
accord_list_pages_ask (AccordListPages *self, const gint64 *ids, guint n_ids)
{
  Page *page = g_new0 (Page, 1);

  g_ref_count_inc (&self->ref_count);
  self->n_pages++;
  page->pages = self;
  page->kind = self->kind;
  page->n_ids = MIN (n_ids, ACCORD_LIST_PAGE);
  for (guint i = 0; i < page->n_ids; i++)
    {
      page->ids[i] = ids[i];
      g_hash_table_add (self->asked, g_memdup2 (&ids[i], sizeof ids[i]));
    }
  accord_workspace_run_page_async (self->workspace, read_page, page, NULL, answer_free, self->cancellable,
                                   on_page_read, page);
}
