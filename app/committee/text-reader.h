/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page.h"

G_BEGIN_DECLS

gboolean accord_text_reader_read (AccordCommitteePage *page, GCancellable *cancellable, GError **error);

G_END_DECLS
