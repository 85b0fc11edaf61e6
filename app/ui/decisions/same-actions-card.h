/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_SAME_ACTIONS_CARD (accord_same_actions_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordSameActionsCard, accord_same_actions_card, ACCORD, SAME_ACTIONS_CARD, GtkWidget)

GtkWidget *accord_same_actions_card_new (AccordWorkspace *workspace);
void accord_same_actions_card_show (AccordSameActionsCard *self, AccordRecord *action);

G_END_DECLS
