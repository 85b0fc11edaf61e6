/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case-file.h"
#include "workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_OPTIONS_CARD (accord_options_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordOptionsCard, accord_options_card, ACCORD, OPTIONS_CARD, GtkWidget)

GtkWidget *accord_options_card_new (AccordWorkspace *workspace);
void accord_options_card_show (AccordOptionsCard *self, const AccordCaseFile *file);
void accord_options_card_show_options (AccordOptionsCard *self, GPtrArray *options);

G_END_DECLS
