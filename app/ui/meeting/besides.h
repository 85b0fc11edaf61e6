/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_BESIDES (accord_besides_get_type ())
G_DECLARE_FINAL_TYPE (AccordBesides, accord_besides, ACCORD, BESIDES, GtkWidget)

GtkWidget *accord_besides_new (GtkWidget *side, GtkWidget *main, int side_width, int least_width);
void accord_besides_set_spacing (AccordBesides *self, int spacing, int stacked);

G_END_DECLS
