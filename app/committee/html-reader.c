/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html-reader.h"

#include <glib/gi18n-lib.h>

#include "committee-error.h"

/**
 * accord_html_reader_read:
 * @page: a page whose bytes are the markup of a web page
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Reads a page from its markup. What its texts say is for accord_wording_read_item().
 *
 * Returns: whether it was read
 */
gboolean
accord_html_reader_read (AccordCommitteePage *page, const char *text, gsize length, GCancellable *cancellable,
                         GError **error)
{
  g_set_error (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_NOT_A_PAGE,
               _ ("This is no committee page."));
  return FALSE;
}
