/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "calendar.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_CALENDAR_VIEW (accord_calendar_view_get_type ())
G_DECLARE_FINAL_TYPE (AccordCalendarView, accord_calendar_view, ACCORD, CALENDAR_VIEW, GtkWidget)

GtkWidget *accord_calendar_view_new (void);
void accord_calendar_view_show (AccordCalendarView *self, const AccordCalendar *calendar, const char *today);
void accord_calendar_view_go (AccordCalendarView *self, const char *day);
void accord_calendar_view_set_list (AccordCalendarView *self, gboolean list);

G_END_DECLS
