/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "appraisal/appraisal-work.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_OPTION_TABS (accord_option_tabs_get_type ())
G_DECLARE_FINAL_TYPE (AccordOptionTabs, accord_option_tabs, ACCORD, OPTION_TABS, GtkWidget)

GtkWidget *accord_option_tabs_new (AccordAppraisalWork *work);

G_END_DECLS
