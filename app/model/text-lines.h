/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordTextLineFunc:
 * @first: the first word of a line
 * @rest: what follows it, without the white space around; "" where there is nothing
 * @number: of the line, counted from 1
 * @data: the data given to accord_text_lines_each()
 * @error: return location for an error
 *
 * Takes one line of a text.
 *
 * Returns: %FALSE, with @error set, to end the walk
 */
typedef gboolean (*AccordTextLineFunc) (const char *first, const char *rest, guint number, gpointer data,
                                        GError **error);

gboolean accord_text_lines_each (const char *text, AccordTextLineFunc func, gpointer data, GError **error);
const char *accord_text_next_word (const char *text, char **word);

G_END_DECLS
