/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/form.h"
#include "form/form-model.h"
#include "form/page-data.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_SECTION_VIEW (accord_section_view_get_type ())
G_DECLARE_FINAL_TYPE (AccordSectionView, accord_section_view, ACCORD, SECTION_VIEW, GtkWidget)

GtkWidget *accord_section_view_new (AccordWorkspace *workspace, AccordFormSection section);

void accord_section_view_show (AccordSectionView *self, AccordRecord *record, AccordPageData *data);
void accord_section_view_set_editable (AccordSectionView *self, gboolean editable);
gboolean accord_section_view_edit (AccordSectionView *self);
void accord_section_view_save (AccordSectionView *self);
void accord_section_view_cancel (AccordSectionView *self);
AccordForm *accord_section_view_get_form (AccordSectionView *self);

G_END_DECLS
