/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shell/browser.h"

G_BEGIN_DECLS

struct _AccordBrowser
{
  GtkWidget parent_instance;

  GtkWidget *views;
  GtkWidget *paned;
  GtkWidget *lists;
  GtkWidget *detail_bin;
  AccordDetailPage *detail;

  AccordWorkspace *workspace;
  const AccordPlace *place;
  gint64 record;
  GQueue recent;
  AccordListView *returning;
  guint return_id;
  guint return_frames;
  double return_scroll;
  int list_width;
  gboolean wide;
  gboolean deleted;
  gboolean quiet;
  gboolean clicked;
};

/* browser.c */
void accord_browser_choose (AccordBrowser *self, gint64 record);
void accord_browser_tell_list (AccordBrowser *self);
gboolean accord_browser_is_beside (AccordBrowser *self);

/* browser-lists.c: the lists behind the one in view */
void accord_browser_show_list (AccordBrowser *self, const AccordPlace *place);
void accord_browser_clear_lists (AccordBrowser *self);
void accord_browser_set_list (AccordBrowser *self, const AccordLocation *location);
void accord_browser_stop_returning (AccordBrowser *self);
void accord_browser_watch_clicks (AccordBrowser *self);

G_END_DECLS
