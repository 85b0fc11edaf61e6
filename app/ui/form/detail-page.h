/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_DETAIL_PAGE (accord_detail_page_get_type ())
G_DECLARE_FINAL_TYPE (AccordDetailPage, accord_detail_page, ACCORD, DETAIL_PAGE, GtkWidget)

GtkWidget *accord_detail_page_new (AccordWorkspace *workspace);

void accord_detail_page_show (AccordDetailPage *self, const AccordKind *kind, gint64 id);
gint64 accord_detail_page_get_id (AccordDetailPage *self);
char *accord_detail_page_dup_title (AccordDetailPage *self);
void accord_detail_page_edit (AccordDetailPage *self);
void accord_detail_page_save (AccordDetailPage *self);
void accord_detail_page_cancel (AccordDetailPage *self);

G_END_DECLS
