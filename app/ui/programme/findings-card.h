/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "programme-progress.h"
#include "workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_FINDINGS_CARD (accord_findings_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordFindingsCard, accord_findings_card, ACCORD, FINDINGS_CARD, GtkWidget)

GtkWidget *accord_findings_card_new (AccordWorkspace *workspace);
void accord_findings_card_set_programme (AccordFindingsCard *self, gint64 programme);
void accord_findings_card_show (AccordFindingsCard *self, GPtrArray *findings, GPtrArray *benefits);

G_END_DECLS
