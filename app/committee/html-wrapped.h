/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *accord_html_unwrap (const char *text, gsize length, gsize *unwrapped_length, gboolean *cut);

G_END_DECLS
