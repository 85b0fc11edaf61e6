/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "calendar.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_CALENDAR_CHOICE (accord_calendar_choice_get_type ())
G_DECLARE_FINAL_TYPE (AccordCalendarChoice, accord_calendar_choice, ACCORD, CALENDAR_CHOICE, GtkWidget)

GtkWidget *accord_calendar_choice_new (void);
void accord_calendar_choice_set_bodies (AccordCalendarChoice *self, GPtrArray *bodies);
void accord_calendar_choice_get (AccordCalendarChoice *self, AccordCalendarFilter *filter);
void accord_calendar_choice_clear (AccordCalendarChoice *self);

G_END_DECLS
