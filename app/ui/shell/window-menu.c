/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/window-private.h"

#include <glib/gi18n-lib.h>

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

/* A menu is only made anew where it says something else: each time it is, what shows it takes all of it
 * apart, and changes come many times a second. */
static gboolean
says_anew (GMenu *section, const char *words)
{
  const char *before = g_object_get_data (G_OBJECT (section), "accord-shown");

  if (g_strcmp0 (before, words) == 0)
    return FALSE;
  g_object_set_data_full (G_OBJECT (section), "accord-shown", g_strdup (words), g_free);
  return TRUE;
}

static void
fill_undo_section (AccordWindow *self)
{
  const char *undo_label = NULL, *redo_label = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *undo_words = NULL;
  g_autofree char *redo_words = NULL;
  g_autoptr (GMenuItem) undo_item = NULL;
  g_autoptr (GMenuItem) redo_item = NULL;

  if (self->workspace != NULL)
    {
      undo_label = accord_workspace_get_undo_label (self->workspace);
      redo_label = accord_workspace_get_redo_label (self->workspace);
    }
  undo_words = undo_label != NULL ? g_strdup_printf (_ ("_Undo: %s"), undo_label) : g_strdup (_ ("_Undo"));
  redo_words = redo_label != NULL ? g_strdup_printf (_ ("_Redo: %s"), redo_label) : g_strdup (_ ("_Redo"));
  shown = g_strdup_printf ("%s\n%s", undo_words, redo_words);
  if (!says_anew (self->undo_section, shown))
    return;
  undo_item = g_menu_item_new (undo_words, "win.undo");
  redo_item = g_menu_item_new (redo_words, "win.redo");
  g_menu_item_set_attribute (undo_item, "accel", "s", "<ctrl>z");
  g_menu_item_set_attribute (redo_item, "accel", "s", "<ctrl><shift>z");

  g_menu_remove_all (self->undo_section);
  g_menu_append_item (self->undo_section, undo_item);
  g_menu_append_item (self->undo_section, redo_item);
}

static void
fill_pin_section (AccordWindow *self)
{
  g_autoptr (GMenuItem) pin = NULL;
  g_autoptr (GMenuItem) save = NULL;

  if (!says_anew (self->pin_section, self->pinned ? "pinned" : "not pinned"))
    return;
  pin = g_menu_item_new (self->pinned ? _ ("Un_pin this record") : _ ("_Pin this record"), "win.pin");
  save = g_menu_item_new (_ ("_Save this search…"), "win.save-search");
  g_menu_item_set_attribute (pin, "accel", "s", "<ctrl>d");
  g_menu_item_set_attribute (save, "accel", "s", "<ctrl><shift>d");

  g_menu_remove_all (self->pin_section);
  g_menu_append_item (self->pin_section, pin);
  g_menu_append_item (self->pin_section, save);
}

/**
 * accord_window_fill_menu:
 * @self: a window
 *
 * Brings the entries of the menu up to date that are called after what they would do now.
 */
void
accord_window_fill_menu (AccordWindow *self)
{
  fill_undo_section (self);
  fill_pin_section (self);
}
