/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xml-item.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "page-writer.h"
#include "xml-words.h"

/* Words of an element that nobody knows are worth showing from this length on; shorter ones are codes. */
#define TELLING_LENGTH 40

/* An element that is open where the answer was cut. */
static gboolean
is_open (const AccordXmlDocument *document, const xmlNode *node)
{
  for (const xmlNode *open = document->open; open != NULL; open = open->parent)
    if (open == node)
      return TRUE;
  return FALSE;
}

/* Words without the markup that they may have, or with it. */
static char *
dup_content (const xmlNode *parent, const char *name)
{
  xmlNode *child = accord_xml_first (parent, name);
  xmlChar *content = child != NULL ? xmlNodeGetContent (child) : NULL;
  char *markup = g_strdup ((const char *) content);

  xmlFree (content);
  return markup;
}

static AccordSpan
write_part (const xmlNode *node, const char *name, const char *label, GString *text)
{
  g_autofree char *markup = dup_content (node, name);
  gsize before = text->len;
  AccordSpan label_span = accord_page_writer_add (text, label);
  AccordSpan part = accord_page_writer_add_markup (text, markup);

  if (label != NULL && accord_span_is_empty (part) && !accord_span_is_empty (label_span))
    g_string_truncate (text, before);
  return part;
}

/* A comment labelled “Actions” holds one action a paragraph; what another label means, nobody knows. */
static void
read_comment (AccordPageItem *item, const xmlNode *node, const char *label_name, const char *text_name,
              GString *text)
{
  g_autofree char *label = accord_xml_dup_words (node, label_name);
  g_autofree char *heading = g_strdup_printf ("%s:", label != NULL ? label : "");
  AccordSpan words = write_part (node, text_name, label != NULL ? heading : NULL, text);
  gboolean are_actions = label != NULL && g_ascii_strcasecmp (label, "actions") == 0;

  for (gsize at = words.start; are_actions && at < words.end;)
    {
      const char *end = g_strstr_len (text->str + at, words.end - at, "\n\n");
      AccordSpan span = { at, end != NULL ? (gsize) (end - text->str) : words.end };
      AccordPageAction *action = accord_page_action_new (span);

      action->text = g_strndup (text->str + span.start, span.end - span.start);
      g_ptr_array_add (item->actions, action);
      at = end != NULL ? span.end + 2 : words.end;
    }
}

static gboolean
is_web_address (const char *address)
{
  return g_str_has_prefix (address, "https://") || g_str_has_prefix (address, "http://");
}

static void
read_paper (AccordPageItem *item, const xmlNode *node, GString *text)
{
  g_autofree char *content = dup_content (node, "title");
  g_autofree char *title = content != NULL ? g_strdup (g_strstrip (content)) : NULL;
  g_autofree char *address = accord_xml_dup_words (node, "url");
  AccordPageDocument *paper;

  if (title == NULL || *title == '\0' || strchr (title, '\n') != NULL)
    {
      g_free (title);
      title = accord_xml_dup_words (node, "title");
    }
  if (title == NULL)
    return;
  paper = accord_page_document_new (accord_page_writer_add (text, title));
  paper->title = g_steal_pointer (&title);
  if (address != NULL && is_web_address (address))
    paper->address = g_steal_pointer (&address);
  paper->code = accord_xml_dup_code (node, "attachmentid");
  paper->published = accord_xml_dup_date (node, "publicationdate");
  paper->exempt = accord_xml_stated (node, "isrestricted") == ACCORD_STATED_YES;
  g_ptr_array_add (item->documents, paper);
}

/* What the web service says of an item beyond what is read here. */
static void
note_unknown (const xmlNode *node, GString *text, GArray *unknown)
{
  static const char *const known[] = {
    "agendaitemtitle", "agendatext",     "minutesnonemptyhtmlbody", "fulldisplaynumberformat",
    "commentlabel1",   "commenttext1",   "commentlabel2",           "commenttext2",
    "linkeddocuments", "authorusername", "refertocommittee",        NULL
  };

  for (const xmlNode *child = accord_xml_first (node, NULL); child != NULL; child = child->next)
    {
      g_autofree char *name = NULL;
      g_autofree char *words = NULL;
      AccordSpan span;

      if (child->type != XML_ELEMENT_NODE)
        continue;
      name = g_ascii_strdown ((const char *) child->name, -1);
      if (g_strv_contains (known, name))
        continue;
      words = accord_xml_dup_words (node, (const char *) child->name);
      if (words == NULL || strlen (words) < TELLING_LENGTH || strchr (words, ' ') == NULL)
        continue;
      span = write_part (node, (const char *) child->name, NULL, text);
      g_array_append_val (unknown, span);
    }
}

static void
read_flags (AccordPageItem *item, const xmlNode *node)
{
  item->exempt = accord_xml_stated (node, "isrestricted");
  /* “False” says that nobody has called it in, which is not that nobody may. */
  if (accord_xml_stated (node, "iscallin") == ACCORD_STATED_YES)
    item->call_in = ACCORD_STATED_YES;
}

/**
 * accord_xml_item_read:
 * @page: the page of a meeting
 * @document: the answer of a web service
 * @node: the element of an agenda item in it
 * @text: the text of the page, which goes on with the item
 * @unknown: (element-type AccordSpan): where words are put of which nobody knows what they are
 *
 * Reads an agenda item. Its number is the one that is displayed; what only a heading has is none.
 */
void
accord_xml_item_read (AccordCommitteePage *page, AccordXmlDocument *document, const xmlNode *node,
                      GString *text, GArray *unknown)
{
  AccordPageItem *item = accord_committee_page_add_item (page);
  gsize before = text->len;

  item->number = accord_xml_dup_words (node, "fulldisplaynumberformat");
  item->title = accord_xml_dup_words (node, "agendaitemtitle");
  item->code = accord_xml_dup_code (node, "agendaitemid");
  item->complete = !is_open (document, node);
  read_flags (item, node);
  accord_page_writer_add (text, item->number);
  accord_page_writer_add (text, item->title);
  item->proposed = write_part (node, "agendatext", NULL, text);
  item->minutes = write_part (node, "minutesnonemptyhtmlbody", "Minutes:", text);
  read_comment (item, node, "commentlabel1", "commenttext1", text);
  read_comment (item, node, "commentlabel2", "commenttext2", text);
  for (const xmlNode *paper = accord_xml_first (accord_xml_first (node, "linkeddocuments"), "linkeddoc");
       paper != NULL; paper = accord_xml_next (paper))
    read_paper (item, paper, text);
  note_unknown (node, text, unknown);
  item->place = (AccordSpan){ MIN (before + (before > 0 ? 2 : 0), text->len), text->len };
}
