/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *accord_picture_table_new (GtkWidget *head, GtkWidget *picture, GtkWidget *table);

GtkWidget *accord_plain_table_new (const char *label, const char *const *headings, guint n_headings,
                                   guint numbers);
void accord_plain_table_set_scrolled (GtkWidget *table);
void accord_plain_table_show (GtkWidget *table, GPtrArray *rows);

G_END_DECLS
