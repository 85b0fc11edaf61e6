/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "shell/counts.h"
#include "shell/navigation.h"
#include "shell/pin-list.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_SIDEBAR (accord_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (AccordSidebar, accord_sidebar, ACCORD, SIDEBAR, GtkWidget)

void accord_sidebar_set_workspace (AccordSidebar *self, AccordWorkspace *workspace, AccordPlaceCounts *counts,
                                   AccordPinList *pins);
void accord_sidebar_show_location (AccordSidebar *self, const AccordLocation *location);

G_END_DECLS
