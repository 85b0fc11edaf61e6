/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *accord_text_fold (const char *text);
char *accord_text_collapse (const char *text);
char *accord_text_line (const char *text);
char *accord_text_slug (const char *text);

G_END_DECLS
