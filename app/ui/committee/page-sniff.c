/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "committee/page-sniff.h"

#include "committee/page-origin.h"
#include "read.h"
#include "thread.h"

#include <string.h>

/* Files that were handed over together, told apart. */
typedef struct
{
  GPtrArray *files;
  GPtrArray *pages;
  GPtrArray *others;
} Sniffing;

static void
sniffing_free (gpointer data)
{
  Sniffing *self = data;

  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->others);
  g_free (self);
}

static gboolean
has_ending (GFile *file, const char *const *endings)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *low = g_ascii_strdown (name, -1);

  for (guint i = 0; endings[i] != NULL; i++)
    if (g_str_has_suffix (low, endings[i]))
      return TRUE;
  return FALSE;
}

/* Text may be a page or a spend file; who reads pages says which. */
static gboolean
is_page (GFile *file, GCancellable *cancellable)
{
  static const char *const markup[] = { ".html", ".htm", ".xml", ".aspx", NULL };
  static const char *const text[] = { ".txt", NULL };
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes) raw = NULL;
  g_autoptr (AccordCommitteePage) page = NULL;

  if (has_ending (file, markup))
    return TRUE;
  if (!has_ending (file, text))
    return FALSE;
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  if (info == NULL || g_file_info_get_size (info) > (goffset) ACCORD_COMMITTEE_PAGE_LIMIT)
    return FALSE;
  raw = g_file_load_bytes (file, cancellable, NULL, NULL);
  page = raw != NULL ? accord_committee_read (raw, NULL, cancellable, NULL) : NULL;
  return page != NULL && page->type != ACCORD_PAGE_OTHER;
}

static void
sniff (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Sniffing *self = data;

  for (guint i = 0; i < self->files->len; i++)
    {
      GFile *file = self->files->pdata[i];

      if (is_page (file, cancellable))
        g_ptr_array_add (self->pages, accord_page_origin_new_file (file));
      else
        g_ptr_array_add (self->others, g_object_ref (file));
    }
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_boolean (task, TRUE);
}

/**
 * accord_page_sniff_async:
 * @files: (element-type GFile): files
 * @cancellable: (nullable): to stop
 * @callback: called when they are told apart
 * @user_data: data for @callback
 *
 * Finds out which files hold committee pages, on a thread of its own.
 */
void
accord_page_sniff_async (GPtrArray *files, GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Sniffing *self = g_new0 (Sniffing, 1);

  self->files = g_ptr_array_ref (files);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_page_origin_unref);
  self->others = g_ptr_array_new_with_free_func (g_object_unref);
  g_task_set_task_data (task, self, sniffing_free);
  accord_thread_run (task, sniff);
}

/**
 * accord_page_sniff_finish:
 * @result: the result that the callback was given
 * @others: (out) (transfer full) (element-type GFile): the files that hold none
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AccordPageOrigin): those that hold committee pages
 */
GPtrArray *
accord_page_sniff_finish (GAsyncResult *result, GPtrArray **others, GError **error)
{
  Sniffing *self = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  *others = g_ptr_array_ref (self->others);
  return g_ptr_array_ref (self->pages);
}
