/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "rows-paste.h"
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_PASTE_DIALOG (accord_paste_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AccordPasteDialog, accord_paste_dialog, ACCORD, PASTE_DIALOG, AdwWindow)

GtkWidget *accord_paste_dialog_new (AccordWorkspace *workspace, AccordRowsPaste *paste);

G_END_DECLS
