/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/sheet-window.h"
#include "public-key.h"
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_TRUST_DIALOG (accord_trust_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AccordTrustDialog, accord_trust_dialog, ACCORD, TRUST_DIALOG, AccordSheetWindow)

GtkWidget *accord_trust_dialog_new (GtkWindow *parent, AccordWorkspace *workspace, gint64 organisation,
                                    AccordPublicKey *key);

G_END_DECLS
