/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page.h"
#include "xml-document.h"

G_BEGIN_DECLS

void accord_xml_item_read (AccordCommitteePage *page, AccordXmlDocument *document, const xmlNode *node,
                           GString *text, GArray *unknown);

G_END_DECLS
