/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

gboolean accord_field_is_formatted (const AccordKind *kind, guint field);

char *accord_format_around (const char *text, int *start, int *end, const char *mark);
char *accord_format_lines (const char *text, int *start, int *end, const char *prefix);
char *accord_format_link (const char *text, int *start, int *end);

G_END_DECLS
