/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "calendar.h"

G_BEGIN_DECLS

GtkWidget *accord_calendar_chip_new (const AccordCalendarEntry *entry);
GtkWidget *accord_calendar_row_new (const AccordCalendarEntry *entry, const char *lead);

G_END_DECLS
