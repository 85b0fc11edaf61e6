/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/drop-down-rows.h"

static const char *
words_of (GtkListItem *item)
{
  return gtk_string_object_get_string (gtk_list_item_get_item (item));
}

/* The tick says which is chosen; it keeps its room, so that words stay where they are. */
static void
update_tick (GtkListItem *item, GParamSpec *pspec, GtkDropDown *drop_down)
{
  GtkWidget *child = gtk_list_item_get_child (item);
  const gboolean chosen = gtk_list_item_get_item (item) != NULL
                          && gtk_drop_down_get_selected_item (drop_down) == gtk_list_item_get_item (item);

  if (child != NULL)
    gtk_widget_set_opacity (gtk_widget_get_last_child (child), chosen ? 1 : 0);
}

static void
on_chosen (GtkDropDown *drop_down, GParamSpec *pspec, GtkListItem *item)
{
  update_tick (item, pspec, drop_down);
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item, GtkDropDown *drop_down)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "icon-name", "object-select-symbolic",
                                               "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_list_item_set_child (item, box);
  g_signal_connect_object (drop_down, "notify::selected-item", G_CALLBACK (on_chosen), item, 0);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item, GtkDropDown *drop_down)
{
  GtkWidget *box = gtk_list_item_get_child (item), *row = gtk_widget_get_parent (box);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), words_of (item));
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words_of (item), -1);
  update_tick (item, NULL, drop_down);
}

/**
 * accord_drop_down_name_rows:
 * @drop_down: a drop-down of strings
 *
 * GTK 4.8 gives the rows that a drop-down offers no names of their own; this does.
 */
void
accord_drop_down_name_rows (GtkWidget *drop_down)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), drop_down, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), drop_down, 0);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (drop_down), factory);
}
