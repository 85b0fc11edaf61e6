/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_RECORD_DIALOG (accord_record_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AccordRecordDialog, accord_record_dialog, ACCORD, RECORD_DIALOG, AdwWindow)

GtkWidget *accord_record_dialog_new (AccordWorkspace *workspace, const AccordKind *kind,
                                     AccordRecord *preset);

G_END_DECLS
