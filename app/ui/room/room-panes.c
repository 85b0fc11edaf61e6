/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/room-panes.h"

#include <glib/gi18n-lib.h>

/* Room for three columns, and for two, at the usual size of text. */
#define WIDE 1080
#define MIDDLE 680
#define LEAST 280
#define USUAL_FONT_PIXELS 14.67

/*
 * The case, its documents and the comments: three columns where there is room; else the case beside one of
 * the other two; else one of the three at a time. Where there is less room, buttons above say which.
 */
struct _AccordRoomPanes
{
  GtkWidget parent_instance;

  GtkWidget *tabs;
  GtkWidget *buttons[ACCORD_ROOM_N_PANES];
  GtkWidget *outer;
  GtkWidget *inner;
  GtkWidget *panes[ACCORD_ROOM_N_PANES];
  AccordRoomPane shown;  /* of all three */
  AccordRoomPane beside; /* of the two that stand beside the case */
  gboolean documents;
  gboolean placed;
  int columns;
  guint fold;
  GtkWidget *last[ACCORD_ROOM_N_PANES]; /* where the keyboard was in each */
};

G_DEFINE_FINAL_TYPE (AccordRoomPanes, accord_room_panes, GTK_TYPE_WIDGET)

static double
scale_of (AccordRoomPanes *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;
  return MAX (size / USUAL_FONT_PIXELS, 1);
}

static gboolean
is_seen (AccordRoomPanes *self, AccordRoomPane pane)
{
  if (pane == ACCORD_ROOM_PANE_DOCUMENTS && !self->documents)
    return FALSE;
  if (self->columns == 1)
    return pane == self->shown;
  if (self->columns == 2 && self->documents)
    return pane == ACCORD_ROOM_PANE_CASE || pane == self->beside;
  return TRUE;
}

static void
mark_button (AccordRoomPanes *self)
{
  AccordRoomPane on = self->columns == 1 ? self->shown : self->beside;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[on]), TRUE);
}

static void
place_dividers (AccordRoomPanes *self, int width)
{
  if (self->columns == 3 && self->documents)
    {
      gtk_paned_set_position (GTK_PANED (self->outer), width * 36 / 100);
      gtk_paned_set_position (GTK_PANED (self->inner), width * 35 / 100);
    }
  else
    gtk_paned_set_position (GTK_PANED (self->outer), width * (self->columns == 3 ? 64 : 52) / 100);
}

static gboolean
fold_cb (gpointer data)
{
  AccordRoomPanes *self = data;

  self->fold = 0;
  gtk_widget_set_visible (self->tabs, self->columns == 1 || (self->columns == 2 && self->documents));
  gtk_widget_set_visible (self->buttons[ACCORD_ROOM_PANE_CASE], self->columns == 1);
  gtk_widget_set_visible (self->buttons[ACCORD_ROOM_PANE_DOCUMENTS], self->documents);
  for (guint i = 0; i < ACCORD_ROOM_N_PANES; i++)
    gtk_widget_set_visible (self->panes[i], is_seen (self, (AccordRoomPane) i));
  gtk_widget_set_visible (self->inner, is_seen (self, ACCORD_ROOM_PANE_DOCUMENTS)
                                           || is_seen (self, ACCORD_ROOM_PANE_COMMENTS));
  mark_button (self);
  /* Once for each number of columns; then a person may have moved them. */
  if (!self->placed)
    place_dividers (self, gtk_widget_get_width (GTK_WIDGET (self)));
  self->placed = TRUE;
  return G_SOURCE_REMOVE;
}

static void
fold_later (AccordRoomPanes *self)
{
  /* What is to be seen cannot change while it is being laid out. */
  if (self->fold == 0)
    self->fold = g_idle_add_full (G_PRIORITY_HIGH, fold_cb, self, NULL);
}

static void
accord_room_panes_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AccordRoomPanes *self = ACCORD_ROOM_PANES (widget);
  double scale = scale_of (self);
  int columns = width >= WIDE * scale ? 3 : width >= MIDDLE * scale ? 2 : 1;
  int tabs = 0;

  if (gtk_widget_should_layout (self->tabs))
    {
      gtk_widget_measure (self->tabs, GTK_ORIENTATION_VERTICAL, width, &tabs, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->tabs, &(GtkAllocation){ 0, 0, width, tabs }, -1);
    }
  if (columns != self->columns)
    {
      self->columns = columns;
      self->placed = FALSE;
      fold_later (self);
    }
  gtk_widget_size_allocate (self->outer, &(GtkAllocation){ 0, tabs, width, MAX (height - tabs, 0) }, -1);
}

static void
accord_room_panes_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                           int *natural, int *minimum_baseline, int *natural_baseline)
{
  AccordRoomPanes *self = ACCORD_ROOM_PANES (widget);
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;
  int least, best, tabs = 0;

  gtk_widget_measure (self->outer, orientation, -1, &least, &best, NULL, NULL);
  if (gtk_widget_should_layout (self->tabs))
    gtk_widget_measure (self->tabs, orientation, -1, &tabs, NULL, NULL, NULL);
  /* Narrower than its columns it folds. */
  *minimum = across ? MAX (tabs, LEAST) : MIN (least, 120) + tabs;
  *natural = MAX (*minimum, best);
}

static void
on_tab (GtkToggleButton *button, AccordRoomPanes *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < ACCORD_ROOM_N_PANES; i++)
    if (self->buttons[i] == GTK_WIDGET (button))
      {
        self->shown = (AccordRoomPane) i;
        if (i != ACCORD_ROOM_PANE_CASE)
          self->beside = (AccordRoomPane) i;
      }
  fold_later (self);
}

static void
accord_room_panes_dispose (GObject *object)
{
  AccordRoomPanes *self = ACCORD_ROOM_PANES (object);

  g_clear_handle_id (&self->fold, g_source_remove);
  for (guint i = 0; i < ACCORD_ROOM_N_PANES; i++)
    g_clear_weak_pointer (&self->last[i]);
  g_clear_pointer (&self->tabs, gtk_widget_unparent);
  g_clear_pointer (&self->outer, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_room_panes_parent_class)->dispose (object);
}

static void
accord_room_panes_class_init (AccordRoomPanesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_room_panes_dispose;
  widget_class->size_allocate = accord_room_panes_size_allocate;
  widget_class->measure = accord_room_panes_measure;
}

static GtkWidget *
make_tabs (AccordRoomPanes *self)
{
  const char *const names[] = { _ ("Case"), _ ("Documents"), _ ("Comments") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_add_css_class (box, "room-tabs");
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  for (guint i = 0; i < ACCORD_ROOM_N_PANES; i++)
    {
      self->buttons[i] = gtk_toggle_button_new_with_label (names[i]);
      gtk_widget_set_hexpand (self->buttons[i], TRUE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      names[i], -1);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->buttons[i]),
                                     GTK_TOGGLE_BUTTON (self->buttons[0]));
      g_signal_connect_object (self->buttons[i], "toggled", G_CALLBACK (on_tab), self, 0);
      gtk_box_append (GTK_BOX (box), self->buttons[i]);
    }
  gtk_widget_hide (box);
  return box;
}

static void
accord_room_panes_init (AccordRoomPanes *self)
{
  self->beside = ACCORD_ROOM_PANE_DOCUMENTS;
  self->documents = TRUE;
  self->tabs = make_tabs (self);
  gtk_widget_set_parent (self->tabs, GTK_WIDGET (self));
  self->inner = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  self->outer = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_parent (self->outer, GTK_WIDGET (self));
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
  AccordRoomPanes *self = g_object_new (ACCORD_TYPE_ROOM_PANES, NULL);
  GtkPaned *inner = GTK_PANED (self->inner), *outer = GTK_PANED (self->outer);

  for (guint i = 0; i < ACCORD_ROOM_N_PANES; i++)
    {
      self->panes[i] = panes[i];
      gtk_widget_add_css_class (panes[i], "room-pane");
    }
  gtk_paned_set_start_child (inner, panes[ACCORD_ROOM_PANE_DOCUMENTS]);
  gtk_paned_set_end_child (inner, panes[ACCORD_ROOM_PANE_COMMENTS]);
  gtk_paned_set_start_child (outer, panes[ACCORD_ROOM_PANE_CASE]);
  gtk_paned_set_end_child (outer, self->inner);
  /* A wider window is shared out as they were. */
  gtk_paned_set_resize_start_child (outer, TRUE);
  gtk_paned_set_resize_end_child (inner, TRUE);
  gtk_paned_set_shrink_start_child (inner, FALSE);
  gtk_paned_set_shrink_end_child (inner, FALSE);
  gtk_paned_set_shrink_start_child (outer, FALSE);
  gtk_paned_set_shrink_end_child (outer, FALSE);
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
  fold_later (self);
}

/* The pane that the keyboard is in, or -1; what of it has the keyboard is remembered. */
static int
remember (AccordRoomPanes *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (int i = 0; focus != NULL && i < ACCORD_ROOM_N_PANES; i++)
    if (gtk_widget_is_ancestor (focus, self->panes[i]))
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
  g_clear_handle_id (&self->fold, g_source_remove);
  fold_cb (self);
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
    at = ACCORD_ROOM_N_PANES;
  do
    at = (at + by + ACCORD_ROOM_N_PANES) % ACCORD_ROOM_N_PANES;
  while (at == ACCORD_ROOM_PANE_DOCUMENTS && !self->documents);
  accord_room_panes_show (self, (AccordRoomPane) at);
  if ((self->last[at] == NULL || !gtk_widget_grab_focus (self->last[at]))
      && !gtk_widget_grab_focus (self->panes[at]))
    gtk_widget_child_focus (self->panes[at], GTK_DIR_TAB_FORWARD);
}
