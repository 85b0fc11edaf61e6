/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text-kind.h"
#include "text-reading.h"

G_BEGIN_DECLS

void accord_text_decision_read_labels (AccordTextReading *reading, AccordPageDecision *decision, guint first,
                                       guint end);
void accord_text_decision_read (AccordTextReading *reading, const AccordTextKind *kind);
gboolean accord_text_decision_read_list (AccordTextReading *reading, const AccordTextKind *kind,
                                         GCancellable *cancellable, GError **error);

G_END_DECLS
