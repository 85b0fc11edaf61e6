/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_FIGURES_CARD (accord_figures_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordFiguresCard, accord_figures_card, ACCORD, FIGURES_CARD, GtkWidget)

GtkWidget *accord_figures_card_new (void);
void accord_figures_card_show (AccordFiguresCard *self, GPtrArray *figures, const char *sentence);

G_END_DECLS
