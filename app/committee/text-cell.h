/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text-reading.h"

G_BEGIN_DECLS

void accord_text_cell_read (AccordTextReading *reading, AccordSpan cell, AccordSpan number, gboolean open);

G_END_DECLS
