/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "appraisal/appraisal-work.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_CHANCE_CARD (accord_chance_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordChanceCard, accord_chance_card, ACCORD, CHANCE_CARD, GtkWidget)

GtkWidget *accord_chance_card_new (AccordAppraisalWork *work);

G_END_DECLS
