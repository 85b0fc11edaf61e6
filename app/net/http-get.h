/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

#include "fetcher.h"

G_BEGIN_DECLS

/* A status that libsoup has no name for. */
#define ACCORD_HTTP_TOO_MANY_REQUESTS 429

/*
 * AccordHttpAnswer: what a server answered to one request.
 *
 * @status: the HTTP status
 * @bytes: the body of a good answer, empty for any other
 */
typedef struct
{
  guint status;
  GBytes *bytes;
  char *content_type;
  char *charset;
  char *location;
  char *retry_after;
  char *etag;
  char *last_modified;
} AccordHttpAnswer;

AccordHttpAnswer *accord_http_get (SoupSession *session, GMainContext *context, GUri *address,
                                   const AccordFetchOptions *options, const AccordFetchManners *manners,
                                   GCancellable *cancellable, GError **error);
void accord_http_answer_free (AccordHttpAnswer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordHttpAnswer, accord_http_answer_free)

G_END_DECLS
