/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordFetched:
 * @bytes: what came, unpacked; empty when it is @unchanged
 * @content_type: what the server called it, such as "text/html; charset=utf-8", or %NULL
 * @charset: the charset in that, or %NULL
 * @address: where it came from in the end
 * @elsewhere: whether that is another server than the one that was asked
 * @fetched_at: when, in UTC: 2016-09-27T16:00:00Z
 * @etag: what the server marks this version with, or %NULL
 * @last_modified: when it says that the page was changed, as it says it, or %NULL
 * @unchanged: whether the server says that the version known already is still the one
 *
 * What was fetched.
 */
typedef struct
{
  GBytes *bytes;
  char *content_type;
  char *charset;
  char *address;
  gboolean elsewhere;
  char *fetched_at;
  char *etag;
  char *last_modified;
  gboolean unchanged;
} AccordFetched;

void accord_fetched_free (AccordFetched *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordFetched, accord_fetched_free)

G_END_DECLS
