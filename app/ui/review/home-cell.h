/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "review/home-model.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_HOME_CELL (accord_home_cell_get_type ())
G_DECLARE_FINAL_TYPE (AccordHomeCell, accord_home_cell, ACCORD, HOME_CELL, GtkWidget)

GtkWidget *accord_home_cell_new (void);
void accord_home_cell_show (AccordHomeCell *self, AccordHomeModel *model, AccordHomeEntry *entry);
void accord_home_cell_clear (AccordHomeCell *self);
AccordHomeEntry *accord_home_cell_get_entry (AccordHomeCell *self);

G_END_DECLS
