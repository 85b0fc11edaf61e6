/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "calendar.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_CALENDAR_CELL (accord_calendar_cell_get_type ())
G_DECLARE_FINAL_TYPE (AccordCalendarCell, accord_calendar_cell, ACCORD, CALENDAR_CELL, GtkWidget)

/**
 * AccordCalendarCellState:
 * @day: an ISO date
 * @other_month: whether it belongs to the month before or after
 * @today: whether it is today
 * @chosen: whether it is the day that the keyboard is at
 * @holiday: (nullable): the bank holiday that it is
 *
 * How a day of a month is shown.
 */
typedef struct
{
  const char *day;
  gboolean other_month;
  gboolean today;
  gboolean chosen;
  const char *holiday;
} AccordCalendarCellState;

GtkWidget *accord_calendar_cell_new (void);
void accord_calendar_cell_show (AccordCalendarCell *self, const AccordCalendarCellState *state,
                                GPtrArray *entries);
const char *accord_calendar_cell_get_day (AccordCalendarCell *self);
void accord_calendar_cell_enter (AccordCalendarCell *self);

G_END_DECLS
