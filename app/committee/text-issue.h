/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text-kind.h"
#include "text-reading.h"

G_BEGIN_DECLS

gboolean accord_text_issue_read (AccordTextReading *reading, const AccordTextKind *kind,
                                 GCancellable *cancellable, GError **error);
void accord_text_issue_read_item (AccordTextReading *reading, const AccordTextKind *kind);

G_END_DECLS
