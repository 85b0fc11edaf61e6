/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/shortcuts.h"

#include "shell/commands.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* GtkShortcutsWindow is not used: its labels have no names for a screen reader and, with Shift among the
 * keys, a width below nought that GTK 4.8 warns of. */
static GtkWidget *
make_row (const AccordCommand *command)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *keys = gtk_label_new (NULL);
  g_autofree char *words = NULL;
  guint key;
  GdkModifierType modifiers;

  gtk_accelerator_parse (command->keys, &key, &modifiers);
  words = gtk_accelerator_get_label (key, modifiers);
  gtk_label_set_label (GTK_LABEL (keys), words);
  gtk_widget_add_css_class (keys, "keys");
  gtk_widget_set_valign (keys, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (command->label));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), keys);

  return row;
}

static GtkWidget *
make_page (void)
{
  GtkWidget *page = adw_preferences_page_new ();
  AdwPreferencesGroup *group = NULL;
  guint n_commands;
  const AccordCommand *commands = accord_commands_get (&n_commands);

  for (guint i = 0; i < n_commands; i++)
    {
      if (i == 0 || commands[i].group != commands[i - 1].group)
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, accord_command_group_get_label (commands[i].group));
          adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), group);
        }
      if (commands[i].keys != NULL)
        adw_preferences_group_add (group, make_row (&commands[i]));
    }

  return page;
}

static gboolean
close_window (GtkWidget *widget, GVariant *args, gpointer data)
{
  gtk_window_close (GTK_WINDOW (widget));

  return TRUE;
}

/**
 * accord_shortcuts_new:
 * @parent: the window that they hold for
 *
 * Returns: (transfer none): a window that lists the keys; GTK owns it
 */
GtkWindow *
accord_shortcuts_new (GtkWindow *parent)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = make_page ();
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_window_set_title (GTK_WINDOW (window), _ ("Keyboard shortcuts"));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 520, 640);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (window), box);

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (close_window, NULL, NULL)));
  gtk_widget_add_controller (window, controller);

  return GTK_WINDOW (window);
}
