/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The small pieces that the parts of a page are made of. */

GtkWidget *accord_page_label (const char *text, const char *style_class);
GtkWidget *accord_page_card (GtkWidget **head, const char *title);
GtkWidget *accord_page_button (const char *label);
void accord_page_name_buttons (GtkWidget *within);
GtkWidget *accord_page_icon_button (const char *icon_name, const char *label);
char *accord_page_dup_markup (const char *text);
GtkWidget *accord_page_prose (const char *text);
void accord_page_early_key (GtkWidget *widget, const char *trigger, const char *action);
void accord_page_empty_box (GtkWidget *box);

G_END_DECLS
