/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page.h"

G_BEGIN_DECLS

/**
 * AccordPageOrigin:
 *
 * Where a committee page comes from: a file, words that were pasted, or an address on the web. What was
 * loaded once is kept, so that a page is read anew without being fetched anew. Reference-counted; used on the
 * main thread.
 */
typedef struct _AccordPageOrigin AccordPageOrigin;

AccordPageOrigin *accord_page_origin_new_file (GFile *file);
AccordPageOrigin *accord_page_origin_new_text (const char *text);
AccordPageOrigin *accord_page_origin_new_address (const char *address);
AccordPageOrigin *accord_page_origin_ref (AccordPageOrigin *self);
void accord_page_origin_unref (AccordPageOrigin *self);

GFile *accord_page_origin_get_file (AccordPageOrigin *self);
const char *accord_page_origin_get_name (AccordPageOrigin *self);

void accord_page_origin_read_async (AccordPageOrigin *self, const char *body, const char *date,
                                    GCancellable *cancellable, GAsyncReadyCallback callback,
                                    gpointer user_data);
AccordCommitteePage *accord_page_origin_read_finish (AccordPageOrigin *self, GAsyncResult *result,
                                                     GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPageOrigin, accord_page_origin_unref)

G_END_DECLS
