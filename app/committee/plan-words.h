/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *accord_plan_key (const char *words);
gboolean accord_plan_same_key (const char *a, const char *b);
gboolean accord_plan_alike (const char *a, const char *b);
char *accord_plan_time_key (const char *time);

G_END_DECLS
