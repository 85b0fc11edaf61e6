/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text-kind.h"
#include "text-reading.h"

G_BEGIN_DECLS

gboolean accord_text_meeting_read_numbered (AccordTextReading *reading, guint first,
                                            GCancellable *cancellable, GError **error);
gboolean accord_text_meeting_read_blanks (AccordTextReading *reading, guint first, gboolean agenda_only,
                                          GCancellable *cancellable, GError **error);
gboolean accord_text_meeting_read_table (AccordTextReading *reading, guint first, GCancellable *cancellable,
                                         GError **error);

G_END_DECLS
