/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/**
 * AccordXmlDocument:
 * @doc: the elements
 * @cut: whether the text ended before the elements did
 * @open: (nullable): of a text that was cut, the innermost element that was open; nothing in it is whole
 *
 * The elements of an XML text.
 */
typedef struct
{
  xmlDoc *doc;
  gboolean cut;
  xmlNode *open;
} AccordXmlDocument;

AccordXmlDocument *accord_xml_document_new (const char *text, gsize length, GError **error);
void accord_xml_document_free (AccordXmlDocument *self);

gboolean accord_xml_is (const xmlNode *node, const char *name);
xmlNode *accord_xml_first (const xmlNode *parent, const char *name);
xmlNode *accord_xml_next (const xmlNode *node);
char *accord_xml_dup_words (const xmlNode *parent, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordXmlDocument, accord_xml_document_free)

G_END_DECLS
