/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "appraisal/appraisal-work.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_OFFERS_CARD (accord_offers_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordOffersCard, accord_offers_card, ACCORD, OFFERS_CARD, GtkWidget)

GtkWidget *accord_offers_card_new (AccordAppraisalWork *work);

G_END_DECLS
