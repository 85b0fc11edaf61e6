/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "alliance.h"
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_ORGANISATION_CARDS (accord_organisation_cards_get_type ())
G_DECLARE_FINAL_TYPE (AccordOrganisationCards, accord_organisation_cards, ACCORD, ORGANISATION_CARDS,
                      GtkWidget)

GtkWidget *accord_organisation_cards_new (AccordWorkspace *workspace);
void accord_organisation_cards_show (AccordOrganisationCards *self, AccordAllianceFacts *facts,
                                     AccordRecord *organisation, const char *today);

G_END_DECLS
