/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "form/form-model.h"
#include "form/page-data.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_SECTION_LINES (accord_section_lines_get_type ())
G_DECLARE_FINAL_TYPE (AccordSectionLines, accord_section_lines, ACCORD, SECTION_LINES, GtkWidget)

GtkWidget *accord_section_lines_new (AccordFormSection section);
void accord_section_lines_show (AccordSectionLines *self, AccordRecord *record, AccordPageData *data);

G_END_DECLS
