/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean accord_markup_check (const char *text, gsize length, gboolean html, GError **error);

G_END_DECLS
