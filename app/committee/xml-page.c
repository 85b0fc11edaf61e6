/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xml-page.h"

#include <glib/gi18n-lib.h>

#include "committee-error.h"
#include "page-writer.h"

/* A list of nothing is no list. */
static gboolean
take_all (GPtrArray *into, GPtrArray *from, const char *complaint, GError **error)
{
  gboolean any = from->len > 0;

  g_ptr_array_extend_and_steal (into, from);
  if (!any)
    g_set_error_literal (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_NOT_A_PAGE, complaint);
  return any;
}

/**
 * accord_xml_page_read_committees:
 * @page: a page that is a web service's list of committees
 * @error: return location for an error
 *
 * Reads a saved list of committees as a page, a committee a line.
 *
 * Returns: whether it was read
 */
gboolean
accord_xml_page_read_committees (AccordCommitteePage *page, GError **error)
{
  GPtrArray *committees = accord_xml_reader_read_committees (page->raw, error);
  GString *text;

  if (committees == NULL)
    return FALSE;
  page->type = ACCORD_PAGE_COMMITTEES;
  text = g_string_new (NULL);
  for (guint i = 0; i < committees->len; i++)
    {
      AccordSiteCommittee *committee = committees->pdata[i];

      committee->span = accord_page_writer_add (text, committee->name);
    }
  page->text = g_string_free (text, FALSE);
  return take_all (page->committees, committees, _ ("The council’s list of committees is empty."), error);
}

/**
 * accord_xml_page_read_meetings:
 * @page: a page that is a web service's list of meetings
 * @error: return location for an error
 *
 * Reads a saved list of meetings as a page, a meeting a line.
 *
 * Returns: whether it was read
 */
gboolean
accord_xml_page_read_meetings (AccordCommitteePage *page, GError **error)
{
  GPtrArray *meetings = accord_xml_reader_read_meetings (page->raw, error);
  GString *text;

  if (meetings == NULL)
    return FALSE;
  page->type = ACCORD_PAGE_MEETINGS;
  text = g_string_new (NULL);
  for (guint i = 0; i < meetings->len; i++)
    {
      AccordSiteMeeting *meeting = meetings->pdata[i];
      const char *parts[] = { meeting->body, meeting->date, meeting->time, meeting->status, meeting->venue };
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
        if (parts[j] != NULL)
          g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", parts[j]);
      meeting->span = accord_page_writer_add (text, line->str);
    }
  page->text = g_string_free (text, FALSE);
  return take_all (page->meetings, meetings, _ ("The council’s list of meetings is empty."), error);
}
