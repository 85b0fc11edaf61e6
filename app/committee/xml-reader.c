/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xml-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "committee-error.h"
#include "html-reader.h"
#include "page-writer.h"
#include "xml-document.h"
#include "xml-item.h"
#include "xml-page.h"
#include "xml-words.h"

/* More items than any agenda has. */
#define MOST_ITEMS 2000

/* The committee whose papers these are: a meeting does not name it, but each of its papers does. Two of them,
 * or a paper of another day, make it uncertain. */
static char *
find_body (const xmlNode *meeting, const char *date)
{
  g_autofree char *body = accord_xml_dup_words (meeting, "committeetitle");

  if (body != NULL)
    return g_steal_pointer (&body);
  for (const xmlNode *item = accord_xml_first (accord_xml_first (meeting, "agendaitems"), "agendaitem");
       item != NULL; item = accord_xml_next (item))
    for (const xmlNode *paper = accord_xml_first (accord_xml_first (item, "linkeddocuments"), "linkeddoc");
         paper != NULL; paper = accord_xml_next (paper))
      {
        g_autofree char *name = accord_xml_dup_words (paper, "committeetitle");
        g_autofree char *day = accord_xml_dup_date (paper, "meetingdate");

        if (name == NULL || day == NULL || g_strcmp0 (day, date) != 0)
          continue;
        if (body != NULL && strcmp (body, name) != 0)
          return NULL;
        if (body == NULL)
          body = g_steal_pointer (&name);
      }
  return g_steal_pointer (&body);
}

static void
read_heading (AccordCommitteePage *page, const xmlNode *meeting, GString *text)
{
  g_autofree char *day = accord_xml_dup_words (meeting, "meetingdate");
  g_autofree char *hour = accord_xml_dup_words (meeting, "meetingtime");
  g_autofree char *status = accord_xml_dup_words (meeting, "meetingstatus");
  g_autofree char *when = g_strjoin (hour != NULL ? " " : "", day != NULL ? day : "", hour, NULL);

  page->date = accord_xml_dup_date (meeting, "meetingdate");
  page->time = accord_xml_dup_time (meeting, "meetingtime");
  page->body = find_body (meeting, page->date);
  page->venue = accord_xml_dup_words (meeting, "meetinglocation");
  if (page->venue == NULL)
    page->venue = accord_xml_dup_words (meeting, "meetingroom");
  page->status = accord_xml_find_status (meeting);
  page->meeting_code = accord_xml_dup_code (meeting, "meetingid");
  page->committee_code = accord_xml_dup_code (meeting, "committeeid");
  accord_page_writer_add (text, page->body);
  accord_page_writer_add (text, when);
  accord_page_writer_add (text, status);
  accord_page_writer_add_labelled (text, "Venue", page->venue);
}

static void
read_attendees (AccordCommitteePage *page, const xmlNode *meeting, GString *text)
{
  for (const xmlNode *node = accord_xml_first (accord_xml_first (meeting, "attendees"), "attendee");
       node != NULL; node = accord_xml_next (node))
    {
      g_autofree char *name = accord_xml_dup_words (node, "name");
      g_autofree char *words = NULL;
      AccordPageAttendee *attendee;

      if (name == NULL)
        continue;
      attendee = accord_page_attendee_new (name);
      attendee->role = accord_xml_dup_words (node, "roledescription");
      attendee->attendance = accord_xml_dup_words (node, "attendance");
      g_ptr_array_add (page->attendance, attendee);
      words =
          g_strjoin (" | ", name, attendee->role != NULL ? attendee->role : "", attendee->attendance, NULL);
      accord_page_writer_add (text, words);
    }
}

static gboolean
read_items (AccordCommitteePage *page, AccordXmlDocument *document, const xmlNode *meeting, GString *text,
            GArray *unknown, GCancellable *cancellable, GError **error)
{
  const xmlNode *items = accord_xml_first (meeting, "agendaitems");

  for (const xmlNode *node = accord_xml_first (items, "agendaitem"); node != NULL;
       node = accord_xml_next (node))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (page->items->len >= MOST_ITEMS)
        {
          g_set_error (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_TOO_LARGE,
                       _ ("The meeting has more items than any agenda."));
          return FALSE;
        }
      accord_xml_item_read (page, document, node, text, unknown);
    }
  return TRUE;
}

/* OpenlyLocal kept pages of other councils, escaped, in documents of its own. */
static gboolean
read_wrapped (AccordCommitteePage *page, AccordXmlDocument *document, GCancellable *cancellable,
              GError **error)
{
  const xmlNode *body = accord_xml_first (xmlDocGetRootElement (document->doc), "body");
  xmlChar *markup = xmlNodeGetContent (body);
  gboolean read = accord_html_reader_read (page, (const char *) markup, strlen ((const char *) markup),
                                           cancellable, error);

  xmlFree (markup);
  return read;
}

/* What was still open where the answer was cut is not whole; of long texts the beginning is worth having. */
static void
forget_open (AccordXmlDocument *document)
{
  xmlNode *open = document->open;

  if (open == NULL || open == xmlDocGetRootElement (document->doc) || accord_xml_first (open, NULL) != NULL
      || accord_xml_is (open, "agendatext") || accord_xml_is (open, "minutesnonemptyhtmlbody"))
    return;
  document->open = open->parent;
  xmlUnlinkNode (open);
  xmlFreeNode (open);
}

static gboolean
read_meeting (AccordCommitteePage *page, AccordXmlDocument *document, const xmlNode *meeting,
              GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) unknown = g_array_new (FALSE, FALSE, sizeof (AccordSpan));

  page->type = ACCORD_PAGE_MEETING;
  forget_open (document);
  read_heading (page, meeting, text);
  if (!read_items (page, document, meeting, text, unknown, cancellable, error))
    return FALSE;
  read_attendees (page, meeting, text);
  if (page->meeting_code == NULL && page->date == NULL && page->items->len == 0)
    {
      g_set_error (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_NOT_A_PAGE,
                   _ ("The council’s site answered with a meeting of which it says nothing."));
      return FALSE;
    }
  if (text->len > 0)
    g_string_append_c (text, '\n');
  page->text = g_string_free (g_steal_pointer (&text), FALSE);
  for (guint i = 0; i < unknown->len; i++)
    accord_committee_page_add_unread (
        page, g_array_index (unknown, AccordSpan, i),
        _ ("The council’s site says this of an item; what it is is not known."));
  return TRUE;
}

/**
 * accord_xml_reader_read:
 * @page: a page that is the XML of a web service
 * @text: it, as valid UTF-8
 * @length: the length of that in bytes
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Reads a meeting from the answer of a web service; or, where a page was escaped and put in an XML document
 * of somebody else's, that page. What its texts say is for accord_wording_read_item().
 *
 * Returns: whether it was read
 */
gboolean
accord_xml_reader_read (AccordCommitteePage *page, const char *text, gsize length, GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (AccordXmlDocument) document = accord_xml_document_new (text, length, error);
  const xmlNode *root;

  if (document == NULL)
    return FALSE;
  root = xmlDocGetRootElement (document->doc);
  page->complete = !document->cut;
  if (accord_xml_is (root, "document") && accord_xml_first (root, "body") != NULL)
    return read_wrapped (page, document, cancellable, error);
  if (accord_xml_is (root, "committees"))
    return accord_xml_page_read_committees (page, error);
  if (accord_xml_is (root, "getmeetings") || accord_xml_is (root, "getmeetingsbydate"))
    return accord_xml_page_read_meetings (page, error);
  if (!accord_xml_is (root, "meeting"))
    {
      accord_xml_refuse (root, error);
      return FALSE;
    }
  return read_meeting (page, document, root, cancellable, error);
}
