/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "payments-import.h"

G_BEGIN_DECLS

void accord_import_preview_fill_figures (GtkBox *figures, const AccordSpendPreview *preview);
void accord_import_preview_fill_samples (GtkGrid *grid, const AccordSpendPreview *preview);
guint accord_import_preview_fill_rejections (GtkListBox *list, GPtrArray *rejections, guint64 total);
char *accord_import_preview_dup_result (const AccordPaymentsResult *did);
char *accord_import_preview_dup_detail (const AccordPaymentsResult *did);

G_END_DECLS
