/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "programme-progress.h"
#include "workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_PROGRAMME_CARDS (accord_programme_cards_get_type ())
G_DECLARE_FINAL_TYPE (AccordProgrammeCards, accord_programme_cards, ACCORD, PROGRAMME_CARDS, GtkWidget)

GtkWidget *accord_programme_cards_new (AccordWorkspace *workspace);
void accord_programme_cards_show (AccordProgrammeCards *self, const AccordProgrammeProgress *progress,
                                  GPtrArray *claims);

G_END_DECLS
