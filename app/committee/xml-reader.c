/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xml-reader.h"

#include <glib/gi18n-lib.h>

#include "committee-error.h"

/**
 * accord_xml_reader_read:
 * @page: a page whose bytes are the XML of a web service
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Reads a page from its markup. What its texts say is for accord_wording_read_item().
 *
 * Returns: whether it was read
 */
gboolean
accord_xml_reader_read (AccordCommitteePage *page, GCancellable *cancellable, GError **error)
{
  g_set_error (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_NOT_A_PAGE,
               _ ("This is no committee page."));
  return FALSE;
}
