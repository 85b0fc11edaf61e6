/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xml-document.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "committee-error.h"
#include "entities.h"
#include "fold.h"
#include "markup-guard.h"

/* More than any answer of a web service has: a meeting of three hundred items has fifteen thousand. */
#define MOST_ELEMENTS 200000
#define MOST_DEPTH 64

/* What a parser's context points to besides the document that it makes. */
typedef struct
{
  startElementNsSAX2Func start;
  endElementNsSAX2Func end;
  guint n_elements;
  guint depth;
  gboolean has_doctype;
  gboolean too_much;
  gboolean failed;
  gboolean at_end;
  int line;
  xmlNode *open;
} Watch;

static void
watch_start (void *user_data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
             int n_namespaces, const xmlChar **namespaces, int n_attributes, int n_defaulted,
             const xmlChar **attributes)
{
  xmlParserCtxt *context = user_data;
  Watch *watch = context->_private;

  watch->n_elements += 1 + n_namespaces + n_attributes;
  if (watch->n_elements > MOST_ELEMENTS || watch->depth >= MOST_DEPTH)
    {
      watch->too_much = TRUE;
      xmlStopParser (context);
      return;
    }
  watch->depth++;
  watch->start (user_data, name, prefix, uri, n_namespaces, namespaces, n_attributes, n_defaulted,
                attributes);
}

static void
watch_end (void *user_data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  xmlParserCtxt *context = user_data;
  Watch *watch = context->_private;

  watch->depth--;
  watch->end (user_data, name, prefix, uri);
}

/* A document type could only bring entities, which no answer of a web service has. */
static void
watch_doctype (void *user_data, const xmlChar *name, const xmlChar *external_id, const xmlChar *system_id)
{
  xmlParserCtxt *context = user_data;
  Watch *watch = context->_private;

  watch->has_doctype = TRUE;
  xmlStopParser (context);
}

static void
#if LIBXML_VERSION >= 21200
watch_error (void *user_data, const xmlError *error)
#else
watch_error (void *user_data, xmlError *error)
#endif
{
  xmlParserCtxt *context = user_data;
  Watch *watch = context->_private;

  if (error->level != XML_ERR_FATAL || watch->failed || watch->too_much || watch->has_doctype)
    return;
  watch->failed = TRUE;
  watch->line = error->line;
  watch->open = context->node;
  watch->at_end = context->input == NULL || context->input->cur >= context->input->end;
}

static gboolean
check (const Watch *watch, const xmlDoc *doc, GError **error)
{
  if (watch->has_doctype)
    g_set_error (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_NOT_A_PAGE,
                 _ ("This XML declares a document type, which no answer of a committee site does."));
  else if (watch->too_much)
    g_set_error (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_TOO_LARGE,
                 _ ("This XML has more elements, or deeper ones, than any answer of a committee site."));
  else if (watch->failed && !watch->at_end)
    g_set_error (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_BROKEN,
                 _ ("This XML is broken in line %d."), watch->line);
  else if (doc == NULL || xmlDocGetRootElement (doc) == NULL)
    g_set_error (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_BROKEN,
                 _ ("This XML has no elements."));
  else
    return TRUE;
  return FALSE;
}

static xmlParserCtxt *
new_context (const char *text, gsize length, Watch *watch)
{
  xmlParserCtxt *context = xmlCreateMemoryParserCtxt (text, length);

  if (context == NULL)
    return NULL;
  xmlCtxtUseOptions (context, XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding (context, XML_CHAR_ENCODING_UTF8);
  watch->start = context->sax->startElementNs;
  watch->end = context->sax->endElementNs;
  context->_private = watch;
  context->sax->startElementNs = watch_start;
  context->sax->endElementNs = watch_end;
  context->sax->internalSubset = watch_doctype;
  context->sax->comment = NULL;
  context->sax->processingInstruction = NULL;
  context->sax->serror = watch_error;
  return context;
}

/**
 * accord_xml_document_new:
 * @text: valid UTF-8; whatever charset it declares does not count
 * @length: its length in bytes, at most 16 MiB
 * @error: return location for an error
 *
 * Reads an XML text, without network, entities or document types, and no more elements than an answer of a
 * web service has. A text that is well-formed as far as it goes is read that far and counts as cut.
 *
 * Returns: (transfer full) (nullable): its elements, or %NULL with an %ACCORD_COMMITTEE_ERROR
 */
AccordXmlDocument *
accord_xml_document_new (const char *text, gsize length, GError **error)
{
  Watch watch = { NULL };
  xmlParserCtxt *context;
  AccordXmlDocument *self;

  if (!accord_markup_check (text, length, FALSE, error))
    return NULL;
  self = g_new0 (AccordXmlDocument, 1);
  while (length > 0 && g_ascii_isspace (*text))
    {
      text++;
      length--;
    }
  context = new_context (text, length, &watch);
  if (context != NULL)
    {
      xmlParseDocument (context);
      self->doc = g_steal_pointer (&context->myDoc);
      self->cut = watch.failed;
      self->open = watch.open;
      xmlFreeParserCtxt (context);
    }
  if (!check (&watch, self->doc, error))
    g_clear_pointer (&self, accord_xml_document_free);
  return self;
}

/**
 * accord_xml_document_free:
 * @self: (transfer full): a document
 */
void
accord_xml_document_free (AccordXmlDocument *self)
{
  xmlFreeDoc (self->doc);
  g_free (self);
}

/**
 * accord_xml_is:
 * @node: (nullable): a node
 * @name: a name in lower case
 *
 * Returns: whether it is an element of that name, in whatever case and namespace
 */
gboolean
accord_xml_is (const xmlNode *node, const char *name)
{
  return node != NULL && node->type == XML_ELEMENT_NODE
         && g_ascii_strcasecmp ((const char *) node->name, name) == 0;
}

/**
 * accord_xml_first:
 * @parent: (nullable): an element
 * @name: (nullable): a name in lower case; %NULL for any
 *
 * Returns: (transfer none) (nullable): its first child element of that name
 */
xmlNode *
accord_xml_first (const xmlNode *parent, const char *name)
{
  xmlNode *child = parent != NULL ? parent->children : NULL;

  while (child != NULL && (child->type != XML_ELEMENT_NODE || (name != NULL && !accord_xml_is (child, name))))
    child = child->next;
  return child;
}

/**
 * accord_xml_next:
 * @node: an element
 *
 * Returns: (transfer none) (nullable): the element after it of the same parent and name
 */
xmlNode *
accord_xml_next (const xmlNode *node)
{
  xmlNode *next = node->next;

  while (next != NULL && !accord_xml_is (next, (const char *) node->name))
    next = next->next;
  return next;
}

/**
 * accord_xml_dup_words:
 * @parent: (nullable): an element
 * @name: the name of a child of it, or of an attribute where there is no such child
 *
 * Returns: (transfer full) (nullable): what the child says in one line, escaped once or twice; %NULL where it
 * says nothing
 */
char *
accord_xml_dup_words (const xmlNode *parent, const char *name)
{
  xmlNode *child = accord_xml_first (parent, name);
  xmlChar *content = NULL;
  char *words;

  if (parent == NULL)
    return NULL;
  content = child != NULL ? xmlNodeGetContent (child) : xmlGetNoNsProp (parent, (const xmlChar *) name);
  if (content == NULL)
    return NULL;
  accord_entities_resolve ((char *) content, strlen ((const char *) content));
  words = accord_text_collapse ((const char *) content);
  xmlFree (content);
  if (*words == '\0')
    g_clear_pointer (&words, g_free);
  return words;
}
