/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text-reading.h"

G_BEGIN_DECLS

gboolean accord_text_printed_read (AccordTextReading *reading, GCancellable *cancellable, GError **error);

G_END_DECLS
