/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "fund-family.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_FAMILY_CARD (accord_family_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordFamilyCard, accord_family_card, ACCORD, FAMILY_CARD, GtkWidget)

GtkWidget *accord_family_card_new (void);
void accord_family_card_show (AccordFamilyCard *self, const AccordFundFamily *family);

G_END_DECLS
