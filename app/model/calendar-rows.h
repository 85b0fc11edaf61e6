/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calendar.h"

G_BEGIN_DECLS

gboolean accord_calendar_read_rows (AccordCalendar *self, AccordReader *reader, GError **error);
gboolean accord_calendar_read_call_ins (AccordCalendar *self, AccordReader *reader, const char *today,
                                        GError **error);
void accord_calendar_entry_free (AccordCalendarEntry *self);

G_END_DECLS
