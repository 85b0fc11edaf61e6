/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_FOLD_PANES (accord_fold_panes_get_type ())
G_DECLARE_DERIVABLE_TYPE (AccordFoldPanes, accord_fold_panes, ACCORD, FOLD_PANES, GtkWidget)

#define ACCORD_FOLD_N_PANES 3

/**
 * AccordFoldPanesClass:
 * @wide: pixels that three columns need, at the usual size of text
 * @middle: pixels that two columns need
 * @least: pixels without which nothing can be read
 * @tabs_class: the style class of the buttons
 * @columns_changed: there is room for more or fewer columns than before; what is seen must not change here
 * @fold: shows what there is room for
 * @pick: a person chose a pane
 *
 * Three panes: columns where there is room, else as the one that is made of it says, under buttons that name
 * them.
 */
struct _AccordFoldPanesClass
{
  GtkWidgetClass parent_class;

  int wide;
  int middle;
  int least;
  const char *tabs_class;
  void (*columns_changed) (AccordFoldPanes *self, int width, int height);
  void (*fold) (AccordFoldPanes *self);
  void (*pick) (AccordFoldPanes *self, guint pane);
};

/**
 * AccordFoldPanesParts:
 * @tabs: the buttons
 * @buttons: one for each pane
 * @outer: the first pane, and @inner
 * @inner: the second pane and the third
 * @panes: the three
 * @columns: for how many there is room; 0 before that is known
 *
 * What panes are made of.
 */
typedef struct
{
  GtkWidget *tabs;
  GtkWidget *buttons[ACCORD_FOLD_N_PANES];
  GtkWidget *outer;
  GtkWidget *inner;
  GtkWidget *panes[ACCORD_FOLD_N_PANES];
  int columns;
} AccordFoldPanesParts;

/* For those that are made of it. */
void accord_fold_panes_set_up (AccordFoldPanes *self, const char *const *names, GtkWidget *const *panes);
const AccordFoldPanesParts *accord_fold_panes_get_parts (AccordFoldPanes *self);
void accord_fold_panes_fold (AccordFoldPanes *self);
void accord_fold_panes_fold_later (AccordFoldPanes *self);

G_END_DECLS
