/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_EDIT_DIALOG (accord_edit_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AccordEditDialog, accord_edit_dialog, ACCORD, EDIT_DIALOG, AdwWindow)

GtkWidget *accord_edit_dialog_new (AccordWorkspace *workspace, const AccordKind *kind, GArray *ids);

G_END_DECLS
