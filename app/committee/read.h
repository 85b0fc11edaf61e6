/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page.h"

G_BEGIN_DECLS

/**
 * ACCORD_COMMITTEE_PAGE_LIMIT:
 *
 * The largest page that is read, in bytes: 16 MiB. A longer one is refused before it is looked at.
 */
#define ACCORD_COMMITTEE_PAGE_LIMIT ((gsize) 16 * 1024 * 1024)

/**
 * AccordReadOptions:
 * @form: what the page is, or %ACCORD_FORM_AUTO
 * @address: (nullable): where it was
 * @fetched_at: (nullable): when it was fetched
 * @content_type: (nullable): what the server called it
 * @body: (nullable): the body, where the page does not say; it counts only there
 * @date: (nullable): the ISO date, where the page does not say; it counts only there
 *
 * What is known of a page besides its bytes.
 */
typedef struct
{
  AccordPageForm form;
  const char *address;
  const char *fetched_at;
  const char *content_type;
  const char *body;
  const char *date;
} AccordReadOptions;

gboolean accord_committee_check_size (GBytes *raw, GError **error);
AccordCommitteePage *accord_committee_read (GBytes *raw, const AccordReadOptions *options,
                                            GCancellable *cancellable, GError **error);
char *accord_committee_page_to_json (AccordCommitteePage *page);

G_END_DECLS
