/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *accord_chart_dup_pounds (double pence);
char *accord_chart_dup_brief (const char *name);
char *accord_chart_dup_percent (double part);

G_END_DECLS
