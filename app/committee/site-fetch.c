/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "site-fetch.h"

#include "site-address.h"
#include "site-answer.h"
#include "thread.h"

static const AccordFetchOptions as_large_as_is_read = { .limit = ACCORD_COMMITTEE_PAGE_LIMIT };

/**
 * accord_committee_fetch_page:
 * @fetcher: a fetcher
 * @address: an http or https address
 * @cancellable: (nullable): to stop
 * @error: return location for an %ACCORD_NET_ERROR, an %ACCORD_COMMITTEE_ERROR_REFUSED or
 * %G_IO_ERROR_CANCELLED
 *
 * Fetches one page, so that it can be read. Blocks.
 *
 * Returns: (transfer full) (nullable): the page
 */
AccordSitePage *
accord_committee_fetch_page (AccordFetcher *fetcher, const char *address, GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (AccordFetched) fetched =
      accord_fetcher_fetch (fetcher, address, &as_large_as_is_read, cancellable, error);
  AccordSitePage *page;

  if (fetched == NULL || !accord_site_answer_is_page (fetched, error))
    return NULL;
  page = g_new0 (AccordSitePage, 1);
  page->raw = fetched->bytes;
  page->elsewhere = fetched->elsewhere;
  page->options.address = fetched->address;
  page->options.fetched_at = fetched->fetched_at;
  page->options.content_type = fetched->content_type;
  page->fetched = g_steal_pointer (&fetched);
  return page;
}

/**
 * accord_site_page_free:
 * @self: a page fetched
 */
void
accord_site_page_free (AccordSitePage *self)
{
  accord_fetched_free (self->fetched);
  g_free (self);
}

/**
 * accord_site_fetch_data:
 * @fetcher: a fetcher
 * @address: an address of a site's web service
 * @cancellable: (nullable): to stop
 * @error: return location for an %ACCORD_NET_ERROR, an %ACCORD_COMMITTEE_ERROR_REFUSED or
 * %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what may be the data asked for
 */
AccordFetched *
accord_site_fetch_data (AccordFetcher *fetcher, const char *address, GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (AccordFetched) fetched =
      accord_fetcher_fetch (fetcher, address, &as_large_as_is_read, cancellable, error);

  if (fetched == NULL || !accord_site_answer_is_data (fetched, error))
    return NULL;
  return g_steal_pointer (&fetched);
}

/**
 * accord_committee_list_committees:
 * @fetcher: a fetcher
 * @site: the address of a council's committee site, or of any page of it
 * @cancellable: (nullable): to stop
 * @error: return location for an %ACCORD_NET_ERROR, an %ACCORD_COMMITTEE_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Asks a council's site which committees there are. Blocks.
 *
 * Returns: (transfer full) (element-type AccordSiteCommittee) (nullable): the committees
 */
GPtrArray *
accord_committee_list_committees (AccordFetcher *fetcher, const char *site, GCancellable *cancellable,
                                  GError **error)
{
  g_autofree char *root = accord_site_address_dup_root (site, error);
  g_autofree char *address = NULL;
  g_autoptr (AccordFetched) fetched = NULL;
  GError *failure = NULL;

  if (root == NULL)
    return NULL;
  address = accord_site_address_committees (root);
  fetched = accord_site_fetch_data (fetcher, address, cancellable, &failure);
  if (fetched != NULL)
    return accord_xml_reader_read_committees (fetched->bytes, error);
  accord_site_say_off (root, failure, error);
  return NULL;
}

static void
fetch_page_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  AccordSitePage *page = accord_committee_fetch_page (source, data, cancellable, &error);

  if (page != NULL)
    g_task_return_pointer (task, page, (GDestroyNotify) accord_site_page_free);
  else
    g_task_return_error (task, error);
}

static void
list_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *committees = accord_committee_list_committees (source, data, cancellable, &error);

  if (committees != NULL)
    g_task_return_pointer (task, committees, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
run_in_thread (AccordFetcher *fetcher, const char *address, GTaskThreadFunc func, gpointer tag,
               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (fetcher, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, g_strdup (address), g_free);
  accord_thread_run (task, func);
}

/**
 * accord_committee_fetch_page_async:
 * @fetcher: a fetcher
 * @address: an http or https address
 * @cancellable: (nullable): to stop
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * As accord_committee_fetch_page(), without blocking.
 */
void
accord_committee_fetch_page_async (AccordFetcher *fetcher, const char *address, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data)
{
  run_in_thread (fetcher, address, fetch_page_in_thread, accord_committee_fetch_page_async, cancellable,
                 callback, user_data);
}

/**
 * accord_committee_fetch_page_finish:
 * @fetcher: a fetcher
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the page
 */
AccordSitePage *
accord_committee_fetch_page_finish (AccordFetcher *fetcher, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, fetcher), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * accord_committee_list_committees_async:
 * @fetcher: a fetcher
 * @site: the address of a council's committee site, or of any page of it
 * @cancellable: (nullable): to stop
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * As accord_committee_list_committees(), without blocking.
 */
void
accord_committee_list_committees_async (AccordFetcher *fetcher, const char *site, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data)
{
  run_in_thread (fetcher, site, list_in_thread, accord_committee_list_committees_async, cancellable, callback,
                 user_data);
}

/**
 * accord_committee_list_committees_finish:
 * @fetcher: a fetcher
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AccordSiteCommittee) (nullable): the committees
 */
GPtrArray *
accord_committee_list_committees_finish (AccordFetcher *fetcher, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, fetcher), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
