/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "calendar/calendar-view.h"
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_CALENDAR_PAGE (accord_calendar_page_get_type ())
G_DECLARE_FINAL_TYPE (AccordCalendarPage, accord_calendar_page, ACCORD, CALENDAR_PAGE, GtkWidget)

GtkWidget *accord_calendar_page_new (AccordWorkspace *workspace);
AccordCalendarView *accord_calendar_page_get_view (AccordCalendarPage *self);

G_END_DECLS
