/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "keys/key-view.h"

#include "form/page-parts.h"
#include "form/words.h"
#include "keys/key-words.h"

#include <glib/gi18n-lib.h>

/**
 * accord_key_view_new:
 * @key: a key
 * @title: (nullable): what stands above it, and who holds it; %NULL where that is said already
 * @style_class: (nullable): "known" or "strange", for keys that are held against each other
 *
 * Returns: (transfer floating): its words, and its fingerprint, to be read and selected from
 */
GtkWidget *
accord_key_view_new (AccordPublicKey *key, const char *title, const char *style_class)
{
  GtkWidget *view = accord_words_new (3);
  g_autofree char *words = accord_key_dup_shown_words (key);
  g_autofree char *fingerprint = accord_public_key_dup_fingerprint (key);
  g_autofree char *name = g_strdup_printf (_ ("Words of the key: %s"), words);
  GtkWidget *shown = accord_page_label (words, "key-words"),
            *numbers = accord_page_label (fingerprint, "key-print");

  gtk_widget_add_css_class (view, "key-view");
  if (style_class != NULL)
    gtk_widget_add_css_class (view, style_class);
  if (title != NULL)
    {
      accord_words_append (view, accord_page_label (title, "caption-line"));
      accord_words_append (view, accord_page_label (accord_public_key_get_holder (key), "first-line"));
    }
  gtk_label_set_selectable (GTK_LABEL (shown), TRUE);
  gtk_label_set_selectable (GTK_LABEL (numbers), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (shown), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  accord_words_append (view, shown);
  accord_words_append (view, numbers);
  return view;
}
