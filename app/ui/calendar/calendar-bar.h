/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_CALENDAR_BAR (accord_calendar_bar_get_type ())
G_DECLARE_FINAL_TYPE (AccordCalendarBar, accord_calendar_bar, ACCORD, CALENDAR_BAR, GtkWidget)

GtkWidget *accord_calendar_bar_new (void);
void accord_calendar_bar_show (AccordCalendarBar *self, const char *title);

G_END_DECLS
