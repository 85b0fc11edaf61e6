/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/sheet-window.h"
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_SEND_DIALOG (accord_send_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AccordSendDialog, accord_send_dialog, ACCORD, SEND_DIALOG, AccordSheetWindow)

GtkWidget *accord_send_dialog_new (GtkWindow *parent, AccordWorkspace *workspace, gint64 business_case);

G_END_DECLS
