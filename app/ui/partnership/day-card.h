/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "alliance.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_DAY_CARD (accord_day_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordDayCard, accord_day_card, ACCORD, DAY_CARD, GtkWidget)

GtkWidget *accord_day_card_new (void);
void accord_day_card_show (AccordDayCard *self, AccordAllianceFacts *facts, const char *today);
void accord_day_card_set_words (AccordDayCard *self, const char *headline, const char *rule);
const char *accord_day_card_get_day (AccordDayCard *self);
void accord_day_card_set_day (AccordDayCard *self, const char *day);

G_END_DECLS
