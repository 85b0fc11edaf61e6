/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_CAVEAT_EDITOR (accord_caveat_editor_get_type ())
G_DECLARE_FINAL_TYPE (AccordCaveatEditor, accord_caveat_editor, ACCORD, CAVEAT_EDITOR, GtkWidget)

GtkWidget *accord_caveat_editor_new (AccordWorkspace *workspace, AccordRecord *caveat, const char *today);
gboolean accord_caveat_editor_get_dirty (AccordCaveatEditor *self);
void accord_caveat_editor_focus (AccordCaveatEditor *self);
void accord_caveat_editor_cancel (AccordCaveatEditor *self);
void accord_caveat_editor_save (AccordCaveatEditor *self);

G_END_DECLS
