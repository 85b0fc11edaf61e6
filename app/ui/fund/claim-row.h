/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "claim-lines.h"
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_CLAIM_ROW (accord_claim_row_get_type ())
G_DECLARE_FINAL_TYPE (AccordClaimRow, accord_claim_row, ACCORD, CLAIM_ROW, GtkListBoxRow)

GtkWidget *accord_claim_row_new (AccordWorkspace *workspace);
void accord_claim_row_show (AccordClaimRow *self, const AccordClaimLine *line);
gint64 accord_claim_row_get_claim (AccordClaimRow *self);

G_END_DECLS
