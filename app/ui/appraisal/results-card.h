/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "appraisal/appraisal-work.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_RESULTS_CARD (accord_results_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordResultsCard, accord_results_card, ACCORD, RESULTS_CARD, GtkWidget)

GtkWidget *accord_results_card_new (AccordAppraisalWork *work);

G_END_DECLS
