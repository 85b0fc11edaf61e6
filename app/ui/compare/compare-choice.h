/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_COMPARE_CHOICE (accord_compare_choice_get_type ())
G_DECLARE_FINAL_TYPE (AccordCompareChoice, accord_compare_choice, ACCORD, COMPARE_CHOICE, GtkWidget)

GtkWidget *accord_compare_choice_new (void);
void accord_compare_choice_show (AccordCompareChoice *self, GPtrArray *versions, gint64 before, gint64 after);
gint64 accord_compare_choice_get_before (AccordCompareChoice *self);
gint64 accord_compare_choice_get_after (AccordCompareChoice *self);

G_END_DECLS
