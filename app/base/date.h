/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "date-form.h"

#include <glib.h>

G_BEGIN_DECLS

gboolean accord_date_parse (const char *text, char **iso, GError **error);

char *accord_date_format (const char *iso);
gboolean accord_date_is_iso (const char *text);

gboolean accord_date_to_day_number (const char *iso, gint *day_number);
gboolean accord_date_from_day_number (gint day_number, char out[ACCORD_DATE_ISO_SIZE]);
gint accord_date_days_until (const char *iso, const char *today);
gboolean accord_date_is_past (const char *iso, const char *today);
char *accord_date_step (const char *text, int days);

G_END_DECLS
