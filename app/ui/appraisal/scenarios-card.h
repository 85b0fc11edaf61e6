/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "appraisal/appraisal-work.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_SCENARIOS_CARD (accord_scenarios_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordScenariosCard, accord_scenarios_card, ACCORD, SCENARIOS_CARD, GtkWidget)

GtkWidget *accord_scenarios_card_new (AccordAppraisalWork *work);

G_END_DECLS
