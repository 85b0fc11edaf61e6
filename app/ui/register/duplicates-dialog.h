/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_DUPLICATES_DIALOG (accord_duplicates_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AccordDuplicatesDialog, accord_duplicates_dialog, ACCORD, DUPLICATES_DIALOG, AdwWindow)

GtkWidget *accord_duplicates_dialog_new (AccordWorkspace *workspace, const AccordKind *kind);

G_END_DECLS
