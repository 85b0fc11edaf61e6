/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lines.h"

G_BEGIN_DECLS

gboolean accord_line_is_white (gunichar c);
gboolean accord_line_is_bullet (gunichar c);
gsize accord_line_skip_white (const char *text, gsize at, gsize end);
gboolean accord_line_take_marker (const char *text, AccordSpan span, AccordLineMarker *marker,
                                  AccordSpan *mark);
guint accord_line_mark_value (const char *text, AccordSpan mark, AccordLineMarker marker);

G_END_DECLS
