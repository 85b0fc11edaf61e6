/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean accord_retry_after_parse (const char *words, GDateTime *now, gint64 *seconds);

G_END_DECLS
