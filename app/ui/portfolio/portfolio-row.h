/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "portfolio/portfolio-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_PORTFOLIO_ROW (accord_portfolio_row_get_type ())
G_DECLARE_FINAL_TYPE (AccordPortfolioRow, accord_portfolio_row, ACCORD, PORTFOLIO_ROW, GtkWidget)

GtkWidget *accord_portfolio_row_new (void);
void accord_portfolio_row_show_headings (AccordPortfolioRow *self);
void accord_portfolio_row_show (AccordPortfolioRow *self, AccordPortfolioItem *item, guint rank);

G_END_DECLS
