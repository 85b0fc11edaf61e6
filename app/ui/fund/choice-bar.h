/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_CHOICE_BAR (accord_choice_bar_get_type ())
G_DECLARE_FINAL_TYPE (AccordChoiceBar, accord_choice_bar, ACCORD, CHOICE_BAR, GtkWidget)

GtkWidget *accord_choice_bar_new (const char *label, const char *const *choices);
guint accord_choice_bar_get_chosen (AccordChoiceBar *self);
void accord_choice_bar_choose (AccordChoiceBar *self, guint choice);

G_END_DECLS
