/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_FILTER_CHOICE (accord_filter_choice_get_type ())
G_DECLARE_FINAL_TYPE (AccordFilterChoice, accord_filter_choice, ACCORD, FILTER_CHOICE, GtkWidget)

GtkWidget *accord_filter_choice_new (const char *label, const char *all);
void accord_filter_choice_offer (AccordFilterChoice *self, GPtrArray *keys, GPtrArray *words);
const char *accord_filter_choice_get_key (AccordFilterChoice *self);
void accord_filter_choice_choose (AccordFilterChoice *self, const char *key);

G_END_DECLS
