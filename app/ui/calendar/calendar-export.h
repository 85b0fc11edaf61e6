/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "calendar.h"

G_BEGIN_DECLS

void accord_calendar_export (GtkWidget *from, const AccordCalendar *calendar,
                             const AccordCalendarFilter *filter, const char *name);

G_END_DECLS
