/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *accord_weekday_get_label (gint weekday);
const char *accord_weekday_get_short_label (gint weekday);
char *accord_month_dup_label (const char *iso);
char *accord_date_dup_with_weekday (const char *iso);
char *accord_date_dup_in_full (const char *iso);

G_END_DECLS
