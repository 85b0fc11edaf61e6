/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "html-markup.h"

G_BEGIN_DECLS

gboolean accord_html_check (const AccordHtml *html, GError **error);

G_END_DECLS
