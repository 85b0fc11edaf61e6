/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text-reading.h"

G_BEGIN_DECLS

void accord_text_hidden_read (AccordTextReading *reading, AccordPageItem *parent, guint first, guint end);

G_END_DECLS
