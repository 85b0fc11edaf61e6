/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "calendar.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_CALENDAR_GRID (accord_calendar_grid_get_type ())
G_DECLARE_FINAL_TYPE (AccordCalendarGrid, accord_calendar_grid, ACCORD, CALENDAR_GRID, GtkWidget)

GtkWidget *accord_calendar_grid_new (void);
void accord_calendar_grid_show (AccordCalendarGrid *self, GPtrArray *entries, const char *day,
                                const char *today);

G_END_DECLS
