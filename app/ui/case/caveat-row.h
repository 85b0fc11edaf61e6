/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_CAVEAT_ROW (accord_caveat_row_get_type ())
G_DECLARE_FINAL_TYPE (AccordCaveatRow, accord_caveat_row, ACCORD, CAVEAT_ROW, GtkWidget)

GtkWidget *accord_caveat_row_new (AccordWorkspace *workspace);
void accord_caveat_row_set_version (AccordCaveatRow *self, const char *version);
void accord_caveat_row_show (AccordCaveatRow *self, AccordRecord *caveat, const char *today);
void accord_caveat_row_edit (AccordCaveatRow *self);
void accord_caveat_row_close (AccordCaveatRow *self);
gboolean accord_caveat_row_save (AccordCaveatRow *self);
gboolean accord_caveat_row_cancel (AccordCaveatRow *self);
gboolean accord_caveat_row_is_editing (AccordCaveatRow *self);
gboolean accord_caveat_row_get_dirty (AccordCaveatRow *self);

G_END_DECLS
