/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_OVERVIEW_PAGE (accord_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (AccordOverviewPage, accord_overview_page, ACCORD, OVERVIEW_PAGE, GtkWidget)

GtkWidget *accord_overview_page_new (AccordWorkspace *workspace);

G_END_DECLS
