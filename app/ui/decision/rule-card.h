/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_RULE_CARD (accord_rule_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordRuleCard, accord_rule_card, ACCORD, RULE_CARD, GtkWidget)

GtkWidget *accord_rule_card_new (AccordWorkspace *workspace);
void accord_rule_card_show (AccordRuleCard *self, AccordRecord *organisation);

G_END_DECLS
