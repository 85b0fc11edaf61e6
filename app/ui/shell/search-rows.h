/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "shell/goto-find.h"

G_BEGIN_DECLS

char *accord_search_excerpt_markup (const char *excerpt);
void accord_search_rows_fill (GtkListBox *list, GPtrArray *choices);
const AccordGotoChoice *accord_search_row_get_choice (GtkListBoxRow *row);
const char *accord_search_row_get_spoken (GtkListBoxRow *row);

G_END_DECLS
