/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "fetched.h"

G_BEGIN_DECLS

/**
 * ACCORD_FETCH_LIMIT:
 *
 * How large an answer may be unless somebody says otherwise, in bytes: 16 MiB.
 */
#define ACCORD_FETCH_LIMIT ((gsize) 16 * 1024 * 1024)

/**
 * AccordFetchManners:
 * @pause: between two requests to one server
 * @connecting: how long it may take until a connection stands
 * @answering: how long the server may take to begin its answer
 * @stalling: how long the answer may stand still
 * @whole: how long one request may take in all
 * @first_wait: how long to wait when a server is busy and does not say until when; each time twice as long
 * @longest_wait: the longest that a server may ask to wait
 * @tries: how often a busy server is asked, in all
 *
 * How patient a fetcher is, and how polite. All times in milliseconds.
 */
typedef struct
{
  guint pause;
  guint connecting;
  guint answering;
  guint stalling;
  guint whole;
  guint first_wait;
  guint longest_wait;
  guint tries;
} AccordFetchManners;

/**
 * AccordFetchOptions:
 * @limit: the most that is taken, in bytes after unpacking; 0 for %ACCORD_FETCH_LIMIT
 * @etag: (nullable): what the version known already was marked with
 * @last_modified: (nullable): when that was changed, as the server said it
 *
 * What is asked for besides the address.
 */
typedef struct
{
  gsize limit;
  const char *etag;
  const char *last_modified;
} AccordFetchOptions;

#define ACCORD_TYPE_FETCHER (accord_fetcher_get_type ())
G_DECLARE_FINAL_TYPE (AccordFetcher, accord_fetcher, ACCORD, FETCHER, GObject)

AccordFetcher *accord_fetcher_new (void);
AccordFetcher *accord_fetcher_new_with_manners (const AccordFetchManners *manners);
void accord_fetch_manners_init (AccordFetchManners *manners);

AccordFetched *accord_fetcher_fetch (AccordFetcher *self, const char *address,
                                     const AccordFetchOptions *options, GCancellable *cancellable,
                                     GError **error);
void accord_fetcher_fetch_async (AccordFetcher *self, const char *address, const AccordFetchOptions *options,
                                 GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
AccordFetched *accord_fetcher_fetch_finish (AccordFetcher *self, GAsyncResult *result, GError **error);

G_END_DECLS
