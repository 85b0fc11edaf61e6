/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "form/page-data.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_RELATED_PART (accord_related_part_get_type ())
G_DECLARE_FINAL_TYPE (AccordRelatedPart, accord_related_part, ACCORD, RELATED_PART, GtkWidget)

GtkWidget *accord_related_part_new (AccordWorkspace *workspace);
void accord_related_part_show (AccordRelatedPart *self, AccordRecord *record, AccordPageData *data,
                               const char *today);

G_END_DECLS
