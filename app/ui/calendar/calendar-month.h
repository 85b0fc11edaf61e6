/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "date-form.h"

#include <glib.h>

G_BEGIN_DECLS

#define ACCORD_CALENDAR_DAYS_A_WEEK 7
#define ACCORD_CALENDAR_WEEKS 6

void accord_calendar_month_of (const char *iso, char first[ACCORD_DATE_ISO_SIZE],
                               char last[ACCORD_DATE_ISO_SIZE]);
gboolean accord_calendar_step_months (const char *iso, int months, char out[ACCORD_DATE_ISO_SIZE]);
gboolean accord_calendar_step_days (const char *iso, int days, char out[ACCORD_DATE_ISO_SIZE]);
guint accord_calendar_weeks (const char *month, gint *first_day);
gboolean accord_calendar_same_month (const char *one, const char *other);

G_END_DECLS
