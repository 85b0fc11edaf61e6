/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "html-item.h"

G_BEGIN_DECLS

gboolean accord_html_decision_read (const AccordHtmlReading *self);
gboolean accord_html_decision_read_table (const AccordHtmlReading *self);

G_END_DECLS
