/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_ORGANISATIONS_DIALOG (accord_organisations_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AccordOrganisationsDialog, accord_organisations_dialog, ACCORD, ORGANISATIONS_DIALOG,
                      AdwWindow)

GtkWidget *accord_organisations_dialog_new (AccordWorkspace *workspace, GFile *file);

G_END_DECLS
