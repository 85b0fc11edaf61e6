/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case-file.h"
#include "workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_ENDORSEMENTS_CARD (accord_endorsements_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordEndorsementsCard, accord_endorsements_card, ACCORD, ENDORSEMENTS_CARD, GtkWidget)

GtkWidget *accord_endorsements_card_new (AccordWorkspace *workspace);
void accord_endorsements_card_show (AccordEndorsementsCard *self, const AccordCaseFile *file);

G_END_DECLS
