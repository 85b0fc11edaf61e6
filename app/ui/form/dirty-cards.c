/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/dirty-cards.h"

/* Cards in which something can be typed have the property that a section has. */
static gboolean
has_property (GtkWidget *widget)
{
  return g_object_class_find_property (G_OBJECT_GET_CLASS (widget), "dirty") != NULL;
}

/**
 * accord_dirty_cards_any:
 * @within: cards; what has the property “dirty” speaks for all that it holds
 *
 * Returns: whether something was typed in a card in view that is not saved
 */
gboolean
accord_dirty_cards_any (GtkWidget *within)
{
  gboolean dirty = FALSE;

  if (!gtk_widget_get_visible (within))
    return FALSE;
  if (has_property (within))
    {
      g_object_get (within, "dirty", &dirty, NULL);
      return dirty;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL && !dirty;
       child = gtk_widget_get_next_sibling (child))
    dirty = accord_dirty_cards_any (child);
  return dirty;
}

/**
 * accord_dirty_cards_watch:
 * @within: cards
 * @callback: called with @object alone when something was typed, saved or given up
 * @object: a #GObject; once it is gone nothing is called
 *
 * Follows the cards that are there now.
 */
void
accord_dirty_cards_watch (GtkWidget *within, GCallback callback, gpointer object)
{
  if (has_property (within))
    {
      g_signal_connect_object (within, "notify::dirty", callback, object, G_CONNECT_SWAPPED);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    accord_dirty_cards_watch (child, callback, object);
}
