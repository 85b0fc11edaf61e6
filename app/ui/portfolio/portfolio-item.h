/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "portfolio-choice-words.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_PORTFOLIO_ITEM (accord_portfolio_item_get_type ())
G_DECLARE_FINAL_TYPE (AccordPortfolioItem, accord_portfolio_item, ACCORD, PORTFOLIO_ITEM, GObject)

/**
 * AccordPortfolioPlace:
 * @ACCORD_PORTFOLIO_OPEN: no set was found, or it has no figures to be chosen by
 * @ACCORD_PORTFOLIO_NOT_IN: it is not in the best set
 * @ACCORD_PORTFOLIO_IN: it is in the best set
 * @ACCORD_PORTFOLIO_MUST: it must be in
 * @ACCORD_PORTFOLIO_LEFT_OUT: it is left out
 *
 * Where a case stands in a portfolio.
 */
typedef enum
{
  ACCORD_PORTFOLIO_OPEN,
  ACCORD_PORTFOLIO_NOT_IN,
  ACCORD_PORTFOLIO_IN,
  ACCORD_PORTFOLIO_MUST,
  ACCORD_PORTFOLIO_LEFT_OUT,
} AccordPortfolioPlace;

AccordPortfolioItem *accord_portfolio_item_new (GPtrArray *cases, guint index);
const AccordPortfolioCase *accord_portfolio_item_get_case (AccordPortfolioItem *self);
gint64 accord_portfolio_item_get_id (AccordPortfolioItem *self);
guint accord_portfolio_item_get_index (AccordPortfolioItem *self);
AccordPortfolioPlace accord_portfolio_item_get_place (AccordPortfolioItem *self);
void accord_portfolio_item_set_place (AccordPortfolioItem *self, AccordPortfolioPlace place);
const char *accord_portfolio_place_get_label (AccordPortfolioPlace place);

G_END_DECLS
