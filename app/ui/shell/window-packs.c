/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/window-private.h"

#include "keys/own-key-window.h"

static void
own_key (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (accord_own_key_window_new (GTK_WINDOW (widget))));
}

/**
 * accord_window_install_packs:
 * @widget_class: the window's class
 *
 * Installs what a window does with keys and packs.
 */
void
accord_window_install_packs (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.own-key", NULL, own_key);
}
