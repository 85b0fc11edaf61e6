/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/sheet-window.h"
#include "pack.h"
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_HOME_SHEET (accord_home_sheet_get_type ())
G_DECLARE_FINAL_TYPE (AccordHomeSheet, accord_home_sheet, ACCORD, HOME_SHEET, AccordSheetWindow)

GtkWidget *accord_home_sheet_new (GtkWindow *parent, AccordWorkspace *workspace, AccordPack *pack);

G_END_DECLS
