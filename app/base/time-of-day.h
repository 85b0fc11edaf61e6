/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean accord_time_parse (const char *text, gint *minutes);

G_END_DECLS
