/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_ACTION_CARD (accord_action_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordActionCard, accord_action_card, ACCORD, ACTION_CARD, GtkWidget)

GtkWidget *accord_action_card_new (AccordWorkspace *workspace);
void accord_action_card_show (AccordActionCard *self, AccordRecord *action, const char *today);

G_END_DECLS
