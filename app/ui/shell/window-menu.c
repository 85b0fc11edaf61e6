/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/window-private.h"

/**
 * accord_window_make_menu:
 * @self: a window that is being made
 *
 * Gives the window its menu, of which two sections follow what can be undone and pinned.
 */
void
accord_window_make_menu (AccordWindow *self)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (ACCORD_RESOURCES "/shell/window-menu.ui");

  self->undo_section = g_object_ref (G_MENU (gtk_builder_get_object (builder, "undo_section")));
  self->pin_section = g_object_ref (G_MENU (gtk_builder_get_object (builder, "pin_section")));
  gtk_menu_button_set_menu_model (self->menu_button,
                                  G_MENU_MODEL (gtk_builder_get_object (builder, "main_menu")));
}
