/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

#include "fetcher.h"

G_BEGIN_DECLS

/*
 * AccordFetchSeat: what the fetching thread works with, from one job to the next.
 *
 * @last: host → when its last answer came, as a gint64 of g_get_monotonic_time()
 */
typedef struct
{
  SoupSession *session;
  GMainContext *context;
  AccordFetchManners manners;
  GHashTable *last;
} AccordFetchSeat;

void accord_fetch_seat_prepare (void);
AccordFetchSeat *accord_fetch_seat_new (GMainContext *context, const AccordFetchManners *manners);
void accord_fetch_seat_free (AccordFetchSeat *self);
AccordFetched *accord_fetch_seat_fetch (AccordFetchSeat *self, const char *address,
                                        const AccordFetchOptions *options, GCancellable *cancellable,
                                        GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordFetchSeat, accord_fetch_seat_free)

G_END_DECLS
