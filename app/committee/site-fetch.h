/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fetcher.h"
#include "read.h"
#include "site-list.h"

G_BEGIN_DECLS

/**
 * AccordSitePage:
 * @raw: the page byte for byte
 * @options: what is known of it besides; its words live as long as this
 * @elsewhere: whether it came from another server than the one that was asked
 *
 * A page fetched to be read.
 */
typedef struct
{
  GBytes *raw;
  AccordReadOptions options;
  gboolean elsewhere;

  /*< private >*/
  AccordFetched *fetched;
} AccordSitePage;

void accord_site_page_free (AccordSitePage *self);

AccordSitePage *accord_committee_fetch_page (AccordFetcher *fetcher, const char *address,
                                             GCancellable *cancellable, GError **error);
void accord_committee_fetch_page_async (AccordFetcher *fetcher, const char *address,
                                        GCancellable *cancellable, GAsyncReadyCallback callback,
                                        gpointer user_data);
AccordSitePage *accord_committee_fetch_page_finish (AccordFetcher *fetcher, GAsyncResult *result,
                                                    GError **error);

GPtrArray *accord_committee_list_committees (AccordFetcher *fetcher, const char *site,
                                             GCancellable *cancellable, GError **error);
void accord_committee_list_committees_async (AccordFetcher *fetcher, const char *site,
                                             GCancellable *cancellable, GAsyncReadyCallback callback,
                                             gpointer user_data);
GPtrArray *accord_committee_list_committees_finish (AccordFetcher *fetcher, GAsyncResult *result,
                                                    GError **error);

AccordFetched *accord_site_fetch_data (AccordFetcher *fetcher, const char *address, GCancellable *cancellable,
                                       GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordSitePage, accord_site_page_free)

G_END_DECLS
