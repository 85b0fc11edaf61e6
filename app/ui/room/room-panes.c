/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/room-panes.h"

#include <glib/gi18n-lib.h>

#define WIDE 1080
#define MIDDLE 680
#define LEAST 280

/*
 * The case, its documents and the comments: three columns where there is room; else the case beside one of
 * the other two; else one of the three at a time. Where there is less room, buttons above say which.
 */
struct _AccordRoomPanes
{
  AccordFoldPanes parent_instance;

  AccordRoomPane shown;  /* of all three */
  AccordRoomPane beside; /* of the two that stand beside the case */
  gboolean documents;
  gboolean placed;
  GtkWidget *last[ACCORD_FOLD_N_PANES]; /* where the keyboard was in each */
};

G_DEFINE_FINAL_TYPE (AccordRoomPanes, accord_room_panes, ACCORD_TYPE_FOLD_PANES)

static const AccordFoldPanesParts *
parts_of (AccordRoomPanes *self)
{
  return accord_fold_panes_get_parts (ACCORD_FOLD_PANES (self));
}

static gboolean
is_seen (AccordRoomPanes *self, AccordRoomPane pane)
{
  const int columns = parts_of (self)->columns;

  if (pane == ACCORD_ROOM_PANE_DOCUMENTS && !self->documents)
    return FALSE;
  if (columns == 1)
    return pane == self->shown;
  if (columns == 2 && self->documents)
    return pane == ACCORD_ROOM_PANE_CASE || pane == self->beside;
  return TRUE;
}

static void
place_dividers (AccordRoomPanes *self, const AccordFoldPanesParts *parts, int width)
{
  if (parts->columns == 3 && self->documents)
    {
      gtk_paned_set_position (GTK_PANED (parts->outer), width * 36 / 100);
      gtk_paned_set_position (GTK_PANED (parts->inner), width * 35 / 100);
    }
  else
    gtk_paned_set_position (GTK_PANED (parts->outer), width * (parts->columns == 3 ? 64 : 52) / 100);
}

static void
accord_room_panes_fold (AccordFoldPanes *panes)
{
  AccordRoomPanes *self = ACCORD_ROOM_PANES (panes);
  const AccordFoldPanesParts *parts = parts_of (self);
  const AccordRoomPane on = parts->columns == 1 ? self->shown : self->beside;

  gtk_widget_set_visible (parts->tabs, parts->columns == 1 || (parts->columns == 2 && self->documents));
  gtk_widget_set_visible (parts->buttons[ACCORD_ROOM_PANE_CASE], parts->columns == 1);
  gtk_widget_set_visible (parts->buttons[ACCORD_ROOM_PANE_DOCUMENTS], self->documents);
  for (guint i = 0; i < ACCORD_FOLD_N_PANES; i++)
    gtk_widget_set_visible (parts->panes[i], is_seen (self, (AccordRoomPane) i));
  gtk_widget_set_visible (parts->inner, is_seen (self, ACCORD_ROOM_PANE_DOCUMENTS)
                                            || is_seen (self, ACCORD_ROOM_PANE_COMMENTS));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (parts->buttons[on]), TRUE);
  /* Once for each number of columns; then a person may have moved them. */
  if (!self->placed)
    place_dividers (self, parts, gtk_widget_get_width (GTK_WIDGET (self)));
  self->placed = TRUE;
}

static void
accord_room_panes_columns_changed (AccordFoldPanes *panes, int width, int height)
{
  ACCORD_ROOM_PANES (panes)->placed = FALSE;
}

static void
accord_room_panes_pick (AccordFoldPanes *panes, guint pane)
{
  AccordRoomPanes *self = ACCORD_ROOM_PANES (panes);

  self->shown = (AccordRoomPane) pane;
  if (pane != ACCORD_ROOM_PANE_CASE)
    self->beside = (AccordRoomPane) pane;
  accord_fold_panes_fold_later (panes);
}

static void
accord_room_panes_dispose (GObject *object)
{
  AccordRoomPanes *self = ACCORD_ROOM_PANES (object);

  for (guint i = 0; i < ACCORD_FOLD_N_PANES; i++)
    g_clear_weak_pointer (&self->last[i]);

  G_OBJECT_CLASS (accord_room_panes_parent_class)->dispose (object);
}

static void
accord_room_panes_class_init (AccordRoomPanesClass *klass)
{
  AccordFoldPanesClass *panes_class = ACCORD_FOLD_PANES_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_room_panes_dispose;
  panes_class->wide = WIDE;
  panes_class->middle = MIDDLE;
  panes_class->least = LEAST;
  panes_class->tabs_class = "room-tabs";
  panes_class->fold = accord_room_panes_fold;
  panes_class->columns_changed = accord_room_panes_columns_changed;
  panes_class->pick = accord_room_panes_pick;
}

static void
accord_room_panes_init (AccordRoomPanes *self)
{
  self->beside = ACCORD_ROOM_PANE_DOCUMENTS;
  self->documents = TRUE;
}

/**
 * accord_room_panes_new:
 * @panes: (array fixed-size=3) (transfer floating): the case, its documents and the comments
 *
 * Returns: (transfer floating): the three, as there is room
 */
GtkWidget *
accord_room_panes_new (GtkWidget *const *panes)
{
  const char *const names[] = { _ ("Case"), _ ("Documents"), _ ("Comments") };
  AccordRoomPanes *self = g_object_new (ACCORD_TYPE_ROOM_PANES, NULL);

  accord_fold_panes_set_up (ACCORD_FOLD_PANES (self), names, panes);
  for (guint i = 0; i < ACCORD_FOLD_N_PANES; i++)
    gtk_widget_add_css_class (panes[i], "room-pane");
  /* A wider window is shared out as they were. */
  gtk_paned_set_resize_start_child (GTK_PANED (parts_of (self)->outer), TRUE);
  gtk_paned_set_resize_end_child (GTK_PANED (parts_of (self)->inner), TRUE);
  return GTK_WIDGET (self);
}

/**
 * accord_room_panes_set_documents:
 * @self: panes
 * @any: whether there are documents; a pane without any would take the room of the case
 *
 * Shows or hides the pane with the documents.
 */
void
accord_room_panes_set_documents (AccordRoomPanes *self, gboolean any)
{
  if (self->documents == any)
    return;
  self->documents = any;
  if (!any)
    {
      self->beside = ACCORD_ROOM_PANE_COMMENTS;
      if (self->shown == ACCORD_ROOM_PANE_DOCUMENTS)
        self->shown = ACCORD_ROOM_PANE_CASE;
    }
  self->placed = FALSE;
  accord_fold_panes_fold_later (ACCORD_FOLD_PANES (self));
}

/* The pane that the keyboard is in, or -1; what of it has the keyboard is remembered. */
static int
remember (AccordRoomPanes *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (int i = 0; focus != NULL && i < ACCORD_FOLD_N_PANES; i++)
    if (gtk_widget_is_ancestor (focus, parts_of (self)->panes[i]))
      {
        g_set_weak_pointer (&self->last[i], focus);
        return i;
      }
  return -1;
}

/**
 * accord_room_panes_show:
 * @self: panes
 * @pane: one of them
 *
 * Has it seen, also where there is no room for all.
 */
void
accord_room_panes_show (AccordRoomPanes *self, AccordRoomPane pane)
{
  g_return_if_fail (ACCORD_IS_ROOM_PANES (self));

  remember (self);
  self->shown = pane;
  if (pane != ACCORD_ROOM_PANE_CASE)
    self->beside = pane;
  accord_fold_panes_fold (ACCORD_FOLD_PANES (self));
}

/**
 * accord_room_panes_step:
 * @self: panes
 * @by: 1 for the next, -1 for the one before
 *
 * Goes to another pane, where the keyboard was in it before; the first after the last.
 */
void
accord_room_panes_step (AccordRoomPanes *self, int by)
{
  int at;

  g_return_if_fail (ACCORD_IS_ROOM_PANES (self));

  at = remember (self);
  if (at < 0 && by < 0)
    at = ACCORD_FOLD_N_PANES;
  do
    at = (at + by + ACCORD_FOLD_N_PANES) % ACCORD_FOLD_N_PANES;
  while (at == ACCORD_ROOM_PANE_DOCUMENTS && !self->documents);
  accord_room_panes_show (self, (AccordRoomPane) at);
  if ((self->last[at] == NULL || !gtk_widget_grab_focus (self->last[at]))
      && !gtk_widget_grab_focus (parts_of (self)->panes[at]))
    gtk_widget_child_focus (parts_of (self)->panes[at], GTK_DIR_TAB_FORWARD);
}
