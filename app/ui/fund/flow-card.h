/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "fund-flow.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_FLOW_CARD (accord_flow_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordFlowCard, accord_flow_card, ACCORD, FLOW_CARD, GtkWidget)

GtkWidget *accord_flow_card_new (void);
void accord_flow_card_show (AccordFlowCard *self, const AccordFundSummary *fund, GPtrArray *leaves);

G_END_DECLS
