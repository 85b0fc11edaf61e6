/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "page-parts.h"

G_BEGIN_DECLS

char *accord_xml_dup_code (const xmlNode *parent, const char *name);
char *accord_xml_dup_date (const xmlNode *parent, const char *name);
char *accord_xml_dup_time (const xmlNode *parent, const char *name);
AccordStated accord_xml_stated (const xmlNode *parent, const char *name);
const char *accord_xml_find_status (const xmlNode *meeting);
void accord_xml_refuse (const xmlNode *root, GError **error);

G_END_DECLS
