/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text-kind.h"
#include "text-reading.h"

G_BEGIN_DECLS

guint accord_text_front_read (AccordTextReading *reading, const AccordTextKind *kind);
gboolean accord_text_front_claim_furniture (AccordTextReading *reading, guint line);
void accord_text_front_read_name (AccordTextReading *reading, const AccordTextKind *kind);

G_END_DECLS
