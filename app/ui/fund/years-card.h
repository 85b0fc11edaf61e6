/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "fund-forecast.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_YEARS_CARD (accord_years_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordYearsCard, accord_years_card, ACCORD, YEARS_CARD, GtkWidget)

GtkWidget *accord_years_card_new (void);
void accord_years_card_show (AccordYearsCard *self, const AccordFundForecast *forecast, gint64 fund);

G_END_DECLS
