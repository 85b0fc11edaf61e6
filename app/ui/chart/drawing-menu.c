/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/drawing-menu.h"

#include "chart/drawing-copy.h"

#include <glib/gi18n-lib.h>

/* The actions are the button's, and the drawing is found from it: either may go before the other. */
static AccordDrawing *
find_drawing (gpointer button)
{
  GWeakRef *reference = g_object_get_data (button, "accord-drawing");

  return g_weak_ref_get (reference);
}

static void
reference_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static void
on_copy_png (GSimpleAction *action, GVariant *parameter, gpointer button)
{
  g_autoptr (AccordDrawing) drawing = find_drawing (button);

  if (drawing != NULL)
    accord_drawing_copy (drawing, ACCORD_DRAWING_PNG);
}

static void
on_copy_svg (GSimpleAction *action, GVariant *parameter, gpointer button)
{
  g_autoptr (AccordDrawing) drawing = find_drawing (button);

  if (drawing != NULL)
    accord_drawing_copy (drawing, ACCORD_DRAWING_SVG);
}

static void
on_save (GSimpleAction *action, GVariant *parameter, gpointer button)
{
  g_autoptr (AccordDrawing) drawing = find_drawing (button);

  if (drawing != NULL)
    accord_drawing_save (drawing);
}

static void
on_print (GSimpleAction *action, GVariant *parameter, gpointer button)
{
  g_autoptr (AccordDrawing) drawing = find_drawing (button);

  if (drawing != NULL)
    accord_drawing_print (drawing);
}

static const GActionEntry entries[] = {
  { "copy-png", on_copy_png, NULL, NULL, NULL, { 0 } },
  { "copy-svg", on_copy_svg, NULL, NULL, NULL, { 0 } },
  { "save", on_save, NULL, NULL, NULL, { 0 } },
  { "print", on_print, NULL, NULL, NULL, { 0 } },
};

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) copy = g_menu_new (), keep = g_menu_new ();

  g_menu_append (copy, _ ("Copy as _PNG"), "drawing.copy-png");
  g_menu_append (copy, _ ("Copy as S_VG"), "drawing.copy-svg");
  g_menu_append (keep, _ ("_Save as…"), "drawing.save");
  g_menu_append (keep, _ ("P_rint…"), "drawing.print");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (keep));
  return G_MENU_MODEL (menu);
}

/**
 * accord_drawing_menu_new:
 * @drawing: a drawing; it is not kept
 *
 * Returns: (transfer floating): a small button for the head of its card, by which it is copied, saved and
 * printed
 */
GtkWidget *
accord_drawing_menu_new (AccordDrawing *drawing)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = make_menu ();
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GWeakRef *reference = g_new0 (GWeakRef, 1);

  g_weak_ref_init (reference, drawing);
  g_object_set_data_full (G_OBJECT (button), "accord-drawing", reference, reference_free);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), button);
  gtk_widget_insert_action_group (button, "drawing", G_ACTION_GROUP (actions));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "drawing-menu");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Copy, save or print this picture"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (button)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Copy, save or print this picture"), -1);
  return button;
}
