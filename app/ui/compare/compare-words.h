/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *accord_compare_dup_markup (GPtrArray *words, const char *came, const char *went);
char *accord_compare_row_dup_spoken (const AccordCompareRow *row);
char *accord_compare_dup_summary (const AccordComparison *comparison);
char *accord_compare_dup_colour (GtkWidget *widget, const char *name);

G_END_DECLS
