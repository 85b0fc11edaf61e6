/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/window-private.h"

#include <glib/gi18n-lib.h>

/* What is added most, from where nothing is listed: by place, a NULL between sections. */
static const char *const additions[] = {
  "meeting", "action", "caveat",    "milestone", NULL,           "payment",
  "fund",    NULL,     "programme", "case",      "organisation",
};

static void
append_section (GMenu *menu, GMenu *section)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

/**
 * accord_window_make_add_menu:
 * @self: a window with a workspace
 *
 * Fills the menu from which a record is added where nothing is listed.
 */
void
accord_window_make_add_menu (AccordWindow *self)
{
  AccordSchema *schema = accord_workspace_get_schema (self->workspace);
  g_autoptr (GMenu) menu = g_menu_new ();
  GMenu *section = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (additions); i++)
    if (additions[i] == NULL)
      {
        append_section (menu, section);
        section = g_menu_new ();
      }
    else
      {
        g_autoptr (GMenuItem) item =
            g_menu_item_new (accord_place_get_add_label (accord_place_find (additions[i]), schema), NULL);

        g_menu_item_set_action_and_target (item, "win.add", "s", additions[i]);
        g_menu_append_item (section, item);
      }
  append_section (menu, section);

  section = g_menu_new ();
  g_menu_append (section, _ ("_Import payments…"), "win.import");
  g_menu_append (section, _ ("Import a committee _page…"), "win.import-page");
  append_section (menu, section);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->add_menu), G_MENU_MODEL (menu));
}
