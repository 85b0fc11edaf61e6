/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_SITE_CARD (accord_site_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordSiteCard, accord_site_card, ACCORD, SITE_CARD, GtkWidget)

GtkWidget *accord_site_card_new (void);
void accord_site_card_show (AccordSiteCard *self, AccordRecord *organisation);

G_END_DECLS
