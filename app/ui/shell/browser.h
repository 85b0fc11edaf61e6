/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/detail-page.h"
#include "list/list-view.h"
#include "shell/navigation.h"
#include "shell/places.h"

G_BEGIN_DECLS

/* How wide the list is beside a record until a person drags it, in pixels: the page has the rest. */
#define ACCORD_BROWSER_LIST_WIDTH 320

#define ACCORD_TYPE_BROWSER (accord_browser_get_type ())
G_DECLARE_FINAL_TYPE (AccordBrowser, accord_browser, ACCORD, BROWSER, GtkWidget)

void accord_browser_set_workspace (AccordBrowser *self, AccordWorkspace *workspace);
void accord_browser_set_wide (AccordBrowser *self, gboolean wide);
void accord_browser_set_deleted (AccordBrowser *self, gboolean deleted);
void accord_browser_show (AccordBrowser *self, const AccordPlace *place, const AccordLocation *location);
void accord_browser_close_record (AccordBrowser *self);

const AccordPlace *accord_browser_get_place (AccordBrowser *self);
AccordListView *accord_browser_get_list_view (AccordBrowser *self);
AccordDetailPage *accord_browser_get_detail_page (AccordBrowser *self);
gint64 accord_browser_get_record (AccordBrowser *self);
int accord_browser_get_list_width (AccordBrowser *self);
void accord_browser_set_list_width (AccordBrowser *self, int width);
void accord_browser_focus_list (AccordBrowser *self);
gboolean accord_browser_focus (AccordBrowser *self);

G_END_DECLS
