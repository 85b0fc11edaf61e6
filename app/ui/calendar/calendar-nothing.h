/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *accord_calendar_nothing_new (void);
void accord_calendar_nothing_show (GtkWidget *nothing, const char *words, const char *before,
                                   const char *after);

G_END_DECLS
