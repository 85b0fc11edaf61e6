/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "site-list.h"

#include <glib/gi18n-lib.h>

#include "committee-error.h"
#include "date.h"
#include "decode.h"
#include "form.h"
#include "html-markup.h"
#include "html-refusal.h"
#include "read.h"
#include "xml-document.h"
#include "xml-words.h"

/**
 * accord_site_committee_free:
 * @self: (nullable) (transfer full): a committee
 */
void
accord_site_committee_free (AccordSiteCommittee *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->name);
  g_free (self->category);
  g_free (self);
}

/**
 * accord_site_meeting_free:
 * @self: (nullable) (transfer full): a meeting
 */
void
accord_site_meeting_free (AccordSiteMeeting *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->committee_code);
  g_free (self->body);
  g_free (self->date);
  g_free (self->time);
  g_free (self->venue);
  g_free (self);
}

static void
add_committee (GPtrArray *committees, const xmlNode *node)
{
  g_autoptr (AccordSiteCommittee) committee = g_new0 (AccordSiteCommittee, 1);

  committee->code = accord_xml_dup_code (node, "committeeid");
  committee->name = accord_xml_dup_words (node, "committeetitle");
  committee->category = accord_xml_dup_words (node, "committeecategory");
  committee->deleted = accord_xml_stated (node, "committeedeleted") == ACCORD_STATED_YES;
  committee->expired = accord_xml_stated (node, "committeeexpired") == ACCORD_STATED_YES;
  if (committee->code != NULL && committee->name != NULL)
    g_ptr_array_add (committees, g_steal_pointer (&committee));
}

static void
add_meeting (GPtrArray *meetings, const xmlNode *node, const xmlNode *committee)
{
  g_autoptr (AccordSiteMeeting) meeting = g_new0 (AccordSiteMeeting, 1);
  const xmlNode *of = accord_xml_first (node, "committeeid") != NULL || committee == NULL ? node : committee;

  meeting->code = accord_xml_dup_code (node, "meetingid");
  meeting->committee_code = accord_xml_dup_code (of, "committeeid");
  meeting->body = accord_xml_dup_words (of, "committeetitle");
  meeting->date = accord_xml_dup_date (node, "meetingdate");
  meeting->time = accord_xml_dup_time (node, "meetingtime");
  meeting->status = accord_xml_find_status (node);
  meeting->venue = accord_xml_dup_words (node, "meetinglocation");
  if (meeting->code != NULL)
    g_ptr_array_add (meetings, g_steal_pointer (&meeting));
}

static void
add_meetings (GPtrArray *meetings, const xmlNode *list, const xmlNode *committee)
{
  for (const xmlNode *node = accord_xml_first (list, "meeting"); node != NULL; node = accord_xml_next (node))
    add_meeting (meetings, node, committee);
}

/* A web page came in the place of a list: what it is, or that it is one. */
static void
refuse_page (const char *text, gsize length, GError **error)
{
  g_autoptr (AccordHtml) html = accord_html_new (text, length, NULL, error);

  if (html != NULL && accord_html_check (html, error))
    g_set_error (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_REFUSED,
                 _ ("The council’s site answered with a web page (“%s”) instead of its data."), html->title);
}

/* The elements of a list, or what came in its place said in words. */
static AccordXmlDocument *
open_list (GBytes *raw, const char *root_name, const char *other_name, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (AccordXmlDocument) document = NULL;
  const char *note;
  gsize length;
  const xmlNode *root;

  if (!accord_committee_check_size (raw, error))
    return NULL;
  text = accord_decode (raw, NULL, &length, &note);
  if (accord_form_find (text, length, NULL, NULL) == ACCORD_FORM_HTML)
    {
      refuse_page (text, length, error);
      return NULL;
    }
  document = accord_xml_document_new (text, length, error);
  if (document == NULL)
    return NULL;
  if (document->cut)
    {
      g_set_error (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_BROKEN,
                   _ ("The council’s site cut its answer short, so that the list is not whole."));
      return NULL;
    }
  root = xmlDocGetRootElement (document->doc);
  if (!accord_xml_is (root, root_name) && (other_name == NULL || !accord_xml_is (root, other_name)))
    {
      accord_xml_refuse (root, error);
      return NULL;
    }
  return g_steal_pointer (&document);
}

/**
 * accord_xml_reader_read_committees:
 * @raw: the answer of a web service to GetCommittees
 * @error: return location for an error
 *
 * Reads the list of a council's committees.
 *
 * Returns: (transfer full) (element-type AccordSiteCommittee) (nullable): them in the order of the list, or
 * %NULL with an %ACCORD_COMMITTEE_ERROR that says what came instead
 */
GPtrArray *
accord_xml_reader_read_committees (GBytes *raw, GError **error)
{
  g_autoptr (AccordXmlDocument) document = open_list (raw, "committees", NULL, error);
  GPtrArray *committees;

  if (document == NULL)
    return NULL;
  committees = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_site_committee_free);
  for (const xmlNode *node = accord_xml_first (xmlDocGetRootElement (document->doc), "committee");
       node != NULL; node = accord_xml_next (node))
    add_committee (committees, node);
  return committees;
}

/**
 * accord_xml_reader_read_meetings:
 * @raw: the answer of a web service to GetMeetings or to GetAllMeetingsByDate
 * @error: return location for an error
 *
 * Reads a list of meetings.
 *
 * Returns: (transfer full) (element-type AccordSiteMeeting) (nullable): them in the order of the list, or
 * %NULL with an %ACCORD_COMMITTEE_ERROR that says what came instead
 */
GPtrArray *
accord_xml_reader_read_meetings (GBytes *raw, GError **error)
{
  g_autoptr (AccordXmlDocument) document = open_list (raw, "getmeetings", "getmeetingsbydate", error);
  GPtrArray *meetings;
  const xmlNode *root;

  if (document == NULL)
    return NULL;
  root = xmlDocGetRootElement (document->doc);
  meetings = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_site_meeting_free);
  for (const xmlNode *node = accord_xml_first (root, "committee"); node != NULL;
       node = accord_xml_next (node))
    add_meetings (meetings, accord_xml_first (node, "committeemeetings"), node);
  add_meetings (meetings, accord_xml_first (root, "meetings"), NULL);
  return meetings;
}
