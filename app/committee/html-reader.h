/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page.h"

G_BEGIN_DECLS

gboolean accord_html_reader_read (AccordCommitteePage *page, const char *text, gsize length,
                                  GCancellable *cancellable, GError **error);

G_END_DECLS
