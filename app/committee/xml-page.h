/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page.h"

G_BEGIN_DECLS

gboolean accord_xml_page_read_committees (AccordCommitteePage *page, GError **error);
gboolean accord_xml_page_read_meetings (AccordCommitteePage *page, GError **error);

G_END_DECLS
