/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/sheet-window.h"
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_PACK_DIALOG (accord_pack_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AccordPackDialog, accord_pack_dialog, ACCORD, PACK_DIALOG, AccordSheetWindow)

GtkWidget *accord_pack_dialog_new (GtkWindow *parent, AccordWorkspace *workspace, AccordSchema *schema,
                                   GFile *file);

G_END_DECLS
