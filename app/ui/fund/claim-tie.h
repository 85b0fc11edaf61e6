/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_CLAIM_TIE (accord_claim_tie_get_type ())
G_DECLARE_FINAL_TYPE (AccordClaimTie, accord_claim_tie, ACCORD, CLAIM_TIE, GtkWidget)

GtkWidget *accord_claim_tie_new (AccordWorkspace *workspace, AccordRecord *claim);
void accord_claim_tie_focus (AccordClaimTie *self);
gboolean accord_claim_tie_asks_for (const char *measure, const char *field);

G_END_DECLS
