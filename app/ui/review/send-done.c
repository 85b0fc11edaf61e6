/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/send-done.h"

#include "compat.h"
#include "form/page-parts.h"
#include "form/words.h"
#include "keys/key-view.h"

#include <glib/gi18n-lib.h>

static void
on_folder (GtkWidget *button)
{
  GFile *file = g_object_get_data (G_OBJECT (button), "accord-file");
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = g_file_get_uri (folder);

  accord_show_address (GTK_WINDOW (gtk_widget_get_root (button)), uri);
}

static const char *
find_advice (AccordProtection protection)
{
  switch (protection)
    {
    case ACCORD_PROTECTION_KEYS:
      return _ ("Only they can open it, so it may travel by e-mail.");
    case ACCORD_PROTECTION_PASSPHRASE:
      return _ ("Tell them the passphrase by telephone, not in the message that brings the file.");
    default:
      return _ ("It is not sealed: anybody who gets it can read it.");
    }
}

static GtkWidget *
make_file_card (GFile *file, const char *to, AccordProtection protection)
{
  GtkWidget *head, *card = accord_page_card (&head, _ ("The file is made")), *body = accord_words_new (6);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *send = g_strdup_printf (_ ("Send it to %s, by e-mail or on a stick."), to);
  GtkWidget *folder = accord_page_button (_ ("_Show the folder"));

  gtk_widget_add_css_class (body, "card-body");
  g_object_set_data_full (G_OBJECT (folder), "accord-file", g_object_ref (file), g_object_unref);
  g_signal_connect (folder, "clicked", G_CALLBACK (on_folder), NULL);
  gtk_widget_set_halign (folder, GTK_ALIGN_START);
  accord_words_append (body, accord_page_label (shown, "first-line"));
  accord_words_append (body, accord_page_label (send, NULL));
  accord_words_append (body, accord_page_label (find_advice (protection), NULL));
  accord_words_append (body, folder);
  gtk_box_append (GTK_BOX (card), body);
  return card;
}

/**
 * accord_send_done_new:
 * @file: the pack
 * @to: whom it is for
 * @key: the key that signed it
 * @protection: who may open it
 *
 * Returns: (transfer floating): what to do with a pack that was made, and what to tell those it is for
 */
GtkWidget *
accord_send_done_new (GFile *file, const char *to, AccordPublicKey *key, AccordProtection protection)
{
  GtkWidget *done = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18), *head;
  GtkWidget *card = accord_page_card (&head, _ ("What to tell them")), *body = accord_words_new (9);

  gtk_widget_add_css_class (body, "card-body");
  accord_words_append (
      body, accord_page_label (_ ("When they open it, they are shown the words of your key. By telephone, "
                                  "read these out to whoever asks: if they are the same, the file is "
                                  "from you."),
                               NULL));
  accord_words_append (body, accord_key_view_new (key, _ ("Signed by"), NULL));
  accord_words_append (
      body, accord_page_label (_ ("They need nothing but Accord and the file. What they send back is "
                                  "opened here as well: drop it on this window."),
                               "second-line"));
  gtk_box_append (GTK_BOX (card), body);
  gtk_box_append (GTK_BOX (done), make_file_card (file, to, protection));
  gtk_box_append (GTK_BOX (done), card);
  return done;
}
