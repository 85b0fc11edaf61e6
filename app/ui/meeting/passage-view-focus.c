/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "meeting/passage-view-private.h"

/* Where the keyboard goes in a text and the records beside it. */

/**
 * accord_passage_view_index_of:
 * @self: a view
 * @widget: a number, a card or what is in one
 *
 * Returns: the part it belongs to, or %ACCORD_PASSAGE_NONE
 */
guint
accord_passage_view_index_of (AccordPassageView *self, GtkWidget *widget)
{
  for (guint i = 0; i < self->bands->len; i++)
    if (BAND (self, i)->number == widget || BAND (self, i)->card == widget
        || gtk_widget_is_ancestor (widget, BAND (self, i)->card))
      return i;
  return ACCORD_PASSAGE_NONE;
}

static GtkWidget *
focus_widget (AccordPassageView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ? focus : NULL;
}

gboolean
accord_passage_view_focus_number (AccordPassageView *self, guint index)
{
  return index < self->bands->len && BAND (self, index)->top >= 0
         && gtk_widget_grab_focus (BAND (self, index)->number);
}

static gboolean
focus_card (AccordPassageView *self, guint index)
{
  GtkWidget *first =
      index < self->bands->len ? accord_record_card_get_first (BAND (self, index)->card) : NULL;

  return first != NULL && gtk_widget_grab_focus (first);
}

static gboolean
is_number (AccordPassageView *self, GtkWidget *widget)
{
  guint index = accord_passage_view_index_of (self, widget);

  return index != ACCORD_PASSAGE_NONE && BAND (self, index)->number == widget;
}

/* Up and down go from passage to passage, or from record to record. */
gboolean
accord_passage_view_arrow (GtkWidget *widget, GVariant *args, gpointer data)
{
  AccordPassageView *self = ACCORD_PASSAGE_VIEW (widget);
  GtkWidget *focus = focus_widget (self);
  int step = g_variant_get_int32 (args);
  guint index = focus != NULL ? accord_passage_view_index_of (self, focus) : ACCORD_PASSAGE_NONE;

  if (index == ACCORD_PASSAGE_NONE)
    return FALSE;
  if (!is_number (self, focus))
    {
      GtkWidget *next = focus;

      do
        next = step > 0 ? gtk_widget_get_next_sibling (next) : gtk_widget_get_prev_sibling (next);
      while (next != NULL && !GTK_IS_BUTTON (next));
      if (next != NULL && gtk_widget_grab_focus (next))
        return TRUE;
    }
  if ((step < 0 && index == 0) || index + step >= self->bands->len)
    return TRUE;
  if (is_number (self, focus))
    accord_passage_view_focus_number (self, index + step);
  else
    focus_card (self, index + step);
  return TRUE;
}

/* To the other side, on the same passage. */
gboolean
accord_passage_view_other_side (GtkWidget *widget, GVariant *args, gpointer data)
{
  AccordPassageView *self = ACCORD_PASSAGE_VIEW (widget);
  GtkWidget *focus = focus_widget (self);
  guint index = focus != NULL ? accord_passage_view_index_of (self, focus) : ACCORD_PASSAGE_NONE;

  if (index == ACCORD_PASSAGE_NONE)
    return FALSE;
  return is_number (self, focus) ? focus_card (self, index) : accord_passage_view_focus_number (self, index);
}

static guint
first_shown (AccordPassageView *self)
{
  return self->chosen < self->bands->len ? self->chosen : 0;
}

static gboolean
focus_foot (AccordPassageView *self, GtkDirectionType direction)
{
  return gtk_widget_get_visible (self->foot) && gtk_widget_child_focus (self->foot, direction);
}

static gboolean
focus_forward (AccordPassageView *self, GtkWidget *focus, guint index)
{
  if (focus == NULL && accord_passage_view_focus_number (self, first_shown (self)))
    return TRUE;
  if (focus == NULL && focus_card (self, first_shown (self)))
    return TRUE;
  if (index != ACCORD_PASSAGE_NONE && is_number (self, focus))
    return focus_card (self, index);
  return focus_foot (self, GTK_DIR_TAB_FORWARD);
}

static gboolean
focus_backward (AccordPassageView *self, GtkWidget *focus, guint index)
{
  if (index != ACCORD_PASSAGE_NONE)
    return !is_number (self, focus) && accord_passage_view_focus_number (self, index);
  return focus_foot (self, GTK_DIR_TAB_BACKWARD) || focus_card (self, first_shown (self));
}

/* Two stops, not two for each passage: the numbers on the text's edge, then the records. */
gboolean
accord_passage_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  AccordPassageView *self = ACCORD_PASSAGE_VIEW (widget);
  GtkWidget *focus = focus_widget (self);
  guint index = focus != NULL ? accord_passage_view_index_of (self, focus) : ACCORD_PASSAGE_NONE;

  if (self->text == NULL)
    return FALSE;
  if (direction == GTK_DIR_TAB_FORWARD)
    return focus_forward (self, focus, index);
  return direction == GTK_DIR_TAB_BACKWARD && focus_backward (self, focus, index);
}
