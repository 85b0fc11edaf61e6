/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_HISTORY_CARD (accord_history_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordHistoryCard, accord_history_card, ACCORD, HISTORY_CARD, GtkWidget)

GtkWidget *accord_history_card_new (AccordWorkspace *workspace);
void accord_history_card_show (AccordHistoryCard *self, AccordRecord *record, GPtrArray *history);

G_END_DECLS
