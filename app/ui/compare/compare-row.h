/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_COMPARE_ROW_VIEW (accord_compare_row_view_get_type ())
G_DECLARE_FINAL_TYPE (AccordCompareRowView, accord_compare_row_view, ACCORD, COMPARE_ROW_VIEW, GtkWidget)

GtkWidget *accord_compare_row_view_new (const AccordCompareRow *row, gboolean with_title);

G_END_DECLS
