/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shell/sidebar-row.h"
#include "shell/sidebar.h"

G_BEGIN_DECLS

struct _AccordSidebar
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *title;
  GtkWidget *scrolled;
  GtkListBox *list;
  GtkWidget *menu;

  AccordWorkspace *workspace;
  AccordPlaceCounts *counts;
  AccordPinList *pins;
  GtkListBoxRow *menu_row;
  const AccordPlace *place;
  gint64 record;
  AccordQuery *query;
  gboolean by_key;
  gboolean marking;
  gboolean reading;
  gboolean open[ACCORD_PLACE_RECORD + 1];
};

/* sidebar.c */
void accord_sidebar_choose (AccordSidebar *self, GtkListBoxRow *row, AccordWay way);
void accord_sidebar_mark (AccordSidebar *self);

/* sidebar-pins.c: what is pinned, and the menu of the rows */
void accord_sidebar_show_pins (AccordSidebar *self);
void accord_sidebar_set_up_menu (AccordSidebar *self);
void accord_sidebar_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
