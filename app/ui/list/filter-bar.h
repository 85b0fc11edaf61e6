/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_FILTER_BAR (accord_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (AccordFilterBar, accord_filter_bar, ACCORD, FILTER_BAR, GtkWidget)

void accord_filter_bar_show (AccordFilterBar *self, AccordWorkspace *workspace, AccordQuery *query,
                             AccordQuery *base, const char *heading);
const char *accord_filter_bar_get_sentence (AccordFilterBar *self);
GHashTable *accord_filter_bar_get_titles (AccordFilterBar *self);

G_END_DECLS
