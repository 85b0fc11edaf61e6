/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "benefits-register.h"
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_BENEFITS_CARD (accord_benefits_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordBenefitsCard, accord_benefits_card, ACCORD, BENEFITS_CARD, GtkWidget)

GtkWidget *accord_benefits_card_new (AccordWorkspace *workspace);
void accord_benefits_card_show (AccordBenefitsCard *self, AccordBenefitsRegister *benefits);

G_END_DECLS
