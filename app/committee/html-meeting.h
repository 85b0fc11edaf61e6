/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "html-item.h"

G_BEGIN_DECLS

gboolean accord_html_meeting_read (const AccordHtmlReading *self, GCancellable *cancellable, GError **error);
gboolean accord_html_meeting_read_item_page (const AccordHtmlReading *self);

G_END_DECLS
