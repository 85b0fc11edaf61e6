/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "programme-progress.h"
#include "workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_MILESTONES_CARD (accord_milestones_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordMilestonesCard, accord_milestones_card, ACCORD, MILESTONES_CARD, GtkWidget)

GtkWidget *accord_milestones_card_new (AccordWorkspace *workspace, const char *field);
void accord_milestones_card_show (AccordMilestonesCard *self, gint64 subject, GPtrArray *milestones,
                                  const AccordMilestoneCount *count, GPtrArray *lanes, const char *words,
                                  const char *today);

G_END_DECLS
