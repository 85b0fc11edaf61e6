/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "claim-lines.h"
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_CLAIMS_CARD (accord_claims_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordClaimsCard, accord_claims_card, ACCORD, CLAIMS_CARD, GtkWidget)

GtkWidget *accord_claims_card_new (AccordWorkspace *workspace);
void accord_claims_card_set_subject (AccordClaimsCard *self, const char *kind, gint64 id);
void accord_claims_card_show (AccordClaimsCard *self, GPtrArray *claims);

G_END_DECLS
