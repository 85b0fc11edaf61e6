/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "list/list-view.h"
#include "shell/window.h"

G_BEGIN_DECLS

/**
 * WindowFixture:
 * @folder: a folder of its own
 * @schema: the kinds
 * @workspace: a workspace that holds the sample
 * @window: a window that does not show it yet
 */
typedef struct
{
  char *folder;
  AccordSchema *schema;
  AccordWorkspace *workspace;
  AccordWindow *window;
} WindowFixture;

/* Tells whether a widget is the one that is looked for. */
typedef gboolean (*WindowMatch) (GtkWidget *widget, const char *what);

void window_set_up (WindowFixture *fixture, gconstpointer data);
void window_tear_down (WindowFixture *fixture, gconstpointer data);
void window_show_workspace (WindowFixture *fixture);
GtkWidget *window_find (GtkWidget *top, WindowMatch matches, const char *what);
gboolean window_is_type (GtkWidget *widget, const char *what);
gboolean window_says (GtkWidget *widget, const char *what);
GtkWidget *window_button (WindowFixture *fixture, const char *action);
AccordListView *window_list (WindowFixture *fixture);
gboolean window_list_is_filled (gpointer fixture);

G_END_DECLS
