/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *accord_compare_card_new (const char *title, GPtrArray *rows);
GtkWidget *accord_compare_figures_card_new (const AccordComparison *comparison, gboolean organisations);

G_END_DECLS
