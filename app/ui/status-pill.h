/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "status.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_STATUS_PILL (accord_status_pill_get_type ())
G_DECLARE_FINAL_TYPE (AccordStatusPill, accord_status_pill, ACCORD, STATUS_PILL, GtkWidget)

GtkWidget *accord_status_pill_new (void);
void accord_status_pill_show (AccordStatusPill *self, const AccordStatus *status, const char *words);
void accord_status_pill_keep_whole (AccordStatusPill *self);

G_END_DECLS
