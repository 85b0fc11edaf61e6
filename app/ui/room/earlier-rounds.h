/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "cba.h"
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_EARLIER_ROUNDS (accord_earlier_rounds_get_type ())
G_DECLARE_FINAL_TYPE (AccordEarlierRounds, accord_earlier_rounds, ACCORD, EARLIER_ROUNDS, GtkWidget)

GtkWidget *accord_earlier_rounds_new (AccordWorkspace *workspace);
void accord_earlier_rounds_show (AccordEarlierRounds *self, GPtrArray *rounds, const AccordCba *cba);

G_END_DECLS
