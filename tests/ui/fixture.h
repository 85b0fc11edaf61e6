/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * UiCondition:
 * @data: the data given to ui_wait_until()
 *
 * Returns: whether that which a test waits for has come about
 */
typedef gboolean (*UiCondition) (gpointer data);

void ui_test_init (int *argc, char ***argv);
gboolean ui_wait_until (UiCondition condition, gpointer data);
void ui_wait_frame (GtkWidget *widget);
void ui_drain (void);
gboolean ui_is_gone (gpointer data);
GtkWidget *ui_find_type (GtkWidget *within, GType type);
GtkWidget *ui_find_mapped (GtkWidget *within, GType type);
GtkWidget *ui_find_nth (GtkWidget *within, GType type, guint nth);

G_END_DECLS
