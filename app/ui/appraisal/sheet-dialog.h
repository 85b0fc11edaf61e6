/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "appraisal/cell-table.h"
#include "appraisal/grid-view.h"

G_BEGIN_DECLS

/* A dialog of small tables, whose Save waits until what is typed in them adds up. */
#define ACCORD_TYPE_SHEET_DIALOG (accord_sheet_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AccordSheetDialog, accord_sheet_dialog, ACCORD, SHEET_DIALOG, AdwWindow)

AccordSheetDialog *accord_sheet_dialog_new (GtkWidget *from, const char *title);
void accord_sheet_dialog_add_table (AccordSheetDialog *self, const char *title, const char *new_row,
                                    AccordCellTable *table);
void accord_sheet_dialog_add (AccordSheetDialog *self, GtkWidget *widget);
void accord_sheet_dialog_say (AccordSheetDialog *self, const char *words, gboolean may_save);

G_END_DECLS
