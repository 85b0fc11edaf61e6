/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_ACCOUNTABILITY_PAGE (accord_accountability_page_get_type ())
G_DECLARE_FINAL_TYPE (AccordAccountabilityPage, accord_accountability_page, ACCORD, ACCOUNTABILITY_PAGE,
                      GtkWidget)

GtkWidget *accord_accountability_page_new (AccordWorkspace *workspace);

G_END_DECLS
