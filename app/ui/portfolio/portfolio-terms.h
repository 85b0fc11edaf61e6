/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "portfolio-choice-words.h"
#include "workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_PORTFOLIO_TERMS (accord_portfolio_terms_get_type ())
G_DECLARE_FINAL_TYPE (AccordPortfolioTerms, accord_portfolio_terms, ACCORD, PORTFOLIO_TERMS, GtkWidget)

GtkWidget *accord_portfolio_terms_new (AccordWorkspace *workspace);
void accord_portfolio_terms_show (AccordPortfolioTerms *self, const AccordPortfolioChoice *choice,
                                  GPtrArray *funds, GPtrArray *saved);
void accord_portfolio_terms_place (AccordPortfolioTerms *self, gint64 business_case, gboolean required,
                                   gboolean excluded);
const AccordPortfolioQuestion *accord_portfolio_terms_get_question (AccordPortfolioTerms *self);

G_END_DECLS
