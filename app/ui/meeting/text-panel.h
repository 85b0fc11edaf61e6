/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "meeting-text.h"
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_TEXT_PANEL (accord_text_panel_get_type ())
G_DECLARE_FINAL_TYPE (AccordTextPanel, accord_text_panel, ACCORD, TEXT_PANEL, GtkWidget)

GtkWidget *accord_text_panel_new (AccordWorkspace *workspace);
void accord_text_panel_show (AccordTextPanel *self, AccordText *text, const char *title, AccordRecord *owner,
                             const char *today);
void accord_text_panel_choose_record (AccordTextPanel *self, AccordRecord *record);
gboolean accord_text_panel_get_dirty (AccordTextPanel *self);

G_END_DECLS
