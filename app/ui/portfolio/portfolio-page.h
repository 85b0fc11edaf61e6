/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_PORTFOLIO_PAGE (accord_portfolio_page_get_type ())
G_DECLARE_FINAL_TYPE (AccordPortfolioPage, accord_portfolio_page, ACCORD, PORTFOLIO_PAGE, GtkWidget)

GtkWidget *accord_portfolio_page_new (AccordWorkspace *workspace);

G_END_DECLS
