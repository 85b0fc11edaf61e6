/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/shortcuts.h"

#include <glib/gi18n-lib.h>

/* GtkShortcutsWindow is not used: its labels have no names for a screen reader and, with Shift among the
 * keys, a width below nought that GTK 4.8 warns of. */
typedef struct
{
  const char *group;
  const char *title;
  const char *keys;
} Shortcut;

static const Shortcut shortcuts[] = {
  { N_ ("Records"), N_ ("Add a record"), "<ctrl>n" },
  { NULL, N_ ("Edit the record in view"), "F2" },
  { NULL, N_ ("Save"), "<ctrl>s" },
  { NULL, N_ ("Leave an edit, close the record"), "Escape" },
  { NULL, N_ ("Delete what is selected"), "Delete" },
  { NULL, N_ ("Undo"), "<ctrl>z" },
  { NULL, N_ ("Redo"), "<ctrl><shift>z" },
  { N_ ("Finding and moving"), N_ ("Search this list"), "<ctrl>f" },
  { NULL, N_ ("Search everything"), "<ctrl>k" },
  { NULL, N_ ("Back"), "<alt>Left" },
  { NULL, N_ ("Forward"), "<alt>Right" },
  { NULL, N_ ("Show or hide the sidebar"), "F9" },
  { N_ ("Workspaces and windows"), N_ ("Open a workspace"), "<ctrl>o" },
  { NULL, N_ ("Print what is in view"), "<ctrl>p" },
  { NULL, N_ ("Save what is in view as PDF"), "<ctrl><shift>p" },
  { NULL, N_ ("New window"), "<ctrl><shift>n" },
  { NULL, N_ ("Close the window"), "<ctrl>w" },
  { NULL, N_ ("Quit"), "<ctrl>q" },
  { NULL, N_ ("Menu"), "F10" },
  { NULL, N_ ("Keyboard shortcuts"), "<ctrl>question" },
};

static GtkWidget *
make_row (const Shortcut *shortcut)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *keys = gtk_label_new (NULL);
  g_autofree char *words = NULL;
  guint key;
  GdkModifierType modifiers;

  gtk_accelerator_parse (shortcut->keys, &key, &modifiers);
  words = gtk_accelerator_get_label (key, modifiers);
  gtk_label_set_label (GTK_LABEL (keys), words);
  gtk_widget_add_css_class (keys, "keys");
  gtk_widget_set_valign (keys, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (shortcut->title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), keys);

  return row;
}

static GtkWidget *
make_page (void)
{
  GtkWidget *page = adw_preferences_page_new ();
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      if (shortcuts[i].group != NULL)
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, _ (shortcuts[i].group));
          adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), group);
        }
      adw_preferences_group_add (group, make_row (&shortcuts[i]));
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
