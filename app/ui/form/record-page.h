/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "form/form-model.h"
#include "form/page-data.h"
#include "form/section-view.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_RECORD_PAGE (accord_record_page_get_type ())
G_DECLARE_FINAL_TYPE (AccordRecordPage, accord_record_page, ACCORD, RECORD_PAGE, GtkWidget)

GtkWidget *accord_record_page_new (AccordWorkspace *workspace);

void accord_record_page_show (AccordRecordPage *self, AccordRecord *record, AccordPageData *data);
void accord_record_page_edit (AccordRecordPage *self);
void accord_record_page_save (AccordRecordPage *self);
gboolean accord_record_page_cancel (AccordRecordPage *self);

G_END_DECLS
