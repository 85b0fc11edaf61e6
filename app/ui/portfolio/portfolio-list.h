/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "portfolio/portfolio-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_PORTFOLIO_LIST (accord_portfolio_list_get_type ())
G_DECLARE_FINAL_TYPE (AccordPortfolioList, accord_portfolio_list, ACCORD, PORTFOLIO_LIST, GtkWidget)

GtkWidget *accord_portfolio_list_new (void);
void accord_portfolio_list_show (AccordPortfolioList *self, const AccordPortfolioChoice *choice);

G_END_DECLS
