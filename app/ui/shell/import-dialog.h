/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "shell/task.h"
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_IMPORT_DIALOG (accord_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AccordImportDialog, accord_import_dialog, ACCORD, IMPORT_DIALOG, AdwWindow)

AccordImportDialog *accord_import_dialog_new (GtkWindow *parent, AccordWorkspace *workspace, GFile *file);

G_END_DECLS
