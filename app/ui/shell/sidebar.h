/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "shell/counts.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_SIDEBAR (accord_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (AccordSidebar, accord_sidebar, ACCORD, SIDEBAR, GtkWidget)

void accord_sidebar_set_workspace (AccordSidebar *self, AccordWorkspace *workspace);
void accord_sidebar_show_place (AccordSidebar *self, const AccordPlace *place);

G_END_DECLS
