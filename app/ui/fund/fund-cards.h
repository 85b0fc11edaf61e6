/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "fund/fund-data.h"
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_FUND_CARDS (accord_fund_cards_get_type ())
G_DECLARE_FINAL_TYPE (AccordFundCards, accord_fund_cards, ACCORD, FUND_CARDS, GtkWidget)

GtkWidget *accord_fund_cards_new (AccordWorkspace *workspace);
void accord_fund_cards_show (AccordFundCards *self, AccordRecord *fund, const AccordFundData *data,
                             const char *today);

G_END_DECLS
