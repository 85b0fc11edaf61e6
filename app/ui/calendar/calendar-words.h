/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calendar.h"

G_BEGIN_DECLS

const char *accord_calendar_icon (const AccordCalendarEntry *entry);
const char *accord_calendar_style (const AccordCalendarEntry *entry);
gboolean accord_calendar_is_struck (const AccordCalendarEntry *entry);

char *accord_calendar_dup_short (const AccordCalendarEntry *entry);
char *accord_calendar_dup_hour (const AccordCalendarEntry *entry);
char *accord_calendar_dup_second (const AccordCalendarEntry *entry);
char *accord_calendar_dup_name (const AccordCalendarEntry *entry);
char *accord_calendar_dup_day_name (const char *iso, guint n_entries, const char *holiday, gboolean today);
char *accord_calendar_dup_filter (const AccordCalendarFilter *filter, GPtrArray *bodies);

G_END_DECLS
