/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read.h"

#include <glib/gi18n-lib.h>

#include "committee-error.h"
#include "decode.h"
#include "form.h"
#include "html-reader.h"
#include "text-reader.h"
#include "wording.h"
#include "xml-reader.h"

static gboolean
read_form (AccordCommitteePage *page, char *text, gsize length, GCancellable *cancellable, GError **error)
{
  g_autofree char *markup = text;

  switch (page->form)
    {
    case ACCORD_FORM_XML:
      return accord_xml_reader_read (page, markup, length, cancellable, error);
    case ACCORD_FORM_HTML:
      return accord_html_reader_read (page, markup, length, cancellable, error);
    case ACCORD_FORM_TEXT:
    case ACCORD_FORM_AUTO:
    default:
      page->text = g_steal_pointer (&markup);
      return accord_text_reader_read (page, cancellable, error);
    }
}

/* What a person says counts where the page is silent. */
static void
supply (AccordCommitteePage *page, const AccordReadOptions *options)
{
  if (page->body == NULL && options->body != NULL)
    {
      page->body = g_strdup (options->body);
      page->body_supplied = TRUE;
    }
  if (page->date == NULL && options->date != NULL)
    {
      page->date = g_strdup (options->date);
      page->date_supplied = TRUE;
    }
}

/**
 * accord_committee_check_size:
 * @raw: a page byte for byte
 * @error: return location for an error
 *
 * Returns: whether it is no larger than %ACCORD_COMMITTEE_PAGE_LIMIT
 */
gboolean
accord_committee_check_size (GBytes *raw, GError **error)
{
  g_autofree char *limit = NULL;

  if (g_bytes_get_size (raw) <= ACCORD_COMMITTEE_PAGE_LIMIT)
    return TRUE;
  limit = g_format_size_full (ACCORD_COMMITTEE_PAGE_LIMIT, G_FORMAT_SIZE_IEC_UNITS);
  g_set_error (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_TOO_LARGE,
               _ ("The page is larger than %s, which no committee page is."), limit);
  return FALSE;
}

/**
 * accord_committee_read:
 * @raw: a page byte for byte
 * @options: (nullable): what is known of it besides
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Reads a committee page. A page that is none is read as well: then its type is %ACCORD_PAGE_OTHER, nothing
 * is made of it and all of it counts as unread. Safe on any thread.
 *
 * Returns: (transfer full) (nullable): what was read, or %NULL with an %ACCORD_COMMITTEE_ERROR
 */
AccordCommitteePage *
accord_committee_read (GBytes *raw, const AccordReadOptions *options, GCancellable *cancellable,
                       GError **error)
{
  static const AccordReadOptions nothing = { ACCORD_FORM_AUTO };
  const AccordReadOptions *known = options != NULL ? options : &nothing;
  g_autoptr (AccordCommitteePage) page = NULL;
  const char *note;
  char *text;
  gsize length;

  if (!accord_committee_check_size (raw, error))
    return NULL;
  text = accord_decode (raw, known->content_type, &length, &note);
  page = accord_committee_page_new (known->form, raw);
  if (page->form == ACCORD_FORM_AUTO)
    page->form = accord_form_find (text, length, known->content_type, known->address);
  page->address = g_strdup (known->address);
  page->fetched_at = g_strdup (known->fetched_at);
  if (!read_form (page, text, length, cancellable, error))
    return NULL;
  if (note != NULL)
    accord_committee_page_add_unread (page, (AccordSpan){ 0, 0 }, note);
  for (guint i = 0; i < page->items->len; i++)
    accord_wording_read_item (page, page->items->pdata[i]);
  for (guint i = 0; i < page->decisions->len; i++)
    accord_wording_read_decision (page, page->decisions->pdata[i]);
  accord_wording_read_page (page);
  supply (page, known);
  return g_steal_pointer (&page);
}
