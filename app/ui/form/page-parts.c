/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/page-parts.h"

#include "compat.h"
#include "form/head-layout.h"

#include <string.h>

/**
 * accord_page_label:
 * @text: (nullable): what it says
 * @style_class: (nullable): how it looks
 *
 * Returns: (transfer floating): a label that wraps, to the left
 */
GtkWidget *
accord_page_label (const char *text, const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  return label;
}

/**
 * accord_page_card:
 * @head: (out) (transfer none): the box with the title; what is added to it stands at its end
 * @title: what is in the card
 *
 * Returns: (transfer floating): a card, a box to append to
 */
GtkWidget *
accord_page_card (GtkWidget **head, const char *title)
{
  GtkWidget *card = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "label", title, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "xalign",
                    0.0, "wrap", TRUE, "hexpand", TRUE, NULL);

  *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_layout_manager (*head, accord_head_layout_new (6));
  gtk_widget_add_css_class (label, "section-title");
  gtk_box_append (GTK_BOX (*head), label);
  gtk_widget_add_css_class (*head, "card-head");
  gtk_widget_add_css_class (card, "card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (card), *head);
  return card;
}

static void
name_button (GtkWidget *button, const char *label)
{
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *name = g_strjoinv ("", parts);

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * accord_page_button:
 * @label: what it says, with a mnemonic
 *
 * Returns: (transfer floating): a button whose name for a screen reader is @label without the underline,
 * which GTK 4.8 would read out
 */
GtkWidget *
accord_page_button (const char *label)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  name_button (button, label);
  return button;
}

/**
 * accord_page_name_buttons:
 * @within: a widget that made its buttons itself, such as a question to a person
 *
 * Does for them what accord_page_button() does for ours.
 */
void
accord_page_name_buttons (GtkWidget *within)
{
  if (GTK_IS_BUTTON (within) && gtk_button_get_label (GTK_BUTTON (within)) != NULL)
    name_button (within, gtk_button_get_label (GTK_BUTTON (within)));
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    accord_page_name_buttons (child);
}

/**
 * accord_page_icon_button:
 * @icon_name: its picture
 * @label: what it does
 *
 * Returns: (transfer floating): a flat button
 */
GtkWidget *
accord_page_icon_button (const char *icon_name, const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

static const char *
find_address (const char *text)
{
  const char *secure = strstr (text, "https://");
  const char *plain = strstr (text, "http://");

  if (secure == NULL || plain == NULL)
    return secure != NULL ? secure : plain;
  return MIN (secure, plain);
}

/* An address ends at white space; the point or bracket after it is the sentence's. */
static gsize
address_length (const char *address)
{
  gsize length = strcspn (address, " \t\r\n<>\"“”");

  while (length > 0 && strchr (".,;:!?)]'", address[length - 1]) != NULL)
    length--;
  return length;
}

/**
 * accord_page_dup_markup:
 * @text: plain text
 *
 * Returns: (transfer full): the same as Pango markup, with web addresses as links and everything else as it
 * is
 */
char *
accord_page_dup_markup (const char *text)
{
  GString *markup = g_string_new (NULL);
  const char *address;

  while ((address = find_address (text)) != NULL)
    {
      g_autofree char *before = g_markup_escape_text (text, address - text);
      gsize length = address_length (address);
      g_autofree char *link = g_markup_escape_text (address, length);

      g_string_append_printf (markup, "%s<a href=\"%s\">%s</a>", before, link, link);
      text = address + length;
    }
  {
    g_autofree char *rest = g_markup_escape_text (text, -1);

    g_string_append (markup, rest);
  }
  return g_string_free (markup, FALSE);
}

static gboolean
on_link (GtkLabel *label, const char *uri)
{
  accord_show_address (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (label))), uri);
  return TRUE;
}

/**
 * accord_page_prose:
 * @text: plain text of any length
 *
 * Returns: (transfer floating): a label that shows it, web addresses as links, for a person to select from
 */
GtkWidget *
accord_page_prose (const char *text)
{
  g_autofree char *markup = accord_page_dup_markup (text);
  GtkWidget *label = accord_page_label (NULL, NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_widget_set_hexpand (label, TRUE);
  g_signal_connect (label, "activate-link", G_CALLBACK (on_link), NULL);
  return label;
}

/**
 * accord_page_early_key:
 * @widget: a window
 * @trigger: a key, as GTK writes triggers
 * @action: what it does
 *
 * Hears a key before whatever has the focus, where a text would take it for a new line.
 */
void
accord_page_early_key (GtkWidget *widget, const char *trigger, const char *action)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), gtk_named_action_new (action)));
  gtk_widget_add_controller (widget, keys);
}

/**
 * accord_page_empty_box:
 * @box: a box
 *
 * Takes everything out of it.
 */
void
accord_page_empty_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}
