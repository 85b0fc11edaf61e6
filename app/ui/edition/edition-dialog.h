/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_EDITION_DIALOG (accord_edition_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AccordEditionDialog, accord_edition_dialog, ACCORD, EDITION_DIALOG, AdwWindow)

GtkWidget *accord_edition_dialog_new (GtkWindow *parent, AccordWorkspace *workspace, GFile *file);

G_END_DECLS
