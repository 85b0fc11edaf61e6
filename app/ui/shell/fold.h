/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_FOLD (accord_fold_get_type ())
G_DECLARE_FINAL_TYPE (AccordFold, accord_fold, ACCORD, FOLD, GtkWidget)

gboolean accord_fold_get_folded (AccordFold *self);
gboolean accord_fold_get_show_sidebar (AccordFold *self);
void accord_fold_set_show_sidebar (AccordFold *self, gboolean show);
void accord_fold_toggle (AccordFold *self);
void accord_fold_close_over (AccordFold *self);

G_END_DECLS
