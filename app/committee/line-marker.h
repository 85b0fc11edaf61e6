/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lines.h"

G_BEGIN_DECLS

gboolean accord_line_is_wide_white (gunichar c);
gboolean accord_line_is_bullet (gunichar c);
gsize accord_line_skip_white (const char *text, gsize at, gsize end);
gboolean accord_line_take_marker (const char *text, AccordSpan span, AccordLineMarker *marker,
                                  AccordSpan *mark);
guint accord_line_mark_value (const char *text, AccordSpan mark, AccordLineMarker marker);

/**
 * accord_line_is_white:
 * @c: a character
 *
 * Returns: whether it shows nothing: a blank of any width, a line end, a mark that only says how to wrap
 */
static inline gboolean
accord_line_is_white (gunichar c)
{
  return c < 0x80 ? g_ascii_isspace (c) : accord_line_is_wide_white (c);
}

G_END_DECLS
